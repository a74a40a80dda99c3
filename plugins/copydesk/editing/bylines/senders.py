"""Who sends a story where no byline says it: the office a press release is from, and whoever signs under the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from copydesk.editing.bylines.names import read_names
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import bare, ends_sentence, head_of, lead, length, start_of
from copydesk.editing.story import start_of_story, tells
from copydesk.given_names import GIVEN_NAMES
from copydesk.model import Block, Clue, Draft, Paragraph, Quotation
from copydesk.text import fold, squeeze

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

HEAD, OPENING, ABOUT_WORDS = 4, 4, 9
"""How many lines are the head of a release, how many blocks its opening, and the words of the longest name that a line
"About …" gives there."""

HEAD_WORDS: Final = 9
"""Words of the longest head of a release."""
_BESIDE: Final = " |:–—-·•/"
_PARTS: Final = ("|", ":", "–", "—", "-", "·", "•", "/")
"""What stands between the word for a release and whom it is from."""
_SOURCE: Final = re.compile(r"SOURCE:? ([A-Z][^:]{1,80})")
_DASH: Final = re.compile(r"^\s*(?:[—–―]|--?)\s*(?=[^\W\d_])")
_QUOTED: Final = "\"“„«'‘「『"
_QUOTES_END: Final = "\"”“»'’」』"
_ADDRESS: Final = re.compile(r"[<(\[]?[\w.+-]{1,64}@[\w.-]{1,80}[>)\]]?")


def lift_sender(draft: Draft, desk: Desk) -> Draft:
    """Lift whom a press release is from, above its text or on its last line: "From: Department of Coasts"."""
    for at, block in enumerate(draft.blocks[: start_of_story(draft.blocks) + UNDER_STANDFIRST]):
        name = sender_on(block.text, desk) or _heads_release(block, draft, desk)
        if name is not None:
            clue = Clue("publisher", name, "source line", block.place)
            return cut(draft, "lift_sender", {at: Verdict("says whom it is from", "furniture")}, [clue])
    return _with_source_at_end(draft, desk)


def _heads_release(block: Block, draft: Draft, desk: Desk) -> str | None:
    """Whom the head of a release names beside what it is, spelled as its text does: "VELDT RAIL MEDIA RELEASE"."""
    text = squeeze(block.text).strip(_BESIDE)
    line = fold(text)
    if block.markup is not None or len(line) != len(text) or length(text) > HEAD_WORDS or ends_sentence(text):
        return None
    said = next((name for name in desk.words.release_names if line.endswith(f" {name}")), None)
    name = text[: -len(said)].strip(_BESIDE) if said else ""
    if not name:
        said = next((each for each in desk.words.release_names if line.startswith(each)), None)
        name = text[len(said) :].strip(_BESIDE) if said and text[len(said) :][:2].strip(" ") in _PARTS else ""
    others = (*draft.blocks, *(taken.block for taken in draft.cuts if taken.rule == "lift_headline"))
    below = (other for other in others if other is not block)
    return _as_told(name, below) if name[:1].isupper() and not any(map(str.isdigit, name)) else None


def _as_told(name: str, blocks: Iterable[Block]) -> str | None:
    """A name as one of the blocks spells it, ``None`` where none names it."""
    for block in blocks:
        at = block.text.casefold().find(name.casefold())
        told = block.text[at : at + len(name)]
        if at >= 0 and not told.isupper() and told[:1].isupper():
            return told
    return None


def _with_source_at_end(draft: Draft, desk: Desk) -> Draft:
    """The draft with whom the last line of a release on a wire names: "SOURCE Lumen Harbor, Inc."."""
    below = [taken.block for taken in draft.cuts if taken.rule == "end_at_end_mark"]
    at = len(draft.blocks) - 1
    about = below if is_release(draft, desk) else []
    named = next((block for block in about if named_about(block, draft, desk)), None)
    if named is not None:
        clue = Clue("publisher", named_about(named, draft, desk) or "", "source line", named.place)
        return replace(draft, clues=(*draft.clues, clue))
    last = max((*below, *draft.blocks[at:]), key=lambda block: block.order, default=None)
    found = _SOURCE.fullmatch(last.text.strip()) if last else None
    if last is None or found is None or length(last.text) > SENDER_WORDS:
        return draft
    clue = Clue("publisher", found[1], "source line", last.place)
    verdicts = {at: Verdict("says whom it is from", "furniture")} if draft.blocks[at:] == (last,) else {}
    return cut(draft, "lift_sender", verdicts, [clue])


def is_release(draft: Draft, desk: Desk) -> bool:
    """Whether the head of a dump says that it is a release, and no more on that line: "PRESS RELEASE"."""
    lines = [*draft.blocks[:HEAD], *(taken.block for taken in draft.cuts)]
    if all(line.markup is not None for line in lines):  # a saved page
        return False
    lines.sort(key=lambda block: block.order)
    return any(bare(line.text) in desk.words.release_names for line in lines[:HEAD] if line.markup is None)


def named_about(block: Block, draft: Draft, desk: Desk) -> str | None:
    """The sender that a line heads what a release says of, whom its headline or its lede names: "About Harrow Fell
    Instruments"."""
    head = head_of(block)
    line = lead(head)
    start = start_of(line, desk.words.about_starts)
    name = line[len(start) :].strip(" :") if start else ""
    if not 0 < length(name) <= ABOUT_WORDS or ends_sentence(head):
        return None
    headlines = (fold(clue.value) for clue in draft.clues if clue.fact == "headline")
    above = (fold(taken.block.text) for taken in draft.cuts if taken.rule == "lift_headline")
    opening = (fold(other.text) for other in draft.blocks[:OPENING])
    named = any(name in text for text in (*headlines, *above, *opening))
    return squeeze(head).rstrip(" :")[-len(name) :] if named else None


def sender_on(text: str, desk: Desk) -> str | None:
    """Whom a line says that a release is from."""
    line = lead(text)
    start = start_of(line, desk.words.sender_starts)
    if start is None or len(line) > len(text) or ends_sentence(text):
        return None
    name = _ADDRESS.sub(" ", text[len(text) - len(line) + len(start) :]).strip(' :：.,;|"«»“”„「」')
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
