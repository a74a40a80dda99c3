"""Lists and their items: depth, numbers, and items that are only layout."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from copydesk.intake.markup import elements
from copydesk.intake.pages.frame import Frame, Item, Listing
from copydesk.model import Block, Heading, ListItem, Paragraph

_MOST_BLOCKS = 2
"""An item of more blocks than this is a piece of layout (a card, a column), and its first block no list item."""


def open_list(frame: Frame, attributes: Mapping[str, str | None]) -> None:
    """Begin a list, inside the one around it if there is one."""
    depth = 0 if frame.listing is None else frame.listing.depth + 1
    frame.listing = Listing(depth, _number(attributes.get("start"), 1) if frame.tag == "ol" else None)


def open_item(frame: Frame, attributes: Mapping[str, str | None]) -> None:
    """Begin an item with the next number of its list, or the one it gives itself."""
    listing = frame.listing or Listing(0, None)
    number = listing.number
    if number is not None:
        number = _number(attributes.get("value"), number)
        listing.number = number + 1
    frame.item = Item(listing.depth, number)


def count_block(item: Item, block: Block, position: int) -> None:
    """Note that ``block`` stands in the item; one with a heading in it is layout at once."""
    if item.first is None:
        item.first = position
    item.blocks += 1 + _MOST_BLOCKS * isinstance(block.kind, Heading)


def close_item(frame: Frame, blocks: list[Block]) -> None:
    """End an item: the first block of one that is layout is a paragraph."""
    item = frame.item
    if item is None or item.blocks <= _MOST_BLOCKS or item.first is None or item.first >= len(blocks):
        return
    first = blocks[item.first]
    if isinstance(first.kind, ListItem):
        blocks[item.first] = replace(first, kind=Paragraph())


def is_list(tag: str) -> bool:
    """Whether elements of this name are lists."""
    return tag in elements.LISTS


def _number(value: str | None, default: int) -> int:
    digits = (value or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 7 else default
