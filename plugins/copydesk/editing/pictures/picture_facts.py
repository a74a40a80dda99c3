"""What the story's picture shows and whose it is, read from its caption: the credit is what a label, brackets, a sign,
an agency or capitals show to be one. The caption itself stays in the story as the page has it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from copydesk.editing.desk import Desk
from copydesk.editing.pictures.parting import NAME_WORDS, parted_at_class, parted_at_house, split_credit
from copydesk.editing.shapes import folded, length
from copydesk.editing.story import tells
from copydesk.model import Block, Caption, Clue, Draft, Markup
from copydesk.text import squeeze

LEADING: Final = 6
"""Among how many first blocks of a story the caption of its picture stands, where no address tells which it is."""
NEAR: Final = 2
"""How many lines under its caption the credit of a dump stands."""
SET_UPON: Final = frozenset(("cut_what_is_judged_out", "cut_credit_lines", "cut_captions"))
"""Rules that take a credit which a page sets upon its picture,"""
RIGHTS: Final = frozenset(("cut_rights_lines",))
CREDIT_CLASSES: Final = frozenset("credit credits copyright photographer bildnachweis".split())
CLASSES: Final = 6
"""Rules that take a credit with a sign, class words of one, and how many of a line are looked at."""


def read_picture(draft: Draft, desk: Desk) -> Draft:
    """Read what the story's picture shows and whose it is from its caption: "The pier at dawn. Photo: Jane Doe"."""
    clues: dict[str, Clue] = {}
    houses = frozenset(folded(clue.value) for clue in draft.clues if clue.fact == "publisher")
    classed = [squeeze(clue.value) for clue in draft.clues if clue.origin == "credit class"]
    for block in _captions(draft, desk):
        parted = parted_at_class(block.text, classed, desk) or split_credit(block.text, desk)
        parted = parted_at_house(block.text, houses) or parted if parted.credit is None else parted
        if parted.caption:
            clues.setdefault("caption", Clue("image_caption", parted.caption, "caption", block.place))
        if parted.credit:
            clues.setdefault("credit", Clue("image_credit", parted.credit, "caption", block.place))
        elif credit := _beside(block, draft) or _credited_next(block, draft):
            said = "".join(span.text for span in credit.spans if span.href is None) or credit.text  # a button beside it
            value = split_credit(said, desk).credit or squeeze(said)
            clues.setdefault("credit", Clue("image_credit", value, "caption", credit.place))
        if isinstance(block.kind, Caption) and block.kind.image:
            clues.setdefault("image", Clue("image", block.kind.image, "caption", block.place))
    return replace(draft, clues=(*draft.clues, *clues.values())) if clues else draft


def _captions(draft: Draft, desk: Desk) -> tuple[Block, ...]:
    """The caption of the picture that the page names, else the first above or at the beginning of the story; in a dump
    the caption and the credit that rules have cut there."""
    named = {_file(clue.value) for clue in draft.clues if clue.fact == "image"}
    shown = [block for block in (*draft.blocks, *_short_captions(draft)) if isinstance(block.kind, Caption)]
    of_lead = [block for block in shown if isinstance(block.kind, Caption) and _file(block.kind.image) in named]
    leading = of_lead or [block for block in draft.blocks[:LEADING] if isinstance(block.kind, Caption)]
    found = tuple(_of_one_picture(draft, leading or _short_captions(draft)))
    if found and (of_lead or not any(tells(block) and block.order < found[0].order for block in draft.blocks)):
        return found
    cut = tuple(_cut_captions(draft, desk))
    return cut if cut and not (found and found[0].order < cut[0].order) else found


def _file(address: str | None) -> str | None:
    """An address without its query, which says only how large the picture is to be."""
    return address and address.partition("?")[0]


def _short_captions(draft: Draft) -> list[Block]:
    """The captions of a page above the third paragraph that were not kept: too short, or far above the text."""
    told = draft.blocks[:3][-1:]
    cut = [taken.block for taken in draft.cuts if taken.rule == "cut_what_is_judged_out" and _has_picture(taken.block)]
    return sorted((block for block in cut if told and block.order < told[0].order), key=lambda block: block.order)


def _has_picture(block: Block) -> bool:
    return isinstance(block.kind, Caption) and block.kind.image is not None


def _beside(caption: Block, draft: Draft) -> Block | None:
    """The one short line, no caption, in the figure of a caption of a page: whose the picture is, set upon it."""
    figure = _figure(caption)
    if figure is None:
        return None
    lines = (taken.block for taken in draft.cuts if taken.rule in SET_UPON)
    inside = [line for line in lines if not isinstance(line.kind, Caption) and _figure(line) == figure]
    told = inside[0] if len(inside) == 1 else None
    return told if told and 0 < length(told.text) <= NAME_WORDS and told.text[:1].isupper() else None


def _credited_next(caption: Block, draft: Draft) -> Block | None:
    """The short line that was cut right under a caption of a page, by a sign or the words of its element a credit."""
    taken = (cut.block for cut in draft.cuts if cut.rule in SET_UPON | RIGHTS)
    lines = [block for block in (*taken, *draft.blocks) if block.order > caption.order]
    below = min(lines, key=lambda block: block.order, default=None)
    if below is None or caption.markup is None or below.markup is None or length(below.text) > NAME_WORDS + 2:
        return None
    named = below.text.startswith("©") or not CREDIT_CLASSES.isdisjoint(below.markup.words[:CLASSES])
    return below if named and _are_cousins(caption.markup, below.markup) else None


def _are_cousins(one: Markup, other: Markup) -> bool:
    """Whether two blocks stand in one element, or in two side by side."""
    depth = min(len(one.ancestors), len(other.ancestors)) - 1
    return depth > 0 and one.ancestors[:depth] == other.ancestors[:depth]


def _figure(block: Block) -> int | None:
    """The number of the innermost figure around a block of a page."""
    markup = block.markup
    if markup is None or "figure" not in markup.path:
        return None
    up = markup.path[::-1].index("figure") + 1
    return markup.ancestors[-up] if up <= len(markup.ancestors) else None


def _of_one_picture(draft: Draft, captions: list[Block]) -> Iterator[Block]:
    """The first of some captions, and the lines of its picture right under it: some pages set the credit apart."""
    if not captions:
        return
    first = captions[0]
    yield first
    image = first.kind.image if isinstance(first.kind, Caption) else None
    others = (*draft.blocks, *(taken.block for taken in draft.cuts if taken.rule == "cut_credit_lines"))
    below = (block for block in others if block.kind == Caption(image) and block is not first)
    yield from sorted(below, key=lambda block: block.order)[: NEAR if image else 0]


def _cut_captions(draft: Draft, desk: Desk) -> Iterator[Block]:
    """The first line above the third paragraph of a dump that was cut as a credit or has one, and the caption over it
    where it says nothing else."""
    told = draft.blocks[:3][-1:]
    cut = [taken for taken in draft.cuts if taken.rule in ("cut_captions", "cut_credit_lines")]
    above = [taken for taken in cut if told and taken.block.order < told[0].order]
    above.sort(key=lambda taken: taken.block.order)
    for at, taken in enumerate(above):
        parted = split_credit(taken.block.text, desk)
        if parted.credit:
            before = above[at - 1].block if at and not parted.caption else None
            near = before is not None and taken.block.place.first - before.place.last <= NEAR
            yield from (taken.block, before) if before is not None and near else (taken.block,)
            return
