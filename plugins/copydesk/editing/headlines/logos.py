"""The publisher's name in the alternative texts of logos, which a dump keeps as lines: "Herald-Mobile-header-logo"."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.logo_names import LOGO_LENGTH, logo_name
from copydesk.editing.story import start_of_story
from copydesk.model import Clue, Draft

_LOGO_STEMS = (
    "logo", "masthead", "лого", "标志", "標誌", "标识", "ロゴ", "로고", "شعار", "لوگو", "לוגו", "โลโก้", "लोगो",
)  # fmt: skip
"""One of which every word for a logo has in it: a page without any has no logo's text."""

HEAD_BLOCKS = 400
"""Blocks of the longest head of a page."""


def lift_logo_texts(draft: Draft, desk: Desk) -> Draft:
    """Lift the publisher's name from the alternative texts of logos: "Herald-Mobile-header-logo"."""
    page = "\n".join([block.text for block in draft.blocks if len(block.text) <= LOGO_LENGTH]).casefold()
    if not any(stem in page for stem in _LOGO_STEMS):
        return draft
    verdicts, clues = {}, []
    end = min(start_of_story(draft.blocks), HEAD_BLOCKS)
    for at, block in enumerate(draft.blocks):
        name = logo_name(block.text)
        if name is None:
            continue
        verdicts[at] = Verdict("text of a logo", "furniture")
        if name and at < end:
            clues.append(Clue("publisher", name, "logo text", block.place))
    return cut(draft, "lift_logo_texts", verdicts, _spelled_best(clues))


def _spelled_best(clues: list[Clue]) -> list[Clue]:
    """The names of several logos that are one, as the logo spells it that has capitals and accents: the name of a file
    has neither."""
    best: dict[str, str] = {}
    for clue in clues:
        plain = _plain(clue.value)
        best[plain] = max(best.get(plain, clue.value), clue.value, key=_care)
    return [replace(clue, value=best[_plain(clue.value)]) for clue in clues]


def _plain(name: str) -> str:
    """A name in small letters without accents; the dotless i of Turkish has lost none."""
    parted = unicodedata.normalize("NFKD", name.casefold().replace("ı", "i"))
    return "".join(mark for mark in parted if not unicodedata.combining(mark) and not mark.isspace())


def _care(name: str) -> int:
    """How much care a spelling shows: its capitals that begin words, its letters beyond ASCII."""
    return sum(word[0].isupper() and not word.isupper() for word in name.split()) + sum(not c.isascii() for c in name)
