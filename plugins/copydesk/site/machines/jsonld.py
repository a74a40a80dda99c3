"""Structured data in the words of schema.org: what a search engine, a reader or an archive can know of a page.

A property is there only where the story's file gives it: an unknown date or author is left out, never guessed. Dates
carry a zone and addresses are absolute, as the guidelines of search engines for articles ask. A story's text is not
repeated here, so that nothing can be said that the policy of the page withholds.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from markupsafe import Markup

from copydesk.site.feeds.items import settled
from copydesk.site.machines.addresses import absolute
from copydesk.site.stories.record import StoryRecord
from copydesk.site.values import Card, DataBlock, Notice, Site

CONTEXT = "https://schema.org"

Thing = dict[str, Any]
"""A value of schema.org as JSON has it."""

_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))
_SCRIPT_BREAKERS = re.compile("[<>&\u2028\u2029]")
"""What could end or open an element inside a script element, and the two line ends that old parsers of JavaScript have
and JSON has not."""


def script_text(thing: Mapping[str, Any]) -> Markup:
    """The value as the text of a script element: no character of it can end the element, whatever a story says."""
    text = _ENCODER.encode(thing)
    return Markup(_SCRIPT_BREAKERS.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def data_block(thing: Mapping[str, Any]) -> DataBlock:
    """The value as an element of a page, with the digest by which the page's policy lets it stand."""
    text = script_text(thing)
    sha = hashlib.sha256(text.encode("utf-8", "replace")).digest()
    return DataBlock(text, f"sha256-{base64.b64encode(sha).decode('ascii')}")


def known(**properties: Any) -> Thing:
    """The properties that are known, without those that are absent or empty. A trailing underscore stands for the "@"
    of JSON-LD's own words: ``type_``."""
    return {
        f"@{name[:-1]}" if name.endswith("_") else name: value
        for name, value in properties.items()
        if value or value not in (None, "", [], {})
    }


def news_article(story: StoryRecord, card: Card, site: Site, pictures: tuple[str, ...] = ()) -> Thing:
    """A story's page. ``pictures`` are paths of its images on the site, the best first."""
    address = absolute(site, card.path)
    return known(
        context_=CONTEXT,
        type_="NewsArticle",
        id_=address,
        headline=story.headline,
        description=story.summary,
        url=address,
        mainEntityOfPage=address,
        image=[url for path in pictures if (url := absolute(site, path))],
        datePublished=settled(story.moment).isoformat() if story.published.recorded else None,
        dateModified=settled(story.changed).isoformat() if story.changed else None,
        author=authors(story, card, site),
        inLanguage=story.language,
        articleSection=story.section,
        dateline=story.dateline,
        keywords=list(story.tags),
        isAccessibleForFree=True,
        correction=[correction(notice) for notice in story.corrections],
        **provenance(story, site),
    )


def provenance(story: StoryRecord, site: Site) -> Thing:
    """Who published the story, what it is a copy of, under which licence, and who says so."""
    origin = story.origin
    return known(
        publisher=organization(origin.publisher, origin.publisher_home) if story.copied else house(site),
        sourceOrganization=organization(origin.agency),
        isBasedOn=origin.original,
        citation=citation(story),
        license=origin.licence_url or origin.licence,
        usageInfo=origin.terms,
        creditText=origin.credit,
        sdPublisher=house(site),
    )


def authors(story: StoryRecord, card: Card, site: Site) -> list[Thing]:
    """The people named in the byline, each with the page of what they wrote; else the agency that is."""
    people = [known(type_="Person", name=link.label, url=absolute(site, link.path)) for link in card.authors]
    return people or [agency for agency in [organization(story.origin.agency)] if agency]


def citation(story: StoryRecord) -> Thing | None:
    """The original, where its address was recorded."""
    origin = story.origin
    if origin.original is None and origin.archived is None:
        return None
    publisher = organization(origin.original_publisher or origin.publisher)
    return known(
        type_="NewsArticle",
        headline=story.headline,
        url=origin.original,
        archivedAt=origin.archived,
        publisher=publisher,
    )


def correction(notice: Notice) -> Thing:
    """A published correction."""
    return known(type_="CorrectionComment", text=notice.text, datePublished=notice.when.iso if notice.when else None)


def organization(name: str | None, home: str | None = None) -> Thing | None:
    """A publisher or an agency by its name."""
    return known(type_="Organization", name=name, url=home) if name else None


def house(site: Site) -> Thing:
    """This site as a publisher."""
    return _house(site.name, absolute(site, ""))


@cache
def _house(name: str, address: str | None) -> Thing:
    return known(type_="Organization", name=name, url=address)


def web_site(site: Site) -> Thing:
    """The site, as its front page says it."""
    return known(
        context_=CONTEXT,
        type_="WebSite",
        name=site.name,
        description=site.subtitle,
        url=absolute(site, ""),
        inLanguage=site.language,
    )
