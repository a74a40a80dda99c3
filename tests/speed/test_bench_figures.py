"""The table of costs: medians, ratios of neighbours, and what a run of a program is said to have cost."""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path

import pytest

from bench.build.figures import table
from bench.build.generators import ROOT, SITES
from bench.build.measuring import Cost, RunError, measure


def cost(wall: float, cpu: float = 1.0) -> Cost:
    return Cost(wall=wall, cpu=cpu, memory=100.0, written=7, files=9)


def test_ratios_are_those_of_neighbours_not_of_medians() -> None:
    ours, theirs = [cost(1.0), cost(9.0), cost(2.0)], [cost(2.0), cost(10.0), cost(8.0)]
    *_, last = table({"cold": {"copydesk": ours, "hugo": theirs}})
    cells = [cell.strip() for cell in last.strip("|").split("|")]
    assert cells[:3] == ["cold", "hugo", "8.00"]
    assert cells[8] == "0.50"  # of 1/2, 9/10 and 2/8; the medians alone would give 2/8


def test_the_table_is_one_of_markdown() -> None:
    lines = list(table({"cold": {"copydesk": [cost(1.0)], "hugo": [cost(2.0)]}, "warm": {"copydesk": [cost(1.0)]}}))
    assert len(lines) == 2 + 3
    assert len({line.count("|") for line in lines}) == 1


WRITES = """
import pathlib, subprocess, sys
pathlib.Path("output/new.html").write_text("new")
subprocess.run([sys.executable, "-c", "sum(n * n for n in range(3_000_000))"], check=True)
"""


def test_only_what_was_written_counts_as_written(tmp_path: Path) -> None:
    (tmp_path / "output").mkdir()
    old = tmp_path / "output/old.html"
    old.write_text("old")
    os.utime(old, (1, 1))
    alone = measure([sys.executable, "-c", "pass"], tmp_path, tmp_path / "output", {})
    spent = measure([sys.executable, "-c", WRITES], tmp_path, tmp_path / "output", {})
    assert (alone.written, alone.files) == (0, 1)
    assert (spent.written, spent.files) == (1, 2)
    assert spent.cpu > alone.cpu  # the child's work counts
    assert spent.memory > 1


def test_a_program_that_fails_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="no such story"):
        measure([sys.executable, "-c", "raise SystemExit('no such story')"], tmp_path, tmp_path, {})


@pytest.mark.parametrize("name", ["comparable", "everything"])
def test_our_settings_are_those_of_the_starter_site_but_for_what_they_name(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_ROOT", str(ROOT))
    starter = {key for key in runpy.run_path(str(ROOT / "pelican.conf.py")) if key.isupper()}
    measured = runpy.run_path(str(SITES / "copydesk" / f"{name}.conf.py"))
    assert starter <= set(measured)
    assert measured["FEED_MAX_ITEMS"] == 50 and measured["DEFAULT_PAGINATION"] == 20  # as the peers have it
