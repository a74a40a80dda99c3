"""Fitting the network that reads a page as one sequence: plain gradient descent (AdamW), a few passes over the pages.

Rows of many pages lie one after another; what stands beside a line is looked up by its number, so that no line sees
another page. Derivatives are written out: there are four kinds of step, and each undoes what `Network` does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from copydesk.editing.judge.network import DISTANCES, MOST_WORDS, WEIGHT_GRID, Network
from numpy.typing import NDArray

SEED = 20260101

Matrix = NDArray[np.float32]
Layers = dict[str, Matrix]


@dataclass(frozen=True, slots=True)
class Schooling:
    """How wide the network is, how long and how fast it learns, and how much is hidden from it meanwhile."""

    width: int = 64
    passes: int = 15
    pages: int = 12
    longest: int = 400
    rate: float = 3e-3
    decay: float = 1e-2
    hidden_columns: float = 0.2
    hidden_values: float = 0.3
    steepest: float = 2.0


@dataclass(frozen=True, slots=True)
class Lesson:
    """A page: what the network sees of its lines, their words, labels and weights."""

    seen: Matrix
    words: NDArray[np.float32]
    labels: NDArray[np.float32]
    weights: NDArray[np.float32]


def fit_network(lessons: Sequence[Lesson], knots: Matrix, how: Schooling) -> Network:
    """Learn from the pages."""
    lots = np.random.default_rng(SEED)
    layers = _fresh(lessons[0].seen.shape[1], how.width, lots)
    pupil = _Descent(layers, how, total=how.passes * -(-len(lessons) // how.pages))
    for _ in range(how.passes):
        order = lots.permutation(len(lessons))
        for start in range(0, len(order), how.pages):
            batch = _together([lessons[at] for at in order[start : start + how.pages]], how, lots)
            pupil.step(_gradients(layers, batch, how, lots))
    grid = {name: np.rint(np.clip(each * WEIGHT_GRID, -32767, 32767)).astype(np.int16) for name, each in layers.items()}
    return Network(knots, grid)


def _fresh(columns: int, width: int, lots: np.random.Generator) -> Layers:
    """Layers before learning; their last row, which is added to the sums, begins at nought."""
    inputs = {"in": columns, **{f"around{distance}": 3 * width for distance in DISTANCES}, "page": 2 * width}
    layers = {name: _layer(size, width, lots) for name, size in inputs.items()}
    return layers | {"out": _layer(width, 1, lots)}


def _layer(inputs: int, outputs: int, lots: np.random.Generator) -> Matrix:
    bound = inputs**-0.5
    layer = lots.uniform(-bound, bound, (inputs + 1, outputs)).astype(np.float32)
    layer[-1] = 0
    return layer


# --- several pages at once --------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Batch:
    seen: Matrix
    words: NDArray[np.float32]
    labels: NDArray[np.float32]
    weights: NDArray[np.float32]
    page: NDArray[np.int64]
    starts: NDArray[np.int64]

    def neighbours(self, distance: int) -> NDArray[np.int64]:
        """The number of the line so far below each (above: a negative distance); the number of lines where none is."""
        count = len(self.page)
        at = np.arange(count) + distance
        inside = (at >= 0) & (at < count)
        same = inside & (self.page[np.clip(at, 0, count - 1)] == self.page)
        return np.where(same, at, count)


def _together(lessons: Sequence[Lesson], how: Schooling, lots: np.random.Generator) -> _Batch:
    """Pages one after another, of long ones a stretch by lot."""
    parts = list(_stretches(lessons, how, lots))
    sizes = [len(part.words) for part in parts]
    return _Batch(
        np.concatenate([part.seen for part in parts]),
        np.minimum(np.concatenate([part.words for part in parts]), MOST_WORDS) + 1,
        np.concatenate([part.labels for part in parts]),
        np.concatenate([part.weights for part in parts]),
        np.repeat(np.arange(len(parts)), sizes),
        np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(np.int64),
    )


def _stretches(lessons: Sequence[Lesson], how: Schooling, lots: np.random.Generator) -> Iterator[Lesson]:
    for lesson in lessons:
        spare = len(lesson.words) - how.longest
        here = slice(None)
        if spare > 0:
            start = int(lots.integers(0, spare + 1))
            here = slice(start, start + how.longest)
        yield Lesson(lesson.seen[here], lesson.words[here], lesson.labels[here], lesson.weights[here])


# --- forwards and back ------------------------------------------------------------------------------------------------


def _gradients(layers: Layers, batch: _Batch, how: Schooling, lots: np.random.Generator) -> Layers:
    """The derivatives of the pages' mean loss (cross entropy by weight)."""
    shown = _shown((batch.seen.shape[1],), how.hidden_columns, lots)
    kept = _shown((len(batch.page), how.width), how.hidden_values, lots)
    trail: list[tuple[str, Matrix, Matrix]] = []

    def through(name: str, seen: Matrix) -> Matrix:
        sums = seen @ layers[name][:-1] + layers[name][-1]
        trail.append((name, seen, sums))
        return sums

    line = np.maximum(through("in", batch.seen * shown), 0) * kept
    for distance in DISTANCES:
        line = line + np.maximum(through(f"around{distance}", _beside(line, batch, distance)), 0)
    share = (batch.words / np.add.reduceat(batch.words, batch.starts)[batch.page])[:, None]
    mean = np.add.reduceat(line * share, batch.starts)
    page = np.maximum(through("page", np.concatenate((line, mean[batch.page]), axis=1)), 0)
    odds = through("out", page)[:, 0]
    wrong = (1 / (1 + np.exp(-odds)) - batch.labels) * batch.weights / len(batch.starts)
    return _back(layers, batch, trail, wrong[:, None].astype(np.float32), (share, kept))


