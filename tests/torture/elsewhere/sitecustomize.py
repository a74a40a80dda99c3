"""Put before a run by ``PYTHONPATH``: another time, another order of directories, another number of cores.

TORTURE_DAYS     days by which the clock is wrong
TORTURE_LEAPS    a seed: the clock jumps by up to 400 days, back or ahead, every 20 ms
TORTURE_SHUFFLE  a seed: folders are listed in an order of chance
TORTURE_CORES    cores that this process and its workers may use
"""

import os
import random
from datetime import UTC, datetime, timedelta

DAYS = os.environ.get("TORTURE_DAYS")
LEAPS = os.environ.get("TORTURE_LEAPS")
SHUFFLE = os.environ.get("TORTURE_SHUFFLE")
CORES = os.environ.get("TORTURE_CORES")


class Listing:
    """What `os.scandir` returns, in another order."""

    def __init__(self, entries):
        self._entries = iter(entries)

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        """Nothing is open any more."""


def shuffled(entries):
    """The entries in the order that chance gives this folder."""
    entries = list(entries)
    random.Random(f"{SHUFFLE} {len(entries)}").shuffle(entries)
    return entries


if SHUFFLE:
    scandir, listdir = os.scandir, os.listdir

    def scan(path=".", scandir=scandir):
        with scandir(path) as entries:
            return Listing(shuffled(entries))

    os.scandir = scan
    os.listdir = lambda path=".": shuffled(listdir(path))

if CORES and hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: int(CORES)])

if DAYS:
    import time_machine

    time_machine.travel(datetime.now(UTC) + timedelta(days=int(DAYS)), tick=True).start()

if LEAPS:
    import threading

    import time_machine

    def leap(clock, dice, over):
        """Set the clock, again and again."""
        day = 0
        while not over.wait(0.02):
            other = dice.randint(-400, 400)
            clock.shift(timedelta(days=other - day))
            day = other

    clock = time_machine.travel(datetime.now(UTC), tick=True).start()
    threading.Thread(target=leap, args=(clock, random.Random(LEAPS), threading.Event()), daemon=True).start()
