"""``python -m copydesk``: the command, where its program is not on the path."""

from __future__ import annotations

from copydesk.cli import program

if __name__ == "__main__":
    program()
