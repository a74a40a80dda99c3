"""Stories that were written to break feeds: each rule of the formats holds on a site made of nothing else, and a story
that cannot be published is named, never the end of a feed."""

from __future__ import annotations

import base64
import inspect
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import test_rules_archives
import test_rules_atom
import test_rules_content
import test_rules_jsonfeed
import test_rules_media
import test_rules_rss
import test_rules_validator
from copydesk.site.hooks.names import MOST_NAMES
from feed_stand import ATOM, DC, entries, jsons
from lxml import etree
from newsstand import build, guid, make_site, press, story

RULES = (
    test_rules_rss,
    test_rules_atom,
    test_rules_jsonfeed,
    test_rules_archives,
    test_rules_media,
    test_rules_content,
    test_rules_validator,
)

CONTROLS = "".join(map(chr, (*range(1, 9), 11, 12, *range(14, 32), *range(127, 160)))) + "\ufffe\uffff\U0001ffff"

HOSTILE_TEXTS = {
    "controls": f"Before{CONTROLS}after",
    "only-controls": CONTROLS,
    "nothing-seen": "\u200b\u2060\ufeff",
    "section-end": "A ]]> and <![CDATA[ x ]]> in ]]]]><![CDATA[>",
    "entities": "&nosuch; &#0; &#xD800; &#x1F; &lt;b&gt; &amp;amp; &copy &bogus",
    "comment": "<!-- a --> <?php x ?> <!DOCTYPE x [<!ENTITY a 'b'>]> &a;",
    "long-word": "x" * 10_000,
    "long-line": "many words of it & <more> " * 400,
    "bidi": "\u202eright\u202c \u2066left\u2069 \u200fmark",
    "closing": "</title></item></channel></rss>",
    "json": '"}],"items":[{"id":"\\u0000"}]\\',
    "combining": "Z" + "\u0301" * 500,
    "lines": "one\r\ntwo\u2028three\u2029four\x85five",
}
"""Texts that stand in every place a story has for one."""

HOSTILE_DATES = (
    "0001-01-01",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31",
    "9999-12-31T23:59:59-12:00",
    "9999-12-31T23:59:59Z",
    "1969-12-31T23:59:59Z",
    "1000-01-01T00:00:00+00:19",
)

HOSTILE_ADDRESSES = (
    "javascript:alert(1)",
    "http://[::1",
    "http://a b/ü?<>\"'",
    "https://" + "x" * 300 + ".example/",
    "data:text/html,x",
)


