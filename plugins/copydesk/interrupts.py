"""Ctrl-C and a polite kill (SIGTERM): answered at once and in one line, but never between steps that belong together.

Both are answered wherever the program happens to be, by raising what nothing of ours or of Pelican's catches by
accident. Only the main thread can be asked; in any other the answer stays what it was.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, NoReturn

ASKING = (signal.SIGINT, signal.SIGTERM)
"""The signals that ask a program to end."""

Handlers = Mapping[signal.Signals, Any]
"""What answers each signal, as `signal.getsignal` tells it."""


class Interrupted(KeyboardInterrupt):
    """Someone asked the program to end. ``code`` is its exit code: 128 and the signal's number, as shells have it."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self.code = 128 + number


def raise_interrupted(number: int) -> NoReturn:
    """The plainest answer."""
    raise Interrupted(number)


class Answer:
    """An answer of ours. A forked child, which has nothing to tell or to clean up, ends in silence."""

    def __init__(self, reply: Callable[[int], NoReturn]) -> None:
        self._reply = reply
        self._parent = os.getpid()

    def __call__(self, number: int, _frame: object) -> None:
        if os.getpid() != self._parent:
            os._exit(128 + number)
        ignore()  # one answer is enough
        self._reply(number)


def answer(reply: Callable[[int], NoReturn]) -> Handlers:
    """Let ``reply`` answer from now on; what answered before, for `restore`."""
    return restore(dict.fromkeys(ASKING, Answer(reply)))


def ignore() -> Handlers:
    """Let nothing answer from now on; what answered before."""
    return restore(dict.fromkeys(ASKING, signal.SIG_IGN))


def restore(handlers: Handlers) -> Handlers:
    """Let these answer from now on; what answered before."""
    if threading.current_thread() is not threading.main_thread():
        return {}
    return {number: signal.signal(number, handler) for number, handler in handlers.items()}


def conclude(handlers: Handlers) -> None:
    """Let these answer again, now that all is done. An answer of ours among them, which would say that nothing was, is
    none any more."""
    restore({number: signal.SIG_IGN if isinstance(each, Answer) else each for number, each in handlers.items()})


@contextmanager
def unheeded() -> Iterator[None]:
    """Steps so short that nobody who asks in their midst waits for them, after which what was asked no longer matters:
    all of it has happened."""
    before = ignore()
    try:
        yield
    finally:
        restore(before)


@contextmanager
def deferred() -> Iterator[None]:
    """A step that is whole or not begun: who asks in its midst is answered at its end."""
    asked: list[int] = []
    before = restore(dict.fromkeys(ASKING, lambda number, _frame: asked.append(number)))
    try:
        yield
    finally:
        restore(before)
        if asked:
            signal.raise_signal(asked[0])
