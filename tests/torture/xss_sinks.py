"""Raw files and stories that carry a vector in every place where a stranger, or a contributor, can put words."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from html import escape
from pathlib import Path
from xml.sax.saxutils import escape as xml_escape
from xml.sax.saxutils import quoteattr

WORDS = (
    "harbor ferry tide quay mason lantern council market bridge ledger orchard tram library signal gull winter "
    "engine timber captain festival baker valley clock museum garden station letter island cable choir"
).split()
VERBS = "opens closes repairs counts paints moves studies measures finds follows".split()

GUIDS = "urn:uuid:{:08x}-7777-5777-8777-777777777777"

NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
CREDITED = 'agency = "Meridian Wire"\npublish = true\n'
"""What the curator says of every seed, so that none is held for want of somebody to credit."""

FEED_ITEMS = 10
"""Items of a feed put into ``seeds/``."""

KNOWN = 8
"""One vector in so many is a publisher of ``sources.toml`` too; its story by hand has a picture, and has moved."""

MOVED = "old"
"""The folder of addresses that stories had."""

PICTURE = "GIF89a\1\0\1\0\0\0\0,\0\0\0\0\1\0\1\0\0\2\2D\1\0;"
"""One pixel, in bytes that are ASCII."""


@dataclass(frozen=True)
class Vector:
    """A vector with its number, by which its documents are found again; and those beside it, which come in with it in
    the text of its raw file."""

    number: int
    text: str
    beside: tuple[str, ...] = ()

    @property
    def word(self) -> str:
        """A word that stands in its documents alone."""
        return f"zq{self.number:05d}x"


def numbered(texts: tuple[str, ...]) -> tuple[Vector, ...]:
    """The vectors with their numbers. Each has the others of its group of as many as there are kinds of raw file: so
    where one kind carries one vector in its facts, its text carries every vector of the group, and each vector stands
    in the text of every kind."""
    size = len(ROUTES) + 1
    groups = (texts[place - place % size : place - place % size + size] for place in range(len(texts)))
    return tuple(
        Vector(number, text, tuple(each for each in group if each != text))
        for number, (text, group) in enumerate(zip(texts, groups, strict=True))
    )


def prose(vector: Vector, route: str, paragraphs: int = 4) -> tuple[str, ...]:
    """Paragraphs of invented news that no two documents share, so that none counts as a copy of another."""
    chosen = random.Random(f"{vector.number} {route}")

    def sentence() -> str:
        first, second, third = chosen.sample(WORDS, 3)
        return f"The {first} of {second} {chosen.choice(VERBS)} the {third} before the {chosen.choice(WORDS)}."

    return tuple(" ".join(sentence() for _ in range(4)) for _ in range(paragraphs))


def told(vector: Vector) -> str:
    """The vector in every place of a Markdown or text body."""
    said, line = vector.text, " ".join(vector.text.split())
    return "\n\n".join(
        (
            f"The word is {vector.word}.",
            said,
            f"Before {line} and after.",
            f"- {line}\n- *{line}*",
            f"> {line}",
            f"## {line}",
            f'[x]({line}) [y](<{line}>) ![{line}]({line} "{line}") <{line}>',
            f"[{vector.word}]: {line}\n\n[{vector.word}]",
            f"| {line} | b |\n| --- | :-: |\n| [z]({line}) | {line} |",
            f"```{line}\n{said}\n```",
            f"    {line}",
            f'{{.caption image="{line}"}}\n{line}',
        )
    )


def text_seed(vector: Vector, route: str = "text") -> str:
    """A page as select-all-and-copy leaves it, the vector as headline, standfirst, byline, caption, tag, and in the
    text."""
    line = " ".join(vector.text.split())
    first, *others = prose(vector, route)
    return "\n\n".join(
        (
            "Port Alder Courier",
            f"Home > {line}",
            f"The quay of {vector.word} {line}",
            line,
            f"By Ann {line}",
            "10 August 2025, 14:05",
            first,
            vector.text,
            *vector.beside,
            f"Photo: {line}",
            f"Before {line} and after.",
            *others,
            f"Tags: {line}, ports",
            f"Source: {line}",
        )
    )


def overrides(vector: Vector) -> str:
    """The curator's corrections, each with the vector. JSON strings are TOML's, but for DEL."""
    line = json.dumps(" ".join(vector.text.split())).replace("\x7f", "\\u007f")
    facts = ("headline", "standfirst", "authors", "publisher", "section", "tags", "licence", "agency")
    return "".join(f"{fact} = {line}\n" for fact in facts) + "publish = true\n"


def page_seed(vector: Vector) -> str:
    """A saved page that says the vector wherever a page can say a fact, and holds it as markup and as text."""
    said, value = vector.text, escape(" ".join(vector.text.split()))
    first, *others = (f"<p>{paragraph}</p>" for paragraph in prose(vector, "page"))
    linked = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": f"{said} {vector.word}",
        "description": said,
        "author": [{"@type": "Person", "name": said, "url": said}],
        "publisher": {"@type": "Organization", "name": said, "url": said, "logo": said},
        "articleSection": said,
        "keywords": [said, "ports"],
        "url": said,
        "image": said,
        "inLanguage": said,
        "license": said,
        "datePublished": "2025-08-10T14:05:00+02:00",
    }
    named = ("author", "description", "keywords", "copyright", "news_keywords", "dc.title", "twitter:title")
    stated = ("og:title", "og:site_name", "og:description", "og:url", "og:image", "article:tag", "article:section")
    return "\n".join(
        (
            f'<!doctype html><html lang="{value}"><head><meta charset="utf-8"><title>{value}</title>',
            *(f'<meta name="{name}" content="{value}">' for name in named),
            *(f'<meta property="{name}" content="{value}">' for name in stated),
            f'<link rel="canonical" href="{value}"><link rel="license" href="{value}">',
            f"<script type='application/ld+json'>{json.dumps(linked).replace('<', chr(92) + 'u003c')}</script></head>",
            f'<body><nav><a href="{value}">{value}</a></nav><main><article class="{value}"><h1>{value}</h1>',
            f'<p class="standfirst">{value}</p><p class="byline" rel="author">By <a href="{value}">{value}</a></p>',
            f'<time datetime="2025-08-10">{value}</time>{first}',
            f'<figure><img src="{value}" alt="{value}" title="{value}"><figcaption>{value}</figcaption></figure>',
            f'<p>Before <a href="{value}" title="{value}">the {vector.word}</a> and {value} after it.</p>',
            f"<ul><li>{value}</li></ul><blockquote><p>{value}</p></blockquote><pre>{value}</pre>",
            f"<table><tr><th>{value}</th></tr><tr><td>{value}</td></tr></table>",
            *others,
            *(f"<p>{escape(each)}</p>" for each in vector.beside),
            f"<p>The markup itself stands here: {' '.join((said, *vector.beside))}</p></article></main></body></html>",
        )
    )


def feed_seed(vectors: tuple[Vector, ...], kind: str) -> str:
    """A feed of others, one vector an item."""
    if kind == "json":
        listed = [json_item(vector) for vector in vectors]
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": "The Harbor Ledger", "items": listed}
        return json.dumps(feed)
    items = "".join(map(rss_item if kind == "rss" else atom_entry, vectors))
    if kind == "rss":
        used = 'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        return f'<?xml version="1.0"?><rss version="2.0" {used}><channel><title>Ledger</title>{items}</channel></rss>'
    return f'<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Ledger</title>{items}</feed>'


def markup(vector: Vector) -> str:
    """The HTML of a feed's item."""
    first, *others = (f"<p>{paragraph}</p>" for paragraph in prose(vector, "feed"))
    all_of_them = "".join(f"<p>{escape(each)}</p>{each}" for each in (vector.text, *vector.beside))
    return f"{first}<p>{vector.text}</p>{''.join(others)}<p>{all_of_them}</p>"


