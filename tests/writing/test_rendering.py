"""Markdown to HTML: what a page gets."""

from __future__ import annotations

import random
import re
import tracemalloc

import pytest
from copydesk.errors import StoryFileError
from copydesk.writing.html.rendering import MAX_NESTING, parse, reader, to_html


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("One *two*.", "<p>One <em>two</em>.</p>\n"),
        ("a\\\nb", "<p>a<br>\nb</p>\n"),
        ("# a\n\n## b", "<h2>a</h2>\n<h3>b</h3>\n"),
        ("### a", "<h2>a</h2>\n"),
        ("<b onclick=x>a</b>", "<p>&lt;b onclick=x&gt;a&lt;/b&gt;</p>\n"),
        ("[a](https://b.example/)", '<p><a href="https://b.example/" rel="external noopener">a</a></p>\n'),
        ("[a](mailto:b@c.example)", '<p><a href="mailto:b@c.example">a</a></p>\n'),
        ("[a](../b.html)", '<p><a href="../b.html">a</a></p>\n'),
        ("[a](javascript:b)", "<p>[a](javascript:b)</p>\n"),
        ("[a](vbscript:b)", "<p>[a](vbscript:b)</p>\n"),
        ("![a *b*](https://c.example/d.png)", "<p>a *b*</p>\n"),
        ("{.caption}\nThe harbor.", '<p class="caption">The harbor.</p>\n'),
        (
            '{.caption image="https://a.example/b*_c.jpg"}\nThe *harbor*.',
            '<p class="caption">The <em>harbor</em>.</p>\n',
        ),
        ("{attach}x |y|", "<p>&#123;attach}x &#124;y&#124;</p>\n"),
        ("[a]({attach}../.git/config)", '<p><a href="%7Battach%7D../.git/config">a</a></p>\n'),
        ("[a](b 'title {attach}')", '<p><a href="b" title="title &#123;attach}">a</a></p>\n'),
    ],
)
def test_html_of(markdown: str, html: str) -> None:
    assert to_html(markdown) == html


def test_cells_are_aligned_by_class() -> None:
    html = to_html("| a | b |\n| :-: | --- |\n| c | d |")
    assert '<td class="align-center">c</td>\n<td>d</td>' in html
    assert "style" not in html


def test_an_empty_heading_row_is_not_shown() -> None:
    assert "thead" not in to_html("|  |  |\n| --- | --- |\n| c | d |")
    assert "thead" in to_html("| a |  |\n| --- | --- |\n| c | d |")


@pytest.mark.parametrize(("columns", "tag"), [(4, "<table>"), (5, '<table tabindex="0">')])
def test_a_table_wider_than_a_phone_is_reached_by_keyboard(columns: int, tag: str) -> None:
    for heads in ("| a ", "|  "):
        rows = [heads * columns + "|", "| --- " * columns + "|", "| b " * columns + "|"]
        assert to_html("\n".join(rows)).startswith(tag)


def test_text_under_deep_nesting_is_not_lost() -> None:
    deep = MAX_NESTING - 2
    assert "innermost" in to_html(f"{'>' * deep} innermost")


