"""Making the index: Pagefind is given a folder of leaves and leaves a folder of files, kept in the state folder.

Its Python interface waits a tenth of a second for each answer and for ever where the program behind it has died, so the
program that its package brings is run as it is, once.
"""

from __future__ import annotations

import logging
import shutil
import subprocess
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from copydesk.site.search.leaves import Leaf, digest, index_language

logger = logging.getLogger(__name__)

FOLDER = "search"
"""Where indexes are kept inside the state folder, each named by its digest; the present one and no other."""

NEEDED = (
    "pagefind.js",
    "pagefind-worker.js",
    "pagefind-entry.json",
    "wasm.*",
    "*.pf_meta",
    "filter/*",
    "fragment/*",
    "index/*",
)
"""What a search needs; the rest is Pagefind's own page elements, which the theme does without."""


def program() -> Path | None:
    """The program of Pagefind's package, ``None`` on a platform for which there is none."""
    try:
        from pagefind.service import get_executable
    except ImportError:
        return None
    found = get_executable()
    return found if found is not None and found.is_file() else None


def pagefind_version() -> str:
    """The version of the package, "" where there is none."""
    try:
        return version("pagefind")
    except PackageNotFoundError:
        return ""


def made(leaves: Sequence[Leaf], language: str, state: Path) -> Path | None:
    """The folder of an index of these leaves: the one kept, or a new one; ``None``, reported, where it cannot be made.
    ``language`` is the site's."""
    key = digest(leaves, index_language(language), pagefind_version())
    folder = state / FOLDER / key[:32]
    if folder.is_dir():
        return folder
    found = program()
    if found is None:
        return None
    work = state / f"{FOLDER}.new"
    shutil.rmtree(work, ignore_errors=True)
    try:
        write_leaves(leaves, work / "leaves")
        run(found, work, index_language(language))
    except (OSError, subprocess.SubprocessError) as error:
        reason = error.stderr if isinstance(error, subprocess.CalledProcessError) else str(error)
        logger.warning("search: the index could not be made: %s", " ".join(reason.split())[:300])
        return None
    keep(work / "index", folder)
    shutil.rmtree(work, ignore_errors=True)
    return folder


def write_leaves(leaves: Sequence[Leaf], folder: Path) -> None:
    """A file per leaf, at the path of its story's page."""
    for leaf in leaves:
        target = folder / leaf.path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(leaf.html(), encoding="utf-8", errors="replace")


def run(found: Path, work: Path, language: str) -> None:
    """Run Pagefind. Raises OSError, and CalledProcessError with what it said."""
    command = [str(found), "--site", "leaves", "--output-path", "index", "--silent", "--keep-index-url"]
    subprocess.run(
        [*command, "--force-language", language],
        cwd=work,
        check=True,
        capture_output=True,
        text=True,
        errors="replace",
        stdin=subprocess.DEVNULL,
    )


def keep(index: Path, folder: Path) -> None:
    """Put what is needed of a new index in place of the one that was kept."""
    wanted = {path for pattern in NEEDED for path in index.glob(pattern)}
    for path in sorted(index.rglob("*"), reverse=True):
        if path.is_file() and path not in wanted:
            path.unlink()
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.parent.mkdir(parents=True)
    index.rename(folder)
