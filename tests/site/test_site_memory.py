"""What is known of the story files: only what changed is read again, and nothing that is known is wrong."""

from __future__ import annotations

import dataclasses
import errno
import io
import json
import os
import pickle
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from copydesk.settings import read_settings
from copydesk.site.hands import Hands
from copydesk.site.showing.light import light_record
from copydesk.site.stories import lots, memory, shelf
from copydesk.site.stories.lots import Lot, stories_in
from copydesk.site.stories.memory import Lent, Memory, open_memory
from copydesk.site.stories.readings import (
    HEADED,
    MOMENT,
    Packet,
    Reading,
    face_of,
    head_of,
    packed,
    reading_of,
    record_from,
)
from copydesk.site.stories.records import Rules, rules_of
from copydesk.site.stories.shelf import Loan
from copydesk.writing.stories.storyfile import parse
from markupsafe import Markup
from newsstand import STORIES, build, make_site, pages, press, story, write

QUIET = "COPYDESK_SEARCH = COPYDESK_CARDS = False"
LATER = 60_000_000_000
"""A minute in nanoseconds, after which all times have settled."""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """The small site, not built."""
    return make_site(tmp_path, more=QUIET)


@pytest.fixture
def rules(site: Path) -> Rules:
    """Its rules."""
    return rules_of(read_settings(site / "pelican.conf.py"))


def looked_at(site: Path, rules: Rules, frame: str = "frame", after: int = LATER) -> Memory:
    """What a build knows of the stories, written down."""
    content = site / "content"
    (site / ".copydesk").mkdir(exist_ok=True)
    found = open_memory(site / ".copydesk", frame)
    lot = Lot(
        str(content), tuple((name, None) for name in stories_in(content, ["stories"])), rules, time.time_ns() + after
    )
    found.look_at(lot, Hands(1))
    found.save()
    return found


@pytest.mark.parametrize("path", STORIES)
def test_a_reading_as_data_is_the_reading(path: str, rules: Rules) -> None:
    reading = reading_of(parse(STORIES[path], path), rules, path)
    packet = packed(reading)
    head = head_of(json.loads(packet.head))
    again = Reading(record_from(packet.record), head.status, head.dated, head.alt)
    assert again == reading
    assert repr(again) == repr(reading)
    assert type(again.record.body) is type(reading.record.body)
    assert face_of(packet.face) == reading.record.face


@pytest.mark.parametrize("body", ["", "one\ntwo\r\n", '"\\n" \u2028 \ud800 \x00', "\N{BICYCLE}" * 3])
def test_a_body_of_any_text_is_itself_again(body: str, rules: Rules) -> None:
    path, text = next(iter(STORIES.items()))
    reading = reading_of(parse(text, path), rules, path)
    told = replace(reading, record=replace(reading.record, body=Markup(body)))
    assert record_from(packed(told).record) == told.record


class Sheaf:
    """The words of one story, which counts how often they are asked for."""

    def __init__(self, packet: Packet) -> None:
        self.packet, self.asked = packet, 0

    def face(self, name: str) -> bytes:
        self.asked += 1
        return self.packet.face

    def record(self, name: str) -> bytes:
        self.asked += 1
        return self.packet.record

    def lent_face(self, name: str) -> Lent:
        face = self.packet.face
        return Lent(Loan("", (0, 0), face), len(face), self.packet.keys[0])

    def lent_record(self, name: str) -> Lent:
        face, key = self.packet.face, self.packet.keys[1]
        return Lent(Loan("", (0, 0), face + self.packet.record), len(face), key)


