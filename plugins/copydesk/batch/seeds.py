"""The folder of raw files: which files of it are seeds, and reading one without following it anywhere."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.errors import HeldError
from copydesk.model import Limits, Overrides
from copydesk.settings import read_overrides

IGNORED = frozenset({"readme", "readme.md", "readme.txt", "thumbs.db", "desktop.ini"})
"""Files of ``seeds/`` that are for people and their machines, lower-cased. Hidden files are ignored as well."""

PAGES = frozenset({".html", ".htm", ".xhtml", ".mhtml"})


@dataclass(frozen=True, slots=True)
class SeedFile:
    """A file in ``seeds/``: its name relative to it, with ``/`` between folders, and where it lies."""

    name: str
    path: Path


def list_seeds(folder: Path) -> tuple[SeedFile, ...]:
    """Every seed, sorted by name: all files but hidden ones, overrides, notes to people, and the folders a browser
    saved beside a page. None where there is no such folder."""
    return tuple(sorted(_below(folder, ""), key=lambda seed: seed.name)) if folder.is_dir() else ()


def _below(folder: Path, prefix: str) -> Iterator[SeedFile]:
    try:
        entries = list(os.scandir(folder))
    except OSError:  # a folder we may not list is named as a seed, and held when it cannot be read
        yield SeedFile(prefix.rstrip("/"), folder)
        return
    pages = tuple(Path(entry.name).stem for entry in entries if Path(entry.name).suffix.lower() in PAGES)
    for entry in entries:
        if entry.name.startswith(".") or entry.name.lower() in IGNORED or entry.name.lower().endswith(".toml"):
            continue
        if not entry.is_dir(follow_symlinks=False):
            yield SeedFile(prefix + entry.name, Path(entry.path))
        elif not _belongs_to_page(entry.name, pages):
            yield from _below(Path(entry.path), f"{prefix}{entry.name}/")


def _belongs_to_page(folder: str, pages: tuple[str, ...]) -> bool:
    """Whether a browser saved the folder with a page: "Harbor.html" and "Harbor_files", "Harbor-Dateien"."""
    return any(folder.startswith(page) and folder[len(page) : len(page) + 1] in ("_", "-", ".") for page in pages)


def read_seed(seed: SeedFile, limits: Limits) -> bytes:
    """The bytes of a seed. Raises HeldError for what is no ordinary file, cannot be read or is too large."""
    if not seed.name.isprintable():
        raise HeldError(repr(seed.name), "a name with characters that cannot be shown", "Rename the file.")
    try:
        return _read_regular(seed, limits)
    except OSError as error:
        raise HeldError(seed.name, f"cannot be read ({error.strerror or error})", "Check the file.") from error


def _read_regular(seed: SeedFile, limits: Limits) -> bytes:
    kind = seed.path.lstat().st_mode
    if not stat.S_ISREG(kind):
        what = "a link" if stat.S_ISLNK(kind) else "no ordinary file"
        raise HeldError(seed.name, f"is {what}", "Put a copy of the file itself there.")
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(seed.path, flags), "rb") as file:
        data = file.read(limits.bytes + 1)
    if len(data) > limits.bytes:
        raise HeldError(seed.name, f"is larger than {limits.bytes:,} bytes", "Raise COPYDESK_MAX_BYTES if it is right.")
    return data


def overrides_path(seed: SeedFile) -> Path:
    """Where the curator's word on a seed stands: ``harbor.html.toml`` if it is there, else ``harbor.toml``."""
    exact = seed.path.with_name(f"{seed.path.name}.toml")
    return exact if exact.exists() else seed.path.with_suffix(".toml")


def seed_overrides(seed: SeedFile) -> Overrides:
    """The curator's word on a seed. Raises SettingsError naming the overrides file."""
    path = overrides_path(seed)
    return read_overrides(path, path.name)


def sha256(data: bytes) -> str:
    """The digest of a raw file, lower-case hex."""
    return hashlib.sha256(data).hexdigest()
