"""Lines are not blocks: sentences broken at every link or at the edge of a mail window are put together again.

Lines are only joined where nothing between them says that something new begins: no blank line, no list mark, and
either the words run on or the first word of the next line would not have fitted on the line before it.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from copydesk.editing.desk import Desk
from copydesk.editing.shapes import CLOSERS, bare, ends_sentence, first_letter, is_address, lead, length
from copydesk.model import Block, Draft, Paragraph, Place, Quotation, Span
from copydesk.text import is_spaceless

OPENS = "([{“„«‘「『（"
RUNS_ON_AFTER = ",;–—-/&(“„«‘[{"
"""Marks at the end of a line after which a sentence goes on."""
CLOSED_BY = {"“": "„", "«": "»", "‘": "‚"}
"""Marks that open a quotation and, where it began with the other one, close it."""
RUNS_ON_BEFORE = ",.;:!?)]}”’»…。，、；：！？）』」%"
"""Marks at the start of a line that belong to the line before it."""
OPENS_TOO = "”’»"
"""Those of them that open a quotation in some languages."""
_FILE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}")
_HOST_FIRST = re.compile(r"[a-z0-9][a-z0-9-]{0,60}(?:\.[a-z0-9-]{2,60}){1,3}\s[·•|]\s")
"""What a list of saved pages sets under a headline: "harbour.example · Jane Doe · 4 min"."""
LONGEST_DAY = 40
"""Characters of the longest line that is a day and its time."""
POSTPOSITIONS = frozenset(("hi",))
"""Languages whose small words stand behind what they belong to: a headline ends with them as often as not."""
ENCLITICS = {"el": frozenset("του της των τους μου σου μας σας".split())}
"""By language, small words that end a phrase as often as they begin one: "τα φύλλα του" are his leaves."""
TRAIL_MARKS = frozenset(">»/›|→")
"""What parts the steps of a breadcrumb."""
PARTED = 2
"""How many words are parted at the ends of lines where a setter did it."""
UNEVEN = 6
"""Characters by which lines set in print, with words parted at their ends, may be shorter than the longest."""
WRAP_WIDTHS = range(50, 101)
"""Widths at which mail programs and terminals break lines."""


def join_broken_sentences(draft: Draft, desk: Desk) -> Draft:
    """Join lines that one sentence runs through: "He told" + "the Herald" + ", which first reported it"."""
    if not _has_neighbours(draft):
        return draft
    continues = _broken_starts(draft.blocks, desk)
    parted = _parted_words(draft.blocks, continues)
    return replace(draft, blocks=_joined(draft.blocks, continues, "join_broken_sentences", parted))


def join_wrapped_lines(draft: Draft, desk: Desk) -> Draft:
    """Join the lines of a paragraph that was wrapped at 50 to 100 columns, as mail programs do."""
    if not _has_neighbours(draft):
        return draft
    continues = _wrapped_starts(draft.blocks)
    parted = _parted_words(draft.blocks, continues)
    return replace(draft, blocks=_joined(draft.blocks, continues, "join_wrapped_lines", parted))


def _parted_words(blocks: tuple[Block, ...], continues: Sequence[bool]) -> frozenset[str]:
    """The words, with their hyphens, that a setter parted at the ends of lines: where he did it more than once, those
    whose two parts are not both words of the text, and which it has nowhere with the hyphen."""
    ends = [_parted(before.text, after.text) for before, after in itertools.pairwise(blocks)]
    found = [word for word, goes_on in zip(ends, continues[1:], strict=True) if word is not None and goes_on]
    if len(found) < PARTED:
        return frozenset()
    said = (word for block in blocks for word in block.text.casefold().split())
    known = frozenset(word.strip(".,;:!?\"'()“”‘’«»„") for word in said)
    return frozenset(word for word in found if word not in known and not known.issuperset(word.split("-")))


def _parted(before: str, after: str) -> str | None:
    """The word that a hyphen at the end of a line parts, with it: "repub-" + "lished", in small letters."""
    if before[-1:] != "-" or not before[-2:-1].isalpha() or not after[:1].islower():
        return None
    rest = "".join(itertools.takewhile(str.isalpha, after))
    return f"{before.rsplit(maxsplit=1)[-1]}{rest}".casefold().lstrip("\"'(“‘«„")


def _has_neighbours(draft: Draft) -> bool:
    """Whether any line stands right under another: in a saved page, and in most dumps, none does."""
    return 0 in [block.gap for block in draft.blocks]


def _joined(
    blocks: tuple[Block, ...], continues: Sequence[bool], rule: str, parted: frozenset[str] = frozenset()
) -> tuple[Block, ...]:
    """The blocks with every one that continues its neighbour put to it."""
    if not any(continues):
        return blocks
    out: list[Block] = []
    parts: list[Block] = []
    for block, goes_on in zip(blocks, continues, strict=True):
        if parts and not goes_on:
            out.append(_as_one(parts, rule, parted))
            parts = []
        parts.append(block)
    out.append(_as_one(parts, rule, parted))
    return tuple(out)


def _as_one(parts: list[Block], rule: str, parted: frozenset[str]) -> Block:
    if len(parts) == 1:
        return parts[0]
    spans: list[Span] = list(parts[0].spans)
    for block in parts[1:]:
        if parted and spans and _parted(spans[-1].text, block.text) in parted:
            spans[-1] = replace(spans[-1], text=spans[-1].text[:-1])
            spans.extend(block.spans)
            continue
        spans.extend((*_seam(spans[-1].text if spans else "", block), *block.spans))
    place = Place(parts[0].place.first, max(block.place.last for block in parts))
    return replace(parts[0], spans=_merged(spans), place=place, rule=rule)


def _seam(before: str, block: Block) -> tuple[Span, ...]:
    """The space between two joined lines: none before closing marks, after opening ones, and between Chinese words."""
    after = block.text
    if not before or not after or after[0] in RUNS_ON_BEFORE or before[-1] in OPENS:
        return ()
    if before[-1] == "-" and before[-2:-1].isalpha() and after[0].islower():
        return ()
    if is_spaceless(before[-1]) and is_spaceless(after[0]):
        return ()
    return (Span(" "),)


def _merged(spans: list[Span]) -> tuple[Span, ...]:
    """Neighbours with the same marks as one span."""
    out: list[Span] = []
    for span in spans:
        if out and replace(out[-1], text="") == replace(span, text=""):
            out[-1] = replace(span, text=out[-1].text + span.text)
        else:
            out.append(span)
    return tuple(out)


def _may_join(before: Block, block: Block) -> bool:
    """Whether nothing but a line break stands between two lines of a dump."""
    return (
        block.gap == 0
        and type(before.kind) is type(block.kind)
        and isinstance(block.kind, (Paragraph, Quotation))
        and before.markup is None
        and block.markup is None
        and block.place.first - before.place.last == 1
    )


def _broken_starts(blocks: tuple[Block, ...], desk: Desk) -> list[bool]:
    small = frozenset() if desk.language in POSTPOSITIONS else desk.words.small_words
    small -= ENCLITICS.get(desk.language or "", frozenset())
    continues = [False] * len(blocks)
    for at in range(1, len(blocks)):
        before, block = blocks[at - 1], blocks[at]
        if before.text == block.text or _ends_trail(before.text, block.text):  # a headline that the page says twice
            continue
        if _is_under_marker(blocks, at, desk):
            continue
        if _may_join(before, block) and not any(_stands_alone(line.text, desk) for line in (before, block)):
            continues[at] = (
                (_runs_on(before.text, block.text, small) and not _is_byline(block.text, desk))
                or (_is_link_inside(blocks, at) and not _stands_alone(blocks[at + 1].text, desk))
                or (continues[at - 1] and _goes_on_small(before.text, block.text))
            )
    return continues


def _is_announced(before: str, text: str, desk: Desk) -> bool:
    """Whether a line announces what stands under it, other stories or comments: "Read also", "Comments (3)". A linked
    word inside a sentence may say the same."""
    begins = not text[:1].islower() and text[:1] not in RUNS_ON_BEFORE
    return (begins or before[-1:] in "):") and bare(before) in desk.words.below_lines


def _is_under_marker(blocks: tuple[Block, ...], at: int, desk: Desk) -> bool:
    """Whether a line stands under one that announces other stories, or begins anew under the title that stands there:
    "Read also", "What the crane was for", "A society wants to keep it."."""
    before, block = blocks[at - 1], blocks[at]
    is_under_title = at > 1 and before.gap == 0 and not ends_sentence(before.text) and block.text[:1].isupper()
    announced = is_under_title and _is_announced(blocks[at - 2].text, before.text, desk)
    return announced or _is_announced(before.text, block.text, desk)


def _ends_trail(before: str, text: str) -> bool:
    """Whether a breadcrumb ends with what the next line says: "Home > Streets > Wall to be rebuilt"."""
    return before.endswith(text) and before[: -len(text)].rstrip()[-1:] in TRAIL_MARKS


def _stands_alone(text: str, desk: Desk) -> bool:
    """Whether a line can be no part of a sentence: an address, as printed pages have it by the headline, the name of a
    file left as alternative text, or a date and nothing else."""
    line = text.strip()
    if is_address(line) or _HOST_FIRST.match(line) or (_FILE.fullmatch(line) and any(map(str.isdigit, line))):
        return True
    return line[:1].isalpha() and any(map(str.isdigit, line)) and _is_day(line, desk)


def _is_day(line: str, desk: Desk) -> bool:
    """Whether a line begins with the day of the week and is short: "zaterdag 8 maart, 11:42"."""
    first = line.split(maxsplit=1)[0].strip(",.").casefold()
    return len(line) <= LONGEST_DAY and first in desk.words.weekdays and not ends_sentence(line)


def _runs_on(before: str, after: str, small: frozenset[str]) -> bool:
    """Whether the words of one line go on in the next: they end in the middle, or it begins there."""
    if not before or not after:
        return False
    if after[0] in RUNS_ON_BEFORE and not _opens_and_closes(after):
        return not after.startswith(("...", "…")) and any(map(str.isalnum, before))
    if ends_sentence(before):
        return before[-1] == "." and after[0].islower() and length(after) >= 3 and ends_sentence(after)
    if after[0].islower() and not _is_label(after):
        return length(before) >= 3 or length(after) >= 5
    if before[-1] in RUNS_ON_AFTER and length(before) >= 4 and not _closes_quotation(before):
        return True
    last = before.rsplit(" ", 1)[-1].casefold()
    return last in small and length(before) >= 3


def _opens_and_closes(text: str) -> bool:
    """Whether a line begins with a quotation that opens as it closes, as in Finnish: ”I want to be on time”."""
    return text[0] in OPENS_TOO and text[0] in text[1:]


def _closes_quotation(text: str) -> bool:
    """Whether the mark at the end of a line, which opens a quotation in one language, closes one here: „It is over“."""
    return CLOSED_BY.get(text[-1], "\n") in text[:-1]


def _is_byline(text: str, desk: Desk) -> bool:
    """Whether a line is a byline of its own, "by Theodora Wynn-Askew", and not the end of a sentence."""
    start = next((start for start in desk.words.byline_starts if lead(text).startswith(start)), None)
    names = lead(text)[len(start) :].split() if start else []
    written = text.split()[-len(names) :] if names else []
    return 2 <= len(written) <= 5 and all(name[:1].isupper() for name in written) and not ends_sentence(text)


def _goes_on_small(before: str, after: str) -> bool:
    """Whether a line in lower case takes up a sentence after the link in its middle: "Norrland Line" + "said so."."""
    return after[:1].islower() and not _is_label(after) and not ends_sentence(before)


def _is_label(text: str) -> bool:
    """Whether a line in lower case is a label of a page ("by", "share", "min read"), not the middle of a sentence."""
    return length(text) <= 3 and not ends_sentence(text) and text[-1:] not in ",;"


def _is_link_inside(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a line that begins with a capital stands inside a sentence: prose before it, its rest after it."""
    before, block = blocks[at - 1], blocks[at]
    if at + 1 >= len(blocks) or not _may_join(block, blocks[at + 1]) or ends_sentence(before.text):
        return False
    after = blocks[at + 1].text
    rest = bool(after) and (after[0] in ",.;)’”" or (after[0].islower() and not _is_label(after)))
    if not rest or length(block.text) > 12 or not before.text[-1:].islower():
        return False
    return length(before.text) >= 4 or (_trails_off(before.text) and length(after) >= 4)


