"""The network sees what stands beside a line, does not hang on the order of sums, and learns what a sequence says."""

from __future__ import annotations

import numpy as np
from copydesk.editing.judge.network import DISTANCES, KNOTS, WEIGHT_GRID, Network, page_mean, see
from copydesk.editing.judge.ranks import ranks_of
from numpy.typing import NDArray

from bench.train.lessons import Seen, judge, school
from bench.train.network import Schooling

COLUMNS, WIDTH = 5, 6

Page = tuple[NDArray[np.float32], NDArray[np.int64], NDArray[np.float64]]
"""The columns of a page, what the first look said of its lines, and their words."""


def a_network(lots: np.random.Generator) -> Network:
    def layer(inputs: int, outputs: int) -> NDArray[np.int16]:
        return lots.integers(-700, 700, (inputs + 1, outputs)).astype(np.int16)

    around = {f"around{distance}": layer(3 * WIDTH, WIDTH) for distance in DISTANCES}
    layers = {"in": layer(COLUMNS + 1, WIDTH), **around, "page": layer(2 * WIDTH, WIDTH), "out": layer(WIDTH, 1)}
    return Network(np.sort(lots.normal(size=(COLUMNS, KNOTS)), axis=1).astype(np.float32), layers)


def a_page(lots: np.random.Generator, lines: int) -> Page:
    rows = lots.normal(size=(COLUMNS, lines)).astype(np.float32)
    return rows, lots.integers(-9000, 9000, lines), lots.integers(0, 200, lines).astype(float)


def grid(value: float) -> float:
    return float(np.floor(value * 256) / 256)


def through(network: Network, name: str, seen: list[float]) -> list[float]:
    weights = network.layers[name].astype(float) / WEIGHT_GRID
    return [grid(sum(value * weight for value, weight in zip([*seen, 1.0], of, strict=True))) for of in weights.T]


def one_line_at_a_time(network: Network, page: Page) -> list[int]:
    rows, first, words = page
    count = rows.shape[1]
    lines = [
        [max(0.0, value) for value in through(network, "in", seen)] for seen in see(rows, first, network.knots).tolist()
    ]
    nothing = [0.0] * WIDTH
    for distance in DISTANCES:
        beside = [
            (lines[at - distance] if at >= distance else nothing)
            + lines[at]
            + (lines[at + distance] if at + distance < count else nothing)
            for at in range(count)
        ]
        lines = [
            [old + max(0.0, new) for old, new in zip(line, through(network, f"around{distance}", seen), strict=True)]
            for line, seen in zip(lines, beside, strict=True)
        ]
    mean = [grid(value) for value in page_mean(np.array(lines), words)]
    inner = [[max(0.0, value) for value in through(network, "page", line + mean)] for line in lines]
    return [round(through(network, "out", line)[0] * 1000) for line in inner]


def test_answers_are_those_of_going_line_by_line() -> None:
    lots = np.random.default_rng(3)
    network = a_network(lots)
    for lines in (1, 2, 5, 16, 40):
        page = a_page(lots, lines)
        assert network.judge(*page).tolist() == one_line_at_a_time(network, page)


def test_sums_do_not_hang_on_their_order() -> None:
    lots = np.random.default_rng(5)
    network, page = a_network(lots), a_page(lots, 30)
    turned = np.array([3, 0, 4, 1, 2])
    inputs = network.layers["in"]
    other = Network(network.knots[turned], network.layers | {"in": inputs[[*turned, COLUMNS, COLUMNS + 1]]})
    assert other.judge(page[0][turned], *page[1:]).tolist() == network.judge(*page).tolist()


def test_it_learns_what_only_the_line_above_tells() -> None:
    lots = np.random.default_rng(7)
    pages = []
    for part in range(100):
        signs = lots.integers(0, 2, 12)
        values = np.stack([signs, lots.normal(size=12)], axis=1).astype(np.float32)
        labels = np.concatenate(([0], signs[:-1])).astype(float)
        pages.append(Seen(values, np.zeros(12, np.int64), np.full(12, 9.0), labels, np.ones(12), part % 5))
    how = Schooling(width=8, passes=25, rate=2e-2, hidden_columns=0.0, hidden_values=0.0)
    networks, said = school(pages, how)
    right = [((odds > 0) == (page.labels > 0.5)).mean() for page, odds in zip(pages, said, strict=True)]
    assert np.mean(right) > 0.95
    assert judge(networks[pages[0].part], pages[0]).tolist() == said[0].tolist()


def test_a_value_passes_as_many_knots_as_it_is_greater_than_and_as_it_is_not_less_than() -> None:
    lots = np.random.default_rng(11)
    knots = np.sort(lots.integers(0, 9, (40, KNOTS)), axis=1).astype(np.float32)
    knots[:3] = np.sort(lots.normal(size=(3, KNOTS)), axis=1)
    knots[3] = 1
    rows = lots.integers(-1, 10, (40, 70)).astype(np.float32)
    ranks = ranks_of(knots)
    plain = (rows[:, :, None] > knots[:, None, :]).sum(axis=2) + (rows[:, :, None] >= knots[:, None, :]).sum(axis=2)
    assert (ranks.passed(rows) == plain[ranks.order]).all()
