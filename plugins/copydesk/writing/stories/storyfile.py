"""A story as the file in ``content/stories/`` says it: typed front matter and the body.

`compose` writes, `parse` reads; what one wrote the other reads back as the same value. Files written by hand use the
same keys; `keys.KEYS` says of each whose it is and how it is written.
"""

from __future__ import annotations

import re
from typing import Any

from copydesk.errors import StoryFileError
from copydesk.frozen import value
from copydesk.writing.conflicts import ADVICE, unfinished
from copydesk.writing.front_matter.keys import BY_NAME, KEYS
from copydesk.writing.front_matter.record import StoryFile
from copydesk.writing.front_matter.yaml_values import read_mapping

__all__ = ["Parts", "StoryFile", "compose", "even", "join", "parse", "split"]

_OPENING = re.compile(r"---[ \t]*\n")
_CLOSING = re.compile(r"\n---[ \t]*(?:\n|\Z)\n?")


@value(frozen=True, slots=True)
class Parts:
    """The text of a story file in its two parts: the front matter without its fences, and the body."""

    front: str
    body: str


def even(text: str) -> str:
    """The text of a file as every machine sees it: no byte-order mark, line ends as ``\\n``."""
    text = text.removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def split(text: str, subject: str) -> Parts:
    """The two parts of a story file. Raises StoryFileError where it has no front matter."""
    text = even(text)
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end() - 1) if opening else None  # nothing may stand between the two
    if opening is None or closing is None:
        raise StoryFileError(subject, "line 1: no front matter", "Begin the file with ---, the keys, and --- again.")
    return Parts(text[opening.end() : closing.start() + 1], text[closing.end() :])


def join(parts: Parts) -> str:
    """The two parts as one file."""
    body = f"\n{parts.body}" if parts.body else ""
    return f"---\n{parts.front}---\n{body}"


def compose(page: StoryFile) -> str:
    """The text of a story file: keys in the order of `KEYS`, what is not known left out."""
    written = (key.write(getattr(page, key.name)) for key in KEYS)
    return join(Parts("".join(f"{lines}\n" for lines in written if lines is not None), page.body))


def parse(text: str, subject: str) -> StoryFile:
    """The story in the text of a file. Raises StoryFileError naming the file, the line and the key."""
    if (line := unfinished(text)) is not None:
        raise StoryFileError(subject, f"line {line}: a merge that is not finished", ADVICE)
    parts = split(text, subject)
    fields: dict[str, Any] = {}
    for name, said in read_mapping(parts.front, subject).items():
        if name not in BY_NAME:
            known = ", ".join(BY_NAME)
            raise StoryFileError(subject, f"line {said.line}: the unknown key {name}", f"Known are {known}.")
        fields[name] = BY_NAME[name].read(said)
    if not fields.get("title"):
        raise StoryFileError(subject, "no title", 'Add a line such as title: "Harbor reopens".')
    return StoryFile(body=parts.body, **fields)
