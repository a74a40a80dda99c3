"""The folder of raw files: which files of it are seeds, and reading one without following it anywhere."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from copydesk.errors import HeldError, SettingsError
from copydesk.model import Limits, Overrides
from copydesk.settings import read_overrides
from copydesk.text import is_seen

IGNORED = frozenset({"readme", "readme.md", "readme.txt", "thumbs.db", "desktop.ini"})
"""Files of ``seeds/`` that are for people and their machines, lower-cased. Hidden files are ignored as well."""

BACKUPS = ("~", ".bak", ".crdownload", ".part")
"""Endings of backups that editors leave beside a file, and of unfinished downloads."""

MARKS = ("._", ".#", ".~")
"""How files begin that macOS, Emacs and LibreOffice lay beside others."""

RAW_FILES = frozenset({".html", ".htm", ".xhtml", ".mhtml", ".txt", ".md", ".eml", ".xml", ".rss", ".atom", ".json"})
"""Endings of raw files as they are saved most."""

PAGES = frozenset({".html", ".htm", ".xhtml", ".mhtml"})

COMPANIONS = frozenset(
    "_files -files .files _file _fichiers -fichiers _dateien -dateien _archivos -archivos _arquivos _ficheiros "
    "_bestanden -bestanden _filer -filer _tiedostot _pliki _soubory _fajlovi _datoteke _fitxers _dosyalar".split()
)
"""How the folder is called that a browser saves with a page: "Harbor_files", "Harbor-Dateien". By language."""


@dataclass(frozen=True, slots=True)
class SeedFile:
    """A file in ``seeds/``, or a folder on the way to one: its name relative to it, with ``/`` between folders, and
    where it lies."""

    name: str
    path: Path
    is_folder: bool = False


def list_seeds(folder: Path) -> tuple[SeedFile, ...]:
    """Every seed, sorted by name: all files but hidden ones, overrides, backups, notes to people, and the folders a
    browser saved beside a page. None where there is no such folder."""
    return _files_in(folder, lambda name: not _is_no_seed(name))


def hidden_seeds(folder: Path) -> tuple[str, ...]:
    """The names of files that are no seeds only because they are hidden: a browser saves "..." as ".html"."""
    return tuple(seed.name for seed in _files_in(folder, _would_be_seed))


def _files_in(folder: Path, belongs: Callable[[str], bool]) -> tuple[SeedFile, ...]:
    """The files that belong by their names, given in small letters, in a folder and those below it; sorted by name."""
    if not folder.is_dir():
        return ()
    found: list[SeedFile] = []
    waiting = [(folder, "")]
    while waiting:  # and no recursion: folders may lie deeper in each other than calls may
        for seed in _in_folder(*waiting.pop()):
            if seed.is_folder:
                waiting.append((seed.path, f"{seed.name}/"))
            elif belongs(seed.path.name.lower()):
                found.append(seed)
    return tuple(sorted(found, key=lambda seed: seed.name))


def _in_folder(folder: Path, prefix: str) -> Iterator[SeedFile]:
    """The files of a folder, and the folders in it that may hold seeds."""
    try:
        entries = list(os.scandir(folder))
    except OSError:  # a folder we may not list is named as a seed, and held when it cannot be read
        yield SeedFile(prefix.rstrip("/"), folder)
        return
    pages = tuple(Path(entry.name).stem for entry in entries if Path(entry.name).suffix.lower() in PAGES)
    for entry in entries:
        if not entry.is_dir(follow_symlinks=False):
            yield SeedFile(prefix + _utf8(entry.name), Path(entry.path))
        elif not _is_no_seed(entry.name.lower()) and not _belongs_to_page(entry.name, pages):
            yield SeedFile(prefix + _utf8(entry.name), Path(entry.path), is_folder=True)


def _utf8(name: str) -> str:
    """A file's name as UTF-8 has it, whatever encoding the system's locale has: a seed has one name on any machine."""
    return os.fsencode(name).decode("utf-8", "surrogateescape")


def _is_no_seed(name: str) -> bool:
    return name.startswith(".") or name in IGNORED or name.endswith((".toml", *BACKUPS))


def _would_be_seed(name: str) -> bool:
    """Whether a name is that of a raw file behind its dot, and no mark of a system's or an editor's."""
    return name.startswith(".") and not name.startswith(MARKS) and PurePosixPath(f"_{name}").suffix in RAW_FILES


def _belongs_to_page(folder: str, pages: tuple[str, ...]) -> bool:
    """Whether a browser saved the folder with a page: not so "harbor-2025" beside "harbor.html"."""
    return any(folder.startswith(page) and folder[len(page) :].lower() in COMPANIONS for page in pages)


def read_seed(seed: SeedFile, limits: Limits) -> bytes:
    """The bytes of a seed. Raises HeldError for what is no ordinary file, cannot be read or is too large."""
    if not is_seen(seed.name) or not seed.name.strip():
        raise HeldError(repr(seed.name), "a name with characters that cannot be shown", "Rename the file.")
    try:
        return _read_regular(seed, limits)
    except OSError as error:
        raise HeldError(seed.name, f"cannot be read ({error.strerror or error})", "Check the file.") from error


def _read_regular(seed: SeedFile, limits: Limits) -> bytes:
    kind = seed.path.lstat().st_mode
    if not stat.S_ISREG(kind):
        if stat.S_ISDIR(kind):  # only one that could not be listed is taken for a seed
            os.listdir(seed.path)
        what = "a link" if stat.S_ISLNK(kind) else "no ordinary file"
        raise HeldError(seed.name, f"is {what}", "Put a copy of the file itself there.")
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(seed.path, flags), "rb") as file:
        before = os.fstat(file.fileno())
        data = file.read(limits.bytes + 1)
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise being_written(seed)
    if len(data) > limits.bytes:
        raise HeldError(seed.name, f"is larger than {limits.bytes:,} bytes", "Raise COPYDESK_MAX_BYTES if it is right.")
    return data


def being_written(seed: SeedFile) -> HeldError:
    """What is said of a raw file that is another by the time it has been read, of which half may be there."""
    return HeldError(seed.name, "is being written", "Wait until it is whole, and run this again.")


def refuse_another(seed: SeedFile, data: bytes, sha: str) -> None:
    """Raise HeldError for bytes whose digest is not the one the seed had when this run first read it. Otherwise the
    story of one file would be remembered as that of another."""
    if sha256(data) != sha:
        raise being_written(seed)


def overrides_path(seed: SeedFile) -> Path:
    """Where the curator's word on a seed stands: ``harbor.html.toml`` if it is there, else ``harbor.toml``."""
    exact = seed.path.with_name(f"{seed.path.name}.toml")
    return exact if os.path.exists(exact) else seed.path.with_suffix(".toml")  # which raises nothing for a long name


