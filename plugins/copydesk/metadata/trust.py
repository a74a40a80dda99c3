"""The one table of trust: how far a clue is believed, by the fact it is offered for and where it was found.

The figures stand for shares: of the values an origin offers for a fact, how many are right. For headline, author and
date of publication `bench/trust.py` counts these shares on saved pages with gold and prints them; the figures follow
its order, not its digits: they were set by judgement from the counts, lower for origins that were seen rarely or that
differ between sets. No gold exists for the other facts (publisher, section, tag, address, language, licence, image, the
date of a change, agency) nor for bare text: their figures are judgement alone. Below `DOUBTFUL` a value is shown as
doubtful.
"""

from __future__ import annotations

from collections.abc import Mapping

from copydesk.metadata.origins import ORIGINS
from copydesk.model import FactName

__all__ = ["DOUBTFUL", "ORIGINS", "TRUST", "UNKNOWN", "confidence", "is_known"]

DOUBTFUL = 0.5
"""A fact under this confidence is shown as doubtful."""

UNKNOWN = 0.1
"""The confidence of an origin the table does not know. Tests hold every reader and rule to the table."""

TRUST: Mapping[FactName, Mapping[str, float]] = {
    "headline": {
        "override": 1.0,
        "h1": 0.86,
        "json-ld": 0.85,
        "microdata": 0.84,
        "itemprop": 0.84,
        "rdfa": 0.8,
        "open graph": 0.8,
        "twitter card": 0.75,
        "parsely": 0.75,
        "dublin core": 0.7,
        "meta": 0.7,
        "headline line": 0.8,
        "title element": 0.7,
        "breadcrumb line": 0.3,
        "breadcrumb": 0.3,
        "page header": 0.3,
    },
    "standfirst": {
        "override": 1.0,
        "standfirst line": 0.8,
        "standfirst class": 0.8,
        "json-ld": 0.7,
        "microdata": 0.7,
        "itemprop": 0.7,
        "rdfa": 0.7,
        "open graph": 0.65,
        "twitter card": 0.6,
        "parsely": 0.6,
        "meta": 0.6,
        "dublin core": 0.6,
    },
    "author": {
        "override": 1.0,
        "json-ld": 0.94,
        "parsely": 0.93,
        "open graph": 0.92,
        "meta": 0.9,
        "microdata": 0.89,
        "byline line": 0.88,
        "itemprop": 0.8,
        "rdfa": 0.85,
        "dublin core": 0.85,
        "rel author": 0.87,
        "byline class": 0.78,
        "twitter card": 0.6,
        "dateline": 0.5,
        "source line": 0.4,
        "copyright line": 0.3,
    },
    "agency": {
        "override": 1.0,
        "agency line": 0.85,
        "dateline": 0.8,
        "byline line": 0.8,
        "byline class": 0.8,
        "json-ld": 0.8,
        "microdata": 0.8,
        "itemprop": 0.8,
        "rdfa": 0.75,
        "rel author": 0.75,
        "parsely": 0.75,
        "meta": 0.7,
        "open graph": 0.7,
        "twitter card": 0.6,
        "dublin core": 0.7,
        "source line": 0.7,
        "copyright line": 0.5,
    },
    "publisher": {
        "override": 1.0,
        "publisher table": 0.98,
        "json-ld": 0.9,
        "open graph": 0.88,
        "site name": 0.88,
        "microdata": 0.85,
        "itemprop": 0.85,
        "rdfa": 0.8,
        "meta": 0.75,
        "dublin core": 0.75,
        "parsely": 0.75,
        "twitter card": 0.5,
        "title element": 0.55,
        "name line": 0.45,
        "copyright line": 0.4,
        "url": 0.4,
        "logo text": 0.4,
        "page header": 0.3,
    },
    "original_publisher": {
        "override": 1.0,
        "source line": 0.75,
        "rel canonical": 0.5,
        "json-ld": 0.5,
        "meta": 0.5,
    },
    "published": {
        "override": 1.0,
        "json-ld": 0.95,
        "microdata": 0.9,
        "itemprop": 0.9,
        "rdfa": 0.9,
        "open graph": 0.93,
        "parsely": 0.92,
        "meta": 0.88,
        "dublin core": 0.85,
        "time element": 0.75,
        "url": 0.85,
        "date class": 0.7,
        "beside headline": 0.83,
        "date line": 0.8,
        "byline line": 0.75,
        "dateline": 0.6,
        "only date": 0.6,
        "page header": 0.3,
        "image name": 0.15,
    },
    "updated": {
        "override": 1.0,
        "json-ld": 0.9,
        "microdata": 0.85,
        "itemprop": 0.85,
        "rdfa": 0.85,
        "open graph": 0.85,
        "parsely": 0.8,
        "meta": 0.7,
        "dublin core": 0.7,
        "time element": 0.7,
        "date class": 0.65,
        "beside headline": 0.78,
        "date line": 0.75,
        "byline line": 0.7,
    },
    "section": {
        "override": 1.0,
        "open graph": 0.85,
        "json-ld": 0.85,
        "parsely": 0.85,
        "microdata": 0.8,
        "itemprop": 0.8,
        "rdfa": 0.8,
        "meta": 0.75,
        "dublin core": 0.6,
        "breadcrumb": 0.75,
        "breadcrumb line": 0.7,
        "section class": 0.6,
        "url": 0.45,
    },
    "tag": {
        "override": 1.0,
        "rel tag": 0.8,
        "json-ld": 0.8,
        "open graph": 0.8,
        "microdata": 0.75,
        "itemprop": 0.75,
        "rdfa": 0.75,
        "parsely": 0.75,
        "meta": 0.7,
        "dublin core": 0.6,
        "tag class": 0.65,
        "tag line": 0.65,
    },
    "canonical_url": {
        "override": 1.0,
        "rel canonical": 0.97,
        "open graph": 0.93,
        "json-ld": 0.9,
        "microdata": 0.85,
        "itemprop": 0.85,
        "rdfa": 0.85,
        "parsely": 0.9,
        "twitter card": 0.8,
        "meta": 0.8,
        "dublin core": 0.7,
        "known url": 0.9,
        "saved from": 0.85,
        "source line": 0.5,
    },
    "language": {
        "override": 1.0,
        "detected": 0.95,
        "html lang": 0.9,
        "json-ld": 0.85,
        "microdata": 0.8,
        "itemprop": 0.8,
        "rdfa": 0.8,
        "content-language": 0.75,
        "og locale": 0.75,
        "open graph": 0.75,
        "meta": 0.7,
        "dublin core": 0.75,
        "publisher table": 0.7,
    },
    "licence": {
        "override": 1.0,
        "rel license": 0.95,
        "json-ld": 0.9,
        "microdata": 0.85,
        "itemprop": 0.85,
        "rdfa": 0.85,
        "dublin core": 0.8,
        "meta": 0.7,
        "licence text": 0.7,
        "copyright line": 0.6,
        "publisher table": 0.6,
    },
    "image": {
        "override": 1.0,
        "open graph": 0.85,
        "image og": 0.85,
        "json-ld": 0.8,
        "twitter card": 0.75,
        "microdata": 0.75,
        "itemprop": 0.75,
        "rdfa": 0.75,
        "parsely": 0.75,
        "meta": 0.7,
    },
}


def confidence(fact: FactName, origin: str) -> float:
    """How far a value for ``fact`` from ``origin`` is believed, 0 to 1; `UNKNOWN` where the table has no such pair."""
    return TRUST[fact].get(origin, UNKNOWN)


def is_known(origin: str) -> bool:
    """Whether the table knows an origin at all."""
    return origin in ORIGINS
