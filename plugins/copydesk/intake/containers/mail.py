"""Saved e-mails (RFC 5322, MIME) and pages that browsers save as one file (MHTML): the page or the text they carry is
read as what it is, and what the header of a mail says of it becomes clues.

A mail's sender is whom a newsletter is from, its subject what it is called. The header of a page saved as one file says
where it was saved from; all else is said by the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from typing import Final

import webencodings

from copydesk.errors import HeldError
from copydesk.intake.containers.forwarded import read_sent_on
from copydesk.intake.machines.clues import Clues
from copydesk.model import Draft, FactName, RawDocument
from copydesk.text import without_accents

ORIGIN: Final = "mail header"
"""The origin of all that the header of a mail says."""

_HEAD: Final = 65_536
_FIELD: Final = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60})[ \t]*+:[^\n]*+\n(?:[ \t]++[^\s][^\n]*+\n)*+")
_SENT: Final = frozenset((b"date", b"sent", b"message-id", b"mime-version", b"received", b"to"))
"""What a mail has beside its sender and its subject: "sent" where a program for mail has written the header out."""
_SNAPSHOT: Final = b"snapshot-content-location"
_BOX: Final = re.compile(rb"From [^\n]*\n")
_NEXT_IN_BOX: Final = re.compile(rb"\n\nFrom [^\n]*\n[A-Za-z-]++:")
_AS_TEXT: Final = "Save what it says as a text file"

_PARTS: Final = re.compile(rb"boundary\s*=|message/rfc822", re.IGNORECASE)
_MOST_PARTS: Final = 40
"""Parts that hold parts, from which nobody wrote a mail: reading them takes a step of the stack each."""
_TYPE: Final = re.compile(rb"^content-[\w-]++:[^\n]*+(?:\n[ \t][^\n]*+)*+", re.IGNORECASE | re.MULTILINE)
_LONGEST_TYPE: Final = 2_000
"""Bytes of the longest field about a part: the library that reads it takes the square of their number."""
_LONGEST: Final = 2_000
"""Characters of a field that are looked at."""

_PASSED_ON: Final = re.compile(
    r"(?:(?:re|fwd?|aw|wg|tr|rv|i|enc|sv|vs|vl|ynt|отв|转发|回复)\s?[:：]\s*|\[[\w .-]{2,30}\]\s*)+", re.IGNORECASE
)
"""What programs for mail and lists put before a subject: "Fwd: ", "WG: ", "[harbour-news] "."""
_FROM: Final = re.compile(r"(?<!\s)\s++(?:from|at|via|bei|chez|@|\||–|—|-)\s+")
"""What stands between a writer and who is written for: "Jane Doe from Harbour Notes"."""
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_FLOWED: Final = re.compile(r"(?<=\S) \n(?=\S)")
"""A line of a flowed text that goes on in the next one (RFC 3676, 4.1)."""
_SIGNATURE: Final = "\n-- \n"


@dataclass(frozen=True, slots=True)
class Letter:
    """What a mail carries: the page or the text as a file of its own, its ``format``, and the ``fields`` of its header
    by their names in small letters; none of a page saved as one file, whose header says nothing of the story."""

    carried: RawDocument
    format: str
    fields: Mapping[str, str]

    def sign(self, draft: Draft) -> Draft:
        """The draft of what was carried, with what the header says; where that is a mail sent on, what its own does."""
        sent = read_sent_on(draft) if self.fields else None
        fields, draft = ({**self.fields, **sent.fields}, sent.draft) if sent else (self.fields, draft)
        clues = _clues(fields)
        return replace(draft, clues=clues.all() + draft.clues, doubts=clues.doubts(draft.doubts))


def open_letter(raw: RawDocument) -> Letter | None:
    """What a seed carries that is a mail or a page saved as one file; ``None`` for any other. Raises HeldError for one
    that carries nothing to read, several mails or parts without end."""
    names = _fields(raw.data[:_HEAD].replace(b"\r\n", b"\n"))
    is_page = _SNAPSHOT in names
    if not is_page and not (names >= {b"from", b"subject"} and names & _SENT):
        return None
    message, part = _part_to_read(raw.seed, message_from_bytes(_one_mail(raw)))
    fields = _values(message)
    url = raw.url or (fields.get(_SNAPSHOT.decode()) if is_page else None)
    if part.get_content_type() == "text/html":
        return Letter(RawDocument(raw.seed, _text(part), url), "html", {} if is_page else fields)
    return Letter(RawDocument(raw.seed, _unflowed(part), url), "text", {} if is_page else fields)


def _fields(head: bytes) -> frozenset[bytes]:
    """The names of the fields of a header that an empty line ends, in small letters; none where it has another end."""
    box = _BOX.match(head)
    names, at = [], box.end() if box else 0
    while (field := _FIELD.match(head, at)) is not None:
        names.append(field[1].lower())
        at = field.end()
    return frozenset(names) if head.startswith(b"\n", at) else frozenset()


def _one_mail(raw: RawDocument) -> bytes:
    """The bytes of a mail, without the line that parts it from others in a box. Raises HeldError for several mails, and
    for one that would take long to read."""
    data = raw.data.replace(b"\r\n", b"\n")
    box = _BOX.match(data)
    if box and _NEXT_IN_BOX.search(data):
        raise HeldError(raw.seed, "this is a box of several mails", "Save each mail as a file of its own")
    if len(_PARTS.findall(data)) > _MOST_PARTS:
        raise HeldError(raw.seed, "this mail has more parts than anyone writes", _AS_TEXT)
    if (field := max(_TYPE.findall(data), key=len, default=b"")) and len(field) > _LONGEST_TYPE:
        name = field.partition(b":")[0].decode("ascii")
        raise HeldError(raw.seed, f"a {name} field in this mail has {len(field):,} bytes, more than any has", _AS_TEXT)
    return data[box.end() :] if box else data


def _part_to_read(seed: str, mail: Message) -> tuple[Message, Message]:
    """The part of a mail that is read, a page before a text, and the mail it is a part of: the one sent on, of a mail
    that sends another on."""
    found: dict[str, tuple[Message, Message]] = {}
    within = mail
    for part in mail.walk():
        within = part if part["subject"] else within
        kind = part.get_content_type()
        if (
            kind in ("text/html", "text/plain")
            and part.get_content_disposition() != "attachment"
            and _text(part).strip()
        ):
            found.setdefault(kind, (within, part))
    best = found.get("text/html") or found.get("text/plain")
    if best is None:
        raise HeldError(seed, "this mail has no text", _AS_TEXT)
    return best


def _text(part: Message) -> bytes:
    """The bytes of a part, in UTF-8 where it says truly in which encoding it is."""
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return b""
    encoding = webencodings.lookup(part.get_content_charset() or "")
    try:
        return encoding.codec_info.decode(data, "strict")[0].encode() if encoding else data
    except UnicodeError:
        return data


def _unflowed(part: Message) -> bytes:
    """A text with the lines of each paragraph joined where it says that they flow."""
    text = _text(part)
    if str(part.get_param("format", "")).lower() != "flowed":
        return text
    said = text.decode("utf-8", "surrogateescape").replace("\r\n", "\n")
    body, sign, under = said.partition(_SIGNATURE)
    return (_FLOWED.sub(" ", body) + sign + under).encode("utf-8", "surrogateescape")


def _values(mail: Message) -> Mapping[str, str]:
    """The first value of each field, decoded, by its name in small letters."""
    values: dict[str, str] = {}
    for name, value in mail.raw_items():
        values.setdefault(name.lower(), _decoded(str(value)[:_LONGEST]))
    return values


def _decoded(value: str) -> str:
    """A field as it is read: words in other encodings decoded (RFC 2047), bytes as UTF-8 (RFC 6532)."""
    plain = value.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
    try:
        return " ".join(str(make_header(decode_header(plain))).split())
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return " ".join(plain.split())


def _clues(fields: Mapping[str, str]) -> Clues:
    clues = Clues()
    clues.add("headline", _PASSED_ON.sub("", fields.get("subject", ""), count=1), ORIGIN)
    clues.add("published", fields.get("date") or fields.get("sent"), ORIGIN)
    clues.add("canonical_url", fields.get("archived-at", "").strip(" <>"), ORIGIN)
    clues.add("language", fields.get("content-language"), ORIGIN)
    for fact, name in _sender(fields.get("from", "")):
        clues.add(fact, name, ORIGIN)
    return clues


def _sender(value: str) -> Iterator[tuple[FactName, str]]:
    """Who sent a mail: whom it is from, and the writer before that where the address knows the name: "Jane Doe from
    Harbour Notes <jane@harbour.example>"."""
    name, address = parseaddr(value)
    name = name or ("" if address else value)
    parts = [part.strip(" '\"“”,") for part in _FROM.split(name)]
    if len(parts) == 2 and not _names(address.partition("@")[0]).isdisjoint(_names(parts[0])):
        yield "author", parts[0]
    yield "publisher", parts[-1]


def _names(text: str) -> frozenset[str]:
    """The words of a name as they stand in addresses: "María" is "maria"."""
    return frozenset(_LETTERS.findall(without_accents(text)))
