"""Ctrl-C and a polite kill: one line, the exit code of the signal, and everything as it was."""

from __future__ import annotations

import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from torture.desk import BUILD, NORMALIZE, start, tree
from torture.prepared import LEFTOVERS, REGISTERS, Prepared, Tree, chance, prepare, stories, whole
from torture.progress import Work, landed
from torture.table import Experiment, Row, Scale

ROUNDS = {Scale.SLICE: 1, Scale.WHOLE: 20}
"""How often each signal is sent to each command."""


def to_end(scale: Scale, folder: Path) -> Row:
    """Ask a build, and normalizing alone, to end at random moments."""
    prepared = prepare()
    before, dice = tree(prepared.pristine / "content"), chance("asked")
    seen: Counter[str] = Counter()
    lost: list[str] = []
    for command in (BUILD, NORMALIZE):
        for number in (signal.SIGINT, signal.SIGTERM):
            for _ in range(ROUNDS[scale]):
                until = dice.random() * whole(command)
                running = start(prepared.renew(), command)
                running.answers(signal.SIGTERM)
                reached = Work(running).reach(until)
                running.kill(number)
                code, printed = running.ended()
                seen[how(code, reached=reached)] += 1
                lost += wrong(prepared, before, code, printed, 128 + number)
    ends = ", ".join(f"{count} {end}" for end, count in sorted(seen.items()))
    return Row(sum(seen.values()), tuple(lost), f"{landed(seen)}; {ends}")


def how(code: int, *, reached: bool) -> str:
    """How a run ended that was asked to: one that had only to say so any more ends as ever."""
    if code not in (0, 3):
        return f"ended with {code}"
    return "were done when asked" if reached else "ended before"


def wrong(prepared: Prepared, before: Tree, code: int, printed: str, wanted: int) -> Iterator[str]:
    """What is not as it should be after a run was asked to end."""
    yield from prepared.lost()
    now = tree(prepared.site / "content")
    if code not in (0, 3):
        said = [line for line in printed.splitlines() if "interrupted" in line]
        if code != wanted or len(said) != 1 or "Traceback" in printed:
            yield f"ended with {code}, not {wanted}: {printed[-300:]}"
        if prepared.served() != "old":
            yield "it says that it was interrupted, and the site is new"
        if stories(now) not in (stories(before), stories(prepared.content)):
            yield "some stories are new and some are old"
        if any(now.get(name) != before.get(name) for name in REGISTERS):
            yield "a register is new and the site old"
    left = [path.name for pattern in LEFTOVERS for path in prepared.site.glob(pattern)]
    if left:
        yield f"it leaves {left}"


EXPERIMENTS = (Experiment("crash: Ctrl-C and SIGTERM at random moments", to_end, minutes=2),)
