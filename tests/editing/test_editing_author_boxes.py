"""What a page says of its writer under the story leaves, and what the story says of people stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copydesk.model import Clue, Heading, Kind, Markup, Paragraph
from editing_pages import STORY, Line, carry_out, draft, page

WRITER = (Clue("author", "By Jane Doe, harbour reporter", "byline line"),)
BOX = "Jane Doe covers harbours for the Herald and keeps bees."


def left(last: str, score: float = 0.4, clues: tuple[Clue, ...] = WRITER) -> bool:
    """Whether the rule takes a last line away."""
    after = carry_out("cut_author_boxes", draft(page(STORY, Line(last, score)), clues))
    return last not in [block.text for block in after.blocks]


@pytest.mark.parametrize("score", [0.4, 0.98])
def test_a_box_about_the_writer_leaves_however_much_it_reads_like_the_story(score: float) -> None:
    assert left(BOX, score)


@pytest.mark.parametrize("last", ["John Roe covers harbours for us.", "Jane Doe.", "The wall of Jane Doe stands."])
def test_other_last_lines_stay(last: str) -> None:
    assert not left(last)


def test_without_a_writer_nothing_leaves() -> None:
    assert not left(BOX, clues=())


def test_a_writer_who_is_named_in_the_middle_of_the_story_stays() -> None:
    after = carry_out("cut_author_boxes", draft(page(STORY[:2], Line(BOX, 0.4), STORY), WRITER))
    assert BOX in [block.text for block in after.blocks]


@pytest.mark.parametrize("line", ["Jane Doe", "Jane Doe (Brisamar)", "jane.doe@herald.example"])
def test_a_signature_beside_the_story_leaves(line: str) -> None:
    named = (Clue("author", "Jane Doe", "json-ld"),)
    assert left(line, 0.9, named)
    above = carry_out("cut_author_boxes", draft(page(Line(line, 0.9), STORY), named))
    assert [block.text for block in above.blocks] == list(STORY)


@pytest.mark.parametrize("line", ["John Roe", "Jane Doe’s wall", "Write to jane.doe@herald.example about it"])
def test_another_line_is_no_signature(line: str) -> None:
    assert not left(line, 0.9, (Clue("author", "Jane Doe", "json-ld"),))


def test_the_box_that_a_heading_with_the_writers_name_begins_leaves() -> None:
    def line(text: str, score: float, *ancestors: int, kind: Kind = Paragraph()) -> Line:  # noqa: B008  # frozen
        return Line(text, score, kind=kind, markup=Markup(path=("body", "div", "p"), ancestors=ancestors))

    told = [line(text, 0.97, 1, 2, 3, 10 + at) for at, text in enumerate(STORY)]
    head = line("Written by Jane Doe", 0.2, 1, 2, 20, 21, kind=Heading(2))
    about = line("Reporter and amateur plumber. Writes about pipes.", 0.6, 1, 2, 20, 22)
    writer = (Clue("author", "Jane Doe", "byline class"),)

    def left(*lines: Line) -> list[str]:
        after = carry_out("cut_author_boxes", draft(page(*told, *lines), writer))
        return [block.text for block in after.blocks][len(STORY) :]

    assert left(head, about) == []
    other = replace(head, text="Written by John Roe")
    assert left(other, about) == [other.text, about.text]
    beside = replace(about, markup=replace(head.markup, ancestors=(1, 2, 30)))
    assert left(head, beside) == [beside.text]
    inside = replace(head, markup=replace(head.markup, ancestors=(1, 2, 3, 21)))
    assert left(inside, replace(about, markup=replace(head.markup, ancestors=(1, 2, 3, 22))))[-1:] == [about.text]
