"""Headline, publisher, section, tags, language, licence, standfirst: which clue becomes the fact."""

from __future__ import annotations

from dataclasses import replace

import pytest
from copydesk.metadata.addresses.images import resolve_image
from copydesk.metadata.addresses.licences import read_licence
from copydesk.metadata.credits.authors import resolve_credits
from copydesk.metadata.credits.publishers import resolve_original_publisher, resolve_publisher
from copydesk.metadata.evidence import Evidence, value_of
from copydesk.metadata.names.logo_names import name_in_logo
from copydesk.metadata.names.site_names import NO_NAMES, SiteNames, names_of_site, without_site_name
from copydesk.metadata.story.headlines import resolve_headline
from copydesk.metadata.story.language import read_tag, resolve_language
from copydesk.metadata.story.sections import resolve_section, resolve_tags
from copydesk.metadata.story.standfirsts import resolve_standfirst
from copydesk.model import Clue, House, Overrides, Publisher
from drafts import BODY, HARBOR, clue, draft, evidence

TITLE = "Harbour wall to be rebuilt before winter"
SITE = SiteNames(frozenset({"theharborpost", "harborpost"}), frozenset({"harborpostexample"}))


def headline(*clues: Clue, names: SiteNames = NO_NAMES) -> str | None:
    return value_of(resolve_headline(evidence(*clues), names).fact)


# --- headline ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("title", "left"),
    [
        (f"{TITLE} | The Harbor Post", TITLE),
        (f"{TITLE} - Harbor Post", TITLE),
        (f"The Harbor Post: {TITLE}", TITLE),
        (f"{TITLE} — Harbor Post Online", TITLE),
        (f"{TITLE} | Port – and what it costs", f"{TITLE} | Port – and what it costs"),
        ("Harbor Post", "Harbor Post"),
        ("Wall - rebuilt", "Wall - rebuilt"),
        ("Harbor Post workers strike", "Harbor Post workers strike"),
    ],
)
def test_the_name_of_the_site_is_taken_off_a_title(title: str, left: str) -> None:
    assert without_site_name(title, SITE) == left


def test_the_heading_most_like_what_the_page_tells_others() -> None:
    clues = (
        clue("headline", "Most read", "h1", 3),
        clue("headline", f"{TITLE}, port office says", "h1", 9),
        clue("headline", f"{TITLE} | The Harbor Post", "open graph"),
    )
    assert headline(*clues, names=SITE) == f"{TITLE}, port office says"


def test_a_heading_that_is_the_site_is_no_headline() -> None:
    assert headline(clue("headline", "The Harbor Post", "h1"), names=SITE) is None


def test_of_two_lines_the_whole_one() -> None:
    cut_off = clue("headline", "Harbour wall to be rebuilt...", "headline line", 4)
    assert headline(cut_off, clue("headline", TITLE, "headline line", 6)) == TITLE


def test_quotation_marks_stay_as_the_writer_set_them() -> None:
    assert headline(clue("headline", "“Enough”,\u00a0says  mayor’s office", "headline line")) == (
        "“Enough”, says mayor’s office"
    )


# --- publisher --------------------------------------------------------------------------------------------------------


def publisher(*clues: Clue, address: str | None = None) -> tuple[str | None, str | None, list[str]]:
    found = resolve_publisher(evidence(*clues, publishers=(HARBOR,)), address)
    return value_of(found.fact), found.known.key if found.known else None, [doubt.code for doubt in found.doubts]


def test_the_domain_beats_the_name() -> None:
    named = clue("publisher", "Some Network", "site name")
    assert publisher(named, address="https://news.harborpost.example/wall") == ("Harbor Post", "harbor-post", [])


def test_a_name_of_the_table_is_known_by() -> None:
    assert publisher(clue("publisher", "HARBORPOST online", "site name")) == ("Harbor Post", "harbor-post", [])


def test_two_spellings_are_both_shown_and_none_is_made_up() -> None:
    logos = (clue("publisher", "Tidngs", "logo text", 1), clue("publisher", "Tidings", "logo text", 3))
    found = resolve_publisher(evidence(*logos), None)
    assert value_of(found.fact) == "Tidngs" and found.fact and found.fact.confidence < 0.5
    assert [doubt.code for doubt in found.doubts] == ["publisher-spellings"]
    assert "Tidngs" in found.doubts[0].message and "Tidings" in found.doubts[0].message


