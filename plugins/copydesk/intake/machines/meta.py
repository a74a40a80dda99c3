"""The facts in ``<meta>`` and ``<link>`` elements."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from copydesk.intake.machines.clues import Clues
from copydesk.intake.machines.schema import ADDRESSES
from copydesk.intake.markup.links import Links
from copydesk.model import FactName

Attributes = Mapping[str, str | None]

META: Final[Mapping[str, tuple[FactName, str]]] = {
    "og:title": ("headline", "open graph"),
    "og:description": ("standfirst", "open graph"),
    "og:url": ("canonical_url", "open graph"),
    "og:image": ("image", "image og"),
    "og:image:url": ("image", "image og"),
    "og:image:secure_url": ("image", "image og"),
    "og:locale": ("language", "og locale"),
    "og:site_name": ("publisher", "site name"),
    "og:published_time": ("published", "open graph"),
    "og:updated_time": ("updated", "open graph"),
    "og:article:author": ("author", "open graph"),
    "og:article:published_time": ("published", "open graph"),
    "og:article:modified_time": ("updated", "open graph"),
    "og:article:section": ("section", "open graph"),
    "og:article:tag": ("tag", "open graph"),
    "og:section": ("section", "open graph"),
    "application-name": ("publisher", "site name"),
    "twitter:title": ("headline", "twitter card"),
    "twitter:description": ("standfirst", "twitter card"),
    "twitter:image": ("image", "twitter card"),
    "twitter:url": ("canonical_url", "twitter card"),
    "article:author": ("author", "open graph"),
    "article:author_name": ("author", "open graph"),
    "article:published_time": ("published", "open graph"),
    "article:published": ("published", "open graph"),
    "article:modified_time": ("updated", "open graph"),
    "article:modified": ("updated", "open graph"),
    "article:section": ("section", "open graph"),
    "article:tag": ("tag", "open graph"),
    "author": ("author", "meta"),
    "authors": ("author", "meta"),
    "articleauthor": ("author", "meta"),
    "byl": ("author", "meta"),
    "byline": ("author", "meta"),
    "description": ("standfirst", "meta"),
    "title": ("headline", "meta"),
    "headline": ("headline", "meta"),
    "hdl": ("headline", "meta"),
    "keywords": ("tag", "meta"),
    "news_keywords": ("tag", "meta"),
    "date": ("published", "meta"),
    "pubdate": ("published", "meta"),
    "publishdate": ("published", "meta"),
    "publish-date": ("published", "meta"),
    "publish_date": ("published", "meta"),
    "publication_date": ("published", "meta"),
    "published": ("published", "meta"),
    "date.release": ("published", "meta"),
    "displaydate": ("published", "meta"),
    "article.published": ("published", "meta"),
    "article_date_original": ("published", "meta"),
    "originalpublicationdate": ("published", "meta"),
    "cxenseparse:recs:publishtime": ("published", "meta"),
    "lastmod": ("updated", "meta"),
    "last-modified": ("updated", "meta"),
    "revised": ("updated", "meta"),
    "article.updated": ("updated", "meta"),
    "section": ("section", "meta"),
    "article.section": ("section", "meta"),
    "publisher": ("publisher", "meta"),
    "copyright": ("publisher", "meta"),
    "language": ("language", "meta"),
    "content-language": ("language", "content-language"),
    "license": ("licence", "meta"),
    "citation_title": ("headline", "meta"),
    "citation_author": ("author", "meta"),
    "citation_publication_date": ("published", "meta"),
    "sailthru.title": ("headline", "meta"),
    "sailthru.author": ("author", "meta"),
    "sailthru.date": ("published", "meta"),
    "sailthru.tags": ("tag", "meta"),
    "parsely-title": ("headline", "parsely"),
    "parsely-author": ("author", "parsely"),
    "parsely-pub-date": ("published", "parsely"),
    "parsely-section": ("section", "parsely"),
    "parsely-tags": ("tag", "parsely"),
    "parsely-link": ("canonical_url", "parsely"),
    "dc.title": ("headline", "dublin core"),
    "dc.creator": ("author", "dublin core"),
    "dc.creator.name": ("author", "dublin core"),
    "dc.date": ("published", "dublin core"),
    "dc.date.issued": ("published", "dublin core"),
    "dc.date.created": ("published", "dublin core"),
    "dc.date.modified": ("updated", "dublin core"),
    "dc.created": ("published", "dublin core"),
    "dc.issued": ("published", "dublin core"),
    "dc.modified": ("updated", "dublin core"),
    "dc.publisher": ("publisher", "dublin core"),
    "dc.language": ("language", "dublin core"),
    "dc.rights": ("licence", "dublin core"),
    "dc.subject": ("tag", "dublin core"),
    "dc.description": ("standfirst", "dublin core"),
}
"""Names of ``meta`` elements (lower case; Dublin Core with a dot), the fact each gives, and its origin."""

ITEMS: Final[Mapping[str, FactName]] = {"datePublished": "published", "dateModified": "updated"}
"""Properties that ``meta`` elements of the head give, where no scope says what they belong to."""

_DUBLIN_CORE: Final = re.compile(r"^(?:dc|dcterms?)[.:]")
_PUBLISHED: Final = re.compile(
    r"(?:^|[-_.:])(?:(?:pub|publish|published|publication|posted)[-_.]?(?:date|time|at|on)(?:time)?|date[-_.]?published)$"
)
_CHANGED: Final = re.compile(r"(?:^|[-_.:])(?:modified|updated|changed|revised)[-_.]?(?:date|time|at|on)(?:time)?$")
_LISTS: Final = frozenset(
    ("article:tag", "og:article:tag", "keywords", "news_keywords", "parsely-tags", "sailthru.tags", "dc.subject")
)


def read_meta(attributes: Attributes, clues: Clues, links: Links) -> None:
    """Offer what one ``meta`` element says."""
    content = attributes.get("content")
    if not content:
        return
    names = attributes.get("property") or attributes.get("name") or attributes.get("http-equiv") or ""
    for name in names.lower().split():
        if name == "og:type":
            clues.say(f"og {content}")
        row = _row(name)
        if row is not None:
            fact, origin = row
            for value in _values(name, content):
                clues.add(fact, links.absolute(value) if fact in ADDRESSES else value, origin)


def read_item(attributes: Attributes, clues: Clues) -> None:
    """Offer the date that a ``meta`` element of the head marks with ``itemprop``."""
    fact = ITEMS.get(attributes.get("itemprop") or "")
    if fact is not None:
        clues.add(fact, attributes.get("content"), "itemprop")


@lru_cache(maxsize=512)
def _row(name: str) -> tuple[FactName, str] | None:
    """The fact that a name gives, and its origin; the pages of a site have the same names."""
    return META.get(_DUBLIN_CORE.sub("dc.", name)) or _dated(name)


def _dated(name: str) -> tuple[FactName, str] | None:
    """What a name that no table has says of its date: "w-published-date", "og:pubdate", "modified-time"."""
    if _PUBLISHED.search(name):
        return "published", "meta"
    return ("updated", "meta") if _CHANGED.search(name) else None


def _values(name: str, content: str) -> list[str]:
    if name not in _LISTS:
        return [content]
    return content.split(";" if ";" in content and "," not in content else ",")


def read_link(attributes: Attributes, clues: Clues, links: Links) -> None:
    """Offer what one ``link`` element says."""
    relations = (attributes.get("rel") or "").lower().split()
    if "canonical" in relations:
        clues.add("canonical_url", links.absolute(attributes.get("href")), "rel canonical")
    if "license" in relations:
        clues.add("licence", links.absolute(attributes.get("href")), "rel license")
