"""What a dump lays out line by line: programs, tables, and what browsers for terminals add to a page."""

from __future__ import annotations

import pytest
from copydesk.model import ListItem, Paragraph, Preformatted, Table
from intake_reading import read_dump, short

PROSE = "The gauge at the pier counts the tides of Brisamar, and the harbour office prints what it says every morning."


def test_a_program_is_one_block_with_its_breaks() -> None:
    code = "def height(t):\n    if t < 0:\n        return 0\n\n    return sum(a * t for a in parts)"
    draft = read_dump(f"{PROSE}\n\n{code}\n\n{PROSE}")
    assert short(draft) == [("Paragraph", PROSE), ("Preformatted", code), ("Paragraph", PROSE)]


@pytest.mark.parametrize(
    "code",
    [
        "$ pip install tides",
        "$ tides --port Brisamar\nhigh  06:12\nlow   12:25",
        "user@pier:~$ uptime",
        ">>> tides.high('Brisamar')\n[6.2, 18.6]",
        ">>> import tides\n>>> high, low = tides.today()\n>>> high\n6.2",
        "$ PORT=Brisamar tides",
        "SELECT name, depth\nFROM harbours\nWHERE depth > 4\nORDER BY depth DESC\nLIMIT 5;",
        "CREATE INDEX harbours_open ON harbours (depth) WHERE state = 'open';",
        'const port = require("tides");\nport.print({ day: 3 });',
        "follow_links = false",
        '{\n  "port": "Brisamar",\n  "depth": 4\n}',
        "docker run -d tides:4\ndocker logs -f tides",
        "tides migrate --undo",
        "#include <stdio.h>\nint main() {\n  return 0;\n}",
    ],
)
def test_what_no_sentence_has_is_a_program(code: str) -> None:
    (block,) = [block for block in read_dump(f"{PROSE}\n\n{code}\n\n{PROSE}").blocks if block.text not in PROSE]
    assert (block.kind, block.text) == (Preformatted(), code)


@pytest.mark.parametrize(
    "text",
    [
        "$ million",
        "$ USD\nSecure checkout for the shop of the pier",
        "% of skippers",
        ">>> Leia mais sobre o porto",
        ">>> Sprawdź, ile kosztuje prom",
        "comment(s)",
        "$5 million was found\n$3 million was spent",
        "FROM THE ARCHIVE\nWHERE TO EAT",
        "for many years (1990 to 1995) the wall had stood;",
        "die Kosten des Umbaus (siehe oben);\ndie Kosten der Fähre;",
        "Who: the council\nWhere: Brisamar\nWhen: Tuesday",
        "He said (and meant) that A = B.",
        "if you ask the skippers: nobody",
        "import duties rise\nimport duties fall",
        "select committee to meet",
        "the ferry -- late again -- left",
    ],
)
def test_what_a_sentence_may_have_is_no_program(text: str) -> None:
    assert not any(isinstance(block.kind, Preformatted) for block in read_dump(f"{PROSE}\n\n{text}\n\n{PROSE}").blocks)


def test_a_script_of_the_page_is_no_program_that_it_shows() -> None:
    script = "var ads = ads || {}; function load(config) { ads.box = config; } " * 4
    assert isinstance(read_dump(f"{PROSE}\n\n{script}").blocks[1].kind, Paragraph)


def test_where_fences_say_what_is_a_program_nothing_else_is() -> None:
    draft = read_dump("# Tides\n\n```sh\npip install tides\n```\n\nfollow_links = false\n")
    assert [kind for kind, _ in short(draft)] == ["Heading", "Preformatted", "Paragraph"]


def test_rows_between_tabs_are_a_table_and_the_first_may_head_it() -> None:
    rows = "\tThis year\tLast year\nFerries\t12\t11\nTugs\t3\t4"
    block = read_dump(f"{PROSE}\n\n{rows}\n\n{PROSE}").blocks[1]
    assert block.kind == Table((("", "This year", "Last year"), ("Ferries", "12", "11"), ("Tugs", "3", "4")), True)


