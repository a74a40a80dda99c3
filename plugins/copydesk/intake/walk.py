"""One pass over a parsed page: everything visible becomes a block, everything said about the story a clue."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from selectolax.lexbor import LexborNode

from copydesk.intake import elements
from copydesk.intake.classwords import ClassWords, Named
from copydesk.intake.clues import Clues
from copydesk.intake.frame import Frame, Grid, Item, Listing
from copydesk.intake.limits import check_blocks, check_depth
from copydesk.intake.links import Links
from copydesk.intake.places import Places
from copydesk.intake.runs import PLAIN, Marks, Run
from copydesk.intake.source import Source
from copydesk.intake.tables import close_cell, close_table, open_cell
from copydesk.model import Block, Cut, Heading, ListItem, Markup, Paragraph, Place, Span

_DEEPEST_PATH: Final = 60
_MOST_WORDS: Final = 40


class _Open(NamedTuple):
    """What to restore when an element closes."""

    frame: Frame
    marks: Marks
    run: Run
    hidden: int | None


class Walk:
    """Reads one page. `blocks`, `cuts` and `clues` are what was found."""

    def __init__(self, source: Source, links: Links, clues: Clues) -> None:
        self.blocks: list[Block] = []
        self.cuts: list[Cut] = []
        self.hidden: list[tuple[int, int]] = []
        """Stretches of blocks (first, past the last) that a browser would not show."""
        self.clues = clues
        self._seed, self._limits = source.raw.seed, source.limits
        self._links = links
        self._names = ClassWords()
        self._places = Places(source.text)
        self._frames = 0
        self._frame = Frame("html", (), (), 0)
        self._marks = PLAIN
        self._run = Run()
        self._opened: list[_Open] = []

    def read(self, root: LexborNode) -> None:
        """Walk the page from its root element, without recursion."""
        node: LexborNode | None = root.first_child
        while node is not None:
            following = self._enter(node)
            if following is None:
                following = node.next
                while following is None and self._opened:
                    node = node.parent
                    assert node is not None  # an element was entered through it
                    self._leave()
                    following = node.next
            node = following
        self._settle()

    # --- entering and leaving -----------------------------------------------------------------------------------------

    def _enter(self, node: LexborNode) -> LexborNode | None:
        """Take in a node; its first child where there is something in it to read."""
        tag = node.tag
        if tag == "-text":
            self._text(node.text_content or "")
        elif tag == "br":
            self._break_line()
        elif tag == "img":
            self._image(node.attributes)
        elif tag not in elements.UNSEEN and tag and tag[0] not in "-!":
            child = node.first_child
            if tag in elements.BLOCKS or child is not None:
                self._open(tag or "", node)
            if child is None and tag in elements.BLOCKS:
                self._leave()
            return child
        return None

    def _open(self, tag: str, node: LexborNode) -> None:
        check_depth(self._seed, len(self._opened), self._limits)
        attributes = node.attributes
        named = self._names.of(attributes)
        self._opened.append(_Open(self._frame, self._marks, self._run, None))
        if tag in elements.BLOCKS:
            self._settle()
            self._frame = self._framed(tag, attributes, named)
        else:
            if named.words and not self._run:
                self._run.words = named.words + self._run.words
            self._mark(tag, attributes)

    def _leave(self) -> None:
        opened = self._opened.pop()
        if opened.frame is not self._frame:
            self._settle()
            self._close(self._frame)
            self._frame = opened.frame
        self._marks = opened.marks

    def _mark(self, tag: str, attributes: dict[str, str | None]) -> None:
        marks = self._marks
        if tag == "a":
            self._marks = replace(marks, href=self._links.absolute(attributes.get("href")), linked=True)
        elif tag in elements.STRONG:
            self._marks = replace(marks, strong=True)
        elif tag in elements.EMPHASIS:
            self._marks = replace(marks, emphasis=True)
        elif tag in elements.CODE:
            self._marks = replace(marks, code=True)

    # --- block-level elements -----------------------------------------------------------------------------------------

    def _framed(self, tag: str, attributes: dict[str, str | None], named: Named) -> Frame:
        parent = self._frame
        self._frames += 1
        frame = Frame(
            tag=tag,
            path=(*parent.path[-_DEEPEST_PATH:], tag),
            words=(named.words + parent.words)[:_MOST_WORDS] if named.words else parent.words,
            number=self._frames,
            parent=parent,
            start=len(self.blocks),
            quoted=parent.quoted or tag == "blockquote",
            captioned=parent.captioned or tag == "figcaption" or named.caption,
            kept=parent.kept or tag in elements.PREFORMATTED,
            anchored=parent.anchored or attributes.get("itemprop") == "articleBody",
            apart=parent.apart or named.apart or tag in elements.APART,
            logo=parent.logo or named.logo,
            heading=elements.HEADINGS.get(tag, parent.heading),
            listing=parent.listing,
            item=parent.item,
            grid=parent.grid,
            chain=(*parent.chain[-_DEEPEST_PATH:], self._frames),
        )
        self._structure(frame, attributes)
        return frame

    def _structure(self, frame: Frame, attributes: dict[str, str | None]) -> None:
        """Begin a list, an item, a table or a cell."""
        tag, listing = frame.tag, frame.listing
        if tag in elements.LISTS:
            number = _number(attributes.get("start"), 1) if tag == "ol" else None
            frame.listing = Listing(0 if listing is None else listing.depth + 1, number)
        elif tag == "li":
            number = listing.number if listing else None
            if listing is not None and number is not None:
                number = _number(attributes.get("value"), number)
                listing.number = number + 1
            frame.item = Item(listing.depth if listing else 0, number)
        elif tag == "table":
            if frame.grid is not None:
                frame.grid.layout = True
            frame.grid = Grid(len(self.blocks), layout=attributes.get("role") in ("presentation", "none"))
            frame.item = None
        elif tag == "tr" and frame.grid is not None:
            frame.grid.rows.append([])
        elif tag in elements.CELLS and frame.grid is not None:
            open_cell(frame.grid, frame, len(self.blocks))

    def _close(self, frame: Frame) -> None:
        tag = frame.tag
        if tag in elements.CELLS and frame.grid is not None:
            close_cell(frame.grid, self.blocks)
        elif tag == "table" and frame.grid is not None:
            close_table(frame, self.blocks)
        elif tag == "li" and frame.item is not None:
            self._close_item(frame.item)
        if frame.image is not None and frame.parent is not None and frame.parent.image is None:
            frame.parent.image = frame.image if frame.tag != "figure" else None

    def _close_item(self, item: Item) -> None:
        """An item of several paragraphs is a piece of layout: its first paragraph is no list item then."""
        if item.blocks > 2 and item.first is not None and item.first < len(self.blocks):
            first = self.blocks[item.first]
            if isinstance(first.kind, ListItem):
                self.blocks[item.first] = replace(first, kind=Paragraph())

    # --- text ---------------------------------------------------------------------------------------------------------

    def _text(self, text: str) -> None:
        if self._frame.kept:
            self._run.add_kept(text, self._marks)
        else:
            self._run.add(text, self._marks)

    def _break_line(self) -> None:
        if self._frame.kept:
            self._run.add_kept("\n", self._marks)
        elif self._run.ends_line():
            self._settle()
        else:
            self._run.break_line()

    def _image(self, attributes: dict[str, str | None]) -> None:
        source = attributes.get("src") or ""
        if source.startswith("data:") or not source:
            source = attributes.get("data-src") or ""
        self._frame.image = self._links.absolute(source) or self._frame.image
        alt = (attributes.get("alt") or "").strip()
        if not alt:
            return
        if len(alt) <= 8 and not alt.isascii() and not alt[0].isalpha():
            self._text(alt)
        elif self._frame.logo or "logo" in alt.lower():
            self.clues.add("publisher", alt, "logo text")
        self._cut_alt(alt)

    def _cut_alt(self, alt: str) -> None:
        place = self._places.here()
        block = Block(Paragraph(), (Span(alt),), place, markup=Markup(self._frame.path, self._frame.words))
        self.cuts.append(Cut(block, "alt_text", "the description of a picture, which readers of the page did not see"))

    def _settle(self) -> None:
        """End the run of text: what was collected becomes a block."""
        run = self._run
        if not run:
            return
        self._run = Run()
        spans = run.spans()
        text = "".join([span.text for span in spans])
        if not text or text.isspace():
            return
        frame = self._frame
        place = self._places.of(run.origin or text, text.count("\n"))
        kind = frame.kind()
        if frame.item is not None:
            if frame.item.first is None:
                frame.item.first = len(self.blocks)
            frame.item.blocks += 3 if isinstance(kind, Heading) else 1
        self.blocks.append(Block(kind, spans, place, markup=self._markup(frame, run, text)))
        check_blocks(self._seed, len(self.blocks), self._limits)
        if frame.heading == 1:
            self.clues.add("headline", text, "h1", place)

    def _markup(self, frame: Frame, run: Run, text: str) -> Markup:
        shared = frame.parent if frame.tag in elements.LEAVES and frame.parent is not None else frame
        return Markup(
            path=frame.path,
            words=(run.words + frame.words)[:_MOST_WORDS] if run.words else frame.words,
            link_density=round(min(1.0, run.linked / len(text)), 3) if run.linked else 0.0,
            container=shared.number,
            anchored=frame.anchored,
            ancestors=frame.chain,
        )


def _number(value: str | None, default: int) -> int:
    digits = (value or "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 7 else default
