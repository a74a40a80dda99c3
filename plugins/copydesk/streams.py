"""Where a program speaks, whatever it was given to speak to: handles that were closed before it began (by whoever
starts it from a program without a terminal), a pipe that nobody reads any more (``make html | head -1``), a full
disk."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import BufferedWriter, FileIO, TextIOWrapper
from typing import Any, Final

NAMES: Final = ("stdin", "stdout", "stderr")
"""By their handles."""


class Mouth(FileIO):
    """A handle to write to that never fails: what it cannot take is dropped, and the first ``fault`` kept."""

    def __init__(self, handle: int) -> None:
        super().__init__(handle, "w", closefd=False)
        self.fault: OSError | None = None

    def write(self, data: Any, /) -> int:
        """Write, or drop. All of it counts as written."""
        size = memoryview(data).nbytes
        if self.fault is None:
            try:
                return super().write(data)
            except OSError as error:
                self.fault = error
        return size


def open_missing() -> None:
    """Let the three handles of every program lead somewhere. Otherwise the next file that is opened, the lock of a site
    perhaps, becomes what the program speaks to."""
    for handle, name in enumerate(NAMES):
        try:
            os.fstat(handle)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)  # the lowest that is free, which is this one
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r+", encoding="utf-8"))  # noqa: SIM115  # as long as the program


def speak_on() -> tuple[Mouth, ...]:
    """Let nothing that cannot be said stop the program from here on. Returns what may tell why it could not."""
    return tuple(mouth for name in NAMES[1:] if (mouth := _mouth(name)))


def _mouth(name: str) -> Mouth | None:
    stream = getattr(sys, name)
    if not isinstance(stream, TextIOWrapper):  # a test's
        return None
    stream.flush()
    mouth = Mouth(stream.fileno())
    writer, by_line = BufferedWriter(mouth), stream.line_buffering
    setattr(sys, name, TextIOWrapper(writer, stream.encoding, stream.errors, line_buffering=by_line))
    return mouth


def unsaid(mouths: tuple[Mouth, ...]) -> str | None:
    """Why not all could be said; ``None`` where all was, or nobody wanted to hear more."""
    faults = (mouth.fault for mouth in mouths)
    return next((str(fault.strerror) for fault in faults if fault and not isinstance(fault, BrokenPipeError)), None)
