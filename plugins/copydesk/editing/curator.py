"""The curator's hand: lines and elements named in the overrides or in ``sources.toml`` leave or stay.

Of CSS, the selectors ``tag``, ``.class``, ``#id``, ``tag.class`` and ``tag#id`` are understood, and a list of them with
commas; they are matched against the markup that a block carries as evidence.
"""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.model import Block, Draft, Place, Publisher
from copydesk.text import fold


def cut_lines_the_curator_named(draft: Draft, desk: Desk) -> Draft:
    """Cut the lines and elements that the overrides of this seed name: cut_lines = ["44", "46-52"]."""
    ranges = line_ranges(desk.overrides.cut_lines)
    verdict = Verdict("named by the curator")
    out = {
        at: verdict
        for at, block in enumerate(draft.blocks)
        if _is_in(block.place, ranges) or selects(desk.overrides.cut, block)
    }
    if desk.overrides.main and any(selects(desk.overrides.main, block) for block in draft.blocks):
        out |= {at: verdict for at, block in enumerate(draft.blocks) if not selects(desk.overrides.main, block)}
    return cut(draft, "cut_lines_the_curator_named", out)


def cut_lines_of_the_publisher(draft: Draft, desk: Desk) -> Draft:
    """Cut the lines and elements that ``sources.toml`` lists for this publisher: "Harbour Herald for you"."""
    out: dict[int, Verdict] = {}
    for publisher in publishers_of(draft, desk):
        lines = frozenset(map(fold, publisher.cut_lines))
        verdict = Verdict(f"listed for {publisher.name}")
        for at, block in enumerate(draft.blocks):
            if fold(block.text) in lines or selects(publisher.cut, block):
                out[at] = verdict
        if publisher.main and any(selects(publisher.main, block) for block in draft.blocks):
            out |= {at: verdict for at, block in enumerate(draft.blocks) if not selects(publisher.main, block)}
    return cut(draft, "cut_lines_of_the_publisher", out)


def restore_lines_the_curator_keeps(draft: Draft, desk: Desk) -> Draft:
    """Put back the lines that the overrides of this seed keep: keep_lines = ["18"]."""
    ranges = line_ranges(desk.overrides.keep_lines)
    if not ranges:
        return draft
    back = [taken for taken in draft.cuts if _is_in(taken.block.place, ranges)]
    blocks = sorted(
        (*draft.blocks, *(replace(taken.block, rule="restore_lines_the_curator_keeps") for taken in back)),
        key=_position,
    )
    return replace(draft, blocks=tuple(blocks), cuts=tuple(taken for taken in draft.cuts if taken not in back))


def publishers_of(draft: Draft, desk: Desk) -> tuple[Publisher, ...]:
    """The publishers of the house whose domain or one of whose names the draft shows."""
    addresses = [draft.url, *(clue.value for clue in draft.clues if clue.fact == "canonical_url")]
    hosts = {host.removeprefix("www.") for address in addresses if address and (host := urlsplit(address).hostname)}
    names = {fold(clue.value) for clue in draft.clues if clue.fact == "publisher"}
    return tuple(
        publisher
        for publisher in desk.house.publishers
        if any(host == domain or host.endswith("." + domain) for host in hosts for domain in publisher.domains)
        or not names.isdisjoint(map(fold, (publisher.name, *publisher.names)))
    )


def line_ranges(entries: tuple[str, ...]) -> tuple[range, ...]:
    """Line numbers as ranges: "44" is one line, "46-52" seven. An entry that is neither is ignored by editing; settings
    refuses it when it reads the file."""
    ranges = []
    for entry in entries:
        first, _, last = entry.partition("-")
        if first.strip().isdigit() and (not last or last.strip().isdigit()):
            ranges.append(range(int(first), int(last or first) + 1))
    return tuple(ranges)


def selects(selectors: tuple[str, ...], block: Block) -> bool:
    """Whether one of the simple selectors names the block or one of its ancestors."""
    return any(_selects(part.strip(), block) for selector in selectors for part in selector.split(","))


def _selects(selector: str, block: Block) -> bool:
    if block.markup is None or not selector:
        return False
    tag, mark, name = _split(selector)
    if tag and tag not in block.markup.path:
        return False
    parts = [part for part in name.casefold().replace("_", "-").split("-") if part]
    return not mark or bool(parts) and all(part in block.markup.words for part in parts)


def _split(selector: str) -> tuple[str, str, str]:
    for mark in "#.":
        if mark in selector:
            tag, _, name = selector.partition(mark)
            return tag.casefold(), mark, name
    return selector.casefold(), "", ""


def _is_in(place: Place, ranges: tuple[range, ...]) -> bool:
    return any(place.first < numbers.stop and numbers.start <= place.last for numbers in ranges)


def _position(block: Block) -> tuple[int, int]:
    return block.place.first, block.place.last
