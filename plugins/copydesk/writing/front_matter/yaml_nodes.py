"""YAML as front matter may use it: texts, lists, mappings, each with its line.

Nothing is resolved by its looks: every scalar is the text it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.frozen import value

LARGEST = 1_000_000
"""Characters of front matter that are read; ours has one or two thousand."""


@value(frozen=True, slots=True)
class Scalar:
    """A text, with the line (from 0) and the place where it starts."""

    value: str
    line: int
    place: int


@value(frozen=True, slots=True)
class Sequence:
    """A list."""

    value: list[Node]
    line: int
    place: int


@value(frozen=True, slots=True)
class Mapping:
    """Keys and values, one after the other."""

    value: list[Node]
    line: int
    place: int

    def pairs(self) -> Iterator[tuple[Node, Node]]:
        """Each key with its value."""
        return zip(self.value[::2], self.value[1::2], strict=True)


Node = Scalar | Sequence | Mapping
