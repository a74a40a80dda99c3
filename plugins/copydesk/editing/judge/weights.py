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

VERSION = 2
"""Raised when the meaning of a column or the form of the archive changes."""

LAYER: Final = "network.layer."


@dataclass(frozen=True, slots=True)
class Weights:
    """Everything learned for one kind of page: tables of words, the trees of the first look, what looks a second time
    (trees where there is markup, the network at bare text), and the columns' names in the order in which both know
    them."""

    tables: dict[str, WordTable]
    first: Forest
    second: Forest | Network
    first_names: tuple[str, ...]
    second_names: tuple[str, ...]


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
    arrays |= _pack_forest("first", weights.first)
    if isinstance(weights.second, Forest):
        return arrays | _pack_forest("second", weights.second)
    arrays["network.knots"] = weights.second.knots
    return arrays | {f"{LAYER}{name}": layer for name, layer in weights.second.layers.items()}


def _pack_forest(look: str, forest: Forest) -> dict[str, NDArray[Any]]:
    parts: dict[str, NDArray[Any]] = {
        "feature": forest.feature,
        "threshold": forest.threshold,
        "struck": forest.struck,
        "leaf": forest.leaf,
    }
    return {f"{look}.{name}": part for name, part in parts.items()}


def unpack(arrays: dict[str, NDArray[Any]]) -> Weights:
    """The weights that `pack` made the arrays from."""
    names = [key.split(".")[1] for key in arrays if key.startswith("table.") and key.endswith(".hashes")]
    return Weights(
        tables={name: WordTable(arrays[f"table.{name}.hashes"], arrays[f"table.{name}.values"]) for name in names},
        first=_unpack_forest("first", arrays),
        second=_unpack_forest("second", arrays) if "second.leaf" in arrays else _unpack_network(arrays),
        first_names=tuple(map(str, arrays["first_names"])),
        second_names=tuple(map(str, arrays["second_names"])),
    )


def _unpack_forest(look: str, arrays: dict[str, NDArray[Any]]) -> Forest:
    return Forest(*(arrays[f"{look}.{name}"] for name in ("feature", "threshold", "struck", "leaf")))


def _unpack_network(arrays: dict[str, NDArray[Any]]) -> Network:
    layers = {key.removeprefix(LAYER): layer for key, layer in arrays.items() if key.startswith(LAYER)}
    return Network(arrays["network.knots"], layers)
