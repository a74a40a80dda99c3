"""What templates are given: dates, lists, directions, excerpts, licences."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from copydesk.metadata.trust import ORIGINS
from copydesk.model import Publisher
from copydesk.settings import settings_from
from copydesk.site.dates import offset_words, when_day, when_moment, when_weekday
from copydesk.site.harmless import press_safe
from copydesk.site.hosts import host
from copydesk.site.showing.frame import direction, shortened
from copydesk.site.showing.list_values import IndexEntry
from copydesk.site.showing.lists import FEW, by_initial, in_letters
from copydesk.site.showing.robots import robots
from copydesk.site.stories.excerpts import first_words, policy_of, shown_of
from copydesk.site.stories.licences import licence_address, licence_name
from copydesk.site.stories.origins import fact_words, origin_words, reason_words
from copydesk.site.stories.record import StoryRecord
from copydesk.site.stories.records import record_of, rules_of
from copydesk.site.tongue import Tongue
from copydesk.site.values import Card, Link, When
from copydesk.writing.front_matter.record import StoryFile
from hypothesis import given
from hypothesis import strategies as st

ENGLISH = Tongue("en")
CARD = Card("a.html", "A", None, (), None, None, When("2026-01-01", "1 January 2026"), "en", "ltr", 1)


def file(**fields: Any) -> StoryFile:
    return StoryFile(**{"title": "Harbor reopens", "body": "One two three.\n", **fields})


def record(**fields: Any) -> StoryRecord:
    rules = rules_of(settings_from({"TIMEZONE": "Europe/Berlin"}, Path("/nowhere")))
    return record_of(file(**fields), rules, "stories/a.md")


# --- dates ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hours", "words"), [(0, "GMT"), (2, "GMT+2"), (-3.5, "GMT−3:30"), (5.75, "GMT+5:45"), (-11, "GMT−11")]
)
def test_offsets_are_said_as_people_say_them(hours: float, words: str) -> None:
    assert offset_words(timedelta(hours=hours)) == words


def test_a_moment_is_shown_in_its_own_offset() -> None:
    when = when_moment(datetime(2025, 8, 10, 14, 5, tzinfo=timezone(timedelta(hours=2))), ENGLISH)
    assert (when.iso, when.label) == ("2025-08-10T14:05:00+02:00", "10 August 2025, 14:05 GMT+2")


@pytest.mark.parametrize(("language", "between"), [("de", ", "), ("ar", "، "), ("zh", "，")])
def test_a_comma_is_that_of_the_language(language: str, between: str) -> None:
    assert f"{between}14:05 GMT" in when_moment(datetime(2025, 8, 10, 14, 5, tzinfo=UTC), Tongue(language)).label


def test_a_day_stays_a_day() -> None:
    assert when_day(date(2025, 8, 10), ENGLISH).iso == "2025-08-10"
    assert when_weekday(date(2025, 8, 10), ENGLISH).label == "Sunday, 10 August 2025"


@pytest.mark.parametrize(
    ("headline", "is_wordy"), [("A" * 100, False), ("A" * 101, True), ("港" * 50, False), ("港" * 51, True)]
)
def test_a_headline_that_would_fill_a_screen_is_set_smaller(headline: str, is_wordy: bool) -> None:
    assert replace(CARD, headline=headline).is_wordy is is_wordy


@pytest.mark.parametrize(("minutes", "is_long"), [(1, False), (3, False), (4, True)])
def test_lists_warn_of_long_stories_only(minutes: int, is_long: bool) -> None:
    assert replace(CARD, minutes=minutes).is_long is is_long


# --- lists ------------------------------------------------------------------------------------------------------------


def test_names_stand_under_their_letters() -> None:
    many = tuple(f"x{number:02}" for number in range(FEW))
    names = ("zeta", "Alpha", "“Beta”", "42nd Street", "élan", "alto", *many)
    groups = by_initial(in_letters(IndexEntry(Link(name)) for name in names))
    shown = [(group.heading, [entry.link.label for entry in group.entries]) for group in groups]
    assert shown == [
        ("#", ["42nd Street"]),
        ("A", ["Alpha", "alto"]),
        ("B", ["“Beta”"]),
        ("E", ["élan"]),
        ("X", list(many)),
        ("Z", ["zeta"]),
    ]


def test_accents_part_names_only_where_nothing_else_does() -> None:
    names = (
        "Zoe",
        "Élodie Marchetal",
        "Elodie Zahn",
        "elodie Marchetal",
        "Ørsted",
        "Oz",
        "Łódź",
        "Lu",
        "й",
        "и",
        "к",
        "i",
    )
    ordered = [entry.link.label for entry in in_letters(IndexEntry(Link(name)) for name in names)]
    assert ordered == [
        *("elodie Marchetal", "Élodie Marchetal", "Elodie Zahn", "i", "Łódź", "Lu", "Ørsted", "Oz", "Zoe"),
        *("и", "й", "к"),
    ]


def test_a_few_names_need_no_letters() -> None:
    (group,) = by_initial(in_letters(IndexEntry(Link(name)) for name in ("zeta", "Alpha")))
    assert (group.heading, [entry.link.label for entry in group.entries]) == (None, ["Alpha", "zeta"])
    assert by_initial(()) == ()


# --- language ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "ltr"), ("ar", "rtl"), ("ar-EG", "rtl"), ("az-Arab", "rtl"), ("ar-Latn", "ltr"), ("he", "rtl")],
)
def test_direction(language: str, expected: str) -> None:
    assert direction(language) == expected


def test_a_description_ends_with_a_word() -> None:
    assert shortened("one two three", 9) == "one two…"
    assert shortened("one  two") == "one two"


# --- policy -----------------------------------------------------------------------------------------------------------


def test_the_story_decides_before_its_publisher_and_the_publisher_before_the_house() -> None:
    strict = Publisher(key="a", name="A", policy="link")
    assert policy_of(file(policy="excerpt"), strict, "full") == "excerpt"
    assert policy_of(file(), strict, "full") == "link"
    assert policy_of(file(publisher="B"), None, "excerpt") == "excerpt"
    assert policy_of(file(), None, "excerpt") == "full"


BODY = "\n\n".join(" ".join(f"word{paragraph}x{word}" for word in range(40)) for paragraph in range(5))


def test_an_excerpt_is_the_beginning_and_no_more_than_a_third() -> None:
    shown = shown_of(file(body=BODY), "excerpt")
    words = shown.summary.rstrip("…").split()
    assert words == BODY.split()[: len(words)]
    assert 30 <= len(words) <= 60
    assert shown.partial
    short = shown_of(file(body="One two three four five six.\n"), "excerpt")
    assert short.summary == "One two…"


@given(st.lists(st.text(alphabet="ab *_`[]()<>&#|\n.!", max_size=60), max_size=8))
def test_an_excerpt_never_holds_the_end_of_a_story(paragraphs: list[str]) -> None:
    body = "\n\n".join((*paragraphs, " ".join(f"filler{n}" for n in range(200)), "lastword"))
    shown = shown_of(file(body=body), "excerpt")
    assert "lastword" not in shown.body + shown.summary
    assert "<script" not in shown.body


def test_an_excerpt_of_a_script_without_spaces_is_cut_by_characters() -> None:
    shown = shown_of(file(body="港口周日重新开放。" * 60), "excerpt")
    assert 60 <= len(shown.summary) <= 130


def test_a_summary_has_no_captions_headings_or_marks() -> None:
    body = '{.caption image="https://a.example/x.jpg"}\nA quay.\n\n## Heading\n\nThe **harbor** [opened](https://b.example).\n'
    assert first_words(body, 45) == "The harbor opened."


def test_chinese_and_japanese_paragraphs_run_on_without_a_space() -> None:
    assert first_words("最終便が繰り下がる。\n\n船長が言う。\n", 45) == "最終便が繰り下がる。船長が言う。"
    assert first_words("It opened.\n\nNobody came.\n", 45) == "It opened. Nobody came."


def test_withdrawn_stories_have_no_words() -> None:
    from copydesk.writing.front_matter.record import Notice

    gone = record(withdrawn=Notice(None), standfirst="Secret")
    assert (gone.body, gone.standfirst, gone.summary, gone.words) == ("", None, "", 0)
    assert gone.withdrawal is not None


def test_robots() -> None:
    assert robots(record(seed="a.txt", publisher="A")) == "noindex, follow"
    assert robots(record(seed="a.txt", publisher="A", licence="CC BY 4.0")) is None
    assert robots(record(seed="a.txt", publisher="A", policy="excerpt")) is None
    assert robots(record()) is None
    assert robots(record(), drafted=True) == "noindex, follow"


# --- addresses and licences -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("stated", "name", "address"),
    [
        ("CC BY 4.0", "CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
        ("cc-by-sa", "cc-by-sa", "https://creativecommons.org/licenses/by-sa/4.0/"),
        (
            "http://creativecommons.org/licenses/by-nc-nd/3.0/",
            "CC BY-NC-ND 3.0",
            "http://creativecommons.org/licenses/by-nc-nd/3.0/",
        ),
        (
            "https://creativecommons.org/publicdomain/zero/1.0/",
            "CC0 1.0",
            "https://creativecommons.org/publicdomain/zero/1.0/",
        ),
        ("All rights reserved", "All rights reserved", None),
        ("javascript:alert(1)", "javascript:alert(1)", None),
    ],
)
def test_licences(stated: str, name: str, address: str | None) -> None:
    assert (licence_name(stated), licence_address(stated)) == (name, address)


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//a.example", "mailto:a@b.example", "file:///x", "x"]
)
def test_only_the_web_is_linked_as_an_original(address: str) -> None:
    assert record(source_url=address).origin.original is None


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://www.harbor.example/x", "harbor.example"),
        ("https://müller.example/", "xn--mller-kva.example"),
        ("https://аррӏе.example/", "xn--80ak6aa92e.example"),
        ("https://a..b/", "a..b"),
        ("https://faß.example/", "xn--fa-hia.example"),
        ("https://ⓔvil。example/", "evil.example"),
        ("https://%65vil.example/", "evil.example"),
        ("https://a.example@evil.example/", "evil.example"),
        ("https://a.example%5C@evil.example/", "evil.example"),
        ("https://a.example%40evil.example/", "a.example%40evil.example"),
        ("https://\u202egnp.example/", "\\u202egnp.example"),
        ("https://[2001:db8::1]/", "2001:db8::1"),
        ("https://☕.example/", "xn--53h.example"),
        ("http://2130706433/", "127.0.0.1"),
        ("http://0x7f.1/", "127.0.0.1"),
        ("http://017700000001./", "127.0.0.1"),
        ("http://①②⑦.0.0.0x1/", "127.0.0.1"),
        ("http://0x/", "0.0.0.0"),
        ("http://1.2.3.256/", "1.2.3.256"),
        ("http://1.2.3.4.5/", "1.2.3.4.5"),
        ("http://09/", "09"),
        ("http://1.example/", "1.example"),
        ("http://a.1e/", "a.1e"),
        ("http://[", None),
        (None, None),
    ],
)
def test_the_host_of_a_link_is_shown_as_it_is_sent(address: str | None, shown: str | None) -> None:
    assert host(address) == shown


@given(st.text(max_size=80))
def test_text_for_other_themes_is_harmless_escaped_and_unescaped(text: str) -> None:
    import re

    for shown in (str(press_safe(text)), press_safe(text).unescape(), press_safe(text).striptags()):
        assert not re.search(r"<[A-Za-z/!?]", shown)
        assert '"' not in shown
        assert "'" not in shown


def test_origins_are_said_in_words() -> None:
    assert origin_words("page header", ENGLISH) == ORIGINS["page header"] != "page header"
    assert origin_words("first seen", ENGLISH) == "the day the file was first seen"
    assert origin_words("a name of tomorrow", ENGLISH) == "a name of tomorrow"
    assert fact_words("source_url", ENGLISH) == "address of the original"


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("share line", "Zeile zum Teilen"),
        ("stands on 12 other pages of this publisher", "steht auf 12 anderen Seiten dieses Mediums"),
        ("listed for Stadt & %(name)s", "aufgeführt für Stadt & %(name)s"),
        ("judged not to be part of the story (0.12)", "als nicht zum Artikel gehörig beurteilt"),
        ("a reason of tomorrow", "a reason of tomorrow"),
    ],
)
def test_reasons_of_cuts_are_said_in_the_language_of_the_interface(reason: str, said: str) -> None:
    assert reason_words(reason, Tongue("de")) == said
