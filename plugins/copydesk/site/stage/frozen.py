"""What every page depends on, as one digest: the settings, our own code, and the versions of what renders."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import copydesk
from copydesk.site.entries import digest_of

Stamped = tuple[str, int, int, int]
"""A file: its path, size in bytes, time of its content and of its entry in nanoseconds."""

PLACES = frozenset(
    "PATH THEME OUTPUT_PATH CACHE_PATH PLUGIN_PATHS THEME_TEMPLATES_OVERRIDES DEBUG PORT BIND COPYDESK_JOBS".split()
)
"""Settings that say where things are and who makes them, not what they are: a copy elsewhere has the same pages."""

RENDERERS = ("pelican", "jinja2", "markupsafe", "markdown-it-py", "feedgen", "lxml", "babel", "pillow", "unidecode")


def frame_digest(settings: dict[str, Any]) -> str:
    """The digest of all that is the same for every page. A setting that is a function is told apart by its address, so
    that a site with such settings is rendered whole each time."""
    shown = sorted((name, repr(value)) for name, value in settings.items() if name.isupper() and name not in PLACES)
    return digest_of(shown, code_digest(), [version_of(name) for name in RENDERERS], platform.python_version())


@cache
def version_of(package: str) -> str | None:
    """The version of a package, ``None`` where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def code_digest() -> str:
    """The digest of this package's own source and tables."""
    root = Path(copydesk.__file__).parent
    return digest_of_files(str(root), tuple(sorted(files_below(str(root)))))


@lru_cache(maxsize=1)
def digest_of_files(root: str, files: tuple[Stamped, ...]) -> str:
    """The digest of files as they lie, of bytes and paths below the ``root``. It is made once for the same sizes and
    times, by a process that builds again and again."""
    return digest_of(*((path[len(root) + 1 :].replace(os.sep, "/"), Path(path).read_bytes()) for path, *_ in files))


def files_below(folder: str) -> Iterator[Stamped]:
    """The files in a folder and below, without what Python has compiled of them."""
    with os.scandir(folder) as found:
        entries = list(found)
    for entry in entries:
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from files_below(entry.path)
        elif entry.is_file():
            status = entry.stat()
            yield entry.path, status.st_size, status.st_mtime_ns, status.st_ctime_ns


def content_digest(context: dict[str, Any], root: str) -> str:
    """The digest of every content file of a build, with where it goes."""
    contents = {**context["generated_content"], **context["static_content"]}
    places = sorted((path, content.save_as) for path, content in contents.items() if content is not None)
    return digest_of(*((path, saved, Path(root, path).read_bytes()) for path, saved in places))
