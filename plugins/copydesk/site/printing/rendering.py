"""Pages of page values rendered by any process: by this one, or by one that is handed everything as data."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, partial
from io import FileIO
from pathlib import Path
from typing import Any

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    Template,
    TemplateError,
)
from jinja2.bccache import Bucket

from copydesk.frozen import value
from copydesk.site.entries import Making, Sheet
from copydesk.site.printing.parcels import Packing, unpacked
from copydesk.site.printing.typesetting import furnish, take_attributes_directly
from copydesk.site.tongue import Tongue

AT_ONCE = 1024
"""Pieces of a file that the system takes in one call (IOV_MAX; POSIX asks for sixteen, and every system has these)."""

Option = str | bool | int | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Kit:
    """What a process needs to render pages as Pelican's environment would: the folders of templates, in the order they
    are looked through; the theme's own; those that Pelican lends; Jinja's options; the tongue."""

    folders: tuple[str, ...]
    theme: str
    lent: str
    options: tuple[tuple[str, Option], ...]
    tongue: Tongue


@dataclass(frozen=True, slots=True)
class Quire:
    """Pages handed over together: what is needed to render them, the folder they go to, and for each the file in it and
    what it is. ``packing`` packs them on their way to another process."""

    kit: Kit
    folder: str
    pages: tuple[tuple[str, Sheet], ...]
    packing: Packing

    def __reduce__(self) -> tuple[Callable[[Kit, str, bytes], Quire], tuple[Kit, str, bytes]]:
        return opened, (self.kit, self.folder, self.packing.packed(self.pages))


def opened(kit: Kit, folder: str, pages: bytes) -> Quire:
    """The quire that was packed."""
    return Quire(kit, folder, unpacked(pages), Packing())


def kit_of(settings: Mapping[str, Any], lent: Path, tongue: Tongue) -> Kit | None:
    """The kit of a site, ``None`` where its templates use functions of the settings file."""
    if any(settings.get(f"JINJA_{name}") for name in ("FILTERS", "GLOBALS", "TESTS")):
        return None
    options = tuple(sorted((name, plain(value)) for name, value in settings["JINJA_ENVIRONMENT"].items()))
    if any(value is NotImplemented for _, value in options):
        return None
    theme = str(Path(settings["THEME"], "templates"))
    folders = (*map(str, settings["THEME_TEMPLATES_OVERRIDES"]), theme)
    return Kit(folders, theme, str(lent), options, tongue)


def plain(value: object) -> Any:
    """An option as data, ``NotImplemented`` for one that is code."""
    if isinstance(value, list | tuple) and all(isinstance(each, str) for each in value):
        return tuple(value)
    return value if value is None or isinstance(value, str | bool | int) else NotImplemented


class Matrices(BytecodeCache):
    """Templates as they were compiled, by this process or by the one that it helps. They are in memory alone: what
    lies in the state folder is data."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put in what is known of a template."""
        if bucket.key in self.known:
            bucket.bytecode_from_string(self.known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.known[bucket.key] = bucket.bytecode_to_string()


@value(frozen=True, slots=True)
class Compiled:
    """The templates of a kit, compiled, by the keys that Jinja gives them."""

    kit: Kit
    known: Mapping[str, bytes]


def compiled(kit: Kit) -> Compiled:
    """The theme's templates. One that cannot be compiled is left to whoever needs it, to say so."""
    made = environment(kit)
    for path in sorted(Path(kit.theme).glob("*.html")):
        with suppress(TemplateError, OSError, ValueError):
            made.get_template(path.name)
    return Compiled(kit, made.bytecode_cache.known if isinstance(made.bytecode_cache, Matrices) else {})


def take(given: Compiled) -> None:
    """Have templates that another process has compiled."""
    own = environment(given.kit).bytecode_cache
    if isinstance(own, Matrices):
        own.known.update(given.known)


@cache
def environment(kit: Kit) -> Environment:
    """The environment of a kit, in which pages of values are quick to render."""
    made = as_pelican_has_it(kit)
    take_attributes_directly(made, partial(as_pelican_has_it, kit))
    return made


def as_pelican_has_it(kit: Kit) -> Environment:
    """An environment whose templates are found, and read, as by Pelican's generators."""
    lent = FileSystemLoader(kit.lent)
    named = PrefixLoader({"!simple": lent, "!theme": FileSystemLoader(kit.theme)})
    loader = ChoiceLoader([FileSystemLoader(list(kit.folders)), lent, named])
    options: dict[str, Any] = {"bytecode_cache": Matrices(), **dict(kit.options)}
    made = Environment(loader=loader, **options)
    furnish(made, kit.tongue)
    return made


def print_quire(quire: Quire) -> None:
    """Render pages to their files, whose folders are there. Raises OSError."""
    templates = environment(quire.kit)
    for path, sheet in quire.pages:
        put(f"{quire.folder}/{path}", rendered(templates.get_template(sheet.template), sheet.values))


def rendered(template: Template, values: Mapping[str, object] | Making) -> bytes:
    """The bytes of a page."""
    return encoded(template.render(values if isinstance(values, Mapping) else values.made()))


def put(target: str, *pieces: bytes) -> None:
    """Write a new file; one that is there under the same name may be the old site's too, and is not written into."""
    try:
        write_new(target, pieces)
    except FileExistsError:
        Path(target).unlink()
        write_new(target, pieces)


def write_new(target: str, pieces: Sequence[bytes]) -> None:
    """Write a file where there is none."""
    with open(target, "xb", buffering=0) as file:
        for start in range(0, len(pieces), AT_ONCE):
            write_all(file, pieces[start : start + AT_ONCE])


def write_all(file: FileIO, pieces: Sequence[bytes]) -> None:
    """Write pieces into a file, without joining them first. A disk that is nearly full takes a part of them, and is
    asked for the rest to say what is wrong."""
    done = os.writev(file.fileno(), pieces) if len(pieces) > 1 and hasattr(os, "writev") else 0
    if done < sum(map(len, pieces)):
        rest = b"".join(pieces)[done:]
        while rest:
            rest = rest[file.write(rest) :]


def encoded(page: str) -> bytes:
    """A page as bytes; a lone surrogate, which no encoding has, becomes a question mark."""
    return page.encode("utf-8", "replace")
