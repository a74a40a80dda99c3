"""What the search page answers: every vector as a story by hand, all of which are found by a word that they share.
Those that are no YAML, such as one with half a character, are named by the build and not published.

The other experiments give a search to the first of their sites alone, since an index takes long. Beside it, an answer
with its headline set as markup shows that the experiment would see what a vector does there.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from torture.table import Experiment, Row, Scale
from torture.xss_browser import Watch, browser_path
from torture.xss_control import MISSING
from torture.xss_following import Served, answers_of, standing
from torture.xss_sinks import Vector, numbered
from torture.xss_site import FEWER_FEEDS, NO_CARDS, NO_NAMES, stand
from torture.xss_vectors import vectors

AT_ONCE = 1_000
"""Stories of a site."""

ACTING = Vector(1, '<img src="x" onerror="alert(1)">')
"""What does something where it is markup, and goes nowhere."""

AS_TEXT, AS_MARKUP = "link.textContent = story.meta.title", "link.innerHTML = story.meta.title"
"""How the script of the search page sets a headline, and how it must not."""


def answered(scale: Scale, folder: Path) -> Row:
    """Ask until all stories are shown."""
    if browser_path() is None:
        return MISSING
    chosen = tuple(map(shown_whole, numbered(vectors(scale))))
    tried, lost = 0, []
    with standing() as (served, watch):
        for place in range(0, len(chosen), AT_ONCE):
            part = chosen[place : place + AT_ONCE]
            count, found = answers(part, folder / "site", served, watch)
            tried += count
            lost += found
        _, told = answers((ACTING,), folder / "site", served, watch, AS_MARKUP)
    void = "" if told else "the control is blind: a headline that is set as markup does nothing"
    return Row(tried, tuple(lost), "a headline that is set as markup is told", void)


def answers(
    part: Sequence[Vector], site: Path, served: Served, watch: Watch, setting: str = AS_TEXT
) -> tuple[int, list[str]]:
    """How many stories of these vectors the search of a site shows, and what came of it, where its script sets
    headlines so."""
    stand(site, part, by_hand, NO_CARDS + FEWER_FEEDS + NO_NAMES)
    script = site / "output/theme/search.js"
    text = script.read_text("utf-8")
    assert AS_TEXT in text, "the search page sets headlines otherwise"
    script.write_text(text.replace(AS_TEXT, setting), "utf-8")
    served.site, served.made = site / "output", {}
    published = sum(path.name != "index.html" for path in served.site.glob("2025/08/*.html"))
    try:
        count, found = answers_of(served, watch)
    finally:
        shutil.rmtree(site)
    return count, found if count == published else [*found, f"{count} of {published} stories are found"]


def by_hand(_: Vector) -> tuple[str, ...]:
    """No raw file carries the vector."""
    return ()


def shown_whole(vector: Vector) -> Vector:
    """The vector under a number whose story is neither withdrawn nor an excerpt (`xss_sinks.hand_story`)."""
    return replace(vector, number=55 * vector.number + 1)


EXPERIMENTS = (Experiment("nothing executes: what the search answers", answered, needs=("browser",), minutes=8),)
