"""The publishers of ``sources.toml``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from copydesk.errors import SettingsError
from copydesk.model import Publisher
from copydesk.patterns import fault_of, fault_of_form
from copydesk.settings.checking import check_address, check_zone, policy_from, read_toml, strings


def read_publishers(path: Path) -> tuple[Publisher, ...]:
    """The publishers of ``sources.toml``, one table each, ordered by key; none where the file does not exist."""
    return publishers_from(read_toml(path, str(path)), str(path)) if path.exists() else ()


def publishers_from(tables: Mapping[str, object], subject: str) -> tuple[Publisher, ...]:
    """The publishers in the tables of a ``sources.toml`` called ``subject``."""
    return tuple(publisher_from(key, table, subject) for key, table in sorted(tables.items()))


def publisher_from(key: str, table: object, subject: str) -> Publisher:
    """One table of ``sources.toml``."""
    if not isinstance(table, dict):
        raise SettingsError(subject, f"{key} is no table", f"Write [{key}] and the publisher's keys under it.")
    known = {entry.name: entry for entry in fields(Publisher) if entry.name != "key"}
    for name in table:
        if name not in known:
            raise SettingsError(subject, f"[{key}] has the unknown key {name}", f"Known are {', '.join(known)}.")
    values = {name: checked(value, str(known[name].type), f"[{key}] {name}", subject) for name, value in table.items()}
    values.setdefault("name", key)
    if values.get("policy") is not None:
        values["policy"] = policy_from(values["policy"], subject, f"[{key}] policy")
    if values.get("zone") is not None:
        check_zone(str(values["zone"]), subject, f"[{key}] zone")
    for name in ("home", "terms"):
        if values.get(name) is not None:
            check_address(str(values[name]), subject, f"[{key}] {name}")
    for name in ("cut_patterns", "keep_patterns"):
        check_patterns(values.get(name, ()), subject, f"[{key}] {name}", fault_of)
    for name in ("byline_patterns", "section_patterns"):
        check_patterns(values.get(name, ()), subject, f"[{key}] {name}", fault_of_form)
    return Publisher(key=key, **values)


def check_patterns(patterns: tuple[str, ...], subject: str, name: str, fault_of: Callable[[str], str | None]) -> None:
    """Raise a SettingsError for a pattern that would match lines of any story, or is no pattern."""
    for pattern in patterns:
        if fault := fault_of(pattern):
            raise SettingsError(subject, f"{name}: {pattern!r} {fault}", "Write more of the line.")


def checked(value: object, kind: str, name: str, subject: str) -> Any:
    """``value`` as the field's type wants it: a string, several strings, or yes and no."""
    if kind.startswith("tuple"):
        return strings(value, name, subject)
    wanted = bool if kind == "bool" else str
    if not isinstance(value, wanted):
        raise SettingsError(
            subject, f"{name} is {value!r}", "Give true or false." if wanted is bool else "Give a string."
        )
    return value
