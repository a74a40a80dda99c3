"""Whatever the bytes, intake gives Drafts or says what is wrong; and it gives the same ones each time."""

from __future__ import annotations

from itertools import pairwise

from copydesk import intake
from copydesk.errors import HeldError
from copydesk.model import Draft, RawDocument
from hypothesis import given, settings
from hypothesis import strategies as st

TAGS = (
    "p",
    "div",
    "span",
    "b",
    "a",
    "ul",
    "li",
    "table",
    "tr",
    "td",
    "h1",
    "br",
    "pre",
    "blockquote",
    "noscript",
    "dialog",
)
ATTRIBUTES = (
    "", ' class="logo byline"', " hidden", ' style="display:none"', " aria-hidden=true", ' href="//x"', " itemscope",
    ' itemprop="author"', ' class="sr-only"', " colspan=3",
)  # fmt: skip
WORD = st.text(st.characters(codec="utf-8", exclude_characters="<>&"), max_size=12)


def tag(name: str, attribute: str) -> str:
    return f"<{name}{attribute}>"


MARKUP = st.lists(
    st.one_of(
        st.builds(tag, st.sampled_from(TAGS), st.sampled_from(ATTRIBUTES)),
        st.sampled_from(TAGS).map("</{}>".format),
        st.sampled_from(("&nbsp;", "&#0;", "&#x202e;", "&amp;", "<!--", "-->", "<img alt=x>", "<script>", "</script>")),
        WORD,
    ),
    max_size=40,
).map("".join)
MARKS = ("# a", "* b", "> c", "---|---", "a | b", "**x**", "_y_", "```", "", "- d", "=====")
LINES = st.lists(st.one_of(WORD, st.sampled_from(MARKS))).map("\n".join)
LETTERS = st.text(
    st.characters(codec="utf-8", categories=("L", "Zs"), min_codepoint=32, max_codepoint=0x3000), max_size=12
)
WORDS = st.lists(
    st.one_of(LETTERS.filter(lambda text: not any("\x7f" < c < "\u0100" for c in text)), st.sampled_from(MARKS))
).map("\n".join)


def read(data: bytes) -> tuple[Draft, ...] | str:
    try:
        return intake.read(RawDocument("seed", data))
    except HeldError as error:
        assert error.subject == "seed"
        assert error.problem
        assert error.advice
        return str(error)


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes_give_drafts_or_a_reason(data: bytes) -> None:
    assert read(data) == read(data)


@given(MARKUP)
@settings(max_examples=200, deadline=None)
def test_any_markup_keeps_its_visible_words(markup: str) -> None:
    drafts = read(("<html><body>" + markup).encode())
    assert not isinstance(drafts, str)
    for block in drafts[0].blocks:
        assert block.text.strip()
        assert block.markup is not None
        assert 0 <= block.markup.link_density <= 1
        assert 1 <= block.place.first <= block.place.last
        assert not set(block.text) & {"\0", "\x1b", "\u202e"}


@given(WORDS)
@settings(max_examples=200, deadline=None)
def test_no_word_of_a_dump_is_lost(text: str) -> None:
    drafts = read(("Harbour opens\n" + text).encode())
    assert not isinstance(drafts, str)
    kept = [c for block in drafts[0].blocks for c in block.text if c.isalpha()]
    assert kept == [c for c in "Harbour opens" + text if c.isalpha()]


@given(LINES)
@settings(max_examples=100, deadline=None)
def test_places_of_a_dump_count_up(text: str) -> None:
    drafts = read(("Harbour opens\n" + text).encode())
    if isinstance(drafts, str):
        return
    lines = [block.place for block in drafts[0].blocks]
    assert all(one.last < two.first for one, two in pairwise(lines))
    assert lines[-1].last <= drafts[0].lines
