"""What every page depends on, as one digest: the settings, our own code, and the versions of what renders."""

from __future__ import annotations

import platform
from importlib.metadata import version
from pathlib import Path
from typing import Any

import copydesk
from copydesk.site.entries import digest_of

PLACES = frozenset(
    "PATH THEME OUTPUT_PATH CACHE_PATH PLUGIN_PATHS THEME_TEMPLATES_OVERRIDES DEBUG PORT BIND COPYDESK_JOBS".split()
)
"""Settings that say where things are and who makes them, not what they are: a copy elsewhere has the same pages."""

RENDERERS = ("pelican", "jinja2", "markupsafe", "markdown-it-py", "feedgen", "lxml", "babel", "pillow", "unidecode")


def frame_digest(settings: dict[str, Any]) -> str:
    """The digest of all that is the same for every page. A setting that is a function is told apart by its address, so
    that a site with such settings is rendered whole each time."""
    shown = sorted((name, repr(value)) for name, value in settings.items() if name.isupper() and name not in PLACES)
    return digest_of(shown, code_digest(), [version(name) for name in RENDERERS], platform.python_version())


def code_digest() -> str:
    """The digest of this package's own source and tables."""
    root = Path(copydesk.__file__).parent
    files = sorted(path for path in root.rglob("*") if path.is_file() and "__pycache__" not in path.parts)
    return digest_of(*((path.relative_to(root).as_posix(), path.read_bytes()) for path in files))


def content_digest(context: dict[str, Any], root: str) -> str:
    """The digest of every content file of a build, with where it goes."""
    contents = {**context["generated_content"], **context["static_content"]}
    places = sorted((path, content.save_as) for path, content in contents.items() if content is not None)
    return digest_of(*((path, saved, Path(root, path).read_bytes()) for path, saved in places))
