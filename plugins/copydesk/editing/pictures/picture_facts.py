"""What the story's picture shows and whose it is, read from its caption: the credit is what a label, brackets, a sign,
an agency or capitals show to be one. The caption itself stays in the story as the page has it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from copydesk.editing.desk import Desk
from copydesk.editing.pictures.credits import (
    CREDIT_WORDS,
    ends_in_brackets,
    ends_in_copyright,
    names_agency,
    names_house,
)
from copydesk.editing.shapes import folded, length
from copydesk.frozen import value
from copydesk.model import Block, Caption, Clue, Draft
from copydesk.text import squeeze

LEADING: Final = 6
"""Among how many first blocks of a story the caption of its picture stands, where no address tells which it is."""
NEAR: Final = 2
"""How many lines under its caption the credit of a dump stands."""
CREDIT_CHARACTERS: Final = 110
"""Characters at the end of a caption in which its credit is looked for."""
SET_UPON: Final = frozenset(("cut_what_is_judged_out", "cut_credit_lines", "cut_captions"))
"""Rules that take a credit which a page sets upon its picture,"""
NAME_WORDS: Final = 6
"""and the words of the longest that no label shows to be one."""
PARTICLE: Final = 3
"""Letters of the longest part of a name in small ones: "van", "del"."""
SHORTEST_HOUSE: Final = 4
"""Letters of the shortest name of the paper that is known as a credit."""
LABELS: Final = ("credit...", "image source,", "تصوير:", "צילום:", "사진=", "사진 =", "撮影:", "写真:", "写真＝")
"""Labels of credits besides those of the tables."""

_AROUND: Final = " .,;:|·•()[]（）/-–—©"
_OPENING: Final = " |·•-–—([（／/▲△▼↑"
_ENDS: Final = ".!?…»”’\"')]|(（[/。—–"
_LINK_TAIL: Final = re.compile(
    r",? ?(?:purchase licensing rights|opens? (?:in )?(?:a )?new (?:tab|window)).*$", re.IGNORECASE
)
"""What a link behind the credit says."""
_LAST_BRACKETS: Final = re.compile(r"[(\[（]([^()\[\]（）]{2,80})[)\]）]\W{0,3}$")
_AFTER_STOP: Final = re.compile(r"[.!?…。\"”»)]\s+([^.!?。]{2,80})$")
_TAKEN: Final = re.compile(
    r"(?<=[。.\s＝=/])([^。.，、\s＝=]{0,6}(?:记者|記者)?\s?[\u3400-\u9fff·]{2,4})\s?[摄攝]影?$"
    r"|(?<=[.。\s/=])([^\s.]{2,20})\s제공$|(?<=[.\s=/])([\uac00-\ud7af]{2,4}\s(?:사진|선임)?기자)$|(?<=[。＝=])([^。、＝=]{2,14})(?:撮影|提供)$"
)
"""In Chinese, Korean and Japanese whoever "took" or "provided" a picture stands last."""


_GIVEN: Final = re.compile(r"\[([^\[\]]{2,60}?(?:제공|자료사진|촬영|캡처))[^\[\]]{0,40}\]$")


@value(frozen=True, slots=True)
class Captioned:
    """A caption without its credit, and the credit without its label; ``None`` where a line has no such part."""

    caption: str | None
    credit: str | None


def read_picture(draft: Draft, desk: Desk) -> Draft:
    """Read what the story's picture shows and whose it is from its caption: "The pier at dawn. Photo: Jane Doe"."""
    clues: dict[str, Clue] = {}
    houses = frozenset(folded(clue.value) for clue in draft.clues if clue.fact == "publisher")
    for block in _captions(draft, desk):
        parted = split_credit(block.text, desk)
        parted = _at_house(block.text, houses) or parted if parted.credit is None else parted
        if parted.caption:
            clues.setdefault("caption", Clue("image_caption", parted.caption, "caption", block.place))
        if parted.credit:
            clues.setdefault("credit", Clue("image_credit", parted.credit, "caption", block.place))
        elif credit := _beside(block, draft):
            clues.setdefault("credit", Clue("image_credit", squeeze(credit.text), "caption", credit.place))
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
    return tuple(_of_one_picture(draft, leading or _short_captions(draft))) or tuple(_cut_captions(draft, desk))


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


