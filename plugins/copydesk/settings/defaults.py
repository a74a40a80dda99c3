"""Every setting of ours, and what it is where the settings file does not name it."""

from __future__ import annotations

from collections.abc import Mapping

from copydesk.model import Limits

DEFAULTS: Mapping[str, object] = {
    "COPYDESK_SEEDS": "seeds",
    "COPYDESK_SOURCES": "sources.toml",
    "COPYDESK_STATE": ".copydesk",
    "COPYDESK_NORMALIZE": True,
    "COPYDESK_POLICY": "full",
    "COPYDESK_NOTICE": None,
    "COPYDESK_FEED_ID": None,
    "COPYDESK_SITEMAPS": True,
    "COPYDESK_UNWELCOME_CRAWLERS": (),
    "COPYDESK_SEARCH": True,
    "COPYDESK_SEARCH_LIMIT": 2000,
    "COPYDESK_CARDS": True,
    "COPYDESK_CARDS_LIMIT": 2000,
    "COPYDESK_CARD_FONTS": (),
    "COPYDESK_EDITIONS": None,
    "COPYDESK_SECTIONS": (),
    "COPYDESK_DATE_FORMAT": None,
    "COPYDESK_COLOURS": {},
    "COPYDESK_LOGO": None,
    "COPYDESK_FEED_BACKFILL": 10,
    "COPYDESK_FEED_HUBS": (),
    "COPYDESK_CONTACT": None,
    "COPYDESK_FETCH_LOCAL": False,
    "COPYDESK_JOBS": None,
    "COPYDESK_MAX_BYTES": Limits().bytes,
    "COPYDESK_MAX_LINE": Limits().line,
    "COPYDESK_MAX_DEPTH": Limits().depth,
    "COPYDESK_MAX_BLOCKS": Limits().blocks,
    "COPYDESK_MAX_SECONDS": Limits().seconds,
    "COPYDESK_MAX_MEMORY": Limits().memory,
}
"""Our settings and what they are when the file does not name them."""
