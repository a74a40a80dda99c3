"""The settings file: Pelican's own, read here by path and without Pelican, so that the command works alone."""

from __future__ import annotations

import runpy
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any, cast

from copydesk.errors import SettingsError
from copydesk.model import House, Limits, Policy
from copydesk.settings.checking import check_zone, jobs_from, limit_from, listed_in, policy_from
from copydesk.settings.defaults import DEFAULTS
from copydesk.settings.publishers import read_publishers


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
    fetches_local: bool = False
    """Whether feeds may be fetched from this machine and its network."""

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
        fetches_local=bool(ours["COPYDESK_FETCH_LOCAL"]),
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
