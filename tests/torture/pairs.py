"""Two runs at once on one site: never a mixed site; the second waits, or says that one is at work and ends with 75."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from torture.desk import BUILD, NORMALIZE, start, tree
from torture.prepared import REGISTERS, Prepared, Tree, chance, prepare, stories, whole
from torture.progress import Work
from torture.table import Experiment, Row, Scale

PAIRS = {Scale.SLICE: 2, Scale.WHOLE: 50}

SECONDS = (BUILD, NORMALIZE, BUILD)
"""What the second run of each pair is, in turns; the first is a build."""


def two_at_once(scale: Scale, folder: Path) -> Row:
    """Begin a second run at a random moment of the first."""
    prepared = prepare()
    dice = chance("pairs")
    seen: Counter[str] = Counter()
    lost: list[str] = []
    for number in range(PAIRS[scale]):
        until = dice.random() * whole()
        first = start(prepared.renew())
        Work(first).reach(until)
        what = SECONDS[number % len(SECONDS)]
        second = start(prepared.site, what)
        ends = [first.ended(), second.ended()]
        codes = [code for code, _ in ends]
        seen[f"ended with {codes[0]} and {codes[1]}"] += 1
        for code, printed in ends:
            if (
                code not in (0, 3, 75)
                or (code == 75) != ("another build is at work" in printed)
                or "Traceback" in printed
            ):
                lost.append(f"pair {number}: ended with {code}: {printed[-300:]}")
        done = {command for command, code in zip((BUILD, what), codes, strict=True) if code in (0, 3)}
        if not done or (prepared.served(), tree(prepared.site / "content")) != left(prepared, done):
            lost.append(f"pair {number}: ended with {codes}, and the {prepared.served()} site is served")
    void = "" if scale is Scale.SLICE or any("75" in how for how in seen) else "no two runs ever met"
    return Row(PAIRS[scale], tuple(lost), ", ".join(f"{count} {how}" for how, count in sorted(seen.items())), void)


def left(prepared: Prepared, done: set[tuple[str, ...]]) -> tuple[str, Tree]:
    """The site that is served and the content, where these commands, at least one, went to their end. Normalizing
    alone leaves the old site, and what a build writes of it."""
    if BUILD in done:
        return "new", prepared.content
    before = tree(prepared.pristine / "content")
    kept = {name: before[name] for name in REGISTERS if name in before}
    return "old", stories(prepared.content) | kept


EXPERIMENTS = (Experiment("pairs: two runs at once", two_at_once),)
