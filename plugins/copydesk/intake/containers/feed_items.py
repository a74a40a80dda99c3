"""The items of a feed as values of one type, whatever its format."""

from __future__ import annotations

import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from email.utils import parseaddr, parsedate
from html import escape, unescape
from typing import Any
from urllib.parse import urljoin

import feedparser

from copydesk.errors import HeldError
from copydesk.text import whole, words_of

_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:\S")
_LINK = re.compile(r"https?:|/", re.IGNORECASE)
"""How an address begins that is written as the id of an item: "pod-3" is none, though RSS takes every id for one."""
_LINE_ENDS = re.compile(r"[\r\n\x00]+")
_PARTED = re.compile(r"\n[^\S\n]*\n\s*")
"""What stands between two paragraphs of plain text."""
_TAG = re.compile(r"<[a-zA-Z/!][^<>]*>")
_NUMBERED = re.compile(r"&#(?:[0-9]{2,5}|x[0-9a-fA-F]{2,5});")
_ITEM, _ITEM_END = re.compile(r"<(?:[a-z]+:)?(?:item|entry)[\s>]"), re.compile(r"</(?:[a-z]+:)?(?:item|entry)\s*>")
_ROOT_END = re.compile(r"</(?:[A-Za-z]+:)?(?:rss|RDF|feed)\s*>")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY = re.compile(rf"^({'|'.join(DAYS)})[a-z]{{0,6}},?\s+(?=[0-9])", re.IGNORECASE)

WRAPPED_TWICE = (
    ("<![CDATA[<![CDATA[", "]]]]><![CDATA[>]]>", "<![CDATA[", "]]>"),
    (">&lt;![CDATA[", "]]&gt;</", ">", "</"),
)
"""How content begins and ends that is a CDATA section once it was read, and what each of these should have been. HTML
has no such sections and takes one for a comment: not a word would be left."""

SAME_START = 8
"""Words that a summary and the content begin with when the one is cut from the other, and so no standfirst."""

ADVICE = "Fetch it again; if it stays so, save the article's page as HTML"


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One item. ``id`` is unique beyond the feed; ``content`` HTML; dates to the letter; ``link`` an absolute address;
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
    is_cut: bool = False
    """Whether the file ends within it."""


def entries_of(text: str, seed: str) -> Iterator[FeedEntry]:
    """The items in the order of the feed. Raises HeldError for text that is no feed after all."""
    return _of_json(text, seed) if text.lstrip("\ufeff \t\r\n").startswith("{") else _of_xml(text, seed)


def address(link: str | None, home: str | None) -> str | None:
    """A link as an address of the web, a relative one on from the feed's own."""
    try:
        joined = urljoin(home or "", (link or "").strip())
    except ValueError:  # "http://[": no address at all
        return None
    return joined if link and joined.lower().startswith(("http://", "https://")) else None


def identity(given: str | None, link: str | None, feed: str | None, rest: str) -> str:
    """An id that is unique beyond the feed, on one line, as ledgers have it: the item's own where it is an address,
    else with the feed's; of an item without one its link, else a digest of its words."""
    of_feed = f"{feed or 'feed'} {given.strip()}" if given else link
    own = given if given and _URI.match(given) else of_feed
    if own:
        return _LINE_ENDS.sub(" ", own).strip()
    return hashlib.sha256(f"{feed}\n{rest}".encode("utf-8", "surrogatepass")).hexdigest()[:32]


# --- RSS and Atom -----------------------------------------------------------------------------------------------------


def _of_xml(text: str, seed: str) -> Iterator[FeedEntry]:
    """By feedparser, which mends what can be mended. It is given a stream, since it opens a string as a file."""
    parsed = _parsed(text)
    if not parsed.version and not parsed.entries:
        raise HeldError(seed, f"the feed cannot be read ({parsed.get('bozo_exception', 'no feed')})", ADVICE)
    everyone = _credited(parsed.feed) if parsed.version.startswith("atom") else ()
    end = whole_items(text)
    last = len(parsed.entries) if end == len(text) else len(_parsed(text[:end]).entries)
    for number, entry in enumerate(parsed.entries):
        yield replace(_of_entry(entry, parsed.feed, everyone), is_cut=number >= last)


def _parsed(text: str) -> Any:
    headers = {"content-type": "application/xml; charset=utf-8"}
    data = io.BytesIO(unwrapped(text).encode("utf-8", "replace"))
    return feedparser.parse(data, response_headers=headers, sanitize_html=False, resolve_relative_uris=True)


def whole_items(text: str) -> int:
    """Where the items of a feed in XML end that are whole: its end, but of a file that was not sent to its end, and
    breaks off within one, where that begins."""
    if _ROOT_END.search(text):
        return len(text)
    begun = max((found.start() for found in _ITEM.finditer(text)), default=len(text))
    return len(text) if any(found.start() > begun for found in _ITEM_END.finditer(text)) else begun


def unwrapped(text: str) -> str:
    """The feed with content that was wrapped twice wrapped once."""
    for begins, ends, begin, end in WRAPPED_TWICE:
        if begins in text and text.count(begins) == text.count(ends):
            text = text.replace(begins, begin).replace(ends, end)
    return text


