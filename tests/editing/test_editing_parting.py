"""Headline, byline and date that one element holds."""

from __future__ import annotations

import pytest
from copydesk.model import Block, Paragraph, Place, Span
from editing_pages import carry_out, draft


def parted(*spans: Span) -> list[str]:
    after = carry_out("part_furniture", draft((Block(Paragraph(), spans, Place(1, 1)),)))
    return [block.text for block in after.blocks]


def test_lines_of_furniture_become_blocks_with_their_marks() -> None:
    spans = (Span("Wall to be "), Span("rebuilt\nBy Jane Doe", strong=True), Span("\n3 May 2024"))
    after = carry_out("part_furniture", draft((Block(Paragraph(), spans, Place(1, 1)),)))
    assert [block.text for block in after.blocks] == ["Wall to be rebuilt", "By Jane Doe", "3 May 2024"]
    assert after.blocks[1].spans == (Span("By Jane Doe", strong=True),)


@pytest.mark.parametrize(
    "text",
    [
        "The lamp is out, the rope is dry,\nthe gulls have gone to bed",
        "They met at the pier.\nBy Jane Doe",
        "A poem\nthe lamp is out and so is the light of the pier\nBy Jane Doe",
        "Wall to be rebuilt",
    ],
)
def test_what_only_looks_like_it_stays_whole(text: str) -> None:
    assert parted(Span(text)) == [text]
