"""Atom (RFC 4287), rule by rule, over every Atom feed of the site, and all of it against the schema."""

from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Any

from feed_stand import ATOM, DC, LANG, MEDIA, TOMBSTONES, atoms, channels, entries, feeds, links
from lxml import etree

SCHEMA = Path(__file__).with_name("atom.rng")
RFC_3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
FEED_ONCE = ("generator", "icon", "id", "logo", "rights", "subtitle", "title", "updated")
ENTRY_ONCE = ("content", "id", "published", "rights", "source", "summary", "title", "updated")


def once(parent: Any, names: tuple[str, ...]) -> list[str]:
    """The names of children that are there more than once."""
    return [name for name in names if len(parent.findall(f"{ATOM}{name}")) > 1]


def test_every_feed_is_valid_by_the_schema(output: Path) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    for path, root in feeds(output, ".atom.xml"):
        assert schema.validate(root), f"{path}: {schema.error_log}"


def test_the_schema_refuses_what_is_wrong() -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    right = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><id>urn:x:1</id><title>T</title>'
        "<updated>2025-01-01T00:00:00Z</updated>{}</feed>"
    )
    assert schema.validate(etree.fromstring(right.format("")))
    for wrong in ("<id>urn:x:2</id>", "<entry/>", "<title type='pdf'>x</title>", "<link rel='self'/>", "text"):
        assert not schema.validate(etree.fromstring(right.format(wrong))), wrong


