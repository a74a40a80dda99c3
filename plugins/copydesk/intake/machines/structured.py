"""Structured data in JSON-LD: found in the page, mended where it is broken, read for this page's article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any, Final

JsonObject = dict[str, Any]

_WRAPPERS: Final = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)"
    r"|(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/|\]\]>)\s*$"
)
_MARKS: Final = ("<!--", "-->", "[CDATA[", "]]>")
"""Texts one of which every wrapper has: a script without any, as most are, needs no unwrapping."""
_TRAILING_COMMA: Final = re.compile(r",(?=\s{0,200}[}\]])")
_STRUCTURE: Final = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[{}\[\]]', re.DOTALL)
"""A string, closed or not, or a bracket outside of strings."""
_CLOSING: Final = {"{": "}", "[": "]"}
_MOST_OPEN: Final = 4
"""How many brackets a script may leave open: of one that was cut off in the middle nothing is believed."""
_MOST_NODES: Final = 2_000
_CARRIERS: Final = ("@graph", "mainEntity", "mainEntityOfPage", "@reverse", "subjectOf")
"""Properties whose value is about this page as much as the node that has it; others hold other pages' items."""


def parse(script: str) -> list[JsonObject]:
    """The objects of one script, in order; none where it cannot be read even when mended."""
    for attempt in (_unwrapped, _mended, _unescaped, _closed):
        values = _decoded(attempt(script))
        if values:
            return values
    return []


def _unwrapped(script: str) -> str:
    if not any(mark in script for mark in _MARKS):
        return script.strip().rstrip(";").strip()
    return _WRAPPERS.sub("", _WRAPPERS.sub("", script)).strip().rstrip(";").strip()


def _mended(script: str) -> str:
    return _TRAILING_COMMA.sub("", _unwrapped(script))


def _unescaped(script: str) -> str:
    return _mended(unescape(script))


def _closed(script: str) -> str:
    """A script with the brackets that it leaves open closed at its end, where only they are missing."""
    open_ones: list[str] = []
    for mark in _STRUCTURE.findall(_mended(script)):
        if mark in _CLOSING:
            open_ones.append(_CLOSING[mark])
        elif mark in "}]" and (not open_ones or open_ones.pop() != mark):
            return ""
    return _mended(script) + "".join(reversed(open_ones)) if 0 < len(open_ones) <= _MOST_OPEN else ""


def _decoded(script: str) -> list[JsonObject]:
    """Every value of a script; several may stand one after another, or a bracket too many behind the last."""
    decoder, position = json.JSONDecoder(strict=False), 0
    values: list[object] = []
    while position < len(script) and len(values) < 100:
        try:
            value, position = decoder.raw_decode(script, position)
        except (ValueError, RecursionError):  # RecursionError: a million "[" in a row
            break
        values.extend(value if isinstance(value, list) else [value])
        while position < len(script) and script[position] in " \t\r\n;,":
            position += 1
    return [value for value in values if isinstance(value, dict)]


class Graph:
    """The objects of a page's JSON-LD scripts, with references by ``@id`` followed."""

    def __init__(self, scripts: list[str]) -> None:
        self.top: list[JsonObject] = []
        """Objects about this page, in the order of the page."""
        self._named: dict[str, JsonObject] = {}
        self._collect([value for script in scripts for value in parse(script)])

    def _collect(self, roots: list[JsonObject]) -> None:
        waiting: list[tuple[object, bool]] = [(root, True) for root in reversed(roots)]
        seen = 0
        while waiting and seen < _MOST_NODES:
            value, top = waiting.pop()
            if isinstance(value, list):
                waiting.extend((each, top) for each in reversed(value))
            elif isinstance(value, dict):
                seen += 1
                self._take(value, top)
                waiting.extend((each, top and key in _CARRIERS) for key, each in reversed(value.items()))

    def _take(self, value: JsonObject, top: bool) -> None:
        name = value.get("@id")
        if isinstance(name, str) and len(value) > len(self._named.get(name, ())):
            self._named[name] = value
        if top and "@type" in value:
            self.top.append(value)

    def resolve(self, value: object) -> object:
        """The object that ``{"@id": ...}`` refers to, or the value itself."""
        if isinstance(value, dict) and isinstance(value.get("@id"), str) and len(value) <= 2:
            return self._named.get(value["@id"], value)
        return value

    def each(self, value: object) -> Iterator[object]:
        """The values of a property, which may be one or a list, references followed."""
        for item in value if isinstance(value, list) else [value]:
            if item is not None:
                yield self.resolve(item)

    def texts(self, value: object) -> Iterator[str]:
        """The values of a property as text: of objects their ``@value``, ``name``, ``url`` or ``@id``."""
        for item in self.each(value):
            text = _first_text(item, ("@value", "name", "url", "@id"))
            if text is not None:
                yield text

    def addresses(self, value: object) -> Iterator[str]:
        """The values of a property as addresses: of objects their ``url``, ``contentUrl`` or ``@id``."""
        for item in self.each(value):
            address = _first_text(item, ("url", "contentUrl", "@id"))
            if address is not None:
                yield address


def _first_text(item: object, keys: tuple[str, ...]) -> str | None:
    """A value as text: itself, or of an object the first of these properties that is one."""
    if isinstance(item, dict):
        return next((item[key] for key in keys if isinstance(item.get(key), str)), None)
    return str(item) if isinstance(item, (str, int, float)) and not isinstance(item, bool) else None


def types(value: JsonObject) -> tuple[str, ...]:
    """The types of an object without their vocabulary: "https://schema.org/NewsArticle" is "NewsArticle"."""
    given = value.get("@type")
    names = given if isinstance(given, list) else [given]
    return tuple(re.split(r"[/#:]", name)[-1] for name in names if isinstance(name, str))