def test_spellings_that_the_table_has_leave_nothing_to_settle() -> None:
    shown = (clue("publisher", "Tidings", "logo text", 1), clue("publisher", "The Tidings", "name line", 33))
    house = House((Publisher("tidings", "The Tidings", names=("Tidings",)),))
    assert resolve_publisher(Evidence(draft(*shown), house, Overrides()), None).doubts == ()
    (doubt,) = resolve_publisher(evidence(*shown), None).doubts
    assert doubt.code == "publisher-spellings"


def test_the_spelling_seen_more_often_is_taken() -> None:
    logos = [clue("publisher", name, "logo text") for name in ("Tidngs", "Tidings", "Tidings logo")]
    assert publisher(*logos)[0] == "Tidings"


def test_two_publishers_are_not_two_spellings() -> None:
    assert publisher(clue("publisher", "Tidings", "logo text"), clue("publisher", "Gazette", "logo text"))[2] == []


def test_with_nothing_else_the_host_is_shown_as_doubtful() -> None:
    found = resolve_publisher(evidence(), "https://tidings.example/wall")
    assert found.fact and (found.fact.value, found.fact.origin) == ("tidings.example", "url")
    assert found.fact.confidence < 0.5


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tidings-Mobile-header-logo", "Tidings"),
        ("Harbor Post Logo", "Harbor Post"),
        ("logo.svg", None),
        ("The Harbour Light", "The Harbour Light"),
        ("harbour-light-white", "harbour"),
        ("Harbour Header White", "Harbour"),
        ("© 2025 Harbor Post. All rights reserved.", "Harbor Post"),
        ("Read all about the harbour wall in our newsletter", None),
    ],
)
def test_names_in_logos(text: str, name: str | None) -> None:
    assert name_in_logo(text) == name


def test_whom_the_page_credits_is_kept_where_it_is_somebody_else() -> None:
    credited = evidence(clue("original_publisher", "The Tidings", "source line"))
    assert value_of(resolve_original_publisher(credited, "Harbor Post").fact) == "The Tidings"
    assert resolve_original_publisher(credited, "the tidings").fact is None


@pytest.mark.parametrize(
    ("line", "agency", "other"),
    [
        ("PAP, Radio Zatoka", "PAP", "Radio Zatoka"),
        ("Reuters", "Reuters", None),
        ("Harbour Post + Reuters", "Reuters", "Harbour Post"),
        ("Ann Lee", None, "Ann Lee"),
    ],
)
def test_an_agency_among_the_sources_is_credited_as_one(line: str, agency: str | None, other: str | None) -> None:
    credited = evidence(clue("original_publisher", line, "source line"))
    assert value_of(resolve_credits(credited, "pl", NO_NAMES).agency) == agency
    assert value_of(resolve_original_publisher(credited, "Kurier Zatoki").fact) == other


# --- section and tags -------------------------------------------------------------------------------------------------


def section(*clues: Clue, address: str | None = None) -> str | None:
    return value_of(resolve_section(evidence(*clues), TITLE, address, SITE).fact)


def test_a_section_is_not_home_nor_site_nor_headline() -> None:
    assert section(clue("section", f"Home > Harbor Post > Economy > {TITLE[:20]}...", "breadcrumb")) == "Economy"
    assert section(clue("section", "Home", "breadcrumb")) is None
    assert section(clue("section", "Uncategorized", "json-ld"), clue("section", "Economy", "breadcrumb")) == "Economy"


@pytest.mark.parametrize(
    ("address", "named"),
    [
        ("https://harborpost.example/global-economy/2025/08/wall", "Global economy"),
        ("https://harborpost.example/news/wall", None),
        ("https://harborpost.example/wall", None),
        ("https://harborpost.example/en/12345", None),
        ("https://harborpost.example/n/wall", None),
    ],
)
def test_a_section_in_the_address(address: str, named: str | None) -> None:
    assert section(address=address) == named


def test_tags_once_each_from_one_origin() -> None:
    tags = (
        clue("tag", "Harbour, Storms;harbour", "meta"),
        clue("tag", "Ports", "rel tag"),
        clue("tag", "ports", "rel tag"),
        clue("tag", "#Weather", "rel tag"),
    )
    assert value_of(resolve_tags(evidence(*tags)).fact) == ("Ports", "Weather")
    assert value_of(resolve_tags(evidence(tags[0])).fact) == ("Harbour", "Storms")


def test_one_character_is_a_tag_where_it_is_a_word() -> None:
    tags = (clue("tag", "港,離島", "json-ld"), clue("tag", "A,ports", "open graph"))
    assert value_of(resolve_tags(evidence(tags[0])).fact) == ("港", "離島")
    assert value_of(resolve_tags(evidence(tags[1])).fact) == ("ports",)


