"""What a theme declares in ``theme.toml``, and what a template's output depends on beside its values."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Protocol, cast

import pelican
from jinja2 import Environment, TemplateNotFound, meta

from copydesk.batch.files import write_cache
from copydesk.errors import SettingsError
from copydesk.settings import read_toml
from copydesk.site.entries import digest_of

PAGE_VALUES = 1
"""The version of the page values we hand out (`site.showing.pages`)."""


LENT = Path(pelican.__file__).parent / "themes" / "simple"
"""The theme whose templates Pelican takes where a theme has none of that name."""


class Set(Protocol):
    """A template, compiled or not."""

    @property
    def environment(self) -> Environment:
        """Where it is found."""

    @property
    def name(self) -> str | None:
        """Its name there."""

    @property
    def filename(self) -> str | None:
        """Its file."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme's folder, whether its templates take page values, and its style sheets inside ``static/``."""

    folder: Path
    page_values: bool
    stylesheets: tuple[str, ...]

    def takes_values(self, template: Set) -> bool:
        """Whether the template takes page values: not one that Pelican lends a theme that lacks it."""
        return self.page_values and template.filename is not None and not is_lent(template.filename)


@cache
def is_lent(file: str) -> bool:
    """Whether a template's file is one that Pelican lends."""
    return Path(file).is_relative_to(LENT)


def read_theme(folder: Path) -> Theme:
    """What the theme declares; a theme without ``theme.toml`` is one of Pelican's."""
    path = folder / "theme.toml"
    if not path.is_file():
        return Theme(folder, False, ())
    declared = read_toml(path, str(path))
    version = declared.get("page_values")
    if version not in (None, PAGE_VALUES):
        raise SettingsError(str(path), f"page_values is {version!r}", f"This Copydesk hands out version {PAGE_VALUES}.")
    sheets = declared.get("stylesheets")
    listed = tuple(str(name) for name in sheets) if isinstance(sheets, list) else style_sheets(folder / "static")
    return Theme(folder, version == PAGE_VALUES, listed)


def style_sheets(static: Path) -> tuple[str, ...]:
    """The style sheets under ``static``, in order of their names."""
    return tuple(sorted(path.relative_to(static).as_posix() for path in static.rglob("*.css")))


References = dict[str, list[str] | None]
"""The digest of a template's source → the templates it names, ``None`` where a name is computed, so that it may be any.
"""


@dataclass(slots=True)
class TemplateDigests:
    """Digests of templates with all that they include, import or extend; each source is read once. ``references`` are
    those that are known, so that only sources that have changed are parsed."""

    references: References = field(default_factory=dict)
    parsed: int = 0
    """How many sources had to be parsed, for those who count."""
    _sources: dict[tuple[int, str], tuple[str, list[str] | None]] = field(default_factory=dict)
    _digests: dict[tuple[int, str], str] = field(default_factory=dict)

    def of(self, template: Set) -> str:
        """The digest of a template of any environment."""
        environment, name = template.environment, template.name or ""
        key = (id(environment), name)
        if key not in self._digests:
            self._digests[key] = digest_of(*self._closure(environment, name))
        return self._digests[key]

    def _closure(self, environment: Environment, name: str) -> list[tuple[str, str]]:
        """(name, source) of the template and of everything it names, however deep."""
        waiting, found = [name], dict[str, str]()
        while waiting:
            current = waiting.pop()
            if current in found:
                continue
            found[current], named = self._source(environment, current)
            waiting += environment.list_templates() if named is None else named
        return sorted(found.items())

    def _source(self, environment: Environment, name: str) -> tuple[str, list[str] | None]:
        """A template's source and what it names."""
        key = (id(environment), name)
        if key not in self._sources:
            self._sources[key] = self._read(environment, name)
        return self._sources[key]

    def _read(self, environment: Environment, name: str) -> tuple[str, list[str] | None]:
        loader = cast(Any, environment.loader)
        try:
            source, _, _ = loader.get_source(environment, name)
        except TemplateNotFound:
            return "", []
        digest = digest_of(source)
        if digest not in self.references:
            self.parsed += 1
            self.references[digest] = _named(environment, source)
        return source, self.references[digest]


def _named(environment: Environment, source: str) -> list[str] | None:
    named = set(meta.find_referenced_templates(environment.parse(source)))
    return None if None in named else sorted(name for name in named if name is not None)


NAME = "templates.json"


def known_references(state: Path, frame: str) -> References:
    """What was written down of templates under this frame; nothing where that cannot be believed."""
    try:
        stored = json.loads((state / NAME).read_bytes())
        if stored["frame"] != frame:
            return {}
        known: References = stored["references"]
        return {str(digest): None if named is None else list(map(str, named)) for digest, named in known.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}


def write_references(state: Path, frame: str, digests: TemplateDigests) -> None:
    """Write them down where some are new, in one step."""
    if not digests.parsed:
        return
    write_cache(state / NAME, json.dumps({"frame": frame, "references": digests.references}).encode())
