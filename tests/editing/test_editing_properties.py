"""What holds for every rule on any page: no word is lost, nothing is decided by chance."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copydesk.editing import RULES, Rule, edit
from copydesk.editing.desk import open_desk
from copydesk.model import (
    Block,
    Caption,
    Clue,
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
from editing_cases import CASES
from editing_pages import STORY, Line, all_words, draft
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

SEEN = sorted(
    {
        part.text if isinstance(part, Line) else part
        for case in CASES.values()
        for part in case.page
        if part is not STORY and not isinstance(part, tuple)
    }
)
"""Lines of the cases: the properties are about documents in which rules find something."""
STRANGE = (
    "", "\u200b", "\u00a0", "Wirt\u00adschaft", "…", "©", "((((", "Photo:", "by", "Von ", "“", "12", "İstanbul'da",
    "ﬁsh", "港口的墙将在春天重建。", "，防波堤", "می\u200cخواهم", "\u202eabc", "a\tb\u2028c", "1.",
    "Home", "HomeA", "Tags:", "Source:",
)  # fmt: skip
KINDS: tuple[Kind, ...] = (
    Paragraph(), Heading(1), Heading(3), ListItem(), ListItem(1, 2), Quotation(), Caption(), Preformatted(),
)  # fmt: skip
MARKUP = st.none() | st.builds(
    Markup,
    path=st.just(("html", "body", "p")),
    words=st.lists(st.sampled_from(["article", "body", "comment", "related", "standfirst", "nav"]), max_size=3).map(
        tuple
    ),
    link_density=st.floats(0, 1),
    container=st.integers(0, 3),
)
TEXT = st.one_of(
    st.sampled_from(SEEN),
    st.sampled_from(STORY),
    st.sampled_from(STRANGE),
    st.text(max_size=60),
    st.text("aAbB .,:(", max_size=30),
)
SETTINGS = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def blocks(make: st.DrawFn) -> Block:
    """A block of any kind, in one span or several; its place is set by the document."""
    text = make(TEXT)
    at = make(st.integers(0, len(text)))
    spans = tuple(Span(part, strong=bool(at % 2)) for part in (text[:at], text[at:]))
    kind: Kind = make(st.sampled_from(KINDS))
    return Block(
        kind,
        spans,
        Place(1, 1),
        gap=make(st.integers(0, 2)),
        markup=make(MARKUP),
        score=make(st.none() | st.floats(0, 1)),
    )


@st.composite
def documents(make: st.DrawFn) -> Draft:
    """A document of up to twelve blocks, perhaps with a table and with titles that the page gave."""
    made = make(st.lists(blocks(), max_size=12))
    if make(st.booleans()):
        cells = (("Boat", "Crew"), ("Ada", make(st.text(max_size=5))))
        text = "\n".join("\t".join(row) for row in cells)
        made.append(Block(Table(cells, header=True), (Span(text),), Place(1, 1)))
    placed = [replace(block, place=Place(at + 1, at + 1)) for at, block in enumerate(made)]
    titles = make(st.lists(TEXT, max_size=2))
    return draft(placed, tuple(Clue("headline", title, "title element") for title in titles))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@SETTINGS
@given(before=documents())
def test_no_rule_loses_or_invents_a_word(rule: Rule, before: Draft) -> None:
    overrides = Overrides(cut_lines=("2-3",), keep_lines=("2",))
    after = rule.apply(before, open_desk(before, House(), overrides))
    assert all_words(after) == all_words(before)
    assert after.clues[: len(before.clues)] == before.clues


@SETTINGS
@given(before=documents())
def test_an_edit_keeps_every_word_and_the_order_of_lines(before: Draft) -> None:
    after = edit(before, House(), Overrides())
    assert all_words(after) == all_words(before)
    places = [block.place.first for block in after.blocks]
    assert places == sorted(places)
    assert all(cut.reason and cut.rule for cut in after.cuts)


@SETTINGS
@given(before=documents())
def test_the_same_page_gives_the_same_edit(before: Draft) -> None:
    assert edit(before, House(), Overrides()) == edit(before, House(), Overrides())


ONCE = (
    "drop_invisible_characters",
    "even_out_spaces",
    "cut_empty_blocks",
    "cut_share_lines",
    "cut_machine_lines",
    "cut_credit_lines",
    "cut_image_names",
    "lift_tags",
    "cut_rights_lines",
    "cut_counts",
)
"""Rules whose second run finds nothing more."""


@pytest.mark.parametrize("name", ONCE)
@SETTINGS
@given(before=documents())
def test_a_rule_about_single_lines_is_done_after_one_run(name: str, before: Draft) -> None:
    rule = next(rule for rule in RULES if rule.name == name)
    desk = open_desk(before, House(), Overrides())
    once = rule.apply(before, desk)
    assert rule.apply(once, desk).blocks == once.blocks
