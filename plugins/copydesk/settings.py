"""What the curator has set: the settings file, ``sources.toml`` and ``seeds/<name>.toml``, as frozen values.

The settings file is Pelican's own; it is read here by path, without Pelican, so that the command works alone. Every
setting of ours begins with ``COPYDESK_``; `docs/settings.md` lists them, and a test compares the two.
"""

from __future__ import annotations

import os
import runpy
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, cast, get_args
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from copydesk.errors import SettingsError
from copydesk.model import FactName, House, Limits, Overrides, Policy, Publisher
from copydesk.patterns import fault_of, fault_of_form

DEFAULTS: Mapping[str, object] = {
    "COPYDESK_SEEDS": "seeds",
    "COPYDESK_SOURCES": "sources.toml",
    "COPYDESK_STATE": ".copydesk",
    "COPYDESK_NORMALIZE": True,
    "COPYDESK_POLICY": "full",
    "COPYDESK_NOTICE": None,
    "COPYDESK_FEED_ID": None,
    "COPYDESK_SITEMAPS": True,
    "COPYDESK_UNWELCOME_CRAWLERS": (),
    "COPYDESK_SEARCH": True,
    "COPYDESK_SEARCH_LIMIT": 2000,
    "COPYDESK_CARDS": True,
    "COPYDESK_CARDS_LIMIT": 2000,
    "COPYDESK_CARD_FONTS": (),
    "COPYDESK_EDITIONS": None,
    "COPYDESK_SECTIONS": (),
    "COPYDESK_DATE_FORMAT": None,
    "COPYDESK_COLOURS": {},
    "COPYDESK_LOGO": None,
    "COPYDESK_FEED_BACKFILL": 10,
    "COPYDESK_FEED_HUBS": (),
    "COPYDESK_CONTACT": None,
    "COPYDESK_JOBS": None,
    "COPYDESK_MAX_BYTES": Limits().bytes,
    "COPYDESK_MAX_LINE": Limits().line,
    "COPYDESK_MAX_DEPTH": Limits().depth,
    "COPYDESK_MAX_BLOCKS": Limits().blocks,
    "COPYDESK_MAX_SECONDS": Limits().seconds,
    "COPYDESK_MAX_MEMORY": Limits().memory,
}
"""Our settings and what they are when the file does not name them."""


@dataclass(frozen=True, slots=True)
class Machines:
    """What is made for machines: sitemaps or none; the crawlers that are asked to stay out; whether there is a search
    page, and the number of stories above which a build makes no index for it (``None``: it always does);
    the same of cards, and further font files for them."""

    sitemaps: bool = True
    unwelcome: tuple[str, ...] = ()
    search: bool = True
    search_limit: int | None = None
    cards: bool = True
    cards_limit: int | None = None
    card_fonts: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Settings:
    """One site's settings. Paths are absolute; ``root`` is the folder of the settings file."""

    root: Path
    seeds: Path
    sources: Path
    content: Path
    state: Path
    house: House
    limits: Limits
    policy: Policy
    normalize: bool
    notice: str | None = None
    """A line shown on every page."""
    machines: Machines = Machines()
    date_format: str | None = None
    """How days are written on the pages: a CLDR pattern, ``None`` for the language's own way."""
    jobs: int | None = None
    """Processes that a build may have at work, ``None`` for one per core."""
    contact: str | None = None  # an address that publishers whose feeds are fetched are told

    @property
    def stories(self) -> Path:
        """Where stories are written: ``content/stories``."""
        return self.content / "stories"

    @property
    def ledger(self) -> Path:
        """Where the ledger is kept: ``content/ledger``."""
        return self.content / "ledger"


def read_settings(path: Path) -> Settings:
    """The settings of the file at ``path``. Raises SettingsError where it cannot be read or a value cannot be used."""
    try:
        values = runpy.run_path(str(path))
    except FileNotFoundError:
        raise SettingsError(str(path), "no such settings file", "Name one with --settings.") from None
    except Exception as error:  # the file is the curator's own Python: whatever it raises is theirs to read
        raise SettingsError(str(path), f"cannot be run ({error})", "Correct the file.") from error
    return settings_from(values, path.resolve().parent, str(path))