def split_credit(text: str, desk: Desk) -> Captioned:
    """A caption parted from its credit: "The pier at dawn. Photo: Jane Doe/Reuters" gives "The pier at dawn." and
    "Jane Doe/Reuters". Where nothing shows a credit, all of it is the caption."""
    line = squeeze(_LINK_TAIL.sub("", squeeze(text)))
    known = (_at_label(line, desk), _at_brackets(line, desk), _at_sign(line), _at_stop(line, desk))
    ways = (*known, _at_bar(line), _at_giver(line))
    found = next((parted for parted in ways if parted is not None and parted.credit), None)
    return found or Captioned(line or None, None)


def _parted(before: str, credit: str) -> Captioned:
    return Captioned(before.strip(_OPENING).rstrip(",") or None, credit.strip(_AROUND) or None)


def _at_label(line: str, desk: Desk) -> Captioned | None:
    """ "… at dawn. Photo: Jane Doe", "… since 2011.Credit...Jane Doe", "Image source, Jane Doe"."""
    low = folded(line)
    if len(low) != len(line):
        return None
    places = [(low.rfind(start), len(start)) for start in (*desk.words.credit_starts, *LABELS) if start in low]
    labels = [(at, long) for at, long in places if len(line) - at <= CREDIT_CHARACTERS and _is_label(line, at, long)]
    if not labels:
        return None
    at, long = max(labels)
    credit = line[at + long :]
    return _parted(line[:at], credit) if 0 < length(credit) <= CREDIT_WORDS else None


def _is_label(line: str, at: int, long: int) -> bool:
    """Whether the words at a place are a label: behind a stop or a mark, or a capital and a colon or the like that run
    into the sentence before: "The pier at dawn Photo: Jane Doe"."""
    before = line[:at].rstrip()
    behind = not before or before[-1] in _ENDS
    run_in = bool(before) and before[-1].islower() and line[at].isupper()
    marked = not line[at + long - 1].isspace() if at == len(before) else line[at + long - 1] in ":："
    listed = before.endswith(",") and line[at : at + long].rstrip().endswith((".", ":", "："))
    return behind or (run_in and marked) or listed


def _at_brackets(line: str, desk: Desk) -> Captioned | None:
    found = _LAST_BRACKETS.search(line)
    if found is None or not ends_in_brackets(line, desk):
        return None
    inside = found[1].strip()
    label = next((start for start in (*desk.words.credit_starts, *LABELS) if folded(inside).startswith(start)), "")
    return _parted(line[: found.start()], inside[len(label) :])


def _at_giver(line: str) -> Captioned | None:
    """In Korean whoever gave a picture stands in the last brackets, with what may not be done with it behind."""
    found = _GIVEN.search(line)
    return _parted(line[: found.start()], found[1]) if found else None


def _at_house(text: str, houses: frozenset[str]) -> Captioned | None:
    """ "The pier at dawn (Harbour Post)", on a page of that paper, which may call itself "The Harbour Post News"."""
    found = _LAST_BRACKETS.search(squeeze(text))
    name = folded(found[1]).strip() if found else ""
    name = name.rpartition(" for ")[2]  # "Jane Doe for Harbour Post"
    is_house = len(name) >= SHORTEST_HOUSE and any(f" {name} " in f" {house} " for house in houses)
    return _parted(found.string[: found.start()], found[1]) if found and is_house else None


def _at_sign(line: str) -> Captioned | None:
    before, sign, after = line.rpartition("©")
    stands = ends_in_copyright(line) or (sign and not before.strip() and length(after) <= CREDIT_WORDS)
    return _parted(before, after) if stands else None


def _at_bar(line: str) -> Captioned | None:
    """ "The pier at dawn | Jane Doe": a name behind the last bar."""
    before, bar, after = line.rpartition(" | ")
    words = [word for word in after.split() if word[:1].isalpha()]
    is_name = 0 < len(words) <= NAME_WORDS and not any(word.islower() and len(word) > PARTICLE for word in words)
    return _parted(before, after) if bar and is_name and not after.endswith((".", "!", "?")) else None


def _at_stop(line: str, desk: Desk) -> Captioned | None:
    """What stands behind the last full stop: an agency, a name with its house, names in capitals, who took it."""
    if taken := _TAKEN.search(line):
        return _parted(line[: taken.start()], next(filter(None, taken.groups()), ""))
    found = _AFTER_STOP.search(line)
    whole = line if "/" in line and names_house(line) else ""  # "Jane Doe/Reuters": all of it is a credit
    last = found[1].strip() if found else whole
    if not 0 < length(last) <= CREDIT_WORDS or not last[:1].isupper():
        return None
    shouted = last.isupper() and length(last) > 1
    known = shouted or names_house(last) or names_agency(folded(last), desk)
    return _parted(line[: len(line) - len(last)] if found else "", last) if known else None
