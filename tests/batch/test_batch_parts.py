"""The smaller parts: slugs, the lock, the clock, atomic writes, staleness, findings, workers."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from copydesk.batch import Outcome, Report, clock, hold, preview, stale
from copydesk.batch.files import write_atomically, write_cache
from copydesk.batch.findings import findings
from copydesk.batch.processes import fences, workers
from copydesk.batch.processes.fences import Fence
from copydesk.batch.processes.workers import Work, in_order
from copydesk.batch.report import HIDDEN
from copydesk.batch.seeds.folder import hidden_seeds
from copydesk.batch.stories import planning
from copydesk.batch.stories.slugs import LONGEST, RESERVED, WINDOWS, slug, story_path, unique
from copydesk.errors import LockedError, SettingsError, VerificationError
from copydesk.model import Doubt, Place
from hypothesis import given
from hypothesis import strategies as st
from pebble.pool import process

GUID = "urn:uuid:6f0c9c1e-0000-5000-8000-000000000001"


@pytest.mark.parametrize(
    ("headline", "name"),
    [
        ("Harbor reopens", "harbor-reopens"),
        ("Mexico’s President: “No”", "mexicos-president-no"),
        ("Straße nach Ærø", "strasse-nach-aero"),
        ("北京的秋天", "bei-jing-de-qiu-tian"),
        ("Мост открыт", "most-otkryt"),
        ("../../etc/passwd", "etc-passwd"),
        ("Tags", "tags-story"),
        ("CON", "con-story"),
        ("2025", "2025-story"),
        ("2025-08", "2025-08-story"),
        ("", "story-6f0c9c1e"),
        ("—…", "story-6f0c9c1e"),
        (None, "story-6f0c9c1e"),
        ("word " * 40, "-".join(["word"] * 16)),
        ("x" * 300, "x" * 80),
    ],
)
def test_slugs(headline: str | None, name: str) -> None:
    assert slug(headline, GUID) == name


@given(st.text())
def test_any_headline_gives_a_name_every_system_takes(headline: str) -> None:
    name = slug(headline, GUID)
    assert name.isascii()
    assert 0 < len(name) <= LONGEST + len("-story")
    assert name.replace("-", "").isalnum()
    assert name == name.lower()
    assert name not in RESERVED | WINDOWS


def test_names_and_paths() -> None:
    assert unique("a", {"a", "a-2"}) == "a-3"
    assert story_path(date(2025, 8, 1), "a") == "stories/2025/08/a.md"


def test_the_clock_stands_where_it_is_told(monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert clock.now() == datetime(1970, 1, 1, tzinfo=UTC)
    for wrong in ("soon", "9" * 30):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", wrong)
        with pytest.raises(SettingsError, match="SOURCE_DATE_EPOCH"):
            clock.now()


HOLDING = """
import sys
from pathlib import Path
from copydesk.batch.processes import fences
from copydesk.batch import hold
from copydesk.errors import LockedError
from copydesk.settings import settings_from
try:
    with hold(settings_from({}, Path(sys.argv[1]))):
        print("held")
except LockedError as error:
    print("locked")
