"""The folder: which seed is which story, what is written, what is left alone."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from copydesk.batch import Outcome, preview
from copydesk.batch.findings import findings
from copydesk.errors import HeldError, LedgerError
from copydesk.writing.stories.storyfile import parse

HARBOR = (
    "Harbor reopens\n\nThe harbor of Port Alder reopened on Sunday after the storm.\nFerries sail again from noon.\n"
)


def states(desk, **options):
    return [(outcome.seed, outcome.state, outcome.change) for outcome in desk.run(**options).outcomes]


def test_a_seed_becomes_a_story_and_the_second_run_writes_nothing(desk) -> None:
    desk.seed("harbor.txt", HARBOR + "!date 2025-08-10\n")
    report = desk.run()
    assert report.total == "1 document: 1 published (1 new), 0 held, 0 duplicates"
    assert report.exit_code == 0
    page = parse(desk.stories()["stories/2025/08/harbor-reopens.md"], "f.md")
    assert (page.title, page.seed, page.date_recorded) == ("Harbor reopens", "harbor.txt", True)
    before = desk.tree()
    assert desk.run().total == "1 document: 1 published, 0 held, 0 duplicates"
    assert desk.tree() == before


def test_a_forgotten_memory_changes_nothing(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    memory = desk.settings.state / "normalized.json"
    before = {path: state for path, state in desk.tree().items() if path != str(memory)}
    for damage in (b"", b"{", b"[]", b'{"harbor.txt": {"key": 1}}', b"[" * 100_000):
        memory.write_bytes(damage)
        assert states(desk) == [("harbor.txt", "published", "unchanged")]
    memory.unlink()
    assert states(desk) == [("harbor.txt", "published", "unchanged")]
    assert {path: state for path, state in desk.tree().items() if path != str(memory)} == before


def test_an_unchanged_seed_is_not_cleaned_again(desk, monkeypatch) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.seed("held.txt", "!held nobody to credit\nNote\n")
    desk.run()
    monkeypatch.setattr("copydesk.pipeline.stories", None)
    assert states(desk) == [("harbor.txt", "published", "unchanged"), ("held.txt", "held", "unchanged")]


def test_overrides_are_noticed(desk, monkeypatch) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    desk.seed("harbor.toml", 'section = "Local"\n')
    monkeypatch.setattr("copydesk.pipeline.stories", lambda raw, house, overrides, limits: 1 / 0)
    assert desk.run().outcomes[0].reasons[0].startswith("would be held: cleaning failed (ZeroDivisionError")
    desk.seed("harbor.toml", "sektion = 1\n")
    assert "sektion" in desk.run().outcomes[0].reasons[0]
    assert len(desk.stories()) == 1


def test_of_two_new_names_of_one_file_the_shorter_is_the_seed(desk) -> None:
    desk.seed("harbor (1).txt", HARBOR)
    desk.seed("harbor.txt", HARBOR)
    assert states(desk) == [("harbor (1).txt", "duplicate", "unchanged"), ("harbor.txt", "published", "new")]


def test_the_same_raw_file_under_two_names_is_one_story(desk) -> None:
    desk.seed("b.txt", HARBOR)
    desk.seed("a.txt", HARBOR)
    assert states(desk) == [("a.txt", "published", "new"), ("b.txt", "duplicate", "unchanged")]
    (found,) = [finding for finding in findings(desk.settings, preview(desk.settings)) if finding.code == "duplicate"]
    assert str(found) == (
        "seeds/b.txt: look: the same file as seeds/a.txt, which became the story. Remove one of the two"
    )
    Path(desk.settings.seeds / "a.txt").unlink()
    assert states(desk) == [("b.txt", "published", "changed")]
    assert len(desk.stories()) == 1
    desk.seed("a.txt", HARBOR)
    assert states(desk) == [("a.txt", "duplicate", "unchanged"), ("b.txt", "published", "unchanged")]


def test_two_stories_with_one_headline_are_two(desk) -> None:
    desk.seed("a.txt", HARBOR)
    desk.seed("b.txt", "Harbor reopens\n\nQuite another text about quite another harbor far away.\n")
    desk.run()
    assert list(desk.stories()) == ["stories/2025/08/harbor-reopens-2.md", "stories/2025/08/harbor-reopens.md"]
    before = desk.tree()
    desk.run()
    assert desk.tree() == before


def test_a_changed_seed_continues_its_story_while_it_tells_the_same(desk) -> None:
    desk.seed("harbor.txt", HARBOR + "!date 2025-08-10\n")
    desk.run()
    path = desk.only()
    guid = parse(desk.stories()[path], "f.md").guid
    versions = (
        HARBOR.replace("noon", "two o’clock"),
        HARBOR.replace("Harbor reopens", "Port Alder back in business"),
        "Port Alder back in business\n\nNothing of the text is as it was, only the headline.\n!date 2024-01-01\n",
    )
    for text in versions:
        desk.seed("harbor.txt", text)
        assert states(desk) == [("harbor.txt", "published", "changed")]
        assert desk.only() == path
        assert parse(desk.stories()[path], "f.md").guid == guid


def test_a_seed_that_tells_something_else_is_a_new_story(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    desk.seed("harbor.txt", "Gulls counted\n\nA man with a cheap microphone has counted the gulls of the town.\n")
    assert states(desk) == [("harbor.txt", "published", "new")]
    assert len(desk.stories()) == 2
    desk.seed("harbor.txt", HARBOR)
    assert states(desk) == [("harbor.txt", "published", "unchanged")]


def test_an_older_version_of_a_story_is_no_second_story(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    desk.seed("harbor.txt", HARBOR.replace("noon", "two"))
    desk.run()
    desk.seed("again.txt", HARBOR)
    assert states(desk) == [("again.txt", "duplicate", "unchanged"), ("harbor.txt", "published", "unchanged")]
    assert len(desk.stories()) == 1


def test_a_removed_seed_leaves_its_story(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    stories = desk.stories()
    (desk.settings.seeds / "harbor.txt").unlink()
    assert desk.run().total == "0 documents: 0 published, 0 held, 0 duplicates"
    assert desk.stories() == stories


def test_a_renamed_seed_keeps_its_story(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    guid = parse(desk.stories()[desk.only()], "f.md").guid
    (desk.settings.seeds / "harbor.txt").rename(desk.settings.seeds / "renamed.txt")
    desk.run()
    page = parse(desk.stories()[desk.only()], "f.md")
    assert (page.guid, page.seed) == (guid, "renamed.txt")


def test_holding_applies_before_first_publication_only(desk) -> None:
    desk.seed("harbor.txt", HARBOR + "!held nobody to credit\n")
    report = desk.run()
    assert report.held == (
        Outcome("harbor.txt", "held", reasons=("nobody to credit.",), doubts=report.outcomes[0].doubts),
    )
    assert report.exit_code == 3
    assert next(report.lines()) == "held: seeds/harbor.txt: nobody to credit."
    assert desk.stories() == {}
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    desk.seed("harbor.txt", HARBOR + "!held nobody to credit\n")
    report = desk.run()
    assert [(outcome.state, outcome.reasons) for outcome in report.outcomes] == [
        ("published", ("would be held: nobody to credit.",))
    ]
    assert "held: " in parse(desk.stories()[desk.only()], "f.md").review[0]


def test_an_undated_story_stands_under_the_day_it_was_first_seen(desk, monkeypatch) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    text = desk.stories()["stories/2025/08/harbor-reopens.md"]
    assert "date: 2025-08-11\n" in text
    assert not parse(text, "f.md").date_recorded
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1900000000")
    (desk.settings.state / "normalized.json").unlink()
    desk.run()
    assert desk.stories() == {"stories/2025/08/harbor-reopens.md": text}


def test_a_seed_of_several_documents_is_several_stories(desk) -> None:
    desk.seed("two.txt", HARBOR + "!next\nGulls counted\n\nMany.\n!next\n!held no headline\n\n")
    report = desk.run()
    assert report.total == "3 documents: 2 published (2 new), 1 held, 0 duplicates"
    assert [outcome.item for outcome in report.outcomes] == ["0", "1", "2"]
    before = desk.tree()
    desk.run()
    assert desk.tree() == before


@pytest.mark.parametrize("jobs", [1, 2])
def test_one_bad_file_never_stops_the_press(desk, jobs) -> None:
    for number in range(8):
        desk.seed(f"good-{number}.txt", HARBOR.replace("Sunday", f"day {number}"))
    desk.seed("fails.txt", "!fail\n")
    desk.seed("empty.txt", "")
    desk.seed("bytes.txt", b"\xff\xfe\x00")
    desk.seed("bad\nname.txt", HARBOR)
    if jobs > 1:
        desk.seed("good-3-crashes.txt", "!crash\n")
    report = desk.run(jobs=jobs)
    assert report.count("published") == 8
    assert len(report.outcomes) == sum(report.count(state) for state in ("published", "held", "duplicate"))
    held = {outcome.seed: outcome.reasons[0] for outcome in report.held}
    assert "ZeroDivisionError: as ordered" in held["fails.txt"]
    assert held["empty.txt"] == "it is empty. Save it again."
    assert "UnicodeDecodeError" in held["bytes.txt"]
    assert "Rename" in held["bad\nname.txt"]
    assert jobs == 1 or "ends the process" in held["good-3-crashes.txt"]


def test_what_is_no_ordinary_file_is_held_and_not_followed(desk, tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(HARBOR)
    (desk.settings.seeds / "link.txt").symlink_to(secret)
    (desk.settings.seeds / "folder").symlink_to(tmp_path, target_is_directory=True)
    os.mkfifo(desk.settings.seeds / "pipe.txt")
    desk.seed("readable.txt", "Readable\n\nText.\n")
    report = desk.run()
    assert [outcome.seed for outcome in report.held] == ["folder", "link.txt", "pipe.txt"]
    assert len(desk.stories()) == 1


def test_the_curators_word_is_no_link_either(desk, tmp_path) -> None:
    (tmp_path / "secret.toml").write_text('headline = "Secret"\n')
    desk.seed("harbor.txt", HARBOR)
    desk.seed("quay.txt", HARBOR.replace("noon", "one"))
    (desk.settings.seeds / "harbor.toml").symlink_to(tmp_path / "secret.toml")
    os.mkfifo(desk.settings.seeds / "quay.toml")
    report = desk.run()
    assert {outcome.seed for outcome in report.held} == {"harbor.txt", "quay.txt"}
    assert all("Put the file itself there" in reason for outcome in report.held for reason in outcome.reasons)
    assert not desk.stories()


def test_a_message_shows_what_cannot_be_seen(desk) -> None:
    desk.seed("bad\nname.txt", HARBOR)
    desk.seed("\u202egnp.txt", HARBOR)
    lines = list(desk.run().lines())
    assert len(lines) == 3
    assert all(line.isprintable() for line in lines)


def test_names_whose_script_needs_joiners_are_published_and_read_as_they_are(desk) -> None:
    persian, family = "خانه\u200cها.txt", "👨\u200d👩\u200d👧.txt"
    desk.seed(persian, "")
    desk.seed(family, HARBOR)
    desk.seed("har\u200dbor.txt", HARBOR.replace("harbor", "market"))
    told = {outcome.seed: outcome for outcome in desk.run().outcomes}
    assert told[family].state == "published"
    assert told[persian].state == "held"
    assert "cannot be shown" not in told[persian].reasons[0]
    assert "cannot be shown" in told["har\u200dbor.txt"].reasons[0]
    assert any(persian in line for line in desk.run().lines())


def test_a_name_of_nothing_but_spaces_is_held(desk) -> None:
    desk.seed("   ", HARBOR)
    (outcome,) = desk.run().outcomes
    assert outcome.reasons == ("a name with characters that cannot be shown. Rename the file.",)


def test_files_for_people_and_machines_are_no_seeds(desk) -> None:
    for name in ("README.md", ".hidden", "harbor.toml", ".git/config", "Page_files/ad.js", "sub/.x"):
        desk.seed(name, "")
    desk.seed("Page.html", HARBOR)
    desk.seed("sub/deep/harbor.txt", HARBOR.replace("noon", "one"))
    assert [outcome.seed for outcome in desk.run().outcomes] == ["Page.html", "sub/deep/harbor.txt"]


def test_what_editors_leave_beside_a_seed_is_no_seed(desk) -> None:
    for name in ("harbor.txt", "harbor.txt~", "Harbor.bak", "page.html.crdownload"):
        desk.seed(name, HARBOR)
    assert [outcome.seed for outcome in desk.run().outcomes] == ["harbor.txt"]


@pytest.mark.parametrize(("folder", "belongs"), [("page_files", True), ("page-Dateien", True), ("page-2025", False)])
def test_only_a_folder_a_browser_saved_belongs_to_a_page(desk, folder: str, belongs: bool) -> None:
    desk.seed("page.html", HARBOR)
    desk.seed(f"{folder}/deep.txt", HARBOR.replace("noon", "one"))
    assert len(desk.run().outcomes) == (1 if belongs else 2)


def test_a_file_too_large_is_held(desk) -> None:
    desk.seed("large.txt", b"x" * (desk.settings.limits.bytes + 1))
    assert "larger than" in desk.run().held[0].reasons[0]


def test_a_story_a_curator_moved_stays_where_it_is(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    old = desk.settings.content / desk.only()
    new = old.parent.parent / "07" / "port-alder.md"
    new.parent.mkdir()
    old.rename(new)
    desk.run()
    assert desk.only() == "stories/2025/07/port-alder.md"
    desk.seed("harbor.txt", HARBOR.replace("noon", "two"))
    desk.run()
    assert desk.only() == "stories/2025/07/port-alder.md"
    assert "two" in desk.stories()[desk.only()]
    (ledger,) = desk.settings.ledger.iterdir()
    assert "was: stories/2025/08/harbor-reopens.md\n" in ledger.read_text()


def test_a_story_whose_file_is_gone_is_written_again(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    stories = desk.stories()
    (desk.settings.content / desk.only()).unlink()
    desk.run()
    assert desk.stories() == stories


def test_a_story_by_hand_is_untouched_and_its_slug_is_taken(desk) -> None:
    by_hand = desk.settings.stories / "2020" / "harbor-reopens.md"
    by_hand.parent.mkdir(parents=True)
    by_hand.write_text("---\ntitle: Mine\n---\n\nMy own words.\n")
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    assert desk.stories()["stories/2020/harbor-reopens.md"] == "---\ntitle: Mine\n---\n\nMy own words.\n"
    assert "stories/2025/08/harbor-reopens-2.md" in desk.stories()


def test_a_damaged_ledger_ends_the_run_before_anything_is_written(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    (ledger,) = desk.settings.ledger.iterdir()
    ledger.write_text("<<<<<<< ours\n" + ledger.read_text())
    desk.seed("other.txt", "Gulls counted\n\nMany.\n")
    before = desk.tree()
    with pytest.raises(LedgerError, match=ledger.name):
        desk.run()
    assert desk.tree() == before


def test_a_lost_ledger_is_made_again_where_the_file_is_ours(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    stories, (ledger,) = desk.stories(), desk.settings.ledger.iterdir()
    text = ledger.read_text()
    ledger.unlink()
    desk.run()
    assert (desk.stories(), ledger.read_text()) == (stories, text)


def test_a_lost_ledger_guards_a_file_that_is_not_ours(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    path = desk.only()
    desk.edit(path, lambda text: text + "\nBy hand.\n")
    edited, (ledger,) = desk.stories(), desk.settings.ledger.iterdir()
    ledger.unlink()
    report = desk.run()
    assert desk.stories() == edited
    assert [(outcome.change, outcome.path) for outcome in report.outcomes] == [("kept", path)]
    assert "no ledger" in report.outcomes[0].reasons[0]
    desk.run(take=frozenset({path}))
    assert "By hand." not in desk.stories()[path]


def test_a_preview_reports_the_same_and_writes_nothing(desk) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.seed("held.txt", "!held nobody to credit\n")
    before = desk.tree()
    report = preview(desk.settings)
    assert desk.tree() == before
    assert report == desk.run()


def test_more_workers_write_the_same(desk, tmp_path, monkeypatch) -> None:
    for number in range(12):
        desk.seed(f"s{number}.txt", f"One headline\n\nText number {number} of twelve.\n")
    desk.run(jobs=3)
    three = {path: state[0] for path, state in desk.tree().items() if "seeds" not in path}
    for path in three:
        Path(path).unlink()
    desk.run(jobs=1)
    assert {path: state[0] for path, state in desk.tree().items() if "seeds" not in path} == three


@pytest.mark.parametrize("broken", [b"\xff", b"a = " + b"[" * 20_000, b"= 1", None])
def test_overrides_that_cannot_be_read_hold_their_seed_alone(desk, broken) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.seed("other.txt", "Gulls counted\n\nMany.\n")
    if broken is None:
        (desk.settings.seeds / "harbor.toml").mkdir()
    else:
        desk.seed("harbor.toml", broken)
    report = desk.run()
    assert [(outcome.seed, outcome.state) for outcome in report.outcomes] == [
        ("harbor.txt", "held"),
        ("other.txt", "published"),
    ]
    assert report.outcomes[0].reasons[0].startswith("seeds/harbor.toml: ")


@pytest.mark.parametrize("folder", ["", "sub/"])
def test_overrides_are_named_as_the_curator_knows_them(desk, folder) -> None:
    desk.seed(f"{folder}harbor.txt", HARBOR)
    desk.seed(f"{folder}harbor.txt.toml", "sektion = 1\n")
    reason = f"seeds/{folder}harbor.txt.toml: has the unknown key sektion. "
    assert desk.run().outcomes[0].reasons[0].startswith(reason)


@pytest.mark.parametrize("damage", [lambda old: b"<<<<<<< ours\n" + old, lambda old: old + b"\xff", lambda _: b""])
def test_a_damaged_ledger_is_named_with_what_to_do(desk, damage) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    (ledger,) = desk.settings.ledger.iterdir()
    ledger.write_bytes(damage(ledger.read_bytes()))
    with pytest.raises(LedgerError, match=rf"^content/ledger/{ledger.name}: .+\. Restore it from version control"):
        desk.run()


def test_progress_is_told_seed_by_seed(desk) -> None:
    for name in "abc":
        desk.seed(f"{name}.txt", f"{name}\n\n{name}\n")
    told: list[tuple[int, int]] = []
    desk.run(progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 3), (2, 3), (3, 3)]


@pytest.mark.parametrize("reason", ["HeldError", "ZeroDivisionError", "VerificationError"])
def test_a_story_that_can_no_longer_be_made_stands_and_is_flagged(desk, monkeypatch, reason) -> None:
    desk.seed("harbor.txt", HARBOR)
    desk.run()
    stories = desk.stories()
    (desk.settings.state / "normalized.json").unlink()

    def fail(*_: object) -> None:
        raise ZeroDivisionError if reason == "ZeroDivisionError" else HeldError("harbor.txt", reason, "Look.")

    checking, reading = "copydesk.batch.stories.planning.verify_record", "copydesk.pipeline.stories"
    broken = checking if reason == "VerificationError" else reading
    monkeypatch.setattr(broken, fail)
    (outcome,) = desk.run().outcomes
    assert (outcome.state, outcome.path) == ("published", next(iter(stories)))
    assert outcome.reasons[0].startswith("would be held: ")
    assert reason in outcome.reasons[0]
    assert desk.stories() == stories
    desk.seed("harbor.txt", HARBOR + "changed")
    if reason != "VerificationError":
        assert [outcome.state for outcome in desk.run().outcomes] == ["held"]
    assert desk.stories() == stories
