"""The parts of a body that are plain paragraphs, whose HTML needs no parser: most of what is ever written.

A chunk between empty lines is plain if it is one line that begins with a letter or an opening quotation mark and holds
no character that Markdown could take for a mark. Such a line ends whatever stood before it, and nothing after it can
change what it is, but for two things that reach over empty lines: a fence of code, and a definition of a link. A body
with a sign of either is the parser's, all of it. `tests/writing` holds the two ways together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_PLAIN = re.compile(r"(?:[^\W\d_]|[“‘«„‚(])[^\x00-\x1f\x7f\\`*_\[\]<>&{|]*(?<!\s)")
_REACHING = re.compile(r"```|~~~|\]:")


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring chunks of one kind: plain, so that ``html`` is theirs, or Markdown for the parser."""

    markdown: str
    html: str | None = None


def runs(markdown: str) -> Iterator[Run]:
    """The body in runs, plain chunks one by one; a single run where it cannot be parted."""
    if _REACHING.search(markdown):
        yield Run(markdown)
        return
    waiting: list[str] = []
    for chunk in markdown.split("\n\n"):
        if _PLAIN.fullmatch(chunk.removesuffix("\n")) is None:
            waiting.append(chunk)
            continue
        if waiting:
            yield Run("\n\n".join(waiting))
            waiting = []
        text = chunk.removesuffix("\n").replace('"', "&quot;")
        yield Run(chunk, f"<p>{text}</p>\n")
    if waiting:
        yield Run("\n\n".join(waiting))
