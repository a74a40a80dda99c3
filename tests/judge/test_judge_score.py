"""What the judge thinks of whole pages."""

from __future__ import annotations

import numpy as np
import pytest
from copydesk.editing import judge
from copydesk.editing.judge import score, weights
from copydesk.intake import read
from copydesk.model import Block, Paragraph, Place, RawDocument, Span
from judged_pages import CHROME_LINES, DUMP, PAGE, STORY_LINES, dump_blocks


def by_beginning(blocks: tuple[Block, ...], scores: tuple[float, ...], beginning: str) -> float:
    return next(value for block, value in zip(blocks, scores, strict=True) if block.text.startswith(beginning))


def test_the_story_of_a_dump_is_told_from_what_surrounds_it() -> None:
    blocks = dump_blocks(DUMP)
    scores = score(blocks, "en")
    kept = [by_beginning(blocks, scores, line) for line in STORY_LINES]
    cut = [by_beginning(blocks, scores, line) for line in CHROME_LINES]
    assert min(kept) > judge.KEEP > max(cut)


def test_the_story_of_a_page_is_told_from_what_surrounds_it() -> None:
    draft = read(RawDocument("ferry.html", PAGE.encode()))[0]
    scores = score(draft.blocks, "en")
    inside = [
        value
        for block, value in zip(draft.blocks, scores, strict=True)
        if "article-body" in PAGE and "p" in _path(block)
    ]
    assert by_beginning(draft.blocks, scores, "Passengers") > judge.KEEP
    assert by_beginning(draft.blocks, scores, "The council") > judge.KEEP
    assert by_beginning(draft.blocks, scores, "Storm damage") < judge.KEEP
    assert by_beginning(draft.blocks, scores, "Sport") < judge.KEEP
    assert len(inside) >= 3


def _path(block: Block) -> tuple[str, ...]:
    return block.markup.path if block.markup else ()


def test_no_blocks_have_no_scores() -> None:
    assert score((), None) == ()


@pytest.mark.parametrize(
    "line",
    [
        "",
        " ",
        "…",
        "\ud800",
        "\U0001f600" * 300,
        "a" * 20_000,
        "第三季度",
        "שלום עולם",
        "0",
        "\x00\x01",
        "e\u0301" * 50,
    ],
)
def test_any_line_is_judged(line: str) -> None:
    block = Block(Paragraph(), (Span(line),), Place(1, 1))
    for blocks in ((block,), (block, *dump_blocks(DUMP)), (block, block, block)):
        scores = score(blocks)
        assert len(scores) == len(blocks)
        assert all(0.0 <= value <= 1.0 for value in scores)


def test_the_same_page_is_judged_the_same() -> None:
    blocks = dump_blocks(DUMP)
    assert score(blocks, "en") == score(blocks, None) == score(tuple(blocks), "xx")


def test_a_long_page_is_judged_in_parts_as_a_whole() -> None:
    blocks = dump_blocks(DUMP) * 40
    assert len(score(blocks)) == len(blocks)


def test_weights_of_other_columns_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = weights.load("text")
    arrays = weights.pack(shipped)
    arrays["names"] = np.array(["something", "else"])
    monkeypatch.setattr(judge, "load", lambda name: weights.unpack(arrays))
    with pytest.raises(weights.StaleWeightsError):
        score(dump_blocks(DUMP))


@pytest.mark.parametrize("name", ["text", "markup"])
def test_weights_are_small_and_survive_packing(name: str) -> None:
    shipped = weights.load(name)
    again = weights.unpack(weights.pack(shipped))
    assert again.names == shipped.names
    assert (again.first.leaf == shipped.first.leaf).all()
    assert sum(array.nbytes for array in weights.pack(shipped).values()) < 1_500_000
