"""Writing so that nothing is ever half written: a temporary file beside the target, synced, then one rename."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from copydesk.errors import StoryFileError

TEMPORARY = ".copydesk-tmp-"
"""How the names of files begin that are being written."""

HALF = ".new"
"""How the names of caches end that are being written."""


def write_atomically(path: Path, text: str) -> None:
    """Put ``text`` at ``path``: after a crash the file is wholly the old or wholly the new one. Raises OSError."""
    write_bytes_atomically(path, bytes_of(text))


def write_below(root: Path, path: Path, text: str) -> None:
    """Put ``text`` at ``path`` in one step, which must lie below ``root``. Raises StoryFileError, and OSError."""
    refuse_elsewhere(root, path)
    write_atomically(path, text)


def refuse_elsewhere(root: Path, path: Path) -> None:
    """Raise StoryFileError where links on the way to ``path`` lead out of ``root``: who can put a link there must not
    make us write elsewhere."""
    if not path.parent.resolve().is_relative_to(root.resolve()):
        subject = f"{root.name}/{path.relative_to(root).as_posix()}"
        raise StoryFileError(subject, f"its folder is a link out of {root.name}/", "Put the folder itself there.")


def write_bytes_atomically(path: Path, data: bytes) -> None:
    """Put ``data`` at ``path``: after a crash the file is wholly the old or wholly the new one. Raises OSError."""
    temporary = write_aside(path, data)
    try:
        rename(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def write_aside(path: Path, data: bytes) -> Path:
    """Write ``data`` to a new file beside ``path``, flushed, so that only a rename is left to do. Raises OSError; no
    such file is left then."""
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=TEMPORARY, dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).chmod(0o644 & ~_umask())
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def write_cache(path: Path, *parts: bytes) -> None:
    """The same for a file of the state folder, which only the holder of the lock writes. It may be large: its parts are
    written one after the other, and never joined.

    The file written aside always has the same name, so the next run removes what a crash leaves of it. A hard link of
    that name, which a cache brought along, is removed and not written into. Raises OSError.
    """
    temporary = path.with_name(path.name + HALF)
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary.unlink(missing_ok=True)
    try:
        with open(temporary, "xb") as file:
            file.writelines(parts)
            file.flush()
            os.fsync(file.fileno())
        rename(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def bytes_of(text: str) -> bytes:
    """The bytes of a text as `read_if_there` reads them."""
    return text.encode("utf-8", errors="surrogateescape")


def rename(source: Path, target: Path) -> None:
    """Put ``source`` in place of ``target`` in one step that survives a crash."""
    source.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make the folder's entries durable, where the system can."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders
        return
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def read_if_there(path: Path) -> str | None:
    """The text of a file in UTF-8, ``None`` where there is none."""
    try:
        return path.read_bytes().decode("utf-8", errors="surrogateescape")
    except FileNotFoundError:
        return None


def below(folder: Path, suffix: str) -> list[Path]:
    """Every file below a folder whose name ends so, in order; none where there is no such folder. Raises OSError for a
    folder that cannot be listed, which `Path.rglob` passes over: its stories would count as gone."""
    if not folder.exists():
        return []
    walk = os.walk(folder, onerror=_raise)
    return sorted(Path(parent, name) for parent, _, names in walk for name in names if name.endswith(suffix))


def _raise(error: OSError) -> None:
    raise error


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask
