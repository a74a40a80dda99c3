"""Every rule on a page it works on, and on pages that only look like one."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from pathlib import Path

import pytest
from copydesk.editing import RULES
from copydesk.editing.held.holding import REVIEW
from copydesk.editing.vocabulary import LANGUAGES, vocabulary
from copydesk.model import Clue, Doubt, Heading, House, Kind, ListItem, Markup, Overrides, Paragraph, Publisher, Span
from editing_cases import CASES, HEADLINE, Part, above, inside, under
from editing_pages import STORY, Line, carry_out, draft, page, taken, unscored

WRITTEN = str.maketrans({"\n": " ⏎ ", "|": "¦", "\u00ad": "(-)", "\u00a0": "(nbsp)"})
"""How characters that a table cannot show are written in it."""
SPARED = [(name, spared) for name, case in CASES.items() for spared in case.spares]
RULES_PAGE = Path(__file__).resolve().parents[2] / "docs" / "rules.md"


@pytest.mark.parametrize("name", CASES)
def test_a_rule_takes_its_lines_and_finds_its_clues(name: str) -> None:
    case = CASES[name]
    after = carry_out(name, draft(page(*case.page)))
    assert taken(after) == case.takes
    assert all(cut.rule == name and cut.reason for cut in after.cuts)
    assert {(clue.fact, clue.value) for clue in after.clues} >= set(case.clues)


@pytest.mark.parametrize(("name", "spared"), SPARED)
def test_a_rule_spares_what_only_looks_like_it(name: str, spared: tuple[Part, ...]) -> None:
    after = carry_out(name, draft(page(*spared)))
    assert taken(after) == ()


def test_every_rule_that_takes_lines_has_a_near_miss() -> None:
    assert [name for name, case in CASES.items() if not case.spares] == []


def test_every_rule_says_what_it_does_in_a_sentence_with_an_example() -> None:
    for rule in RULES:
        sentence = (rule.apply.__doc__ or "").strip()
        assert sentence.endswith(".") and rule.apply.__name__ == rule.name, rule.name


def documented() -> list[tuple[str, str, str]]:
    """Rule, example and near miss of each row of docs/rules.md."""
    text = RULES_PAGE.read_text(encoding="utf-8")
    rows: list[tuple[str, str, str]] = re.findall(r"^\| `(\w+)` \| [^|]+ \| `([^`]*)` \| (.*) \|$", text, re.MULTILINE)
    return rows


def test_the_documentation_gives_the_example_of_each_rule() -> None:
    shown = {name: example for name, example, _ in documented()}
    assert shown == {rule.name: rule.example.translate(WRITTEN) for rule in RULES}


def test_the_documentation_gives_a_near_miss_that_is_tested() -> None:
    for name, _, miss in documented():
        if miss.startswith("`") and name in CASES:
            assert any(miss.strip("`") in _lines(spared) for spared in CASES[name].spares), name


def _lines(spared: tuple[Part, ...]) -> list[str]:
    lines = [part.text if isinstance(part, Line) else part for part in spared if not isinstance(part, tuple)]
    return [line.replace("|", "¦") for line in lines]


def test_a_section_between_bars_over_the_headline_is_lifted() -> None:
    after = carry_out("lift_breadcrumb", draft(page("| Community |", HEADLINE, STORY)))
    assert [(clue.fact, clue.value) for clue in after.clues] == [("section", "Community")]


def test_a_menu_run_together_says_no_section() -> None:
    after = carry_out("lift_glued_breadcrumb", draft(page("HomeWorldSportCultureLog in", HEADLINE, STORY)))
    assert taken(after) == ("HomeWorldSportCultureLog in",) and after.clues == ()


# --- rules that change, mark or hold ----------------------------------------------------------------------------------


def test_soft_hyphens_leave_and_joiners_stay() -> None:
    after = carry_out("drop_invisible_characters", draft(page("Wirt\u00adschaft", "می\u200cخواهم", "👩\u200d🚒")))
    assert [block.text for block in after.blocks] == ["Wirtschaft", "می\u200cخواهم", "👩\u200d🚒"]


def test_odd_spaces_become_plain_ones_and_quotes_stay() -> None:
    after = carry_out("even_out_spaces", draft(page("on\u00a0Her  Soil\u00a0", "« Bien\u202f!\u00a0» – „gut“ …")))
    assert [block.text for block in after.blocks] == ["on Her Soil", "« Bien ! » – „gut“ …"]


@pytest.mark.parametrize(
    ("line", "evened"),
    [
        ("市場\u3000十年ぶりに朝市", "市場\u3000十年ぶりに朝市"),
        ("できるのか？\u3000不安は", "できるのか？\u3000不安は"),
        ("\u3000市場は四日\u3000", "市場は四日"),
        ("氏名\u3000\u3000住所", "氏名 住所"),
        ("記事｜\u3000みなと日報", "記事｜ みなと日報"),
        ("A\u3000市場", "A 市場"),
    ],
)
def test_the_wide_space_stays_where_it_is_a_mark_of_print(line: str, evened: str) -> None:
    after = carry_out("even_out_spaces", draft(page(line)))
    assert [block.text for block in after.blocks] == [evened]


def test_a_wrapped_paragraph_is_one_block_with_its_range_of_lines() -> None:
    lines = (
        "The harbour wall of Brisamar will be rebuilt by spring, the council",
        "decided on Tuesday after a debate that lasted until midnight and had",
        "filled the gallery to the last seat.",
    )
    after = carry_out(
        "join_wrapped_lines", draft(page(lines[0], Line(lines[1], gap=0), Line(lines[2], gap=0), "Next."))
    )
    assert [block.text for block in after.blocks] == [" ".join(lines), "Next."]
    assert (after.blocks[0].place.first, after.blocks[0].place.last) == (2, 4)


def test_words_parted_at_the_ends_of_printed_lines_are_whole_and_compounds_keep_their_hyphen() -> None:
    lines = (
        "The wall of Brisamar is to be rebuilt by spring, and the contrac-",
        "tors have been told to start with the oldest part, a well-",
        "known ruin. It was known well before the town was, and the har-",
        "bour office has a drawing of it.",
    )
    after = carry_out("join_wrapped_lines", draft(page(lines[0], *(Line(line, gap=0) for line in lines[1:]))))
    assert [block.text for block in after.blocks] == [
        "The wall of Brisamar is to be rebuilt by spring, and the contractors have been told to start with the oldest"
        " part, a well-known ruin. It was known well before the town was, and the harbour office has a drawing of it."
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("Crabs", "Herrings", "Lobsters when there are any"),
        ("The roses were red and the boats were blue,", "and the tide that had carried them came", "back for you."),
    ],
)
def test_lists_and_verses_are_not_unwrapped(lines: tuple[str, ...]) -> None:
    after = carry_out("join_wrapped_lines", draft(page(lines[0], *(Line(line, gap=0) for line in lines[1:]))))
    assert [block.text for block in after.blocks] == list(lines)


def test_a_sentence_broken_at_its_links_is_put_together() -> None:
    parts = ("The mayor told the", "Harbour Herald", ", which first reported it, that nobody would", "pay.")
    after = carry_out("join_broken_sentences", draft(page(parts[0], *(Line(part, gap=0) for part in parts[1:]))))
    joined = "The mayor told the Harbour Herald, which first reported it, that nobody would pay."
    assert [block.text for block in after.blocks] == [joined]


def test_a_sentence_goes_on_after_a_link_of_two_words() -> None:
    parts = ("The wall had stood for a hundred years, the builders", "Norrland Line", "said on Thursday.")
    after = carry_out("join_broken_sentences", draft(page(parts[0], *(Line(part, gap=0) for part in parts[1:]))))
    assert [block.text for block in after.blocks] == [" ".join(parts)]


@pytest.mark.parametrize(
    "lines",
    [
        ("Harbour wall to be rebuilt", "by", "Jane Doe"),
        ("The council met on Tuesday.", "It decided nothing."),
        ("Share this story", "Harbour Herald", "Most popular"),
    ],
)
def test_lines_that_only_stand_close_are_not_joined(lines: tuple[str, ...]) -> None:
    after = carry_out("join_broken_sentences", draft(page(lines[0], *(Line(line, gap=0) for line in lines[1:]))))
    assert [block.text for block in after.blocks] == list(lines)


def test_chinese_lines_are_joined_without_a_space() -> None:
    after = carry_out("join_broken_sentences", draft(page("市政府表示", Line("，防波堤将于春季重建。", gap=0))))
    assert [block.text for block in after.blocks] == ["市政府表示，防波堤将于春季重建。"]


def test_every_block_is_scored_and_the_story_above_the_rest() -> None:
    after = carry_out("score_blocks", unscored(draft(page("Home", STORY, "Privacy policy"))))
    scores = [block.score or 0.0 for block in after.blocks]
    assert min(scores[1:4]) > max(scores[0], scores[4])


def test_the_curator_names_lines_and_elements() -> None:
    blocks = page(STORY, Line("Buy a boat", markup=Markup(path=("div",), words=("promo", "box"))))
    lines = Overrides(cut_lines=(f"{blocks[1].place.first}-{blocks[1].place.last}",), cut=("div.promo",))
    after = carry_out("cut_lines_the_curator_named", draft(blocks), overrides=lines)
    assert taken(after) == (STORY[1], "Buy a boat")


def test_a_main_selector_leaves_only_what_it_selects() -> None:
    blocks = page(
        Line("Buy a boat", markup=Markup(words=("aside",))), Line(STORY[0], markup=Markup(words=("body", "story")))
    )
    after = carry_out("cut_lines_the_curator_named", draft(blocks), overrides=Overrides(main=(".story-body",)))
    assert taken(after) == ("Buy a boat",)


def test_a_program_in_a_saved_page_is_the_story_s_and_in_a_dump_the_page_s() -> None:
    program = "var ads = ads || {}; function load() { document.write(ads); }"
    dumped = carry_out("cut_scripts", draft(page(STORY, program)))
    saved = carry_out("cut_scripts", draft(page(STORY, Line(program, markup=Markup(words=("body",))))))
    assert (taken(dumped), taken(saved)) == ((program,), ())


def test_a_publisher_of_the_house_has_lines_of_its_own() -> None:
    publisher = Publisher(key="herald", name="Harbour Herald", cut_lines=("Harbour Herald for you",))
    clue = Clue("publisher", "Harbour Herald", "logo text")
    known = carry_out(
        "cut_lines_of_the_publisher", draft(page(STORY, "Harbour Herald for you"), (clue,)), House((publisher,))
    )
    unknown = carry_out("cut_lines_of_the_publisher", draft(page(STORY, "Harbour Herald for you")), House((publisher,)))
    assert (taken(known), taken(unknown)) == (("Harbour Herald for you",), ())


@pytest.mark.parametrize("shown", ["Harbour Herald", "Harbour Herald logo", "harbour-herald_mobile_logo.png"])
def test_a_dump_s_publisher_is_known_by_its_name_or_its_logo(shown: str) -> None:
    publisher = Publisher(key="herald", name="Harbour Herald", cut_patterns=("Paid for by * readers of the Herald",))
    dump = replace(draft(page(shown, STORY, "Paid for by 31 readers of the Herald")), format="text")
    assert taken(carry_out("cut_lines_of_the_publisher", dump, House((publisher,)))) == (
        "Paid for by 31 readers of the Herald",
    )


@pytest.mark.parametrize(("said", "gone"), [("herald", True), ("Harbour Herald", True), ("Another Paper", False)])
def test_the_publisher_that_the_curator_names_has_its_lines_whatever_the_page_says(said: str, gone: bool) -> None:
    publisher = Publisher(key="herald", name="Harbour Herald", cut_lines=("Harbour Herald for you",))
    clue = Clue("publisher", "Harbour Herald", "logo text")
    dump = draft(page(STORY, "Harbour Herald for you"), (clue,))
    after = carry_out(
        "cut_lines_of_the_publisher", dump, House((publisher,)), overrides=Overrides(facts={"publisher": (said,)})
    )
    assert bool(taken(after)) is gone


def test_lines_the_curator_keeps_come_back_in_their_place() -> None:
    cut = carry_out("cut_machine_lines", draft(page(STORY[:1], "Menu", STORY[1:])))
    kept = carry_out("restore_lines_the_curator_keeps", cut, overrides=Overrides(keep_lines=("4",)))
    assert [block.text for block in kept.blocks] == [STORY[0], "Menu", *STORY[1:]]
    assert kept.cuts == ()


@pytest.mark.parametrize("words", ["Source link: {}", "Original article ({})", "View original <{}>", "Source: {}"])
def test_the_address_behind_the_words_of_a_source_link_is_the_original_s(words: str) -> None:
    address = "https://ledger.example/local/pier-ferry?id=3"
    after = carry_out("cut_source_link", draft(page(STORY, words.format(address))))
    assert [(clue.fact, clue.value) for clue in after.clues] == [("canonical_url", address)]
    assert after.doubts == ()


def test_a_source_that_is_an_address_is_no_publisher_s_name() -> None:
    after = carry_out("lift_source_lines", draft(page(STORY, "Originally published at https://ledger.example/pier")))
    assert [clue.fact for clue in after.clues] == ["canonical_url"]


def test_a_menu_in_one_row_says_no_section() -> None:
    for menu in ("Home | News | Local | Weather", "Home · News · Local · Weather · More"):
        after = carry_out("lift_breadcrumb", draft(page(menu, "Home > Local", HEADLINE, STORY)))
        assert [clue.value for clue in after.clues] == ["Local"], menu


def test_of_two_breadcrumbs_the_one_by_the_headline_counts() -> None:
    after = carry_out("lift_breadcrumb", draft(page("Home > Shop", "Home > Region", HEADLINE, STORY)))
    assert [clue.value for clue in after.clues] == ["Region"]


def test_the_source_link_raises_a_doubt_where_its_address_is_lost() -> None:
    after = carry_out("cut_source_link", draft(page(STORY, "Source link")))
    assert [doubt.code for doubt in after.doubts] == ["original-address-missing"]


def test_a_handover_to_a_quotation_is_marked_and_its_end_not_guessed() -> None:
    after = carry_out("mark_quotations", draft(page(STORY[:1], "Here’s more from the Herald’s report:", STORY[1:])))
    assert [(doubt.code, doubt.place) for doubt in after.doubts] == [("quotation-starts", after.blocks[1].place)]
    colon = carry_out("mark_quotations", draft(page(STORY[:1], "The council will:", STORY[1:])))
    assert colon.doubts == ()


def test_prose_that_begins_like_a_pitch_stays_with_a_doubt() -> None:
    line = Line("Sign up for our harbour, the old poster said, and half of the village did.", 0.96)
    after = carry_out("cut_newsletter_lines", draft(page(*inside(line))))
    assert (taken(after), [doubt.code for doubt in after.doubts]) == ((), ["lines-in-doubt"])


@pytest.mark.parametrize(
    ("line", "is_call"),
    [
        ("Have you found something odd in your nets? Email ann.lee@harbour.example", True),
        ("“Who would write to wall@harbour.example?” he asked. “Nobody would write to wall@harbour.example.”", False),
        ("Letters go to the port office, which answers from wall@harbour.example within a week.", False),
    ],
)
def test_a_question_with_an_address_to_answer_to_is_none_of_the_story(line: str, is_call: bool) -> None:
    after = carry_out("cut_newsletter_lines", draft(page(STORY, Line(line, 0.95))))
    assert (line not in [block.text for block in after.blocks]) is is_call


GREETING = "Welcome back to Slack Water, a weekly letter. If someone sent you this, you can subscribe here."


@pytest.mark.parametrize(("emphasis", "is_cut"), [(True, True), (False, False)])
def test_a_greeting_set_in_italics_leaves_though_it_reads_like_the_story(emphasis: bool, is_cut: bool) -> None:
    (block,) = page(Line(GREETING, 0.95))
    greeting = replace(block, spans=(Span(GREETING, emphasis=emphasis),))
    after = carry_out("cut_newsletter_lines", draft((greeting, *page(STORY))))
    assert (GREETING in taken(after)) is is_cut


@pytest.mark.parametrize(
    ("path", "kind", "is_cut"),
    [
        (("main", "div", "button"), Paragraph(), True),
        (("h3", "button"), Heading(3), False),
        (("main", "div", "p"), Paragraph(), False),
    ],
)
def test_a_button_of_a_page_is_no_line_of_the_story(path: tuple[str, ...], kind: Kind, is_cut: bool) -> None:
    line = Line("Show what came before", 0.7, kind=kind, markup=Markup(path=path))
    assert (line.text in taken(carry_out("cut_machine_lines", draft(page(STORY, line))))) is is_cut


def test_the_title_behind_a_label_is_the_title_again() -> None:
    again = "原标题：老码头将改建为水上图书馆"
    before = draft(page(STORY, Line(again, 0.7)), (Clue("headline", "老码头将改建为水上图书馆", "headline line"),))
    assert again in taken(carry_out("cut_repeated_headline", before))


def test_comments_end_the_story_of_a_dump_but_not_of_a_page_that_goes_on() -> None:
    markup = Markup(path=("article", "p"), words=("article",))
    marker = Line("12 Comments", markup=markup)
    paragraphs = tuple(Line(text, 0.97, markup=markup) for text in STORY)
    goes_on = carry_out("end_at_comments", draft(page(*paragraphs, marker, *paragraphs)))
    dump = carry_out("end_at_comments", draft(page(STORY, "12 Comments", STORY)))
    assert (len(goes_on.cuts), len(dump.cuts)) == (0, 4)


NOTE = "*Comments are now closed for this story"


def comments_under(*above: str, below: Markup) -> int:
    """How many lines of a page leave under a note to those who comment, its own included."""
    markup = Markup(path=("article", "p"), words=("article",))
    told, said = (Line(text, 0.97, markup=markup) for text in above), (Line(text, 0.97, markup=below) for text in STORY)
    return len(carry_out("end_at_comments", draft(page(*told, Line(NOTE, 0.9, markup=markup), *said))).cuts)


def test_under_a_note_to_those_who_comment_nothing_is_the_storys_however_sure_the_judge_is() -> None:
    like_the_story, apart = Markup(path=("article", "p"), words=("article",)), Markup(path=("div", "p"), container=9)
    assert comments_under(*STORY, *STORY, below=like_the_story) == 1 + len(STORY)
    assert comments_under(*STORY[:2], below=apart) == 1 + len(STORY)
    assert comments_under(*STORY[:2], below=like_the_story) == 0
    assert comments_under(STORY[0], below=apart) == 0


def test_comments_counted_under_several_teasers_end_no_story() -> None:
    counts = ("Comments (2)", "Comments (14)", "Comments (1)")
    teasers = tuple(part for count, text in zip(counts, STORY, strict=False) for part in (Line(text, 0.6), count))
    counted = carry_out("end_at_comments", draft(page(*teasers, STORY)))
    own = carry_out("end_at_comments", draft(page(STORY, "Comments (14)", "Comments (14)", STORY)))
    boxed = carry_out("end_at_comments", draft(page(STORY, "[ 167 comments ]", STORY)))
    assert (len(counted.cuts), len(own.cuts), len(boxed.cuts)) == (0, 5, 4)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_that_may_stand_anywhere_is_a_single_sign(language: str) -> None:
    words = vocabulary(language)
    phrases = [phrase for field in fields(words) if "phrases" in field.name for phrase in getattr(words, field.name)]
    assert [phrase for phrase in phrases if len(phrase.strip()) < 2] == []


def test_a_line_of_korean_with_letters_of_another_script_is_no_line_of_rights() -> None:
    told = "주말 밤 9시 MBC와 SBS는 새 드라마의 대결로 붙는다."
    after = carry_out("cut_rights_lines", draft(page(*[told] * 8, "저작권자 ⓒ 브리사마르신문")))
    assert taken(after) == ("저작권자 ⓒ 브리사마르신문",)


def test_a_long_line_is_a_disclaimer_if_it_has_two_phrases_of_rights() -> None:
    words = "The Herald gives no warranty of any kind for what is said here by its guests, " * 4
    one = f"{words}and all rights reserved to the harbour office were let go in the storm of 1953."
    two = f"{words}all rights reserved. It may not be reproduced in whole or in part."
    after = carry_out("cut_rights_lines", draft(page(STORY, Line(one, 0.6), Line(two, 0.6), Line(two, 0.9))))
    assert taken(after) == (two,)


def test_three_phrases_make_a_note_though_the_judge_believes_it() -> None:
    words = "What the harbour posts elsewhere is shown here only to those who want to see it on this page. " * 3
    two = f"{words}To view this content you consent to the use of what the network stores."
    three = f"{two} It is third-party content."
    after = carry_out("cut_consent_notes", draft(page(STORY, Line(two, 0.85), Line(three, 0.85), Line(three, 0.98))))
    assert taken(after) == (three,)


def test_a_blog_says_in_any_language_how_to_follow_what_is_said_of_an_entry() -> None:
    note = "Запись оставлена 16 января в рубрике «Порт». Читать ответы на неё можно через RSS 2.0."
    told = "RSS, the format of feeds, turns twenty-five this year, and the readers of the Herald still ask for it."
    after = carry_out("cut_newsletter_lines", draft(page(STORY, Line(note, 0.7), Line(told, 0.7))))
    assert taken(after) == (note,)


def test_a_long_note_of_consent_has_two_of_its_phrases() -> None:
    note = "What the harbour posts elsewhere is shown here only to those who want to see it on this page. " * 3
    asked = f"{note}To view this content you consent to the use of what the network stores."
    told = f"{note}To view this content, said the harbour master, people have to come to the office."
    after = carry_out("cut_consent_notes", draft(page(STORY, Line(asked, 0.6), Line(told, 0.6))))
    assert taken(after) == (asked,)


def test_the_headline_is_not_said_twice_but_a_subhead_may_say_it() -> None:
    clue = (Clue("headline", HEADLINE, "headline line"),)
    again = carry_out("cut_repeated_headline", draft(page(*above(HEADLINE)), clue))
    subhead = carry_out("cut_repeated_headline", draft(page(*inside(Line(HEADLINE, 0.9))), clue))
    assert (taken(again), taken(subhead)) == ((HEADLINE,), ())


def test_a_section_that_menu_and_breadcrumb_name_is_not_the_headline() -> None:
    crumbs = carry_out("lift_breadcrumb", draft(page("Home", "Region", "Home > Region", HEADLINE, STORY)))
    assert "Home > Region" in taken(crumbs)
    after = carry_out("lift_headline", crumbs)
    assert ("headline", HEADLINE) in {(clue.fact, clue.value) for clue in after.clues}


def test_a_summary_that_would_leave_a_dump_becomes_the_standfirst() -> None:
    summary = "Skippers fear eleven weeks without the inner basin, and nobody has said who pays"
    headline = carry_out("lift_headline", draft(page("Brisamar", HEADLINE, Line(summary, 0.3), STORY)))
    assert HEADLINE in taken(headline)
    after = carry_out("lift_standfirst", headline)
    assert ("standfirst", summary) in {(clue.fact, clue.value) for clue in after.clues}


def test_an_alternative_text_goes_with_its_caption() -> None:
    twins = (
        "Fishing boats lie in the inner basin of Brisamar",
        "Fishing boats lie in the inner basin of Brisamar © J. Doe",
    )
    after = carry_out("cut_captions", draft(page(*inside(*twins))))
    assert taken(after) == twins


def test_a_line_broken_off_over_the_whole_of_it_is_an_alternative_text_unless_it_is_told() -> None:
    whole = "The pier was crowded with islanders all morning, and the harbour master counted three hundred boats."
    short = "The pier was crowded with islanders all morning, and …"
    unsure = carry_out("cut_captions", draft(page(*inside(Line(short, 0.6), Line(whole, 0.6)))))
    sure = carry_out("cut_captions", draft(page(*inside(Line(short, 0.6), Line(whole, 0.9)))))
    assert (taken(unsure), taken(sure)) == ((short, whole), ())


def test_a_list_after_a_colon_is_rescued() -> None:
    items = [Line(text, 0.2, gap=0, kind=ListItem()) for text in ("new piles", "a wider quay")]
    after = carry_out(
        "cut_what_is_judged_out", draft(page(STORY[:2], Line("The plan has three parts:", 0.9), *items, STORY[2:]))
    )
    assert after.cuts == ()


def test_a_sure_edit_is_rated_higher_than_a_doubtful_one() -> None:
    sure = carry_out("rate_confidence", draft(page(STORY * 2)))
    doubtful = carry_out("rate_confidence", draft(page(*(Line(text, 0.55) for text in STORY * 2))))
    assert (sure.confidence or 0) > 0.75
    assert (doubtful.confidence or 0) < REVIEW
    assert [doubt.code for doubt in doubtful.doubts] == ["lines-in-doubt"]


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        (("Page not found", "Go back"), "an error page, not a story"),
        ((STORY[0], "Subscribe to continue reading"), "a teaser before a paywall, not the whole story"),
        (("Menu",), "no main content found (the longest candidate has 1 word)"),
    ],
)
def test_what_is_no_story_is_held(lines: tuple[str, ...], reason: str) -> None:
    (held,) = carry_out("hold_what_is_no_story", draft(page(*lines))).held
    assert held.startswith(reason)


def test_a_short_brief_and_a_story_about_an_error_are_not_held() -> None:
    assert carry_out("hold_what_is_no_story", draft(page(STORY))).held == ()
    long = draft(page(STORY, STORY, *above("Page not found, the old map said."), *under()))
    assert carry_out("hold_what_is_no_story", long).held == ()


def test_doubts_are_values_a_curator_can_read() -> None:
    after = carry_out("mark_quotations", draft(page(STORY[:1], "Here’s more from the report:", STORY[1:])))
    assert all(isinstance(doubt, Doubt) and doubt.message for doubt in after.doubts)


def test_a_bare_name_behind_the_copyright_sign_is_no_publisher() -> None:
    after = carry_out("cut_rights_lines", draft(page(*above("© Ann Lee"))))
    assert [taken.block.text for taken in after.cuts] == ["© Ann Lee"]
    assert after.clues == ()
