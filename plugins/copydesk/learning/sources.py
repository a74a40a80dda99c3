"""Rules written into ``sources.toml``, whose comments, order and spacing are the curator's and stay. Pure: text in,
text out; what is returned has been read back and says what it should."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import tomlkit
from tomlkit.exceptions import ParseError
from tomlkit.items import Array, Table
from tomlkit.toml_document import TOMLDocument

from copydesk.errors import SettingsError
from copydesk.model import Publisher
from copydesk.settings import publishers_from

WIDTH: Final = 100
"""Characters of a list from which it is set a value a line."""
SINGLE: Final = frozenset({"name", "home", "language", "licence", "zone"})
"""Keys that have one value."""


@dataclass(frozen=True, slots=True)
class Addition:
    """One value for one key of a publisher's table: a further one of a list, or the one there is. ``pages`` says on how
    many other pages of the publisher a line like it stands, where it is about lines."""

    key: str
    value: str
    pages: int | None = None


def add(text: str, row: Publisher, additions: Iterable[Addition], subject: str) -> str:
    """The text of ``sources.toml`` with the additions in the publisher's table, which is made where there is none.
    Raises SettingsError where the file is no TOML, or would not say afterwards what it should."""
    try:
        document = tomlkit.parse(text)
    except ParseError as error:
        raise SettingsError(subject, f"is not TOML ({error})", "Correct the line it names.") from error
    listed = tuple(additions)
    table = _table(document, row, subject)
    for addition in listed:
        _put(table, addition)
    written = document.as_string()
    _check(written, row.key, listed, subject)
    return written


def _table(document: TOMLDocument, row: Publisher, subject: str) -> Table:
    if row.key not in document:
        table = tomlkit.table()
        table["name"] = row.name
        if row.domains:
            table["domains"] = list(row.domains)
        if document.body:
            document.add(tomlkit.nl())
        document[row.key] = table
    found = document[row.key]
    if not isinstance(found, Table):
        raise SettingsError(subject, f"{row.key} is no table of its own", f"Write [{row.key}] and its keys under it.")
    return found


def _put(table: Table, addition: Addition) -> None:
    key, value = addition.key, addition.value
    if key in SINGLE:
        table[key] = value
        return
    if not isinstance(table.get(key), Array):
        before = [str(table[key])] if key in table else []
        table[key] = tomlkit.array()
        for entry in before:
            table[key].append(entry)
    _append(table[key], value)


def _append(values: Array, value: str) -> None:
    """The value behind the others, on a line of its own where they have theirs or the list grows long."""
    if value in values:
        return
    if "\n" in values.as_string():
        values.add_line(value)
        return
    values.append(value)
    if len(values.as_string()) > WIDTH:
        values.multiline(True)


def _check(written: str, key: str, additions: tuple[Addition, ...], subject: str) -> None:
    """Raise SettingsError unless the text says what was added, as the next run will read it."""
    rows = {row.key: row for row in publishers_from(tomlkit.parse(written).unwrap(), subject)}
    for addition in additions:
        said = getattr(rows[key], addition.key)
        if addition.value not in (said if isinstance(said, tuple) else (said,)):
            raise SettingsError(subject, f"[{key}] {addition.key} cannot be written", "Write it by hand.")