def _back(
    layers: Layers,
    batch: _Batch,
    trail: list[tuple[str, Matrix, Matrix]],
    wrong: Matrix,
    scales: tuple[Matrix, Matrix],
) -> Layers:
    """From what is wrong at the end back through every layer."""
    share, kept = scales
    found: Layers = {}

    def back(wrong: Matrix) -> Matrix:
        name, seen, _ = trail.pop()
        found[name] = np.concatenate((seen.T @ wrong, wrong.sum(axis=0, keepdims=True)))
        blamed: Matrix = wrong @ layers[name][:-1].T
        return blamed

    blame = back(wrong)
    both = back(blame * (trail[-1][2] > 0))
    width = both.shape[1] // 2
    of_mean = np.add.reduceat(both[:, width:], batch.starts)[batch.page] * share
    line = both[:, :width] + of_mean
    for distance in reversed(DISTANCES):
        line = line + _beside_back(back(line * (trail[-1][2] > 0)), batch, distance)
    back(line * kept * (trail[-1][2] > 0))
    return found


def _shown(shape: tuple[int, ...], hidden: float, lots: np.random.Generator) -> Matrix:
    """What is shown this time, the stronger for what is hidden."""
    return ((lots.random(shape, np.float32) >= hidden) / (1 - hidden)).astype(np.float32)


def _beside(line: Matrix, batch: _Batch, distance: int) -> Matrix:
    padded = np.concatenate((line, np.zeros((1, line.shape[1]), np.float32)))
    return np.concatenate((padded[batch.neighbours(-distance)], line, padded[batch.neighbours(distance)]), axis=1)


def _beside_back(blame: Matrix, batch: _Batch, distance: int) -> Matrix:
    """What a line was blamed for as itself, by the line below it and by the line above it."""
    width = blame.shape[1] // 3
    padded = np.concatenate((blame, np.zeros((1, blame.shape[1]), np.float32)))
    by_below = padded[batch.neighbours(distance), :width]
    by_above = padded[batch.neighbours(-distance), 2 * width :]
    total: Matrix = blame[:, width : 2 * width] + by_below + by_above
    return total


# --- descent ----------------------------------------------------------------------------------------------------------


class _Descent:
    """AdamW (Loshchilov and Hutter, 2019): steps that grow for the first seventh of the way, then shrink to nothing."""

    def __init__(self, layers: Layers, how: Schooling, total: int) -> None:
        self.layers, self.how, self.total, self.done = layers, how, total, 0
        self.mean = {name: np.zeros_like(each) for name, each in layers.items()}
        self.square = {name: np.zeros_like(each) for name, each in layers.items()}

    def step(self, gradients: Layers) -> None:
        """Change the layers by one batch's derivatives, none steeper together than allowed."""
        self.done += 1
        rate = self._rate()
        steep = float(np.sqrt(sum(float((each**2).sum()) for each in gradients.values())))
        for name, layer in self.layers.items():
            gradient = gradients[name] * min(1.0, self.how.steepest / max(steep, 1e-9))
            self.mean[name] += 0.1 * (gradient - self.mean[name])
            self.square[name] += 0.001 * (gradient**2 - self.square[name])
            mean = self.mean[name] / (1 - 0.9**self.done)
            root = np.sqrt(self.square[name] / (1 - 0.999**self.done)) + 1e-8
            np.subtract(layer, np.float32(rate) * (mean / root + np.float32(self.how.decay) * layer), out=layer)

    def _rate(self) -> float:
        warm = self.total / 7
        if self.done < warm:
            return self.how.rate * self.done / warm
        return self.how.rate * float(0.5 + 0.5 * np.cos(np.pi * (self.done - warm) / max(self.total - warm, 1)))