def rss_item(vector: Vector) -> str:
    """An item of RSS."""
    said, html = plain(vector.text), plain(markup(vector))
    return (
        f"<item><title>{said} {vector.word}</title><link>{said}</link><guid>item-{vector.number}</guid>"
        f"<description>{said}</description><dc:creator>{said}</dc:creator><category>{said}</category>"
        f"<content:encoded>{html}</content:encoded><pubDate>Sun, 10 Aug 2025 14:05:00 GMT</pubDate></item>"
    )


def atom_entry(vector: Vector) -> str:
    """An entry of Atom."""
    said, address = plain(vector.text), quoteattr(NOT_IN_XML.sub("", vector.text))
    return (
        f'<entry><title type="html">{said} {vector.word}</title><id>urn:x:{vector.number}</id><link href={address}/>'
        f'<updated>2025-08-10T14:05:00Z</updated><author><name>{said}</name></author><summary type="html">{said}'
        f'</summary><category term={address}/><content type="html">{plain(markup(vector))}</content></entry>'
    )


def json_item(vector: Vector) -> dict[str, object]:
    """An item of JSON Feed."""
    said = vector.text
    return {
        "id": f"item-{vector.number}",
        "url": said,
        "title": f"{said} {vector.word}",
        "content_html": markup(vector),
        "summary": said,
        "authors": [{"name": said, "url": said}],
        "tags": [said],
        "image": said,
        "date_published": "2025-08-10T14:05:00Z",
    }


