"""A slice of every experiment of `make torture`."""

from __future__ import annotations

from pathlib import Path

import pytest

from torture.table import Experiment, Row, Scale, experiments, table

SLICES = [
    pytest.param(experiment, id=experiment.name, marks=[getattr(pytest.mark, need) for need in experiment.needs])
    for experiment in experiments()
]


@pytest.mark.parametrize("experiment", SLICES)
def test_nothing_gets_through_and_nothing_is_lost(experiment: Experiment, tmp_path: Path) -> None:
    row = experiment.run(Scale.SLICE, tmp_path)
    assert not row.void
    assert not row.lost
    assert row.holds


def test_a_run_that_tried_nothing_or_whose_control_failed_does_not_hold() -> None:
    assert not Row(0).holds
    assert not Row(3, void="no vector fired in a bare page").holds
    assert not Row(3, lost=("the ledger",)).holds
    assert Row(3).holds


def test_the_table_says_what_was_tried() -> None:
    pairs = Experiment("two builds at once", lambda _scale, _folder: Row(0))
    lines = list(table([(pairs, Row(50, ("a page",), "both ended"))]))
    assert lines[-1] == "| two builds at once | 50 | 1 | both ended |"