def test_two_tabs_between_cells_make_no_empty_column() -> None:
    block = read_dump(f"{PROSE}\n\nPort\t\tDepth\t\tBoats\nBrisamar\t\t4\t\t12\n\n{PROSE}").blocks[1]
    assert block.kind == Table((("Port", "Depth", "Boats"), ("Brisamar", "4", "12")), True)


def test_figures_in_columns_of_wide_space_are_a_table() -> None:
    rows = "Port       Depth   Boats\nBrisamar   4.1     12\nSandray    3.0     4\nOstrovek   2.2     7"
    block = read_dump(f"{PROSE}\n\n{rows}\n\n{PROSE}").blocks[1]
    assert isinstance(block.kind, Table) and block.kind.rows[1] == ("Brisamar", "4.1", "12")


@pytest.mark.parametrize(
    "text",
    [
        "Published:\t3 May 2024\nBy:\tJane Doe\nSection:\tTides",
        "Home\tNews\tTides",
        "one\ttwo\nthree\tfour",
        "Home   News   Tides\nFood   Sport   Sea\nJobs   Cars   Post",
        f"{PROSE}\t{PROSE}\t1\n{PROSE}\t{PROSE}\t2",
    ],
)
def test_labels_menus_and_columns_of_text_are_no_table(text: str) -> None:
    assert not any(isinstance(block.kind, Table) for block in read_dump(f"{PROSE}\n\n{text}\n\n{PROSE}").blocks)


LISTED = "References\n\n   Visible links\n   1. https://post.example/\n   2. https://post.example/doe\n"


def test_the_numbers_of_links_leave_with_the_list_of_their_addresses() -> None:
    draft = read_dump(f"   [1]Harbour Post\n\n   By [2]Jane Doe\n\n   It was [sic] the year [1999].\n\n{LISTED}")
    assert [block.text for block in draft.blocks] == ["Harbour Post", "By Jane Doe", "It was [sic] the year [1999]."]
    assert [(taken.rule, taken.block.place.first) for taken in draft.cuts] == [
        ("take_out_numbers", line) for line in (7, 9, 10, 11)
    ]


@pytest.mark.parametrize(
    "text",
    [
        f"It is so [1] and so.\n\n{PROSE}",
        f"No mark leads there.\n\n{LISTED}",
        "A note [1].\n\nReferences\n1. Doe, J. (2019): Tides.\n2. Roe, J. (2020): Walls.",
    ],
)
def test_notes_of_the_story_stay(text: str) -> None:
    draft, lines = read_dump(text), text.split("\n")
    assert not draft.cuts
    assert len(draft.blocks) == sum(map(bool, lines))
    assert draft.blocks[0].text == lines[0]


def test_lines_set_in_are_a_program_in_markdown_where_one_of_them_surely_is() -> None:
    code = "#!/bin/sh\nset -e\n\nrestore latest --target /tmp/try"
    set_in = code.replace("\n", "\n    ")
    draft = read_dump(f"# Tides\n\n{PROSE}\n\n    {set_in}\n\n{PROSE}")
    assert short(draft)[2] == ("Preformatted", code)
    listed = read_dump(f"# Tides\n\n  * one\n\n    {set_in}\n\n{PROSE}")
    assert not any(isinstance(block.kind, Preformatted) for block in listed.blocks)
    poem = read_dump(f"# Tides\n\n{PROSE}\n\n    The sea, the sea,\n    it asks for me.\n\n{PROSE}")
    assert not any(isinstance(block.kind, Preformatted) for block in poem.blocks)


def test_a_list_that_is_set_in_as_a_whole_has_one_depth() -> None:
    draft = read_dump(f"{PROSE}\n\n     * one\n     * two\n         + three\n         + four\n")
    assert [block.kind for block in draft.blocks[1:]] == [ListItem(0), ListItem(0), ListItem(3), ListItem(3)]


@pytest.mark.parametrize(("first", "heads"), [("\tQ2 2025\t2024", True), ("Whales\t12\t3", False)])
def test_a_row_without_numbers_heads_those_with_some(first: str, heads: bool) -> None:
    block = read_dump(f"{PROSE}\n\n{first}\nFerries\t1,211\t$14.5\nTugs\t3\t-4%\n\n{PROSE}").blocks[1]
    assert isinstance(block.kind, Table) and block.kind.header is heads
