"""The nodes of front matter that is not as we write it, built from libyaml's events.

Its parser takes longer to load than a story to read, and most builds need none.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from copydesk.errors import StoryFileError
from copydesk.writing.front_matter.yaml_nodes import LARGEST, Mapping, Node, Scalar, Sequence

DEEPEST = 20
"""Nesting that is read; our keys nest three deep."""


def read_nodes(text: str, subject: str) -> Node | None:
    """The one document in ``text``, ``None`` where there is none. Raises StoryFileError."""
    if len(text) > LARGEST:
        raise StoryFileError(subject, f"front matter of {len(text)} characters", f"Keep it under {LARGEST}.")
    try:
        return _built(yaml.parse(text, Loader=yaml.CSafeLoader), subject)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 2 if error.problem_mark else 1
        raise StoryFileError(subject, f"line {line}: no YAML ({error.problem})", "Quote the text there.") from error
    except (yaml.YAMLError, UnicodeError) as error:
        problem = str(error).partition("\n")[0]
        raise StoryFileError(subject, f"front matter is no YAML ({problem})", "Correct it by hand.") from error


def _built(events: Iterator[yaml.Event], subject: str) -> Node | None:
    """The nodes the parser's events describe, built without recursion, so that no depth of nesting can end us."""
    root: list[Node] = []
    around: list[list[Node]] = [root]
    for event in events:
        if type(event) is yaml.ScalarEvent and event.anchor is None and event.tag is None:  # nine of ten
            if len(around) > DEEPEST:
                _refuse_tricks(event, len(around), subject)
            around[-1].append(Scalar(event.value, *_start(event)))
        elif isinstance(event, yaml.CollectionEndEvent):
            around.pop()
        elif isinstance(event, yaml.NodeEvent):
            _refuse_tricks(event, len(around), subject)
            node = _node(event)
            around[-1].append(node)
            if not isinstance(node, Scalar):
                around.append(node.value)
    if len(root) > 1:
        raise StoryFileError(subject, "front matter in several documents", "Keep one pair of --- lines.")
    return root[0] if root else None


def _node(event: yaml.NodeEvent) -> Node:
    line, place = _start(event)
    if isinstance(event, yaml.ScalarEvent):
        return Scalar(event.value, line, place)
    return Mapping([], line, place) if isinstance(event, yaml.MappingStartEvent) else Sequence([], line, place)


def _refuse_tricks(event: yaml.NodeEvent, depth: int, subject: str) -> None:
    """Raise for what front matter has no use for: aliases, which a small file can blow up with, tags, which ask for
    other types, and nesting beyond all reason."""
    where = f"line {_start(event)[0] + 2}:"
    if event.anchor is not None:
        raise StoryFileError(subject, f"{where} an anchor or alias (&name, *name)", "Write the value out.")
    if getattr(event, "tag", None) is not None:
        raise StoryFileError(subject, f"{where} the tag {event.tag}", "Leave it out, or quote the text.")  # type: ignore[attr-defined]  # an alias has none
    if depth > DEEPEST:
        raise StoryFileError(subject, f"{where} nested too deep", "Write it flat.")


def _start(event: yaml.Event) -> tuple[int, int]:
    """The line and the place where the event stands; libyaml always says."""
    assert event.start_mark is not None
    return event.start_mark.line, event.start_mark.index
