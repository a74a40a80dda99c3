"""Standard input and output that cannot stop the program: handles that were closed before it began (by whoever starts
it from a program without a terminal), a pipe that nobody reads any more (``make html | head -1``), a full disk."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from io import BufferedWriter, FileIO, TextIOWrapper
from typing import Any, Final

NAMES: Final = ("stdin", "stdout", "stderr")
"""The names in `sys` of the handles 0, 1 and 2."""


class LastingFile(FileIO):
    """A file to write to that never raises: what it cannot take is dropped, and the first ``fault`` kept."""

    def __init__(self, handle: int) -> None:
        super().__init__(handle, "w", closefd=False)
        self.fault: OSError | None = None

    def write(self, data: Any, /) -> int:
        """Write ``data``, or drop it. Returns its size in bytes either way."""
        size = memoryview(data).nbytes
        if self.fault is None:
            try:
                return super().write(data)
            except OSError as error:
                self.fault = error
        return size


def open_missing() -> None:
    """Open the null device for each of the three handles that is closed. Otherwise the next file that is opened, the
    lock of a site perhaps, becomes standard output."""
    for handle, name in enumerate(NAMES):
        try:
            os.fstat(handle)
        except OSError:
            with suppress(OSError):
                os.open(os.devnull, os.O_RDWR)  # the lowest that is free, which is this one
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "r+", encoding="utf-8"))  # noqa: SIM115  # as long as the program


def outlast_faults() -> tuple[LastingFile, ...]:
    """From here on no fault of standard output or error stops the program. Returns the files that keep the faults."""
    return tuple(file for name in NAMES[1:] if (file := _lasting(name)))


def _lasting(name: str) -> LastingFile | None:
    stream = getattr(sys, name)
    if not isinstance(stream, TextIOWrapper):  # a test's
        return None
    stream.flush()
    file = LastingFile(stream.fileno())
    writer, by_line = BufferedWriter(file), stream.line_buffering
    setattr(sys, name, TextIOWrapper(writer, stream.encoding, stream.errors, line_buffering=by_line))
    return file


def fault_of(files: tuple[LastingFile, ...]) -> str | None:
    """Why not all could be written; ``None`` where all was, or where the reader has closed the pipe."""
    faults = (file.fault for file in files)
    return next((str(fault.strerror) for fault in faults if fault and not isinstance(fault, BrokenPipeError)), None)
