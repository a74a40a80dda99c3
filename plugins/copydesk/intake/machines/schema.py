"""What schema.org's words mean to us, however the page writes them down (JSON-LD, microdata, RDFa)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from copydesk.model import FactName

PROPERTIES: Final[Mapping[str, FactName]] = {
    "headline": "headline",
    "description": "standfirst",
    "datePublished": "published",
    "dateModified": "updated",
    "articleSection": "section",
    "keywords": "tag",
    "inLanguage": "language",
    "license": "licence",
    "url": "canonical_url",
    "mainEntityOfPage": "canonical_url",
    "image": "image",
    "thumbnailUrl": "image",
}
"""Properties of an article whose value is a plain text or an address."""

ADDRESSES: Final = frozenset(("canonical_url", "image"))
_ARTICLES: Final = frozenset("Report Review CreativeWork Recipe HowTo MediaReview ClaimReview Blog".split())
_ORGANISATIONS: Final = ("Organization", "Organisation", "Corporation", "Company", "Website", "WebSite", "Brand")


def is_article(types: Iterable[str]) -> bool:
    """Whether one of the types is that of a piece of writing: "NewsArticle", "BlogPosting", "Report"."""
    return any(each.endswith(("Article", "Posting")) or each in _ARTICLES for each in types)


def is_organisation(types: Iterable[str]) -> bool:
    """Whether one of the types is that of a company or an institution: "NewsMediaOrganization"."""
    return any(each.endswith(_ORGANISATIONS) for each in types)
