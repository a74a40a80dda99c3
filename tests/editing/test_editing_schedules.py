"""Dated lines under a story that belong to it, and those that are the site's."""

from __future__ import annotations

import pytest
from editing_pages import STORY, Line, carry_out, draft, page

TOUR = (
    "June 9 – Brisamar, Sea Hall",
    "June 12 – Ostrovek, Old Mill",
    "Fri, July 3 – Sandray, The Pier",
    "Aug. 14 -- Tarnmouth, Town Hall",
)
HEADING = "The Tarn Brothers’ tour dates"


def left(*under: str, gap: int = 0) -> tuple[str, ...]:
    """What stays of lines with low scores under a story."""
    lines = [Line(text, 0.02, gap=gap if at else 1) for at, text in enumerate(under)]
    after = carry_out("cut_what_is_judged_out", draft(page(STORY, *lines)))
    return tuple(block.text for block in after.blocks[len(STORY) :])


def test_dated_lines_right_under_the_story_stay_with_their_heading() -> None:
    assert left(*TOUR) == TOUR
    assert left(HEADING, *TOUR) == (HEADING, *TOUR)


@pytest.mark.parametrize(
    "lines",
    [
        TOUR[:3],
        ("Archive", "Search", *TOUR),
        tuple(line.replace(" –", ", 2019 –").replace(" --", ", 2019 –") for line in TOUR),
        ("June (12)", "July (9)", "August (14)", "September (2)", "October (1)"),
        ("The choir will sing again at the old mill on the river in spring.", *TOUR),
    ],
    ids=("too few", "under two lines", "with their years", "an archive", "under a sentence that is none of the story"),
)
def test_other_dated_lines_leave(lines: tuple[str, ...]) -> None:
    assert left(*lines) == ()


def test_dated_lines_far_apart_are_titles() -> None:
    assert left(*TOUR, gap=3) == ()