# --- language ---------------------------------------------------------------------------------------------------------

GERMAN = (
    "Die Hafenmauer wird vor den Winterstürmen erneuert, wie das Hafenamt am Dienstag nach Gesprächen mitteilte.",
    "Die Arbeiten beginnen im März, und der Fischmarkt zieht in das alte Zollhaus um, bis sie abgeschlossen sind.",
)


def test_the_page_s_language_is_confirmed_by_its_words() -> None:
    found = resolve_language(evidence(clue("language", "en_GB", "og locale")), None)
    assert value_of(found.fact) == "en-GB" and not found.doubts


def test_the_words_win_over_a_setting_left_as_installed() -> None:
    german = Evidence(draft(clue("language", "en-US", "html lang"), body=GERMAN), House(), Overrides())
    found = resolve_language(german, None)
    assert found.fact and (found.fact.value, found.fact.origin) == ("de", "detected")
    assert [doubt.code for doubt in found.doubts] == ["language-mismatch"]


def test_too_few_words_tell_nothing() -> None:
    assert resolve_language(Evidence(draft(body=("17:04",)), House(), Overrides()), None).fact is None


@pytest.mark.parametrize(
    ("text", "tag"),
    [
        ("pt_br", "pt-BR"),
        ("EN", "en"),
        ("zh-hans-cn", "zh-Hans-CN"),
        ("de_DE.UTF-8", "de-DE"),
        ("English", None),
        ("", None),
    ],
)
def test_tags_of_languages(text: str, tag: str | None) -> None:
    assert read_tag(text) == tag


# --- licence, standfirst, image ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "licence"),
    [
        ("https://creativecommons.org/licenses/by-nc-sa/4.0/", "CC BY-NC-SA 4.0"),
        ("http://creativecommons.org/licenses/by/3.0/de/deed.de", "CC BY 3.0 DE"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0 1.0"),
        ("This story is published under CC BY-ND 4.0.", "CC BY-ND 4.0"),
        ("CC BY 4", "CC BY 4.0"),
        ("Creative Commons Attribution-ShareAlike 4.0 International", "CC BY-SA 4.0"),
        ("Creative Commons Attribution NonCommercial NoDerivatives", "CC BY-NC-ND"),
        ("https://harborpost.example/terms", "https://harborpost.example/terms"),
        ("All rights reserved.", None),
        ("Cc by mail", None),
        ("A creative commons for artists opened in the old customs house", None),
    ],
)
def test_licences(text: str, licence: str | None) -> None:
    assert read_licence(text) == licence


def standfirst(value: str, origin: str = "meta") -> str | None:
    return value_of(resolve_standfirst(evidence(clue("standfirst", value, origin)), TITLE, SITE).fact)


def test_a_description_that_says_something_of_its_own() -> None:
    assert standfirst("Traders fear months of noise while the port office promises to be done by December.")


@pytest.mark.parametrize(
    "value",
    [
        BODY[0],
        BODY[0][:90],
        BODY[0][:60] + "…",
        "Traders fear months of noise while the port office promises...",
        "The Harbor Post",
        "Breaking news, sport and weather from the coast, all day",
        TITLE,
        "Short one",
        "Before the winter storms the harbour wall will be rebuilt, the port office said.",
    ],
)
def test_descriptions_that_are_no_standfirst(value: str) -> None:
    assert standfirst(value) is None


def test_a_printed_standfirst_may_be_short() -> None:
    assert standfirst("What it costs", "standfirst line") == "What it costs"


def test_a_logo_is_no_image_of_the_story() -> None:
    logo = clue("image", "https://harborpost.example/img/logo.png", "open graph")
    photo = clue("image", "https://harborpost.example/img/catalogue-fire.jpg", "twitter card")
    assert value_of(resolve_image(evidence(logo, photo)).fact) == photo.value
    assert resolve_image(evidence(logo)).fact is None


@pytest.mark.parametrize(
    ("address", "is_shown"),
    [
        ("https://uni.example/sites/default/files/2026-01/kelp.jpg?itok=xY", True),
        ("https://uni.example/img/default.jpg", False),
        ("https://uni.example/img/share-default_1200.png", False),
    ],
)
def test_a_picture_in_a_folder_called_default_is_one(address: str, is_shown: bool) -> None:
    assert (resolve_image(evidence(clue("image", address, "open graph"))).fact is not None) is is_shown


