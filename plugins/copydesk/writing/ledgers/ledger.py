"""The ledger: for every story what was last generated, word for word, and what identifies it.

One committed text file per story, ``content/ledger/<uuid>.txt``: lines of ``key: value``, an empty line, and the
generated story file verbatim. That text is the base against which a hand edit is told, and of every later merge.

    guid: urn:uuid:6f0c9c1e-…        the story's identity
    path: stories/2025/08/harbor.md  where it stands under content/
    was: stories/2025/08/harbour.md  where it stood before, if a curator moved it; one line each
    seen: 9b74…  harbor.txt          a raw file it was made from, the current one first; one line each
    item: 3                          which document of that file, where it holds several
    recurring: 3f2a…=5 9b12…=3       keys of lines that stood on other pages of the publisher, and on how many
    first_seen: 2025-08-11T06:00:00+00:00
    updated: 2025-08-12T06:00:00+00:00
    digest: 5d41…                    SHA-256 of the text below
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from datetime import datetime

from copydesk.errors import LedgerError
from copydesk.writing.stories.storyfile import even

ADVICE = "Restore it from version control; without it Copydesk cannot tell hand edits from its own text"


@dataclass(frozen=True, slots=True)
class Seen:
    """A raw file a story was made from: its digest and its name."""

    sha256: str
    seed: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One story's ledger. ``path`` is relative to ``content/``; ``was`` are paths it had before; ``seen`` begins with
    the current raw file; ``base`` is the text last generated."""

    guid: str
    path: str
    seen: tuple[Seen, ...]
    first_seen: datetime
    updated: datetime
    base: str
    item: str | None = None
    was: tuple[str, ...] = ()
    recurring: tuple[tuple[str, int], ...] = ()

    @property
    def digest(self) -> str:
        """The SHA-256 of the generated text."""
        return digest(self.base)

    @property
    def name(self) -> str:
        """The file name of this entry."""
        return f"{self.guid.removeprefix('urn:uuid:')}.txt"


def digest(text: str) -> str:
    """The SHA-256 of a text in UTF-8, as lower-case hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def compose_entry(entry: Entry) -> str:
    """The text of a ledger file."""
    lines = [f"guid: {entry.guid}", f"path: {entry.path}"]
    lines += [f"was: {path}" for path in entry.was]
    lines += [f"seen: {seen.sha256}  {seen.seed}" for seen in entry.seen]
    lines += [] if entry.item is None else [f"item: {entry.item}"]
    lines += [f"recurring: {' '.join(f'{key}={pages}' for key, pages in entry.recurring)}"] if entry.recurring else []
    lines += [f"first_seen: {entry.first_seen.isoformat()}", f"updated: {entry.updated.isoformat()}"]
    return "\n".join((*lines, f"digest: {entry.digest}", "", entry.base))


def parse_entry(text: str, subject: str) -> Entry:
    """The entry in a ledger file. Raises LedgerError naming it where anything is missing, unknown or damaged."""
    head, gap, base = even(text).partition("\n\n")
    pairs = [_pair(line, subject) for line in head.split("\n")]
    one = dict(pairs)
    missing = [key for key in ("guid", "path", "seen", "first_seen", "updated", "digest") if not one.get(key)]
    if missing or not gap:
        raise LedgerError(subject, f"has no {', '.join(missing) or 'text'}", ADVICE)
    single = [key for key, _ in pairs if key not in REPEATED]
    if len(set(single)) < len(single):
        raise LedgerError(subject, "says something twice that can be so only once", ADVICE)
    if digest(base) != one["digest"]:
        raise LedgerError(subject, "its text does not match its digest", ADVICE)
    return Entry(
        guid=_named(one["guid"], subject),
        path=_placed(one["path"], subject),
        seen=tuple(_seen(value, subject) for key, value in pairs if key == "seen"),
        first_seen=_moment(one["first_seen"], subject),
        updated=_moment(one["updated"], subject),
        base=base,
        item=one.get("item"),
        was=tuple(value for key, value in pairs if key == "was"),
        recurring=_recurring(one.get("recurring", ""), subject),
    )


_GUID = re.compile(r"urn:uuid:[0-9a-fA-F-]{36}")

KNOWN = frozenset({"guid", "path", "was", "seen", "item", "recurring", "first_seen", "updated", "digest"})
REPEATED = frozenset({"was", "seen"})


def _pair(line: str, subject: str) -> tuple[str, str]:
    key, colon, value = line.partition(": ")
    if not colon or key not in KNOWN:
        raise LedgerError(subject, f"the line {line[:60]!r} is none of the ledger's", ADVICE)
    return key, value


def _named(guid: str, subject: str) -> str:
    """The GUID, which names the ledger's file."""
    if not _GUID.fullmatch(guid):
        raise LedgerError(subject, f"{guid[:60]!r} is no GUID of a story", ADVICE)
    return guid


def _placed(path: str, subject: str) -> str:
    """The path, which is written to."""
    if not path.startswith("stories/") or ".." in path.split("/") or not path.isprintable() or "\\" in path:
        raise LedgerError(subject, f"{path[:60]!r} is no place of a story", ADVICE)
    return path


def _seen(value: str, subject: str) -> Seen:
    sha256, gap, seed = value.partition("  ")
    if not gap or not seed:
        raise LedgerError(subject, f"the line seen: {value[:60]!r} names no raw file", ADVICE)
    return Seen(sha256, seed)


def _recurring(value: str, subject: str) -> tuple[tuple[str, int], ...]:
    pairs = [pair.partition("=") for pair in value.split()]
    for key, _, pages in pairs:
        if not (pages.isascii() and pages.isdigit()):
            raise LedgerError(subject, f"the line recurring has {key[:60]!r} without its number of pages", ADVICE)
    return tuple((key, int(pages)) for key, _, pages in pairs)


def _moment(value: str, subject: str) -> datetime:
    try:
        return datetime.fromisoformat(value)
    except ValueError:
        raise LedgerError(subject, f"{value[:60]!r} is no date", ADVICE) from None
