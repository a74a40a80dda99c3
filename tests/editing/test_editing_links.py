"""Links lose what tracks readers and lead where they led."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copydesk.model import Block, Clue, Span
from copydesk.tracking import is_tracking
from editing_pages import STORY, carry_out, draft, page

PLACE = "https://harbour.example/wall"


@pytest.mark.parametrize(
    ("href", "cleaned"),
    [
        (f"{PLACE}?utm_source=feed", PLACE),
        (f"{PLACE}?UTM_Source=feed&id=7", f"{PLACE}?id=7"),
        (f"{PLACE}?id=7&fbclid=x&gclid=y&mc_cid=z&igshid=w", f"{PLACE}?id=7"),
        (f"{PLACE}?q=a+b%20c&utm_medium=mail#plan", f"{PLACE}?q=a+b%20c#plan"),
        (f"{PLACE}?id=7#plan?utm_source=feed", f"{PLACE}?id=7#plan?utm_source=feed"),
        (f"{PLACE}?id=7&source=harbour&ref=3", f"{PLACE}?id=7&source=harbour&ref=3"),
        (f"{PLACE}?id=7&&empty", f"{PLACE}?id=7&&empty"),
        (f"{PLACE}?", f"{PLACE}?"),
        ("mailto:harbour@harbour.example?subject=utm_source", "mailto:harbour@harbour.example?subject=utm_source"),
    ],
)
def test_only_what_tracks_is_taken_from_a_link(href: str, cleaned: str) -> None:
    block = replace(page(STORY)[0], spans=(Span("The wall "), Span("in full", href=href, strong=True)))
    (after,) = carry_out("clean_link_addresses", draft([block])).blocks
    assert after.spans == (Span("The wall "), Span("in full", href=cleaned, strong=True))


@pytest.mark.parametrize(
    ("href", "cleaned"),
    [
        (
            "https://www.google.com/url?q=https://a.example/x?id%3D7%26utm_source%3Df&sa=D&usg=AOv",
            "https://a.example/x?id=7",
        ),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fa.example%2Fx&h=AT0", "https://a.example/x"),
        ("https://eur01.safelinks.protection.outlook.com/?url=http%3A%2F%2Fa.example%2F&data=05", "http://a.example/"),
        ("https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)"),
        ("https://harbour.example/url?q=https://a.example/x", "https://harbour.example/url?q=https://a.example/x"),
    ],
)
def test_a_link_leads_to_where_a_page_that_only_counts_would_lead(href: str, cleaned: str) -> None:
    block = replace(page(STORY)[0], spans=(Span("The wall "), Span("in full", href=href)))
    (after,) = carry_out("clean_link_addresses", draft([block])).blocks
    assert after.spans[1].href == cleaned


@pytest.mark.parametrize("name", ["utm_anything", "fbclid", "gclid", "dclid", "msclkid", "mc_eid", "_hsenc", "igsh"])
def test_names_that_track(name: str) -> None:
    assert is_tracking(name) and is_tracking(name.upper())


@pytest.mark.parametrize(
    "name", ["id", "p", "page", "q", "v", "t", "lang", "s", "ref", "source", "article", "story_id"]
)
def test_names_that_may_say_which_page_it_is(name: str) -> None:
    assert not is_tracking(name)


# --- what leads to the story itself -----------------------------------------------------------------------------------

WP = (Span("The post "), Span("Wall to be rebuilt", href=PLACE), Span(" appeared first on "))
HOME = Span("Harbour", href="https://www.harbour.example/")
OTHER = Span("the council", href="https://council.example/wall")


def under(*spans: Span) -> list[Block]:
    blocks = page(STORY, "x")
    return [*blocks[:-1], replace(blocks[-1], spans=spans)]


@pytest.mark.parametrize(
    "spans",
    [
        (*WP, HOME, Span(".")),
        (Span("L’article "), Span("Wall", href=f"{PLACE}/?utm_source=rss"), Span(" est apparu en premier sur "), HOME),
        (Span("Continue reading", href="http://www.harbour.example/wall"),),
    ],
)
def test_a_last_line_that_leads_only_to_the_story_leaves(spans: tuple[Span, ...]) -> None:
    clue = Clue("canonical_url", f"{PLACE}?utm_medium=feed", "feed")
    after = carry_out("cut_links_to_itself", draft(under(*spans), (clue,)))
    assert [block.text for block in after.blocks] == list(STORY)


@pytest.mark.parametrize(
    "spans",
    [
        (*WP, OTHER),
        (Span("Wall", href=f"{PLACE}#plan"), Span(" has a plan.")),
        (Span("Wall", href=f"{PLACE}?id=7"),),
        (Span("Nobody who was asked on the wall that day could say "), Span("why", href=PLACE)),
        (Span("It is said that the "), OTHER, Span(" knew.")),
        (Span("Back to the front page "), HOME),
    ],
)
def test_any_other_last_line_stays(spans: tuple[Span, ...]) -> None:
    blocks = under(*spans)
    after = carry_out("cut_links_to_itself", draft(blocks, (Clue("canonical_url", PLACE, "feed"),)))
    assert list(after.blocks) == blocks


def test_it_is_cut_only_where_the_address_is_known_and_something_is_left() -> None:
    blocks = under(*WP, HOME)
    assert list(carry_out("cut_links_to_itself", draft(blocks)).blocks) == blocks
    alone = draft(blocks[-1:], (Clue("canonical_url", PLACE, "feed"),))
    assert carry_out("cut_links_to_itself", alone) == alone
