"""Links lose what tracks readers and lead where they led."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copydesk.model import Span
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


@pytest.mark.parametrize("name", ["utm_anything", "fbclid", "gclid", "dclid", "msclkid", "mc_eid", "_hsenc", "igsh"])
def test_names_that_track(name: str) -> None:
    assert is_tracking(name) and is_tracking(name.upper())


@pytest.mark.parametrize(
    "name", ["id", "p", "page", "q", "v", "t", "lang", "s", "ref", "source", "article", "story_id"]
)
def test_names_that_may_say_which_page_it_is(name: str) -> None:
    assert not is_tracking(name)
