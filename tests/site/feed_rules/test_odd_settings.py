"""Feeds under settings that few sites have: switched off, renamed, below a path, without an address, cut to an item.

Whatever the settings are, no page and no list names a feed that is not there, and no feed is wrong."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, unquote, urljoin

import pytest
from feed_stand import ATOM
from lxml import etree, html
from newsstand import STORIES, build, guid, make_site, press, story
from test_rules_atom import SCHEMA
from validator import Feed
from validator_rules import rules_for

GROUPS = ("FEED_ALL", *(f"{name}_FEED" for name in "CATEGORY PUBLISHER TAG AUTHOR EDITION CORRECTIONS".split()))
FORMATS = ("RSS", "ATOM", "JSON")
TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")

NO_FEEDS = "\n".join(f"{group}_{kind} = None" for group in GROUPS for kind in FORMATS)
NO_LISTS = "FEEDS_OPML = PUBLISHERS_OPML = None"
RENAMED = """
FEED_ALL_RSS = "rss.xml"
FEED_ALL_ATOM = "news/atom/index.xml"
FEED_ALL_JSON = "news.v2.json"
TAG_FEED_RSS = "on/{slug}/rss.xml"
AUTHOR_FEED_ATOM = AUTHOR_FEED_JSON = None
CATEGORY_FEED_JSON = "{slug}.json"
FEEDS_OPML = "lists/ours.opml"
"""
WITHDRAWN = {
    "2025/08/a.md": story(title="A", date="2025-08-01", guid=guid(1), tags=["x"], withdrawn="It was wrong."),
    "2025/08/b.md": story(title="B & <b>", date="2025-09-01", guid=guid(2), authors=["Ann"], withdrawn="yes"),
}
MARKS = "&<>\"'/?#%;+:@!*()[]{}|\\^`~$,= .éßЖ日اא💡\u200d\u00a0\u2028"
TAGS = [f"{MARKS[number % len(MARKS)]}{number}{MARKS[-1 - number % len(MARKS)]}x" for number in range(400)]
MANY_TAGS = {
    f"2025/08/{number}.md": story(
        title=f"Of {number}", date=f"2025-08-{number + 1:02}", guid=guid(number), tags=TAGS[40 * number :][:40]
    )
    for number in range(10)
}

UNTOLD = {
    **STORIES,
    "2025/08/no-date.md": story("Some words.", title="No date", guid=guid(21), tags=["Undated"]),
    "2025/08/no-headline.md": story("Some words.", date="2025-08-01", guid=guid(22), authors=["Nobody Else"]),
    "2025/08/neither.md": story("Some words.", guid=guid(23)),
    "2025-07-05-named.md": story("Some words.", title="Its name has a date", guid=guid(24)),
    "2025/08/draft.md": story("Some words.", title="A draft", date="2025-08-02", guid=guid(25), status="draft"),
    "2025/08/hidden.md": story("Some words.", title="Aside", date="2025-08-02", guid=guid(26), status="hidden"),
    "2199/future.md": story("Some words.", title="To come", date="2199-08-04", guid=guid(27), tags=["Future"]),
}
"""Stories that say too little, or are not for everybody, or not yet."""

ELSEWHERE = """
DEFAULT_DATE = (2020, 2, 29, 12, 0, 0)
DEFAULT_METADATA = {"title": "Of the settings", "date": "2019-01-01", "category": "Given", "tags": "a, b"}
WITH_FUTURE_DATES = False
TIMEZONE = "Etc/GMT-14"
DEFAULT_DATE_FORMAT = "%A %d %B %Y"
DATE_FORMATS = {"en": "%c", "ar": ("C", "%x")}
"""
"""Settings of dates that Pelican would take for the dates of stories."""

ROOTED = """
FEED_ALL_RSS = "/feeds/all of it.rss.xml"
TAG_FEED_ATOM = "./feeds//{slug}.atom.xml"
FEED_ALL_JSON = "../a.json"
"""

SITES: Mapping[str, tuple[Mapping[str, str], str]] = {
    "no feeds": (STORIES, f"{NO_FEEDS}\n{NO_LISTS}"),
    "no feed of all stories": (STORIES, "FEED_ALL_RSS = FEED_ALL_ATOM = FEED_ALL_JSON = None"),
    "only JSON of sections": (STORIES, f'{NO_FEEDS}\nCATEGORY_FEED_JSON = "feeds/{{slug}}.json"'),
    "renamed, some off": (STORIES, RENAMED),
    "below a path, linked relatively": (
        STORIES, 'SITEURL = FEED_DOMAIN = "https://desk.example/a/b"\nRELATIVE_URLS = True\nCOPYDESK_EDITIONS = "daily"'
    ),
    "a domain for feeds alone": (STORIES, 'SITEURL = ""\nFEED_DOMAIN = "https://feeds.example"'),
    "one item, summaries, referred": (
        STORIES, "FEED_MAX_ITEMS = 1\nRSS_FEED_SUMMARY_ONLY = FEED_APPEND_REF = True\nTIMEZONE = 'Asia/Kathmandu'"
    ),
    "all items, in Arabic, no history kept apart": (
        STORIES, 'FEED_MAX_ITEMS = None\nDEFAULT_LANG = "ar"\nLOCALE = ("C",)\nDEFAULT_DATE_FORMAT = "%A %d %B %Y"'
    ),
    "only withdrawn stories": (WITHDRAWN, ""),
    "stories that say too little, dates by settings": (UNTOLD, ELSEWHERE),
    "below a path of odd characters": (UNTOLD, 'SITEURL = FEED_DOMAIN = "https://desk.example/a%20b/%C3%BC"'),
    "named from the root, and outside": (STORIES, ROOTED),
    "at an address elsewhere": (STORIES, 'FEED_ALL_RSS_URL = "https://feeds.example/desk"'),
    "four hundred tags of odd characters": (MANY_TAGS, ""),
}  # fmt: skip
"""Site → its stories, its settings."""


@dataclass(frozen=True)
class Built:
    """A site: its name, what was built, the address of its feeds."""

    name: str
    output: Path
    address: str

    def file(self, address: str) -> Path:
        """The file at an address of the site."""
        return self.output / unquote(address.removeprefix(self.address).lstrip("/").partition("?")[0])

    def feeds(self) -> Iterator[Feed]:
        """Every RSS and Atom feed."""
        for path in sorted(self.output.rglob("*.xml")):
            if not path.name.startswith("sitemap"):
                yield Feed(f"{self.address}/{quote(path.relative_to(self.output).as_posix())}", path.read_bytes())

    def json_feeds(self) -> Iterator[tuple[Path, dict[str, object]]]:
        """Every JSON feed."""
        for path in sorted(self.output.rglob("*.json")):
            told = json.loads(path.read_bytes())
            if "jsonfeed.org" in str(told.get("version")):
                yield path, told


@pytest.fixture(scope="module", params=SITES)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    stories, settings = SITES[request.param]
    output = press(make_site(tmp_path_factory.mktemp("odd"), stories, settings))
    named = re.search(r'FEED_DOMAIN = "(.*?)"', settings)
    return Built(request.param, output, named[1] if named else "https://digest.example")


def named_on_pages(site: Built) -> Iterator[tuple[str, str]]:
    """(page, address) of every feed that the head of a page names."""
    for path in sorted(site.output.rglob("*.html")):
        page = path.relative_to(site.output).as_posix()
        for link in html.fromstring(path.read_bytes()).xpath("//head/link[@rel='alternate' and @type]"):
            if link.get("type") in TYPES:
                yield page, urljoin(f"{site.address}/{page}", link.get("href"))


def test_pages_and_lists_name_feeds_that_are_there(built: Built) -> None:
    for page, address in named_on_pages(built):
        assert built.file(address).is_file(), f"{page} names {address}"
    for path in built.output.rglob("*.opml"):
        for address in etree.parse(path).xpath("//@xmlUrl"):
            assert built.file(address).is_file(), f"{path.name} names {address}"


def test_every_feed_is_named_to_people_or_is_the_history_of_one(built: Built) -> None:
    """On the page about feeds, which has the most important ones, or in the head of another page."""
    about = html.fromstring((built.output / "feeds.html").read_bytes())
    told = {value for value in about.xpath("//@href | //@value | //code/text()") if isinstance(value, str)}
    told = {urljoin(f"{built.address}/feeds.html", value) for value in told}
    named = {built.file(address) for address in (*told, *(address for _, address in named_on_pages(built)))}
    for feed in built.feeds():
        is_history = any(link.get("rel") == "current" for link in feed.root.iter(f"{ATOM}link"))
        assert is_history or built.file(feed.address) in named, feed.address
    for path, _ in built.json_feeds():
        assert path in named or re.match(r"\d{4}-\d\d\b", path.name), path


def test_no_feed_is_wrong(built: Built) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    for feed in built.feeds():
        faults = [(rule.asks, found) for rule in rules_for(feed) for found in rule.faults(feed)]
        assert not faults, f"{feed.address}: {faults}"
        assert feed.is_rss or schema.validate(feed.root), f"{feed.address}: {schema.error_log}"
    for path, told in built.json_feeds():
        assert built.file(str(told["feed_url"])) == path


def test_items_lead_to_pages_of_the_site(built: Built) -> None:
    seen = 0
    for feed in built.feeds():
        for item in feed.items:
            link = item.findtext("link") or item.find(f"{ATOM}link").get("href")
            assert link.startswith(f"{built.address}/") and built.file(link).is_file(), link
            seen += 1
    assert seen or built.name in ("no feeds", "only JSON of sections")


def test_where_all_are_off_there_is_none(tmp_path: Path) -> None:
    output = press(make_site(tmp_path, more=f"{NO_FEEDS}\n{NO_LISTS}"))
    assert not (output / "feeds").exists()
    heads = (path.read_text().partition("</head>")[0] for path in output.rglob("*.html"))
    assert not [head for head in heads if "application/rss+xml" in head]
    assert (output / "2025/08/harbor-reopens.html").is_file()


def test_tags_of_odd_characters_have_a_feed_each(tmp_path: Path) -> None:
    output = press(make_site(tmp_path, MANY_TAGS))
    titles = [etree.parse(path).findtext("channel/title") for path in (output / "feeds/tag").glob("*.rss.xml")]
    assert len(titles) == len(set(titles)) > 350
    assert {title.count("The Digest – ") for title in titles} == {1}


def ids(output: Path) -> dict[str, str]:
    """The GUID of each item of the feed of all stories, by its words."""
    root = etree.parse(output / "feeds/all.rss.xml")
    return {item.findtext("title"): item.findtext("guid") for item in root.iter("item")}


def test_settings_give_no_story_a_date_or_another_identity(tmp_path: Path) -> None:
    """A story without a date or a headline is none, whatever the settings say; the others are who they were."""
    site = make_site(tmp_path / "plain", UNTOLD)
    printed, elsewhere = build(site), make_site(tmp_path / "elsewhere", UNTOLD, ELSEWHERE)
    known, told = ids(site / "output"), ids(press(elsewhere))
    assert len(known) == len(told) + 1 == 7 and "To come" in known
    assert told == {title: known[title] for title in told}
    for name in ("no-date", "no-headline", "neither", "named"):
        assert f"{name}.md: no " in printed


def test_no_date_of_a_feed_is_in_the_words_of_the_system(tmp_path: Path) -> None:
    """Not even where its days and months have names that no other has."""
    names = {"abday": "a", "day": "b", "abmon": "c", "mon": "d"}
    months = {name: ";".join(f'"{mark}{number}"' for number in range(12)) for name, mark in names.items()}
    lines = [f"{name} {';'.join(said.split(';')[: 7 if 'day' in name else 12])}" for name, said in months.items()]
    formats = (
        'd_t_fmt "%d %b"',
        'd_fmt "%d.%m"',
        't_fmt "%H.%M"',
        'am_pm "am";"pm"',
        't_fmt_ampm "%I %p"',
        'date_fmt "%b"',
    )
    (tmp_path / "odd").write_text("\n".join(("LC_TIME", *lines, *formats, "END LC_TIME", "")))
    if shutil.which("localedef"):
        subprocess.run(["localedef", "-c", "-i", tmp_path / "odd", tmp_path / "zz_ZZ"], capture_output=True, timeout=60)
    site = make_site(tmp_path / "site", STORIES, 'LOCALE = ("zz_ZZ", "C.UTF-8", "C")')
    build(site, LOCPATH=str(tmp_path))
    plain = press(make_site(tmp_path / "plain", STORIES))
    assert feeds_of(site / "output") == feeds_of(plain)


def feeds_of(output: Path) -> dict[str, bytes]:
    """Every file of the folder of feeds."""
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in (output / "feeds").rglob("*.*")}


def test_history_of_a_feed_at_an_address_that_the_server_knows_is_where_it_is_written(tmp_path: Path) -> None:
    output = press(make_site(tmp_path, STORIES, 'FEED_ALL_ATOM_URL = "all/"\nFEED_ALL_RSS_URL = "rss/all.rss.xml"'))
    for path, place in (("atom", "feeds/all"), ("rss", "rss/all")):
        feed = etree.parse(output / f"feeds/all.{path}.xml")
        (before,) = (link for link in feed.iter(f"{ATOM}link") if link.get("rel") == "prev-archive")
        assert before.get("href") == f"https://digest.example/{place}/2025-08.{path}.xml"
        assert (output / f"feeds/all/2025-08.{path}.xml").is_file()