def plain(text: str) -> str:
    """Text as it may stand in XML."""
    return xml_escape(NOT_IN_XML.sub("", text))


def letter_seed(vector: Vector) -> str:
    """A saved mail whose header says the vector in every field that is read, and whose page holds it."""
    line = " ".join(vector.text.split())
    fields = {
        "From": f"Ann {line} from {line} <ann@ledger.example>",
        "To": "all@ledger.example",
        "Subject": f"{line} {vector.word}",
        "Date": "Sun, 10 Aug 2025 14:05:00 +0200",
        "Archived-At": f"<{line}>",
        "Content-Language": line,
        "MIME-Version": "1.0",
        "Content-Type": "text/html; charset=utf-8",
    }
    header = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return f"{header}\n<html><body>{markup(vector)}</body></html>\n"


def hand_story(vector: Vector) -> str:
    """A story file written by hand, or by a contributor: every key says the vector."""
    said = vector.text
    keys: Mapping[str, object] = {
        "title": f"{said} {vector.word}",
        "standfirst": said,
        **dict.fromkeys(("agency", "publisher", "original_publisher", "section", "lang"), said),
        **dict.fromkeys(("source_url", "licence", "image", "archived", "image_alt", "seed"), said),
        "authors": [said, "Ann Lee"],
        "tags": [said, "ports"],
        "date": "2025-08-10",
        "guid": GUIDS.format(vector.number),
        "origins": {"title": [said, 0.9], "date": [said, 0.3]},
        "cleaning": {"format": said, "kept": 3, "cut": {said or "x": 2}},
        "review": [said],
        "note": f"{said}\n\n[x]({said})",
        "corrections": [{"date": "2025-08-11", "text": said}, said],
        "via": {"name": said, "url": said},
        **({"publisher_key": f"known-{vector.number}"} if vector.number % KNOWN == 0 else {}),
        "policy": ("full", "excerpt", "link")[vector.number % 3] if vector.number % 5 == 0 else "full",
        **({"withdrawn": {"text": said}} if vector.number % 11 == 0 else {}),
    }
    front = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in keys.items())
    body = "\n\n".join((prose(vector, "hand")[0], told(vector), prose(vector, "hand")[1]))
    return f"---\n{front}---\n\n{body}\n"


def file_name(vector: Vector, route: str) -> str:
    """The vector as the name of a file, where it can be one; its number behind it keeps names apart."""
    fits = vector.text.isprintable() and not set("/\\") & set(vector.text) and len(vector.text.encode()) < 200
    return f"{vector.text.lstrip('.')}{route}{vector.number}" if fits else f"{route}{vector.number}"


def edition(vectors: tuple[Vector, ...]) -> str:
    """An edition by hand whose title and note are vectors."""
    notes = "\n\n".join(vector.text for vector in vectors)
    return f"---\ntitle: {json.dumps(vectors[0].text)}\ndate: 2025-08-10\n---\n\n{notes}\n"