def test_a_description_that_begins_with_the_first_sentence_is_no_standfirst() -> None:
    first = BODY[0].split(",")[0] + ". "
    told = evidence(clue("standfirst", first + "Highlights: a new wall. The market moves.", "meta"))
    opened = replace(told, draft=draft(*told.draft.clues, body=(first + BODY[1], *BODY[1:])))
    assert resolve_standfirst(opened, TITLE, SITE).fact is None


def test_names_of_a_site_come_from_page_address_and_table() -> None:
    given = evidence(clue("publisher", "The Tidings", "site name"), publishers=(HARBOR,))
    names = names_of_site(given, "https://www.harborpost.example/wall")
    assert names.include("the tidings") and names.include("harborpost.example") and names.include("Harbor Post")
    assert not names.include("Traders")


# --- authors ----------------------------------------------------------------------------------------------------------


def credited(*clues: Clue) -> tuple[tuple[str, ...], tuple[str, ...]]:
    found = resolve_credits(evidence(*clues), "en", SITE)
    return (found.authors.value if found.authors else ()), found.written


def test_the_most_trusted_origin_that_names_people() -> None:
    author_page = clue("author", "https://social.example/jane", "json-ld")
    assert credited(author_page, clue("author", "Jane Roe", "meta"), clue("author", "Max Muster", "byline class"))[
        0
    ] == ("Jane Roe",)


def test_a_byline_may_name_more_than_structured_data() -> None:
    assert credited(clue("author", "Jane Roe", "json-ld"), clue("author", "By Jane Roe and John Doe", "byline class"))[
        0
    ] == (
        "Jane Roe",
        "John Doe",
    )


def test_bylines_of_other_stories_are_not_this_one_s() -> None:
    names = ("Jane Roe", "John Doe", "Ann Other", "Max Muster", "Eva Beispiel")
    assert credited(*(clue("author", name, "byline class") for name in names))[0] == ("Jane Roe",)


def test_who_only_worked_on_a_story_did_not_write_it() -> None:
    shown = ("Jane Roe", "Edited by Max Muster", "Max Muster", "Fact checked by Ann Other", "Ann Other")
    assert credited(*(clue("author", text, "byline class") for text in shown))[0] == ("Jane Roe",)
    both = ("By Jane Roe", "Edited by Jane Roe", "Jane Roe")
    assert credited(*(clue("author", text, "byline class") for text in both))[0] == ("Jane Roe",)


def test_whom_the_byline_names_where_it_names_no_person() -> None:
    assert credited(clue("author", "Harbor Post", "json-ld")) == ((), ("Harbor Post",))
    assert credited(clue("author", "The Associated Press", "json-ld")) == ((), ("The Associated Press",))
    assert credited(clue("author", "Jane Roe, AFP", "byline line")) == (("Jane Roe",), ("Jane Roe", "AFP"))


def test_a_headline_run_into_its_kicker_is_spelled_as_the_other_titles_spell_it() -> None:
    glued = clue("headline", "PortsHarbour wall to be rebuilt", "h1")
    spelled = [clue("headline", "Ports: Harbour wall to be rebuilt", origin) for origin in ("open graph", "json-ld")]
    assert headline(glued, *spelled) == "Ports: Harbour wall to be rebuilt"
    assert headline(glued, clue("headline", "PortsHarbour wall to be rebuilt", "open graph"), spelled[1]) == glued.value


def test_the_first_sentences_are_no_headline_whatever_the_page_declares() -> None:
    lede = "The harbour wall of Brisamar will be rebuilt by spring, the town council decided on Tuesday. " * 3
    titles = [clue("headline", TITLE, origin) for origin in ("h1", "open graph", "title element")]
    assert headline(clue("headline", lede, "json-ld"), *titles) == TITLE
    assert headline(clue("headline", "Wall of the harbour to be rebuilt", "json-ld"), *titles) != TITLE


@pytest.mark.parametrize(
    ("origin", "given", "name"),
    [
        ("site name", "The Northern Light", "The Northern Light"),
        ("json-ld", "Main Line Today", "Main Line Today"),
        ("site name", "Harbor Post logo", "Harbor Post"),
        ("logo text", "Harbor Post light", "Harbor Post"),
    ],
)
def test_a_name_that_data_gives_keeps_words_that_logos_have_too(origin: str, given: str, name: str) -> None:
    assert value_of(resolve_publisher(evidence(clue("publisher", given, origin)), None).fact) == name
