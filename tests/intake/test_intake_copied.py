"""What programs add to the text of a page that is printed or sent on is taken out, and nothing else is."""

from __future__ import annotations

import pytest
from copydesk.intake.dumps import text
from copydesk.intake.source import Source
from copydesk.model import Draft, RawDocument


def draft_of(lines: str) -> Draft:
    raw = RawDocument("copy.txt", lines.encode())
    return text.read(Source(raw, "0" * 64, lines, "utf-8"))[0]


def told(draft: Draft) -> list[str]:
    return [block.text for block in draft.blocks]


def facts(draft: Draft) -> dict[str, str]:
    return {clue.fact: clue.value for clue in draft.clues}


def test_edges_of_printed_sheets_leave_and_give_the_address() -> None:
    sheet = "5/3/25, 6:22 PM\tSeal moves in - Harbour Post\n\n{}\n\nhttps://post.example/seal-guest {}/2\n"
    draft = draft_of(sheet.format("The seal has moved in.", 1) + sheet.format("She stays.", 2))
    assert told(draft) == ["The seal has moved in.", "She stays."]
    assert facts(draft)["canonical_url"] == "https://post.example/seal-guest"
    assert facts(draft)["headline"] == "Seal moves in - Harbour Post"


def test_addresses_that_count_nothing_are_text() -> None:
    lines = "See https://post.example/seal-guest\nhttps://post.example/a 1/2\nhttps://post.example/b 2/2\n"
    assert len(told(draft_of(lines))) == 3
    assert told(draft_of("5/3/25, 6:22 PM The seal has moved in.\n")) == ["5/3/25, 6:22 PM The seal has moved in."]


def test_marks_of_a_messenger_are_letters_in_bold_and_slanted() -> None:
    draft = draft_of("*Seal moves in*\n\nShe came _at night_, said Ines, 3*4 m of her.\n")
    assert told(draft) == ["Seal moves in", "She came at night, said Ines, 3*4 m of her."]
    assert draft.blocks[0].spans[0].strong and draft.blocks[1].spans[1].emphasis


def test_asterisks_in_a_text_without_a_line_in_bold_stay() -> None:
    assert told(draft_of("The *Drone* left.\n\nfile_name_of_it was lost.\n")) == [
        "The *Drone* left.",
        "file_name_of_it was lost.",
    ]


FEET = "The ferry waits.\n\n{}\n\nIt waited.\n\nThe bells rang.\n\nNobody came.\n\n{}\n"


@pytest.mark.parametrize(
    "feet",
    [("12   Harbour Quarterly", "13   Harbour Quarterly"), ("Harbour Quarterly\t12", "Harbour Quarterly\t14")],
)
def test_running_feet_that_count_pages_leave(feet: tuple[str, str]) -> None:
    assert told(draft_of(FEET.format(*feet))) == ["The ferry waits.", "It waited.", "The bells rang.", "Nobody came."]


@pytest.mark.parametrize(
    "lines",
    [
        ("Day 1", "Day 2"),
        ("Harbour Bell 3", "Harbour Bell 4"),
        ("12 Harbour Quarterly", "12 Harbour Quarterly"),
        ("12 Harbour Quarterly", "13 Harbour Monthly"),
        ("3 men of the harbour", "4 men of the harbour"),
        ("7. \u00a0", "8. \u00a0"),
    ],
)
def test_other_lines_with_numbers_stay(lines: tuple[str, str]) -> None:
    assert len(told(draft_of(FEET.format(*lines)))) == 6


@pytest.mark.parametrize(
    "head",
    [
        "[08.11.2026 21:14] Harbour News: ",
        "[08/11/26, 21:14:05] Harbour News: ",
        "08/11/2026, 21:14 - Harbour News: ",
        "[21:14, 08.11.2026] Harbour News: ",
        "Harbour News, [08.11.2026 21:14]\n",
    ],
)
def test_the_head_of_a_message_leaves(head: str) -> None:
    draft = draft_of(f"{head}Seal moves in\n\nShe stays.\n")
    assert told(draft) == ["Seal moves in", "She stays."]
    assert [cut.block.text for cut in draft.cuts] == [head.strip()]


def test_what_people_write_each_other_in_turns_stays() -> None:
    lines = "[08.11.2026 21:14] Ines: Seal moves in\n[08.11.2026 21:15] Jonas: She stays.\n"
    assert told(draft_of(lines)) == lines.splitlines()
    assert told(draft_of("Seal moves in\n[08.11.2026 21:15] Jonas: She stays.\n"))[0] == "Seal moves in"
