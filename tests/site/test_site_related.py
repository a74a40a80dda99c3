"""Related stories share rare words; common ones tie nothing, and the work does not grow with the square."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from copydesk.site.showing.related import COMMON, related_of
from copydesk.site.stories.excerpts import Shown
from copydesk.site.stories.terms import TERMS, parts, strongest, terms_of, words
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup


@dataclass(frozen=True)
class Record:
    terms: tuple[str, ...]


@dataclass(frozen=True)
class Article:
    copydesk: Record


def article(*terms: str) -> Article:
    return Article(Record(terms))


def shown(text: str) -> Shown:
    return Shown(Markup("<p>{}</p>").format(text), partial=False, standfirst=None, summary="")


def test_the_words_of_the_headline_come_first() -> None:
    terms = terms_of("Ferry returns", shown("The harbor and the harbor and the quay."), ("Skerrin",))
    assert set(terms[:3]) == {"ferry", "returns", "skerrin"}
    assert terms[3] == "harbor"
    assert len(terms_of("", shown(" ".join(f"word{chr(97 + n)}" for n in range(26)) * 3), ())) <= TERMS


def test_a_script_without_spaces_has_terms_too() -> None:
    assert "灯塔" in terms_of("老灯塔改作夜校", shown("灯塔停用十二年后重新亮灯。"), ())


def test_stories_that_share_rare_terms_are_related_the_most_alike_first() -> None:
    ferry = article("ferry", "skerrin", "night", "port")
    alike = article("ferry", "skerrin", "night", "fare")
    less = article("ferry", "skerrin", "cargo")
    other = article("bread", "tide", "port")
    related = related_of([ferry, other, less, alike])
    assert related.to(ferry) == [alike, less]
    assert related.to(other) == []


def test_a_common_term_ties_nothing() -> None:
    many = [article("council", "meeting", f"own{number}") for number in range(COMMON + 1)]
    assert related_of(many).to(many[0]) == []


def test_a_story_looks_at_few_others() -> None:
    stories = [article(*(f"term{number}x{place // COMMON}" for number in range(TERMS))) for place in range(4000)]
    related = related_of(stories)
    assert all(len(holders) <= COMMON for _, holders in related.holders.values())
    assert related.to(stories[0])


TEXTS = st.text(st.sampled_from("ab ²\u00a0’-_1\u0301\u2028é\U00010400") | st.characters(categories=["Lo", "Ll", "No"]))


@given(st.lists(TEXTS, max_size=8))
def test_words_are_the_runs_of_letters_wherever_they_stand(texts: list[str]) -> None:
    text = " ".join(texts)
    runs = re.findall(r"[^\W\d_]+", text.casefold())
    wanted = [part for run in runs for part in parts(run)]
    assert Counter(words(text)) == Counter(wanted)


@given(st.dictionaries(st.text(max_size=3), st.integers(1, 3), max_size=80))
def test_the_strongest_words_are_the_first_of_all(counts: dict[str, int]) -> None:
    assert strongest(Counter(counts)) == sorted(counts, key=lambda word: (-counts[word], word))[:TERMS]
