"""``copydesk clean --jsonl``: documents as JSON lines in, stories as JSON lines out, in the same order.

In: ``{"id", "html" or "text", "url"?, "style"?}``. Out: ``{"id", "style"?, "title", "authors", "date", …}``, or
``{"id", "error"}`` for a line that is no such object or whose cleaning failed.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from copydesk.batch.processes.fences import Fence
from copydesk.batch.processes.workers import Loss, Work, in_order
from copydesk.batch.recurring.showing import NOTHING, Reading, Shown, show
from copydesk.batch.recurring.siblings import Tables
from copydesk.batch.seeds.cleaning import LOSSES, Task, clean, fence_of
from copydesk.cli.exits import FAULT, HELD, PUBLISHED, worst
from copydesk.cli.story_json import EMPTY_ROW, row
from copydesk.model import House, Overrides, RawDocument
from copydesk.settings import Settings

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
"""Put before the text of a line: it is decoded already, whatever charset its page declares."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of input, and what is known to clean it."""

    text: bytes
    settings: Settings


def clean_lines(settings: Settings, jobs: int | None, *, together: bool = False) -> int:
    """Clean standard input to standard output; the worst of the documents' exit codes. Each line is judged alone,
    unless they are to be looked at ``together`` first, which needs all of them in memory."""
    lines: Iterable[Line] = (Line(text, settings) for text in sys.stdin.buffer if text.strip())
    if together:
        lines = _together(list(lines), jobs)
    return worst(_written(in_order(LINES, lines, jobs)))


def _together(lines: list[Line], jobs: int | None) -> Iterator[Line]:
    """The lines, each with what the documents of its publisher share."""
    shown = in_order(LOOKING, lines, jobs)
    tables = Tables({str(at): one for at, one in enumerate(shown)}, lines[0].settings.house if lines else House())
    for at, line in enumerate(lines):
        recurring = tables.recurring(str(at))
        house = replace(line.settings.house, recurring=recurring)
        yield replace(line, settings=replace(line.settings, house=house)) if recurring else line


def _look(line: Line) -> Shown:
    """What the document in a line of input shows of its publisher and its lines; nothing where the line holds none."""
    given = _object(line.text)
    return NOTHING if isinstance(given, str) or _problem(given) else show(Reading(_raw(given), line.settings.limits))


def _written(rows: Iterable[dict[str, Any]]) -> Iterator[int]:
    for out in rows:
        sys.stdout.buffer.write(json.dumps(out, ensure_ascii=False).encode("utf-8", errors="replace") + b"\n")
        sys.stdout.buffer.flush()
        yield FAULT if "error" in out else HELD if out["held"] else PUBLISHED


def clean_line(line: Line) -> dict[str, Any]:
    """The row for one line. What is wrong with the line, or goes wrong with it, is its ``error``."""
    given = _object(line.text)
    if isinstance(given, str):
        return {"id": None, "error": given}
    known, problem = _known(given), _problem(given)
    return {**known, "error": problem} if problem else {**known, **_cleaned(_task(given, line.settings))}


def _known(given: dict[str, Any]) -> dict[str, Any]:
    """What the row repeats of the line."""
    return {"id": given.get("id")} | ({"style": given["style"]} if "style" in given else {})


def _object(text: bytes) -> dict[str, Any] | str:
    """The object of a line, or what keeps it from being one."""
    try:
        given = json.loads(text)
    except (ValueError, RecursionError) as error:
        return f"no JSON: {error}"
    return given if isinstance(given, dict) else "no JSON object"


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
    return Task(_raw(given), settings.house, Overrides(), settings.limits)


def _raw(given: dict[str, Any]) -> RawDocument:
    is_page = given.get("html") is not None
    text: str = given["html"] if is_page else given["text"]
    name = f"{given['id']}.{'html' if is_page else 'txt'}"
    return RawDocument(name, BYTE_ORDER_MARK + text.encode("utf-8", errors="ignore"), given.get("url"))


def fence(line: Line) -> Fence:
    """What a line may take."""
    return fence_of(line.settings.limits, len(line.text))


def lost(line: Line, loss: Loss) -> dict[str, Any]:
    """The row for a line whose process was ended."""
    given = _object(line.text)
    known = {"id": None} if isinstance(given, str) else _known(given)
    allowed = fence(line)
    return {**known, "error": LOSSES[loss].format(seconds=allowed.seconds, memory=allowed.memory)}


def _unseen(_: Line, __: Loss) -> Shown:
    return NOTHING


LINES = Work(clean_line, lost, fence)
LOOKING = Work(_look, _unseen, fence)
