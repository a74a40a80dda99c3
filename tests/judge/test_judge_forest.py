"""The forest answers as walking its trees one question at a time would."""

from __future__ import annotations

import random

import numpy as np
from copydesk.editing.judge.forest import LEAVES, Forest

Node = tuple[int, float, "Node | int", "Node | int"]
"""A question: feature, threshold, what follows when it is at most that, what follows when it is more."""


def grow(lots: random.Random, leaves: int, first: int = 0) -> Node | int:
    if leaves == 1:
        return first
    left = lots.randint(1, leaves - 1)
    return (
        lots.randrange(5),
        lots.choice((-1.0, 0.0, 0.5, 2.0)),
        grow(lots, left, first),
        grow(lots, leaves - left, first + left),
    )


def walk(node: Node | int, row: np.ndarray[tuple[int], np.dtype[np.float32]]) -> int:
    while not isinstance(node, int):
        feature, threshold, low, high = node
        node = low if row[feature] <= threshold else high
    return node


def flatten(node: Node | int, questions: list[tuple[int, float, int]]) -> list[int]:
    if isinstance(node, int):
        return [node]
    feature, threshold, low, high = node
    left = flatten(low, questions)
    questions.append((feature, threshold, sum(1 << leaf for leaf in left)))
    return left + flatten(high, questions)


def test_answers_are_those_of_walking_the_trees() -> None:
    lots = random.Random(7)
    trees = [grow(lots, lots.randint(1, LEAVES)) for _ in range(30)]
    feature = np.zeros((30, LEAVES - 1), np.uint16)
    threshold = np.full((30, LEAVES - 1), np.inf, np.float32)
    struck = np.zeros((30, LEAVES - 1), np.uint32)
    leaf = np.array([[lots.randrange(-3000, 3000) for _ in range(LEAVES)] for _ in trees], np.int32)
    for at, tree in enumerate(trees):
        questions: list[tuple[int, float, int]] = []
        flatten(tree, questions)
        for place, (asked, limit, under) in enumerate(questions):
            feature[at, place], threshold[at, place], struck[at, place] = asked, limit, under
    forest = Forest(feature.ravel(), threshold.ravel(), struck.ravel(), leaf)
    rows = np.array(
        [[lots.choice((-2.0, -1.0, 0.0, 0.25, 0.5, 3.0)) for _ in range(300)] for _ in range(5)], np.float32
    )
    expected = [sum(int(leaf[at, walk(tree, row)]) for at, tree in enumerate(trees)) for row in rows.T]
    assert forest.judge(rows).tolist() == expected
