"""What a value must be to be used; a SettingsError says which is not, and what to give instead."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import cast, get_args
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from copydesk.errors import SettingsError
from copydesk.model import Policy


def listed_in(ours: Mapping[str, object], name: str, subject: str) -> tuple[str, ...]:
    """A setting that is a list, a tuple or a set of strings."""
    value = ours[name]
    return strings(list(value) if isinstance(value, tuple | set | frozenset) else value, name, subject)


def strings(value: object, name: str, subject: str) -> tuple[str, ...]:
    """One string, or a list of strings, as a tuple."""
    listed = value if isinstance(value, list) else [value]
    if not all(isinstance(entry, str) for entry in listed):
        raise SettingsError(subject, f"{name} is {value!r}", "Give a string or a list of strings.")
    return tuple(listed)


def limit_from(ours: Mapping[str, object], name: str, subject: str) -> int | None:
    """A number of stories, ``None`` for no limit."""
    value = ours[name]
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 0):
        raise SettingsError(subject, f"{name} is {value!r}", "Give a number of stories, or None for no limit.")
    return value


def jobs_from(value: object, subject: str) -> int | None:
    """A number of processes, ``None`` for one per core."""
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
        raise SettingsError(
            subject, f"COPYDESK_JOBS is {value!r}", "Give a whole number above 0, or None for all cores."
        )
    return value


def policy_from(value: object, subject: str, name: str) -> Policy:
    """One of the three policies, or a SettingsError that names them."""
    if value not in get_args(Policy):
        raise SettingsError(subject, f"{name} is {value!r}", f"Use one of {', '.join(get_args(Policy))}.")
    return cast(Policy, value)


def check_zone(name: str, subject: str, key: str) -> None:
    """Raise a SettingsError unless ``name`` is a zone of the IANA database."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError):
        raise SettingsError(subject, f"{key} is {name!r}", 'Use an IANA name such as "Europe/Berlin".') from None


def check_address(address: str, subject: str, key: str) -> None:
    """Raise a SettingsError unless ``address`` is one of the web, whole, as a page may link to it. A space in its path
    is for whoever writes the link to escape, as browsers do."""
    try:
        parts = urlsplit(address)
        is_whole = parts.scheme in ("http", "https") and bool(parts.hostname) and " " not in parts.netloc
    except ValueError:  # brackets around what is no host
        is_whole = False
    if not is_whole or not address.isprintable():
        raise SettingsError(subject, f"{key} is {address!r}", "Give a whole address, such as https://ledger.example/.")


def read_toml(path: Path, subject: str) -> dict[str, object]:
    """The tables of a TOML file; what is wrong with it becomes a SettingsError that names ``subject``."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except UnicodeDecodeError as error:
        raise SettingsError(subject, "is not UTF-8", "Save it as UTF-8.") from error
    except ValueError as error:  # also a number of thousands of digits, which Python does not read
        raise SettingsError(subject, f"is not TOML ({error})", "Correct the line it names.") from error
    except RecursionError as error:
        raise SettingsError(subject, "nests lists too deeply", "Correct the file.") from error
    except OSError as error:
        raise SettingsError(subject, f"cannot be read ({error.strerror})", "Check the file.") from error
