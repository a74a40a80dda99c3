"""RSS 2.0 (https://www.rssboard.org/rss-specification) and the RSS Advisory Board's profile
(https://www.rssboard.org/rss-profile), rule by rule, over every RSS feed of the site."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urlsplit

from feed_stand import ATOM, CONTENT, DC, LICENCES, channels, feeds, items, links
from lxml import etree, html

CHANNEL_ONCE = ("title", "link", "description", "language", "lastBuildDate", "generator", "docs")
ITEM_ONCE = ("title", "link", "description", CONTENT, "guid", "pubDate", "source", f"{DC}language", f"{DC}rights")
CHANNEL_ELEMENTS = {*CHANNEL_ONCE, "item", "copyright", "managingEditor", "webMaster", "pubDate", "category", "image"}
ITEM_ELEMENTS = {
    "title",
    "link",
    "description",
    "author",
    "category",
    "comments",
    "enclosure",
    "guid",
    "pubDate",
    "source",
}
RFC_822 = re.compile(
    r"(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d\d:\d\d:\d\d [+-]\d{4}"
)


def test_the_document_is_xml_1_0_in_utf_8(output: Path) -> None:
    for path in (output / "feeds").rglob("*.xml"):
        assert path.read_bytes().lower().startswith(b"<?xml version='1.0' encoding='utf-8'?>"), path


def test_the_root_is_rss_2_0_with_one_channel(output: Path) -> None:
    for path, root in feeds(output, ".rss.xml"):
        assert (root.tag, root.get("version")) == ("rss", "2.0"), path
        assert [child.tag for child in root] == ["channel"], path


def test_a_channel_has_title_link_and_description_and_none_is_empty(output: Path) -> None:
    for channel in channels(output):
        for name in ("title", "link", "description"):
            assert (channel.findtext(name) or "").strip(), name


def test_no_element_of_a_channel_is_repeated(output: Path) -> None:
    for channel in channels(output):
        assert [name for name in CHANNEL_ONCE if len(channel.findall(name)) > 1] == []


def test_the_channels_link_is_the_site(output: Path) -> None:
    assert {channel.findtext("link") for channel in channels(output)} == {"https://digest.example/"}


def test_a_channel_has_no_element_that_rss_does_not_know(output: Path) -> None:
    for channel in channels(output):
        assert {child.tag for child in channel if "{" not in child.tag} <= CHANNEL_ELEMENTS


def test_an_item_has_no_element_that_rss_does_not_know(output: Path) -> None:
    for item in items(output):
        assert {child.tag for child in item if "{" not in child.tag} <= ITEM_ELEMENTS


def test_every_namespace_has_the_prefix_readers_expect(output: Path) -> None:
    known = {"atom", "content", "dc", "media", "creativeCommons", "fh", None}
    for path, root in feeds(output, ".rss.xml"):
        assert {prefix for element in root.iter(etree.Element) for prefix in element.nsmap} <= known, path


def test_items_come_after_everything_else_of_the_channel(output: Path) -> None:
    for channel in channels(output):
        names = [child.tag for child in channel]
        first = names.index("item") if "item" in names else len(names)
        assert set(names[first:]) <= {"item"}


def test_the_language_is_a_tag(output: Path) -> None:
    for channel in channels(output):
        assert re.fullmatch(r"[a-z]{2,3}(-[A-Za-z0-9]+)*", channel.findtext("language"))


def test_dates_are_rfc_822_with_four_digit_years_and_a_zone(output: Path) -> None:
    for channel in channels(output):
        for date in (*channel.iter("pubDate"), *channel.iter("lastBuildDate")):
            assert RFC_822.fullmatch(date.text), date.text


def test_the_day_of_the_week_is_right(output: Path) -> None:
    for item in items(output):
        moment = parsedate_to_datetime(item.findtext("pubDate"))
        assert item.findtext("pubDate").startswith(f"{moment:%a}")


def test_the_last_build_date_is_no_older_than_the_newest_item(output: Path) -> None:
    for channel in channels(output):
        dates = [parsedate_to_datetime(date.text) for date in channel.iter("pubDate")]
        built = channel.findtext("lastBuildDate")
        assert not dates or parsedate_to_datetime(built) >= max(dates)


def test_no_element_of_an_item_is_repeated(output: Path) -> None:
    for item in items(output):
        assert [name for name in ITEM_ONCE if len(item.findall(name)) > 1] == []


def test_an_item_has_a_title_and_a_link(output: Path) -> None:
    for item in items(output):
        assert item.findtext("title").strip() and urlsplit(item.findtext("link")).scheme == "https"


def test_a_guid_is_there_is_unique_and_no_permalink(output: Path) -> None:
    for channel in channels(output):
        guids = channel.findall("item/guid")
        assert len(guids) == len(channel.findall("item")) == len({guid.text for guid in guids})
        assert all(guid.get("isPermaLink") == "false" for guid in guids)


def test_an_author_is_named_in_dublin_core_since_rss_wants_a_mail_address(output: Path) -> None:
    found = list(items(output))
    assert not [item for item in found if item.find("author") is not None]
    assert max(len(item.findall(f"{DC}creator")) for item in found) == 40


def test_addresses_are_absolute_uris_in_ascii(output: Path) -> None:
    for channel in channels(output):
        addresses = [element.text for element in channel.iter("link")]
        addresses += [element.get("url") for element in channel.iter("enclosure", "source")]
        addresses += [element.get("domain") for element in channel.iter("category")]
        addresses += [element.get("href") for element in channel.iter(f"{ATOM}link")]
        for address in addresses:
            assert address.isascii() and re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", address), address
            assert not re.search(r"%(?![0-9A-Fa-f]{2})", address), address


def test_a_source_has_its_name_and_address(output: Path) -> None:
    sources = [source for item in items(output) for source in item.findall("source")]
    assert sources and all(source.text and source.get("url") for source in sources)


def test_a_category_says_which_kind_it_is(output: Path) -> None:
    domains = {category.get("domain") for item in items(output) for category in item.findall("category")}
    assert len(domains) == 2


def test_an_enclosure_has_address_length_and_type_and_is_the_only_one(output: Path) -> None:
    enclosed = [item.findall("enclosure") for item in items(output)]
    (enclosure,) = max(enclosed, key=len)
    picture = output / enclosure.get("url").removeprefix("https://digest.example/")
    assert (enclosure.get("type"), int(enclosure.get("length"))) == ("image/jpeg", picture.stat().st_size)


def test_the_description_stands_before_the_content(output: Path) -> None:
    both = [[child.tag for child in item] for item in items(output) if item.find(CONTENT) is not None]
    both = [names for names in both if "description" in names]
    assert both and all(names.index("description") < names.index(CONTENT) for names in both)


def test_a_description_is_plain_text(output: Path) -> None:
    for item in items(output):
        described = item.findtext("description") or "-"
        assert not list(html.fragment_fromstring(described, create_parent="div"))


def test_the_feed_names_its_own_address(output: Path) -> None:
    for path, root in feeds(output, ".rss.xml"):
        (link,) = links(root.find("channel"), "self")
        assert link.get("href") == f"https://digest.example/{path}"
        assert link.get("type") == "application/rss+xml"


def test_the_feed_names_its_hub(output: Path) -> None:
    for channel in channels(output):
        assert [link.get("href") for link in links(channel, "hub")] == ["https://hub.example/"]


def test_a_licence_of_creative_commons_is_an_address_of_theirs(output: Path) -> None:
    found = {licence.text for item in items(output) for licence in item.findall(f"{LICENCES}license")}
    assert found == {
        "https://creativecommons.org/licenses/by/4.0/",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    }


def test_the_newest_item_comes_first(output: Path) -> None:
    for channel in channels(output):
        dates: list[datetime] = [parsedate_to_datetime(date.text) for date in channel.findall("item/pubDate")]
        assert dates == sorted(dates, reverse=True)
