"""The headline of a bare dump: found by what it shares with the story, not by where it stands."""

from __future__ import annotations

from copydesk.editing.headlines.judge import Pick, features, likeliest, weights
from copydesk.editing.headlines.page import Above, could_be
from copydesk.model import Block, Paragraph, Place, Span
from editing_pages import carry_out, draft

STORY = (
    "The night ferry between Port Ellery and the islands sails again from May, the harbor board decided on Wednesday.",
    "Nobody on the board had ever spent a night on the benches of the ferry terminal, the islanders had complained.",
    "The ferry is not new, and the harbor board has yet to find a second crew that would sail at night on Sundays.",
)


def page(*above: str) -> Above:
    lines = (*above, *STORY)
    blocks = tuple(
        Block(Paragraph(), (Span(line),), Place(at + 1, at + 1), score=0.95 if line in STORY else 0.05)
        for at, line in enumerate(lines)
    )
    return Above(blocks, len(above), tuple((block.place.first, block.text.lower()) for block in blocks))


def chosen(*above: str) -> str | None:
    pick = likeliest(page(*above))
    return None if pick is None else page(*above).blocks[pick.at].text


def test_the_line_that_shares_its_words_with_the_story_is_the_headline() -> None:
    headline = "Night ferry to the islands sails again from Port Ellery"
    assert chosen("World", headline, "Ottilie Brandvoll", "12 March 2026, 14:05") == headline


def test_a_caption_between_headline_and_story_is_not_the_headline() -> None:
    headline = "Night ferry sails again after eleven years"
    assert chosen(headline, "12 March 2026, 14:05", "A ferry at the pier of Port Ellery.") == headline


def test_a_line_under_the_menu_is_the_headline_not_the_standfirst_nor_a_caption() -> None:
    menu = ("Home", "News", "Sport", "Culture", "Weather", "Jobs")
    headline = "Islanders get their night ferry back"
    standfirst = "After eleven years the harbor board has found a crew that sails at night"
    caption = "The night ferry at the terminal of Port Ellery. Photo: Ottilie Brandvoll/Keystone"
    assert chosen(*menu, headline, standfirst, caption, "By Ottilie Brandvoll", "12 March 2026, 14:05") == headline


def test_a_page_without_lines_above_its_story_has_no_headline() -> None:
    assert likeliest(page()) is None


def test_a_menu_alone_has_no_headline() -> None:
    pick = likeliest(page("Sign in", "Menu", "Shop", "Help", "Jobs", "Radio"))
    assert pick is None or pick.probability < 0.9


def test_every_feature_has_a_weight_and_every_weight_a_feature() -> None:
    assert set(features(page("A line"), 0)) == set(weights().names)


def test_the_probability_is_that_of_a_choice_between_the_lines() -> None:
    pick = likeliest(page("Night ferry sails again after eleven years"))
    assert pick == Pick(0, 1.0) or (pick is not None and 0.3 <= pick.probability <= 1.0)


def test_a_paragraph_of_hundreds_of_characters_is_not_looked_at() -> None:
    assert not could_be(Block(Paragraph(), (Span("word " * 80),), Place(1, 1)))


def test_the_number_of_a_step_is_no_part_of_the_headline() -> None:
    def lifted(*above: str) -> list[str]:
        after = carry_out("lift_headline", draft(page(*above).blocks))
        return [clue.value for clue in after.clues if clue.fact == "headline"]

    headline = "Night ferry to the islands sails again from Port Ellery"
    assert lifted("1. Home", "2. Ports", f"3. {headline}", "12 March 2026") == [headline]
    assert lifted("World", f"3. {headline}", "12 March 2026") == [f"3. {headline}"]
