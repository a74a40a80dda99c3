"""The theme's and the content's static files as entries, taken over from Pelican's static generator."""

from __future__ import annotations

import fnmatch
import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from copydesk.site.entries import Entry, digest_of, shown
from copydesk.site.printing.press import Press

logger = logging.getLogger(__name__)


def take_over(generator: Any) -> list[Any]:
    """Have Pelican's static generator copy nothing itself; return the static contents it found, in a fixed order.

    Pelican finds them in a set, whose order differs from run to run.
    """
    found = sorted(generator.staticfiles, key=lambda static: str(static.get_relative_source_path()))
    generator.context["staticfiles"] = found
    generator.context = {**generator.context, "staticfiles": []}
    generator.settings = {**generator.settings, "THEME_STATIC_PATHS": []}
    return found


def add_statics(press: Press, settings: dict[str, Any]) -> None:
    """Add the theme's files, then the content's, which may replace a page as they do with Pelican."""
    for entry in theme_files(settings):
        press.entries.add(entry, override=True)
    root = Path(settings["PATH"])
    for static in press.statics:
        path = static.get_relative_source_path()
        if inside(root / path, root):
            press.entries.add(file_entry(static.save_as, root / path), override=True)
        else:
            logger.error("%s is not published: it is a link out of the content folder", shown(path))


def add_pictures(press: Press) -> None:
    """Add the stories' pictures, each once however many stories show it."""
    for found in {found.picture.path: found for found in press.pictures}.values():
        press.entries.add(found.entry())


def theme_files(settings: dict[str, Any]) -> Iterator[Entry]:
    """The files under the theme's THEME_STATIC_PATHS, at THEME_STATIC_DIR."""
    theme = Path(settings["THEME"])
    for name in settings["THEME_STATIC_PATHS"]:
        folder = theme / name
        for source in [folder] if folder.is_file() else walk(folder):
            if not any(fnmatch.fnmatch(source.name, pattern) for pattern in settings["IGNORE_FILES"]):
                inner = source.name if folder.is_file() else source.relative_to(folder).as_posix()
                yield file_entry(f"{settings['THEME_STATIC_DIR']}/{inner}", source)


def walk(folder: Path) -> list[Path]:
    """The files under a folder, ordered by path."""
    return sorted(Path(parent) / name for parent, _, names in os.walk(folder) for name in names)


def inside(source: Path, root: Path) -> bool:
    """Whether a file is really in ``root``, after following links."""
    return Path(os.path.realpath(source)).is_relative_to(os.path.realpath(root))


def file_entry(path: str, source: Path) -> Entry:
    """A file that is published as it is."""
    return Entry(path.replace(os.sep, "/"), digest_of(path, source.read_bytes()), source.read_bytes)
