"""How a build ends: what it tells the editor, and what stops it, in one line and not in a traceback."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from typing import Any, NoReturn

from copydesk import interrupts
from copydesk.errors import CopydeskError, LockedError
from copydesk.site.stage import grounds
from copydesk.text import one_line

EXIT_FAULT, EXIT_LOCKED = 1, 75
"""The program's exit codes: something went wrong; another run is at work (EX_TEMPFAIL of sysexits.h)."""


@contextmanager
def faults_named(pelican: Any) -> Iterator[None]:
    """End the program with one line about what stopped it, in place of a traceback: a fault the editor can mend, or a
    disk that is full or not ours to write to. The site in place stays as it is."""
    try:
        yield
    except CopydeskError as error:
        stop(pelican, str(error), EXIT_LOCKED if isinstance(error, LockedError) else EXIT_FAULT)
    except OSError as error:
        stop(pelican, f"{error.filename or 'output'}: {error.strerror}. The site was left as it is.", EXIT_FAULT)
    except BrokenExecutor as error:  # no process could be started: too many files are open, or too many processes
        stop(pelican, f"processes: {error.__cause__ or error}. The site was left as it is.", EXIT_FAULT)


def answer_asking(pelican: Any) -> None:
    """From now on Ctrl-C, or a polite kill, ends the program with one line, and the site in place stays as it is."""

    def reply(number: int) -> NoReturn:
        stop(pelican, "interrupted. The site was left as it is.", 128 + number)

    before = interrupts.answer(reply)
    pelican.settings.setdefault(grounds.ASKING, before)


def stop(pelican: Any, message: str, code: int) -> NoReturn:
    """Print the message and end the program, leaving no half-filled stage on a disk that may be full."""
    interrupts.ignore()
    grounds.leave(pelican)
    tell(f"copydesk: {message}")
    raise SystemExit(code)


def tell(*lines: str) -> None:
    """Say something to the editor, whatever Pelican's logging lets pass. Names of files are a contributor's, and may
    hold what a terminal obeys."""
    sys.stderr.write("".join(f"{one_line(line)}\n" for line in lines))
