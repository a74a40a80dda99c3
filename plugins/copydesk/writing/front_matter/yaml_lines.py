"""Front matter as we write it ourselves, read line by line: most of what is ever read, in half the parser's time.

Such a line is a key with a text in double quotes, a machine word, an origin with its confidence or nothing behind it,
or an entry of a list; what stands under a key stands two spaces further in. In double quotes without a backslash, and
in words of the characters of `_WORD`, YAML has nothing that could mean anything but itself. Front matter with any other
line is the parser's, all of it. `tests/writing/test_yaml_lines.py` holds the two ways together.
"""

from __future__ import annotations

import re
from typing import Final

from copydesk.writing.front_matter.yaml_nodes import LARGEST, Mapping, Node, Scalar, Sequence

_TEXT: Final = r'"[^"\\\n]*+"'
_WORD: Final = r"[A-Za-z0-9][\w./+-]*+(?:[: ][\w./+-]++)*+"
_PLAIN: Final = r"[A-Za-z0-9][\w./+-]*+(?: [\w./+-]++)*+"  # a colon within brackets, or in a key, is the parser's
_LINE: Final = re.compile(
    rf"^((?P<indent>(?:  ){{0,2}})(?:- (?P<entry>{_TEXT}|{_WORD})"
    rf"|(?P<key>{_TEXT}|{_PLAIN}):"
    rf"(?: (?P<value>{_TEXT}|{_WORD})| \[(?P<first>{_TEXT}|{_PLAIN}), (?P<second>{_PLAIN})\])?))$",
    re.ASCII | re.MULTILINE,
)

LONGEST_KEY: Final = 500
"""Characters of the longest key: YAML has a limit of 1,024."""


def nodes_in_lines(text: str) -> Node | None:
    """The nodes of front matter of such lines, each where the parser finds it; ``None`` for any other."""
    lines = _LINE.findall(text) if len(text) <= LARGEST else []
    is_ours = lines and text[-1] == "\n" and len(lines) == text.count("\n") and text.replace("\n", "").isprintable()
    return _built(lines) if is_ours else None


def _built(lines: list[tuple[str, ...]]) -> Node | None:
    root = Mapping([], 0, 0)
    around: list[Mapping | Sequence] = [root]
    place, is_open = 0, False
    for number, (line, indent, entry, key, value, first, second) in enumerate(lines):
        depth, start, end = len(indent) // 2, place + len(indent), place + len(line)
        if is_open:
            opened = Sequence([], number, start) if entry else Mapping([], number, start)
            around[-1].value.append(opened)
            around.append(opened)
        else:
            del around[depth + 1 :]
        if depth != len(around) - 1 or type(around[-1]) is not (Sequence if entry else Mapping):
            return None
        holder, is_open = around[-1].value, not (entry or value or first)
        if key:
            if len(key) > LONGEST_KEY:
                return None
            holder.append(Scalar(bare(key), number, start))
        if first:
            pair: list[Node] = [Scalar(bare(first), number, end - len(first) - len(second) - 3)]
            pair.append(Scalar(second, number, end - len(second) - 1))
            holder.append(Sequence(pair, number, pair[0].place - 1))
        elif said := entry or value:
            holder.append(Scalar(bare(said), number, end - len(said)))
        place = end + 1
    return None if is_open else root


def bare(said: str) -> str:
    """A text without its quotation marks; a word as it is."""
    return said[1:-1] if said[0] == '"' else said
