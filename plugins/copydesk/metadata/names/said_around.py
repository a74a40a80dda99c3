"""Names that a bare page says of itself around its story: in the row over the headline, beside buttons, at its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.metadata.names.copyright_names import (
    FORMS,
    HOUSE_WORDS,
    name_in_copyright,
    name_in_imprint,
    without_form,
)
from copydesk.metadata.names.menu_words import is_menu
from copydesk.metadata.names.papers import HEAD_WORDS, is_a_paper
from copydesk.metadata.page_lines import PageLines
from copydesk.model import Clue
from copydesk.text import count_words, fold, is_spaceless

SAID_AROUND, SIGNS_OF_NAME = 2, 4
"""On how many lines a site speaks of itself, and the signs of its name in a script without spaces."""
TRAILS = ("lift_breadcrumb", "lift_glued_breadcrumb", "lift_breadcrumb_lines")
"""Rules that take the way from the home page to the story, which begins with a name perhaps, and has sections."""
HEADLINES = ("lift_headline", "cut_repeated_headline")
"""Rules that take the headline, which may begin with a word that other titles begin with."""
DATED_WORDS = 14
"""Words of the longest line that has a name, a day and the number of a page, as they are printed on every sheet."""


def is_said_around(name: str, page: PageLines, often: int = SAID_AROUND) -> bool:
    """Whether the site speaks of itself by a name of several words: on two lines that are none of the story, with more
    words around it; "Why you can trust Harbour Kit", "Image: Harbour Kit / Jane Doe"."""
    if count_words(name) < (SIGNS_OF_NAME if is_spaceless(name) else 2):
        return False
    cuts = (line.text for line in page.lines[1:] if line.rule not in (None, "lift_headline", *TRAILS))
    return sum(len(text) > len(name) and name in text for text in cuts) >= often


def opening_of(page: PageLines, others: Sequence[Clue]) -> str | None:
    """The name that the first line of a page begins with, where buttons or the day stand behind it in one row, and the
    page says it elsewhere: "Harbour Kit Log in Subscribe"."""
    first = page.lines[0]
    parts = first.text.split()
    if first.rule in (None, *HEADLINES, *TRAILS) or not 1 < len(parts) <= DATED_WORDS:
        return None
    for end in range(min(HEAD_WORDS, len(parts) - 1), 0, -1):
        name = " ".join(parts[:end])
        if not name[0].isalnum() or name[0].islower() or is_menu(name) or not name[-1].isalpha():
            continue
        is_named = count_words(name) > 1 and any(holds(clue.value, name) for clue in others)
        if is_named or is_said_around(name, page, 1 if is_a_paper(name) else SAID_AROUND):
            return name
    return None


def of_companies(page: PageLines, rights: Sequence[Clue]) -> Iterator[Clue]:
    """The names of the companies in copyright lines without the form of the company, where a line of the page or its
    title spells them so: "Harbour Post Ltd" beside "Harbour Post"."""
    for clue in rights:
        company = clue.origin == "copyright line" and (name_in_copyright(clue.value) or name_in_imprint(clue.value))
        names = dict.fromkeys((without_form(company), without_form(company, FORMS | HOUSE_WORDS)) if company else ())
        lines = [line.text for line in page.lines if line.text != clue.value]
        for at, name in enumerate(names):
            spelled = any(_spells(text, name) for text in lines) or at == 0 and any(_has(text, name) for text in lines)
            if name != company and spelled:
                yield Clue("publisher", name, "name line", clue.place)
                break


def _spells(text: str, name: str) -> bool:
    """Whether a line is a name, or a title that ends with it."""
    return text == name or text.endswith((f" - {name}", f" | {name}", f" – {name}"))


def _has(text: str, name: str) -> bool:
    """Whether a line has a name of several words anywhere."""
    return " " in name and name in text


def holds(text: str, name: str) -> bool:
    """Whether a text has a name in it, as words of its own."""
    folded, wanted = fold(text), fold(name)
    return re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded) is not None
