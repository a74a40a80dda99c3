"""The validator's messages asked of every feed of odd sites: none stands in them, and each is one that can be found."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import feedparser
import pytest
from feed_stand import TITLES
from lxml import etree
from newsstand import LONG, SECRET, guid, make_site, press, story
from test_rules_atom import SCHEMA
from validator import Feed, Rule
from validator_rules import ATOM_RULES, RSS_RULES, RULES_OF_BOTH, rules_for

ODD_TAGS = ["a/b", "what?", "#1", "100%", "R&D", "<tag>", "two  words", "C:\\", "é", "日本", "..", "a;b", "'\"", "+"]
ONE: Mapping[str, str] = {"2025/08/one.md": story(title="The only story", date="2025-08-01", guid=guid(900))}

EMBARGO: Mapping[str, str] = {
    **ONE,
    "2999/01/ahead.md": story(f"{SECRET} waits.", title="Not yet", authors=["Ann"], date="2999-01-01", guid=guid(912)),
}
"""With a story that is not to be read before its day: the settings leave out what is dated ahead."""

MANY: Mapping[str, str] = {
    "2025/01/nobody.md": story(title="Nobody wrote it", publisher="Blatt", date="2025-01-02", guid=guid(901)),
    "1848/03/old.md": story(title="Barricades", authors=["Karl"], date="1848-03-18", guid=guid(902), tags=ODD_TAGS),
    "2027/01/ahead.md": story(title="Not yet", authors=["Ann"], date="2027-01-01T00:00:00+05:45", guid=guid(903)),
    "2025/02/rtl.md": story(
        "أعلنت البلدية <b> & افتتاح الميناء.", title="«المرفأ» & 'x' <b>", lang="ar", date="2025-02-01", guid=guid(904)
    ),
    "2025/02/emoji.md": story(
        title="🚢👩‍🚀🏳️‍🌈 &amp; 🇪🇺", authors=["😀"], tags=["🎉"], date="2025-02-02", guid=guid(905)
    ),
    "2025/02/long.md": story(title="Wide & long " * 850, authors=["Ann"], date="2025-02-03", guid=guid(906)),
    "2025/02/link.md": story(
        f"{SECRET} is in the text.", title="A link", publisher="Meridian Wire", publisher_key="wire",
        source_url="http://bücher.example:80/ä?q=a b&c=<d>#ü", date="2025-02-04", guid=guid(907),
    ),
    "2025/02/excerpt.md": story(
        LONG * 4 + f"\n\n{SECRET} ends it.", title="An excerpt", publisher="Tarn Post", publisher_key="tarn-post",
        date="2025-02-04", lang="zh-Hant-TW-x-odd", guid=guid(908),
    ),
    "2025/02/gone.md": story(
        f"{SECRET} was here.", title="Gone & <b>away</b>", authors=["Ann"], tags=ODD_TAGS, date="2025-02-05",
        guid=guid(909), withdrawn={"date": "2025-03-01", "text": "The <publisher> & AT&amp;T asked."},
    ),
    "2025/02/embargo.md": story(f"{SECRET} waits.", title="Held", status="draft", date="2025-02-06", guid=guid(910)),
    "2025/02/corrected.md": story(
        "| a | b |\n| - | - |\n| 1 | 2 |\n\n1. one\n2. two\n\n> said &nbsp; &copy; <i>\n\n```\n<script>\n```\n\n"
        "[a](../x.html) [b](mailto:a@b.example) [c](tel:+1) ![d](https://t.example/p.gif) <https://ü.example/ß>",
        title="All there is", authors=["Ann <ann@lee.example>", "Bo & Co"], date="2025-02-07", guid=guid(911),
        lang="x-klingon", section="Arts / <Letters> & 100%", tags=ODD_TAGS, source_url="https://a.example/x[1]|{e}",
        corrections=[{"date": "2025-02-08", "text": "It was <b> & not &amp;."}, {"text": "Undated."}],
        note="A [note](/n) & more.", licence="CC BY-SA 4.0",
    ),
    **{
        f"2025/03/title-{n}.md": story(title=title, authors=["Ann"], date="2025-03-01", guid=guid(920 + n))
        for n, title in enumerate(TITLES)
    },
}  # fmt: skip

SITES: Mapping[str, tuple[Mapping[str, str], str, str]] = {
    "no story, below a path": ({}, "https://desk.example/a/b", ""),
    "one story, a host in another script": (ONE, "https://zeitung-köln.example", 'COPYDESK_EDITIONS = "daily"'),
    "an embargo": (EMBARGO, "https://desk.example", "WITH_FUTURE_DATES = False"),
    "odd stories, without TLS": (MANY, "http://desk.example", 'COPYDESK_EDITIONS = "weekly"\nDEFAULT_LANG = "pt-BR"'),
}
"""Site → its stories, its address, more settings."""

HOSTS = {"https://zeitung-köln.example": "https://xn--zeitung-kln-zfb.example"}
"""Addresses as feeds say them, where that is not as they are given."""


@pytest.fixture(scope="module", params=SITES)
def odd(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An odd site, built: its output, and its address as feeds say it."""
    stories, address, more = SITES[request.param]
    site = make_site(tmp_path_factory.mktemp("odd"), stories, f"SITEURL = FEED_DOMAIN = {address!r}\n{more}")
    (site / "content/stories").mkdir(parents=True, exist_ok=True)
    return press(site), HOSTS.get(address, address)


