"""Two folders change places in one step, where the system can do that.

Linux has ``renameat2`` with ``RENAME_EXCHANGE`` (man 2 rename), macOS ``renamex_np`` with ``RENAME_SWAP``. Python
offers neither, so they are called through the C library.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2
RENAME_SWAP = 2

CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM})
"""What a kernel or a file system answers that does not know how to exchange."""


def exchange(one: Path, other: Path) -> bool:
    """Let the two folders change places; False where this system cannot. Raises OSError for any other failure."""
    if sys.platform == "linux":
        return _call("renameat2", AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    if sys.platform == "darwin":
        return _call("renamex_np", os.fsencode(one), os.fsencode(other), RENAME_SWAP)
    return False


def _call(name: str, *arguments: int | bytes) -> bool:
    """Whether the C library's function exists and succeeded."""
    function = getattr(ctypes.CDLL(None, use_errno=True), name, None)
    if function is None:
        return False
    if function(*arguments) == 0:
        return True
    code = ctypes.get_errno()
    if code in CANNOT:
        return False
    raise OSError(code, os.strerror(code))


def flush(folder: Path) -> None:
    """Have everything written so far reach the disk before ``folder`` replaces another: once for the whole file system
    (``syncfs``), since a call per file costs seconds on a large site."""
    if sys.platform != "linux":
        os.sync() if hasattr(os, "sync") else None
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        _call("syncfs", handle)
    finally:
        os.close(handle)


def flushing(folder: Path) -> Future[None]:
    """The same in a thread of its own, while more is written: what is left at the end, when nothing else can be done
    meanwhile, is then little. What comes of it must be asked for: the system tells a fault of the disk only once."""
    thread = ThreadPoolExecutor(1)
    begun = thread.submit(flush, folder)
    thread.shutdown(wait=False)
    return begun
