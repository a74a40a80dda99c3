"""Nothing takes without bound: hostile texts of any size end or are held, in bounded memory; no expression is slow."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from copydesk import languages
from copydesk.batch.processes.fences import PER_BYTE, Fence, renew
from copydesk.batch.processes.workers import Loss, Work, alone, in_order
from copydesk.batch.seeds import cleaning
from copydesk.batch.seeds.cleaning import Task
from copydesk.model import House, Limits, Overrides, RawDocument

from torture.generators import documents
from torture.patterns import Used, attacks, used_patterns, written_patterns
from torture.patterns_made import MAKING, readings
from torture.poison import ADVICE
from torture.table import Experiment, Row, Scale

SIZES = {Scale.SLICE: (2_000,), Scale.WHOLE: (5_000, 50_000, 500_000)}
MEMORY = 100_000_000
"""Bytes a worker may take beside 20 for each of the file's, beyond what it has when it is idle; the model of languages
is among them."""
PATIENT = 3
"""Seconds for one attack on an expression: a linear one takes milliseconds, a quadratic one half a minute."""
DOCUMENTS = {Scale.SLICE: slice(None, None, 12), Scale.WHOLE: slice(None)}
MADE = {Scale.SLICE: slice(0, 40, 5), Scale.WHOLE: slice(None)}
"""The files that are cleaned to see which expressions functions make."""


@dataclass(frozen=True)
class Trial:
    """A hostile file, by name, and what came of cleaning it: what is wrong, if anything."""

    name: str
    task: Task


def ends(trial: Trial) -> str | None:
    """What is wrong with how the file was cleaned: held without advice, or too much memory taken."""
    model = _model()
    _forget_peak()
    before = _status("VmRSS")
    cleaned = cleaning.clean(trial.task)
    taken = _status("VmHWM") - before + model
    if cleaned.fault or (cleaned.reason is not None and not ADVICE.search(cleaned.reason)):
        return f"{trial.name}: {cleaned.reason}"
    allowed = MEMORY + PER_BYTE * len(trial.task.raw.data)
    return f"{trial.name}: took {taken:,} bytes of {allowed:,}" if taken > allowed else None


@cache
def _model() -> int:
    """Bytes of memory that the model of languages takes, loaded once in a worker: they count for every file."""
    before = _status("VmRSS")
    languages._identifier()
    return _status("VmRSS") - before


def stopped(trial: Trial, loss: Loss) -> str | None:
    """A file whose process was stopped is held, which is right, unless it crashed."""
    return f"{trial.name}: crashed" if loss == "crash" else None


def fence(trial: Trial) -> Fence:
    """What the task may take; the language model comes on top."""
    return cleaning.fence(trial.task)


def _forget_peak() -> None:
    clearing = Path("/proc/self/clear_refs")
    if clearing.exists():
        clearing.write_text("5")


def _status(name: str) -> int:
    """A figure of this process in bytes, 0 where the system does not tell."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(name)), 0)


def sizes(scale: Scale) -> tuple[int, ...]:
    """How many pieces the texts have; ``TORTURE_SIZES="50000 500000"`` chooses others for a whole run."""
    chosen = os.environ.get("TORTURE_SIZES", "").split() if scale is Scale.WHOLE else ()
    return tuple(map(int, chosen)) or SIZES[scale]


def trials(scale: Scale) -> Iterator[Trial]:
    """Every generator at every size, each text made as its turn comes; in a slice each twelfth."""
    for size in sizes(scale):
        for what, (file, make) in list(documents().items())[DOCUMENTS[scale]]:
            raw = RawDocument(file, make(size).encode("utf-8", "surrogatepass"))
            yield Trial(f"{what} × {size:,}", Task(raw, House(), Overrides(), Limits()))


def hostile_texts(scale: Scale, _: Path) -> Row:
    """Each cleaned in a worker with the limits of the defaults."""
    found = list(in_order(Work(ends, stopped, fence), trials(scale)))
    return Row(len(found), tuple(filter(None, found)), f"sizes {', '.join(f'{size:,}' for size in sizes(scale))}")


def withstands(used: Used) -> str | None:
    """Nothing, if every attack ends."""
    pattern = re.compile(used.source, used.flags)
    for text in attacks(used):
        attack = text if isinstance(used.source, str) else text.encode("latin-1", "replace")
        for method in used.methods:
            renew(PATIENT)
            getattr(pattern, method)(attack)
    return None


def slow(used: Used, loss: Loss) -> str | None:
    """An expression that an attack of 60,000 letters keeps busy for seconds."""
    return f"{used.place}: {used.source!r} ({loss})"


def patient(_: Used) -> Fence:
    """Room for all attacks on a busy machine; each renews its own."""
    return Fence(10 * PATIENT, 500_000_000)


EXPRESSIONS = Work(withstands, slow, patient)
QUADRATIC = Used("a control", r"\s*,", 0, ("search",))
"""What must be found slow, or the run is void."""


def expressions(scale: Scale, _: Path) -> Row:
    """Every regular expression of the package, attacked with strings made from itself: those that modules hold, those
    that functions write out, and those that they make as they go."""
    made = alone(MAKING, tuple(readings())[MADE[scale]])
    used = list({(each.source, each.flags): each for each in (*made, *written_patterns(), *used_patterns())}.values())
    chosen = used if scale is Scale.WHOLE else used[::25]
    control, *found = in_order(EXPRESSIONS, [QUADRATIC, *chosen])
    void = "" if control and made else "a quadratic expression was not found slow, or no function makes any"
    told = f"{len(made)} of them made by functions as they go; a quadratic expression is found slow"
    return Row(len(chosen), tuple(filter(None, found)), told, void)


EXPERIMENTS = (
    Experiment("hostile texts end or are held, in bounded memory", hostile_texts, minutes=25),
    Experiment("regular expressions against attacks of 60,000 letters", expressions, minutes=3),
)