"""


def test_one_run_at_a_time(desk) -> None:
    command = [sys.executable, "-c", HOLDING, str(desk.settings.root)]
    with hold(desk.settings), hold(desk.settings):
        assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "locked\n"
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "held\n"


def test_the_lock_names_itself(desk, monkeypatch) -> None:
    monkeypatch.setattr("copydesk.batch.lock.FileLock.acquire", _busy)
    with pytest.raises(LockedError, match="another build"), hold(desk.settings):
        pass


def _busy(*_: object) -> None:
    from filelock import Timeout

    raise Timeout("lock")


def test_a_failed_write_leaves_the_old_file_and_no_other(tmp_path, monkeypatch) -> None:
    path = tmp_path / "a" / "b.txt"
    write_atomically(path, "old")
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(OSError, match="No space"):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert os.listdir(path.parent) == ["b.txt"]


def test_a_cache_is_on_the_disk_before_it_has_its_name(tmp_path, monkeypatch) -> None:
    path, done = tmp_path / "state" / "known.json", []
    synced, replaced = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: done.append(os.fstat(handle).st_size) or synced(handle))
    monkeypatch.setattr(Path, "replace", lambda one, other: done.append(one.name) or replaced(one, other))
    write_cache(path, b"known")
    folder = path.parent.stat().st_size
    assert done == [5, "known.json.new", folder]
    assert os.listdir(path.parent) == ["known.json"]


def test_a_cache_that_finds_no_room_leaves_the_old_one_and_no_other(tmp_path, monkeypatch) -> None:
    path = tmp_path / "known.json"
    write_cache(path, b"old")
    monkeypatch.setattr(os, "fsync", _full)
    with pytest.raises(OSError, match="No space"):
        write_cache(path, b"new")
    assert (path.read_bytes(), os.listdir(tmp_path)) == (b"old", ["known.json"])


def test_a_cache_is_not_written_into_a_file_of_somebody_else(tmp_path) -> None:
    (tmp_path / "precious").write_text("not yours")
    os.link(tmp_path / "precious", tmp_path / "known.json.new")
    write_cache(tmp_path / "known.json", b"known")
    assert (tmp_path / "precious").read_text() == "not yours"
    assert (tmp_path / "known.json").read_bytes() == b"known"


def test_a_lock_that_a_killed_run_or_a_cache_left_locks_nothing_out(desk) -> None:
    """Whatever it says, such as the id of a process that has become another's: the system's lock counts."""
    lock = desk.settings.state / "lock"
    lock.parent.mkdir(parents=True)
    lock.write_text("1\nanother-machine\n")
    with hold(desk.settings):
        pass
    lock.unlink(missing_ok=True)
    (lock / "full").mkdir(parents=True)
    with hold(desk.settings):
        pass


def test_folders_under_the_names_of_cached_files_go(desk) -> None:
    names = ("prints.json", "prints.json.new", "stories.bin", "stories.jsonl")
    for name in (*names, "replaced"):
        (desk.settings.state / name / "full").mkdir(parents=True)
    (desk.settings.state / "kin.json").touch()
    with hold(desk.settings):
        assert not [name for name in names if (desk.settings.state / name).exists()]
        assert (desk.settings.state / "replaced" / "full").is_dir()
        assert (desk.settings.state / "kin.json").is_file()


def test_a_lock_that_is_a_link_locks_nothing_out(desk) -> None:
    desk.settings.state.mkdir(parents=True, exist_ok=True)
    (desk.settings.state / "lock").symlink_to("elsewhere")
    with hold(desk.settings):
        pass
    assert not os.path.lexists(desk.settings.state / "elsewhere")


def _full(_: int) -> None:
    raise OSError(28, "No space left on device")


def test_seeds_without_a_current_story_are_stale(desk) -> None:
    desk.seed("harbor.txt", "Harbor reopens\n\nThe harbor reopened on Sunday.\n")
    desk.seed("held.txt", "!held nobody to credit\n")
    desk.seed("broken.txt", "!fail\n")
    assert stale(desk.settings) == ("harbor.txt",)
    desk.run()
    assert stale(desk.settings) == ()
    desk.seed("copy.txt", "Harbor reopens\n\nThe harbor reopened on Sunday.\n")
    assert stale(desk.settings) == ()
    desk.seed("harbor.txt", "Harbor reopens\n\nThe harbor reopened on Monday.\n")
    desk.seed("copy.txt", "Harbor reopens\n\nThe harbor reopened on Monday.\n")
    assert stale(desk.settings) == ("harbor.txt",)
    desk.edit(desk.only(), lambda text: text + "By hand.\n")
    desk.run()
    assert stale(desk.settings) == ()
    (desk.settings.content / desk.only()).unlink()
    assert stale(desk.settings) == ("harbor.txt",)


def test_a_seed_whose_story_cannot_be_written_is_held_and_stops_no_publishing(desk, monkeypatch) -> None:
    def refuse(_: object) -> str:
        raise VerificationError("harbor.txt", "says something else when it is read back", "Report it")

    desk.seed("harbor.txt", "Harbor reopens\n\nThe harbor reopened on Sunday.\n")
    monkeypatch.setattr(planning, "compose", refuse)
    assert desk.run().outcomes[0].state == "held"
    assert stale(desk.settings) == ()


def test_findings_name_file_and_line(desk) -> None:
    desk.seed("harbor.txt", "Harbor reopens\n\nThe harbor reopened.\n")
    desk.seed("held.txt", "!held nobody to credit\nA\n\nB\n")
    desk.seed("gone.toml", "")
    by_hand = desk.settings.stories / "mine.md"
    by_hand.parent.mkdir(parents=True)
    by_hand.write_text("---\ntitle: Mine\nsave_as: x\n---\n")
    found = findings(desk.settings, preview(desk.settings))
    assert [(finding.file, finding.line, finding.kind) for finding in found] == [
        ("seeds/harbor.txt", 1, "look"),
        ("seeds/held.txt", None, "held"),
        ("seeds/held.txt", 1, "look"),
        ("content/stories/mine.md", 3, "fault"),
        ("seeds/gone.toml", None, "look"),
    ]
    assert str(found[0]) == "seeds/harbor.txt:1: look: a plain seed"
    assert found[0].plain()["code"] == "plain"


def test_findings_name_the_item_of_a_feed_and_come_in_the_order_of_lines(desk) -> None:
    doubts = (Doubt("late", "the end is in doubt", Place(28, 28)), Doubt("early", "so is the date", Place(2, 2)))
    report = Report((Outcome("planet.xml", "published", item="https://a.example/1", doubts=doubts),))
    assert [str(finding) for finding in findings(desk.settings, report)] == [
        "seeds/planet.xml:2: look: https://a.example/1: so is the date",
        "seeds/planet.xml:28: look: https://a.example/1: the end is in doubt",
    ]


def test_a_held_document_is_not_told_what_only_a_published_one_shows(desk) -> None:
    doubts = (Doubt("no-date", "published under the day it was first seen"), Doubt("late", "the end is in doubt"))
    told = [
        [finding.code for finding in findings(desk.settings, Report((Outcome("a.txt", state, doubts=doubts),)))]
        for state in ("published", "held")
    ]
    assert told == [["no-date", "late"], ["late"]]


def test_what_to_look_at_beside_a_waiting_version_is_no_part_of_it(desk) -> None:
    report = Report((Outcome("a.txt", "published", "kept", reasons=("a version waits",), looks=("reads like b.txt",)),))
    assert list(report.lines())[:2] == ["kept: seeds/a.txt: a version waits", "look: seeds/a.txt: reads like b.txt"]
    assert [finding.kind for finding in findings(desk.settings, report)] == ["edited", "look"]


def test_a_story_dated_ahead_is_something_to_look_at_and_one_of_long_ago_is_not(desk, monkeypatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")  # 14 November 2023, 22:13 UTC
    desk.settings.stories.mkdir(parents=True)
    dates = {"a": "1848-03-18", "b": "2023-11-15", "c": "2023-11-16", "d": "2024-01-01T10:00:00+01:00"}
    for name, dated in dates.items():
        (desk.settings.stories / f"{name}.md").write_text(f"---\ntitle: T\ndate: {dated}\n---\n\nText.\n")
    found = findings(desk.settings, preview(desk.settings))
    assert [(finding.file, finding.kind, finding.code) for finding in found] == [
        ("content/stories/c.md", "look", "dated-ahead"),
        ("content/stories/d.md", "look", "dated-ahead"),
    ]
    assert "2023-11-16" in found[0].message


def test_a_link_among_the_stories_is_a_fault_and_nobody_reads_what_it_leads_to(desk) -> None:
    (desk.settings.root / "secret").write_text("---\nsecret: [")
    desk.settings.stories.mkdir(parents=True)
    (desk.settings.stories / "link.md").symlink_to(desk.settings.root / "secret")
    (found,) = findings(desk.settings, preview(desk.settings))
    assert str(found) == ("content/stories/link.md: fault: is no ordinary file. Take it out of the content folder.")


def test_of_stories_that_share_a_guid_all_but_one_are_faults(desk) -> None:
    desk.seed("harbor.txt", "!date 2025-08-10\nHarbor reopens\n\nThe mole was mended.\n")
    desk.run()
    known = desk.only()
    text = (desk.settings.content / known).read_text("utf-8")
    for name, status in (("a-copy.md", "published"), ("a-draft.md", "draft")):
        copy = text.replace("\n---\n", f"\nstatus: {status}\n---\n", 1)
        (desk.settings.stories / name).write_text(copy, "utf-8")
    shared = [finding for finding in findings(desk.settings, preview(desk.settings)) if finding.code == "shared-guid"]
    assert [(finding.file, finding.kind) for finding in shared] == [("content/stories/a-copy.md", "fault")]
    assert f"has the guid of content/{known}. If it is another story" in shared[0].message


def double(number: int) -> int:
    match number:
        case 13:
            os._exit(1)
        case 17:
            while True:
                pass
        case 19:
            number = len(b"x" * 1_000_000_000)
        case 23:
            time.sleep(3600)
    return 2 * number


def lost(number: int, loss: workers.Loss) -> int | str:
    return f"{number} {loss}"


def fence(number: int) -> Fence:
    """Those that never end are stopped soon; the others have all the time that a busy machine may need."""
    return Fence(1 if number in (17, 23) else 100, 100_000_000)


DOUBLING = Work(double, lost, fence)


@pytest.mark.parametrize("jobs", [0, 1, 3, None])
def test_results_come_in_order(jobs) -> None:
    numbers = [number for number in range(40) if number not in (13, 17, 19, 23)]
    assert list(in_order(DOUBLING, numbers, jobs)) == [2 * number for number in numbers]


def large(_: int) -> Fence:
    """A task whose file is so large that two of them are enough."""
    return Fence(100, 100_000_000, workers.MOST_AHEAD // 2)


def test_of_tasks_with_large_files_few_are_taken_before_their_turn() -> None:
    taken: list[int] = []
    tasks = (taken.append(number) or number for number in range(12))  # type: ignore[func-returns-value]  # says so
    results = in_order(Work(double, lost, large), tasks, 4)
    assert next(results) == 0
    assert len(taken) == 3
    assert list(results) == [2 * number for number in range(1, 12)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_task_that_ends_or_outgrows_its_process_is_named_and_the_others_pass(jobs, monkeypatch) -> None:
    """One that ends it, one that never ends, one that wants a gigabyte, one that waits for ever."""
    monkeypatch.setattr(fences, "PATIENCE", 3)
    expected = [2 * number for number in range(30)]
    expected[13], expected[17], expected[19], expected[23] = "13 crash", "17 time", "19 memory", "23 time"
    assert list(in_order(DOUBLING, range(30), jobs)) == expected


def wait_once(mark: Path) -> str:
    """What never ends the first time it is tried."""
    if mark.exists():
        return "done"
    mark.touch()
    time.sleep(3600)
    return "never ended"


def forsaken(mark: Path, loss: workers.Loss) -> str:
    return loss


def patient(_: Path) -> Fence:
    return Fence(100, 100_000_000)


def test_a_clock_that_is_set_while_a_task_is_at_work_holds_nothing(tmp_path, monkeypatch) -> None:
    """The pool asks the clock how long a task has taken: a machine that slept, or was told the time, ends it."""
    mark, ended = tmp_path / "begun", []

    def jumped(task) -> bool:
        if ended or not task.started or not mark.exists():
            return False
        ended.append(task)
        return True

    monkeypatch.setattr(process.TaskManager, "timeout", staticmethod(jumped))
    assert list(in_order(Work(wait_once, forsaken, patient), [mark], 1)) == ["done"]
    assert ended


def wait(_: Path) -> None:
    time.sleep(3600)


def test_what_a_clock_ended_that_is_set_again_and_again_is_no_fault_of_the_file(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(process.TaskManager, "timeout", staticmethod(lambda task: task.started))
    assert list(in_order(Work(wait, forsaken, patient), [tmp_path], 1)) == ["clock"]


def test_where_there_is_nothing_to_do_no_process_is_started(monkeypatch) -> None:
    monkeypatch.setattr(workers, "Line", None)
    assert list(in_order(DOUBLING, [], 2)) == []


def test_every_reason_is_a_line_of_the_report() -> None:
    held = Outcome("harbor.txt", "held", item="2", reasons=("nobody to credit. Add it.", "no headline. Add it."))
    assert tuple(Report((held, Outcome("tides.txt", "published"))).lines()) == (
        "held: seeds/harbor.txt (2): nobody to credit. Add it.",
        "held: seeds/harbor.txt (2): no headline. Add it.",
        "2 documents: 1 published, 1 held, 0 duplicates",
    )


@pytest.mark.parametrize(("count", "said"), [(1, "1 published story has"), (2, "2 published stories have")])
def test_stories_that_await_a_look_are_counted_in_one_line(count: int, said: str) -> None:
    doubts = (Doubt("date-in-doubt", "so is the date"), Doubt("headline-in-doubt", "so is the headline"))
    doubtful = [Outcome(f"{number}.txt", "published", doubts=doubts) for number in range(count)]
    held = Outcome("held.txt", "held", doubts=doubts)
    lines = list(Report((*doubtful, held, Outcome("sure.txt", "published"))).lines())
    assert lines[:-1] == [f"look: {said} doubts for you to settle; copydesk check lists them"]


@pytest.mark.parametrize(
    ("name", "is_told"),
    [
        (".harbor.html", True),
        (".html", True),
        (".TXT", True),
        ("harbor.html", False),
        ("._harbor.html", False),
        (".#harbor.txt", False),
        (".DS_Store", False),
        (".gitkeep", False),
        (".harbor.toml", False),
    ],
)
def test_a_raw_file_that_is_hidden_is_told(tmp_path: Path, name: str, is_told: bool) -> None:
    for folder in ("seeds", "seeds/2025", "seeds/.git"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / name).write_text("Tides\n", "utf-8")
    hidden = (f"2025/{name}", name) if is_told else ()
    assert hidden_seeds(tmp_path / "seeds") == tuple(sorted(hidden))
    said = [f"look: seeds/{each}: {HIDDEN}" for each in sorted(hidden)]
    assert (
        list(Report((Outcome("tides.txt", "published"),), hidden=hidden_seeds(tmp_path / "seeds")).lines())[:-1] == said
    )
