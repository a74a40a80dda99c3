"""Page values come to another process as they were, and what many pages show is one object there."""

from __future__ import annotations

import json
import os
import pickle
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from copydesk.site.entries import Sheet
from copydesk.site.printing import parcels
from copydesk.site.printing.parcels import Packing
from copydesk.site.printing.rendering import Kit, Quire, compiled, environment, take
from copydesk.site.showing.faces import Leads, card_of
from copydesk.site.showing.light import LightCard, light_record
from copydesk.site.stories.memory import Lent
from copydesk.site.stories.readings import head_of, packed, reading_of, record_from
from copydesk.site.stories.records import Rules
from copydesk.site.stories.shelf import new_shelf
from copydesk.site.tongue import Tongue
from copydesk.site.values import Card, Link, Site, When
from copydesk.writing.stories.storyfile import parse
from jinja2 import Environment, TemplateSyntaxError
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
    quire: Quire = pickle.loads(pickle.dumps(Quire(KIT, "out", (("a.html", Sheet("page.html", told)),), packing)))
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


def test_of_many_values_the_last_are_kept_packed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "MOST", 2)
    packing, cards = Packing(), [replace(CARD, minutes=minutes) for minutes in range(5)]
    for _ in range(2):
        assert sent(packing, *cards) == {str(place): card for place, card in enumerate(cards)}
    assert [value for value, _ in packing._packed.values()] == cards[-2:]


def test_values_are_packed_by_several_threads_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "MOST", 1)
    packing, cards = Packing(), [replace(CARD, minutes=minutes) for minutes in range(50)]
    with ThreadPoolExecutor(4) as threads:
        made = list(threads.map(lambda _: sent(packing, *cards), range(8)))
    assert made == [{str(place): card for place, card in enumerate(cards)}] * 8


def test_what_a_build_has_put_on_its_shelf_itself_is_believed_while_all_of_it_is_there(tmp_path: Path) -> None:
    library = Library(tmp_path)
    own = replace(library.lent_record("a.md"), key=None)
    assert own.words() == library.packet.record
    assert own.loan.data is None
    os.truncate(own.loan.path, library.start + library.size - 1)
    with pytest.raises(LookupError):
        own.words()


def test_another_build_in_the_same_process_shares_no_more_than_equal_values() -> None:
    first, second = sent(Packing(), CARD), sent(Packing(), replace(CARD, minutes=9))
    assert (first["0"], second["0"]) == (CARD, replace(CARD, minutes=9))
    assert parcels.shared.cache_info().maxsize == parcels.MOST


class Library:
    """One story on a shelf, lent as a build's memory lends it."""

    def __init__(self, folder: Path) -> None:
        self.packet = packed(reading_of(parse(STORIES["2025/08/harbor-reopens.md"], "a.md"), RULES, "a.md"))
        self.shelf = new_shelf(folder)
        self.start, self.size = self.shelf.put(self.packet.face + self.packet.record)
        self.record = light_record(head_of(json.loads(self.packet.head)), "a.md", self)  # type: ignore[arg-type]  # no build asks it

    def face(self, name: str) -> bytes:
        """The face."""
        return self.packet.face

    def lent_face(self, name: str) -> Lent:
        """The face, lent."""
        return Lent(self.shelf.lend((self.start, len(self.packet.face))), len(self.packet.face), self.record.teaser_key)

    def lent_record(self, name: str) -> Lent:
        """The record, lent."""
        return Lent(self.shelf.lend((self.start, self.size)), len(self.packet.face), self.record.key)


@pytest.mark.parametrize("folder", [".", "no/such/folder"])
def test_a_card_that_was_not_made_here_is_made_once_there(tmp_path: Path, folder: str) -> None:
    library = Library(tmp_path / folder)
    packing, card = Packing(), LightCard("key", library.record, Leads("a.html", (), None, None))
    first, second = (sent(packing, card)["0"] for _ in range(2))
    assert type(first) is Card
    assert first is second
    assert first == card_of(library.record.face, Leads("a.html", (), None, None))
    assert sent(packing, library.record)["0"] == record_from(library.packet.record)


@pytest.mark.parametrize("damage", [b"", b"copydesk words 1 of another story"])
def test_what_is_lent_is_believed_only_while_it_is_what_was_put_there(tmp_path: Path, damage: bytes) -> None:
    library = Library(tmp_path)
    parcel = pickle.dumps(library.record)
    (tmp_path / "stories.bin").write_bytes(damage)
    with pytest.raises(LookupError):
        pickle.loads(parcel)


@pytest.fixture
def kit(tmp_path: Path) -> Iterator[Kit]:
    """A kit of two templates, one of which cannot be compiled."""
    (tmp_path / "page.html").write_text("<h1>{{ title }}</h1>")
    (tmp_path / "bad.html").write_text("{% if %}")
    environment.cache_clear()
    yield Kit((str(tmp_path),), str(tmp_path), str(tmp_path), (), Tongue("en"))
    environment.cache_clear()


def test_templates_are_compiled_once_for_all_processes(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    given = pickle.loads(pickle.dumps(compiled(kit)))
    environment.cache_clear()
    take(given)
    monkeypatch.setattr(Environment, "compile", lambda *told, **named: pytest.fail("it was compiled again"))
    assert environment(kit).get_template("page.html").render(title="A") == "<h1>A</h1>"


def test_a_template_that_has_changed_since_is_compiled_again(kit: Kit) -> None:
    given = compiled(kit)
    environment.cache_clear()
    take(given)
    Path(kit.theme, "page.html").write_text("<h2>{{ title }}</h2>")
    assert environment(kit).get_template("page.html").render(title="A") == "<h2>A</h2>"
    with pytest.raises(TemplateSyntaxError):
        environment(kit).get_template("bad.html")
