"""A process that helps another ends with it, however that one ends.

A process killed with -9 asks nobody to stop. A worker that waits for its next task would then wait for ever: it holds
the other end of the pipe it listens to as well (`concurrent.futures`), so it never sees the pipe end. And a server that
forks workers stays as long as one of them does.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from multiprocessing.process import BaseProcess


def follow_parent() -> None:
    """Have this process end as soon as the one that started it through `multiprocessing` is gone: nobody is left to
    take its results."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
