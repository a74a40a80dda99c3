"""What programs add to the text of a page that is printed or sent on is taken out, and nothing else is."""

from __future__ import annotations

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
