"""What is known of a block-level element while its content is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from copydesk.model import Caption, Heading, Kind, ListItem, Paragraph, Preformatted, Quotation


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
    headed: bool = False
    layout: bool = False


@dataclass(slots=True)
class Frame:
    """An open block-level element. What a child inherits is copied when it is opened."""

    tag: str
    path: tuple[str, ...]
    words: tuple[str, ...]
    number: int
    """Unique in the page."""
    parent: Frame | None = None
    start: int = 0
    """How many blocks the page had when it was opened."""
    quoted: bool = False
    captioned: bool = False
    kept: bool = False
    """White space means something."""
    anchored: bool = False
    apart: bool = False
    logo: bool = False
    heading: int | None = None
    listing: Listing | None = None
    item: Item | None = None
    grid: Grid | None = None
    image: str | None = None
    chain: tuple[int, ...] = ()
    """The numbers of this element and those around it, outermost first."""

    def kind(self) -> Kind:
        """What a run of text here is."""
        if self.heading is not None:
            return Heading(self.heading)
        if self.captioned:
            return Caption(self._picture())
        if self.kept:
            return Preformatted()
        if self.item is not None and self.item.first is None:
            return ListItem(self.item.depth, self.item.number)
        return Quotation() if self.quoted else Paragraph()

    def _picture(self) -> str | None:
        """The image of this figure: seen in it, or in one of the elements close around it."""
        frame: Frame | None = self
        for _ in range(4):
            if frame is None or frame.image is not None:
                break
            frame = frame.parent
        return frame.image if frame is not None else None