@pytest.mark.parametrize("mark", [">", "- ", "1. "])
def test_text_that_nests_too_deeply_is_told_and_not_left_out(mark: str) -> None:
    for deep in range(MAX_NESTING // 2 - 5, MAX_NESTING + 5):
        try:
            assert "innermost" in to_html(f"{mark * deep}innermost")
        except StoryFileError:
            assert deep >= MAX_NESTING // 2 - 1
            return
    raise AssertionError("what is left out is never told")


def test_an_address_that_is_asked_for_again_and_again_takes_no_room_without_bound() -> None:
    """A link of nine letters would else stand for ten thousand, in a page of a gigabyte."""
    address = f"https://b.example/{'x' * 10_000}"
    html = to_html(f"[a]: {address}\n\n{'[a] ' * 10_000}")
    assert html.count(address) > 10
    assert len(html) < 1_000_000
    assert html.count(">a</a>") == 10_000


def test_links_that_say_their_own_addresses_all_lead_there() -> None:
    assert to_html("[a](https://b.example/é) " * 10_000).count("href") == 10_000


def test_the_parser_keeps_nothing_between_documents() -> None:
    assert (
        to_html("[a]: https://b.example/\n\n[a]")
        == '<p><a href="https://b.example/" rel="external noopener">a</a></p>\n'
    )
    assert to_html("[a]") == "<p>[a]</p>\n"


@pytest.mark.parametrize("address", ["//evil.example/x", "/\\evil.example/x", "\\\\evil.example/x", "<//evil.example>"])
def test_a_link_names_how_it_leads_to_another_machine(address: str) -> None:
    assert not re.search(r'(?:href|src)="[/\\]{2}', to_html(f"[x]({address}) ![y]({address})"))


@pytest.mark.parametrize(
    "address",
    [
        "%3Cins%20cite=%22javascript:a(1)%22%3E",
        "<ins cite=javascript:a(1)>",
        '<a"b>',
        "java%0Ascript:a(1)",
        "javascript%3Aa(1)",
        "x%3Fjavascript:a(1)",
        "%2F%2Fevil.example/x",
        "x%5Cy",
        "note:b/c",
        "https://bank.example@evil.example/",
        "http://admin:admin@192.168.1.1/",
    ],
)
def test_what_is_no_address_is_no_link_and_stands_as_it_was_written(address: str) -> None:
    html = to_html(f"[x]({address}) after.")
    assert "<a" not in html
    assert html.startswith("<p>[x](") and html.endswith(") after.</p>\n")


@pytest.mark.parametrize(
    "address",
    [
        "b.html",
        "/annual%20report.pdf",
        "/a/b:c",
        "b?at=10:30",
        "#a:b",
        "",
        "../%C3%A9.html",
        "a%2Fb",
        "https://b.example/%3Cx%3E",
    ],
)
def test_a_plain_path_and_any_address_of_the_web_are_links(address: str) -> None:
    assert f'<a href="{address}"' in to_html(f"[x]({address})")


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("mailto:a@b.example?subject=The%20quay&bcc=c@d.example&body=Pay", "mailto:a@b.example?subject=The%20quay"),
        ("MAILTO:a@b.example?BCC=c@d.example", "mailto:a@b.example"),
        ("mailto:a@b.example,c@d.example", "mailto:a@b.example,c@d.example"),
        ("mailto:a@b.example?amp;bcc=c@d.example", "mailto:a@b.example"),
    ],
)
def test_a_link_to_a_mailbox_says_to_whom_and_about_what(address: str, written: str) -> None:
    assert to_html(f"[x]({address})") == f'<p><a href="{written}">x</a></p>\n'


@pytest.mark.parametrize("address", ["mailto:?bcc=c@d.example", "mailto:a@b.example%0ABcc:c@d.example", "mailto:Ann"])
def test_a_letter_to_nobody_is_no_link(address: str) -> None:
    assert to_html(f"[x]({address})") == f"<p>[x]({address})</p>\n"


MARKS = (*"\\\\\\*_`[]()!<>&#|~:;-+. \nab", "\n\n", "&amp;", "&#32;", "](b)", "  \n")


def test_an_escaped_mark_says_what_the_parsers_own_rule_makes_of_it() -> None:
    chance, ours = random.Random(7), reader()
    reader.cache_clear()
    theirs = reader()
    theirs.inline.ruler.disable(["escaped_mark"])
    reader.cache_clear()
    for _ in range(1000):
        markdown = "".join(chance.choices(MARKS, k=chance.randint(2, 40)))
        assert ours.render(markdown) == theirs.render(markdown), markdown


def test_a_text_full_of_escaped_marks_takes_no_memory_for_each() -> None:
    markdown = r"\*a \*\*b " * 10_000
    tracemalloc.start()
    parse(markdown)
    taken = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert taken < 30 * len(markdown)
