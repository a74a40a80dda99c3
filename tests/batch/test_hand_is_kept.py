"""The curator's hand wins: no run, no crash, no change of seeds or rules loses a word of it."""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest
from copydesk.batch import files, normalizing
from copydesk.batch.content import putting
from copydesk.batch.content.shelf import Shelf, open_shelf
from copydesk.batch.relations.relating import Related, relate
from copydesk.batch.versions import guarded, versions
from copydesk.settings import Settings
from copydesk.writing.stories.storyfile import parse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

HARBOR = "Harbor reopens\n\nThe harbor of Port Alder reopened on Sunday after the storm.\n!tag Ports\n"
CURATED = '# mine\npin:   yes\nnote: |\n  A "note".\n'


def with_keys(text: str) -> str:
    return text.replace("\n---\n\n", f"\n{CURATED}---\n\n")


def test_an_edited_story_is_kept_and_the_run_says_so(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    path = desk.only()
    desk.edit(path, lambda text: with_keys(text).replace("after the storm", "after the great storm"))
    edited = desk.stories()
    assert [outcome.change for outcome in desk.run().outcomes] == ["unchanged"]
    desk.seed("harbor.txt", HARBOR.replace("Sunday", "Monday"))
    for _ in range(2):
        (outcome,) = desk.run().outcomes
        assert (outcome.state, outcome.change) == ("published", "kept")
        assert f"copydesk diff content/{path}" in outcome.reasons[0]
        assert f"copydesk normalize --take content/{path}" in outcome.reasons[0]
        assert desk.stories() == edited


def test_a_hand_may_edit_a_story_under_another_name_of_its_file(desk, tmp_path) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    path = desk.only()
    os.link(desk.settings.content / path, tmp_path / "elsewhere.md")
    desk.seed("harbor.txt", HARBOR.replace("Sunday", "Monday"))
    assert [outcome.change for outcome in desk.run().outcomes] == ["changed"]
    assert "Monday" in desk.stories()[path]
    assert "Sunday" in (tmp_path / "elsewhere.md").read_text("utf-8")
    os.link(desk.settings.content / path, tmp_path / "again.md")
    with open(tmp_path / "again.md", "a", encoding="utf-8") as file:
        file.write("\nBy hand.\n")
    desk.seed("harbor.txt", HARBOR.replace("Sunday", "Tuesday"))
    assert [outcome.change for outcome in desk.run().outcomes] == ["kept"]
    assert "By hand." in desk.stories()[path]


def test_a_seed_that_is_a_file_elsewhere_too_is_read_and_never_written(desk, tmp_path) -> None:
    (tmp_path / "harbor.txt").write_text(HARBOR, "utf-8")
    desk.settings.seeds.mkdir(parents=True, exist_ok=True)
    os.link(tmp_path / "harbor.txt", desk.settings.seeds / "harbor.txt")
    before = os.stat(tmp_path / "harbor.txt").st_mtime_ns
    assert [outcome.state for outcome in desk.run().outcomes] == ["published"]
    assert (tmp_path / "harbor.txt").read_text("utf-8") == HARBOR
    assert os.stat(tmp_path / "harbor.txt").st_mtime_ns == before


def test_taking_the_new_version_keeps_the_old_text_and_the_curators_keys(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    path = desk.only()
    desk.edit(path, lambda text: with_keys(text).replace("after the storm", "after the great storm"))
    edited = desk.stories()[path]
    desk.seed("harbor.txt", HARBOR.replace("Sunday", "Monday"))
    (outcome,) = desk.run(take=frozenset({path})).outcomes
    assert outcome.change == "taken"
    taken = desk.stories()[path]
    assert "Monday" in taken
    assert "great storm" not in taken
    assert CURATED in taken
    (kept,) = (desk.settings.state / "replaced").iterdir()
    assert kept.read_text("utf-8") == edited
    assert desk.run().outcomes[0].change == "unchanged"


def test_the_same_story_taken_twice_keeps_both_old_texts(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    path = desk.only()
    for word in ("great", "second"):
        desk.edit(path, lambda text, word=word: text.replace("after the storm", f"after the {word} storm"))
        desk.run(take=frozenset({path}))
    kept = " ".join(file.read_text("utf-8") for file in (desk.settings.state / "replaced").iterdir())
    assert "great storm" in kept
    assert "second storm" in kept


def test_the_curators_keys_do_not_freeze_the_body(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    desk.edit(desk.only(), with_keys)
    desk.seed("harbor.txt", HARBOR.replace("Sunday", "Monday"))
    assert [outcome.change for outcome in desk.run().outcomes] == ["changed"]
    text = desk.stories()[desk.only()]
    assert "Monday" in text
    assert CURATED in text


def test_tags_are_the_curators_once_he_changed_them(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    desk.seed("harbor.txt", HARBOR.replace("Ports", "Harbors"))
    desk.run()
    assert parse(desk.stories()[desk.only()], "f.md").tags == ("Harbors",)
    desk.edit(desk.only(), lambda text: text.replace('"Harbors"', '"Boats"'))
    desk.seed("harbor.txt", HARBOR.replace("Ports", "Ships").replace("Sunday", "Monday"))
    assert [outcome.change for outcome in desk.run().outcomes] == ["changed"]
    assert parse(desk.stories()[desk.only()], "f.md").tags == ("Boats",)


def test_front_matter_that_cannot_be_read_is_left_alone(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    path = desk.settings.content / desk.only()
    for broken in ("no front matter", "---\ntitle: [\n---\n", "", "\udcff\udcfe"):
        path.write_bytes(broken.encode("utf-8", "surrogateescape"))
        desk.seed("harbor.txt", HARBOR.replace("Sunday", f"day {len(broken)}"))
        assert [outcome.change for outcome in desk.run().outcomes] == ["kept"]
        assert path.read_bytes() == broken.encode("utf-8", "surrogateescape")


def test_an_edit_to_what_we_would_write_anyway_is_taken_for_ours(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    path = desk.only()
    desk.seed("harbor.txt", HARBOR.replace("Sunday", "Monday"))
    new = versions(next(iter(open_shelf(desk.settings).entries.values())), open_shelf(desk.settings)).new
    assert new is not None
    desk.edit(path, lambda _: new)
    assert [outcome.change for outcome in desk.run().outcomes] == ["unchanged"]
    desk.seed("harbor.txt", HARBOR.replace("Sunday", "Tuesday"))
    assert [outcome.change for outcome in desk.run().outcomes] == ["changed"]


def test_line_ends_of_another_system_are_no_edit(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    for path in (desk.settings.content / desk.only(), *desk.settings.ledger.iterdir()):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    desk.seed("harbor.txt", HARBOR.replace("Sunday", "Monday"))
    assert [outcome.change for outcome in desk.run().outcomes] == ["changed"]


def test_versions_of_an_edited_story(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    assert list(guarded(open_shelf(desk.settings))) == []
    desk.edit(desk.only(), lambda text: text + "By hand.\n")
    desk.seed("harbor.txt", HARBOR.replace("Sunday", "Monday"))
    stand = open_shelf(desk.settings)
    (entry,) = guarded(stand)
    three = versions(entry, stand)
    assert "Sunday" in three.base
    assert three.current == three.base + "By hand.\n"
    assert three.new is not None
    assert "Monday" in three.new
    (desk.settings.seeds / "harbor.txt").unlink()
    assert versions(entry, stand).new is None


@pytest.mark.parametrize("step", range(12))
@pytest.mark.parametrize("first", [True, False])
def test_a_kill_between_any_two_writes_mends_itself(desk, step, first) -> None:
    """Killed before the n-th rename, the next run ends where an undisturbed one ends."""
    desk.seed("gulls.txt", "Gulls counted\n\nA man has counted the gulls of the town.\n")
    if not first:
        desk.seed("harbor.txt", HARBOR)
        desk.run()
        desk.edit("stories/2025/08/harbor-reopens.md", with_keys)
    desk.seed("harbor.txt", HARBOR.replace("Sunday", "Monday"))
    steps = iter(range(100))

    def killed(source: Path, target: Path) -> Path:
        if next(steps) == step:
            os._exit(9)
        return replace(source, target)

    replace = Path.replace
    if not (child := os.fork()):
        Path.replace = killed  # type: ignore[method-assign]
        with suppress(Exception):
            desk.run()
        os._exit(0)
    os.waitpid(child, 0)
    desk.run()
    harbor = desk.stories()["stories/2025/08/harbor-reopens.md"]
    assert "Monday" in harbor
    assert (CURATED in harbor) is not first
    assert len(desk.stories()) == 2
    assert [outcome.change for outcome in desk.run().outcomes] == ["unchanged", "unchanged"]
    assert not [path for path in desk.settings.root.rglob("*") if path.suffix == ".new"]


HAND_EDITS = {
    "body": lambda text, word: f"{text}{word}\n",
    "title": lambda text, word: text.replace('title: "', f'title: "{word} ', 1),
    "keys": lambda text, word: text.replace("\n---\n\n", f"\n# {word}\n---\n\n"),
    "tags": lambda text, word: text.replace("tags:\n", f"tags:\n  - {word}\n"),
}
"""What a hand may do to a story: each puts a word in."""


def change_seeds(seeds: Path, change: str, number: int) -> None:
    """Change the one raw file, or what is left of it."""
    for seed in list(seeds.glob("*.txt")):
        if change == "change":
            seed.write_text(HARBOR.replace("Sunday", f"day {number}"), "utf-8")
        elif change == "rename":
            seed.rename(seed.with_name(f"{number}.txt"))
        elif change == "remove":
            seed.unlink()


EDITS = st.sampled_from([*HAND_EDITS, "change", "rename", "remove", "change"])


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(EDITS, min_size=3, max_size=8))
def test_no_hand_edit_is_lost_in_any_order(desk, edits: list[str]) -> None:
    """After every run all words a hand has written, and no run took on purpose, are still in the one story."""
    for folder in (desk.settings.seeds, desk.settings.content, desk.settings.state):
        shutil.rmtree(folder, ignore_errors=True)
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    path = desk.only()
    written: list[str] = []
    for number, edit in enumerate(edits):
        if edit in HAND_EDITS:
            written.append(f"word{number}")
            desk.edit(path, partial(HAND_EDITS[edit], word=written[-1]))
        change_seeds(desk.settings.seeds, edit, number)
        desk.run()
        assert all(word in desk.stories()[path] for word in written)


def test_files_a_crash_left_half_written_are_removed(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    folder = (desk.settings.content / desk.only()).parent
    (folder / f"{files.TEMPORARY}abc").write_text("half")
    before = desk.stories()
    desk.run()
    assert desk.stories() == before
    assert len(list(folder.iterdir())) == 1


def test_a_story_saved_while_the_run_was_at_work_is_left_alone(desk, monkeypatch) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    path = desk.only()
    desk.seed("harbor.txt", HARBOR.replace("Sunday", "Monday"))

    def saved(settings: Settings, shelf: Shelf) -> Related:
        desk.edit(path, lambda text: text + "Saved just now.\n")
        return relate(settings, shelf)

    with monkeypatch.context() as patched:
        patched.setattr(normalizing, "relate", saved)
        (outcome,) = desk.run().outcomes
    assert "was edited while this ran" in outcome.reasons[0]
    assert "Saved just now." in desk.stories()[path]
    assert "Sunday" in desk.stories()[path]
    (outcome,) = desk.run().outcomes
    assert outcome.change == "kept"


def test_an_interrupted_run_changes_nothing(desk, monkeypatch) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    before = desk.tree()
    desk.seed("harbor.txt", HARBOR.replace("Sunday", "Monday"))
    desk.seed("gulls.txt", "Gulls counted\n\nA man has counted the gulls of the town.\n")

    def interrupted(path: Path, data: bytes) -> Path:
        if path.name.startswith("gulls"):
            raise KeyboardInterrupt
        return write_aside(path, data)

    write_aside = putting.write_aside
    monkeypatch.setattr(putting, "write_aside", interrupted)
    with pytest.raises(KeyboardInterrupt):
        desk.run()
    after = desk.tree()
    content = str(desk.settings.content)
    assert {path: state for path, state in after.items() if path.startswith(content)} == {
        path: state for path, state in before.items() if path.startswith(content)
    }


def test_a_new_story_edited_after_a_crash_keeps_its_ledger(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    (ledger,) = desk.settings.ledger.glob("*.txt")
    ledger.rename(ledger.with_suffix(".new"))
    desk.edit(desk.only(), lambda text: text + "By hand.\n")
    (outcome,) = desk.run().outcomes
    assert outcome.reasons == ()
    assert [entry.path for entry in guarded(open_shelf(desk.settings))] == [desk.only()]


def test_a_story_moved_and_saved_on_another_system_stays_one_story(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    file = desk.settings.content / desk.only()
    moved = file.with_name("moved.md")
    moved.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    file.unlink()
    desk.seed("harbor.txt", HARBOR.replace("Sunday", "Monday"))
    desk.run()
    assert [path.rpartition("/")[2] for path in desk.stories()] == ["moved.md"]
