"""The values of front matter as keys read them: typed questions to a node, errors that name file, line and key."""

from __future__ import annotations

from collections.abc import Iterator

from copydesk.errors import StoryFileError
from copydesk.frozen import value
from copydesk.writing.front_matter.yaml_lines import nodes_in_lines
from copydesk.writing.front_matter.yaml_nodes import Mapping, Node, Scalar, Sequence


@value(frozen=True, slots=True)
class Value:
    """A value with the place an error about it names: the file, the line (from 1), the key."""

    node: Node
    subject: str
    line: int
    key: str

    def wrong(self, wanted: str) -> StoryFileError:
        """The error that says what this value should have been."""
        return StoryFileError(self.subject, f"line {self.line}: {self.key} cannot be read", f"Give {wanted}.")

    def text(self) -> str:
        """The value as one string."""
        if not isinstance(self.node, Scalar):
            raise self.wrong("one text")
        return self.node.value

    def entries(self) -> Iterator[Value]:
        """The values of a list."""
        if not isinstance(self.node, Sequence):
            raise self.wrong("a list, one entry a line, each after a dash")
        for node in self.node.value:
            yield self._at(node, self.key)

    def is_text(self) -> bool:
        """Whether the value is one string."""
        return isinstance(self.node, Scalar)

    def is_list(self) -> bool:
        """Whether the value is a list."""
        return isinstance(self.node, Sequence)

    def pairs(self) -> dict[str, Value]:
        """The values of a mapping, by key, in order. Raises StoryFileError for a key given twice."""
        if not isinstance(self.node, Mapping):
            raise self.wrong("keys and values, one a line")
        pairs: dict[str, Value] = {}
        for node, named in self.node.pairs():
            key = self._at(node, self.key).text()
            if key in pairs:
                line = self._line(node)
                raise StoryFileError(self.subject, f"line {line}: {key} is given twice", "Keep one of them.")
            pairs[key] = Value(named, self.subject, self._line(node), key)
        return pairs

    def _at(self, node: Node, key: str) -> Value:
        return Value(node, self.subject, self._line(node), key)

    def _line(self, node: Node) -> int:
        return node.line + 2  # the fence above the front matter is line 1


def read_mapping(text: str, subject: str) -> dict[str, Value]:
    """The top-level keys of front matter. Raises StoryFileError naming the file and the line."""
    node = nodes_in_lines(text) or _parsed(text, subject)
    return {} if node is None else Value(node, subject, 1, "front matter").pairs()


def key_places(text: str, subject: str) -> dict[str, int]:
    """Where each top-level key begins, as places in ``text``. Raises StoryFileError as `read_mapping` does."""
    node = _parsed(text, subject)
    starts = [key.place for key, _ in node.pairs()] if isinstance(node, Mapping) else []
    return dict(zip(read_mapping(text, subject), starts, strict=True))


def _parsed(text: str, subject: str) -> Node | None:
    from copydesk.writing.front_matter.yaml_parser import read_nodes  # only where it is needed

    return read_nodes(text, subject)
