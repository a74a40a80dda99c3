"""What a page's own style sheets hide: only rules of one class or one id that hold everywhere are believed.

A class that another rule shows again ("open" panels, wide windows) hides nothing here: who reads the page may see it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from selectolax.lexbor import LexborHTMLParser, LexborNode

_HIDES: Final = (re.compile(rb"display\s{0,9}:\s{0,9}none"), re.compile(rb"visibility\s{0,9}:\s{0,9}hidden"))
"""What hides, in small letters of ASCII: one expression for each, that begins with a word, is looked for ten times as
fast as a choice of two in letters of any size."""
_SHOWS: Final = re.compile(
    r"display\s{0,9}:\s{0,9}(?!none)\w|visibility\s{0,9}:\s{0,9}visible|all\s{0,9}:\s{0,9}\w", re.IGNORECASE
)
_SIMPLE: Final = re.compile(r"([a-zA-Z][a-zA-Z0-9]*)?([.#][\w-]+)")
"""A selector of one class or one id, an element's name before it at most."""
_IN_NAME: Final = re.compile(r"[\w-]")
_RULE_ENDS: Final = ("{", "}", ";", "*/")
"""What stands before a list of selectors."""
_LONGEST_RULE: Final = 2000
"""Characters of the longest rule that is read."""
_LONGEST_LIST: Final = 1500
"""Characters of the longest list of selectors."""
_MOST_MENTIONS: Final = 200
_MOST_RULES: Final = 1000
"""How many rules that hide something are read,"""
_LONGEST: Final = 500_000
"""and how many characters of style sheets."""
_FOLDED: Final = frozenset(
    "more rest collapse collapsed collapsible expand expanded expandable remaining remainder toggle accordion answer"
    " panel tab tabs details transcript readmore truncated faq spoiler".split()
)
"""Class words of what a button unfolds: it may tell the story."""
_EVERYWHERE: Final = frozenset(("html", "body", "main", "article"))
"""Elements that are never taken to be hidden: a script shows them."""


class Styles:
    """The style sheets of one page."""

    def __init__(self, sheets: Iterable[str] = ()) -> None:
        self._text = "\n".join(sheets)[:_LONGEST]
        self._hidden = _hidden_in(self._text)
        self._known: dict[str, bool] = {}

    def hide(self, tag: str, attributes: Mapping[str, str | None], words: Iterable[str]) -> bool:
        """Whether an element is hidden by its class or its id, ``words`` being those in its names."""
        if not self._hidden:
            return False
        names = [name for each in (attributes.get("class") or "").split() if (name := "." + each) in self._hidden]
        if (own := attributes.get("id")) and "#" + own in self._hidden:
            names.append("#" + own)
        if not names or tag in _EVERYWHERE or not _FOLDED.isdisjoint(words):
            return False
        return any(self._hides(tag, name) for name in names)

    def _hides(self, tag: str, name: str) -> bool:
        tags = self._hidden[name]
        if "" not in tags and tag not in tags:
            return False
        if name not in self._known:
            self._known[name] = not self._shows(name)
        return self._known[name]

    def _shows(self, name: str) -> bool:
        """Whether any rule that mentions a name shows what bears it."""
        at = -1
        for _ in range(_MOST_MENTIONS):
            at = self._text.find(name, at + 1)
            if at < 0:
                return False
            if _IN_NAME.match(self._text, at + len(name)):
                continue
            begin = self._text.find("{", at, at + _LONGEST_LIST)
            end = self._text.find("}", begin, begin + _LONGEST_RULE) if begin >= 0 else -1
            if begin >= 0 and _SHOWS.search(self._text, begin, end if end >= 0 else begin + _LONGEST_RULE):
                return True
        return True  # mentioned so often that nobody can tell


def styles_of(page: LexborHTMLParser) -> Styles:
    """The style sheets that a page has in itself, but those for paper and for browsers without scripts."""
    return Styles(sheet.text() for sheet in page.css("style") if _is_for_screens(sheet))


def _is_for_screens(sheet: LexborNode) -> bool:
    medium = sheet.attributes.get("media") or "all"
    parent = sheet.parent
    return medium.strip() in ("all", "screen") and (parent is None or parent.tag != "noscript")


def _hidden_in(text: str) -> dict[str, set[str]]:
    """The classes and ids that rules outside of all conditions hide, each with the names of elements that it must
    have, "" for any."""
    small = text.encode("ascii", "replace").lower()  # a byte for each character: places are the same
    starts = sorted(found.start() for expression in _HIDES for found in expression.finditer(small))
    hidden: dict[str, set[str]] = {}
    depth, counted = 0, 0
    for at in starts[:_MOST_RULES]:
        begin = small.rfind(b"{", max(0, at - _LONGEST_RULE), at)
        if begin < counted:  # no rule, or one that is read already
            continue
        depth += small.count(b"{", counted, begin) - small.count(b"}", counted, begin)
        counted = begin
        if depth == 0 and b"}" not in small[begin:at]:
            for tag, name in _selectors(text, begin):
                hidden.setdefault(name, set()).add(tag)
    return hidden


def _selectors(text: str, begin: int) -> Iterable[tuple[str, str]]:
    """The selectors of one class or id in the list before a rule."""
    before = text[max(0, begin - _LONGEST_LIST) : begin]
    start = max((at + len(end) for end in _RULE_ENDS if (at := before.rfind(end)) >= 0), default=0)
    for selector in before[start:].split(","):
        if simple := _SIMPLE.fullmatch(selector.strip()):
            yield (simple[1] or "").lower(), simple[2]
