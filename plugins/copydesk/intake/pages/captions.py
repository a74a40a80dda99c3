"""Captions by class name: believed only where what they hold is short."""

from __future__ import annotations

from dataclasses import replace

from copydesk.intake.pages.frame import Frame
from copydesk.model import Block, Caption, Paragraph

_MOST_BLOCKS = 3
_LONGEST = 900


def close_figure(frame: Frame, blocks: list[Block]) -> None:
    """At the end of a figure: its captions that stand above the picture know it too."""
    if frame.image is None:
        return
    for at in range(frame.start, len(blocks)):
        if blocks[at].kind == Caption(None):
            blocks[at] = replace(blocks[at], kind=Caption(frame.image))


def close_captioned(frame: Frame, blocks: list[Block]) -> None:
    """At the end of an element set as a caption: the blocks of a whole column that only its class name calls a
    caption are paragraphs again."""
    outer = frame.parent
    if outer is None or outer.setting.captioned or frame.tag in ("figcaption", "caption"):
        return
    inside = blocks[frame.start :]
    if len(inside) <= _MOST_BLOCKS and all(len(block.text) <= _LONGEST for block in inside):
        return
    blocks[frame.start :] = [
        replace(block, kind=Paragraph()) if isinstance(block.kind, Caption) else block for block in inside
    ]
