"""Calls to readers are told from paragraphs of the story, buttons from its lines."""

from __future__ import annotations

import pytest
from copydesk.editing.cutting.asides import CALL_WORDS, asks_readers, is_button
from copydesk.editing.shapes import length
from copydesk.model import Block, Heading, Kind, Markup, Paragraph, Place, Span

CALL = "Have you seen the seal? Email news@harbour.example"


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        (CALL, True),
        ("Have you seen the seal? Write to the harbour office.", False),  # no address
        ("Email news@harbour.example", False),  # asks nothing
        ("The office is at news@harbour.example. Has anyone seen the seal?", False),  # the address answers nothing
        ("“Have you seen the seal?” she wrote from her address, ann@harbour.example", False),  # the story's question
        (f"{'The seal has been seen off the pier again. ' * 5}{CALL}", False),  # a paragraph of the story
    ],
)
def test_a_call_to_readers_asks_and_says_where_to_answer(text: str, asks: bool) -> None:
    assert asks_readers(text) is asks


def test_a_call_is_as_long_as_its_limit_and_no_longer() -> None:
    told = "word " * (CALL_WORDS - length(CALL))
    assert asks_readers(f"{told}{CALL}")
    assert not asks_readers(f"word {told}{CALL}")


def block(text: str, path: tuple[str, ...] | None, kind: Kind = Paragraph()) -> Block:  # noqa: B008  # frozen
    return Block(kind, (Span(text),), Place(1, 1), markup=None if path is None else Markup(path=path))


@pytest.mark.parametrize(
    ("given", "is_so"),
    [
        (block("Show the whole table", ("main", "button")), True),
        (block("Show the whole table", None), False),
        (block("Show the whole table", ("button", "p")), False),
        (block("What the table shows", ("main", "button"), Heading(2)), False),
        (block("The table was shown.", ("main", "button")), False),
        (block("Show the whole of the table of tides", ("main", "button")), False),
        (block("", ("main", "button")), False),
    ],
)
def test_a_button_is_short_and_says_what_it_does(given: Block, is_so: bool) -> None:
    assert is_button(given) is is_so