def seed_overrides(seed: SeedFile, folder: str) -> Overrides:
    """The curator's word on a seed of ``folder``. Raises SettingsError naming the overrides file."""
    return read_overrides(_own(overrides_path(seed), seed, folder), _overrides_name(seed, folder))


def overrides_bytes(seed: SeedFile, folder: str) -> bytes:
    """The bytes of a seed's overrides, none where there are no overrides. Raises SettingsError naming the file."""
    path = _own(overrides_path(seed), seed, folder)
    try:
        return path.read_bytes() if os.path.exists(path) else b""
    except OSError as error:
        name = _overrides_name(seed, folder)
        raise SettingsError(name, f"cannot be read ({error.strerror})", "Check the file.") from error


def _own(path: Path, seed: SeedFile, folder: str) -> Path:
    """The path, if nothing or an ordinary file stands there. Where a link leads is no curator's word on a seed, and a
    pipe would keep us waiting."""
    if os.path.lexists(path) and not stat.S_ISREG(path.lstat().st_mode):
        raise SettingsError(_overrides_name(seed, folder), "is no ordinary file", "Put the file itself there.")
    return path


def _overrides_name(seed: SeedFile, folder: str) -> str:
    """The overrides file as the curator knows it: "seeds/harbor.toml"."""
    return PurePosixPath(folder, seed.name).with_name(_utf8(overrides_path(seed).name)).as_posix()


def sha256(data: bytes) -> str:
    """The digest of a raw file, lower-case hex."""
    return hashlib.sha256(data).hexdigest()
