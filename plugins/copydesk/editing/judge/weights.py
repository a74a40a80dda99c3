"""The learned weights, as they lie in the package: one archive of plain arrays for dumps, one for pages of markup.

The archives hold numbers and names of columns only (no pickles). A judge whose columns are not those the weights were
trained on would be wrong in silence, so the names are compared when the weights are loaded.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from copydesk.editing.judge.forest import Forest
from copydesk.editing.judge.lexicon import WordTable
from copydesk.editing.judge.network import Network

VERSION = 3
"""Raised when the meaning of a column or the form of the archive changes."""

LAYER: Final = "network.layer."
FOREST: Final = ("feature", "threshold", "struck", "leaf")


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything learned for one kind of page: tables of words, the trees of the first look, the network of the second,
    and the columns' names in the order in which both know them."""

    tables: dict[str, WordTable]
    first: Forest
    second: Network
    names: tuple[str, ...]


class StaleWeightsError(Exception):
    """The weights in the package were not made for this code. Run ``make train``."""


@lru_cache(maxsize=2)
def load(name: str) -> Weights:
    """The shipped weights called ``name`` ("text" or "markup")."""
    archive = f"{name}.npz"
    return load_archive(resources.files(__package__).joinpath("weights", archive).read_bytes(), archive)


def load_archive(data: bytes, name: str) -> Weights:
    """The weights in the bytes of an archive; ``name`` is what a fault calls it."""
    with np.load(io.BytesIO(data), allow_pickle=False) as archive:
        arrays = dict(archive)
    if int(arrays["version"]) != VERSION:
        raise StaleWeightsError(f"{name} has version {int(arrays['version'])}, the code wants {VERSION}")
    return unpack(arrays)


def pack(weights: Weights) -> dict[str, NDArray[Any]]:
    """The arrays of an archive."""
    arrays: dict[str, NDArray[Any]] = {
        "version": np.array(VERSION),
        "names": np.array(weights.names),
    }
    for name, table in weights.tables.items():
        arrays[f"table.{name}.hashes"], arrays[f"table.{name}.values"] = table.hashes, table.values
    for name in FOREST:
        arrays[f"forest.{name}"] = getattr(weights.first, name)
    arrays["network.knots"] = weights.second.knots
    return arrays | {f"{LAYER}{name}": layer for name, layer in weights.second.layers.items()}


def unpack(arrays: dict[str, NDArray[Any]]) -> Weights:
    """The weights that `pack` made the arrays from."""
    names = [key.split(".")[1] for key in arrays if key.startswith("table.") and key.endswith(".hashes")]
    layers = {key.removeprefix(LAYER): layer for key, layer in arrays.items() if key.startswith(LAYER)}
    return Weights(
        tables={name: WordTable(arrays[f"table.{name}.hashes"], arrays[f"table.{name}.values"]) for name in names},
        first=Forest(*(arrays[f"forest.{name}"] for name in FOREST)),
        second=Network(arrays["network.knots"], layers),
        names=tuple(map(str, arrays["names"])),
    )
