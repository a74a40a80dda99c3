"""Where a fact was found, in words for readers: what the pages say for the names of the table of trust."""

from __future__ import annotations

from collections.abc import Mapping

ORIGIN_WORDS: Mapping[str, str] = {
    "agency line": "the line that names the agency",
    "breadcrumb": "the page’s breadcrumb",
    "breadcrumb line": "the page’s breadcrumb",
    "byline class": "the byline",
    "byline line": "the byline",
    "content-language": "what the page declares as its language",
    "copyright line": "the copyright line",
    "date class": "the date beside the story",
    "date line": "the date beside the story",
    "dateline": "the place and date that open the story",
    "detected": "the words of the story",
    "dublin core": "the page’s metadata (Dublin Core)",
    "first seen": "the day the file was first seen",
    "h1": "the page’s main heading",
    "headline line": "the heading above the story",
    "html lang": "what the page declares as its language",
    "image name": "the name of a picture",
    "image og": "the page’s metadata (Open Graph)",
    "itemprop": "the page’s markup",
    "json-ld": "the page’s structured data",
    "known url": "the address of the page",
    "licence text": "what the page says of its licence",
    "logo text": "the words of the logo",
    "meta": "the page’s metadata",
    "microdata": "the page’s markup",
    "og locale": "the page’s metadata (Open Graph)",
    "open graph": "the page’s metadata (Open Graph)",
    "override": "the curator",
    "page header": "the head of the page, not the story",
    "parsely": "the page’s metadata (Parse.ly)",
    "publisher table": "this site’s list of publishers",
    "rdfa": "the page’s markup",
    "rel author": "the link to the author",
    "rel canonical": "the address the page gives as its own",
    "rel license": "the link to the licence",
    "rel tag": "the links to the tags",
    "saved from": "the note a browser left on saving the page",
    "section class": "the section beside the story",
    "site name": "the name the page gives its site",
    "source line": "the line that names the source",
    "standfirst class": "the line under the headline",
    "standfirst line": "the line under the headline",
    "tag class": "the tags beside the story",
    "tag line": "the tags beside the story",
    "time element": "a date in the page’s text",
    "title element": "the page’s title",
    "twitter card": "the page’s metadata (Twitter card)",
    "url": "the address of the page",
}
"""Name → words that stand after "from" and alone."""

FACT_WORDS: Mapping[str, str] = {
    "title": "headline",
    "lang": "language",
    "source_url": "address of the original",
    "publisher_key": "publisher’s entry",
    "original_publisher": "first publisher",
}
"""What the pages call a key of front matter whose name is not a word for readers."""


def origin_words(origin: str) -> str:
    """The words for an origin; a name the table does not know as it is."""
    return ORIGIN_WORDS.get(origin, origin)


def fact_words(key: str) -> str:
    """The words for a key of front matter."""
    return FACT_WORDS.get(key, key.replace("_", " "))