def documents(output: Path, address: str) -> Iterator[Feed]:
    """Every RSS and Atom feed of a site."""
    for path in sorted((output / "feeds").rglob("*.xml")):
        yield Feed(f"{address}/{path.relative_to(output).as_posix()}", path.read_bytes())


def test_nothing_is_said_of_any_feed(odd: tuple[Path, str]) -> None:
    seen = 0
    for feed in documents(*odd):
        for rule in rules_for(feed):
            assert not list(rule.faults(feed)), f"{feed.address}: {rule.messages}: {rule.asks}"
        seen += 1
    assert seen >= 2


def test_every_atom_feed_is_valid_by_the_schema_and_feedparser_mends_none(odd: tuple[Path, str]) -> None:
    schema = etree.RelaxNG(etree.parse(SCHEMA))
    for feed in documents(*odd):
        assert feed.is_rss or schema.validate(feed.root), f"{feed.address}: {schema.error_log}"
        assert not feedparser.parse(feed.data).bozo, feed.address


def test_the_formats_have_the_same_items_and_nothing_that_policy_withholds(odd: tuple[Path, str]) -> None:
    output, _ = odd
    for path in sorted((output / "feeds").rglob("*.json")):
        feed = json.loads(path.read_bytes())
        rss, atom = (path.with_name(f"{path.name.removesuffix('.json')}.{kind}.xml") for kind in ("rss", "atom"))
        guids = [item["id"] for item in feed["items"]]
        assert guids == [each.text for each in etree.parse(rss).iter("guid")], path
        entries = etree.parse(atom).iter("{http://www.w3.org/2005/Atom}entry")
        assert guids == [each.findtext("{http://www.w3.org/2005/Atom}id") for each in entries], path
    assert not [
        path for path in (output / "feeds").rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()
    ]


@pytest.mark.parametrize(("ahead", "seen"), [(False, 0), (True, 3)])
def test_a_story_that_is_dated_ahead_is_in_the_feeds_unless_the_settings_say_no(
    tmp_path: Path, ahead: bool, seen: int
) -> None:
    settings = f'SITEURL = FEED_DOMAIN = "https://desk.example"\nWITH_FUTURE_DATES = {ahead}\n'
    feeds = (press(make_site(tmp_path, EMBARGO, settings)) / "feeds").glob("all.*")
    told = [path.read_text() for path in feeds]
    assert (len(told), sum(SECRET in text for text in told), sum(guid(912) in text for text in told)) == (3, seen, seen)


@pytest.mark.parametrize("kind", ["rss", "atom"])
@pytest.mark.parametrize("rule", [*RULES_OF_BOTH, *RSS_RULES, *ATOM_RULES], ids=lambda rule: rule.messages[:40])
def test_a_rule_finds_what_is_wrong(output: Path, kind: str, rule: Rule) -> None:
    path = f"feeds/all.{kind}.xml"
    right = Feed(f"https://digest.example/{path}", (output / path).read_bytes())
    if rule not in rules_for(right):
        return
    assert not list(rule.faults(right))
    pattern, text = rule.breaks
    broken = Feed(right.address, re.sub(pattern, text, right.data, flags=re.DOTALL))
    assert broken.data != right.data, "the edit touches nothing"
    assert list(rule.faults(broken)), rule.asks
