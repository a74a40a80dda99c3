"""YAML as we write and read it: every value a string until a key says otherwise. Pure.

Writing never needs a choice of style: texts stand in double quotes on one line, machine words (a digest, a date) plain.
Reading resolves nothing by its looks ("no" stays "no", 2025-01-01 stays text) and refuses what front matter has no use
for: tags, anchors and aliases, keys given twice, several documents.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import yaml

from copydesk.errors import StoryFileError

LARGEST = 1_000_000
"""Characters of front matter that are read; ours has one or two thousand."""

_PLAIN = re.compile(r"[A-Za-z][\w./-]*(?:[: ]?[\w./-]+)*", re.ASCII)
_RESERVED = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_JOINERS = "\u200c\u200d"  # they are letters' business in Persian, Hindi and emoji


def quoted(text: str) -> str:
    """The text in double quotes, on one line; what cannot be seen as an escape. Lone surrogates are left out, since
    no file can carry them."""
    if text.isascii() and text.isprintable() and "\\" not in text and '"' not in text:
        return f'"{text}"'
    return f'"{"".join(map(_escaped, text))}"'


def word(text: str) -> str:
    """A machine word, plain where no YAML reader could take it for anything but itself, else quoted."""
    if _PLAIN.fullmatch(text) and text.lower() not in _RESERVED:
        return text
    return quoted(text)


def _escaped(letter: str) -> str:
    if letter in _SHORT:
        return _SHORT[letter]
    kind = unicodedata.category(letter)
    if kind == "Cs":
        return ""
    if letter == " " or letter in _JOINERS or (kind[0] not in "CZ" and letter not in "\ufffe\uffff"):
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


class _Loader(yaml.CSafeLoader):
    """libyaml's parser with nothing resolved by its looks."""

    yaml_implicit_resolvers = {}  # noqa: RUF012  # the library reads it from the class


@dataclass(frozen=True, slots=True)
class Value:
    """A value with the place an error about it names: the file, the line (from 1), the key."""

    node: yaml.Node
    subject: str
    line: int
    key: str

    def wrong(self, wanted: str) -> StoryFileError:
        """The error that says what this value should have been."""
        return StoryFileError(self.subject, f"line {self.line}: {self.key} cannot be read", f"Give {wanted}.")

    def text(self) -> str:
        """The value as one string."""
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.wrong("one text")
        return str(self.node.value)

    def entries(self) -> Iterator[Value]:
        """The values of a list."""
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.wrong("a list, one entry a line, each after a dash")
        for node in self.node.value:
            yield self._at(node, self.key)

    def is_text(self) -> bool:
        """Whether the value is one string."""
        return isinstance(self.node, yaml.ScalarNode)

    def is_list(self) -> bool:
        """Whether the value is a list."""
        return isinstance(self.node, yaml.SequenceNode)

    def pairs(self) -> dict[str, Value]:
        """The values of a mapping, by key, in order. Raises StoryFileError for a key given twice."""
        if not isinstance(self.node, yaml.MappingNode):
            raise self.wrong("keys and values, one a line")
        pairs: dict[str, Value] = {}
        for node, value in self.node.value:
            key = self._at(node, self.key).text()
            if key in pairs:
                line = self._line(node)
                raise StoryFileError(self.subject, f"line {line}: {key} is given twice", "Keep one of them.")
            pairs[key] = Value(value, self.subject, self._line(node), key)
        return pairs

    def _at(self, node: yaml.Node, key: str) -> Value:
        return Value(node, self.subject, self._line(node), key)

    def _line(self, node: yaml.Node) -> int:
        return int(node.start_mark.line) + 2  # the fence above the front matter is line 1


def read_mapping(text: str, subject: str) -> dict[str, Value]:
    """The top-level keys of front matter. Raises StoryFileError naming the file and the line."""
    if len(text) > LARGEST:
        raise StoryFileError(subject, f"front matter of {len(text)} characters", f"Keep it under {LARGEST}.")
    node = _composed(text, subject)
    if node is None:
        return {}
    _refuse_tricks(node, subject)
    return Value(node, subject, 1, "front matter").pairs()


def key_places(text: str, subject: str) -> dict[str, int]:
    """Where each top-level key begins, as places in ``text``. Raises StoryFileError as `read_mapping` does."""
    pairs = read_mapping(text, subject)
    node = _composed(text, subject)
    starts = [key.start_mark.index for key, _ in node.value] if isinstance(node, yaml.MappingNode) else []
    return dict(zip(pairs, starts, strict=True))


def _composed(text: str, subject: str) -> yaml.Node | None:
    compose: Callable[..., yaml.Node | None] = yaml.compose
    try:
        return compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise StoryFileError(subject, f"line {line}: no YAML ({error.problem})", "Quote the text there.") from error
    except (yaml.YAMLError, UnicodeError, RecursionError) as error:
        problem = str(error).partition("\n")[0]
        raise StoryFileError(subject, f"front matter is no YAML ({problem})", "Correct it by hand.") from error


def _refuse_tricks(node: yaml.Node, subject: str) -> None:
    """Raise for aliases, which a small file can blow up with, and for tags, which ask for other types."""
    seen: set[int] = set()
    waiting = [node]
    while waiting:
        current = waiting.pop()
        line = current.start_mark.line + 2
        if id(current) in seen:
            raise StoryFileError(subject, f"line {line}: an alias (*name)", "Write the value out.")
        seen.add(id(current))
        if current.tag not in _TAGS:
            raise StoryFileError(subject, f"line {line}: the tag {current.tag}", "Leave it out, or quote the text.")
        if isinstance(current, yaml.SequenceNode):
            waiting += current.value
        elif isinstance(current, yaml.MappingNode):
            waiting += [part for pair in current.value for part in pair]


_TAGS = frozenset(f"tag:yaml.org,2002:{name}" for name in ("str", "seq", "map"))
