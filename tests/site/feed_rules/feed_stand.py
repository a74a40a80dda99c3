"""A site whose stories are hard on feeds: odd titles, many scripts, many authors, pictures, every policy, notices."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lxml import etree
from newsstand import LONG, SECRET, SOURCES, guid, make_site, press, story, write
from PIL import Image

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
DC = "{http://purl.org/dc/elements/1.1/}"
MEDIA = "{http://search.yahoo.com/mrss/}"
HISTORY = "{http://purl.org/syndication/history/1.0}"
TOMBSTONES = "{http://purl.org/atompub/tombstones/1.0}"
LICENCES = "{http://backend.userland.com/creativeCommonsRssModule}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"

PICTURED = """
[gazette]
name = "Fenwick Gazette"
home = "https://gazette.example"
images = true
licence = "CC BY-SA 4.0"
credit = "Fenwick Gazette, with thanks."
feeds = ["https://gazette.example/rss"]

[munchen]
name = "Münchner Blatt & Söhne"
home = "https://bücher.example/straße?q=ä b"
"""

TITLES = (
    "Fish & Chips < 5 “quid”, says \"R&D\" > 'all'",
    "The <b>bold</b> tag, and <script>alert(1)</script>",
    "AT&amp;T is written AT&amp;amp;T, &copy and &#39; too",
    "The <sail> word",
    "🚢 Ferries 👩‍🚀 return",
    "船が港に戻る――第一報",
    "شركة «المرفأ» تعود إلى العمل",
    "A ]]> in the title",
    "  Spaces   around  ",
)
"""Titles that readers show wrongly where a feed is careless."""

ODD: Mapping[str, str] = {
    f"2025/06/odd-{number}.md": story(
        f"Story number {number} says enough to be read.\n\n> A quotation & more.\n\n- one\n- two",
        title=title,
        authors=["Ann <i>Lee</i> & Co"],
        publisher="Münchner Blatt & Söhne",
        publisher_key="munchen",
        date="2025-06-01",
        section="Arts & <Letters>",
        tags=["a&b", "<tag>", "Ports"],
        lang="en",
        source_url="https://bücher.example/größe/ein stück?x=ä#Ü",
        guid=guid(100 + number),
    )
    for number, title in enumerate(TITLES)
}

STORIES: Mapping[str, str] = {
    **ODD,
    "2025/05/picture.md": story(
        "A story with a picture.\n\n| a | b | c | d | e |\n| :-: | --: | - | - | - |\n| 1 | 2 | 3 | 4 | 5 |\n\n"
        "{.caption}\nThe quay, *years* ago.\n\n[rel](../x.html) and ![alt](https://t.example/p.gif)",
        title="A picture of the quay",
        publisher="Fenwick Gazette",
        publisher_key="gazette",
        image_alt="The quay at <dawn>",
        date="2025-05-05T05:05:05-05:00",
        note="Read it **twice**: [why](https://note.example/).",
        guid=guid(201),
        source_url="https://gazette.example/quay",
        corrections=[
            {"date": "2025-05-06", "text": "The quay is older."},
            {"date": "2025-05-06", "text": "And longer."},
        ],
    ),
    "2025/05/excerpt.md": story(
        LONG * 4 + f"\n\n{SECRET} ends it.",
        title="Only an excerpt",
        publisher="Tarn Post",
        publisher_key="tarn-post",
        date="2025-05-04",
        guid=guid(202),
    ),
    "2025/05/link.md": story(
        f"{SECRET} stands here alone, with other words.",
        title="Only a link",
        standfirst=f"{SECRET} in the standfirst",
        publisher="Meridian Wire",
        publisher_key="wire",
        source_url="https://wire.example/1",
        date="2025-05-04",
        guid=guid(203),
    ),
    "2025/05/gone.md": story(
        f"{SECRET} was here.",
        title="Taken down",
        authors=["Ann Lee"],
        date="2025-05-03",
        guid=guid(204),
        withdrawn={"date": "2025-05-20", "text": "The publisher <asked> for it."},
    ),
    "2025/04/many.md": story(title="Many wrote it", authors=[f"Author Nr. {n}" for n in range(40)], date="2025-04-01"),
    "2025/04/no-uri.md": story(title="A GUID that is no address", guid="just-a-word", date="2025-04-01"),
    "2025/04/by-hand.md": story(title="By hand", date="2025-04-01T12:00:00"),
    "2025/03/quarter.md": story(
        "See [a list](https://a.example/x[1]) and [nothing](//[).",
        title="Noon in a zone of quarter hours",
        authors=["Ann Lee <ann@lee.example>"],
        source_url="https://a.example/x[1]b|c^d?q={e}#f#g",
        date="2025-03-02T12:00:00+05:45",
        guid=guid(206),
        lang="x-klingon",
    ),
    "2025/03/wounded.md": story(
        "A \ufffd, a next\x85line, a control \x9f, no characters \ufdd0\U0001ffff.",
        title="Wounded \ufffd on the way",
        authors=["Wounded \ufffd too"],
        date="2025-03-02",
        guid=guid(207),
    ),
    "2025/03/zh.md": story("港口重新开放。", title="港口", lang="zh-Hans", date="2025-03-01", guid=guid(205)),
}

SETTINGS = """
SITENAME = "Tide & <b>Times</b> “Daily”"
COPYDESK_FEED_HUBS = ("https://hub.example/",)
FEED_MAX_ITEMS = 12
COPYDESK_EDITIONS = "weekly"
"""


def make_rich_site(folder: Path) -> Path:
    """The site in ``folder``, built; its output."""
    make_site(folder, STORIES, SETTINGS)
    write(folder / "sources.toml", SOURCES + PICTURED)
    (folder / "content/images").mkdir(parents=True)
    Image.new("RGB", (64, 48), "teal").save(folder / "content/images/picture.jpg")
    return press(folder)


def feeds(output: Path, ending: str) -> Iterator[tuple[str, Any]]:
    """(path, root element) of every feed with this ending: ".rss.xml" or ".atom.xml"."""
    for path in sorted((output / "feeds").rglob(f"*{ending}")):
        yield path.relative_to(output).as_posix(), etree.fromstring(path.read_bytes())


def channels(output: Path) -> Iterator[Any]:
    """Every RSS channel."""
    for _, root in feeds(output, ".rss.xml"):
        yield root.find("channel")


def items(output: Path) -> Iterator[Any]:
    """Every item of every RSS feed."""
    for channel in channels(output):
        yield from channel.findall("item")


def atoms(output: Path) -> Iterator[Any]:
    """Every Atom feed."""
    for _, root in feeds(output, ".atom.xml"):
        yield root


def entries(output: Path) -> Iterator[Any]:
    """Every entry of every Atom feed."""
    for feed in atoms(output):
        yield from feed.findall(f"{ATOM}entry")


def jsons(output: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """(path, the feed) of every JSON feed."""
    for path in sorted((output / "feeds").rglob("*.json")):
        yield path.relative_to(output).as_posix(), json.loads(path.read_bytes())


def links(element: Any, rel: str) -> list[Any]:
    """The Atom links of an element with this rel; one without a rel is an alternate (RFC 4287, 4.2.7.2)."""
    return [link for link in element.findall(f"{ATOM}link") if link.get("rel", "alternate") == rel]
