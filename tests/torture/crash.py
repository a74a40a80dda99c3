"""kill -9: the served site is wholly the old or wholly the new one, no hand edit and no GUID is lost, and the next
build succeeds without help and gives what a clean one gives."""

from __future__ import annotations

import signal
from collections import Counter
from pathlib import Path

from torture.desk import run, start
from torture.prepared import Prepared, calls, chance, environment, injected, prepare, spread, whole
from torture.progress import Work, helping, landed
from torture.table import Experiment, Row, Scale

MOMENTS = {Scale.SLICE: 2, Scale.WHOLE: 200}
"""Random moments at which a build is killed."""

PER_KIND = {Scale.SLICE: 1, Scale.WHOLE: 1_000}
"""Calls of each kind at which it is killed, at most: whole, every one, of which there are some hundred."""

WORKERS = {Scale.SLICE: 1, Scale.WHOLE: 100}
"""Random moments at which a process that helps is killed."""

HANDS = ("", "1", "1")
"""Two of three builds have their pages rendered by workers, as large ones have."""

SLICE_KINDS = ("rename", "exchange", "create")


def at_random_moments(scale: Scale, folder: Path) -> Row:
    """Kill the build from outside; every second time with all its workers, else alone, so that they outlive it. When,
    is told by how much of its work is done."""
    prepared = prepare()
    dice = chance("moments")
    seen: Counter[str] = Counter()
    lost: list[str] = []
    for number in range(MOMENTS[scale]):
        hands = HANDS[number % len(HANDS)]
        until = dice.random() * whole(hands=hands)
        running = start(prepared.renew(), environment=environment(hands))
        Work(running).reach(until)
        running.kill(group=bool(number % 2))
        code, _ = running.ended()
        seen["ended before" if code != -signal.SIGKILL else prepared.served()] += 1
        faults = (*prepared.lost(), *prepared.unmended(), running.left())
        lost += [f"moment {number}: {fault}" for fault in faults if fault]
    return Row(MOMENTS[scale], tuple(lost), f"{landed(seen)}; {told(seen, prepared)}")


def after_each_kind_of_call(scale: Scale, folder: Path) -> Row:
    """The build kills itself at chosen calls of each kind."""
    prepared = prepare()
    places = [
        (kind, at)
        for kind, total in calls().items()
        if scale is Scale.WHOLE or kind in SLICE_KINDS
        for at in spread(total, PER_KIND[scale])
    ]
    seen: Counter[str] = Counter()
    lost: list[str] = []
    for kind, at in places:
        code, _ = run(prepared.renew(), environment=injected(prepared.site, kind, at, "kill"))
        seen["ended before" if code != -signal.SIGKILL else prepared.served()] += 1
        lost += [f"{kind} {at}: {fault}" for fault in (*prepared.lost(), *prepared.unmended())]
    void = "" if seen["old"] else "no build was killed in its midst"
    counted = f"{len({kind for kind, _ in places})} kinds of call, {len(places)} of {sum(calls().values())} calls"
    return Row(len(places), tuple(lost), f"{counted}; {told(seen, prepared)}", void)


def of_one_worker(scale: Scale, folder: Path) -> Row:
    """One of the workers that the build has started, or the server that forks them, is killed, the first time as soon
    as there is one, then at random moments of their work: the build goes on as if nothing were."""
    prepared = prepare()
    dice = chance("workers")
    seen: Counter[str] = Counter()
    lost: list[str] = []
    for number in range(WORKERS[scale]):
        hands = HANDS[number % len(HANDS)]
        until = dice.random() * whole(hands=hands, whose=helping) if number else 0
        running = start(prepared.renew(), environment=environment(hands))
        Work(running, helping).reach(until)
        seen[running.kill_one(dice)] += 1
        code, printed = running.ended()
        ended = f"it ends with {code}, the {prepared.served()} site is served: {printed[-300:]}"
        right = not code and prepared.served() == "new"
        faults = ("" if right else ended, *prepared.lost(), *prepared.unmended(), running.left())
        lost += [f"moment {number}: {fault}" for fault in faults if fault]
    void = "" if sum(seen.values()) > seen["none"] else "no process was killed"
    return Row(WORKERS[scale], tuple(lost), f"{landed(seen)}; {told(seen, prepared)}", void)


def told(seen: Counter[str], prepared: Prepared) -> str:
    """What was served when, and that a mixed site is known when there is one."""
    counted = ", ".join(f"{count} {name}" for name, count in sorted(seen.items()))
    return f"{counted}; {mixed(prepared)}"


def mixed(prepared: Prepared) -> str:
    """The control: one page of the old site in the new one is told."""
    page = next(prepared.renew().joinpath("output").rglob("index.html"))
    page.write_bytes(page.read_bytes() + b" ")
    assert prepared.served() == "mixed"
    return "one changed page is told as mixed"


EXPERIMENTS = (
    Experiment("crash: kill -9 at random moments", at_random_moments, minutes=4),
    Experiment("crash: kill -9 at each kind of call", after_each_kind_of_call, minutes=13),
    Experiment("crash: kill -9 of a process that helps", of_one_worker, minutes=3),
)
