"""``python -m copydesk.site``: Pelican's own command, which answers Ctrl-C from its first moment.

Pelican has four habits that are mended here. Importing it and all that a build needs takes longer than a small build,
and asked to end meanwhile, it says so with the exit code of success. A settings file that it cannot read is told with a
traceback of its code. So is whatever keeps it from importing a module, which a disk may at any moment: Python looks for
modules in the site's folder too. And it ends in the midst of a build where nobody reads what it prints.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from itertools import pairwise
from typing import NoReturn

from copydesk import interrupts, streams


def reply(number: int) -> NoReturn:
    """The answer until the plugin gives its own."""
    sys.stderr.write("copydesk: interrupted. Everything was left as it was.\n")
    raise SystemExit(128 + number)


def unreadable(arguments: Sequence[str]) -> str | None:
    """Why the settings file that is named cannot be read, ``None`` where it can or none is named."""
    for option, path in pairwise(arguments):
        if option in ("-s", "--settings"):
            try:
                open(path, "rb").close()
            except OSError as error:
                return f"{path}: {error.strerror}. Check the file. The site was left as it is."
    return None


def failed(error: OSError) -> str:
    """What the system has refused: where saying an error was refused too, the first one."""
    first: BaseException | None = error
    while first is not None:
        error, first = (first if isinstance(first, OSError) else error), first.__context__
    why = error.strerror or str(error)
    return f"{error.filename or 'the system'}: {why}. The build cannot go on. Check the disk, then build again."


def main() -> None:
    """Run Pelican with the arguments of the command line."""
    interrupts.answer(reply)
    streams.open_missing()
    files = streams.outlast_faults()  # the site is what a build is for, whether or not anybody listens
    if why := unreadable(sys.argv):
        sys.stderr.write(f"copydesk: {why}\n")
        raise SystemExit(1)
    try:
        from pelican import main as pelican

        pelican()
    except OSError as error:
        sys.stderr.write(f"copydesk: {failed(error)}\n")
        raise SystemExit(1) from None
    interrupts.ignore()  # the interpreter has only to end
    sys.stdout.flush()
    if lost := streams.fault_of(files):
        sys.stderr.write(f"copydesk: not all that this build said could be written ({lost}). The site is made.\n")


if __name__ == "__main__":
    main()
