"""Lines of Markdown whose marks are so plain that they can be read one by one: HTML without a parser.

Such a line begins with something that opens no block: a letter, a quotation mark, an amount, a mark of its own. Beside
text it holds only escaped characters, links to plain addresses of the web, and words in ``*`` or ``**`` that stand free
on both sides, none inside another. Then every mark is what it looks like: an opening one cannot close and a closing one
cannot open (CommonMark 0.31, 6.2). Anything else is left to the parser. `tests/writing/test_plain.py` compares the two
ways.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

TEXT = r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\\`*_\[\]<>&{|!]"
"""A character that Markdown could not take for a mark within a line, nor an expression for a space that is none."""

_FREE = r'(?<![^\s(“‘"]{})'
"""What stands before an opening mark, looked back at from behind it: nothing, a space, or what opens a quotation or an
aside."""

_INNER = rf"[^\W_](?:{TEXT}*[^\W_])?"
_AFTER_WORD = r'(?![^\s.,;:!?)”’"…–—])'
_ENDED = rf"[^\W_]{TEXT}*[.,;:!?”’)…]"
_STRONG = rf"\*\*{_FREE.format('..')}(?:(?P<strong>{_INNER})\*\*{_AFTER_WORD}|(?P<strongly>{_ENDED})\*\*(?!\S))"
_EM = rf"\*{_FREE.format('.')}(?:(?P<em>{_INNER})\*{_AFTER_WORD}|(?P<softly>{_ENDED})\*(?!\S))"
_HOST = r"(?:[a-z0-9](?:[a-z0-9-]{0,60}[a-z0-9])?\.){1,3}[a-z]{2,20}"
_PATH = r"(?:/(?:[A-Za-z0-9._~/-]|%[0-9A-Fa-f]{2})*)?(?:\?[A-Za-z0-9._~/=&-]*)?(?:#[A-Za-z0-9._~/=-]*)?"
_LINK = rf"\[(?P<link>{TEXT}+)\]\((?P<address>https?://{_HOST}{_PATH})\)"
_ESCAPED = r"\\(?P<escaped>[!-/:-@\[-`{-~])"
_BARE = r"&(?!#?[A-Za-z0-9]+;)|<(?= )|>|!(?!\[)"

_START = (
    r"(?=[^\W\d_]|[“‘«„‚(\"'$€£…–—]|(?!\d{1,9}[.)](?:\s|\Z))\d"
    r"|\*{1,2}[^\W_]|\[|\\)"
)
"""How a line begins that is text wherever it stands."""

_BEGINNING = re.compile(_START)
_LINE = re.compile(rf"(?:{TEXT}++|{_ESCAPED}|{_BARE}|{_LINK}|{_STRONG}|{_EM})+(?<!\s)")
_PIECE = re.compile(rf'{_ESCAPED}|{_LINK}|{_STRONG}|{_EM}|&|<|>|"')  # each begins with one letter: found quickly

_SIGNS = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}

Found = re.Match[str]


def line_html(line: str) -> str | None:
    """The HTML of a line that is text with plain marks; ``None`` where that takes a parser."""
    return inline_html(line) if _BEGINNING.match(line) else None


def inline_html(line: str) -> str | None:
    """The HTML of a line that stands behind a mark where no block can begin; ``None`` where that takes a parser."""
    return _PIECE.sub(_set, line) if _LINE.fullmatch(line) else None


def inline_words(line: str) -> str | None:
    """The words of such a line as it is read, without its marks; ``None`` where that takes a parser."""
    return _PIECE.sub(_said, line) if _LINE.fullmatch(line) else None


def _said(found: Found) -> str:
    return found[_SAID.get(found.lastgroup, found.lastgroup)] if found.lastgroup else found[0]


def _set(found: Found) -> str:
    return _SET[found.lastgroup](found) if found.lastgroup else _SIGNS[found[0]]


def _within(tag: str, group: str) -> Callable[[Found], str]:
    return lambda found: f"<{tag}>{escaped(found[group])}</{tag}>"


def _anchor(found: Found) -> str:
    address = found["address"].replace("&", "&amp;")
    return f'<a href="{address}" rel="external noopener">{escaped(found["link"])}</a>'


def escaped(text: str) -> str:
    """Text of the characters of `TEXT` for HTML."""
    return text.replace('"', "&quot;")


_SET: Mapping[str, Callable[[Found], str]] = {
    "strong": _within("strong", "strong"),
    "strongly": _within("strong", "strongly"),
    "em": _within("em", "em"),
    "softly": _within("em", "softly"),
    "address": _anchor,
    "escaped": lambda found: _SIGNS.get(found["escaped"], found["escaped"]),
}
"""How each piece is set, by the last of its groups; a sign alone has none."""

_SAID: Mapping[str, str] = {"address": "link"}
"""The group that has the words of a piece whose last group has none."""
