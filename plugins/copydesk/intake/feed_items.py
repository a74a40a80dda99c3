"""The items of a feed as values of one type, whatever its format."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

import feedparser

from copydesk.errors import HeldError
from copydesk.text import words

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")

SAME_START = 8
"""Words that a summary and the content begin with when the one is cut from the other, and so no standfirst."""

ADVICE = "Fetch it again; if it stays so, save the article's page as HTML"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One item. ``id`` is unique beyond the feed; ``content`` HTML; dates as the feed has them, in a form of ISO 8601;
    what is not said is ``None`` or empty."""

    id: str
    content: str
    title: str | None = None
    link: str | None = None
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    publisher: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    licence: str | None = None
    image: str | None = None
    standfirst: str | None = None


def entries_of(text: str, seed: str) -> Iterator[FeedEntry]:
    """The items in the order of the feed. Raises HeldError for text that is no feed after all."""
    return _of_json(text, seed) if text.lstrip("\ufeff \t\r\n").startswith("{") else _of_xml(text, seed)


def identity(given: str | None, link: str | None, feed: str | None, rest: str) -> str:
    """An id that is unique beyond the feed: the item's own where it is an address, else with the feed's; of an item
    without one its link, else a digest of its words."""
    if given and _URI.match(given):
        return given.strip()
    if given:
        return f"{feed or 'feed'} {given.strip()}"
    return link or hashlib.sha256(f"{feed}\n{rest}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


# --- RSS and Atom -----------------------------------------------------------------------------------------------------


def _of_xml(text: str, seed: str) -> Iterator[FeedEntry]:
    """By feedparser, which mends what can be mended. It is given a stream, since it opens a string as a file."""
    headers = {"content-type": "application/xml; charset=utf-8"}
    data = io.BytesIO(text.encode("utf-8", "replace"))
    parsed = feedparser.parse(data, response_headers=headers, sanitize_html=False, resolve_relative_uris=True)
    if not parsed.version and not parsed.entries:
        raise HeldError(seed, f"the feed cannot be read ({parsed.get('bozo_exception', 'no feed')})", ADVICE)
    for entry in parsed.entries:
        yield _of_entry(entry, parsed.feed)


def _of_entry(entry: Any, feed: Any) -> FeedEntry:
    content, summary = _contents(entry)
    title = entry.get("title_detail") or {}
    source = entry.get("source") or {}
    home = feed.get("id") or feed.get("link")
    link = entry.get("link") or None
    return FeedEntry(
        id=identity(entry.get("id"), link, home, f"{entry.get('title')}\n{content}"),
        content=content,
        title=_plain(title.get("value", ""), title.get("type", "text/plain")) or None,
        link=link,
        authors=tuple(dict.fromkeys(filter(None, map(_name, entry.get("authors", ()))))),
        tags=tuple(filter(None, (tag.get("label") or tag.get("term") for tag in entry.get("tags", ())))),
        publisher=source.get("title") or feed.get("title"),
        published=_moment(entry, "published") or _moment(entry, "updated"),
        updated=_moment(entry, "updated") if _moment(entry, "published") else None,
        language=title.get("language") or feed.get("language"),
        licence=next((link.get("href") for link in entry.get("links", ()) if link.get("rel") == "license"), None)
        or entry.get("license")
        or entry.get("rights"),
        image=next((media.get("url") for media in entry.get("media_content", ()) if _is_image(media)), None),
        standfirst=summary,
    )


def _contents(entry: Any) -> tuple[str, str | None]:
    """The content as HTML, and the summary where it says something else."""
    summary = _html(entry.get("summary_detail") or {})
    found = max((_html(part) for part in entry.get("content", ())), key=len, default="")
    return (found, _standfirst(summary, found)) if found else (summary, None)


def _standfirst(summary: str, content: str) -> str | None:
    """A summary that is no beginning of the content."""
    said, told = words(_TAG.sub(" ", summary)), words(_TAG.sub(" ", content))
    return summary if said and said[:SAME_START] != told[: min(SAME_START, len(said))] else None


def _html(part: Mapping[str, Any]) -> str:
    value = str(part.get("value") or "")
    return f"<p>{escape(value, quote=False)}</p>" if value and part.get("type") == "text/plain" else value


def _plain(value: str, media_type: str) -> str:
    return value if media_type == "text/plain" else unescape(_TAG.sub(" ", value))


def _name(author: Mapping[str, Any]) -> str | None:
    return author.get("name") or None


def _is_image(media: Mapping[str, Any]) -> bool:
    return media.get("medium") == "image" or str(media.get("type", "")).startswith("image/")


def _moment(entry: Any, name: str) -> str | None:
    """A date in UTC, where feedparser could read it."""
    parsed = dict.get(entry, f"{name}_parsed")  # its own get() takes one date for the other
    if parsed is None or not 1 <= parsed.tm_year <= 9999:
        return None
    day, clock = parsed[:3], parsed[3:6]
    return "{:04}-{:02}-{:02}".format(*day) + "T{:02}:{:02}:{:02}+00:00".format(*clock)


# --- JSON Feed --------------------------------------------------------------------------------------------------------


def _of_json(text: str, seed: str) -> Iterator[FeedEntry]:
    """By the JSON Feed specification, 1.0 and 1.1 (https://www.jsonfeed.org/version/1.1/)."""
    try:
        feed = json.loads(text)
        items = [item for item in feed["items"] if isinstance(item, dict)]
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise HeldError(seed, f"the JSON feed cannot be read ({error})", ADVICE) from None
    for item in items:
        yield _of_item(item, feed)


def _of_item(item: Mapping[str, Any], feed: Mapping[str, Any]) -> FeedEntry:
    content = _text(item, "content_html") or _paragraphs(_text(item, "content_text") or "")
    link = _text(item, "external_url") or _text(item, "url")
    home = _text(feed, "feed_url") or _text(feed, "home_page_url")
    given = item.get("id")
    return FeedEntry(
        id=identity(None if given is None else str(given), link, home, f"{item.get('title')}\n{content}"),
        content=content,
        title=_text(item, "title"),
        link=link,
        authors=_names(item) or _names(feed),
        tags=tuple(tag for tag in _listed(item.get("tags")) if isinstance(tag, str)),
        publisher=_text(feed, "title"),
        published=_text(item, "date_published"),
        updated=_text(item, "date_modified"),
        language=_text(item, "language") or _text(feed, "language"),
        image=_text(item, "image"),
        standfirst=_standfirst(_text(item, "summary") or "", content),
    )


def _names(part: Mapping[str, Any]) -> tuple[str, ...]:
    """The authors, of version 1.1 or of 1.0."""
    authors = [author for author in (*_listed(part.get("authors")), part.get("author")) if isinstance(author, dict)]
    return tuple(dict.fromkeys(name for author in authors if (name := _text(author, "name"))))


def _paragraphs(text: str) -> str:
    return "".join(f"<p>{escape(part, quote=False)}</p>\n" for part in re.split(r"\n\s*\n", text) if part.strip())


def _text(part: Mapping[str, Any], name: str) -> str | None:
    value = part.get(name)
    return value if isinstance(value, str) and value.strip() else None


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