@pytest.mark.parametrize("path", STORIES)
def test_a_light_record_is_the_record(path: str, rules: Rules) -> None:
    whole = reading_of(parse(STORIES[path], path), rules, path).record
    words = Sheaf(packet := packed(reading_of(parse(STORIES[path], path), rules, path)))
    light = light_record(head_of(json.loads(packet.head)), path, words)
    assert [getattr(light, name) for name in HEADED] == [getattr(whole, name) for name in HEADED]
    assert words.asked == 0
    assert (light.told, words.asked) == (whole.told, 1)
    for field in dataclasses.fields(whole):
        assert getattr(light, field.name) == getattr(whole, field.name)
    assert (light.whole(), light.face, pickle.loads(pickle.dumps(light))) == (whole, whole.face, whole)
    assert (light.copied, light.licensed) == (whole.copied, whole.licensed)
    with pytest.raises(AttributeError):
        light.else_  # noqa: B018


@pytest.mark.parametrize(
    "moment",
    [
        datetime(2025, 8, 10, 14, 5, tzinfo=UTC),
        datetime(1, 1, 1, tzinfo=ZoneInfo("Europe/Berlin")),
        datetime(2025, 3, 30, 2, 30, 1, 5, tzinfo=ZoneInfo("Europe/Berlin")),
        datetime(2025, 8, 10, 14, 5, tzinfo=timezone(timedelta(hours=-3, minutes=-30, seconds=-7))),
        datetime(2025, 8, 10),
    ],
)
def test_a_moment_as_data_is_the_moment(moment: datetime) -> None:
    again = MOMENT.unpack(MOMENT.pack(moment))
    assert (again, again.utcoffset(), str(again)) == (moment, moment.utcoffset(), str(moment))


def test_what_has_not_changed_is_not_read_again(site: Path, rules: Rules) -> None:
    assert looked_at(site, rules).fresh == len(STORIES)
    assert looked_at(site, rules).fresh == 0
    write(site / "content/stories/2025/07/by-hand.md", story("New.", title="New", date="2025-07-03"))
    changed = looked_at(site, rules)
    assert changed.fresh == 1
    found = changed.of("stories/2025/07/by-hand.md")
    assert found is not None and found.record.headline == "New"


def test_a_fresh_clone_reads_nothing_anew(site: Path, rules: Rules) -> None:
    looked_at(site, rules)
    for path in (site / "content").rglob("*.md"):
        os.utime(path, ns=(1, 1))
    assert looked_at(site, rules).fresh == 0


