"""The parts of a body whose HTML needs no parser: most of what is ever written.

A chunk between empty lines is plain if it is a line whose marks can be taken in one way only (`marks`), a heading or a
caption of such a line, a tight list of such lines, or a quotation of them. A plain chunk ends whatever stood before it,
and nothing after it changes what it is, with two exceptions that reach over empty lines: a fence of code, and the
definition of a link. A body with a sign of either goes to the parser as a whole. A list may go on after an empty line,
so it is plain only between two plain chunks that are no lists. `tests/writing/test_plain.py` compares the two ways.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from copydesk.frozen import value
from copydesk.writing.html.marks import escaped, inline_html, line_html

_OPENING = re.compile(r"[^\W\d_]|[“‘«„‚(]")
_MARKS = frozenset(b"\\`*_[]<>&{|\x7f").union(range(0x20))
_TEXT = bytes(code for code in range(256) if code not in _MARKS)
"""The bytes of a text without marks. What else there is is found so in a quarter of the time an expression takes."""

_REACHING = (("`", "```"), ("~", "~~~"), ("]", "]:"))
"""The signs of what reaches over empty lines, each with its first letter, which is looked for in no time."""
_HEADING = re.compile(r"(#{1,6}) ([^#\s](?:[^\n]*[^#\s])?)")
_CAPTION = re.compile(r'\{\.caption(?: image="[^"\n]*")?\}\n([^\n]+)')


@value(frozen=True, slots=True)
class Run:
    """Neighbouring chunks of one kind: plain, so that ``html`` is theirs, or Markdown for the parser. Of a heading
    ``html`` is what stands in it, and ``level`` its own."""

    markdown: str
    html: str | None = None
    level: int | None = None
    is_list: bool = False


def runs(markdown: str) -> Iterator[Run]:
    """The body in runs, plain chunks one by one; a single run where it cannot be parted."""
    if any(first in markdown and sign in markdown for first, sign in _REACHING):
        yield Run(markdown)
        return
    found = list(map(plain, markdown.split("\n\n")))
    waiting: list[str] = []
    for run, before, after in zip(found, (None, *found), (*found[1:], None), strict=False):
        if run.html is None or (run.is_list and not (stands_apart(before) and stands_apart(after))):
            waiting.append(run.markdown)
            continue
        if waiting:
            yield Run("\n\n".join(waiting))
            waiting = []
        yield run
    if waiting:
        yield Run("\n\n".join(waiting))


def stands_apart(neighbour: Run | None) -> bool:
    """Whether a list beside that chunk, or at an end of the body, is certainly not continued there."""
    return neighbour is None or (neighbour.html is not None and not neighbour.is_list)


def plain(chunk: str) -> Run:
    """A chunk, with its HTML where it is plain."""
    text = chunk.removesuffix("\n")
    if is_bare(text):
        return Run(chunk, f"<p>{escaped(text)}</p>\n")
    for begins, made in KINDS:
        if text.startswith(begins):
            return made(chunk, text)
    line = line_html(text)
    return Run(chunk, line and f"<p>{line}</p>\n")


def is_bare(text: str) -> bool:
    """Whether a chunk is one line of text without any mark, which begins with a letter or opens a quotation."""
    if not _OPENING.match(text) or text[-1].isspace():
        return False
    return not text.encode("utf-8", "surrogatepass").translate(None, _TEXT)


def heading(chunk: str, text: str) -> Run:
    """A heading."""
    found = _HEADING.fullmatch(text)
    line = inline_html(found[2]) if found else None
    return Run(chunk, line, len(found[1]) if found and line else None)


def caption(chunk: str, text: str) -> Run:
    """A caption, whose first line is no text."""
    found = _CAPTION.fullmatch(text)
    line = line_html(found[1]) if found else None
    return Run(chunk, line and f'<p class="caption">{line}</p>\n')


def items(chunk: str, text: str) -> Run:
    """A list, an item a line."""
    lines = [line_html(line[2:]) if line.startswith("- ") else None for line in text.split("\n")]
    said = [f"<li>{line}</li>\n" for line in lines if line]
    html = f"<ul>\n{''.join(said)}</ul>\n" if len(said) == len(lines) else None
    return Run(chunk, html, is_list=True)


def quotation(chunk: str, text: str) -> Run:
    """A quotation, its paragraphs a line each, with an empty one between two."""
    lines = [line_html(line[2:]) if line.startswith("> ") else None for line in text.split("\n>\n")]
    said = [f"<p>{line}</p>\n" for line in lines if line]
    return Run(chunk, f"<blockquote>\n{''.join(said)}</blockquote>\n" if len(said) == len(lines) else None)


KINDS: tuple[tuple[str, Callable[[str, str], Run]], ...] = (
    ("#", heading),
    ("- ", items),
    ("> ", quotation),
    ("{.caption", caption),
)
"""What chunks of one kind begin with, and what makes its run."""
