"""Bytes to text: byte-order marks, UTF-8, what the page declares, and last a detector, each only where it is sure.

No step guesses: a file that none of them decodes without error and with confidence is held. Valid UTF-8 with multibyte
characters wins over any declaration, because text in another encoding is practically never valid UTF-8.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

import webencodings

from copydesk.errors import HeldError
from copydesk.intake.characters.controls import neutralise, uncommon, uncommon_in
from copydesk.intake.characters.detecting import contradicts, detect, looks_like_utf7, speaks_against
from copydesk.intake.characters.mending import mend
from copydesk.model import Doubt, RawDocument

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_WIDER: Final = {
    "gbk": "gb18030",
    "gb2312": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "tis-620": "cp874",
    "x-user-defined": "cp1252",
}
"""Codecs whose labels mean a wider encoding on the web (WHATWG Encoding Standard, "Names and labels"), or another one
where a page declares them (WHATWG HTML, "prescan a byte stream")."""
_DECLARED: Final = (
    re.compile(rb"<\?xml[^>]{0,200}?\bencoding\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE),
    re.compile(rb"<meta\b[^>]{0,400}?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE),
)
_HEAD: Final = 8192
"""Browsers look for a declaration in the first 1024 bytes; pages with long comments or scripts put it later."""
_MULTIBYTE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH_BYTES: Final = bytes(range(128, 256))
_MEND: Final = "Put the characters right in an editor and save it as UTF-8"
_ADVICE: Final = "Open it in an editor in the right encoding and save it as UTF-8"


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a seed with newlines as ``\\n`` and without control characters, the codec's name, doubts, and, where
    no character was changed, the text that the seed's bytes are in UTF-8."""

    text: str
    encoding: str
    doubts: tuple[Doubt, ...] = ()
    verbatim: str | None = None


def decode(raw: RawDocument) -> Decoded:
    """Decode a seed, or raise HeldError where no encoding is sure."""
    decoded = _decode(raw)
    text = decoded.text
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    is_plain = decoded.encoding == "utf-8" and not raw.data.startswith(codecs.BOM_UTF8)
    odd = uncommon_in(raw.data) if is_plain else uncommon(text)
    text, mended = mend(text, odd) if odd else (text, ())
    text, removed = neutralise(text, uncommon(text) if mended else odd) if odd else (text, ())
    verbatim = text if is_plain and text is decoded.text else None
    return Decoded(text, decoded.encoding, decoded.doubts + mended + removed, verbatim)


def _decode(raw: RawDocument) -> Decoded:
    for mark, encoding in _MARKS:
        if raw.data.startswith(mark):
            return _by_mark(raw, mark, encoding)
    wide = _wide_without_mark(raw.data)
    if wide is not None:
        return wide
    text = _strict(raw.data, "utf-8")
    if text is not None and not (text.isascii() and _escapes(raw, text)):
        return Decoded(text, "utf-8")
    _refuse_broken_utf8(raw)
    return _by_escapes(raw.data) or _by_declaration(raw.data) or _by_detection(raw)


def _by_mark(raw: RawDocument, mark: bytes, encoding: str) -> Decoded:
    text = _strict(raw.data[len(mark) :], encoding)
    if text is None:
        raise HeldError(raw.seed, f"its byte-order mark says {encoding.upper()}, which it is not", _ADVICE)
    return Decoded(text, encoding)


def _wide_without_mark(data: bytes) -> Decoded | None:
    """UTF-16 or UTF-32 saved without a mark: Latin letters leave a NUL in every other byte."""
    head = data[:4096]
    if head.count(0) < len(head) * 0.2:
        return None
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        text = _strict(data, encoding)
        if text is not None and "\0" not in text and _mostly_ascii(text[:2048]):
            return Decoded(text, encoding)
    return None


def _mostly_ascii(text: str) -> bool:
    """Read in the wrong order of bytes, Latin letters become rare signs."""
    return sum(1 for character in text if " " <= character <= "~" or character in "\n\r\t") > len(text) / 2


def _escapes(raw: RawDocument, text: str) -> bool:
    """Whether pure ASCII hides an encoding by escapes: true for ISO-2022-JP, held for UTF-7."""
    if looks_like_utf7(text):
        raise HeldError(raw.seed, "it looks like UTF-7, which no program should read unasked", _ADVICE)
    return "\x1b$" in text


def _by_escapes(data: bytes) -> Decoded | None:
    text = _strict(data, "iso2022_jp") if b"\x1b$" in data else None
    return None if text is None else Decoded(text, "iso2022_jp")


def _refuse_broken_utf8(raw: RawDocument) -> None:
    """Hold a file that is UTF-8 but for a few bytes: cut off in the middle of a character, or pasted together."""
    whole = sum(map(len, _MULTIBYTE.findall(raw.data)))
    high = len(raw.data) - len(raw.data.translate(None, _HIGH_BYTES))
    if whole < high * 0.5 or whole == 0:
        return
    try:
        raw.data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.data.count(b"\n", 0, error.start) + 1
        raise HeldError(raw.seed, f"it is UTF-8 but for broken characters, first in line {line}", _MEND) from error


def _by_declaration(data: bytes) -> Decoded | None:
    for pattern in _DECLARED:
        match = pattern.search(data, 0, _HEAD)
        codec = _codec(match[1].decode("ascii", "ignore")) if match else None
        text = _strict(data, codec) if codec else None
        if codec and text is not None and not contradicts(data, codec):
            return Decoded(text, codec, (_doubted(codec),) if speaks_against(data, codec) else ())
    return None


def _codec(label: str) -> str | None:
    found = webencodings.lookup(label)
    if found is None or found.name.startswith(("utf-16", "utf-8")):
        return None
    name = str(found.codec_info.name)
    return _WIDER.get(name, name)


def _doubted(codec: str) -> Doubt:
    message = f"the page says that its encoding is {codec}, and its letters do not bear it out"
    return Doubt("encoding-in-doubt", message)


def _by_detection(raw: RawDocument) -> Decoded:
    codec = detect(raw.data)
    text = _strict(raw.data, codec) if codec else None
    if codec is None or text is None:
        raise HeldError(raw.seed, "its character encoding cannot be told with confidence", _ADVICE)
    message = f"the file does not say in which encoding it is; its letters look like {codec}"
    return Decoded(text, codec, (Doubt("encoding-guessed", message),))


def _strict(data: bytes, codec: str) -> str | None:
    try:
        return data.decode(codec)
    except UnicodeDecodeError:
        return None
