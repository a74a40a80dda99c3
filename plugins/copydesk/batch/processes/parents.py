"""A process that helps another ends with it, however that one ends.

Killed with -9, a process asks nobody to stop, and a worker that waits for its next task would wait for ever: of the
pipe it listens to it holds the other end too (`concurrent.futures`), so that no end of it is ever seen. And a server
that forks workers stays as long as one of them does.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from multiprocessing.process import BaseProcess


def follow_parent() -> None:
    """From now on this process, where another started it through `multiprocessing`, ends as soon as that one is gone:
    nobody is left to take what it makes."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_after, args=(parent,), daemon=True).start()


def _end_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)
