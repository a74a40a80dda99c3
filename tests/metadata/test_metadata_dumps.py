"""Date and byline of a bare dump, from its lines alone."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copydesk import metadata
from copydesk.model import Block, Clue, Cut, Draft, House, Markup, Overrides, Paragraph, Place, Span, Story
from drafts import draft

HEADLINE = "Harbour wall to be rebuilt before the winter storms"


def dump(*above: str) -> Draft:
    """A dump whose lines above the story were all cut, the headline lifted."""
    cuts = tuple(
        Cut(
            Block(Paragraph(), (Span(text),), Place(at, at), score=0.1),
            "lift_headline" if text == HEADLINE else "cut_what_is_judged_out",
            "taken out",
        )
        for at, text in enumerate(above, 1)
    )
    clues = tuple(
        Clue("headline", text, "headline line", Place(at, at)) for at, text in enumerate(above, 1) if text == HEADLINE
    )
    made = draft()
    first = len(above) + 1
    blocks = tuple(replace(block, place=Place(first + at, first + at)) for at, block in enumerate(made.blocks))
    return replace(made, blocks=blocks, cuts=cuts, clues=(*made.clues, *clues))


def story(*above: str) -> Story:
    return metadata.resolve(dump(*above), House(), Overrides())


def test_date_and_byline_beside_the_headline() -> None:
    facts = story("Menu", HEADLINE, "By Jane Roe", "Published 10 August 2025, updated 12 August 2025").metadata
    assert facts.authors and facts.authors.value == ("Jane Roe",)
    assert facts.published and str(facts.published.value.day) == "2025-08-10"
    assert facts.updated and str(facts.updated.value.day) == "2025-08-12"


def test_the_page_s_own_today_is_not_beside_the_headline() -> None:
    made = dump("Sunday, August 10, 2025", HEADLINE)
    today = replace(made.cuts[0], rule="lift_page_date")
    header = Clue("published", "Sunday, August 10, 2025", "page header", Place(1, 1))
    lifted = replace(made, cuts=(today, *made.cuts[1:]), clues=(header,))
    published = metadata.resolve(lifted, House(), Overrides()).metadata.published
    assert published and published.origin == "page header" and published.confidence < 0.5


def test_a_weekday_above_the_headline_is_not_the_story_s_date() -> None:
    above = story("Sunday, August 10, 2025", HEADLINE)
    assert not any(clue.origin == "beside headline" for clue in above.clues)
    assert any(clue.origin == "beside headline" for clue in story(HEADLINE, "Sunday, August 10, 2025").clues)


def test_a_date_below_the_first_paragraph_counts_where_it_was_cut() -> None:
    made = dump(HEADLINE)
    late = Cut(Block(Paragraph(), (Span("10 August 2025, 15:04"),), Place(3, 3)), "cut_what_is_judged_out", "judged")
    published = metadata.resolve(replace(made, cuts=(*made.cuts, late)), House(), Overrides()).metadata.published
    assert published and str(published.value.day) == "2025-08-10"


@pytest.mark.parametrize("line", ["Jane Roe", "Old Customs House Road Number Seven", "News Desk", "Harbour wall"])
def test_a_line_that_no_word_leads_to_is_left_to_editing(line: str) -> None:
    assert story(HEADLINE, line, "10 August 2025").metadata.authors is None


def test_a_lifted_byline_is_the_only_one() -> None:
    made = dump(HEADLINE, "By Topic", "Jane Roe")
    lifted = replace(made, clues=(*made.clues, Clue("author", "Jane Roe", "byline line", Place(3, 3))))
    authors = metadata.resolve(lifted, House(), Overrides()).metadata.authors
    assert authors and authors.value == ("Jane Roe",)


def test_a_line_that_editing_read_is_not_read_again() -> None:
    made = dump(HEADLINE, "Edited by Jane Roe")
    read = replace(made, cuts=(made.cuts[0], replace(made.cuts[1], rule="lift_bylines")))
    assert metadata.resolve(read, House(), Overrides()).metadata.authors is None


def test_clues_found_on_the_way_are_shown() -> None:
    assert any(clue.value == "By Jane Roe" for clue in story(HEADLINE, "By Jane Roe").clues)


def test_lines_of_a_page_in_one_line_stand_in_the_order_of_its_elements() -> None:
    made = dump("10 May 2024", "Menu", "Shop", "Help", HEADLINE, "10 August 2025")
    place = Place(1, 1)

    def within(block: Block, number: int) -> Block:
        return replace(block, place=place, markup=Markup(ancestors=(1, number)))

    cuts = tuple(replace(cut, block=within(cut.block, at)) for at, cut in enumerate(made.cuts))
    blocks = tuple(within(block, 90 + at) for at, block in enumerate(made.blocks))
    facts = metadata.resolve(replace(made, cuts=cuts, blocks=blocks), House(), Overrides()).metadata
    assert facts.published and str(facts.published.value.day) == "2025-08-10"


def test_a_day_on_which_something_ends_is_not_the_story_s() -> None:
    facts = story(HEADLINE, "Video, available until 6 September 2025", "Published 10 August 2025").metadata
    assert facts.published and str(facts.published.value.day) == "2025-08-10"
    assert story(HEADLINE, "Video, available until 6 September 2025").metadata.published is None


def test_an_agency_alone_over_a_date_is_credited() -> None:
    told = story(HEADLINE, "AFP", "10 August 2025 | 17:52")
    assert told.metadata.agency and told.metadata.agency.value == "AFP" and told.byline == ("AFP",)
    assert story(HEADLINE, "10 August 2025 | 17:52", "AFP").metadata.agency is None


def test_a_caption_s_day_is_its_picture_s() -> None:
    made = dump(HEADLINE, "Crab boats in the inner basin, 24 July 2025", "Ports, 10 August 2025")
    caption = replace(made.cuts[1], rule="cut_captions")
    facts = metadata.resolve(replace(made, cuts=(made.cuts[0], caption, made.cuts[2])), House(), Overrides()).metadata
    assert facts.published and str(facts.published.value.day) == "2025-08-10"
