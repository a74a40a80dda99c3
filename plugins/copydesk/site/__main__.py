"""``python -m copydesk.site``: Pelican's own command, which answers Ctrl-C from its first moment.

Importing Pelican and all that a build needs takes longer than a small build, and Pelican, asked to end, says so with
the exit code of success.
"""

from __future__ import annotations

import sys
from typing import NoReturn

from copydesk import interrupts


def reply(number: int) -> NoReturn:
    """The answer until the plugin gives its own."""
    sys.stderr.write("copydesk: interrupted. Everything was left as it was.\n")
    raise SystemExit(128 + number)


def main() -> None:
    """Run Pelican with the arguments of the command line."""
    interrupts.answer(reply)
    from pelican import main as pelican

    pelican()
    interrupts.ignore()  # the interpreter has only to end


if __name__ == "__main__":
    main()