def test_4_1_1_a_feed_has_one_id_title_and_updated(output: Path) -> None:
    for feed in atoms(output):
        assert all(feed.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated"))
        assert once(feed, FEED_ONCE) == []


def test_4_1_1_a_feed_has_an_author_for_entries_without(output: Path) -> None:
    assert all(feed.findtext(f"{ATOM}author/{ATOM}name") for feed in atoms(output))


def test_4_1_1_a_feed_links_to_itself(output: Path) -> None:
    for path, feed in feeds(output, ".atom.xml"):
        (link,) = links(feed, "self")
        assert (link.get("href"), link.get("type")) == (f"https://digest.example/{path}", "application/atom+xml")


def test_4_1_1_no_two_alternates_of_one_type_and_language(output: Path) -> None:
    for element in (*atoms(output), *entries(output)):
        kinds = [(link.get("type"), link.get("hreflang")) for link in links(element, "alternate")]
        assert len(kinds) == len(set(kinds)) == 1


def test_4_1_1_no_two_entries_with_one_id(output: Path) -> None:
    for feed in atoms(output):
        ids = [entry.findtext(f"{ATOM}id") for entry in feed.findall(f"{ATOM}entry")]
        assert len(ids) == len(set(ids))


def test_4_1_2_an_entry_has_one_id_title_and_updated(output: Path) -> None:
    for entry in entries(output):
        assert all(entry.find(f"{ATOM}{name}") is not None for name in ("id", "title", "updated", "published"))
        assert once(entry, ENTRY_ONCE) == []


def test_4_1_2_an_entry_without_content_has_an_alternate(output: Path) -> None:
    for entry in entries(output):
        assert entry.find(f"{ATOM}content") is not None or links(entry, "alternate")


def test_4_1_3_content_is_html_that_says_so(output: Path) -> None:
    assert {entry.find(f"{ATOM}content").get("type") for entry in entries(output)} == {"html"}


def test_4_2_2_a_category_has_a_term_and_a_scheme(output: Path) -> None:
    found = [category for entry in entries(output) for category in entry.findall(f"{ATOM}category")]
    assert found and all(category.get("term") and category.get("scheme") for category in found)


def test_4_2_6_an_id_is_an_absolute_iri_in_canonical_form(output: Path) -> None:
    for feed in atoms(output):
        for found in feed.iter(f"{ATOM}id"):
            assert re.fullmatch(r"urn:uuid:[0-9a-f-]{36}|https?://[a-z0-9.-]+/\S*", found.text), found.text


def test_4_2_6_the_feeds_id_is_a_urn_and_each_feed_has_its_own(output: Path) -> None:
    ids = [feed.findtext(f"{ATOM}id") for path, feed in feeds(output, ".atom.xml") if "/all/" not in path]
    assert all(found.startswith("urn:uuid:") for found in ids) and len(ids) == len(set(ids))


def test_4_2_7_a_link_has_an_absolute_address(output: Path) -> None:
    for feed in atoms(output):
        for link in feed.iter(f"{ATOM}link"):
            assert re.fullmatch(r"https://[^\s<>\"{}|\\^`]+", link.get("href")) and link.get("href").isascii()


def test_4_2_7_the_original_is_via_and_the_licence_is_linked(output: Path) -> None:
    rels = {link.get("rel") for entry in entries(output) for link in entry.findall(f"{ATOM}link")}
    assert rels == {"alternate", "via", "license", "enclosure"}


def test_4_2_7_an_enclosure_has_type_and_length(output: Path) -> None:
    found = [link for entry in entries(output) for link in links(entry, "enclosure")]
    assert found and all(link.get("type") == "image/jpeg" and int(link.get("length")) > 0 for link in found)


def test_4_2_11_a_source_has_id_title_and_updated(output: Path) -> None:
    sources = [source for entry in entries(output) for source in entry.findall(f"{ATOM}source")]
    assert sources
    for source in sources:
        assert all(source.findtext(f"{ATOM}{name}") for name in ("id", "title", "updated"))


def test_3_3_dates_are_rfc_3339_with_a_zone(output: Path) -> None:
    for feed in atoms(output):
        for date in feed.iter(f"{ATOM}updated", f"{ATOM}published"):
            assert RFC_3339.fullmatch(date.text) and datetime.fromisoformat(date.text).tzinfo


def test_4_2_15_no_two_entries_were_updated_at_one_moment(output: Path) -> None:
    for path, feed in feeds(output, ".atom.xml"):
        dates = [datetime.fromisoformat(entry.findtext(f"{ATOM}updated")) for entry in feed.iter(f"{ATOM}entry")]
        assert len(dates) == len(set(dates)), path


def test_4_2_15_no_entry_was_updated_before_it_was_published(output: Path) -> None:
    for entry in entries(output):
        published, updated = (datetime.fromisoformat(entry.findtext(f"{ATOM}{n}")) for n in ("published", "updated"))
        assert updated >= published


def test_4_2_15_the_feed_was_updated_with_its_newest_entry(output: Path) -> None:
    for feed in atoms(output):
        dates = [datetime.fromisoformat(date.text) for date in feed.iter(f"{ATOM}updated")]
        dates += [datetime.fromisoformat(stone.get("when")) for stone in feed.iter(f"{TOMBSTONES}deleted-entry")]
        assert datetime.fromisoformat(feed.findtext(f"{ATOM}updated")) == max(dates[1:], default=dates[0])


def test_2_languages_are_those_of_the_stories(output: Path) -> None:
    assert {entry.get(LANG) for entry in entries(output)} == {"en", "zh-Hans"}
    assert {feed.get(LANG) for feed in atoms(output)} == {"en"}


def test_metadata_of_the_feed_stands_before_its_entries(output: Path) -> None:
    for feed in atoms(output):
        names = [child.tag for child in feed if isinstance(child.tag, str)]
        first = names.index(f"{ATOM}entry") if f"{ATOM}entry" in names else len(names)
        assert set(names[first:]) <= {f"{ATOM}entry"}


def test_the_same_items_in_the_same_order_as_rss(output: Path) -> None:
    rss = [[guid.text for guid in channel.findall("item/guid")] for channel in channels(output)]
    atom = [[found.text for found in feed.findall(f"{ATOM}entry/{ATOM}id")] for feed in atoms(output)]
    assert rss == atom


def test_every_namespace_has_the_prefix_readers_expect(output: Path) -> None:
    known = {ATOM: None, DC: "dc", MEDIA: "media"}
    for _, root in feeds(output, ".atom.xml"):
        declared = {f"{{{name}}}": prefix for prefix, name in root.nsmap.items()}
        assert known.items() <= declared.items()
