"""Marks inside a line of Markdown (strong, emphasis, code, links, escapes) as spans: none leaks into the text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter
from typing import Final

from copydesk.intake.markup.links import Links
from copydesk.model import Span

_TOKEN: Final = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+.!|>~<$-])"
    r"|(?P<ticks>`{1,2})(?P<code>[^`\n]{1,2000}+)(?P=ticks)"
    r"|!\[(?P<alt>[^\[\]\n]{0,500}+)\]\((?P<picture>[^()\s]{0,2000}+)(?:\s++\"[^\"\n]{0,300}+\")?\)"
    r"|\[(?P<label>(?:!\[[^\[\]\n]{0,500}+\]\([^()\s]{0,2000}+\)|[^\[\]\n]){1,1000}+)\]"
    r"\(<?(?P<href>[^()\s<>]{1,2000}+)>?(?:\s++\"[^\"\n]{0,300}+\")?\)"
    r"|<(?P<address>https?://[^\s<>]{1,2000}+)>"
    r"|(?P<mark>\*\*\*|\*\*|__|\*|_)"
)
_PICTURE: Final = re.compile(r"!\[(?P<alt>[^\[\]\n]{1,500})\]\((?P<picture>[^()\s]{0,2000})")
_LOOSE: Final = re.compile(r" [,.)]")


@dataclass(slots=True)
class _Piece:
    """A stretch of text, or a mark that may open or close."""

    text: str
    mark: str | None = None
    opens: bool = False
    glued: bool = False
    """Opens after a letter: html2text swallows the space there."""
    closes: bool = False
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str | None = None


def pictures(line: str) -> Iterator[tuple[str, str]]:
    """The alternative text and the address of each picture in a line."""
    for match in _PICTURE.finditer(line):
        yield match["alt"], match["picture"]


def plain_text(line: str) -> str:
    """The words of a line without its marks."""
    return "".join(span.text for span in spans(line, Links(None)))


def spans(line: str, links: Links) -> tuple[Span, ...]:
    """A line as spans; marks without a partner stay text."""
    if not any(mark in line for mark in "\\`*_[<"):
        return (Span(line),)
    return _joined(_set_marks(_pieces(line, links)))


def _pieces(line: str, links: Links) -> list[_Piece]:
    pieces, position = [], 0
    for match in _TOKEN.finditer(line):
        if match.start() > position:
            pieces.append(_Piece(line[position : match.start()]))
        pieces.extend(_read(match, line, links))
        position = match.end()
    if position < len(line):
        pieces.append(_Piece(line[position:]))
    return pieces


def _read(match: re.Match[str], line: str, links: Links) -> list[_Piece]:
    found = match.groupdict()
    if found["mark"] is not None:
        return [_mark(match, line)]
    if found["code"] is not None:
        return [_Piece(found["code"].strip(), code=True)]
    if found["label"] is not None:
        href, label = links.absolute(found["href"]), found["label"].strip(" ")
        linked = [replace(piece, href=href) for piece in _pieces(label, links)]
        return [_Piece(" "), *linked] if _is_glued(line[: match.start()], label) else linked
    return [_Piece(found["escaped"] or found["address"] or found["alt"] or "")]


def _is_glued(before: str, label: str) -> bool:
    """Whether a link was run into the word before it, as html2text does: "publishing[a letter](…)"."""
    return before[-1:].isalpha() and before[-1] < "\u2e80" and label[:1].isalnum()


def _mark(match: re.Match[str], line: str) -> _Piece:
    """Whether a mark may open (words follow) or close (words precede); inside a word ``_`` does neither."""
    before = line[match.start() - 1 : match.start()] if match.start() else " "
    after = line[match.end() : match.end() + 1] or " "
    opens, closes = not after.isspace(), not before.isspace()
    if match[0][0] == "_":
        if before.isalnum() and after.isalnum():
            return _Piece(match[0])
        opens, closes = opens and not before.isalnum(), closes and not after.isalnum()
    elif match[0] == "**" and (opens or closes or not match.start()):
        opens = True  # html2text leaves spaces inside strong text
    glued = len(match[0]) > 1 and before.isalnum() and after.isalnum() and before < "\u2e80"
    return _Piece(match[0], match[0], opens, glued, closes)


def _set_marks(pieces: list[_Piece]) -> list[_Piece]:
    """Pair the marks and set what stands between; one pass, the last unpaired opener of a sort being the partner."""
    opened: dict[str, int] = {}
    for index, piece in enumerate(pieces):
        if piece.mark is None:
            continue
        start = opened.pop(piece.mark, None) if piece.closes or piece.mark == "**" else None
        if start is not None:
            piece.text, pieces[start].text = "", " " if pieces[start].glued else ""
            _close_up(pieces, index + 1)
            opened = {mark: place for mark, place in opened.items() if place < start}
            _set(pieces[start + 1 : index], piece.mark)
        elif piece.opens:
            opened[piece.mark] = index
        elif piece.mark[0] == "_" and not piece.closes:
            piece.text = ""  # what icon fonts leave
    for edge in (pieces[0], pieces[-1]):
        if edge.text == "**":
            edge.text = ""  # its partner is on another line
    return pieces


def _close_up(pieces: list[_Piece], index: int) -> None:
    """html2text puts a space after a closing mark, even before a comma."""
    if index < len(pieces) and _LOOSE.match(pieces[index].text):
        pieces[index].text = pieces[index].text[1:]


def _set(inside: list[_Piece], mark: str) -> None:
    for piece in inside:
        piece.strong = piece.strong or len(mark) > 1
        piece.emphasis = piece.emphasis or len(mark) != 2


def _joined(pieces: list[_Piece]) -> tuple[Span, ...]:
    alike = groupby((piece for piece in pieces if piece.text), attrgetter("strong", "emphasis", "code", "href"))
    return tuple(Span("".join(piece.text for piece in group), *marks) for marks, group in alike)