def _of_entry(entry: Any, feed: Any, everyone: tuple[str, ...]) -> FeedEntry:
    """One item; ``everyone`` is credited for it where it has no author (RFC 4287, 4.2.1)."""
    content, summary = _contents(entry)
    title, source = entry.get("title_detail") or {}, entry.get("source") or {}
    link = entry.get("feedburner_origlink") or entry.get("link") or None
    published, updated = _dates(entry)
    return FeedEntry(
        id=identity(entry.get("id"), link, _name_of_feed(feed), f"{entry.get('title')}\n{content}"),
        content=content,
        title=_plain(title.get("value", ""), title.get("type", "text/plain")) or None,
        link=_address_of(entry, link, feed),
        authors=_credited(entry) or _credited(source) or everyone,
        tags=tuple(filter(None, (tag.get("label") or tag.get("term") for tag in entry.get("tags", ())))),
        publisher=source.get("title") or feed.get("title"),
        published=published,
        updated=updated,
        language=title.get("language") or feed.get("language"),
        licence=_licence(entry),
        image=next((media.get("url") for media in entry.get("media_content", ()) if _is_image(media)), None),
        standfirst=summary,
    )


def _name_of_feed(feed: Any) -> str | None:
    """What tells a feed from others: its id, its address or its title."""
    name: str | None = feed.get("id") or feed.get("link") or feed.get("title")
    return name


def _address_of(entry: Any, link: str | None, feed: Any) -> str | None:
    """Where the item leads. An id that is no address is none, though feedparser takes it for the link too."""
    is_id_alone = link == entry.get("id") and not _LINK.match(link or "")
    return None if is_id_alone else address(link, feed.get("link"))


def _dates(entry: Any) -> tuple[str | None, str | None]:
    """When the item was published and when it was changed; a change alone stands for the first."""
    published, updated = _date(entry, "published"), _date(entry, "updated")
    return (published, updated) if published else (updated, None)


def _licence(entry: Any) -> str | None:
    """The address of the item's licence, else what it says of its rights."""
    links = (link.get("href") for link in entry.get("links", ()) if link.get("rel") == "license")
    said: str | None = next(links, None) or entry.get("license") or entry.get("rights")
    return said


def _contents(entry: Any) -> tuple[str, str | None]:
    """The content as HTML, and the summary where it says something else."""
    summary = _html(entry.get("summary_detail") or {})
    found = max((_html(part) for part in entry.get("content", ())), key=len, default="")
    return (found, _standfirst(summary, found)) if found else (summary, None)


def _standfirst(summary: str, content: str) -> str | None:
    """A summary that is no beginning of the content."""
    said, told = words_of(_TAG.sub(" ", summary)), words_of(_TAG.sub(" ", content))
    return summary if said and said[:SAME_START] != told[: min(SAME_START, len(said))] else None


def _html(part: Mapping[str, Any]) -> str:
    """A text as HTML: plain text in its paragraphs, which what is said to be HTML and has no tag is often enough."""
    value = str(part.get("value") or "")
    if part.get("type") == "text/plain":
        return _paragraphs(value)
    if _TAG.search(value) or not _PARTED.search(value.strip()):
        return value
    return _paragraphs(unescape(value))


def _plain(value: str, media_type: str) -> str:
    """A title as text. Of one that was escaped once more than its format asks for ("don&amp;#8217;t") nobody meant the
    reference."""
    text = value if media_type == "text/plain" else unescape(_TAG.sub(" ", value))
    return unescape(text) if _NUMBERED.search(text) else text


def _credited(part: Any) -> tuple[str, ...]:
    """The authors of an item, of what it was taken from, or of a whole feed."""
    said = str(part.get("author") or "")
    return tuple(dict.fromkeys(filter(None, (_author(author, said) for author in part.get("authors", ())))))


def _author(author: Mapping[str, Any], said: str) -> str | None:
    """The name of an author. Of an address with a name, "ed@bay.online (Ann Lee)", feedparser takes four letters of the
    last part for the address and the rest for the name."""
    return parseaddr(said)[0] if author.get("email") and "@" in said else author.get("name")


def _is_image(media: Mapping[str, Any]) -> bool:
    return media.get("medium") == "image" or str(media.get("type", "")).startswith("image/")


def _date(entry: Any, name: str) -> str | None:
    """A date to the letter: what it means, with its zone and no more exactly than it says, is read with the others. But
    without a day of the week that is another day's: feeds made by hand have it, and the date is the more exact."""
    value = dict.get(entry, name)  # its own get() takes one date for the other
    if not isinstance(value, str):
        return None
    return (_WEEKDAY.sub("", value.strip()) if _names_another_day(value.strip()) else value.strip()) or None


def _names_another_day(text: str) -> bool:
    """Whether a date of RFC 822 begins with a day of the week that it is not: "Mon, 2 Sep 2025"."""
    named, read = _WEEKDAY.match(text), parsedate(text)
    if named is None or read is None:
        return False
    try:
        return date(*read[:3]).weekday() != DAYS.index(named[1].lower())
    except ValueError:
        return False


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
    base = _text(feed, "home_page_url") or _text(feed, "feed_url")
    home = _text(feed, "feed_url") or base or _text(feed, "title")
    given = item.get("id")
    return FeedEntry(
        id=identity(None if given is None else whole(str(given)), link, home, f"{item.get('title')}\n{content}"),
        content=content,
        title=_text(item, "title"),
        link=address(link, base),
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
    return "".join(f"<p>{escape(part, quote=False)}</p>\n" for part in _PARTED.split(text) if part.strip())


def _text(part: Mapping[str, Any], name: str) -> str | None:
    value = part.get(name)
    return whole(value) if isinstance(value, str) and value.strip() else None


def _listed(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
