"""Boosted trees: fitted by LightGBM, turned into the form that the judge evaluates."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import lightgbm
import numpy as np
from copydesk.editing.judge.forest import LEAF_SCALE, LEAVES, Forest
from numpy.typing import NDArray

SEED = 20260101


@dataclass(frozen=True, slots=True)
class Recipe:
    """How many trees, how fast they learn, and how much they are held back."""

    trees: int
    rate: float
    leaves: int = 31
    smallest_leaf: int = 60
    features: float = 0.4
    ridge: float = 5.0


def dataset(rows: NDArray[np.float32], labels: NDArray[np.float64], weights: NDArray[np.float64]) -> lightgbm.Dataset:
    """The training table in LightGBM's bins, made once and cut up by part afterwards."""
    made = lightgbm.Dataset(rows, labels, weight=weights, free_raw_data=False, params=_parameters(Recipe(1, 0.1)))
    return made.construct()


def fit(data: lightgbm.Dataset, use: NDArray[np.int64] | None, recipe: Recipe) -> lightgbm.Booster:
    """Boosted trees for soft labels."""
    part = data if use is None else data.subset(use)
    return lightgbm.train(_parameters(recipe), part, num_boost_round=recipe.trees)


def _parameters(recipe: Recipe) -> dict[str, Any]:
    return {
        "objective": "cross_entropy",
        "learning_rate": recipe.rate,
        "num_leaves": recipe.leaves,
        "min_data_in_leaf": recipe.smallest_leaf,
        "min_sum_hessian_in_leaf": 1e-3,
        "feature_fraction": recipe.features,
        "bagging_fraction": 0.5,
        "bagging_freq": 1,
        "lambda_l2": recipe.ridge,
        "max_bin": 127,
        "num_threads": 1,
        "seed": SEED,
        "deterministic": True,
        "force_col_wise": True,
        "verbosity": -1,
    }


def to_forest(booster: lightgbm.Booster) -> Forest:
    """The trees in the judge's form."""
    trees = [_Questions() for _ in range(booster.num_trees())]
    for tree, description in zip(trees, booster.dump_model()["tree_info"], strict=True):
        tree.walk(description["tree_structure"])
    width = max(len(tree.feature) for tree in trees)
    shape = (len(trees), width)
    feature, struck = np.zeros(shape, np.uint16), np.zeros(shape, np.uint32)
    threshold, leaf = np.full(shape, np.inf, np.float32), np.zeros((len(trees), LEAVES), np.int32)
    for row, tree in enumerate(trees):
        size = len(tree.feature)
        feature[row, :size], struck[row, :size] = tree.feature, tree.struck
        threshold[row, :size] = [_at_most(value) for value in tree.threshold]
        leaf[row, : len(tree.leaf)] = np.rint(np.array(tree.leaf) * LEAF_SCALE)
    return Forest(feature.ravel(), threshold.ravel(), struck.ravel(), leaf)


def _at_most(value: float) -> np.float32:
    """The greatest 32-bit number that is not above ``value``."""
    near = np.float32(value)
    return near if float(near) <= value else np.float32(np.nextafter(near, np.float32(-np.inf)))


class _Questions:
    """The questions of one tree, and its leaves from left to right."""

    def __init__(self) -> None:
        self.feature: list[int] = []
        self.threshold: list[float] = []
        self.struck: list[int] = []
        self.leaf: list[float] = []

    def walk(self, node: dict[str, Any]) -> None:
        if "split_feature" not in node:
            self.leaf.append(node["leaf_value"])
            return
        at, first = len(self.feature), len(self.leaf)
        self.feature.append(node["split_feature"])
        self.threshold.append(node["threshold"])
        self.struck.append(0)
        self.walk(node["left_child"])
        self.struck[at] = (1 << len(self.leaf)) - (1 << first)
        self.walk(node["right_child"])
