"""Byline and date beside the headline that no rule has lifted: lines of their own, between headline and story.

They count only where the facts have no better clue. A line must be a byline or a date and hardly anything else: the
story's own sentences name people and days too. In a bare dump, where nothing is declared, a judge chooses among all
dated lines of the page (`dates.judge`).
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from datetime import date

from copydesk.metadata.credits.byline_parts import without_lead
from copydesk.metadata.credits.bylines import read_byline
from copydesk.metadata.dates.judge import DatedPage, likeliest
from copydesk.metadata.dates.labels import is_today, says_published, says_until
from copydesk.metadata.dates.reading import read_line, read_value
from copydesk.metadata.dates.words import first_published
from copydesk.metadata.evidence import Evidence
from copydesk.metadata.names.agencies import agency_named
from copydesk.metadata.names.papers import is_a_paper
from copydesk.metadata.names.site_names import SiteNames
from copydesk.metadata.page_lines import Line, PageLines
from copydesk.model import Caption, Clue
from copydesk.text import count_words, fold, has_figure

ABOVE = 3
"""Lines above the headline that are looked at."""
BELOW = 16
"""Lines below it that are looked at,"""
INTO_STORY = 12
"""but at most so many from the first line of the story on; there only lines that a rule has cut count."""

ELSEWHERE = frozenset(
    (
        "lift_page_date",
        "cut_image_names",
        "alt_text",
        "end_at_comments",
        "end_at_related",
        "end_at_lists",
        "end_at_end_mark",
        "cut_read_more_lines",
        "cut_titles_under_markers",
    )
)
"""Rules that took a line for something that has a date of its own."""

UNDER = frozenset(("end_at_lists", "end_at_related", "cut_what_is_judged_out"))
"""Rules that end a story, or take out lines under it, of which one with a label may be the story's."""

READ = frozenset(("lift_bylines", "lift_desk_credits"))
"""Rules that have read a line as a byline already and offered its names where they wrote the story."""

PICTURED = frozenset(("cut_captions", "cut_credit_lines"))
"""Rules that took a line for a picture's: whom it names took that."""

DATE_LINE_WORDS = 14
"""The most words of a line that is a date with little else."""
LABELLED_WORDS = 40
"""The most words of such a line with a label ("Published:")."""
BYLINE_WORDS = 12
"""The most words of a line that is a byline with little else."""

LONGEST_DATE, LONGEST_LABELLED, LONGEST_NOTE = 40, 90, 300
"""Characters of the longest line that is a date alone, of one with labels, and of a note that says when the story was
first published."""

SURE = 0.6
"""The probability under which the date chosen from a dump is shown as doubtful."""

_LABEL = re.compile(r"[^\W\d_]{1,10}\s?[:：]")
"""A label of a line that has several: "2025-03-14 09:30 来源：北湾日报 记者：沈若舟"."""
_CITED = re.compile(r"\D{0,80}?[“\"«„][^“”\"«»„]{12,120}[”\"»“]")
"""The title of another story, whose day a line gives: "Ann Lorne. “Sula strikes pontoon”, Tarn Post, 8 January"."""
_BARS = re.compile(r"(?<!\s)\s+[|·•]\s+")


def clues_beside_headline(
    evidence: Evidence, page: PageLines | None, headline: str | None, language: str | None, names: SiteNames
) -> tuple[Clue, ...]:
    """The dates and the byline on the lines around the headline; the date that is the only one of the page."""
    if page is None:
        return ()
    judged = _judged(page, headline) if evidence.draft.format == "text" else ()
    judged = (*_first_published(page), *judged)
    if headline is None:
        return judged
    near = _near(page, headline)
    dates = (*judged, *_dates(near), *_agency(near))
    lifted = any(clue.fact == "author" and clue.origin == "byline line" for clue in evidence.draft.clues)
    return (*dates, *(() if lifted else _byline(near, language, names)), *_only_date(page))


def _judged(page: PageLines, headline: str | None) -> tuple[Clue, ...]:
    """The line of a bare dump that most likely says when the story was published."""
    pick = likeliest(DatedPage(page, page.position_of(headline) if headline else None))
    if pick is None:
        return ()
    line, origin = pick.dated.line, "chosen date" if pick.probability >= SURE else "doubtful date"
    return (Clue("published", line.text, origin, line.block.place),)


def _first_published(page: PageLines) -> Iterator[Clue]:
    """The day that a note beside the story says it was first published on."""
    notes = [line for line in page.lines if line.rule and len(line.text) <= LONGEST_NOTE and has_figure(line.text)]
    whole = "\n".join([fold(line.text) for line in notes])
    phrases = [words for words in first_published() if words in whole]
    for line in notes if phrases else ():
        parts = (fold(line.text).partition(words)[2][:LONGEST_DATE].strip(" :") for words in phrases)
        day = next((part for part in parts if _begins_with_figure(part) and read_line(part)), None)
        if day is not None:
            yield Clue("published", day, "chosen date", line.block.place)
            return


