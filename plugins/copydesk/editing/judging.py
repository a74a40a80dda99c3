"""The judge's word: every block gets its score; what is under the bar leaves, what stands between kept lines stays."""

from __future__ import annotations

from dataclasses import replace

from copydesk.editing import judge
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import ends_sentence, is_heading, length
from copydesk.model import Block, Draft, ListItem, Table

BAR = 0.45
"""The score from which a block stays: a little under one half, for to lose a line of the story is the worse mistake."""
BETWEEN = 0.35
"""The score from which a block stays when its neighbours on both sides stay."""
HOPELESS = 0.03
"""Under this score nothing but a colon before it keeps a block."""


def score_blocks(draft: Draft, desk: Desk) -> Draft:
    """Ask the judge how likely each block is main content."""
    scores = judge.score(draft.blocks, desk.language, draft.clues)
    judged = (replace(block, score=value) for block, value in zip(draft.blocks, scores, strict=True))
    return replace(draft, blocks=tuple(judged))


def cut_what_is_judged_out(draft: Draft, desk: Desk) -> Draft:
    """Cut blocks the judge takes for boilerplate, unless they stand between lines of the story: a short answer."""
    kept = _rescued(draft.blocks, [_score(block) >= BAR for block in draft.blocks])
    out = {
        at: Verdict(f"judged not to be part of the story ({_score(block):.2f})")
        for at, block in enumerate(draft.blocks)
        if not kept[at]
    }
    return cut(draft, "cut_what_is_judged_out", out)


def _score(block: Block) -> float:
    return 0.0 if block.score is None else block.score


def _rescued(blocks: tuple[Block, ...], kept: list[bool]) -> list[bool]:
    """The second pass: what stands between kept lines and is not hopeless, what a colon announces or ends."""
    second = list(kept)
    for at, block in enumerate(blocks):
        if kept[at]:
            continue
        before, after = _near(kept, at, -1), _near(kept, at, 1)
        if (
            before
            and after
            and _score(block) >= BETWEEN
            or at + 1 < len(blocks)
            and kept[at + 1]
            and before
            and block.text.endswith((":", "："))
            and length(block.text) <= 40
            or isinstance(block.kind, (ListItem, Table))
            and _is_announced(blocks, second, at)
        ):
            second[at] = True
    return second


def _near(kept: list[bool], at: int, step: int) -> bool:
    """Whether one of the two next blocks in a direction is kept."""
    return any(0 <= near < len(kept) and kept[near] for near in (at + step, at + 2 * step))


def _is_announced(blocks: tuple[Block, ...], kept: list[bool], at: int) -> bool:
    """Whether a list item follows a kept item or a line that ends with a colon."""
    if at == 0 or not kept[at - 1] or _score(blocks[at]) < HOPELESS:
        return False
    before = blocks[at - 1]
    return isinstance(before.kind, type(blocks[at].kind)) or before.text.endswith((":", "："))


def is_stray_heading(block: Block) -> bool:
    """Whether a block can only head something: marked as a heading, or a short line that ends no sentence."""
    return is_heading(block) or (length(block.text) <= 10 and not ends_sentence(block.text))
