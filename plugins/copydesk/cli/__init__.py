"""The command ``copydesk``. It never imports Pelican; what it needs of the settings file it reads by path.

Each subcommand is a function of the parsed arguments that returns its exit code; what it needs is imported when it
runs, so that ``copydesk --help`` and a usage error cost nothing.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from typing import NoReturn

from copydesk import interrupts, streams
from copydesk.cli.arguments import parser
from copydesk.cli.exits import FAULT, INTERRUPTED, LOCKED
from copydesk.errors import CopydeskError, LockedError
from copydesk.text import one_line


def program() -> NoReturn:
    """The program ``copydesk``: what is done is done, even where someone asks it to end while it does."""
    streams.open_missing()
    interrupts.ignore()  # before and after `main`, for moments too short to wait for
    sys.exit(main())


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code; faults become one line on standard error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):  # stories are UTF-8, whatever the system's locale
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    parsed = parser().parse_args(arguments)
    before = interrupts.answer(interrupts.raise_interrupted)
    try:
        run = import_module(f"copydesk.cli.{parsed.module}").run
        code: int = run(parsed)
        sys.stdout.flush()
        interrupts.restore(before)  # here, where who asks meanwhile is still answered in one line
        return code
    except KeyboardInterrupt as error:
        print("copydesk: interrupted; nothing is half done", file=sys.stderr)  # noqa: T201
        return error.code if isinstance(error, interrupts.Interrupted) else INTERRUPTED
    except LockedError as error:
        print(f"copydesk: {one_line(str(error))}", file=sys.stderr)  # noqa: T201
        return LOCKED
    except CopydeskError as error:
        print(f"copydesk: {one_line(str(error))}", file=sys.stderr)  # noqa: T201
        return FAULT
    except BrokenPipeError:
        _close_quietly()
        return FAULT
    except OSError as error:
        where = one_line(str(error.filename or "the system"))
        print(f"copydesk: {where}: {error.strerror or error}", file=sys.stderr)  # noqa: T201
        return FAULT
    finally:
        interrupts.restore(before)


def _close_quietly() -> None:
    """Whoever read our output has gone; do not complain about it at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
