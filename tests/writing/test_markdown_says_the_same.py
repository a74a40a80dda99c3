"""Whatever the words, Markdown says them: the body read back has the same passages."""

from __future__ import annotations

from copydesk.model import (
    Block,
    Caption,
    Heading,
    Kind,
    ListItem,
    Paragraph,
    Place,
    Preformatted,
    Quotation,
    Span,
    Table,
)
from copydesk.writing.markdown.blocks import write
from copydesk.writing.stories.verifying import read_passages, spoken
from hypothesis import example, given, settings
from hypothesis import strategies as st

MARKS = "*_[]()<>&\\`|~#-+=!.:{}\"'1 \n\t2a b Ж字\u00a0é\r\u2028\u200b"
TEXTS = st.one_of(
    st.text(alphabet=MARKS, max_size=30),
    st.text(max_size=20),
    st.lists(st.sampled_from(["**", "*", "_", "[", "](", "]:", "http://a.b", "<a>", "&amp;", "---", "===", "1. ", "- ",
                              "# ", "> ", "```", "~~~", "word", " ", "\n", "|", "!", "{.caption}", "\\"]),
             max_size=12).map("".join),
)  # fmt: skip
HREFS = st.one_of(
    st.none(),
    st.sampled_from(
        ["https://example.org/a_(b)?c=1&copy;2", "javascript:alert(1)", "mailto:desk@example.org", "http://["]
    ),
    st.text(alphabet=MARKS, max_size=12).map(lambda tail: f"https://example.org/{tail}"),
)
FLAGS = st.booleans()
SPANS = st.lists(st.builds(Span, TEXTS, FLAGS, FLAGS, FLAGS, HREFS), min_size=1, max_size=5).map(tuple)
PLAIN = TEXTS.map(lambda text: (Span(text),))
HERE = Place(1, 1)

KINDS: st.SearchStrategy[Kind] = st.one_of(
    st.just(Paragraph()),
    st.builds(Heading, st.integers(1, 6)),
    st.just(Quotation()),
    st.builds(ListItem, st.integers(0, 20), st.one_of(st.none(), st.integers(0, 12), st.just(10**12))),
    st.builds(Caption, HREFS),
)
CELLS = st.lists(TEXTS, min_size=1, max_size=3).map(tuple)


def table(rows: tuple[tuple[str, ...], ...], header: bool) -> Block:
    return Block(Table(rows, header), (Span("\n".join("\t".join(row) for row in rows)),), HERE)


BLOCKS = st.one_of(
    st.builds(lambda kind, spans: Block(kind, spans, HERE), KINDS, SPANS),
    st.builds(lambda spans: Block(Preformatted(), spans, HERE), PLAIN),
    st.builds(table, st.lists(CELLS, min_size=1, max_size=3).map(tuple), FLAGS),
)


@settings(max_examples=600, deadline=None)
@given(st.lists(BLOCKS, max_size=5).map(tuple))
@example((Block(Paragraph(), (Span("]:/", code=True, href="https://example.org/"),), HERE),))
def test_a_body_reads_back_as_the_same_passages(blocks: tuple[Block, ...]) -> None:
    assert read_passages(write(blocks)) == spoken(blocks)
