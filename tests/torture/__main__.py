"""`make torture`: run every experiment whole and print the table; exit 1 where one does not hold.

Words behind it (`python -m torture crash disk`) choose the experiments with one of them in their name.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from torture.table import Experiment, Row, Scale, experiments, table


def main(words: list[str]) -> int:
    """Print the table, then what got through or was lost."""
    chosen = [each for each in experiments() if not words or any(word in each.name for word in words)]
    done: list[tuple[Experiment, Row]] = []
    minutes = sum(each.minutes for each in chosen)
    print(
        f"experiments: {len(chosen)}, which take about {minutes:,} minutes of processor time",
        file=sys.stderr,
        flush=True,
    )
    for line in table(_run(chosen, done)):
        print(line, flush=True)
    for experiment, row in done:
        for lost in row.lost:
            print(f"{experiment.name}: {lost}", file=sys.stderr)
    return 0 if all(row.holds for _, row in done) else 1


def _run(chosen: Iterable[Experiment], done: list[tuple[Experiment, Row]]) -> Iterator[tuple[Experiment, Row]]:
    for experiment in chosen:
        with tempfile.TemporaryDirectory(prefix="torture-") as folder:
            began = time.monotonic()
            done.append((experiment, experiment.run(Scale.WHOLE, Path(folder))))
            print(f"{experiment.name}: {time.monotonic() - began:,.0f} seconds", file=sys.stderr, flush=True)
        yield done[-1]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
