"""What the second pass keeps although the judge is not sure of it, and what it does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copydesk.editing.cutting.judging import cut_what_is_judged_out, score_blocks
from copydesk.editing.desk import open_desk
from copydesk.model import (
    Block,
    Caption,
    Cut,
    Draft,
    Heading,
    House,
    Kind,
    ListItem,
    Markup,
    Overrides,
    Paragraph,
    Place,
    Preformatted,
    Quotation,
    Span,
    Table,
)

PARAGRAPH = Paragraph()
TOLD = "The ferry sails again from May, the harbor board decided on Wednesday after eleven years without one."
PICTURE = "The Marguerite Holm in dry dock, where she was refitted with a lift."


def block(text: str, score: float, kind: Kind = PARAGRAPH, markup: Markup | None = None) -> Block:
    return Block(kind, (Span(text),), Place(1, 1), score=score, markup=markup)


def kept(*blocks: Block) -> list[str]:
    draft = Draft("page.html", "0" * 64, "html", "utf-8", len(blocks), blocks)
    done = cut_what_is_judged_out(draft, open_desk(draft, House(), Overrides()))
    assert len(done.blocks) + len(done.cuts) == len(blocks)
    return [left.text for left in done.blocks]


def caption(text: str, score: float) -> Block:
    return block(text, score, Caption(), Markup(path=("figure", "figcaption")))


def test_the_marked_caption_of_a_picture_in_the_story_stays() -> None:
    assert kept(block(TOLD, 0.99), caption(PICTURE, 0.2), block(TOLD, 0.98)) == [TOLD, PICTURE, TOLD]
    assert kept(caption(PICTURE, 0.2), block("12 March 2026", 0.1), block(TOLD, 0.98)) == [PICTURE, TOLD]


def test_a_credit_alone_and_the_caption_of_a_teaser_leave() -> None:
    assert kept(block(TOLD, 0.99), caption("Photo: Ann Lee", 0.2), block(TOLD, 0.98)) == [TOLD, TOLD]
    assert kept(block(TOLD, 0.99), block(TOLD, 0.98), caption(PICTURE, 0.2)) == [TOLD, TOLD]
    assert kept(block(TOLD, 0.99), caption(PICTURE, 0.02), block(TOLD, 0.98)) == [TOLD, TOLD]


def test_a_line_of_a_dump_is_not_taken_for_a_marked_caption() -> None:
    assert kept(block(TOLD, 0.99), block(PICTURE, 0.2), block(TOLD, 0.98)) == [TOLD, TOLD]


LATER = "At noon the board adjourned; the mayor left by a side door and said nothing to anybody."


def entry(text: str, score: float, words: str = "live entry text") -> Block:
    return block(text, score, markup=Markup(path=("div", "p"), words=tuple(words.split())))


def entries_kept(words: str, told: int = 7) -> list[str]:
    """What is left of so many entries that the judge keeps, and the two that follow."""
    return kept(*[entry(TOLD, 0.9, words)] * told, entry(LATER, 0.15, words), entry(LATER, 0.15, words))[told:]


@pytest.mark.parametrize("words", ["live entry text", "liveblog", "slide layout"])
def test_the_entries_of_a_live_page_or_a_slide_show_stay_where_the_judge_keeps_some(words: str) -> None:
    assert entries_kept(words) == [LATER, LATER]
    assert entries_kept(words, told=2) == []


def test_what_is_beside_the_story_and_entries_of_another_kind_leave() -> None:
    story = [entry(TOLD, 0.9, "story")] * 7
    assert kept(*story, entry(LATER, 0.15), entry(LATER, 0.15))[7:] == []
    assert kept(*[entry(TOLD, 0.9)] * 7, entry(LATER, 0.04), entry(LATER, 0.15, "entry text"))[7:] == []
    assert kept(*[entry(TOLD, 0.9)] * 7, entry("Photo of the wall", 0.15))[7:] == []


def under_source(score: float, told: int = 2) -> list[str]:
    """What is left of a dump whose last sentence has this score, over a line that names its source."""
    lines = [TOLD] * told + ["Nobody applied for the post.", "Source: Coast Wire"]
    scores = [0.7] * told + [score, 0.1]
    blocks = [
        replace(block(text, each), place=Place(at, at))
        for at, (text, each) in enumerate(zip(lines, scores, strict=True), 1)
    ]
    source = Cut(blocks[-1], "lift_source_lines", "names the source", "furniture")
    draft = Draft("page.txt", "0" * 64, "text", "utf-8", len(blocks), tuple(blocks[:-1]), cuts=(source,))
    return [left.text for left in cut_what_is_judged_out(draft, open_desk(draft, House(), Overrides())).blocks]


def test_the_last_sentence_of_a_brief_over_its_source_stays() -> None:
    assert under_source(0.15) == [TOLD, TOLD, "Nobody applied for the post."]
    assert under_source(0.05) == [TOLD, TOLD]
    assert under_source(0.15, told=12) == [TOLD] * 12


def around_advert(*lines: tuple[str, float | str]) -> list[str]:
    """What is left of a dump whose lines have a score each, or the rule that has cut them."""
    blocks = [
        replace(block(text, mark if isinstance(mark, float) else 0.0), place=Place(at, at))
        for at, (text, mark) in enumerate(lines, 1)
    ]
    marks = [mark for _, mark in lines]
    cuts = tuple(
        Cut(each, mark, "cut before", "boilerplate")
        for each, mark in zip(blocks, marks, strict=True)
        if isinstance(mark, str)
    )
    left = tuple(each for each, mark in zip(blocks, marks, strict=True) if isinstance(mark, float))
    draft = Draft("page.txt", "0" * 64, "text", "utf-8", len(blocks), left, cuts=cuts)
    return [stays.text for stays in cut_what_is_judged_out(draft, open_desk(draft, House(), Overrides())).blocks]


ADVERT, SHARE = ("Advertisement", "cut_advert_labels"), ("Share this story", "cut_share_lines")


def test_sentences_under_the_label_of_an_advert_go_on_with_the_story() -> None:
    story = [(TOLD, 0.8)] * 12
    assert around_advert(*story, ADVERT, (LATER, 0.06), (LATER, 0.06)) == [TOLD] * 12 + [LATER, LATER]
    assert around_advert(*story, ADVERT, (LATER, 0.05)) == [TOLD] * 12
    assert around_advert(*story, SHARE, ADVERT, (LATER, 0.06)) == [TOLD] * 12
    assert around_advert(*story, ADVERT, ("A ferry for the islands in May", 0.06)) == [TOLD] * 12
    assert around_advert(*story, (LATER, 0.06)) == [TOLD] * 12


def test_a_brief_goes_on_after_a_share_line_and_an_advert() -> None:
    found = around_advert((TOLD, 0.8), (TOLD, 0.8), SHARE, (LATER, 0.15), ADVERT, (LATER, 0.07))
    assert found == [TOLD, TOLD, LATER, LATER]


def test_a_short_line_between_lines_of_the_story_stays_and_a_hopeless_one_leaves() -> None:
    assert kept(block(TOLD, 0.99), block("Why?", 0.4), block(TOLD, 0.98)) == [TOLD, "Why?", TOLD]
    assert kept(block(TOLD, 0.99), block("Share", 0.02), block(TOLD, 0.98)) == [TOLD, TOLD]


def test_a_list_after_a_colon_stays() -> None:
    announced = "The ferry will call at three piers on its way to the islands and back:"
    found = kept(block(announced, 0.9), block("Ellery", 0.1, ListItem()), block("Skerrin", 0.1, ListItem()))
    assert found == [announced, "Ellery", "Skerrin"]


def test_the_last_paragraph_of_a_dump_stays() -> None:
    last = "A new date has not been set, and the session ends on Friday."
    assert kept(block(TOLD, 0.99), block(last, 0.3)) == [TOLD, last]


def test_what_only_stands_under_a_dump_leaves() -> None:
    title = "Harbor board delays its vote on the lease of the crane"
    assert kept(block(TOLD, 0.99), block(title, 0.3)) == [TOLD]
    assert kept(block(TOLD, 0.99), block("All rights reserved.", 0.3)) == [TOLD]
    assert kept(block(TOLD, 0.99), block("Jane Roe has written about ferries for the paper since 2004.", 0.1)) == [TOLD]
    assert kept(block(TOLD, 0.99), block(TOLD, 0.3, markup=Markup())) == [TOLD]


def test_scoring_changes_nothing_of_a_block_but_its_score() -> None:
    spans = (Span("The ferry sails "), Span("again", strong=True))
    full = Block(ListItem(1, 2), spans, Place(3, 4), 2, 5, Markup(path=("ul", "li")), 0.1, "even_out_spaces")
    draft = Draft("page.html", "0" * 64, "html", "utf-8", 4, (full,))
    (scored,) = score_blocks(draft, open_desk(draft, House(), Overrides())).blocks
    assert scored.score is not None
    assert scored == replace(full, score=scored.score)
    assert scored.text == "The ferry sails again"


def test_a_subhead_over_the_last_sentences_of_a_dump_stays_with_them() -> None:
    lines = (block("New lamp, old lens", 0.36), block("The stairs and the roof are new.", 0.42))
    assert kept(block(TOLD, 0.97), *lines) == [TOLD, *(line.text for line in lines)]


def test_a_head_over_what_is_unlikely_leaves() -> None:
    lines = (block("More from the Herald", 0.36), block("Get the news of the day in the evening.", 0.2))
    assert kept(block(TOLD, 0.97), *lines) == [TOLD]


BRIEF = " ".join([TOLD, LATER, "Nobody was hurt, and the boats stayed where they were until the morning."])


def under_headline(*lines: tuple[str, float]) -> list[str]:
    """What is left of a dump of which a rule has lifted the headline."""
    blocks = tuple(replace(block(text, score), place=Place(at, at)) for at, (text, score) in enumerate(lines, 2))
    title = replace(block("Ferry sails again", 0.1), place=Place(1, 1))
    headline = Cut(title, "lift_headline", "headline", "furniture")
    draft = Draft("page.txt", "0" * 64, "text", "utf-8", len(blocks) + 1, blocks, cuts=(headline,))
    return [left.text for left in cut_what_is_judged_out(draft, open_desk(draft, House(), Overrides())).blocks]


def test_the_paragraph_under_the_headline_stays_where_nothing_else_does() -> None:
    assert under_headline(("5 October 2018 by Ann Lee", 0.1), (BRIEF, 0.1)) == [BRIEF]
    assert under_headline((TOLD, 0.9), (BRIEF, 0.1)) == [TOLD]
    assert under_headline((TOLD, 0.1), ("Menu", 0.1), ("Home", 0.1), (BRIEF, 0.1)) == []


@pytest.mark.parametrize("kind", [Heading(4), Quotation(), Table((("Monday", "6 to 21"),)), Preformatted()])
def test_what_a_page_sets_apart_stays_right_between_lines_of_the_story(kind: Kind) -> None:
    between = block("How sure are we", 0.22, kind, Markup(path=("div",)))
    assert kept(block(TOLD, 0.99), between, block(TOLD, 0.98)) == [TOLD, "How sure are we", TOLD]
    for other in (
        replace(between, score=0.15),
        replace(between, kind=PARAGRAPH),
        replace(between, score=0.15, markup=None),
        replace(between, markup=Markup(path=("div",), link_density=0.9)),
    ):
        assert kept(block(TOLD, 0.99), other, block(TOLD, 0.98)) == [TOLD, TOLD]
    assert kept(block(TOLD, 0.99), between, block("2 June", 0.1), block(TOLD, 0.98)) == [TOLD, TOLD]


@pytest.mark.parametrize("kind", [Heading(4), Quotation()])
def test_a_dump_sets_nothing_apart_but_what_it_lays_out(kind: Kind) -> None:
    between = block("How sure are we", 0.22, kind)
    assert kept(block(TOLD, 0.99), between, block(TOLD, 0.98)) == [TOLD, TOLD]


def test_a_term_whose_meaning_was_lifted_leaves() -> None:
    term, meaning = Markup(path=("dl", "dt")), Markup(path=("dl", "dd"))
    assert kept(block(TOLD, 0.99), block("Published:", 0.1, markup=term), block(TOLD, 0.98)) == [TOLD, TOLD]
    told = (block(TOLD, 0.99), block("Log:", 0.1, markup=term), block(TOLD, 0.98, markup=meaning))
    assert kept(*told) == [TOLD, "Log:", TOLD]


def test_an_item_of_another_list_is_not_kept_for_the_item_before_it() -> None:
    notes, tags = Markup(path=("ol", "li"), container=7, ancestors=(1, 7, 8)), Markup(path=("ul", "li"), container=20)
    told = (block(TOLD, 0.99), block("They say everyone has a phone, and it is not true.", 0.6, ListItem(0, 1), notes))
    assert kept(*told, block("tides", 0.05, ListItem(), replace(tags, ancestors=(2, 20, 21)))) == [b.text for b in told]
    same = replace(notes, ancestors=(1, 7, 9))
    assert kept(*told, block("tides", 0.05, ListItem(0, 2), same))[2:] == ["tides"]
    nested = replace(tags, ancestors=(1, 7, 8, 20, 21))
    assert kept(*told, block("tides", 0.05, ListItem(1), nested))[2:] == ["tides"]
    assert kept(*told, block("tides", 0.1, ListItem(), replace(tags, ancestors=(2, 20, 21))))[2:] == ["tides"]


def test_the_answers_of_a_poll_leave_where_the_form_holds_little_of_the_story() -> None:
    story = [block(TOLD, 0.99), block(LATER, 0.98), block(f"{TOLD} Nobody objected.", 0.97)]
    inside = Markup(path=("div", "form", "p"), ancestors=(1, 7, 8))
    answer, sure = block("No, the bridge was never safe.", 0.7, markup=inside), block("It was.", 0.95, markup=inside)
    assert kept(*story, answer, sure) == [*(told.text for told in story), sure.text]
    whole = [block(told.text, 0.99, markup=inside) for told in story]
    assert kept(*whole, answer)[-1:] == [answer.text]


@pytest.mark.parametrize(("score", "stays"), [(0.35, True), (0.25, False)])
def test_the_one_paragraph_under_the_headline_of_a_page_stays_where_nothing_else_does(
    score: float, stays: bool
) -> None:
    brief = " ".join([TOLD] * 3)
    inside = Markup(path=("div", "p"))
    headline = Cut(
        replace(block("Ferry sails again", 0.1, markup=inside), place=Place(1, 1)), "lift_headline", "headline"
    )
    line = replace(block(brief, score, markup=inside), place=Place(2, 2))
    draft = Draft("page.html", "0" * 64, "html", "utf-8", 2, (line,), cuts=(headline,))
    assert bool(cut_what_is_judged_out(draft, open_desk(draft, House(), Overrides())).blocks) is stays
