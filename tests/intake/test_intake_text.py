"""Dumps become one block per line with words."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from copydesk.model import Heading, ListItem, Paragraph, Place, Preformatted, Quotation, Span, Table
from intake_reading import only, read_dump, short


def test_every_line_with_words_is_a_block_with_its_place_gap_and_indent() -> None:
    draft = read_dump("One\n\n \n  Two\n\tThree\n")
    assert [(b.text, b.place, b.gap, b.indent) for b in draft.blocks] == [
        ("One", Place(1, 1), 0, 0),
        ("Two", Place(4, 4), 2, 2),
        ("Three", Place(5, 5), 0, 8),
    ]
    assert (draft.format, draft.lines, draft.encoding) == ("text", 5, "utf-8")


def test_odd_spaces_and_quotation_marks_are_kept() -> None:
    text = "\xa0Draws Red Line:\xa0 US\u202fforces “not welcome”\xa0"
    assert only(read_dump(text)).text == text


def test_a_last_newline_starts_no_line() -> None:
    assert [read_dump(text).lines for text in ("a", "a\n", "a\n\n", "a\nb")] == [1, 1, 2, 2]


def test_the_known_address_is_a_clue() -> None:
    draft = read_dump("a", "https://post.example/a")
    assert (draft.url, [(c.fact, c.value, c.origin) for c in draft.clues]) == (
        "https://post.example/a",
        [("canonical_url", "https://post.example/a", "known url")],
    )


def test_bullets_are_list_items_with_depth() -> None:
    draft = read_dump("News\n  • Home\n  • World\n    • Asia\n")
    assert [(b.kind, b.text) for b in draft.blocks[1:]] == [
        (ListItem(0), "Home"),
        (ListItem(0), "World"),
        (ListItem(1), "Asia"),
    ]


@pytest.mark.parametrize(
    "text", ["* one\n* two", "+ one\n+ two", "- one\n- two\n- three", "1. one\n2. two", "3) one\n4) two"]
)
def test_signs_in_company_are_bullets(text: str) -> None:
    assert all(isinstance(block.kind, ListItem) for block in read_dump(text).blocks)


@pytest.mark.parametrize(
    "text",
    [
        "* Prices are in euros.",
        "- I do not know.\n- Neither do I.",
        "- No, - he said.\n- Why? - she asked.\n- Well, - he said.",
        "1. Myth: fat is bad\n\nIt is not.\n\n2. Myth: sugar is good",
        "2019. A good year.\n1. place",
        "– Bonjour.\n– Au revoir.\n– Merci.",
        "-5 degrees\n-6 degrees\n-7 degrees",
    ],
)
def test_other_signs_are_text(text: str) -> None:
    draft = read_dump(text)
    assert all(isinstance(block.kind, Paragraph) for block in draft.blocks)
    assert [block.text for block in draft.blocks] == [line for line in text.split("\n") if line]


MARKED = """# Harbour opens

By **Ann Lee** for the _Post_

> Ships are coming.

  * first \\- of all
    * nested
  * [the port](https://port.example/a "Port")

  *   *   *

1\\. No list

| Ship | Tons |
|------|-----:|
| Ada  | 1 200 |

```
keep   this
```

Old heading
-----------
"""


def test_markdown_is_read_and_no_mark_leaks() -> None:
    draft = read_dump(MARKED)
    assert [(b.kind, b.text) for b in draft.blocks] == [
        (Heading(1), "Harbour opens"),
        (Paragraph(), "By Ann Lee for the Post"),
        (Quotation(), "Ships are coming."),
        (ListItem(0), "first - of all"),
        (ListItem(1), "nested"),
        (ListItem(0), "the port"),
        (Paragraph(), "1. No list"),
        (Table((("Ship", "Tons"), ("Ada", "1 200")), header=True), "Ship\tTons\nAda\t1 200"),
        (Preformatted(), "keep   this"),
        (Heading(2), "Old heading"),
    ]
    assert draft.blocks[1].spans == (
        Span("By "),
        Span("Ann Lee", strong=True),
        Span(" for the "),
        Span("Post", emphasis=True),
    )
    assert draft.blocks[5].spans == (Span("the port", href="https://port.example/a"),)
    assert draft.blocks[7].place == Place(15, 17)


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("as**each player** chose", "as each player chose"),
        ("_Monopoly_ , the game", "Monopoly, the game"),
        ("a snake_case_name and 2 * 3 * 4", "a snake_case_name and 2 * 3 * 4"),
        ("** lost** and **open", "lost and **open"),
        ("__ Share __ Send", " Share  Send"),
        ("`code` and <https://a.example/>", "code and https://a.example/"),
        ("![a boat](b.jpg) sails", "a boat sails"),
    ],
)
def test_marks_inside_a_line(line: str, text: str) -> None:
    assert read_dump(f"# T\n\n* x\n\n{line}").blocks[-1].text.strip() == text.strip()


def test_a_heading_inside_an_item_is_a_heading() -> None:
    assert short(read_dump("# T\n\n  * ## Inner\n  * x"))[1:] == [("Heading", "Inner"), ("ListItem", "x")]


def test_rows_without_a_rule_are_a_table_from_three_on() -> None:
    assert short(read_dump("# T\n\n* x\n\na | 1\nb | 2\nc | 3"))[-1] == ("Table", "a\t1\nb\t2\nc\t3")
    assert short(read_dump("# T\n\n* x\n\nTerms | Privacy"))[-1] == ("Paragraph", "Terms | Privacy")


@pytest.mark.parametrize(
    "text",
    ["# a comment\nx = 1\n\n* Prices", "Call **** now\n\n* one", "#hashtag\n\n* one\n* two", "Rating: *** of 5"],
)
def test_a_stray_mark_makes_no_markdown(text: str) -> None:
    assert "".join(block.text for block in read_dump(text).blocks).startswith(text.partition("\n")[0])


def test_a_title_marked_as_one_at_the_head_of_a_file_makes_it_markdown() -> None:
    assert short(read_dump("# Harbour opens\n\nShips are coming."))[0] == ("Heading", "Harbour opens")
    assert read_dump("# Harbour opens\nShips are coming.").blocks[0].text == "# Harbour opens"
    assert read_dump("# Harbour # ferries\n\nShips are coming.").blocks[0].text == "# Harbour # ferries"


@pytest.mark.data
def test_the_first_seed_keeps_every_line() -> None:
    folder = Path(os.environ.get("COPYDESK_DATA") or Path(__file__).resolve().parents[3] / "shared") / "seeds"
    for seed in sorted(folder.glob("*.txt")):
        text = seed.read_text("utf-8")
        draft = read_dump(text)
        lines = text.split("\n")
        assert [block.text for block in draft.blocks] == [line.strip(" \t") for line in lines if line.strip()]
        assert all(lines[block.place.first - 1].strip(" \t") == block.text for block in draft.blocks)


def test_the_alternative_text_of_a_picture_and_its_caption_are_two_lines() -> None:
    pictured = "![The old wall](https://h.example/w.jpg) The wall on Monday. EFE"
    page = f"# Wall rebuilt\n\n{pictured}\n\n  * [News](https://h.example/n)\n"
    assert [block.text for block in read_dump(page).blocks][1:3] == ["The old wall", "The wall on Monday. EFE"]
