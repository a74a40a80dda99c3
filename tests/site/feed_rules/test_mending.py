"""What feedgen gets wrong, asked of whatever feedgen is installed, and that ours is right all the same.

Each probe finds a fault in a feed. On the version we lock, feedgen alone has each of them, so that no probe passes by
itself; on any other, those it has no longer are named, and what stands in `mending` for them can go.
"""

from __future__ import annotations

import copy
import warnings
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from typing import Any

import pytest
from copydesk.site.feeds import xml
from copydesk.site.feeds.items import Category, FeedDocument, FeedItem, Relation, Source, Tombstone
from copydesk.site.feeds.mending import TOMBSTONES, EntryMending
from feed_stand import ATOM, DC
from feedgen.feed import FeedGenerator
from lxml import etree

LOCKED = "1.0.0"
"""The version the probes were written against."""

DAY = datetime(999, 5, 6, 7, 8, 9, tzinfo=UTC)
HUB, SITE, STORY, VIA = "https://hub.example/", "https://a.example/", "https://a.example/1.html", "https://b.example/1"

ITEM = FeedItem(
    guid="urn:uuid:00000001-1111-5111-8111-111111111111",
    url=STORY,
    title="A <b>story</b>",
    summary="Its summary",
    content=b"<p>Its text</p>",
    people=("Ann Lee",),
    published=DAY,
    updated=DAY,
    categories=(Category("Ports & Co", "https://a.example/#tags"),),
    source=Source("The Ledger", "https://b.example/"),
    original=VIA,
)


def document(kind: str) -> FeedDocument:
    """A feed of one item."""
    relations = (Relation("prev-archive", "https://a.example/feeds/old.xml", "application/xml"),)
    return FeedDocument(
        kind=kind,
        id="urn:uuid:00000000-1111-5111-8111-111111111111",
        title="A feed",
        description="What it is about",
        author="The Site",
        language="en",
        home=SITE,
        address="https://a.example/feed.xml",
        items=(ITEM,),
        relations=relations,
        hubs=(HUB,),
    )


def ours(kind: str) -> Any:
    """The feed as we write it."""
    return etree.fromstring(xml.serialized(xml.generator(document(kind), document(kind).items, lambda image: 1), kind))


def feedgens(kind: str) -> Any:
    """The same as feedgen alone writes it, told all that it takes."""
    feed = FeedGenerator()
    feed.id("urn:x:1")
    feed.title("A feed")
    feed.description("What it is about")
    feed.author(name="The Site")
    feed.link(href="https://a.example/feed.xml", rel="self")
    feed.link(href=SITE, rel="alternate")
    feed.link(href=HUB, rel="hub")
    entry = feed.add_entry()
    entry.guid(ITEM.guid, permalink=False)
    entry.title(ITEM.title)
    entry.link(href=STORY)
    entry.link(href=VIA, rel="via")
    entry.published(DAY)
    entry.updated(DAY)
    entry.author(name="Ann Lee")
    entry.source(title="The Ledger", url="https://b.example/")
    entry.category(term="Ports & Co", scheme="https://a.example/#tags", label="What the label says")
    return etree.fromstring(feed.rss_str() if kind == "rss" else feed.atom_str())


PROBES: Mapping[str, tuple[str, Callable[[Any], bool]]] = {
    "links of entries lose their rel": (
        "atom",
        lambda feed: not feed.findall(f"{ATOM}entry/{ATOM}link[@rel='via']"),
    ),
    "the link of a channel is the last one added": ("rss", lambda feed: feed.findtext("channel/link") != SITE),
    "a hub has no link in RSS": ("rss", lambda feed: not feed.findall(f"channel/{ATOM}link[@rel='hub']")),
    "a source has no id": ("atom", lambda feed: feed.find(f"{ATOM}entry/{ATOM}source/{ATOM}id") is None),
    "an author without mail is dropped": ("rss", lambda feed: feed.find(f"channel/item/{DC}creator") is None),
    "a category shows its label": (
        "rss",
        lambda feed: feed.findtext("channel/item/category").replace("\u2060", "") != "Ports & Co",
    ),
    "years have fewer than four digits": ("rss", lambda feed: " 0999 " not in feed.findtext("channel/item/pubDate")),
    "the feed was changed now": ("rss", lambda feed: " 0999 " not in feed.findtext("channel/lastBuildDate")),
    "a title that could be HTML does not say what it is": (
        "atom",
        lambda feed: feed.find(f"{ATOM}entry/{ATOM}title").get("type") != "html",
    ),
}
"""Fault → the format it is in, and whether a feed has it."""


@pytest.mark.parametrize("fault", PROBES)
def test_ours_has_not_the_fault(fault: str) -> None:
    kind, has = PROBES[fault]
    assert not has(ours(kind))


@pytest.mark.parametrize("fault", PROBES)
def test_feedgen_alone_has_the_fault(fault: str) -> None:
    kind, has = PROBES[fault]
    if not has(feedgens(kind)):
        assert version("feedgen") != LOCKED, "the probe finds nothing"
        warnings.warn(f"feedgen {version('feedgen')} is right here: {fault}", stacklevel=1)


def mended(entry: Any) -> bytes:
    """An entry of Atom as our extension leaves it."""
    mending = EntryMending()
    mending.item = ITEM
    return etree.tostring(mending.extend_atom(entry))


def test_a_feedgen_that_keeps_the_attributes_of_links_changes_nothing() -> None:
    """As 0.9.0 does, and a later one may."""
    bare = etree.fromstring(f"<entry><title>{'A story'}</title><summary>s</summary></entry>")
    kept = copy.deepcopy(bare)
    etree.SubElement(bare, "link", href=STORY)
    etree.SubElement(bare, "link", href=VIA)
    etree.SubElement(kept, "link", href=STORY, rel="alternate", type="text/html", title="A story")
    etree.SubElement(kept, "link", href=VIA, rel="via")
    assert mended(bare) == mended(kept)


@pytest.mark.parametrize(
    ("reason", "kind", "written"),
    [
        ("The publisher asked for it.", None, "The publisher asked for it."),
        ("1 < 2 at R&D", None, "1 < 2 at R&D"),
        ("No <b>word</b> of it is true", "html", "No &lt;b&gt;word&lt;/b&gt; of it is true"),
        ("<img src=x onerror&#61;alert(1)>", "html", "&lt;img src=x onerror&amp;#61;alert(1)&gt;"),
    ],
)
def test_why_a_story_was_taken_down_is_text_to_every_reader(reason: str, kind: str | None, written: str) -> None:
    taken = replace(document("atom"), tombstones=(Tombstone(ITEM.guid, DAY, reason),))
    feed = etree.fromstring(xml.serialized(xml.generator(taken, taken.items, lambda image: 1), "atom"))
    (comment,) = feed.iter(f"{TOMBSTONES}comment")
    assert (comment.get("type"), comment.text) == (kind, written)
