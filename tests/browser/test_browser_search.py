"""A reader searches: words are found, filters and keys work, under any path, and nothing is loaded before or beside."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Readers = Callable[..., Any]

LETTERS = re.compile(r"[^\W\d_]{7,}")
"""Words long enough to be told from others."""


def words(text: str) -> set[str]:
    return {word.casefold() for word in LETTERS.findall(text)}


def stories(folder: Path) -> dict[Path, str]:
    """The text of every story by its file, front matter left out."""
    files = sorted((folder / "content" / "stories").rglob("*.md"))
    return {path: path.read_text(encoding="utf-8").split("\n---\n", 1)[1] for path in files}


@pytest.fixture(scope="module")
def a_word(built_folder: Path) -> str:
    """A word that stands in the middle of one English story and in no other."""
    texts = stories(built_folder)
    for path, text in texts.items():
        middle = words(text[len(text) // 3 : 2 * len(text) // 3])
        others = set().union(*(words(other) for name, other in texts.items() if name != path))
        alone = sorted(word for word in middle - others if word.isascii())
        if alone and "\nlang: en" in path.read_text(encoding="utf-8"):
            return alone[-1]
    raise AssertionError("no story has a word of its own")


@pytest.fixture(scope="module")
def a_cut_word(built_folder: Path) -> str:
    """A word of a raw file that no story has, nor any that begins like it."""
    kept = {word[:5] for path in stories(built_folder) for word in words(path.read_text(encoding="utf-8"))}
    raw = (path.read_text(encoding="utf-8", errors="ignore") for path in (built_folder / "seeds").glob("*.txt"))
    cut = sorted(word for text in raw for word in words(text) if word.isascii() and word[:5] not in kept)
    assert cut
    return cut[0]


def ask(page: Any, words: str) -> list[str]:
    """Type the words and wait for the answer; the headlines found."""
    page.get_by_label("Words to look for").fill(words)
    page.keyboard.press("Enter")
    return answer(page)


def answer(page: Any) -> list[str]:
    """The headlines found, once there is an answer."""
    page.locator(".found", has_text=re.compile(r"stor(y|ies)")).wait_for()
    headlines: list[str] = page.locator(".results h2").all_inner_texts()
    return headlines


def test_a_word_from_the_middle_of_a_story_is_found(reader: Readers, a_word: str) -> None:
    window = reader()
    page = window.open("search.html")
    (headline,) = ask(page, a_word)
    assert a_word in page.locator(".results mark").first.inner_text().casefold()
    assert f"q={a_word}" in page.url
    page.locator(".results a").click()
    assert page.locator("h1").inner_text() == headline
    assert a_word in page.locator("article.story").inner_text().casefold()
    assert window.faults == [] and window.strays == []


def test_a_word_cut_as_boilerplate_is_not(reader: Readers, a_cut_word: str) -> None:
    page = reader().open("search.html")
    assert ask(page, a_cut_word) == []
    assert page.locator(".found").inner_text() == "No story has these words."


def test_a_word_of_a_script_without_spaces_is_found(reader: Readers) -> None:
    page = reader().open("search.html")
    headlines = ask(page, "灯塔")
    assert headlines and all(re.search("[\u4e00-\u9fff]", headline) for headline in headlines)
    assert "灯塔" in page.locator(".results p").nth(1).inner_text().replace("\n", "")
    assert ask(page, "塔灯") == []


@pytest.mark.parametrize(
    ("word", "language"), [("Wühlmäuse", "de"), ("трамвай", "ru"), ("boulangerie", "fr"), ("الريح", "ar")]
)
def test_a_word_of_another_language_than_the_sites_is_found(reader: Readers, word: str, language: str) -> None:
    page = reader().open("search.html")
    assert ask(page, word)
    assert language in page.locator(".results [lang]").evaluate_all("parts => parts.map(part => part.lang)")


@pytest.mark.parametrize("kind", ["Section", "Publisher", "Year"])
def test_filters_narrow_and_an_address_keeps_the_question(reader: Readers, kind: str) -> None:
    window = reader()
    page = window.open("search.html")
    box = f"select[name={kind.lower()}]"
    chosen = page.locator(f"{box} option").nth(1).get_attribute("value")
    page.locator(box).select_option(chosen)
    narrowed = answer(page)
    assert narrowed
    assert all(chosen in facts for facts in page.locator(".results .facts").all_inner_texts())
    again = reader().page
    again.goto(page.url)
    assert answer(again) == narrowed
    assert again.locator(box).input_value() == chosen
    assert window.faults == []


def test_all_of_it_works_by_keyboard(reader: Readers, a_word: str) -> None:
    page = reader().open("search.html")
    page.get_by_label("Words to look for").focus()
    page.keyboard.type(a_word)
    answer(page)
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("!!document.activeElement.closest('.results')"):
            break
    headline = page.locator(":focus").inner_text()
    page.keyboard.press("Enter")
    page.wait_for_load_state()
    assert page.locator("h1").inner_text() == headline


def test_nothing_is_loaded_before_the_box_is_used(reader: Readers) -> None:
    window = reader()
    page = window.open("search.html")
    assert not [url for url in window.requests if "/pagefind/" in url]
    page.get_by_label("Words to look for").focus()
    page.wait_for_function("performance.getEntriesByType('resource').some(one => one.name.includes('pagefind.js'))")
    window.requests.clear()
    window.open("index.html")
    assert not [url for url in window.requests if url.endswith(".js")]


def test_only_the_search_page_lets_its_program_run(reader: Readers, built_site: Path) -> None:
    for page in built_site.rglob("*.html"):
        is_search = page == built_site / "search.html"
        assert ("wasm-unsafe-eval" in page.read_text(encoding="utf-8")) == is_search, page
        assert ('<script type="module"' in page.read_text(encoding="utf-8")) == is_search, page


def test_without_script_the_page_says_so_and_lists_the_archives(reader: Readers) -> None:
    page = reader(java_script_enabled=False).open("search.html")
    assert page.locator("main noscript, .unscripted").first.inner_text().startswith("Searching takes a script")
    assert not page.locator("form.ask").is_visible()
    page.locator(".lists a", has_text="Archive").click()
    assert page.locator("h1").inner_text() == "Archive"


def test_it_works_under_a_base_path(reader: Readers, below: str, a_word: str) -> None:
    page = reader().page
    page.goto(f"{below}search.html?q={a_word}")
    (headline,) = answer(page)
    page.locator(".results a").click()
    assert page.url.startswith(below)
    assert page.locator("h1").inner_text() == headline
