"""The register: what the feeds have said of every story, so that they go on saying it.

One committed text file, ``content/ledger/feeds.tsv``, one line a story, ordered by GUID so that two branches seldom
touch the same line::

    guid                digest            published                  updated                    month    in
    urn:uuid:6f0c9c1e…  9b74c4f1a2d03e55  2025-08-10T14:05:00+02:00  2025-08-11T06:00:00+00:00  2025-08  feeds

``digest`` is of the story's words and facts (`words_digest`), "gone" once it is in no list any more; ``published`` is
what the feeds first said and go on saying; ``updated`` moves when the digest does; ``month`` is the archive document
the story stands in, for good. ``in`` is "archive" for one that came in with too many others as old, which readers are
not told of; a curator may change the word. Pure: `site` reads and writes the file.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from datetime import datetime
from operator import attrgetter

from copydesk.errors import LedgerError
from copydesk.frozen import value
from copydesk.model import Moment
from copydesk.text import fold
from copydesk.writing.front_matter.record import StoryFile

NAME = "feeds.tsv"

HEADER = "guid\tdigest\tpublished\tupdated\tmonth\tin"

COLUMNS = len(HEADER.split("\t"))

ADVICE = "Restore it from version control; without it the feeds say anew when stories were published and changed"

PLACES = ("feeds", "archive")
"""Where a story stands: in the feeds and the archive documents, or there alone."""

GONE = "gone"
"""The digest of a story that was in the feeds and is no longer."""

FACTS = (
    "title",
    "standfirst",
    "authors",
    "agency",
    "publisher",
    "original_publisher",
    "date",
    "updated",
    "section",
    "tags",
    "lang",
    "source_url",
    "licence",
    "note",
    "corrections",
    "withdrawn",
)
"""The keys of front matter a reader would call the story's facts: a change of one is news. How it was cleaned, where it
came from and how much of it is shown are not."""

_OF_FILE = attrgetter(*FACTS)
_NO_WORD = bytes(code for code in range(128) if not chr(code).isalnum())
_APART = bytes.maketrans(_NO_WORD, b" " * len(_NO_WORD))
_MONTH = re.compile(r"\d{4}-\d\d")


@value(frozen=True, slots=True)
class Row:
    """What the feeds say of one story: see the columns above. All moments have a zone."""

    guid: str
    digest: str
    published: datetime
    updated: datetime
    month: str
    is_late: bool = False

    @property
    def is_gone(self) -> bool:
        """Whether the story is in no list any more."""
        return self.digest == GONE


def words_digest(file: StoryFile) -> str:
    """The digest of a story's words and facts, 16 hex digits. Marks, spaces and Markdown's own characters count only in
    the title and the standfirst, so that a story does not become new because our Markdown is written better."""
    facts = "".join([f"{name}={_said(value)}\n" for name, value in zip(FACTS, _OF_FILE(file), strict=True)])
    total = hashlib.sha256(facts.encode("utf-8", "surrogatepass"))
    total.update(_words(file.body))
    return total.hexdigest()[:16]


def text_digest(*parts: str) -> str:
    """The digest, 16 hex digits, of a story that another reader made, from its texts."""
    return hashlib.sha256(b"\n".join(map(_words, parts))).hexdigest()[:16]


def _words(text: str) -> bytes:
    """The words of a text with a space between two, as bytes because that is ten times as fast as an expression. Most
    stand so already: only the gaps that marks leave are closed, between which a space may be left of an odd number."""
    apart = text.encode("utf-8", "surrogatepass").translate(_APART)
    return b" ".join(filter(None, map(bytes.strip, apart.split(b"  "))))


def _said(value: object) -> str:
    """A fact as it is compared: spelled alike where it only looks different."""
    if isinstance(value, str):
        return fold(value)
    return f"{value.day} {value.clock}" if isinstance(value, Moment) else repr(value)


# --- the file ---------------------------------------------------------------------------------------------------------


def compose_register(rows: Iterable[Row]) -> str:
    """The text of the register's file."""
    lines = (_line(row) for row in sorted(rows, key=lambda row: row.guid))
    return "".join(f"{line}\n" for line in (HEADER, *lines))


def _line(row: Row) -> str:
    moments = (row.published.isoformat(), row.updated.isoformat())
    return "\t".join((row.guid, row.digest, *moments, row.month, PLACES[row.is_late]))


def parse_register(text: str, subject: str) -> dict[str, Row]:
    """The rows by GUID. Raises LedgerError naming file and line where one cannot be read."""
    rows: dict[str, Row] = {}
    for number, line in enumerate(text.splitlines(), 1):
        if line and line != HEADER:
            row = _row(line, f"{subject}, line {number}")
            rows[row.guid] = row
    return rows


def _row(line: str, subject: str) -> Row:
    values = line.split("\t")
    if len(values) != COLUMNS:
        raise LedgerError(subject, f"has not {COLUMNS} values with tabs between them", ADVICE)
    guid, digest, published, updated, month, place = values
    try:
        moments = [datetime.fromisoformat(value) for value in (published, updated)]
        is_late = bool(PLACES.index(place))
    except ValueError as error:
        raise LedgerError(subject, f"is no line of the register ({error})", ADVICE) from None
    if not _MONTH.fullmatch(month) or any(moment.tzinfo is None for moment in moments):
        raise LedgerError(subject, "has a date without a zone or no month", ADVICE)
    return Row(guid, digest, moments[0], moments[1], month, is_late)


def by_month(rows: Mapping[str, Row]) -> dict[str, list[Row]]:
    """The rows of each month, oldest month first."""
    months: dict[str, list[Row]] = {}
    for row in rows.values():
        months.setdefault(row.month, []).append(row)
    return dict(sorted(months.items()))
