"""One run at a time over one site: the lock that the system releases even when a run is killed."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from copydesk.batch.files import HALF
from copydesk.errors import LockedError
from copydesk.settings import Settings

FILES = (".json", ".jsonl", ".bin")
"""How the names of files end that a run keeps in the state folder."""


@contextmanager
def hold(settings: Settings) -> Iterator[None]:
    """Hold the site's lock, which one process may take again inside. Raises LockedError where another has it."""
    settings.state.mkdir(parents=True, exist_ok=True)
    path = settings.state / "lock"
    if path.is_symlink():  # it would be refused for ever
        path.unlink()
    elif path.is_dir():
        shutil.rmtree(path)
    lock = FileLock(path, timeout=0, is_singleton=True)
    try:
        lock.acquire()
    except Timeout:
        raise LockedError(str(path), "another build is at work", "Wait for it to end and try again.") from None
    try:
        take_out_strangers(settings.state)
        yield
    finally:
        lock.release()


def take_out_strangers(state: Path) -> None:
    """Remove from the state folder what no run of ours puts there, and what a killed run has half written.

    That is everything but files and folders (a link that came with a cache would have us write to another place, and a
    pipe would keep us waiting), and folders that stand under the names of files.
    """
    with os.scandir(state) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                if entry.name.removesuffix(HALF).endswith(FILES):
                    shutil.rmtree(entry.path)
            elif not entry.is_file(follow_symlinks=False) or entry.name.endswith(HALF):
                os.unlink(entry.path)
