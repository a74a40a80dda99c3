"""Who sends a story where no byline says it: the office a press release is from, and whoever signs under the text."""

from __future__ import annotations

import re
from typing import Final

from copydesk.editing.bylines.names import read_names
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import ends_sentence, lead, length, start_of
from copydesk.editing.story import start_of_story, tells
from copydesk.given_names import GIVEN_NAMES
from copydesk.model import Block, Clue, Draft, Paragraph, Quotation
from copydesk.text import fold

SENDER_WORDS: Final = 12
"""Words of the longest sender."""
UNDER_STANDFIRST: Final = 2
"""How many lines past the first paragraph a sender may stand: a standfirst may tell as the story does."""
SIGNED: Final = 60
"""Characters of the longest signature."""
UNDER: Final = 3
"""How many lines under the story a signature may stand."""
NAMES: Final = 3
"""The most people who sign one story."""

_DASH: Final = re.compile(r"^\s*(?:[—–―]|--?)\s*(?=[^\W\d_])")
_QUOTED: Final = "\"“„«'‘「『"
_QUOTES_END: Final = "\"”“»'’」』"
_ADDRESS: Final = re.compile(r"[<(\[]?[\w.+-]{1,64}@[\w.-]{1,80}[>)\]]?")


def lift_sender(draft: Draft, desk: Desk) -> Draft:
    """Lift whom a press release is from, above its text: "From: Department of Coasts"."""
    for at, block in enumerate(draft.blocks[: start_of_story(draft.blocks) + UNDER_STANDFIRST]):
        name = sender_on(block.text, desk)
        if name is not None:
            clue = Clue("publisher", name, "source line", block.place)
            return cut(draft, "lift_sender", {at: Verdict("says whom it is from", "furniture")}, [clue])
    return draft


def sender_on(text: str, desk: Desk) -> str | None:
    """Whom a line says that a release is from."""
    line = lead(text)
    start = start_of(line, desk.words.sender_starts)
    if start is None or len(line) > len(text) or ends_sentence(text):
        return None
    name = _ADDRESS.sub(" ", text[len(text) - len(line) + len(start) :]).strip(" :：.,;|")
    return " ".join(name.split()) if not name[:1].islower() and 1 <= length(name) <= SENDER_WORDS else None


def lift_signature(draft: Draft, desk: Desk) -> Draft:
    """Lift who signs under the text behind a dash or, in a page, in letters of its own, where nothing else says who
    wrote it: "— Jane Doe". Under a quotation a dash names whom it is by."""
    told = [at for at, block in enumerate(draft.blocks) if tells(block)]
    if not told or any(clue.fact in ("author", "agency") for clue in draft.clues):
        return draft
    for at in range(told[-1] + 1, min(told[-1] + 1 + UNDER, len(draft.blocks))):
        block = draft.blocks[at]
        if not _is_signature(block, desk) or _is_said(draft.blocks[told[-1]], block):
            continue
        clue = Clue("author", _DASH.sub("", block.text).strip(), "byline line", block.place)
        return cut(draft, "lift_signature", {at: Verdict("signature", "furniture")}, [clue])
    return draft


def _is_said(told: Block, line: Block) -> bool:
    """Whether a line may say whose words a quotation above it is: behind a dash, or under one from end to end."""
    if isinstance(told.kind, Quotation):
        return True
    whole = told.text.strip(" .,")
    return whole[:1] in _QUOTED and (_DASH.match(line.text) is not None or whole[-1:] in _QUOTES_END)


def _is_known_name_set_apart(block: Block) -> bool:
    """Whether a page sets a line in bold or slanted letters that begins with a name people have: so papers in Vietnam,
    Russia and Italy sign."""
    first = fold(block.text).split(" ", 1)[0]
    return block.markup is not None and first in GIVEN_NAMES and all(s.strong or s.emphasis for s in block.spans)


def _is_signature(block: Block, desk: Desk) -> bool:
    if len(block.text) > SIGNED or not isinstance(block.kind, Paragraph):
        return False
    if not _DASH.match(block.text) and not _is_known_name_set_apart(block):
        return False
    named = read_names(_DASH.sub("", block.text), desk)
    return named is not None and not (named.led or named.before or named.rest) and len(named.names) <= NAMES