def hostile_stories() -> Iterator[tuple[str, str]]:
    """(path, file) of each."""
    for number, (name, text) in enumerate(HOSTILE_TEXTS.items()):
        facts = dict.fromkeys(("title", "standfirst", "publisher", "section", "licence", "note", "agency"), text)
        listed = {"authors": [text, "Ann Lee"], "tags": [text, "Ports"], "corrections": [text]}
        body = f"{text}\n\nAnd then it ends."
        yield f"2025/06/{name}.md", story(body, date=f"2025-06-{number + 1:02}", guid=guid(number), **facts, **listed)
        gone = {"withdrawn": {"text": text, "date": "2025-06-28"}}
        yield f"2025/05/{name}.md", story(title=text, date="2025-05-01", guid=guid(100 + number), **gone)
    for number, date in enumerate(HOSTILE_DATES):
        yield (
            f"2025/04/date-{number}.md",
            story(title=f"Dated {date}", date=date, updated=date, guid=guid(200 + number)),
        )
    for number, address in enumerate(HOSTILE_ADDRESSES):
        kept = {"source_url": address, "via": {"name": "V", "url": address}, "archived": address, "image": address}
        named = story(f"[a]({address}) ![b]({address})", title=address, date="2025-03-03", guid=address, **kept)
        yield f"2025/03/address-{number}.md", named
    for name, sign in {"nul": "\\u0000", "high": "\\ud800", "low": "\\udfff", "swapped": "\\udfff\\ud800"}.items():
        front = f'title: "T {sign}"\nauthors: ["A {sign}"]\ndate: 2025-01-01\ntags: ["{sign}"]\n'
        yield f"2025/01/{name}.md", f"---\n{front}---\n\nText {sign}.\n"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The site of hostile stories, and what its build said."""
    settings = "FEED_MAX_ITEMS = None"
    folder = make_site(tmp_path_factory.mktemp("hostile"), dict(hostile_stories()), settings)
    return folder, build(folder)


@pytest.fixture(scope="module")
def hostile(printed: tuple[Path, str]) -> Path:
    """Its output."""
    return printed[0] / "output"


OF_THE_OTHER_SITE = frozenset(
    f"test_{name}"
    for name in (
        "an_author_is_named_in_dublin_core_since_rss_wants_a_mail_address",
        "a_source_has_its_name_and_address",
        "an_enclosure_has_address_length_and_type_and_is_the_only_one",
        "the_feed_names_its_hub",
        "a_licence_of_creative_commons_is_an_address_of_theirs",
        "the_newest_item_comes_first",  # Python reads the year 1 of an RFC 822 date as 2001
        "4_2_6_an_id_is_an_absolute_iri_in_canonical_form",
        "4_2_7_the_original_is_via_and_the_licence_is_linked",
        "4_2_7_an_enclosure_has_type_and_length",
        "4_2_11_a_source_has_id_title_and_updated",
        "2_languages_are_those_of_the_stories",
        "hubs_have_a_type_and_an_address",
        "authors_are_a_list_of_names",
        "a_summary_is_plain_text",  # a standfirst that names entities is plain text too
        "tags_are_a_list_of_strings",
        "the_original_is_the_external_url_and_not_the_url",
        "an_attachment_has_address_type_and_size",
        "languages_are_those_of_the_stories",
        "3_a_withdrawn_story_has_a_tombstone_with_ref_and_when",
        "3_the_reason_is_its_comment",
        "3_it_stands_in_every_feed_the_story_was_in_and_in_no_other",
        "content_has_an_absolute_address_of_this_site",
        "every_address_is_absolute_and_of_the_web",
        "a_picture_is_of_this_site_or_is_not_there",
        "the_curators_note_stands_before_the_story",
        "a_caption_is_set_apart_without_a_style_sheet",
        "the_credit_stands_in_the_content",
        "under_excerpt_and_link_and_when_withdrawn_the_rest_is_nowhere",
        "a_link_only_story_has_its_credit_and_is_described_by_its_headline",
        "a_text_in_another_language_says_so",
        "an_edition_holds_its_stories_each_within_its_policy",
        "a_title_that_does_not_read_as_html_is_in_rss_to_the_letter",
    )
)
"""Rules that are tested on certain stories of the other site."""


def rules() -> Iterator[Callable[[Path], None]]:
    """Every other test of the rules that needs nothing but a built site."""
    for module in RULES:
        for name, rule in vars(module).items():
            named = name.startswith("test_") and name not in OF_THE_OTHER_SITE
            if named and list(inspect.signature(rule).parameters) == ["output"]:
                yield rule


@pytest.mark.parametrize("rule", [*rules()], ids=lambda rule: f"{rule.__module__}.{rule.__name__}")
def test_the_rule_holds_on_a_site_of_hostile_stories(rule: Callable[[Path], None], hostile: Path) -> None:
    rule(hostile)


def test_a_story_is_in_the_feeds_or_is_named(hostile: Path, printed: tuple[Path, str]) -> None:
    """In all formats the same; nothing is lost in silence."""
    files = {path for path, _ in hostile_stories() if "2025/05/" not in path}  # those of May were taken down
    named = {path for path in files if f"content/stories/{path}: " in printed[1]}
    assert named == {f"2025/06/{name}.md" for name in ("controls", "only-controls")} | {
        f"2025/01/{name}.md" for name in ("high", "low", "swapped")
    }
    (everything,) = [feed for path, feed in jsons(hostile) if path == "feeds/all.json"]
    assert len(everything["items"]) == len(files - named)
    ids = [item["id"] for item in everything["items"]]
    assert ids == [item.findtext("guid") for item in feed_at(hostile, "feeds/all.rss.xml").iter("item")]
    assert ids == [each.findtext(f"{ATOM}id") for each in feed_at(hostile, "feeds/all.atom.xml").iter(f"{ATOM}entry")]


def feed_at(output: Path, place: str) -> Any:
    """The root of a feed."""
    return etree.fromstring((output / place).read_bytes(), etree.XMLParser(huge_tree=True))


def test_no_feed_has_a_character_that_xml_forbids_or_that_steers_a_terminal(hostile: Path) -> None:
    for path in (hostile / "feeds").rglob("*"):
        if path.is_file():
            assert not re.search(f"[{CONTROLS}\0]", path.read_bytes().decode("utf-8").replace("\x85", "")), path


def test_a_long_headline_is_whole(hostile: Path) -> None:
    titles = {entry.findtext(f"{ATOM}title") for entry in entries(hostile)}
    assert HOSTILE_TEXTS["long-word"] in titles


def test_what_ends_a_section_or_a_feed_is_text(hostile: Path) -> None:
    said = [item["content_html"] for _, feed in jsons(hostile) for item in feed["items"]]
    assert any("]]&gt; and &lt;![CDATA[ x ]]&gt; in" in html for html in said)
    assert any("&lt;/title&gt;&lt;/item&gt;&lt;/channel&gt;&lt;/rss&gt;" in html for html in said)


def test_an_identity_that_is_no_address_becomes_one(hostile: Path) -> None:
    ids = {entry.findtext(f"{ATOM}id") for entry in entries(hostile)}
    assert "data:text/html,x" in ids, "as an identity nobody follows it"
    assert not ids & {"http://[::1", "http://a b/ü?<>\"'"}


def test_two_thousand_authors_are_all_credited_and_a_hundred_have_lists(tmp_path: Path) -> None:
    names = [f"Author Number {number}" for number in range(2000)]
    many = story(title="Two thousand wrote it", authors=names, tags=names, date="2025-02-02", guid=guid(300))
    output = press(make_site(tmp_path, {"2025/02/many.md": many}, "AUTHOR_FEED_ATOM = TAG_FEED_ATOM = None"))
    (item,) = feed_at(output, "feeds/all.rss.xml").iter("item")
    assert [each.text for each in item.findall(f"{DC}creator")] == names
    (entry,) = feed_at(output, "feeds/all.atom.xml").iter(f"{ATOM}entry")
    assert [each.findtext(f"{ATOM}name") for each in entry.findall(f"{ATOM}author")] == names
    page = (output / "2025/02/many.html").read_text(encoding="utf-8")
    assert all(name in page for name in names)
    assert len(list((output / "author").glob("*.html"))) == len(list((output / "tag").glob("*.html"))) == MOST_NAMES


# --- the collections of odd inputs ------------------------------------------------------------------------------------

COLLECTIONS = {"naughty": 105, "unicode": 28, "xss": 50, "xss_md": 20, "feed_sanitize": 50, "xml_attack": 6}
"""Of each so many."""


def payloads(folder: Path) -> Iterator[tuple[str, str]]:
    """(name, text) of the odd inputs."""
    for name, most in COLLECTIONS.items():
        lines = (folder / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
        for number, line in enumerate(lines[:: max(1, len(lines) // most)]):
            row = json.loads(line)
            raw = (
                base64.b64decode(row["payload_b64"]).decode("utf-8", "replace")
                if "payload_b64" in row
                else row["payload"]
            )
            yield f"{name}-{number}", raw


@pytest.mark.data
@pytest.mark.slow
def test_feeds_of_odd_inputs_are_valid(data: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """As headline, standfirst, author, note and text of a story each."""
    files = {}
    for name, text in payloads(data / "corpora"):
        listed = {"authors": [text], "title": text, "standfirst": text, "note": text, "tags": ["Ports"]}
        files[f"2025/01/{name}.md"] = story(text, date="2025-01-01", section=f"S {len(files) % 5}", **listed)
    settings = "AUTHOR_SAVE_AS = ''\nFEED_MAX_ITEMS = AUTHOR_FEED_RSS = AUTHOR_FEED_ATOM = AUTHOR_FEED_JSON = None"
    output = press(make_site(tmp_path, files, settings))
    said = capfd.readouterr().err
    named = {path for path in files if f"content/stories/{path}: " in said}
    (everything,) = [feed for path, feed in jsons(output) if path == "feeds/all.json"]
    assert len(everything["items"]) == len(files) - len(named)
    for rule in rules():
        rule(output)
