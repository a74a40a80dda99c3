"""`make fuzz`: every harness for its share of the minutes (10, or those given); exit 1 where one found something."""

from __future__ import annotations

import sys

from fuzz.harnesses import HARNESSES
from fuzz.running import tried


def main(words: list[str]) -> int:
    """Minutes of processor time, then names of harnesses (all)."""
    minutes = float(words[0]) if words else 10.0
    chosen = [harness for harness in HARNESSES if not words[1:] or harness.name in words[1:]]
    faults = 0
    for harness in chosen:
        inputs, kept = tried(harness, 60 * minutes / len(chosen))
        print(
            f"{harness.name}: {inputs:,} inputs, {f'one fell over: {kept}' if kept else 'none fell over'}", flush=True
        )
        faults += kept is not None
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
