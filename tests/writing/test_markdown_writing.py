"""What our Markdown looks like: each case is a body, and the exact text we write for it."""

from __future__ import annotations

import pytest
from copydesk.model import (
    Block,
    Caption,
    Heading,
    Kind,
    ListItem,
    Paragraph,
    Place,
    Preformatted,
    Quotation,
    Span,
    Table,
)
from copydesk.writing.markdown.blocks import write


def block(kind: Kind, *spans: Span | str) -> Block:
    return Block(kind, tuple(Span(span) if isinstance(span, str) else span for span in spans), Place(1, 1))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("1986. A good year", "1986\\. A good year"),
        ("- no item", "\\- no item"),
        ("+ no item", "\\+ no item"),
        ("* no item", "\\* no item"),
        ("# no heading", "\\# no heading"),
        ("> no quotation", "\\> no quotation"),
        ("---", "\\---"),
        ("a *b* c", "a \\*b\\* c"),
        ("an _emphasis_", "an \\_emphasis\\_"),
        ("<b>bold</b>", "\\<b>bold\\</b>"),
        ("&copy; 2025", "\\&copy; 2025"),
        ("[a](b)", "\\[a\\](b)"),
        ("[a]: b", "\\[a\\]: b"),
        ("C:\\new", "C:\\\\new"),
        ("a `tick`", "a \\`tick\\`"),
        ("~~gone~~", "\\~\\~gone\\~\\~"),
        ("first\nsecond", "first\\\nsecond"),
        ("first\n===", "first\\\n\\==="),
        ("a | b\n--|--", "a | b\\\n\\--|--"),
    ],
)
def test_what_would_act_is_escaped(text: str, written: str) -> None:
    assert write((block(Paragraph(), text),)) == f"{written}\n"


@pytest.mark.parametrize(
    "text",
    [
        "He said [sic] it was #1 – 5 * 3 = 15, snake_case, 5 < 6 > 4, AT&T, a|b, ~5 km, 3.5, -4, +1, e.g. (this).",
        "“It is,” she said. „Ja“, «non», 「はい」…",
        "2025 was a year. 10.5 metres! 7) no, 8.",
    ],
)
def test_what_would_not_act_is_left_alone(text: str) -> None:
    assert write((block(Paragraph(), text),)) == f"{text}\n"


def test_marks_nest_and_spaces_stay_outside() -> None:
    spans = ("Read ", Span("all of ", strong=True), Span("it", strong=True, emphasis=True), " at ")
    link = Span("the site", href="https://example.org/a_(b)")
    assert write((block(Paragraph(), *spans, link, "."),)) == (
        "Read **all of *it*** at [the site](https://example.org/a\\_\\(b\\)).\n"
    )


def test_emphasis_that_would_not_read_back_is_left_out() -> None:
    assert write((block(Paragraph(), "un", Span("“quoted”", strong=True), "word"),)) == "un“quoted”word\n"


def test_code_gets_a_longer_fence_than_it_holds() -> None:
    assert write((block(Paragraph(), Span("a`b", code=True)),)) == "``a`b``\n"


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "/relative", "http://[", "file:///etc", ""]
)
def test_an_unsafe_address_leaves_its_words(href: str) -> None:
    assert write((block(Paragraph(), Span("words", href=href)),)) == "words\n"


def test_an_exclamation_before_a_link_makes_no_image() -> None:
    assert (
        write((block(Paragraph(), "Wow!", Span("see", href="https://example.org")),))
        == "Wow\\![see](https://example.org)\n"
    )


def test_heading_levels_begin_at_two_and_skip_none() -> None:
    blocks = tuple(block(Heading(level), name) for level, name in ((3, "a"), (6, "b ##"), (3, "c\nd")))
    assert write(blocks) == "## a\n\n### b \\##\n\n## c d\n"


def test_neighbouring_items_are_one_list() -> None:
    items = [(0, None), (1, 1), (1, 2), (0, None), (5, 7)]
    blocks = tuple(block(ListItem(depth, number), f"{depth} {number}\nmore") for depth, number in items)
    assert write(blocks) == (
        "- 0 None\\\n  more\n"
        "  1. 1 1\\\n     more\n  2. 1 2\\\n     more\n"
        "- 0 None\\\n  more\n\n"
        "  7. 5 7\\\n     more\n"
    )


def test_a_number_that_does_not_follow_on_starts_a_new_list() -> None:
    blocks = tuple(block(ListItem(0, number), "x") for number in (1, 2, 5, 6))
    assert write(blocks) == "1. x\n2. x\n5) x\n6) x\n"


def test_neighbouring_quotations_are_one() -> None:
    assert write((block(Quotation(), "a\nb"), block(Quotation(), "c"))) == "> a\\\n> b\n>\n> c\n"


def test_a_caption_keeps_the_address_of_its_picture() -> None:
    caption = block(Caption("https://example.org/a b.jpg"), "The harbor.")
    assert write((caption, block(Caption(), "Again."))) == (
        '{.caption image="https://example.org/a%20b.jpg"}\nThe harbor.\n\n{.caption}\nAgain.\n'
    )


def test_preformatted_text_is_fenced_beyond_what_it_holds() -> None:
    assert write((block(Preformatted(), "\n  a\n```\nb\n"),)) == "````\n  a\n```\nb\n````\n"


def test_a_table_without_a_heading_row_gets_an_empty_one() -> None:
    rows = (("a|b", "c\nd"), ("\\",))
    table = block(Table(rows), "a|b\tc\nd\n\\")
    assert write((table,)) == "|  |  |\n| --- | --- |\n| a\\|b | c d |\n| \\\\ |\n"
    assert write((block(Table(rows[::-1], header=True), "x"),)).startswith("| \\\\ |  |\n| --- | --- |\n| a")


def test_blocks_without_words_are_not_written() -> None:
    assert write((block(Paragraph(), " \u00a0\n"), block(ListItem(), ""), block(Preformatted(), "\n"))) == ""
