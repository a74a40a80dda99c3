"""What was measured, as a table of medians, with ratios taken pair by pair: of two runs next to each other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from statistics import median
from typing import Final

from bench.build.measuring import Cost

Measured = Mapping[str, Mapping[str, Sequence[Cost]]]
"""State → generator → what each of its turns cost; ours comes first, and turn n of one stands beside turn n of all."""

RATIOS: Final[Mapping[str, Callable[[Cost], float]]] = {
    "wall ÷": lambda cost: cost.wall,
    "CPU ÷": lambda cost: cost.cpu,
    "memory ÷": lambda cost: cost.memory,
}


def table(measured: Measured) -> Iterator[str]:
    """The lines of a Markdown table. ``a ÷`` is the first generator's figure by that of the row."""
    yield "| state | generator | wall s | (from – to) | CPU s | memory MB | written | of | " + " | ".join(RATIOS) + " |"
    yield "|" + " --- |" * (8 + len(RATIOS))
    for state, rows in measured.items():
        ours = next(iter(rows.values()))
        for name, costs in rows.items():
            cells = (state, name, *_figures(costs), *_ratios(ours, costs))
            yield "| " + " | ".join(cells) + " |"


def _figures(costs: Sequence[Cost]) -> Iterator[str]:
    walls = [cost.wall for cost in costs]
    yield f"{median(walls):.2f}"
    yield f"{min(walls):.2f} – {max(walls):.2f}"
    yield f"{median(cost.cpu for cost in costs):.2f}"
    yield f"{median(cost.memory for cost in costs):.0f}"
    yield f"{median(cost.written for cost in costs):.0f}"
    yield f"{costs[-1].files}"


def _ratios(ours: Sequence[Cost], theirs: Sequence[Cost]) -> Iterator[str]:
    for read in RATIOS.values() if theirs is not ours else ():
        yield f"{median(read(one) / read(other) for one, other in zip(ours, theirs, strict=True)):.2f}"
    if theirs is ours:
        yield from ("" for _ in RATIOS)
