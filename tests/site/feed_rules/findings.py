"""How the rules of the validator find what is wrong in a feed: each yields what should not be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from email.utils import parsedate_to_datetime
from html.entities import html5
from typing import Any
from urllib.parse import urlsplit

import html5lib
from feed_stand import ATOM, CONTENT, DC, HISTORY, LANG, LICENCES, MEDIA, TOMBSTONES
from lxml import etree
from test_messages import KNOWN_RELATIONS
from test_rules_atom import ENTRY_ONCE, FEED_ONCE
from test_rules_rss import CHANNEL_ELEMENTS, CHANNEL_ONCE, ITEM_ELEMENTS, ITEM_ONCE
from test_rules_validator import HARMLESS_ATTRIBUTES, HARMLESS_ELEMENTS, reads_as_html
from validator import Feed

PREFIXES = {
    ATOM: {None, "atom"},
    DC: {"dc"},
    MEDIA: {"media"},
    HISTORY: {"fh"},
    TOMBSTONES: {"at"},
    LICENCES: {"creativeCommons"},
    "{http://purl.org/rss/1.0/modules/content/}": {"content"},
    "{http://www.w3.org/XML/1998/namespace}": {"xml"},
}
"""The namespaces the validator knows that we write, each under the prefix it expects."""

URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[A-Za-z0-9;/?:@&=+$,._!~*'()%\[\]#-]+")
MEDIA_TYPE = re.compile(r"[a-z]+/[a-z0-9.+-]+")
TAG = re.compile(r"[a-zA-Z]{2,3}(-[A-Za-z0-9]{1,8})*")
AUTHOR = f"{ATOM}author/{ATOM}name"
HOST = re.compile(r"[A-Za-z0-9.-]+|[0-9a-fA-F:.]+")
DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
ID = re.compile(r"urn:[a-z0-9-]+:.+|https?://.+")


def wrong(texts: Iterable[str], pattern: re.Pattern[str]) -> Iterator[str]:
    """The texts that are not as the pattern."""
    return (text for text in texts if not pattern.fullmatch(text))


def repeated(values: list[Any]) -> Iterator[object]:
    """What is there more than once."""
    return (value for value, count in Counter(values).items() if count > 1)


def named(*names: str) -> tuple[str, ...]:
    """Names of elements of Atom."""
    return tuple(f"{ATOM}{name}" for name in names)


def more_than_once(feed: Feed) -> Iterator[str]:
    head, item = (CHANNEL_ONCE, ITEM_ONCE) if feed.is_rss else (named(*FEED_ONCE), named(*ENTRY_ONCE))
    for parent, once in ((feed.head, head), *((each, item) for each in feed.items)):
        yield from (name for name in once if len(parent.findall(name)) > 1)


def missing(feed: Feed) -> Iterator[str]:
    head = ("title", "link", "description") if feed.is_rss else (*named("id", "title", "updated"), AUTHOR)
    item = ("title", "link", "guid", "pubDate") if feed.is_rss else named("id", "title", "updated")
    for parent, names in ((feed.head, head), *((each, item) for each in feed.items)):
        yield from (name for name in names if not (parent.findtext(name) or "").strip())


def unknown_elements(feed: Feed) -> Iterator[str]:
    for parent, known in ((feed.head, CHANNEL_ELEMENTS), *((each, ITEM_ELEMENTS) for each in feed.items)):
        yield from (
            child.tag
            for child in parent
            if isinstance(child.tag, str) and "{" not in child.tag and child.tag not in known
        )


def namespaces(feed: Feed) -> Iterator[object]:
    for element in feed.root.iter(etree.Element):
        for prefix, namespace in element.nsmap.items():
            if prefix not in PREFIXES.get(f"{{{namespace}}}", ()):
                yield prefix, namespace
        if feed.is_rss and element.tag.startswith(ATOM) and element.prefix is None:
            yield element.tag


def self_links(feed: Feed) -> Iterator[object]:
    links = feed.links(feed.head, "self")
    if [link.get("href") for link in links] != [feed.address]:
        yield [link.get("href") for link in links]


def addresses(feed: Feed) -> Iterator[str]:
    named = [each.get(name) for each in feed.root.iter() for name in ("href", "url", "scheme", "domain")]
    said = feed.texts("link", f"{ATOM}id", f"{LICENCES}license")
    return wrong([text for text in (*named, *said) if text is not None], URI)


def hosts(feed: Feed) -> Iterator[str]:
    for each in feed.root.iter(f"{ATOM}link", "enclosure", f"{MEDIA}content"):
        parts = urlsplit(each.get("href") or each.get("url") or "")
        if parts.scheme in ("http", "https") and not re.fullmatch(
            r"[A-Za-z0-9.-]+|[0-9a-fA-F:.]+", parts.hostname or ""
        ):
            yield parts.geturl()


def relative(feed: Feed) -> Iterator[str]:
    for text in feed.html:
        found = re.findall(r'\s(?:href|src)="([^"]*)"', text)
        yield from (
            address
            for address in found
            if not re.match(
                r"(https?|mailto|tel|ftp|xmpp|sms|geo|magnet|irc|sip|news|webcal|ircs|sftp|matrix):", address
            )
        )


def html_faults(feed: Feed) -> Iterator[object]:
    for text in feed.html:
        try:
            html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parseFragment(text)
        except html5lib.html5parser.ParseError as error:
            yield error, text[:80]


def dangers(feed: Feed) -> Iterator[object]:
    for text in feed.html:
        for element in html5lib.parseFragment(text, namespaceHTMLElements=False).iter():
            if element.tag not in {"DOCUMENT_FRAGMENT", *HARMLESS_ELEMENTS}:
                yield element.tag
            yield from set(element.attrib) - HARMLESS_ATTRIBUTES


def entities(feed: Feed) -> Iterator[str]:
    for text in feed.html:
        yield from (name for name in re.findall(r"&([A-Za-z][A-Za-z0-9]*);", text) if f"{name};" not in html5)


def plain_texts(feed: Feed) -> list[str]:
    names = ("category", "source", f"{DC}creator", f"{DC}rights", f"{MEDIA}description", "title")
    atoms = feed.root.iter(*named("title", "subtitle", "summary", "rights", "name"))
    labels = [each.get(name) or "" for each in feed.root.iter() for name in ("label", "title")]
    return feed.texts(*names) + labels + [text.text or "" for text in atoms if text.get("type", "text") == "text"]


def moments(feed: Feed) -> list[str]:
    when = [stone.get("when") for stone in feed.root.iter(f"{TOMBSTONES}deleted-entry")]
    return feed.texts(f"{ATOM}updated", f"{ATOM}published") + when


def weekdays(feed: Feed) -> Iterator[str]:
    for text in feed.texts("pubDate", "lastBuildDate"):
        if not text.startswith(DAYS[parsedate_to_datetime(text).weekday()]):
            yield text


def textless(feed: Feed) -> Iterator[str]:
    for entry in feed.items:
        content = entry.find(f"{ATOM}content")
        if content is None and not feed.links(entry, "alternate"):
            yield etree.tostring(entry)[:80].decode()
        if content is not None and (content.get("src") or not (content.text or "").strip()):
            yield str(content.attrib)


def sourceless(feed: Feed) -> Iterator[str]:
    for source in feed.root.iter(f"{ATOM}source"):
        yield from (name for name in ("id", "title", "updated") if not source.findtext(f"{ATOM}{name}"))
    yield from ("url" for source in feed.root.iter("source") if feed.is_rss and not source.get("url"))


def order(feed: Feed) -> Iterator[str]:
    names = [child.tag for child in feed.head if isinstance(child.tag, str)]
    item = "item" if feed.is_rss else f"{ATOM}entry"
    first = names.index(item) if item in names else len(names)
    yield from (name for name in names[first:] if name != item)
    for each in feed.items:
        tags = [child.tag for child in each]
        if CONTENT in tags and "description" not in tags[: tags.index(CONTENT)]:
            yield CONTENT


def archived(feed: Feed) -> Iterator[str]:
    is_archive = feed.head.find(f"{HISTORY}archive") is not None
    if is_archive and len(feed.links(feed.head, "current")) != 1:
        yield "current"
    if is_archive and not feed.links(feed.head, "prev-archive", "next-archive"):
        yield "an archive that leads to no other"
    for item in feed.items:
        yield from (link.get("rel") for link in feed.links(item, "current", "prev-archive", "next-archive"))


def enclosures(feed: Feed) -> Iterator[object]:
    for item in feed.items:
        found = item.findall("enclosure") if feed.is_rss else feed.links(item, "enclosure")
        if len(found) > 1:
            yield "two"
        yield from (each.attrib for each in found if not re.fullmatch("[0-9]+", each.get("length") or ""))


def alternates(feed: Feed) -> Iterator[object]:
    for element in (feed.root, *feed.items):
        yield from repeated([(link.get("type"), link.get("hreflang")) for link in feed.links(element, "alternate")])


def media_types(feed: Feed) -> Iterator[str]:
    texts = [each.get("type") for each in feed.root.iter(f"{ATOM}link", "enclosure", f"{MEDIA}content")]
    return wrong([text for text in texts if text is not None], MEDIA_TYPE)


def languages(feed: Feed) -> Iterator[str]:
    said = feed.texts("language", f"{DC}language") + [each.get(LANG) for each in feed.root.iter() if each.get(LANG)]
    return wrong(said, TAG)


def other_versions(feed: Feed) -> Iterator[object]:
    return (version for version in (feed.root.get("version"),) if version != "2.0" or len(feed.root) != 1)


def odd_zones(feed: Feed) -> Iterator[str]:
    return (date for date in feed.texts("pubDate", "lastBuildDate") if date[-2:] not in ("00", "30"))


def guids_again(feed: Feed) -> Iterator[object]:
    return repeated([(item.findtext("guid") or "").strip() for item in feed.items])


def permalinks(feed: Feed) -> Iterator[str]:
    return (each.text for each in feed.root.iter("guid") if each.get("isPermaLink") != "false")


def said_twice(feed: Feed) -> Iterator[str]:
    for item in feed.items:
        yield from (name for name in (f"{DC}date", f"{DC}title", "author") if item.find(name) is not None)


def foreign_attributes(feed: Feed) -> Iterator[str]:
    for element in feed.root.iter(etree.Element):
        yield from (name for name in element.attrib if "{" in name and "{" not in element.tag)


def updated_again(feed: Feed) -> Iterator[object]:
    return repeated([entry.findtext(f"{ATOM}updated") for entry in feed.items])


def ids_again(feed: Feed) -> Iterator[object]:
    return repeated([entry.findtext(f"{ATOM}id") for entry in feed.items])


def odd_ids(feed: Feed) -> Iterator[str]:
    return wrong([each.findtext(f"{ATOM}id") for each in (feed.root, *feed.items)], ID)


def odd_types(feed: Feed) -> Iterator[str]:
    texts = feed.root.iter(*named("title", "summary", "content", "rights", "subtitle"))
    return (each.get("type") for each in texts if each.get("type", "text") not in ("text", "html"))


def leading_nowhere(feed: Feed) -> Iterator[object]:
    for link in feed.root.iter(f"{ATOM}link"):
        is_empty = (link.text or "").strip() or not all(value.strip() for value in link.attrib.values())
        if is_empty or link.get("href", "#").startswith("#"):
            yield link.attrib


def unknown_relations(feed: Feed) -> Iterator[str]:
    found = (link.get("rel", "alternate") for link in feed.root.iter(f"{ATOM}link"))
    return (relation for relation in found if relation not in KNOWN_RELATIONS)


def readable_as_html(feed: Feed) -> Iterator[str]:
    return (text for text in plain_texts(feed) if reads_as_html(text))


def addressed_people(feed: Feed) -> Iterator[str]:
    names = feed.texts(f"{ATOM}name", f"{DC}creator")
    return (name for name in names if re.search(r"<[\w.+'-]+@|</\w", name))


def wounds(feed: Feed) -> Iterator[str]:
    return iter(re.findall("[\x7f-\x9f\ufdd0-\ufdef\ufffd-\uffff]", feed.data.decode()))


def spaced(feed: Feed) -> Iterator[str]:
    names = ("link", "guid", "pubDate", "language", *named("id", "updated", "published"))
    return (text for text in feed.texts(*names) if text != text.strip())