def _trails_off(text: str) -> bool:
    """Whether two or three words are the start of a sentence before a linked name: "Museum director"."""
    first, *others = text.split()
    return first[:1].isupper() and len(others) in (1, 2) and all(word.islower() for word in others)


def _wrapped_starts(blocks: tuple[Block, ...]) -> list[bool]:
    continues = [False] * len(blocks)
    start = 0
    for at in range(1, len(blocks) + 1):
        if at == len(blocks) or not _may_join(blocks[at - 1], blocks[at]):
            for line in range(start + 1, at):
                continues[line] = True
            if not _is_wrapped(blocks[start:at]):
                continues[start:at] = [False] * (at - start)
            start = at
    return continues


def _is_wrapped(lines: tuple[Block, ...]) -> bool:
    """Whether lines are one paragraph broken at a width: each is full, and the words run through the breaks."""
    if len(lines) < 2:
        return False
    texts = [block.text for block in lines]
    width = max(map(len, texts))
    if width not in WRAP_WIDTHS:
        return False
    is_set = any(_parted(text, after) for text, after in itertools.pairwise(texts))
    least = width - (UNEVEN if is_set else 0)
    full = all(len(text) + 1 + len(after.split(" ", 1)[0]) > least for text, after in itertools.pairwise(texts))
    through = sum(not ends_sentence(text) or after[:1].islower() for text, after in itertools.pairwise(texts))
    if not full or through * 2 < len(texts) - 1:
        return False
    return len(lines) > 2 or first_letter(texts[1]).islower() or ends_sentence(texts[1].rstrip(CLOSERS))
