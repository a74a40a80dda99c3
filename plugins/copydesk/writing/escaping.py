"""Which characters of a text would act as Markdown where they stand. Pure.

One backslash before each of them makes the text say what it says. Brackets around a few plain words ("[sic]") are left
as they are, since nothing in a story we write defines a reference.
"""

from __future__ import annotations

import re
import unicodedata

_ACTIVE = r"""
    \[ [^\W_] (?:[^\W_]|[ ,.'’…-]){0,79} \] (?![\[(:])   # a bracketed insertion: consumed, nothing to escape
  | (?P<always> [\\`\[\]] )
  | (?P<star> (?<![ \n])\* | \*(?![ \n]) )                # between spaces it is only a star
  | (?P<underscore> (?<![^\W_])_ | _(?![^\W_]) )           # inside a word it is only an underscore
  | (?P<tilde> ~(?=~) | (?<=~)~ )
  | (?P<tag> <(?=[A-Za-z/!?]) )
  | (?P<entity> &(?=\#?\w+;) )
"""

_LINE_START = r"""
    ^[ ]* (?: (?P<mark> [*>]                                # a list item, a quotation
                      | \#(?=\#{0,5}(?:[ ]|$))              # a heading
                      | [-+](?=[ ]|$)                       # a list item
                      | [-|:](?=[-|: ]*$)                   # a break, an underlined heading, the rule of a table
                      | =(?==*[ ]*$)                        # an underlined heading
                      | (?P<merge> [<|])(?=(?P=merge){6}(?:[ ]|$)) )   # marks of a merge that is not finished
            | \d{1,9}(?P<point>[.)])(?=[ ]|$) )             # a numbered item
"""

IN_LINES = re.compile(f"{_LINE_START}|{_ACTIVE}", re.VERBOSE | re.MULTILINE)
"""What acts as Markdown in a paragraph, a quotation or a list item, at the start of a line or anywhere in it."""

IN_HEADING = re.compile(rf"(?P<closing>(?<![^ ])\#(?=\#*$))|{_ACTIVE}", re.VERBOSE)
"""What acts as Markdown in a heading: a closing row of number signs, and what acts anywhere."""

IN_CELL = re.compile(rf"(?P<pipe>\|)|{_ACTIVE}", re.VERBOSE)
"""What acts as Markdown in a cell of a table."""

_MAY_ACT = re.compile(r"[\\`\[\]*_~<&|#]")
_MAY_ACT_AT_START = re.compile(r" *[-+>:=\d]")

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_LINE_END = re.compile("\r\n?|[\x85\u2028\u2029]")


def visible(text: str) -> str:
    """The text without control characters and lone surrogates, which no file of ours carries; line ends as ``\\n``."""
    if text.isprintable():
        return text
    return _CONTROL.sub("", _LINE_END.sub("\n", text))


def is_punctuation(character: str) -> bool:
    """Whether CommonMark counts the character as punctuation beside a mark of emphasis."""
    return unicodedata.category(character)[0] in "PS"


def active_places(text: str, pattern: re.Pattern[str]) -> frozenset[int]:
    """The places in ``text`` that need a backslash before them, where ``pattern`` says what acts there."""
    if _is_harmless(text):
        return frozenset()
    return frozenset(match.start(name) for match in pattern.finditer(text) if (name := match.lastgroup) is not None)


def _is_harmless(text: str) -> bool:
    """Whether a line has no character that any of the patterns begins with, as most paragraphs have none."""
    return "\n" not in text and not _MAY_ACT.search(text) and not _MAY_ACT_AT_START.match(text)
