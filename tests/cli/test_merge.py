"""``copydesk diff`` offers a merge, ``copydesk merge`` writes one, and nothing does so unasked."""

from __future__ import annotations

from pathlib import Path

import pytest
from copydesk.cli import main
from test_command import STORY, site

__all__ = ["site"]

WORD = "storm that had torn away"


def edited(site: Path, old: str, new: str, newer: str) -> Path:
    """The story, edited by hand, after which its raw file changed too."""
    assert main(["normalize"]) == 0
    (story,) = (site / "content" / "stories").rglob("*.md")
    story.write_text(story.read_text("utf-8").replace(old, new), "utf-8")
    (site / "seeds" / "harbor.txt").write_text(STORY.replace("half speed", newer), "utf-8")
    return story


def test_a_clean_merge(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = edited(site, WORD, "gale that had torn away", "a third of their speed")
    by_hand = story.read_text("utf-8")
    assert main(["normalize"]) == 0
    assert story.read_text("utf-8") == by_hand
    name = story.relative_to(site).as_posix()
    assert f"copydesk merge {name}" in capsys.readouterr().out
    assert main(["diff"]) == 0
    assert f"# copydesk merge {name} would join the two" in capsys.readouterr().out
    assert main(["merge", name]) == 0
    printed = capsys.readouterr().out
    merged = story.read_text("utf-8")
    assert "gale that had torn away" in merged
    assert "a third of their speed" in merged
    (kept,) = (site / ".copydesk" / "replaced").iterdir()
    assert kept.name in printed
    assert kept.read_text("utf-8") == by_hand
    assert main(["normalize"]) == 0
    assert "1 published, 0 held" in capsys.readouterr().out
    assert story.read_text("utf-8") == merged
    assert main(["merge", name]) == 0
    assert "nothing to merge: there is no new version" in capsys.readouterr().out


def test_a_conflict_is_left_to_the_curator(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = edited(site, "at half speed", "at quarter speed", "a third of their speed")
    name = story.relative_to(site).as_posix()
    assert main(["diff", name]) == 0
    assert "would leave you 1 to decide" in capsys.readouterr().out
    assert main(["merge", name]) == 3
    assert "1 place that both changed" in capsys.readouterr().out
    text = story.read_text("utf-8")
    assert "quarter speed" in text
    assert "a third of their speed" in text
    assert main(["check"]) == 1
    assert "a merge that is not finished" in capsys.readouterr().out
    assert main(["merge", name]) == 1
    assert "an earlier merge is not finished" in capsys.readouterr().err
    assert main(["normalize"]) == 0
    assert story.read_text("utf-8") == text


def test_there_is_nothing_to_merge_of_a_story_that_no_hand_touched(
    site: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["normalize"]) == 0
    (story,) = (site / "content" / "stories").rglob("*.md")
    assert main(["merge", str(story)]) == 0
    assert "nothing to merge: no hand has edited it" in capsys.readouterr().out
    assert main(["merge", str(site / "seeds" / "harbor.txt")]) == 2


def test_odd_bytes_of_a_hand_survive_a_merge(site: Path) -> None:
    story = edited(site, WORD, WORD, "a third of their speed")
    story.write_bytes(story.read_bytes() + b"\nBy hand: \xff\xfe \x85 \xe2\x80\xa8 end.\n")
    assert main(["merge", str(story)]) == 0
    assert b"By hand: \xff\xfe \x85 \xe2\x80\xa8 end." in story.read_bytes()
    assert b"a third of their speed" in story.read_bytes()
