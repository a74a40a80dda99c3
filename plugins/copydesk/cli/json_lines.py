"""``copydesk clean --jsonl``: documents as JSON lines in, stories as JSON lines out, in the same order.

In: ``{"id", "html" or "text", "url"?, "style"?}``. Out: ``{"id", "style"?, "title", "authors", "date", …}``, or
``{"id", "error"}`` for a line that is no such object or whose cleaning failed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from copydesk.batch.cleaning import Task, clean
from copydesk.batch.workers import Work, in_order
from copydesk.cli.exits import FAULT, HELD, PUBLISHED, worst
from copydesk.cli.story_json import EMPTY_ROW, row
from copydesk.model import Overrides, RawDocument
from copydesk.settings import Settings

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Put before the text of a line: it is decoded already, whatever charset its page declares."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of input, and what is known to clean it."""

    text: bytes
    settings: Settings


def clean_lines(settings: Settings, jobs: int) -> int:
    """Clean standard input to standard output; the worst of the documents' exit codes."""
    lines = (Line(text, settings) for text in sys.stdin.buffer if text.strip())
    return worst(_written(in_order(LINES, lines, jobs)))


def _written(rows: Iterable[dict[str, Any]]) -> Iterator[int]:
    for out in rows:
        sys.stdout.buffer.write(json.dumps(out, ensure_ascii=False).encode("utf-8", errors="replace") + b"\n")
        sys.stdout.buffer.flush()
        yield FAULT if "error" in out else HELD if out["held"] else PUBLISHED


def clean_line(line: Line) -> dict[str, Any]:
    """The row for one line. What is wrong with the line, or goes wrong with it, is its ``error``."""
    try:
        given = json.loads(line.text)
    except (ValueError, RecursionError) as error:
        return {"id": None, "error": f"no JSON: {error}"}
    if not isinstance(given, dict):
        return {"id": None, "error": "no JSON object"}
    known = {"id": given.get("id")} | ({"style": given["style"]} if "style" in given else {})
    problem = _problem(given)
    return {**known, "error": problem} if problem else {**known, **_cleaned(_task(given, line.settings))}


def _cleaned(task: Task) -> dict[str, Any]:
    """What comes of a document: its row, an empty one where it is held unread, or the ``error``."""
    cleaned = clean(task)
    if cleaned.fault:
        return {"error": cleaned.reason}
    if not cleaned.stories:
        return {**EMPTY_ROW, "held": [cleaned.reason or "no story found in it"]}
    try:
        return row(cleaned.stories[0])
    except Exception as error:  # noqa: BLE001  # one faulty line never ends the stream
        return {"error": f"writing failed ({type(error).__name__}: {error})"}


def _problem(given: dict[str, Any]) -> str | None:
    """What keeps the object from being a document."""
    if "id" not in given:
        return "no id"
    texts = [given[name] for name in ("html", "text") if given.get(name) is not None]
    if len(texts) != 1 or not isinstance(texts[0], str):
        return "neither html nor text, or both, or no string"
    if not isinstance(given.get("url"), str | None):
        return "the url is no string"
    return None


def _task(given: dict[str, Any], settings: Settings) -> Task:
    is_page = given.get("html") is not None
    text: str = given["html"] if is_page else given["text"]
    name = f"{given['id']}.{'html' if is_page else 'txt'}"
    raw = RawDocument(name, BYTE_ORDER_MARK + text.encode("utf-8", errors="ignore"), given.get("url"))
    return Task(raw, settings.house, Overrides(), settings.limits)


def crashed(line: Line) -> dict[str, Any]:
    """The row for a line whose cleaning ended its process."""
    try:
        given = json.loads(line.text)
    except ValueError:
        given = {}
    return {"id": given.get("id"), "error": "cleaning it ended the process"}


LINES = Work(clean_line, crashed)
