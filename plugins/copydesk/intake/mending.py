"""Text that was decoded wrongly before it reached us, put right where the damage itself proves what was meant.

Two mistakes leave traces nothing else leaves: Windows-1252 read as Latin-1 turns quotation marks and dashes into the
control characters U+0080 to U+009F, and UTF-8 read as either of the two turns each character into two to four that
are valid UTF-8 again when written back. Both are reversible; both are noted as a doubt.
"""

from __future__ import annotations

import re
from html import unescape
from typing import Final

from copydesk.intake.controls import note
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
_REFERENCES: Final = re.compile(r"&acirc;&euro;&[a-z]{3,6};")
_FEWEST_SIGNS: Final = 2
_CONTROL: Final = re.compile("[\x80-\x84\x86-\x9f]|\x85")


def mend(text: str, odd: str) -> tuple[str, tuple[Doubt, ...]]:
    """The text with provable decoding mistakes undone, and the doubts that say so; ``odd`` is what is `uncommon`."""
    doubts = []
    if len(_SURE_SIGN.findall(odd)) >= _FEWEST_SIGNS and len(_SURE_SIGN.findall(text)) >= _FEWEST_SIGNS:
        doubts.append(note(text, "double-encoded", _SURE_SIGN, "text that had been encoded twice was put right"))
        text = _SEQUENCE.sub(_decoded, text)
    if _CONTROL.search(odd) and _CONTROL.search(text):
        doubts.append(note(text, "wrong-encoding", _CONTROL, "signs of Windows-1252 were put right"))
        text = text.translate(_WINDOWS)
    return text, tuple(doubts)


def mend_references(html: str) -> tuple[str, tuple[Doubt, ...]]:
    """The same for a page that holds the damage as character references: ``&acirc;&euro;&trade;``."""
    if "&acirc;&euro;" not in html:
        return html, ()
    html = _REFERENCES.sub(lambda match: unescape(match[0]), html)
    return mend(html, html)


def _decoded(match: re.Match[str]) -> str:
    """The character a sequence stands for, or the sequence itself where it is not valid UTF-8."""
    sequence = match[0]
    for end in range(len(sequence), 1, -1):
        try:
            return bytes(map(_byte, sequence[:end])).decode("utf-8") + sequence[end:]
        except UnicodeDecodeError:
            continue
    return sequence


def _byte(character: str) -> int:
    return _BYTES.get(character, ord(character))
