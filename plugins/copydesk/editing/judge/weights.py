"""The learned weights, as they lie in the package: one archive of plain arrays for dumps, one for pages of markup.

The archives hold numbers and names of columns only (no pickles). A judge whose columns are not those the weights were
trained on would be wrong in silence, so the names are compared when the weights are loaded.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.editing.judge.forest import Forest
from copydesk.editing.judge.lexicon import WordTable
from copydesk.editing.judge.network import Network

VERSION = 1
"""Raised when the meaning of a column or the form of the archive changes."""

LAYER = "network.layer."


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything learned for one kind of page: tables of words, the first and the second look, the columns' names in
    the order in which the trees know them, and the network, which bare text has and markup has not."""

    tables: dict[str, WordTable]
    first: Forest
    second: Forest
    first_names: tuple[str, ...]
    second_names: tuple[str, ...]
    network: Network | None = None


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
        "first_names": np.array(weights.first_names),
        "second_names": np.array(weights.second_names),
    }
    for name, table in weights.tables.items():
        arrays[f"table.{name}.hashes"], arrays[f"table.{name}.values"] = table.hashes, table.values
    for look, forest in (("first", weights.first), ("second", weights.second)):
        arrays[f"{look}.feature"], arrays[f"{look}.threshold"] = forest.feature, forest.threshold
        arrays[f"{look}.struck"], arrays[f"{look}.leaf"] = forest.struck, forest.leaf
    if weights.network is not None:
        arrays["network.knots"] = weights.network.knots
        arrays |= {f"{LAYER}{name}": layer for name, layer in weights.network.layers.items()}
    return arrays


def unpack(arrays: dict[str, NDArray[Any]]) -> Weights:
    """The weights that `pack` made the arrays from."""
    names = [key.split(".")[1] for key in arrays if key.startswith("table.") and key.endswith(".hashes")]
    looks = {
        look: Forest(
            arrays[f"{look}.feature"], arrays[f"{look}.threshold"], arrays[f"{look}.struck"], arrays[f"{look}.leaf"]
        )
        for look in ("first", "second")
    }
    return Weights(
        tables={name: WordTable(arrays[f"table.{name}.hashes"], arrays[f"table.{name}.values"]) for name in names},
        first=looks["first"],
        second=looks["second"],
        first_names=tuple(map(str, arrays["first_names"])),
        second_names=tuple(map(str, arrays["second_names"])),
        network=_unpack_network(arrays),
    )


def _unpack_network(arrays: dict[str, NDArray[Any]]) -> Network | None:
    layers = {key.removeprefix(LAYER): layer for key, layer in arrays.items() if key.startswith(LAYER)}
    return Network(arrays["network.knots"], layers) if layers else None
