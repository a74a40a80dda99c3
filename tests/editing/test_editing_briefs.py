"""Short pages, invented in twelve languages: what is whole is put out without a doubt, what is no story is held, and
where a line of something else may have got in the curator is asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from copydesk import editing, intake
from copydesk.model import Draft, House, Overrides, RawDocument

HERE = Path(__file__).parent
BRIEFS = sorted((HERE / "briefs").iterdir())
NO_STORIES = sorted((HERE / "no_stories").iterdir())


def edited(name: str, raw: bytes) -> Draft:
    """A raw file as the desk leaves it."""
    return editing.edit(intake.read(RawDocument(name, raw))[0], House(), Overrides())


def codes(draft: Draft) -> set[str]:
    """What the curator is asked about."""
    return {doubt.code for doubt in draft.doubts}


def test_clean_briefs_are_not_held_and_at_most_one_is_marked_for_review() -> None:
    briefs = [edited(path.name, path.read_bytes()) for path in BRIEFS]
    assert not any(brief.held for brief in briefs)
    marked = {brief.seed: brief.confidence for brief in briefs if "lines-in-doubt" in codes(brief)}
    assert len(marked) <= 1, marked


@pytest.mark.parametrize("path", NO_STORIES, ids=lambda path: path.name)
def test_a_short_page_that_is_no_story_is_held(path: Path) -> None:
    assert edited(path.name, path.read_bytes()).held
