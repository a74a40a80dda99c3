"""The blocks and cuts of a page as the walk comes by them."""

from __future__ import annotations

from copydesk.intake.limits import check_blocks, check_paragraph
from copydesk.intake.machines.anchors import Anchors
from copydesk.intake.machines.clues import Clues
from copydesk.intake.markup.hidden import Unseen, settle_hidden
from copydesk.intake.pages.frame import Frame
from copydesk.intake.pages.lists import count_block
from copydesk.intake.pages.places import Places
from copydesk.intake.pages.runs import Run
from copydesk.intake.source import Source
from copydesk.model import Block, Cut, Markup, Paragraph, Span

_LONGEST_LOGO = 60
_MOST_WORDS = 40


class Collected:
    """What was found so far: the blocks that are shown, those that are not, and the cuts."""

    def __init__(self, source: Source, clues: Clues, anchors: Anchors) -> None:
        self.blocks: list[Block] = []
        self._unseen: list[Unseen] = []
        self._cuts: list[Cut] = []
        self._seed, self._limits = source.raw.seed, source.limits
        self._places = Places(source.text)
        self._clues, self._anchors = clues, anchors

    def settle(self, run: Run, frame: Frame, hidden: int | None) -> None:
        """Make a block of a run of text in ``frame``; ``hidden`` is the number of the hidden element around it."""
        spans = run.spans()
        text = spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])
        if not text or text.isspace():
            return
        if len(text) > self._limits.line:
            check_paragraph(self._seed, text, self._limits)
        place = self._places.of(run.origin or text, text.count("\n"))
        block = Block(frame.kind(), spans, place, 1, 0, self._markup(run, frame, text))
        if frame.setting.heading == 1:
            self._clues.add("headline", text, "h1", place)
        elif frame.setting.logo and not frame.setting.apart and len(text) <= _LONGEST_LOGO:
            self._clues.add("publisher", text, "logo text", place)
        if hidden is not None:
            self._unseen.append(Unseen(hidden, len(self.blocks), block))
        else:
            if frame.item is not None:
                count_block(frame.item, block, len(self.blocks))
            self.blocks.append(block)
        count = len(self.blocks) + len(self._unseen)
        if count > self._limits.blocks:
            check_blocks(self._seed, count, self._limits)

    def cut_alt(self, alt: str, frame: Frame) -> None:
        """Note the description of a picture: not text the page shows, but not lost either."""
        markup = Markup(frame.path, frame.words, container=frame.container, ancestors=frame.chain)
        block = Block(Paragraph(), (Span(alt),), self._places.here(), markup=markup)
        self._cuts.append(Cut(block, "alt_text", "describes a picture; readers of the page did not see it"))
        check_blocks(self._seed, len(self._cuts), self._limits)

    def lines(self) -> int:
        """How many lines the page has."""
        return self._places.lines()

    def finish(self) -> tuple[tuple[Block, ...], tuple[Cut, ...]]:
        """The blocks and the cuts, hidden text in the one or the other."""
        blocks, cuts = settle_hidden(self.blocks, self._unseen)
        return tuple(blocks), (*self._cuts, *cuts)

    def _markup(self, run: Run, frame: Frame, text: str) -> Markup:
        return Markup(
            frame.path,
            (run.words + frame.words)[:_MOST_WORDS] if run.words else frame.words,
            _share(run.linked, len(text)) if run.linked else 0.0,
            frame.container,
            frame.setting.anchored or bool(self._anchors.body) and self._anchors.hold(text),
            frame.chain,
            frame.setting.unshown,
        )


def _share(linked: int, length: int) -> float:
    """The share of a text that is linked; a link's closing space may be counted that the text has no more."""
    return 1.0 if linked >= length else round(linked / length, 3)
