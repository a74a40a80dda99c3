"""Texts that make parsers slow, each made for any size: what grows with the square, or worse, shows itself in them."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from itertools import pairwise

Generator = Callable[[int], str]

STORY = "The harbor of Port Alder reopened on Sunday, the harbor master said. Eleven boats went out before noon.\n\n"
"""Words around a hostile part, so that it stands in what looks like an article."""


def page(body: str, head: str = "") -> str:
    """A page with a story around ``body``."""
    told = f"<p>{STORY}</p>" * 3
    article = f"<article>{told}{body}{told}</article>"
    return f"<html><head><title>Harbor reopens</title>{head}</head><body>{article}</body></html>"


def dump(text: str) -> str:
    """A dump with a story around ``text``."""
    return f"Harbor reopens\n\nBy Ada Moss\n\n{STORY * 3}{text}\n\n{STORY * 3}"


TEXTS: Mapping[str, Generator] = {
    "a long word": lambda n: "a" * n,
    "a long line": lambda n: "word " * n,
    "a long line of sentences": lambda n: "So it was. " * n,
    "many lines": lambda n: "A line.\n" * n,
    "many paragraphs": lambda n: "A line of the story.\n\n" * n,
    "spaces": lambda n: "a" + " " * n + "b",
    "no-break spaces": lambda n: "a" + "\u00a0" * n + "b",
    "tabs": lambda n: "a\tb" * n,
    "empty lines": lambda n: "a" + "\n" * n + "b",
    "carriage returns": lambda n: "a\r" * n,
    "form feeds": lambda n: "a\f" * n,
    "zero-width": lambda n: "a\u200b" * n,
    "combining marks": lambda n: "a" + "\u0301" * n,
    "direction controls": lambda n: "\u202ea\u202c" * n,
    "controls": lambda n: "a\x01" * n,
    "mojibake": lambda n: "â€™" * n,
    "half mojibake": lambda n: "Ã" * n + "\u0080",
    "references": lambda n: "&amp;" * n,
    "references without end": lambda n: "&a" * n,
    "numbers as references": lambda n: "&#65" * n,
    "brackets": lambda n: "[" * n,
    "brackets and words": lambda n: "[a" * n + "](b" * n,
    "links": lambda n: "[a](https://a.example/b) " * n,
    "pictures": lambda n: "![a](b.png) " * n,
    "unfinished links": lambda n: "[a](<b" * n,
    "asterisks": lambda n: "*" * n,
    "emphasis": lambda n: "*a **b " * n,
    "underscores": lambda n: "_a_ " * n,
    "backticks": lambda n: "".join("e" + "`" * x for x in range(1, int((2 * n) ** 0.5))),
    "quotation": lambda n: "> " * n + "a",
    "quotation lines": lambda n: "".join(">" * (x % 50) + " a\n" for x in range(n)),
    "list": lambda n: "- " * n + "a",
    "list lines": lambda n: "- a\n" * n,
    "deep list": lambda n: "".join(" " * (2 * x) + "- a\n" for x in range(int(n**0.5))),
    "numbered": lambda n: "".join(f"{x}. a\n" for x in range(n)),
    "hashes": lambda n: "#" * n + " a\n" + "# a\n" * (n // 10),
    "table": lambda n: "|" * n + "\n" + "|-" * n,
    "table rows": lambda n: "| a | b |\n" * n,
    "rules": lambda n: "---\n" * n,
    "equals": lambda n: "a\n" + "=" * n,
    "angles": lambda n: "<" * n,
    "angles and letters": lambda n: "<a " * n,
    "backslashes": lambda n: "\\" * n,
    "addresses": lambda n: "https://a.example/" + "a/" * n,
    "addresses in a row": lambda n: "https://a.example/b " * n,
    "mail addresses": lambda n: "a@" * n + "a",
    "mail headers": lambda n: "Subject: a\n" * n,
    "folded mail header": lambda n: "Subject: a\n" + " a\n" * n,
    "byline": lambda n: "By " + "Ada Moss, " * n,
    "byline without names": lambda n: "By " * n,
    "byline with and": lambda n: "By Ada Moss" + " and Bo Lind" * n,
    "capitals": lambda n: "ADA MOSS " * n,
    "dates": lambda n: "August 10, 2025 " * n,
    "date lines": lambda n: "Sunday, August 10, 2025\n" * n,
    "digits": lambda n: "1" * n,
    "numbers": lambda n: "10/08/25-" * n,
    "times": lambda n: "10:00 " * n,
    "zones": lambda n: "2025-08-10T10:00:00" + "+01:00" * n,
    "copyright": lambda n: "© 2025 Port Alder Courier. " * n,
    "copyright lines": lambda n: "© 2025 Port Alder Courier\n" * n,
    "breadcrumb": lambda n: "Home > News > " * n,
    "menu": lambda n: "News | Sport | " * n,
    "menu lines": lambda n: "News\nSport\nWeather\n" * n,
    "colons": lambda n: "a: " * n,
    "questions": lambda n: "Q: Why?\nA: So.\n" * n,
    "share lines": lambda n: "Share on Facebook\nRead more: Harbor reopens\n" * n,
    "comment form": lambda n: "Leave a comment\nYour e-mail address will not be published.\n" * n,
    "curly quotes": lambda n: "“" * n,
    "dashes": lambda n: "— " * n,
    "dots": lambda n: "." * n,
    "dotted words": lambda n: "a." * n,
    "columns": lambda n: ("left" + " " * 30 + "right\n") * n,
    "lines of nodes": lambda n: "The\nharbor \nof\n Port Alder\nopened.\n" * n,
    "Cyrillic": lambda n: "и" * n,
    "two scripts": lambda n: "aи" * n,
    "Chinese": lambda n: "海港" * n,
    "keys": lambda n: "".join(f"k{x}: v\n" for x in range(n)),
    "utf-7": lambda n: "+ADw-" * n + "a",
}
"""Hostile text, for a dump and for the paragraphs of a page."""

MARKUP: Mapping[str, Generator] = {
    "nested div": lambda n: "<div>" * n + "x" + "</div>" * n,
    "unclosed div": lambda n: "<div>" * n,
    "unclosed bold": lambda n: "<b>" * n,
    "bold over paragraphs": lambda n: "<b><i><u>" + "<p>a" * n,
    "adoption": lambda n: "<a><b><i>" * n + "<p>" * n,
    "misnested": lambda n: "<b><p></b>a</p>" * n,
    "unclosed tag": lambda n: "<div " * n,
    "attributes": lambda n: "<p " + " ".join(f"a{x}=b" for x in range(n)) + ">a</p>",
    "same attribute": lambda n: "<p " + "a=b " * n + ">a</p>",
    "long attribute": lambda n: '<p title="' + "x" * n + '">a</p>',
    "open attribute": lambda n: '<a title="' + "x" * n,
    "classes": lambda n: '<div class="' + "a-b " * n + '"><p>a</p></div>',
    "many classes": lambda n: '<div class="share social">a</div>' * n,
    "comments": lambda n: "</<!--" * n,
    "open comment": lambda n: "<!--" + "-" * n,
    "cdata": lambda n: "<![CDATA[" * n,
    "script": lambda n: "<script>" + "</scrip" * n + "</script>",
    "open script": lambda n: "<script>" * n,
    "scripts": lambda n: "<script>a</script>" * n,
    "noscript": lambda n: "<noscript><p>a" * n,
    "templates": lambda n: "<template>" * n,
    "select": lambda n: "<select><option>" * n,
    "nested tables": lambda n: "<table><tr><td>" * n,
    "table cells": lambda n: "<table><tr>" + "<td>a" * n + "</table>",
    "table rows": lambda n: "<table>" + "<tr><td>a<td>b" * n + "</table>",
    "wide cell": lambda n: f'<table><tr><td colspan="{n}" rowspan="{n}">a<td>b</table>',
    "text in a table": lambda n: "<table>" + "a<p>b" * n,
    "foreign": lambda n: "<svg><foreignObject>" * n,
    "math": lambda n: "<math><mi>" * n,
    "nested quotation": lambda n: "<blockquote>" * n + "a",
    "quotations": lambda n: "<blockquote><p>a</p></blockquote>" * n,
    "nested lists": lambda n: "<ul><li>" * n + "a",
    "list items": lambda n: "<ul>" + "<li>a" * n + "</ul>",
    "links": lambda n: '<p>a <a href="https://a.example/b">b</a> ' * n,
    "links in a paragraph": lambda n: "<p>" + '<a href="https://a.example/b">b</a> ' * n,
    "long address": lambda n: '<a href="https://a.example/' + "../" * n + '">a</a>',
    "marks in a paragraph": lambda n: "<p>" + "<b>a</b><i>b</i>" * n,
    "breaks": lambda n: "<p>" + "a<br>" * n,
    "pairs of breaks": lambda n: "<p>" + "a<br><br>" * n,
    "pictures": lambda n: '<img src="a.png" alt="a">' * n,
    "figures": lambda n: "<figure><img src=a><figcaption>a</figcaption></figure>" * n,
    "srcset": lambda n: '<img src=a srcset="' + "a 1x, " * n + '">',
    "headings": lambda n: "<h1>a</h1>" * n,
    "times": lambda n: '<time datetime="2025-08-10">a</time>' * n,
    "preformatted": lambda n: "<pre>" + "a\n" * n + "</pre>",
    "styles": lambda n: '<p style="' + "a:b;" * n + '">a</p>',
    "hidden": lambda n: '<p style="display:none">a</p>' * n,
    "data address": lambda n: '<img src="data:image/png;base64,' + "A" * n + '">',
    "microdata": lambda n: (
        "<div itemscope itemtype='https://schema.org/NewsArticle'>" * 50 + "<i itemprop=name>a</i>" * n
    ),
    "forms": lambda n: "<form><input>" * n,
    "frames": lambda n: "<iframe>" * n,
    "bylines": lambda n: '<span class="byline">By Ada Moss</span>' * n,
    "end tags": lambda n: "</p>" * n,
    "doctypes": lambda n: "<!DOCTYPE a" * n,
    "instructions": lambda n: "<?a" * n,
}
"""Hostile markup, for the body of a page."""


def _data(value: str) -> str:
    return f'<script type="application/ld+json">{value}</script>'


HEADS: Mapping[str, Generator] = {
    "data nested": lambda n: _data("[" * n + "]" * n),
    "data objects nested": lambda n: _data('{"a":' * n + "1" + "}" * n),
    "data unfinished": lambda n: _data('{"@type":"NewsArticle","author":[' + '{"name":"a"},' * n),
    "data graph": lambda n: _data(json.dumps({"@graph": [{"@type": "Person", "name": "a"}] * n})),
    "data authors": lambda n: _data(
        json.dumps({"@type": "NewsArticle", "headline": "a", "author": [{"name": f"Ada M{x}"} for x in range(n)]})
    ),
    "data text": lambda n: _data(json.dumps({"@type": "NewsArticle", "headline": "a" * n})),
    "data number": lambda n: _data('{"@type":"NewsArticle","datePublished":' + "1" * n + "}"),
    "many data": lambda n: _data('{"@type":"NewsArticle"}') * n,
    "title": lambda n: "<title>" + "a - " * n + "</title>",
    "titles": lambda n: "<title>a</title>" * n,
    "meta": lambda n: '<meta property="article:tag" content="a">' * n,
    "meta tags": lambda n: "".join(f'<meta property="article:tag" content="tag {x}">' for x in range(n)),
    "meta dates": lambda n: '<meta property="article:published_time" content="2025-08-10">' * n,
    "meta authors": lambda n: "".join(f'<meta name="author" content="Ada Moss{x}">' for x in range(n)),
    "long meta": lambda n: '<meta name="author" content="' + "Ada Moss, " * n + '">',
    "alternates": lambda n: '<link rel="alternate" hreflang="de" href="/de">' * n,
    "base": lambda n: '<base href="' + "a/" * n + '">',
    "spaces before charset": lambda n: "<meta" + " " * n + "charset=utf-8>",
    "open meta": lambda n: "<meta " * n,
}
"""Hostile heads of pages."""


def _rss(items: str, channel: str = "") -> str:
    return f'<rss version="2.0"><channel><title>Courier</title>{channel}{items}</channel></rss>'


def _entities() -> str:
    """A billion letters in nine entities, each ten of the one before."""
    names = "abcdefghi"
    declared = ("<!ENTITY {} '{}'>".format(name, f"&{before};" * 10) for before, name in pairwise(names))
    return f"<!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'>{''.join(declared)}]>"


FEEDS: Mapping[str, Generator] = {
    "feed items": lambda n: _rss("<item><title>a</title><description>b</description></item>" * n),
    "feed content": lambda n: _rss(f"<item><title>a</title><description>{'&lt;div&gt;' * n}</description></item>"),
    "feed nested": lambda n: _rss("<item>" * n),
    "feed elements nested": lambda n: _rss("<item><a>" + "<a>" * n),
    "feed categories": lambda n: _rss("<item><title>a</title>" + "<category>b</category>" * n + "</item>"),
    "feed references": lambda n: _rss(f"<item><title>{'&amp;amp;' * n}</title></item>"),
    "feed entities": lambda n: (
        _entities() + _rss("<item><title>&i;</title><description>" + "b" * n + "</description></item>")
    ),
    "feed namespaces": lambda n: "<rss " + " ".join(f'xmlns:a{x}="b"' for x in range(n)) + "><channel></channel></rss>",
    "feed declarations": lambda n: "<?xml version='1.0'?>" + "<!-- a -->" * n + _rss(""),
    "JSON feed": lambda n: '{"version": "https://jsonfeed.org/version/1", "items": ' + "[" * n,
    "JSON feed items": lambda n: json.dumps(
        {"version": "https://jsonfeed.org/version/1", "items": [{"id": "a", "content_text": "b"}] * n}
    ),
    "list of feeds": lambda n: "<opml>" + "<outline>" * n,
}
"""Hostile feeds."""


def _mail(head: str = "", body: str = "", kind: str = "text/plain") -> str:
    """A mail with more fields before those of its header, and a body of that kind."""
    sent = "From: Ada Moss <ada@courier.example>\nTo: all@courier.example\nSubject: Harbor reopens\nMIME-Version: 1.0\n"
    return f"{head}{sent}Content-Type: {kind}\n\n{body}"


def _parted(parts: str) -> str:
    """A mail in parts, the first of which is a story."""
    return _mail("", f"--b\nContent-Type: text/plain\n\n{STORY * 3}\n{parts}", "multipart/mixed; boundary=b")


def _in_words(word: str) -> Generator:
    """Fields of a mail that say who sent it, and what it is about, in so many words."""
    return lambda n: _mail(f"From: {word * n}\nSubject: {word * n}\n", STORY * 3)


MAILS: Mapping[str, Generator] = {
    "mail fields": lambda n: _mail("X-A: b\n" * n, STORY * 3),
    "mail folded field": lambda n: _mail("X-A: b\n" + " b\n" * n, STORY * 3),
    "mail encoded words": _in_words("=?utf-8?q?a?= "),
    "mail comments": _in_words("("),
    "mail quotations": _in_words('"\\'),
    "mail angles": _in_words("<a@"),
    "mail in an odd encoding": _in_words("=?punycode?q?a-b?= =?zlib_codec?b?eJw=?= =?unicode_escape?q?=5Cud800?= "),
    "mail parts": lambda n: _parted("--b\nContent-Type: text/plain\n\na\n" * n),
    "mail empty parts": lambda n: _parted("--b\n" * n),
    "mail almost parts": lambda n: _parted("--b-\n--ba\n" * n),
    "mail nested": lambda n: _parted(
        "".join(f"--b\nContent-Type: multipart/mixed; boundary=b{x}\n\n" for x in range(n))
    ),
    "mail sent on": lambda n: _parted("--b\nContent-Type: message/rfc822\n\n" * n),
    "mail parameters": lambda n: _mail("", STORY, "text/plain" + "".join(f"; a*{x}*=b" for x in range(n))),
    "mail folded parameters": lambda n: _mail("", STORY, "text/plain" + ";\n a=b" * n),
    "mail in base64": lambda n: _mail("Content-Transfer-Encoding: base64\n", "SGFyYm9y\n" * n),
    "mail quoted": lambda n: _mail("Content-Transfer-Encoding: quoted-printable\n", "=41=\n" * n),
    "mail uuencoded": lambda n: _mail("Content-Transfer-Encoding: x-uuencode\n", "begin 6 a\n" + "#86%A\n" * n),
    "mail flowed": lambda n: _mail("", "a \n" * n, "text/plain; format=flowed"),
    "mails in a box": lambda n: "From a\n" + _mail("", "a\n\nFrom b\n" * n),
    "page saved as one file": lambda n: (
        "From: <Saved by Blink>\nSnapshot-Content-Location: https://courier.example/a\nSubject: a\nMIME-Version: 1.0\n"
        'Content-Type: multipart/related; boundary="b"\n\n'
        f"--b\nContent-Type: text/html\n\n{page('')}\n" + "--b\nContent-Type: image/png\n\na\n" * n
    ),
}
"""Hostile mails."""


def documents() -> Mapping[str, tuple[str, Generator]]:
    """Every hostile file: what it is, its name and what makes its text at any size."""
    made: dict[str, tuple[str, Generator]] = {}
    for what, generate in TEXTS.items():
        made[f"{what}, in a dump"] = ("a.txt", partial(_dumped, generate))
        made[f"{what}, in a page"] = ("a.html", partial(_told, generate))
    for what, generate in MARKUP.items():
        made[f"{what}, in a page"] = ("a.html", partial(_held, generate))
    for what, generate in HEADS.items():
        made[f"{what}, in a head"] = ("a.html", partial(_headed, generate))
    for what, generate in FEEDS.items():
        made[what] = ("a.xml", generate)
    for what, generate in MAILS.items():
        made[what] = ("a.eml", generate)
    return made


def _dumped(generate: Generator, n: int) -> str:
    return dump(generate(n))


def _told(generate: Generator, n: int) -> str:
    return page(f"<p>{generate(n)}</p>")


def _held(generate: Generator, n: int) -> str:
    return page(generate(n))


def _headed(generate: Generator, n: int) -> str:
    return page("", generate(n))
