"""A slice of `make fuzz`: what was once found, and the first inputs of each harness."""

from __future__ import annotations

import pytest

from fuzz.harnesses import HARNESSES, Harness
from fuzz.running import found, one_round


@pytest.mark.parametrize("harness", HARNESSES, ids=lambda harness: harness.name)
def test_what_was_once_found_holds(harness: Harness) -> None:
    for path in found(harness):
        harness.check(path.read_bytes())


@pytest.mark.parametrize("harness", HARNESSES, ids=lambda harness: harness.name)
def test_the_first_inputs_hold(harness: Harness) -> None:
    assert one_round(harness, 0, 40) is None


def test_a_harness_that_falls_over_is_seen_and_its_input_kept(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr("fuzz.running.FOUND", tmp_path)

    def refuse(data: bytes) -> None:
        assert b"a" not in data

    broken = Harness("broken", HARNESSES[0].inputs, refuse)
    kept = one_round(broken, 0, 2000)
    assert kept is not None and b"a" in kept.read_bytes()
