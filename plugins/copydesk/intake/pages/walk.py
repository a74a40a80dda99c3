"""One pass over a parsed page: everything visible becomes a block, everything said about the story a clue."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from selectolax.lexbor import LexborNode

from copydesk.intake.limits import check_depth
from copydesk.intake.machines.clues import Clues
from copydesk.intake.machines.evidence import Evidence, is_licence
from copydesk.intake.markup import elements
from copydesk.intake.markup.hidden import is_hidden
from copydesk.intake.markup.links import Links
from copydesk.intake.markup.pictures import Picture, is_lead
from copydesk.intake.markup.styles import Styles
from copydesk.intake.pages.captions import close_captioned, close_figure
from copydesk.intake.pages.collecting import Collected
from copydesk.intake.pages.frame import Frame, framed
from copydesk.intake.pages.lists import close_item, open_item, open_list
from copydesk.intake.pages.meanings import SPEAKING, Attributes, Meaning, Meanings, not_apart
from copydesk.intake.pages.runs import BLANK, PLAIN, Marks, Run, marked
from copydesk.intake.pages.side_by_side import is_apart
from copydesk.intake.pages.tables import close_cell, close_table, open_cell, open_row, open_table
from copydesk.intake.source import Source
from copydesk.model import Block

OPENED: Final[Mapping[str, Callable[[Frame, Attributes], None]]] = {
    **dict.fromkeys(elements.LISTS, open_list),
    **dict.fromkeys(elements.CELLS, open_cell),
    "li": open_item,
    "table": open_table,
    "tr": open_row,
}
"""What is to be done where lists, tables and their parts begin."""

CLOSED: Final[Mapping[str, Callable[[Frame, list[Block]], None]]] = {
    **dict.fromkeys(elements.CELLS, close_cell),
    "figure": close_figure,
    "li": close_item,
    "table": close_table,
}
"""What is to be done with their blocks where they end."""

POINTS: Final = frozenset(("br", "img", "amp-img"))
"""Elements that stand in the text themselves."""

UNREAD: Final = elements.UNSEEN | {"-comment", "!doctype", "-document", "-undef", ""}
"""What the parser calls the nodes in which no text of the page stands."""

SAYING: Final = elements.BLOCKS | elements.MARKING | elements.FOLDED | {"a", "time"}
"""Elements that say something by their name alone; of others only what is in them is read."""


@dataclass(frozen=True, slots=True)
class _Veil:
    """Hidden text being read: the number and depth of the element that hides it, and the run that goes on after it."""

    number: int
    depth: int
    run: Run


class Walk:
    """Reads one page into ``collected``."""

    def __init__(self, source: Source, links: Links, clues: Clues, collected: Collected, styles: Styles) -> None:
        self._seed, self._limits = source.raw.seed, source.limits
        self._links, self._clues, self._collected = links, clues, collected
        self._evidence = Evidence(clues, links)
        self._meanings = Meanings(styles)
        self._outer: list[tuple[Frame, Marks, LexborNode]] = []
        """The open elements, and what held before each, to hold again when it is closed."""
        self._numbers = 0
        self._frame, self._marks, self._run = Frame("html"), PLAIN, Run()
        self._veil: _Veil | None = None

    def read(self, root: LexborNode) -> None:
        """Walk the page from its root element, without recursion."""
        node: LexborNode | None = root.first_child
        while node is not None:
            tag = node.tag or ""
            following = None
            if tag == "-text":
                text = node.text_content
                if text and (not self._run.bare or text.strip(BLANK) or self._frame.setting.kept):
                    self._text(text)  # two thirds of all text nodes are the indentation between tags
            elif tag not in UNREAD:
                following = self._enter(tag, node)
            elif tag in elements.SPOKEN:
                self._evidence.offer(node, node.attributes, len(self._outer))
            if following is None:
                following = node.next
                while following is None and self._outer:
                    following = self._leave().next
            node = following
        self._settle()

    def _enter(self, tag: str, node: LexborNode) -> LexborNode | None:
        """Take in an element; its first child where there is something in it to read."""
        attributes = node.attributes
        if tag in POINTS:
            self._pass(tag, attributes)
            return None
        if len(self._outer) > self._limits.depth:
            check_depth(self._seed, len(self._outer), self._limits)
        child = node.first_child
        if attributes or tag in SAYING:
            self._open(tag, node, attributes)
            if child is None:
                self._leave()
        elif child is not None:
            if not self._run.bare:
                self._part(tag, node)
            self._outer.append((self._frame, self._marks, node))
        return child

    def _pass(self, tag: str, attributes: Attributes) -> None:
        if tag != "br":
            self._picture(attributes)
        elif self._frame.setting.kept:
            self._run.add_kept("\n", self._marks)
        elif self._run.ends_line():
            self._settle()
        else:
            self._run.break_line()

    # --- elements -----------------------------------------------------------------------------------------------------

    def _open(self, tag: str, node: LexborNode, attributes: Attributes) -> None:
        meaning = self._meanings.of(tag, attributes)
        speaks = not SPEAKING.isdisjoint(attributes)
        is_block = meaning.is_block or meaning.named.caption and self._is_under_picture(tag)
        if is_block and self._run.begun:
            self._settle()
        self._outer.append((self._frame, self._marks, node))
        if speaks or meaning.is_odd:
            meaning = self._look_into(node, attributes, meaning)
        if is_block:
            self._numbers += 1
            self._frame = framed(meaning, attributes, self._frame, self._numbers, len(self._collected.blocks))
            if tag in OPENED:
                OPENED[tag](self._frame, attributes)
        else:
            if not self._run.bare:
                self._part(tag, node)
            self._mark(tag, attributes, meaning.words)
        if speaks:
            self._evidence.offer(node, attributes, len(self._outer))
        if meaning.tells and not (self._frame.setting.apart or meaning.named.apart or "figure" in self._frame.path):
            self._evidence.offer_shown(node, attributes, meaning.words, meaning.named)
        elif meaning.named.credit and self._frame.setting.captioned:
            self._evidence.offer_credit(node)
        elif meaning.named.trail and "footer" not in self._frame.path:  # most stand in a nav, which is beside the story
            self._evidence.offer_trail(node)

    def _is_under_picture(self, tag: str) -> bool:
        """Whether a part of a line that is called a caption, and stands in none, has a picture it may be of."""
        frame = self._frame
        return tag == "span" and not frame.setting.captioned and not self._marks.linked and frame.picture() is not None

    def _look_into(self, node: LexborNode, attributes: Attributes, meaning: Meaning) -> Meaning:
        """What an element means where it stands; where it is hidden, its text is read apart from the run around it,
        which goes on after it."""
        if self._veil is None and is_hidden(meaning.tag, attributes, meaning.named):
            self._numbers += 1
            self._veil, self._run = _Veil(self._numbers, len(self._outer), self._run), Run()
        if meaning.named.apart and not self._frame.setting.apart and node.css_first("h1") is not None:
            return not_apart(meaning)  # of a newsletter's archive every page is "newsletter-article"
        return meaning

    def _leave(self) -> LexborNode:
        """Close the innermost open element."""
        if self._evidence.scope is not None:
            self._evidence.leave(len(self._outer))
        frame, self._marks, node = self._outer.pop()
        if frame is not self._frame:
            if self._run.begun:
                self._settle()
            if self._frame.tag in CLOSED or self._frame.setting.captioned:
                self._close(self._frame)
            if self._frame.image is not None and frame.image is None and self._is_pictured(frame):
                frame.image = self._frame.image
            self._frame = frame
        veil = self._veil
        if veil is not None and veil.depth > len(self._outer):
            self._settle()
            self._veil, self._run = None, veil.run
        return node

    def _is_pictured(self, frame: Frame) -> bool:
        """Whether a picture in an element is that of the element: of a figure however deep in it, of an element that
        has nothing else so far, since a caption may follow."""
        return "figure" in frame.path or frame.tag == "div" and frame.start == len(self._collected.blocks)

    def _part(self, tag: str, node: LexborNode) -> None:
        """Set a space between two elements that pages set apart by style alone: kicker, "By" and a name."""
        if self._run.ends_in_word() and not self._marks.code and not self._frame.setting.kept and is_apart(tag, node):
            self._run.add(" ", PLAIN)

    def _mark(self, tag: str, attributes: Attributes, words: tuple[str, ...]) -> None:
        if words and not self._run.pieces:
            self._run.begin_in(words)
        if tag == "a":
            href = self._links.absolute(attributes.get("href"))
            marks = self._marks
            self._marks = Marks(marks.strong, marks.emphasis, marks.code, href, True)
            if href is not None and is_licence(href):
                self._clues.add("licence", href, "licence text")
        elif tag in elements.MARKING:
            self._marks = marked(self._marks, tag)

    def _close(self, frame: Frame) -> None:
        if frame.tag in CLOSED:
            CLOSED[frame.tag](frame, self._collected.blocks)
        if frame.setting.captioned:
            close_captioned(frame, self._collected.blocks)

    # --- text and pictures --------------------------------------------------------------------------------------------

    def _text(self, text: str) -> None:
        if self._marks.linked and len(text) <= elements.LONGEST_OPENS and self._is_sign(text.strip()):
            return
        if self._frame.setting.kept:
            self._run.add_kept(text, self._marks)
        else:
            self._run.add(text, self._marks)

    def _is_sign(self, text: str) -> bool:
        """Whether a text in a link is only a sign: to its heading, back from a footnote, of a new tab. What
        the page hides of these is kept with all that it hides."""
        if self._veil is None and (text in elements.BACK or text.strip(" ,;()[]–-").casefold() in elements.OPENS):
            return True
        return self._frame.setting.heading is not None and text in elements.ANCHORS

    def _settle(self) -> None:
        """End the run of text: what was collected becomes a block."""
        run, self._run = self._run, Run()
        if run.pieces:
            self._collected.settle(run, self._frame, self._veil.number if self._veil is not None else None)

    def _picture(self, attributes: Attributes) -> None:
        picture = Picture.of(attributes)
        address = self._links.absolute(picture.address)
        self._frame.image = address or self._frame.image
        if address is not None and is_lead(self._frame.words) and not self._frame.setting.apart:
            self._clues.add("image", address, "lead picture")
        if picture.is_character():
            self._text(picture.alt)
        elif picture.alt and self._frame.tag != "noscript":
            setting = self._frame.setting
            if (setting.logo or picture.is_logo()) and not setting.apart and "figure" not in self._frame.path:
                self._clues.add("publisher", picture.alt, "logo text")
            self._collected.cut_alt(picture.alt, self._frame)