def row(vector: Vector) -> str:
    """A publisher of ``sources.toml`` that says the vector in every key that has words or an address."""
    line = json.dumps(" ".join(plain_letters(vector.text).split())).replace("\x7f", "\\u007f")
    address = json.dumps(
        "https://known.example/?" + "".join(filter(str.isprintable, json.loads(line))).replace(" ", "")
    )
    facts = f'name = {line[:-1]} Known {vector.number}"\n'  # not the vector alone, which would be no headline then
    facts += "".join(f"{name} = {line}\n" for name in ("licence", "credit"))
    facts += "".join(f"{name} = {address}\n" for name in ("home", "terms"))
    return f"[known-{vector.number}]\n{facts}images = true\n\n"


def plain_letters(text: str) -> str:
    """The text without halves of characters, which TOML cannot write."""
    return text.encode("utf-8", "replace").decode()


def known(vectors: tuple[Vector, ...]) -> Iterator[tuple[Path, str]]:
    """What makes some of the vectors publishers that the site knows, with pictures, and moves their stories by hand."""
    some = [vector for vector in vectors if vector.number % KNOWN == 0 and vector.text.strip()]
    yield Path("sources.toml"), "".join(map(row, some))
    yield from ((Path(f"content/images/{file_name(vector, 'hand')}.gif"), PICTURE) for vector in some)
    moved = (f"{MOVED}/{vector.number}.html\t{GUIDS.format(vector.number)}\n" for vector in some)
    yield Path("content/ledger/addresses.tsv"), "".join(moved)


def files(vectors: tuple[Vector, ...], routes: Routes) -> Iterator[tuple[Path, str]]:
    """Everything that is put into a site's folder for the vectors: where, and what."""
    for vector in vectors:
        for route in routes(vector):
            yield from ROUTES[route](vector) if route in ROUTES else ()
        yield Path(f"content/stories/2025/08/{file_name(vector, 'hand')}.md"), hand_story(vector)
    fed = tuple(vector for vector in vectors if "feed" in routes(vector))
    for place in range(0, len(fed), FEED_ITEMS):
        kind, ending = FEEDS[place // FEED_ITEMS % len(FEEDS)]
        yield Path(f"seeds/f{place}.{ending}"), feed_seed(fed[place : place + FEED_ITEMS], kind)
        yield Path(f"seeds/f{place}.toml"), CREDITED
    yield from known(vectors)
    yield Path("content/pages/page.md"), f"---\ntitle: {json.dumps(vectors[0].text)}\n---\n\n{told(vectors[0])}\n"
    yield Path("content/editions/2025-08-10.md"), edition(vectors[:FEED_ITEMS])


Routes = Callable[[Vector], tuple[str, ...]]
"""The ways by which a vector comes in, beside by hand: keys of `ROUTES`, and "feed"."""


def every_route(_: Vector) -> tuple[str, ...]:
    """All of them."""
    return (*ROUTES, "feed")


def one_route(vector: Vector) -> tuple[str, ...]:
    """One after the other."""
    return (every_route(vector)[vector.number % (len(ROUTES) + 1)],)


ROUTES: Mapping[str, Callable[[Vector], tuple[tuple[Path, str], ...]]] = {
    "text": lambda vector: (
        (Path(f"seeds/{file_name(vector, 't')}.txt"), text_seed(vector)),
        (Path(f"seeds/{file_name(vector, 't')}.txt.toml"), CREDITED),
    ),
    "corrected": lambda vector: (
        (Path(f"seeds/c{vector.number}.txt"), text_seed(vector, "corrected")),
        (Path(f"seeds/c{vector.number}.toml"), overrides(vector)),
    ),
    "page": lambda vector: (
        (Path(f"seeds/p{vector.number}.html"), page_seed(vector)),
        (Path(f"seeds/p{vector.number}.toml"), CREDITED),
    ),
    "letter": lambda vector: (
        (Path(f"seeds/l{vector.number}.eml"), letter_seed(vector)),
        (Path(f"seeds/l{vector.number}.toml"), CREDITED),
    ),
}
"""How a raw file, and what the curator says of it, carries a vector."""

FEEDS = (("rss", "rss"), ("atom", "xml"), ("json", "json"))
