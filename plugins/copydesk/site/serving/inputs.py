"""What a site is made from, and how its files stand: a change is a difference between two states."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pelican.settings import read_settings

from copydesk.site.stage.grounds import site_settings

IGNORED = ("__pycache__", "~", ".swp", ".tmp")
"""Endings of names that editors and Python write beside the files that matter."""

Stamps = Mapping[Path, tuple[int, int]]
"""Size and time of files."""


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the site is made from: folders that are watched, and single files that are looked at now and then.
    ``code`` are those of the folders that hold the program itself."""

    folders: tuple[Path, ...]
    files: tuple[Path, ...]
    code: tuple[Path, ...] = ()

    def stamps(self) -> Stamps:
        """The state of everything."""
        return {**self.glance(), **dict(stamped(path for folder in self.folders for path in files_in(folder)))}

    def glance(self) -> Stamps:
        """The state of the single files."""
        return dict(stamped(self.files))

    def after(self, stamps: Stamps, changed: Iterable[Path]) -> Stamps:
        """The state of everything, known to be ``stamps`` but for the ``changed`` paths. A site of ten thousand stories
        is not looked through for one of them."""
        touched = {path for path in changed if self._counts(path)}
        if any(path not in stamps and (path.is_dir() or not path.exists()) for path in touched):
            return self.stamps()  # folders that came or went
        kept = {path: state for path, state in stamps.items() if path not in touched and path not in self.files}
        return {**kept, **dict(stamped(touched)), **self.glance()}

    def _counts(self, path: Path) -> bool:
        """Whether a path is part of the site."""
        folder = next((folder for folder in self.folders if path.is_relative_to(folder)), None)
        return folder is not None and all(map(matters, path.relative_to(folder).parts))

    def changes_code(self, before: Stamps, after: Stamps) -> bool:
        """Whether the program itself differs."""
        return code_in(self.code, before) != code_in(self.code, after)


def code_in(folders: tuple[Path, ...], stamps: Stamps) -> Stamps:
    """The state of the Python files under ``folders``."""
    return {
        path: state
        for path, state in stamps.items()
        if path.suffix == ".py" and any(path.is_relative_to(folder) for folder in folders)
    }


def files_in(folder: Path) -> Iterator[Path]:
    """The files under a folder that matter."""
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if matters(name)]
        yield from (Path(parent, name) for name in names if matters(name))


def matters(name: str) -> bool:
    """Whether a file or folder of that name is part of the site."""
    return not name.startswith(".") and not name.endswith(IGNORED)


def stamped(paths: Iterable[Path]) -> Iterator[tuple[Path, tuple[int, int]]]:
    """Each file that exists with its state."""
    for path in paths:
        try:
            status = path.stat()
        except OSError:
            continue
        yield path, (status.st_size, status.st_mtime_ns)


def inputs_of(settings: Path) -> tuple[Inputs, Path]:
    """What the site of a settings file is made from, and where it is built."""
    values = read_settings(str(settings))
    ours = site_settings(values)
    code = tuple(map(Path, values["PLUGIN_PATHS"]))
    places = (ours.seeds, ours.content, Path(values["THEME"]), *code)
    sources = ours.root / str(values.get("COPYDESK_SOURCES", "sources.toml"))
    files = (settings, sources, *settings.parent.glob("*.conf.py"))
    inputs = Inputs(tuple(dict.fromkeys(places)), tuple(dict.fromkeys(files)), code)
    return inputs, Path(values["OUTPUT_PATH"])
