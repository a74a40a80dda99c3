"""What is known of a block-level element while its content is read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from copydesk.frozen import value
from copydesk.intake.markup import elements
from copydesk.intake.markup.classwords import Named
from copydesk.intake.pages.meanings import Attributes, Meaning
from copydesk.model import Caption, Heading, Kind, ListItem, Paragraph, Preformatted, Quotation

_DEEPEST = 60
"""How many of the innermost elements a block remembers."""
_MOST_WORDS = 40
_FIGURE_HEIGHT = 4
"""How many elements up from a caption its picture is looked for."""


@dataclass(slots=True)
class Item:
    """A list item being read: where its first block stands in the page's blocks, and how many it has of its own."""

    depth: int
    number: int | None
    first: int | None = None
    blocks: int = 0


@dataclass(slots=True)
class Listing:
    """A list being read; ``number`` is that of its next item, ``None`` where it is unordered."""

    depth: int
    number: int | None


@dataclass(slots=True)
class Grid:
    """A table being read: ``start`` is where its blocks begin, ``cell`` where those of the open cell do."""

    start: int
    rows: list[list[str]] = field(default_factory=list)
    cell: int = 0
    span: int = 1
    headed: bool = False
    layout: bool = False
    spanned: dict[int, int] = field(default_factory=dict)
    """The last row, counted from 1, that a cell above reaches down to, by column."""


@value(frozen=True, slots=True)
class Setting:
    """What an element says of all text inside it; elements that say nothing share that of the one around them."""

    quoted: bool = False
    captioned: bool = False
    kept: bool = False
    """White space means something."""
    anchored: bool = False
    apart: bool = False
    logo: bool = False
    unshown: bool = False
    """A style sheet of the page hides it."""
    heading: int | None = None


_PLAIN: Final = Setting()
_PARAGRAPH, _QUOTATION = Paragraph(), Quotation()
_HEADINGS: Final = {level: Heading(level) for level in elements.HEADINGS.values()}


@lru_cache(maxsize=256)
def _list_item(depth: int, number: int | None) -> ListItem:
    return ListItem(depth, number)


@dataclass(slots=True)
class Frame:
    """An open block-level element. What a child inherits is copied when it is opened."""

    tag: str
    path: tuple[str, ...] = ()
    chain: tuple[int, ...] = ()
    """Numbers, unique in the page, of this element and those around it, outermost first."""
    words: tuple[str, ...] = ()
    parent: Frame | None = None
    start: int = 0
    """How many blocks the page had when it was opened."""
    setting: Setting = _PLAIN
    listing: Listing | None = None
    item: Item | None = None
    grid: Grid | None = None
    image: str | None = None

    @property
    def container(self) -> int:
        """The number of what a block of this element shares with its neighbours: where it is the block, its parent."""
        shared = self.parent if self.tag in elements.LEAVES and self.parent is not None else self
        return shared.chain[-1] if shared.chain else 0

    def kind(self) -> Kind:
        """What a run of text here is."""
        setting = self.setting
        if setting.heading is not None:
            return _HEADINGS[setting.heading]
        if setting.captioned:
            return Caption(self.picture())
        if setting.kept:
            return Preformatted()
        if self.item is not None and self.item.first is None:
            return _list_item(self.item.depth, self.item.number)
        return _QUOTATION if setting.quoted else _PARAGRAPH

    def picture(self) -> str | None:
        """The picture nearest above a caption in this element, in it or in one of those around it."""
        frame: Frame | None = self
        for _ in range(_FIGURE_HEIGHT):
            if frame is None or frame.image is not None:
                break
            frame = frame.parent
        return frame.image if frame is not None else None


def _is_foot_of_story(tag: str, parent: Frame) -> bool:
    """Whether a footer stands in an article: there it says who wrote the article, and when."""
    return tag == "footer" and "article" in parent.path


def framed(meaning: Meaning, attributes: Attributes, parent: Frame, number: int, start: int) -> Frame:
    """The frame of the element ``number`` inside ``parent``; ``start`` blocks stand before it."""
    tag = meaning.tag
    words = meaning.words
    may_set = meaning.sets or parent.setting.logo or "itemprop" in attributes
    return Frame(
        tag,
        parent.path[-_DEEPEST:] + (tag,),  # noqa: RUF005  twice as fast as unpacking, once for every element
        parent.chain[-_DEEPEST:] + (number,),  # noqa: RUF005
        (words + parent.words)[:_MOST_WORDS] if words else parent.words,
        parent,
        start,
        _setting(tag, attributes, meaning.named, parent) if may_set else parent.setting,
        parent.listing,
        parent.item,
        parent.grid,
    )


def _setting(tag: str, attributes: Attributes, named: Named, parent: Frame) -> Setting:
    around = parent.setting
    return Setting(
        quoted=around.quoted or tag == "blockquote",
        captioned=around.captioned or named.caption or tag in ("figcaption", "caption"),
        kept=around.kept or tag in elements.PREFORMATTED,
        anchored=around.anchored or attributes.get("itemprop") == "articleBody",
        apart=around.apart or named.apart or (tag in elements.APART and not _is_foot_of_story(tag, parent)),
        logo=(named.logo and tag not in elements.REGIONS) or (around.logo and tag not in elements.MENUS),
        unshown=around.unshown or named.hidden,
        heading=elements.HEADINGS.get(tag, around.heading),
    )
