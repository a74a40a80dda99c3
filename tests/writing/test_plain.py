"""The short way from a plain paragraph to HTML gives, byte for byte, what the parser gives."""

from __future__ import annotations

import json
import os
import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from copydesk.writing.html import rendering
from copydesk.writing.html.marks import inline_words
from copydesk.writing.html.plain import Run, runs

ROOT = Path(__file__).resolve().parent.parent.parent
DATA = Path(os.environ.get("COPYDESK_DATA", ROOT.parent / "shared"))

MARKS = (
    *(
        "# ",
        "## ",
        "- ",
        "* ",
        "+ ",
        "1. ",
        "2) ",
        "> ",
        "    ",
        "\t",
        "  ",
        "---",
        "===",
        "***",
        "```",
        "~~~",
        "~~~ py",
    ),
    *(
        "*",
        "**",
        "_",
        "`",
        "[a](/b)",
        "![a](b)",
        "<b>",
        "<http://a.example>",
        "&amp;",
        "&",
        '"',
        "'",
        "\\",
        "\\*",
        "|",
        "{",
    ),
    *(
        "{.caption}\n",
        "[x]: /y",
        "[x]",
        "| a | b |\n| - | - |",
        ":",
        "!",
        "~",
        "\u00a0",
        "\u2028",
        "\x0b",
        "\x0c",
        "\x00",
    ),
    *("“quoted”", "(aside)", "Ångström", "漢字。", "مرحبا", "é", "...", "1", "a.", "a)", "\ud800", "\u200b", "=", "-"),
)
SPACES = (" ", " ", "\n", "\n\n", "\n\n\n", "  \n", "\n \n")


def slow(markdown: str) -> str:
    """The HTML as the parser alone makes it."""
    parser = rendering.reader()
    html: str = parser.renderer.render(rendering.adjusted(rendering.parse(markdown)), parser.options, {})
    return html.replace("{", "&#123;").replace("|", "&#124;")


def test_plain_paragraphs_need_no_parser() -> None:
    text = 'One "word".\n\n“Two”, she said: three!\n\n漢字。\n'
    assert [run.html is None for run in runs(text)] == [False, False, False]
    assert rendering.to_html(text) == slow(text)


@pytest.mark.parametrize(
    "text",
    [
        *("- a\n\n- b", "- a\n\n  b", "* a\n\n- b", "- a\nb", "a **b*", "a*b*", "*a *b* c*", "***a***", "**a *b* c**"),
        *("a\nb", "1. a", "2)", " a", "a\n\n\n\nb", "a ", "# a #", "####### a", "#a", "> a\n> b", "> - a", "> a\nb"),
        *("![a](https://b.example)", "[a](/b)", "[a](https://b.example/(c))", "[*a*](https://b.example)", "a &amp; b"),
        *("[a]", "<https://a.example>", "a_b_", "a  \nb", "*a.*b", "{.caption}", "{.caption}\na\nb", "\\a", "`a`"),
    ],
)
def test_what_is_not_plain_is_parsed(text: str) -> None:
    assert any(run.html is None for run in runs(text))
    assert rendering.to_html(text) == slow(text)


@pytest.mark.parametrize("text", ["```\na\n\nb\n```", "a [x]\n\nb\n\n[x]: /y", "~~~\n\na"])
def test_what_reaches_over_empty_lines_is_not_parted(text: str) -> None:
    assert list(runs(text)) == [Run(text)]
    assert rendering.to_html(text) == slow(text)


def test_bodies_made_of_anything() -> None:
    chance = random.Random(7)
    for _ in range(int(os.environ.get("COPYDESK_BODIES", "3000"))):
        parts = [chance.choice(("word", "Two words", chance.choice(MARKS))) for _ in range(chance.randrange(1, 14))]
        text = "".join(part + chance.choice(SPACES) for part in parts)
        assert rendering.to_html(text) == slow(text), repr(text)


@pytest.mark.parametrize(
    "text",
    [
        *("- a\n\nb", "a\n\n- b\n- c\n\nd", "# a\n\nb", "### 1. a\n\n## b *c*\n\n#### d", "> a\n>\n> *b*"),
        *("a *b*, **c**. (*d*) *E.* **F!** g", "*a* b", "[a](https://b.example/c?d=e&f=g#h) & 1 > 0 < 2"),
        *("{.caption}\nA *quay*.", '{.caption image="https://a.example/b.jpg"}\nOne', "AT&T wins!", "\\* a \\<b\\>"),
        *('"Yes" \\& no', "$5", "2025 was.", "3.5"),
    ],
)
def test_plain_marks_need_no_parser(text: str) -> None:
    assert all(run.html is not None for run in runs(text))
    assert rendering.to_html(text) == slow(text)


PIECES = (
    *("*", "**", "*a*", "**b**", "*c.*", "**D e!**", "[f](https://g.example)", "[h](https://i.example/j-k_l?m=n&o=p)"),
    *("\\*", "\\", "&", "&amp;", "{.caption}\n", "## ", "- ", "> ", "1. ", "word", "Ende", "\n\n", " ", " ", " "),
    *'<>![]()“”"’.,…—_q2#>\n$é\u00a0\u2028',
    *("](", "\x85", "*c.*\x85"),
)


def test_lines_made_of_marks() -> None:
    chance, short = random.Random(11), 0
    for _ in range(int(os.environ.get("COPYDESK_BODIES", "3000"))):
        text = "".join(chance.choices(PIECES, k=chance.randrange(1, 12)))
        assert rendering.to_html(text) == slow(text), repr(text)
        short += all(run.html is not None for run in runs(text))
    assert short > 100


def test_words_of_lines_made_of_marks() -> None:
    chance, short = random.Random(13), 0
    for _ in range(int(os.environ.get("COPYDESK_BODIES", "3000"))):
        line = "".join(chance.choices(PIECES, k=chance.randrange(1, 9)))
        words = inline_words(line)
        if words is not None:
            (parsed,) = rendering.reader().parseInline(line, {})
            assert words.split() == rendering.said(parsed).split(), repr(line)
            short += 1
    assert short > 100


def bodies() -> Iterator[str]:
    """The bodies of the sample stories and of the golden cases."""
    for path in (*(ROOT / "content").rglob("*.md"), *(ROOT / "tests/cases").rglob("expected.md")):
        yield path.read_text(encoding="utf-8").partition("\n---\n")[2]


def test_our_own_stories() -> None:
    found = list(bodies())
    assert len(found) > 20
    for body in found:
        assert rendering.to_html(body) == slow(body)


@pytest.mark.data
@pytest.mark.parametrize("name", ["commonmark", "naughty", "unicode", "xss_md"])
def test_the_corpora(name: str) -> None:
    path = DATA / "corpora" / f"{name}.jsonl"
    if not path.is_file():
        pytest.skip(f"{path} is not here")
    for line in path.read_text(encoding="utf-8").splitlines():
        payload = json.loads(line).get("payload")
        if isinstance(payload, str):
            for text in (payload, f"Before.\n\n{payload}\n\nAfter it.", f"- item\n\n{payload}\n\nMore."):
                assert rendering.to_html(text) == slow(text), repr(text)
