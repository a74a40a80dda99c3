"""One run at a time over one site: the lock that the system releases even when a run is killed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from filelock import FileLock, Timeout

from copydesk.errors import LockedError
from copydesk.settings import Settings


@contextmanager
def hold(settings: Settings) -> Iterator[None]:
    """Hold the site's lock, which one process may take again inside. Raises LockedError where another has it."""
    settings.state.mkdir(parents=True, exist_ok=True)
    path = settings.state / "lock"
    lock = FileLock(path, timeout=0, is_singleton=True)
    try:
        lock.acquire()
    except Timeout:
        raise LockedError(str(path), "another build is at work", "Wait for it to end and try again.") from None
    try:
        yield
    finally:
        lock.release()
