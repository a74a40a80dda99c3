"""Text that was decoded wrongly before it reached us, put right where the damage itself proves what was meant.

Two mistakes leave traces nothing else leaves: Windows-1252 read as Latin-1 turns quotation marks and dashes into the
control characters U+0080 to U+009F, and UTF-8 read as either of the two turns each character into two to four that
are valid UTF-8 again when written back. Both are reversible; both are noted as a doubt.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, partial
from html import unescape
from typing import Final

from copydesk.intake.characters.controls import HARMFUL_REFERENCE, note, uncommon
from copydesk.model import Doubt

_WINDOWS: Final = {
    code: bytes([code]).decode("cp1252") for code in range(0x80, 0xA0) if code not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)
}
"""What the bytes 80 to 9F mean in Windows-1252; five of them mean nothing."""
_BYTES: Final = {character: code for code, character in _WINDOWS.items()}
_SEQUENCE: Final = re.compile(f"[\xc2-\xf4][\x80-\xbf{''.join(_BYTES)}]{{1,3}}")
_SURE_SIGN: Final = re.compile(
    "[\xc3\xc4\xc5\xd0\xd1\xce\xcf\xe2\xe3][\x80-\x9f]"  # a letter before a control character
    "|[\xc3\xd0\xd1][\xa0-\xaa\xac-\xba\xbc-\xbf]"  # accented and Cyrillic letters; not before guillemets
    "|\xe2\u20ac[\u2122\u0153\u02dc\xa6\u201c\u201d\x9d]"  # curly quotation marks, as Windows-1252 shows them
)
_CUT_SHORT: Final = re.compile("\xe2\u20ac(?=[\\s.,;:!?)\\]]|$)", re.MULTILINE)
"""A closing quotation mark whose third byte, which Windows-1252 does not have, was lost on the way."""
_REFERENCES: Final = re.compile(r"&acirc;&euro;&[a-z]{3,6};")
_ODD_REFERENCE: Final = re.compile(f"&(?:acirc;&euro;|{HARMFUL_REFERENCE})")
_FEWEST_SIGNS: Final = 2
MISREADINGS: Final = ("cp1252", "cp1251")
"""What UTF-8 is most often taken for: the encodings of Windows in the West and of Cyrillic."""
TWICE: Final = "text that had been encoded twice was put right"
_MOST_LAYERS: Final = 3
_ENOUGH: Final = 20_000
_NEARLY_ALL: Final = 0.9
_CONTROL: Final = re.compile("[\x80-\x84\x86-\x9f]|\x85")


def mend(text: str, odd: str) -> tuple[str, tuple[Doubt, ...]]:
    """The text with provable decoding mistakes undone, and the doubts that say so; ``odd`` is what is `uncommon`."""
    doubts: list[Doubt] = []
    for _ in range(_MOST_LAYERS):
        wrong = next((codec for codec in MISREADINGS if is_misread(text, odd, codec)), None)
        if wrong is None:
            break
        if not doubts:
            doubts.append(note(text, "double-encoded", misread(wrong), TWICE))
        text = unread(text, wrong)
        odd = uncommon(text)
    text, more = _mend_signs(text, odd)
    if doubts or more:
        text = _CUT_SHORT.sub("”", text)
    return text, tuple({doubt.code: doubt for doubt in (*doubts, *more)}.values())


def is_misread(text: str, odd: str, wrong: str) -> bool:
    """Whether what is `uncommon` in a text is UTF-8 that was read as ``wrong``: nearly all of it becomes characters
    again, which no text in any language does by chance."""
    return _is_undoable(odd[:_ENOUGH], wrong) and _undoable(text, wrong) > _NEARLY_ALL * len(odd)


def _is_undoable(odd: str, wrong: str) -> bool:
    """Whether nearly all signs become characters again: asked until too many do not, for in Cyrillic any two letters
    look like one that was misread."""
    spare = len(odd) - _NEARLY_ALL * len(odd)
    left = end = 0
    for match in misread(wrong).finditer(odd):
        left += match.start() - end + (len(match[0]) if _undone(match, wrong) == match[0] else 0)
        end = match.end()
        if left > spare:
            return False
    return len(odd) - (left + len(odd) - end) > _NEARLY_ALL * len(odd)


def _undoable(text: str, wrong: str) -> int:
    """How many of the signs become characters again."""
    return sum(len(match[0]) for match in misread(wrong).finditer(text) if _undone(match, wrong) != match[0])


def unread(text: str, wrong: str) -> str:
    """The text as it was before it was read as ``wrong``."""
    return misread(wrong).sub(partial(_undone, wrong=wrong), text)


@cache
def misread(wrong: str) -> re.Pattern[str]:
    """What the bytes of one character look like, read as ``wrong``."""
    read = _bytes_of(wrong).items()
    leads = re.escape("".join(character for character, code in read if 0xC2 <= code <= 0xF4))
    rest = re.escape("".join(character for character, code in read if code < 0xC0))
    return re.compile(f"[{leads}][{rest}]{{1,3}}")


@cache
def _bytes_of(wrong: str) -> Mapping[str, int]:
    """The byte of each character beyond ASCII. Bytes 80 to 9F may also stand for themselves: ``wrong`` leaves some of
    them out, and Latin-1 has all of them as controls."""
    controls = {chr(code): code for code in range(0x80, 0xA0)}
    return controls | {sign: code for code in range(0x80, 0x100) if (sign := bytes([code]).decode(wrong, "ignore"))}


def _undone(match: re.Match[str], wrong: str) -> str:
    """The character a sequence stands for, or the sequence itself where it is not valid UTF-8."""
    return _decoded_by(match[0], _bytes_of(wrong))


def _mend_signs(text: str, odd: str) -> tuple[str, tuple[Doubt, ...]]:
    """The text with those parts mended that were read wrongly, which leave signs that nothing else leaves, and a doubt
    for each kind."""
    doubts = []
    if len(_SURE_SIGN.findall(odd)) >= _FEWEST_SIGNS and len(_SURE_SIGN.findall(text)) >= _FEWEST_SIGNS:
        doubts.append(note(text, "double-encoded", _SURE_SIGN, TWICE))
        text = _SEQUENCE.sub(_decoded, text)
    if _CONTROL.search(odd) and _CONTROL.search(text):
        doubts.append(note(text, "wrong-encoding", _CONTROL, "signs of Windows-1252 were put right"))
        text = text.translate(_WINDOWS)
    return text, tuple(doubts)


def has_odd_references(html: str) -> bool:
    """Whether a page writes as references what is to be mended, or what does harm: nearly none does, so that it is
    searched once for all of them."""
    return _ODD_REFERENCE.search(html) is not None


def mend_references(html: str) -> tuple[str, tuple[Doubt, ...]]:
    """The page with the same damage mended where it is written as character references (``&acirc;&euro;&trade;``), and
    a doubt for each kind."""
    if "&acirc;&euro;" not in html:
        return html, ()
    html = _REFERENCES.sub(lambda match: unescape(match[0]), html)
    return mend(html, html)


def _decoded(match: re.Match[str]) -> str:
    """The character a sequence stands for, or the sequence itself where it is not valid UTF-8."""
    return _decoded_by(match[0], _BYTES)


def _decoded_by(sequence: str, codes: Mapping[str, int]) -> str:
    for end in range(len(sequence), 1, -1):
        try:
            return bytes(codes.get(sign, ord(sign)) for sign in sequence[:end]).decode("utf-8") + sequence[end:]
        except UnicodeDecodeError:
            continue
    return sequence
