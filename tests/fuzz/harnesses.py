"""The harnesses: how their input is made, and what must hold of whatever comes in. All input is text or bytes in UTF-8,
so that each that is found can be kept as a file."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from html import unescape

from copydesk import intake, pipeline
from copydesk.errors import HeldError, StoryFileError
from copydesk.intake.markup.links import Links
from copydesk.metadata.addresses.urls import clean_address, host_of
from copydesk.metadata.dates.dates import resolve_dates
from copydesk.metadata.evidence import Evidence
from copydesk.model import (
    Block,
    Clue,
    Draft,
    Fact,
    Heading,
    House,
    ListItem,
    Metadata,
    Overrides,
    Paragraph,
    Place,
    Preformatted,
    Quotation,
    RawDocument,
    Span,
    Story,
)
from copydesk.site.feeds.uris import ascii_uri
from copydesk.site.hosts import host
from copydesk.text import INVISIBLE, words
from copydesk.writing.addresses import is_mail, is_target, safe_href
from copydesk.writing.html.rendering import to_html
from copydesk.writing.stories.composing import Identity, story_file
from copydesk.writing.stories.storyfile import compose, parse
from copydesk.writing.stories.verifying import verified_body, verify_record
from hypothesis import strategies as st

HARMFUL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff]")

HREF = re.compile('href="([^"]*)"')
OTHER_FIELDS = re.compile(r"(?i)\Amailto:.*[?&;](?!subject=)[\w%-]+=")

MARKS = (
    "\n \n\n \t * ** _ ` ``` [ ] ]( ( ) ![ < > # ## --- === | |-| 1. - + > \\ & &amp; &#x41; &#8238; : ; ' \" { } {.caption} "
    "\u00a0 \u200b \u202e \u2028 \u0301 \r \x00 é 海 А ß \U0001f600 \ufeff"
).split(" ")
WORDS = "The harbor reopened on Sunday By Ada Moss said and of in March 10 2025 AP © Share Read more: Home".split(" ")
TAGS = (
    "<p> </p> <div> </div> <b> <i> </b> <a href='x'> </a> <ul> <li> <table> <tr> <td> <br> <h1> </h1> <article> <title> "
    "<script> </script> <!-- --> <img alt=a src=b> <time datetime='2025-08-10'> <meta name=author content=a> <html> <body> "
    "<template> <svg> <math> <select> <pre> <blockquote> <figure> <figcaption> <![CDATA[ ]]> <base href='//a'> </html> "
    '<script type=application/ld+json> {"@type":"NewsArticle","headline":'
).split(" ")
FEED = (
    "<rss> <channel> <item> </item> <title> </title> <guid> </guid> <link> </link> <description> </description> <feed> "
    "<entry> <content> <pubDate> Sun, 10 Aug 2025 </pubDate> <![CDATA[ ]]> &lt;p&gt; <!DOCTYPE [<!ENTITY a 'b'> &a; {\"version\": "
    '"https://jsonfeed.org/version/1", "items": [ {"id": 1, ] }'
).split(" ")
MAIL = (
    "\nFrom: |\nTo: |\nSubject: |\nDate: Sun, 10 Aug 2025 10:00:00 +0200|\nMIME-Version: 1.0|\nArchived-At: <|\n\n|\n--b\n|\n--b--\n|"
    "\nContent-Type: multipart/alternative; boundary=b|\nContent-Type: text/html; charset=|\nContent-Type: message/rfc822|"
    "\nContent-Type: text/plain; format=flowed|\nContent-Transfer-Encoding: base64|\nContent-Transfer-Encoding: quoted-printable|"
    "\nSnapshot-Content-Location: https://a.example/|=?utf-8?q?=C3=A9?=|=?utf-7?b?KEFE?=|=?|?=|utf-16|koi8-r|=3D|=\n|SGFyYm9y|<a@a.example>|"
    '"|(|)|;|, |\n-- \n|\nFrom b\n'
).split("|")
TIMES = (
    "10 08 2025 25 August Aug. agosto août августа 八月 月 日 年 / - . , : T Z +05:30 EST ET a.m. p.m. at am um 3 hours ago "
    "Sunday Updated: 10:00 1754784000 60 99 0 W32 ١٠"
).split(" ")
ADDRESSES = (
    "http https javascript data file :// : / // \\ . .. ? # @ [ ] ::1 a.example www. xn-- аррӏе.example 80 99999 %00 %2e & = "
    "utm_source=a mailto: a@b.example ?subject= &bcc= &body= %0A %22 , \t \n \u202e \u00ad é ß\u200d"
).split(" ")


def mixture(*tables: list[str], size: int = 40) -> st.SearchStrategy[str]:
    """Pieces of the tables in any order, with any other text between them."""
    pieces = st.sampled_from([piece for table in tables for piece in table])
    return st.lists(pieces | st.sampled_from((" ", " ", "\n", "")) | st.text(max_size=5), max_size=size).map("".join)


@dataclass(frozen=True)
class Harness:
    """What is tried: texts, how they come to be, and what raises AssertionError where it does not hold."""

    name: str
    inputs: st.SearchStrategy[bytes]
    check: Callable[[bytes], None]


def _bytes(texts: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    return texts.map(lambda text: text.encode("utf-8", "surrogatepass"))


def _text(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def read(data: bytes) -> None:
    """Any bytes give documents without harmful characters, or are held with what to do."""
    for name in ("a.txt", "a.html"):
        try:
            drafts = intake.read(RawDocument(name, data))
        except HeldError as error:
            assert error.advice
            continue
        for draft in drafts:
            for block in (*draft.blocks, *(cut.block for cut in draft.cuts)):
                assert not HARMFUL.search(block.text)


def edit(data: bytes) -> None:
    """No word of a dump is lost between what is read and what is kept and cut; what is published reads back."""
    _edited(RawDocument("a.txt", data))


def edit_page(data: bytes) -> None:
    """The same of a saved page."""
    _edited(RawDocument("a.html", data))


def _edited(raw: RawDocument) -> None:
    try:
        drafts, stories = intake.read(raw), pipeline.clean(raw, House())
    except HeldError:
        return
    for draft, story in zip(drafts, stories, strict=True):
        assert _words(draft.blocks, draft.cuts) == _words(story.blocks, story.cuts)
        verified_body(story.blocks, raw.seed)


def _words(blocks: tuple[Block, ...], cuts: tuple[object, ...]) -> list[str]:
    """Every word, in order; a mark that nobody sees parts none, since editing takes it out of a word."""
    unseen = dict.fromkeys(map(ord, INVISIBLE))
    return sorted(word for block in _all(blocks, cuts) for word in words(block.text.translate(unseen)))


def _all(blocks: tuple[Block, ...], cuts: tuple[object, ...]) -> list[Block]:
    return [*blocks, *(cut.block for cut in cuts)]  # type: ignore[attr-defined]


def write(data: bytes) -> None:
    """Any text in any kind of block, with any marks, reads back from Markdown as it is."""
    lines = _text(data).split("\n")
    kinds = (Paragraph(), Heading(2), ListItem(1), ListItem(1, 3), Quotation(), Preformatted())
    blocks = []
    for at, line in enumerate(lines):
        thirds = (line[: at % 7], line[at % 7 : 9], line[9:])
        marks = (
            Span(thirds[0]),
            Span(thirds[1], strong=at % 2 == 0, emphasis=at % 3 == 0),
            Span(thirds[2], href=_href(at)),
        )
        blocks.append(
            Block(kinds[(at + len(line)) % len(kinds)], tuple(span for span in marks if span.text), Place(at, at))
        )
    verified_body(tuple(block for block in blocks if block.spans), "a.txt")


def _href(at: int) -> str | None:
    return "https://a.example/b" if at % 4 == 1 else None


def record(data: bytes) -> None:
    """Any fact reads back from front matter as it is, and no file makes the reader fall over."""
    text = _text(data)
    try:
        parse(text, "a.md")
    except StoryFileError as error:
        assert error.advice
    fact = Fact(text, text or "x", 0.5)
    known = Metadata(headline=fact, standfirst=fact, publisher=fact, section=fact, canonical_url=fact, licence=fact)
    story = Story(
        "urn:uuid:0", "a.txt", "0" * 64, None, "text", "utf-8", 1, known, (), (), (), (), (text,) if text else ()
    )
    page = story_file(story, Identity("urn:uuid:0", date(2025, 8, 10)))
    verify_record(compose(page), page)


def address(data: bytes) -> None:
    """Any address becomes a safe one, or none."""
    text = _text(data)
    for found in (clean_address(text), clean_address(text, "https://a.example/b/"), safe_href(text), ascii_uri(text)):
        assert found is None or (found.strip() == found and not HARMFUL.search(found))
    written = safe_href(text)
    assert safe_href(written) == written, written
    for target in HREF.findall(to_html(f"[x](<{text}>) [y]({text})")):
        assert is_target(unescape(target)), target
        assert not OTHER_FIELDS.search(target), target
    assert written is None or not is_mail(written) or not OTHER_FIELDS.search(written), written
    for found in (clean_address(text), Links("https://a.example/b/").absolute(text), safe_href(text)):
        assert found is None or found.lower().startswith(("http://", "https://", "mailto:", "tel:", "#", "/")), found
    host_of(text)
    assert (host(text) or "").isascii()


def dates(data: bytes) -> None:
    """Any text is a date that a story may have, or none."""
    text = _text(data)
    for language in ("en", "de", None):
        draft = Draft("a.txt", "0" * 64, "text", "utf-8", 1, (), clues=(Clue("published", text, "date line"),))
        found = resolve_dates(Evidence(draft, House(), Overrides()), language, None, None)
        if found.published is not None:
            assert date(1900, 1, 1) < found.published.value.day < date.today() + timedelta(days=800)


HARNESSES = (
    Harness("intake", st.binary(max_size=400) | _bytes(mixture(TAGS, WORDS, MARKS)), read),
    Harness("feeds", _bytes(st.sampled_from(("", "<rss><channel><item>", "<feed><entry>")).flatmap(
        lambda start: mixture(FEED, WORDS, TAGS[:20]).map(lambda rest: start + rest))), read),
    Harness("mails", _bytes(st.tuples(mixture(MAIL, size=12), mixture(MAIL, WORDS, TAGS[:20], MARKS)).map(
        lambda told: f"From: Ada <a@a.example>\nSubject: a{told[0]}\nMIME-Version: 1.0\n\n{told[1]}")), read),
    Harness("editing", _bytes(mixture(WORDS, MARKS, TAGS, size=60)), edit),
    Harness("pages", _bytes(mixture(TAGS, WORDS, MARKS, size=80).map(lambda body: f"<html><body>{body}")), edit_page),
    Harness("markdown", _bytes(mixture(MARKS, WORDS)), write),
    Harness("front-matter", _bytes(mixture(MARKS, ["---\n", "title: ", "date: 10", "- ", "!!python", "<<: *a"])), record),
    Harness("addresses", _bytes(mixture(ADDRESSES, size=12)), address),
    Harness("dates", _bytes(mixture(TIMES, size=12)), dates),
)  # fmt: skip
