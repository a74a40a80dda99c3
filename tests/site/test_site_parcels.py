"""Page values come to another process as they were, and what many pages show is one object there."""

from __future__ import annotations

import pickle
from dataclasses import replace
from types import SimpleNamespace
from zoneinfo import ZoneInfo

from copydesk.site.entries import Sheet
from copydesk.site.printing import parcels
from copydesk.site.printing.parcels import Packing
from copydesk.site.printing.rendering import Kit, Quire
from copydesk.site.showing.faces import Leads, card_of
from copydesk.site.showing.light import LightCard, light_record
from copydesk.site.stories.readings import head_of, packed, reading_of
from copydesk.site.stories.records import Rules
from copydesk.site.tongue import Tongue
from copydesk.site.values import Card, Link, Site, When
from copydesk.writing.storyfile import parse
from markupsafe import Markup
from newsstand import STORIES

RULES = Rules({}, "full", ZoneInfo("UTC"), "en", Tongue("en"))
KIT = Kit((), "theme", "lent", (), Tongue("en"))
LEDGER = Link("The Harbor Ledger", path="publisher/ledger.html")
CARD = Card("a.html", "A pier", None, (Link("Ann Lee"),), LEDGER, None, When("2026-03-12", "12 March"), "en", "ltr", 2)
SITE = Site("Digest", "", "", "en", (LEDGER,), (), (), (), ())


def sent(packing: Packing, *values: object) -> dict[str, object]:
    """What another process gets of a page with these values."""
    told = {str(place): value for place, value in enumerate(values)}
    quire: Quire = pickle.loads(pickle.dumps(Quire(KIT, (("a.html", Sheet("page.html", told)),), packing)))
    assert quire.kit == KIT
    (target, sheet), *more = quire.pages
    assert (target, sheet.template, more) == ("a.html", "page.html", [])
    return dict(sheet.values)  # type: ignore[call-overload, no-any-return]


def test_what_is_shared_is_one_object_and_equal_to_what_was_sent() -> None:
    packing, body = Packing(), Markup("<p>")
    first, second = sent(packing, SITE, (CARD, CARD), body), sent(packing, CARD, SITE)
    assert first == {"0": SITE, "1": (CARD, CARD), "2": body}
    assert second == {"0": CARD, "1": SITE}
    assert first["0"] is second["1"]
    assert second["0"] is first["1"][0] is first["1"][1]  # type: ignore[index]


def test_what_differs_in_anything_is_another() -> None:
    packing = Packing()
    others = (replace(CARD, minutes=3), replace(CARD, publisher=replace(LEDGER, label="Another")))
    assert [sent(packing, other)["0"] for other in (CARD, *others)] == [CARD, *others]


def test_a_value_is_packed_once() -> None:
    packing = Packing()
    for _ in range(3):
        sent(packing, CARD, SITE, (CARD, SITE))
    assert len(packing._packed) == 2


def test_another_build_in_the_same_process_shares_no_more_than_equal_values() -> None:
    first, second = sent(Packing(), CARD), sent(Packing(), replace(CARD, minutes=9))
    assert (first["0"], second["0"]) == (CARD, replace(CARD, minutes=9))
    assert parcels.shared.cache_info().maxsize == parcels.MOST


def test_a_card_that_was_not_made_here_is_made_once_there() -> None:
    story = parse(STORIES["2025/08/harbor-reopens.md"], "a.md")
    packet = packed(reading_of(story, RULES, "a.md"))
    record = light_record(head_of(packet.head), "a.md", SimpleNamespace(face=lambda name: packet.face))  # type: ignore[arg-type]
    packing, card = Packing(), LightCard("key", record, Leads("a.html", (), None, None))
    first, second = (sent(packing, card)["0"] for _ in range(2))
    assert type(first) is Card
    assert first is second
    assert first == card_of(record.face, Leads("a.html", (), None, None))
