"""Running a harness for so many seconds of processor time, and keeping what it finds."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, seed, settings

from fuzz.harnesses import Harness

FOUND = Path(__file__).parent / "found"
ROUND = 200
"""Inputs of one round, after which the time is looked at."""


def found(harness: Harness) -> Iterator[Path]:
    """The inputs that once made it fall over."""
    return iter(sorted((FOUND / harness.name).glob("*")))


def tried(harness: Harness, seconds: float) -> tuple[int, Path | None]:
    """How many inputs were tried in that much processor time, and where the one that fell over was kept."""
    began, inputs = time.process_time(), 0
    for number in count():
        if time.process_time() - began > seconds:
            return inputs, None
        if (kept := one_round(harness, number, ROUND)) is not None:
            return inputs, kept
        inputs += ROUND
    raise AssertionError


def one_round(harness: Harness, number: int, inputs: int) -> Path | None:
    """One round, the same for the same number. The smallest input that falls over is kept."""
    last: list[bytes] = []

    @seed(number)
    @settings(
        max_examples=inputs,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(harness.inputs)
    def attempt(data: bytes) -> None:
        last[:] = [data]
        harness.check(data)

    try:
        attempt()
    except Exception as error:  # noqa: BLE001  # whatever it is, it is what was looked for
        return _kept(harness, last[0], error)
    return None


def _kept(harness: Harness, data: bytes, error: Exception) -> Path:
    path = FOUND / harness.name / hashlib.sha256(data).hexdigest()[:16]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    print(f"{harness.name}: {type(error).__name__}: {str(error)[:300]}\n  {data[:200]!r}", flush=True)
    return path