def test_a_change_right_after_reading_is_seen(site: Path, rules: Rules) -> None:
    path = site / "content/stories/2025/07/by-hand.md"
    looked_at(site, rules, after=0)
    status, text = path.stat(), path.read_text(encoding="utf-8")
    path.write_text(text.replace("by hand", "by Hand"), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    assert looked_at(site, rules, after=0).fresh == 1


def test_other_rules_read_everything(site: Path, rules: Rules) -> None:
    looked_at(site, rules)
    assert looked_at(site, rules, frame="other").fresh == len(STORIES)


@pytest.mark.parametrize("name", [memory.NAME, shelf.NAME])
@pytest.mark.parametrize("damage", ["empty", "other", "gone"])
def test_a_memory_that_is_none_costs_reading_and_no_more(site: Path, rules: Rules, damage: str, name: str) -> None:
    looked_at(site, rules).close()
    path = site / ".copydesk" / name
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(b"" if damage == "empty" else b"copydesk " + path.read_bytes())
    assert looked_at(site, rules).fresh == len(STORIES)


@pytest.mark.parametrize("damage", ["cut", "flipped"])
def test_a_damaged_table_costs_reading_and_no_more(site: Path, rules: Rules, damage: str) -> None:
    looked_at(site, rules).close()
    path = site / ".copydesk" / memory.NAME
    path.write_bytes(damaged(path.read_bytes(), damage))
    assert looked_at(site, rules).fresh == len(STORIES)


@pytest.mark.parametrize("damage", ["cut", "flipped"])
def test_damaged_words_are_read_from_the_story_again(site: Path, rules: Rules, damage: str) -> None:
    whole = looked_at(site, rules)
    path = site / ".copydesk" / shelf.NAME
    path.write_bytes(damaged(path.read_bytes(), damage))
    again = looked_at(site, rules)
    assert again.fresh == 0
    for name in stories_in(site / "content", ["stories"]):
        file = parse((site / "content" / name).read_text(encoding="utf-8"), name)
        assert again.of(name) == reading_of(file, rules, name)
        assert face_of(again.face(name)) == reading_of(file, rules, name).record.face
    whole.close()


def damaged(data: bytes, damage: str) -> bytes:
    """Data of which the second half is lost, or a bit in the middle another."""
    middle = len(data) // 2
    return data[:middle] if damage == "cut" else data[:middle] + bytes([data[middle] ^ 1]) + data[middle + 1 :]


def test_what_is_out_of_use_is_left_behind(site: Path, rules: Rules, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "SPARE", 0)
    words = site / ".copydesk" / shelf.NAME
    looked_at(site, rules).close()
    first = words.stat().st_size
    for number in range(6):
        for path in (site / "content/stories").rglob("*.md"):
            path.write_text(f"{path.read_text(encoding='utf-8')}\nTurn {number}.\n", encoding="utf-8")
        looked_at(site, rules).close()
    assert words.stat().st_size < 3 * first
    assert looked_at(site, rules).fresh == 0


def test_what_cannot_be_tidied_costs_reading_and_no_more(
    site: Path, rules: Rules, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The new site stands by then: a disk that fails now must not have the build say that nothing was changed."""

    def fails(*_: object) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    looked_at(site, rules).close()
    with monkeypatch.context() as patched:
        patched.setattr(shelf, "SPARE", 0)
        patched.setattr(memory, "rewritten", fails)
        for number in range(6):
            for path in (site / "content/stories").rglob("*.md"):
                path.write_text(f"{path.read_text(encoding='utf-8')}\nTurn {number}.\n", encoding="utf-8")
            looked_at(site, rules).close()
    again = looked_at(site, rules)
    assert again.fresh == len(STORIES)
    again.close()
    assert looked_at(site, rules).fresh == 0


def test_words_are_not_written_into_a_file_of_somebody_else(site: Path, rules: Rules, tmp_path: Path) -> None:
    looked_at(site, rules).close()
    os.link(site / ".copydesk" / shelf.NAME, tmp_path / "another")
    before = (tmp_path / "another").read_bytes()
    write(site / "content/stories/new.md", story("More words.", title="New", date="2025-07-03T12:00:00"))
    assert looked_at(site, rules).fresh == len(STORIES) + 1
    assert (tmp_path / "another").read_bytes() == before


def test_a_story_that_is_gone_is_forgotten(site: Path, rules: Rules) -> None:
    looked_at(site, rules)
    (site / "content/stories/2025/07/by-hand.md").unlink()
    assert looked_at(site, rules).of("stories/2025/07/by-hand.md") is None


def test_links_are_not_followed(site: Path, tmp_path: Path) -> None:
    (site / "content/stories/else").symlink_to(site / "content/stories/2025")
    (site / "content/stories/link.md").symlink_to(site / "content/stories/2025/07/by-hand.md")
    assert len(list(stories_in(site / "content", ["stories"]))) == len(STORIES)


def test_a_build_reads_one_story_after_one_change(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(site)
    first = pages(press(site))
    parsed: list[str] = []
    monkeypatch.setattr(lots, "parse", lambda text, name: (parsed.append(name), parse(text, name))[1])
    write(site / "content/stories/2025/07/by-hand.md", story("New.", title="By hand", date="2025-07-03T12:00:00"))
    changed = pages(press(site))
    assert parsed == ["stories/2025/07/by-hand.md"]
    assert changed != first


def test_a_file_that_cannot_be_read_is_named_by_every_build(site: Path) -> None:
    write(site / "content/stories/bad.md", "---\ntitle: [\n---\n")
    assert "content/stories/bad.md" in build(site)
    assert "content/stories/bad.md" in build(site)


def test_words_that_no_room_is_left_for_are_let_go() -> None:
    """The disk was told to be full when they were put down: closing must not be another fault."""

    class Full(io.BytesIO):
        def close(self) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    shelf.Shelf("mark", Full(), 0).close()
