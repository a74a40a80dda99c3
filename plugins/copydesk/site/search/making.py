"""Making the index: Pagefind is given a folder of leaves and leaves a folder of files, kept in the state folder.

Its Python interface waits a tenth of a second for each answer and for ever where the program behind it has died, so the
program that its package brings is run as it is, once.
"""

from __future__ import annotations

import errno
import hashlib
import logging
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from fnmatch import fnmatch
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from copydesk.site.search.leaves import Leaf, digest, index_language

logger = logging.getLogger(__name__)

FOLDER = "search"
"""Where indexes are kept inside the state folder, each named by its digest; the present one and no other."""

NEEDED = ("pagefind-entry.json", "*.pf_meta", "filter/*", "fragment/*", "index/*")
"""The data that a search needs, which is kept."""

CODE = ("pagefind.js", "pagefind-worker.js", "wasm.*")
"""What readers' browsers run. It is the same for every index of a language, and never kept: what lies in the state
folder is data, and nobody who writes there has our readers run anything. The rest is Pagefind's own page elements,
which the theme does without."""


WHOLE = "whole.txt"
"""What is written down of a kept index: the digest of each file, by which a damaged one is told, and the names of the
code that is not kept."""

NAMED = "code "
"""How a line that names code begins."""

LEAF = "<!doctype html><html><body data-pagefind-body>leaf</body></html>"


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


def make_index(leaves: Sequence[Leaf], language: str, state: Path) -> Path | None:
    """The folder of an index of these leaves: the one kept, or a new one; ``None``, reported, where it cannot be made.
    ``language`` is the site's."""
    key = digest(leaves, index_language(language), pagefind_version())
    folder = state / FOLDER / key[:32]
    if is_whole(folder):
        return folder
    found = program()
    if found is None:
        return None
    work = state / f"{FOLDER}.new"
    make_room(work, state / FOLDER)
    try:
        size = write_leaves(leaves, work / "leaves")
        try:
            run(found, work, index_language(language))
        except (OSError, subprocess.SubprocessError) as error:
            report(error, size, state)
            return None
        keep(work / "index", folder)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return folder


def make_room(work: Path, kept: Path) -> None:
    """Remove what an earlier run left where it worked, and files that came with a cache where folders belong."""
    shutil.rmtree(work, ignore_errors=True)
    for place in (work, kept):
        if place.is_file():
            place.unlink()


def report(error: Exception, size: int, state: Path) -> None:
    """Say why there is no index. Raises OSError where the disk has less room than the leaves take: that is no fault of
    the program's, and a site without its search would take the place of one that has it."""
    if shutil.disk_usage(state).free < size:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(state)) from error
    reason = error.stderr if isinstance(error, subprocess.CalledProcessError) else str(error)
    logger.warning("search: the index could not be made: %s", " ".join(reason.split())[:300])


def write_leaves(leaves: Sequence[Leaf], folder: Path) -> int:
    """A file per leaf, at the path of its story's page; their bytes in all."""
    size = 0
    for leaf in leaves:
        target = folder / leaf.path
        target.parent.mkdir(parents=True, exist_ok=True)
        size += target.write_bytes(leaf.html().encode("utf-8", errors="replace"))
    return size


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
    """Put the data of a new index in place of the one that was kept."""
    wanted = files_of(index, NEEDED)
    names = [f"{NAMED}{path.name}\n" for path in files_of(index, CODE)]
    for path in sorted(index.rglob("*"), reverse=True):
        if path.is_file() and path not in wanted:
            path.unlink()
    lines = [f"{digest_at(path)} {path.relative_to(index).as_posix()}\n" for path in wanted]
    (index / WHOLE).write_text("".join((*names, *lines)), encoding="utf-8")
    shutil.rmtree(folder.parent, ignore_errors=True)
    folder.parent.mkdir(parents=True)
    index.rename(folder)


def is_whole(folder: Path) -> bool:
    """Whether a kept index is what was put there, to the byte."""
    try:
        said = [line for line in lines_of(folder) if not line.startswith(NAMED)]
        there = [f"{digest_at(path)} {path.relative_to(folder).as_posix()}" for path in files_of(folder, NEEDED)]
    except (OSError, UnicodeDecodeError):
        return False
    return said == there


def lines_of(folder: Path) -> list[str]:
    """What is written down of a kept index. Raises OSError, and UnicodeDecodeError for what is no text."""
    return (folder / WHOLE).read_text(encoding="utf-8").splitlines()


def code_names(folder: Path) -> list[str]:
    """The names of what is run to search a kept index."""
    names = [line.removeprefix(NAMED) for line in lines_of(folder) if line.startswith(NAMED)]
    return [name for name in names if any(fnmatch(name, pattern) for pattern in CODE) and "/" not in name]


def files_of(folder: Path, patterns: tuple[str, ...]) -> list[Path]:
    """The files of an index that match, in order."""
    return sorted({path for pattern in patterns for path in folder.glob(pattern) if path.is_file()})


def digest_at(path: Path) -> str:
    """The digest of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


@cache
def code(language: str) -> dict[str, bytes]:
    """What readers' browsers run to search, by name, as Pagefind gives it with any index; nothing where it cannot be
    run. ``language`` is the site's."""
    found = program()
    if found is None:
        return {}
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        (work / "leaves").mkdir()
        (work / "leaves/leaf.html").write_text(LEAF, encoding="utf-8")
        try:
            run(found, work, index_language(language))
        except (OSError, subprocess.SubprocessError):
            return {}
        return {path.name: path.read_bytes() for path in files_of(work / "index", CODE)}
