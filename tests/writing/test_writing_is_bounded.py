"""No text makes writing, reading back or rendering slow beyond its length: each hostile one at a size at which a
super-linear step would need minutes, all of them together under a cap of processor time that kills the process."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

resource = pytest.importorskip("resource")

SECONDS = 40

HOSTILE = """
from copydesk.model import Block, Heading, ListItem, Paragraph, Place, Quotation, Span, Table
from copydesk.writing.markdown.blocks import to_html, write
from copydesk.writing.stories.verifying import read_passages, spoken
from copydesk.writing.front_matter.yaml_text import quoted, word
from copydesk.writing.stories.chunks import chunks

N = 16_000
HERE = Place(1, 1)
UNITS = ("*", "_", "`", "[", "]", "[a](", "![", "<", "<a", "&", "&a", "\\\\", "\\n", "\\u00a0", "~", "#", "# ", "1. ",
         "- ", "> ", "|", "=\\n", "a\\n", "*a ", "**a** ", "word ", "\\u00a0\\n", "{.caption}\\n")
for unit in UNITS:
    text = unit * (N // len(unit))
    for kind in (Paragraph(), Heading(2), Quotation()):
        blocks = (Block(kind, (Span(text),), HERE),)
        body = write(blocks)
        assert read_passages(body) == spoken(blocks), unit
        to_html(body)
    quoted(text), word("a" + text + "!"), word("a" * N + "!")
marked = tuple(Span("a" if n % 2 else " b\\u00a0", strong=n % 3 == 0, emphasis=n % 5 == 0) for n in range(N // 8))
linked = tuple(Span("a[", href=f"https://example.org/{n}") for n in range(N // 8))
for spans in (marked, linked, tuple(Span("x") for _ in range(N))):
    write((Block(Paragraph(), spans, HERE),))
items = tuple(Block(ListItem(n, n), (Span("x"),), HERE) for n in range(N // 8))
assert read_passages(write(items)) == spoken(items)
rows = (tuple("x" * 300),) + (("x",),) * 300
small = tuple(Block(Table((("x",),)), (Span("x"),), HERE) for _ in range(N // 40))
to_html(write((Block(Table(rows), (Span("x"),), HERE), *small)))
chunks("# remark\\n" * N + "title: x\\n" + "# remark\\n" * N, "f.md")
"""


def test_hostile_texts_cost_no_more_than_their_length() -> None:
    done = subprocess.run(
        [sys.executable, "-c", HOSTILE],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS)),
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
