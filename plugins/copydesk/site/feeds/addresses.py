"""Which feeds a site has and where, as its ``FEED_*`` settings say."""

from __future__ import annotations

from collections.abc import Mapping
from posixpath import normpath
from typing import Any

from copydesk.site.values import FeedLink

MEDIA_TYPES: Mapping[str, str] = {
    "rss": "application/rss+xml",
    "atom": "application/atom+xml",
    "json": "application/feed+json",
}
"""The formats, in the order they are offered: what settings and Pelican call them, and their media types."""

GROUPS: Mapping[str, str] = {
    "CATEGORY": "Sections",
    "PUBLISHER": "Publishers",
    "AUTHOR": "Authors",
    "TAG": "Tags",
}
"""What has feeds of its own: the first word of its settings, and its name for people."""

SINGLE = {"EDITION": "Editions", "CORRECTIONS": "Corrections"}
"""Feeds of which there is one: what their settings begin with, and their names for people."""

OPML = {"feeds": "FEEDS_OPML", "publishers": "PUBLISHERS_OPML"}
"""The lists of feeds for other software: of the site's own, and of its publishers; and their settings."""

MAIN = ("FEED_ALL", "FEED")
"""The settings of the feeds of all stories."""


def setting(context: Mapping[str, Any], name: str, kind: str) -> tuple[str, str] | None:
    """(where the feed is written, its address) of ``<name>_<KIND>`` and ``<name>_<KIND>_URL``; ``None`` if not set."""
    path = context.get(f"{name}_{kind.upper()}")
    if not path:
        return None
    place = placed(str(path), str(context.get(f"{name}_{kind.upper()}_URL") or path))
    return None if place[0].startswith("../") else place  # it is not written


def placed(path: str, url: str) -> tuple[str, str]:
    """(where a feed is written, its address), both below the site, from what settings say of it: "/feeds/all.xml" is
    written as "feeds/all.xml". An address of another host is none of this site's, where the feed is all the same."""
    own = path if is_plain_path(path) else normpath(path.lstrip("/"))
    return own, own if url == path or "://" in url else url


def is_plain_path(path: str) -> bool:
    """Whether every part of a path is a name."""
    return not any(part in ("", ".") for part in path.split("/"))


def site_feeds(context: Mapping[str, Any]) -> tuple[FeedLink, ...]:
    """The feeds of all stories."""
    title = str(context["SITENAME"])
    found = [(kind, setting(context, name, kind)) for name in MAIN for kind in MEDIA_TYPES]
    links = {place[1]: FeedLink(title, place[1].lstrip("/"), MEDIA_TYPES[kind]) for kind, place in found if place}
    return tuple(links.values())


def single_feeds(context: Mapping[str, Any], name: str, title: str) -> tuple[FeedLink, ...]:
    """The feeds of all editions, or of all corrections; ``name`` is a key of `SINGLE`. None of editions without any."""
    if name == "EDITION" and not context.get("editions"):
        return ()
    found = [(kind, setting(context, f"{name}_FEED", kind)) for kind in MEDIA_TYPES]
    return tuple(FeedLink(title, place[1].lstrip("/"), MEDIA_TYPES[kind]) for kind, place in found if place)


def group_feeds(context: Mapping[str, Any], group: str, slug: str, title: str) -> tuple[FeedLink, ...]:
    """The feeds of one section, publisher, author or tag; ``group`` is a key of `GROUPS`."""
    found = [(kind, setting(context, f"{group}_FEED", kind)) for kind in MEDIA_TYPES]
    return tuple(
        FeedLink(title, place[1].format(slug=slug).lstrip("/"), MEDIA_TYPES[kind]) for kind, place in found if place
    )
