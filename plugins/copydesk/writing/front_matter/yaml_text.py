"""YAML as we write it: never a choice of style. Texts stand in double quotes on one line, machine words (a digest, a
date) plain. Pure."""

from __future__ import annotations

import re
import unicodedata

_PLAIN = re.compile(r"[A-Za-z][\w./-]*(?:[: ][\w./-]+)*", re.ASCII)
_RESERVED = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
_SHORT = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_LITERAL = " \u200c\u200d\u3000"
"""Spaces, that of Chinese and Japanese too, and the joiners that letters of Persian and Hindi, and emoji, need."""


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
    if letter in _LITERAL or (kind[0] not in "CZ" and letter not in "\ufffe\uffff"):
        return letter
    code = ord(letter)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