def _begins_with_figure(text: str) -> bool:
    """Whether a date may begin here: "26 Sep 2019", "Friday, May 3, 2019"."""
    return any(map(str.isdigit, "".join(text.split()[:3])))


def _near(page: PageLines, headline: str) -> Sequence[Line]:
    at = page.position_of(headline)
    if at is None:
        return ()
    above = (line for line in page.lines[max(0, at - ABOVE) : at] if not is_today(line.text))
    end = min(at + BELOW, max(page.begin, at) + INTO_STORY, len(page.lines))
    below = (page.lines[under] for under in range(at + 1, end) if page.lines[under].rule or under <= page.begin)
    return tuple(line for line in (*below, *above) if line.rule not in ELSEWHERE)


def _dates(near: Sequence[Line]) -> Iterator[Clue]:
    for line in filter(_is_dated, near):
        labelled = says_published(line.text) or len(_LABEL.findall(line.text)) > 1
        most = LABELLED_WORDS if labelled else DATE_LINE_WORDS
        if count_words(line.text) <= most and not says_until(line.text) and not _CITED.match(line.text):
            yield Clue("published", line.text, "beside headline", line.block.place)


def _is_dated(line: Line) -> bool:
    """Whether a line gives a date; what reads like a caption is of the picture's day unless it gives a time of day."""
    readings = read_line(line.text)
    pictured = line.rule == "cut_captions" or isinstance(line.block.kind, Caption)
    return any(reading.moment.clock for reading in readings) if pictured else bool(readings)


def _only_date(page: PageLines) -> tuple[Clue, ...]:
    """The one day that stands alone on lines the rules cut, wherever they are: a date set beside or under the story."""
    cut = (line for line in page.lines if line.rule and line.rule not in ELSEWHERE)
    short = [line for line in cut if len(line.text) <= LONGEST_DATE]
    dated = [(reading.moment.day, line) for line in short if (reading := read_value(line.text))] or _labelled(page)
    if len({day for day, _ in dated}) != 1:
        return ()
    line = dated[0][1]
    return (Clue("published", line.text, "only date", line.block.place),)


def _labelled(page: PageLines) -> list[tuple[date, Line]]:
    """The lines under the story that begin with the word for published, and the days they give, as offices of the
    state set them under a page: "Publicerad: 17 november 2026, senast granskad: 18 november 2026"."""
    found = []
    for line in page.lines[page.begin :]:
        begins = line.rule in UNDER and len(line.text) <= LONGEST_LABELLED and has_figure(line.text)
        if not begins or not says_published(line.text.split(maxsplit=1)[0]):
            continue
        days = [reading.moment.day for reading in read_line(line.text) if not reading.updated]
        found += [(day, line) for day in days[:1]]
    return found


def _byline(near: Sequence[Line], language: str | None, names: SiteNames) -> tuple[Clue, ...]:
    """The first line that says "By" before names, or the part of one that does: "11.03.2019, 18:20 | by Jane Roe"."""
    unread = (line for line in near if line.rule not in READ | PICTURED and not isinstance(line.block.kind, Caption))
    short = [line for line in unread if count_words(line.text) <= BYLINE_WORDS and not _credits_a_paper(line)]
    parted = ((line, part) for line in short if line.rule for part in _BARS.split(line.text)[1:])
    said = ((line, text) for line, text in (*((line, line.text) for line in short), *parted))
    led = (pair for pair in said if _is_led(pair[1], language, names))
    return tuple(Clue("author", text, "byline line", line.block.place) for line, text in itertools.islice(led, 1))


def _credits_a_paper(line: Line) -> bool:
    """Whether a line that was read as a source names a paper: "Fuente: El Diario de Lobeira"."""
    return line.rule == "lift_source_lines" and is_a_paper(line.text.partition(":")[2].strip(" ."))


def _agency(near: Sequence[Line]) -> Iterator[Clue]:
    """The agency that a line names alone, a date following: "AFP" over "28.04.2023 | 17:52". A picture's credit is
    followed by the story."""
    for at, line in enumerate(near[:-1]):
        following = [after.text for after in near[at + 1 : at + 3]]
        if agency_named(line.text) and any(
            count_words(text) <= DATE_LINE_WORDS and read_line(text) for text in following
        ):
            yield Clue("agency", line.text, "agency line", line.block.place)
            return


def _is_led(text: str, language: str | None, names: SiteNames) -> bool:
    """Whether a line is names behind a word that leads to them."""
    if without_lead(text) == text.strip():  # nearly all lines; no names need be read to know
        return False
    byline = read_byline(text, language, names)
    return byline.led and bool(byline.people or byline.agencies)
