"""A slice of every experiment of `make torture`."""

from __future__ import annotations

from pathlib import Path

import pytest

from torture.table import Experiment, Row, Scale, experiments, table
from torture.xss_following import BARE, MARK, standing
from torture.xss_live import OF_OURS, intruders

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


@pytest.mark.parametrize(
    ("address", "is_ours"),
    [
        ("../2025/08/a.html", True),
        ("search.html?q=a:b#c", True),
        ("", True),
        ("https://a.example/%3Cins%3E", True),
        ("mailto:a@b.example?subject=a%20b", True),
        ("%3Cins%20cite=javascript:a(1)%3E", False),
        ("%3C/ins%3E", False),
        ("https://a.example@evil.example/", False),
        ("https://a.example/@ann", True),
        ("%22x", False),
        ("javascript%3Aa(1)", False),
        (" javascript:a(1)", False),
        ("//evil.example", False),
        ("mailto:a@b.example?bcc=c@d.example", False),
        ("mailto:?subject=x", False),
    ],
)
def test_an_address_is_judged_alike_in_a_page_and_in_a_feed(address: str, is_ours: bool) -> None:
    for begins in ("",) if ":" in address[:7] else ("", OF_OURS):
        told = list(intruders([("a", {"href": begins + address})]))
        assert bool(told) != is_ours


@pytest.mark.browser
def test_an_empty_address_is_seen_as_empty_whatever_stands_beside_it() -> None:
    """In pages of many pieces it was taken for the last words of the last page: what was told changed with these."""
    piece, words = '<a href="">x</a>', "<p>javascript:alert(1)</p>"
    with standing() as (served, watch):
        served.made = {name: BARE.replace(MARK, said) for name, said in (("a", piece), ("b", words))}
        served.made["c"] = BARE.replace(MARK, piece + words).replace("<title>x", "<title>javascript:alert(2)")
        seen = watch.look(list(served.made), provoke=False)
    for name in ("a", "c"):
        assert ("a", {"href": ""}) in seen[name].nodes
        assert not list(intruders(seen[name].nodes))
