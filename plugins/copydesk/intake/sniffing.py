"""What a file holds, told from its content: a name is only a name."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final

from copydesk.errors import HeldError
from copydesk.intake.source import Source
from copydesk.model import RawDocument

_AS_TEXT: Final = "Save the article's page as HTML or its text as .txt"
_UNPACK: Final = "Unpack it and put the files themselves into seeds/"

_BINARY: Final = (
    (b"\x89PNG", "a PNG picture", _AS_TEXT),
    (b"\xff\xd8\xff", "a JPEG picture", _AS_TEXT),
    (b"GIF8", "a GIF picture", _AS_TEXT),
    (b"RIFF", "a WebP picture, sound or video", _AS_TEXT),
    (b"%PDF-", "a PDF document", "Copy its text into a .txt file"),
    (b"PK\x03\x04", "a ZIP archive, an e-book or an office document", "Unpack it, or export it as HTML or plain text"),
    (b"\xd0\xcf\x11\xe0", "an old office document", "Export it as HTML or plain text"),
    (b"{\\rtf", "an RTF document", "Export it as HTML or plain text"),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"7z\xbc\xaf'\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    (b"bplist00", "a Safari web archive", "Save the page as HTML instead"),
    (b"SQLite format 3\x00", "a database", _AS_TEXT),
    (b"\x7fELF", "a program", _AS_TEXT),
    (b"ID3", "a sound file", _AS_TEXT),
    (b"OggS", "a sound or video file", _AS_TEXT),
)
"""How binary files begin, what they are called, and what the editor can do with them."""

_MARKED_WITHIN: Final = (
    (257, b"ustar", "a tar archive", _UNPACK),  # POSIX.1-1988; GNU tar has the same five bytes
    (4, b"ftyp", "a video", _AS_TEXT),  # ISO/IEC 14496-12, after the size of its first box
)
"""The same of files that bear their mark so many bytes from their beginning."""

_XML: Final = r"\s*(?:<\?xml[^>]*>\s*)?"

_NOT_READ_YET: Final = (
    (re.compile(r"WARC/\d"), "a web archive (WARC)"),
    (re.compile(_XML + r"(?:<!DOCTYPE nitf[^>]*>\s*)?<(?:nitf|newsMessage|newsItem|NewsML)\b"), "a news wire file"),
)

_PROLOG: Final = re.compile(
    r"\s++|<\?[^>]*+>|<!--(?:[^-]++|-(?!->))*+-->|<!DOCTYPE[^>\[]*+(?:\[[^\]]*+\])?\s*+>", re.IGNORECASE
)
"""What may stand before the first element of an XML file, one piece of it. Possessive, since a stranger's prolog may
have any number of pieces, and none of them must be looked at twice."""
_FEED: Final = re.compile(r"<(?:rss|rdf:RDF|feed|(?:atom|a):feed|channel)\b")
_JSON_FEED: Final = re.compile(r"\s*\{(?=.{0,4000}?\"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version)", re.S)
_FEED_LIST: Final = re.compile(r"<opml\b", re.IGNORECASE)

_BEFORE_PAGE: Final = re.compile(r"\s+|<\?xml[^>]*>|<!--.*?-->", re.DOTALL)
_PAGE: Final = re.compile(r"<(?:!doctype\s*>|(?:!doctype\s+html|html|head|body)\b)", re.IGNORECASE)
_CLOSING: Final = re.compile(
    r"</(?:p|div|span|a|li|ul|ol|h[1-6]|table|td|tr|section|article|body|strong|em|b|i)\s*>", re.IGNORECASE
)


def refuse_binary(raw: RawDocument) -> None:
    """Hold an empty file and a binary one, saying what it is."""
    if not raw.data.strip(b" \t\r\n\x00\xef\xbb\xbf\xff\xfe"):
        raise HeldError(raw.seed, "the file is empty", "Save the article again")
    for start, what, advice in _BINARY:
        if raw.data.startswith(start):
            raise HeldError(raw.seed, f"this is {what}, not text", advice)
    for offset, mark, what, advice in _MARKED_WITHIN:
        if raw.data.startswith(mark, offset):
            raise HeldError(raw.seed, f"this is {what}, not text", advice)


def sniff(source: Source) -> str:
    """The format of a decoded seed, a key of `readers.READERS`. Raises HeldError for one that is not read yet."""
    head = source.text[:65536]
    start = _after_prolog(head)
    if _FEED.match(head, start) or _JSON_FEED.match(head):
        return "feed"
    if _FEED_LIST.match(head, start):
        advice = f"Take it out of the seeds, then get its feeds: copydesk fetch {PurePosixPath(source.raw.seed).name}"
        raise HeldError(source.raw.seed, "this is a list of feeds (OPML)", advice)
    for pattern, what in _NOT_READ_YET:
        if pattern.match(head):
            raise HeldError(source.raw.seed, f"this is {what}, which is not read yet", _AS_TEXT)
    return "html" if _is_page(head) else "text"


def _after_prolog(head: str) -> int:
    """Where the first element of an XML file begins."""
    position = 0
    while (piece := _PROLOG.match(head, position)) is not None:
        position = piece.end()
    return position


def _is_page(head: str) -> bool:
    position = 0
    while (before := _BEFORE_PAGE.match(head, position)) is not None:
        position = before.end()
    if _PAGE.match(head, position):
        return True
    closing = len(_CLOSING.findall(head))
    lines = head.count("\n") + 1
    if head.lstrip().startswith("<"):
        return closing * 8 >= lines
    return closing >= 5 and closing * 4 >= lines