def settings_from(values: Mapping[str, Any], root: Path, subject: str = "settings") -> Settings:
    """The settings in ``values``, a mapping such as Pelican's; relative paths are taken from ``root``."""
    ours = {name: values.get(name, default) for name, default in DEFAULTS.items()}
    zone = str(values.get("TIMEZONE") or "UTC")
    check_zone(zone, subject, "TIMEZONE")
    sources = root / str(ours["COPYDESK_SOURCES"])
    return Settings(
        root=root,
        seeds=root / str(ours["COPYDESK_SEEDS"]),
        sources=sources,
        content=root / str(values.get("PATH") or "content"),
        state=root / str(ours["COPYDESK_STATE"]),
        house=House(read_publishers(sources), zone, str(values.get("DEFAULT_LANG") or "en")),
        limits=limits_from(ours, subject),
        policy=policy_from(ours["COPYDESK_POLICY"], subject, "COPYDESK_POLICY"),
        normalize=bool(ours["COPYDESK_NORMALIZE"]),
        notice=cast(str | None, ours["COPYDESK_NOTICE"]),
        machines=machines_from(ours, root, subject),
        date_format=cast(str | None, ours["COPYDESK_DATE_FORMAT"]),
        jobs=jobs_from(ours["COPYDESK_JOBS"], subject),
        contact=cast(str | None, ours["COPYDESK_CONTACT"]),
    )


def machines_from(ours: Mapping[str, object], root: Path, subject: str) -> Machines:
    """What the settings say of what is made for machines."""
    return Machines(
        sitemaps=bool(ours["COPYDESK_SITEMAPS"]),
        unwelcome=listed_in(ours, "COPYDESK_UNWELCOME_CRAWLERS", subject),
        search=bool(ours["COPYDESK_SEARCH"]),
        search_limit=limit_from(ours, "COPYDESK_SEARCH_LIMIT", subject),
        cards=bool(ours["COPYDESK_CARDS"]),
        cards_limit=limit_from(ours, "COPYDESK_CARDS_LIMIT", subject),
        card_fonts=tuple(root / name for name in listed_in(ours, "COPYDESK_CARD_FONTS", subject)),
    )


def listed_in(ours: Mapping[str, object], name: str, subject: str) -> tuple[str, ...]:
    """A setting that is a list, a tuple or a set of strings."""
    value = ours[name]
    return strings(list(value) if isinstance(value, tuple | set | frozenset) else value, name, subject)


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


def limits_from(ours: Mapping[str, object], subject: str) -> Limits:
    """The six caps, each a whole number above 0."""
    caps = {}
    for cap in fields(Limits):
        name = f"COPYDESK_MAX_{cap.name.upper()}"
        value = ours[name]
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise SettingsError(subject, f"{name} is {value!r}", "Give a whole number above 0.")
        caps[cap.name] = value
    return Limits(**caps)


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


# --- sources.toml -----------------------------------------------------------------------------------------------------


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


def strings(value: object, name: str, subject: str) -> tuple[str, ...]:
    """One string, or a list of strings, as a tuple."""
    listed = value if isinstance(value, list) else [value]
    if not all(isinstance(entry, str) for entry in listed):
        raise SettingsError(subject, f"{name} is {value!r}", "Give a string or a list of strings.")
    return tuple(listed)


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


# --- seeds/<name>.toml ------------------------------------------------------------------------------------------------

FACT_KEYS: Mapping[str, FactName] = {
    **{name: cast(FactName, name) for name in get_args(FactName)},
    "authors": "author",
    "tags": "tag",
}
"""Keys of an overrides file that set a fact, and which."""

RULE_KEYS = ("main", "cut", "cut_lines", "keep_lines")
"""Keys of an overrides file that say what belongs to the story."""

KIN_KEYS = ("same_as", "not_same_as")
"""Keys that say which other stories are this one."""


def read_overrides(path: Path, subject: str) -> Overrides:
    """The curator's word on one seed; nothing where the file does not exist. Keys may stand in a ``[facts]`` table or
    at the top. Raises SettingsError naming ``subject`` for an unknown key and for a file that cannot be read."""
    if not os.path.exists(path):  # also where the seed's name leaves no room for another ending
        return Overrides()
    table = read_toml(path, subject)
    nested = table.pop("facts", {})
    if not isinstance(nested, dict):
        raise SettingsError(subject, "facts is no table", "Write [facts] and the facts under it.")
    table |= nested
    publish = table.pop("publish", False)
    if not isinstance(publish, bool):
        raise SettingsError(subject, f"publish is {publish!r}", "Give true or false.")
    facts: dict[FactName, tuple[str, ...]] = {}
    rules: dict[str, tuple[str, ...]] = {}
    for key, value in table.items():
        if key in FACT_KEYS:
            facts[FACT_KEYS[key]] = strings(dated(value), key, subject)
        elif key in RULE_KEYS + KIN_KEYS:
            rules[key] = strings(value, key, subject)
        else:
            known = ", ".join((*FACT_KEYS, *RULE_KEYS, *KIN_KEYS, "publish"))
            raise SettingsError(subject, f"has the unknown key {key}", f"Known are {known}.")
    return Overrides(facts=facts, publish=publish, **rules)


def dated(value: object) -> object:
    """A TOML date or time as the text the date parser reads; anything else as it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value
