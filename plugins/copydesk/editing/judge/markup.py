"""What the markup of a page adds: elements and class words around a block, and links in it.

Only pages with `Markup` evidence have these columns. Class words are looked up in a learned table.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, count
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from copydesk.editing.judge.boxes import Boxes, box_columns, boxes_of
from copydesk.editing.judge.lexicon import WordTable
from copydesk.editing.judge.place import Column, beside_run
from copydesk.editing.judge.reading import Hashes, Ints, distinct, name_hashes, pair_hashes
from copydesk.model import Block, Markup

ELEMENTS: Final = (
    "p",
    "div",
    "span",
    "li",
    "ul",
    "ol",
    "nav",
    "header",
    "footer",
    "aside",
    "article",
    "main",
    "section",
    "form",
    "button",
    "label",
    "table",
    "td",
    "figure",
    "figcaption",
    "blockquote",
    "dl",
    "details",
    "noscript",
    "h1",
    "h2",
    "h3",
    "h4",
)
"""Elements whose presence around a block is a column."""

_ELEMENT: Final = {name: at for at, name in enumerate(ELEMENTS)}

_FURTHEST: Final = 255
"""How far up an element is counted."""

INNER: Final = 6
"""Class words that count as near the block."""

_PLAIN: Final = Markup()


@dataclass(frozen=True, slots=True)
class MarkupKeys:
    """The class words around blocks as hashes, the innermost first, and each word paired with the innermost element.

    Blocks in the same elements of the same classes share them: ``group`` is the group of each block; ``owner`` the
    group of each word, in ascending order, ``place`` its number there. The words are followed by their pairs, whose
    owners and places are the same.
    """

    group: Ints
    word: Hashes
    owner: Ints
    place: Ints


@dataclass(frozen=True, slots=True)
class Evidence:
    """What the markup of a page shows before the learned table is asked."""

    columns: dict[str, Column]
    keys: MarkupKeys
    boxes: Boxes


def open_markup(blocks: tuple[Block, ...], shape: dict[str, Column]) -> Evidence:
    """Read the markup of a page; ``shape`` are the columns of the words in it."""
    markups = [block.markup or _PLAIN for block in blocks]
    boxes, alike = boxes_of(markups), _grouped(markups)
    columns = {
        **_own(markups),
        **_elements(alike),
        **box_columns(markups, boxes, shape),
        **_twins(alike, markups, shape),
    }
    return Evidence(columns, _keys(alike), boxes)


@dataclass(frozen=True, slots=True)
class _Alike:
    """Blocks in the same elements of the same classes: the path and the words of each group, and each block's group."""

    paths: tuple[tuple[str, ...], ...]
    words: tuple[tuple[str, ...], ...]
    group: Ints


def _grouped(markups: Sequence[Markup]) -> _Alike:
    known: dict[tuple[tuple[str, ...], tuple[str, ...]], int] = {}
    group = [known.setdefault((markup.path, markup.words), len(known)) for markup in markups]
    paths, words = zip(*known, strict=True)
    return _Alike(paths, words, np.array(group, np.int64))


def _own(markups: Sequence[Markup]) -> dict[str, Column]:
    """Links, anchors, depth, and how many boxes a block shares with the one before."""
    anchored = np.array([markup.anchored for markup in markups], float)
    known = np.flatnonzero(anchored)
    first, last = (known[0], known[-1]) if len(known) else (len(markups), -1)
    before, after = beside_run(first, last, len(markups), 100.0)
    return {
        "link_density": np.array([markup.link_density for markup in markups]),
        "anchored": anchored,
        "anchored_page": np.full(len(markups), anchored.sum()),
        "before_anchored": before,
        "after_anchored": after,
        "path_depth": np.array([len(markup.path) for markup in markups], float),
        "class_words": np.array([len(markup.words) for markup in markups], float),
    }


def _elements(alike: _Alike) -> dict[str, Column]:
    """Which elements enclose a block, by how far up the nearest is (0 for none, 1 for the innermost)."""
    table = np.frombuffer(b"".join(map(_heights, alike.paths)), np.uint8).reshape(-1, len(ELEMENTS))
    rows = table.T.astype(float)[:, alike.group]
    return {f"in_{name}": row for name, row in zip(ELEMENTS, rows, strict=True)}


@lru_cache(maxsize=1024)
def _heights(path: tuple[str, ...]) -> bytes:
    """How far up a path the nearest of each of `ELEMENTS` is."""
    heights = bytearray(len(ELEMENTS))
    for up, name in zip(range(len(path), 0, -1), path, strict=True):
        if name in _ELEMENT:
            heights[_ELEMENT[name]] = min(up, _FURTHEST)  # the innermost comes last
    return bytes(heights)


def _twins(alike: _Alike, markups: Sequence[Markup], shape: dict[str, Column]) -> dict[str, Column]:
    """How many blocks are alike, in how many boxes, and how much of the page's prose they are."""
    group = alike.group
    number = np.bincount(group)
    container = np.array([markup.container for markup in markups], np.int64)
    boxed = distinct(group * (container.max() + 1) + container) // (container.max() + 1)
    words = np.bincount(group, weights=shape["words"])
    prose = np.bincount(group, weights=shape["prose"])
    return {
        "twins": number[group].astype(float),
        "twin_boxes": np.bincount(boxed)[group].astype(float),
        "twin_words": words[group],
        "twin_prose": (prose / np.maximum(words, 1))[group],
        "twin_share": (prose / max(float(prose.sum()), 1.0))[group],
    }


def _keys(alike: _Alike) -> MarkupKeys:
    """Hashes of the class words, each alone and with the innermost element."""
    known: dict[tuple[tuple[str, ...], str], int] = {}
    both = zip(alike.words, alike.paths, strict=True)
    group = np.array([known.setdefault((words, "".join(path[-1:])), len(known)) for words, path in both], np.int64)
    sizes = [len(words) for words, _ in known]
    number: defaultdict[str, int] = defaultdict(count().__next__)
    flat = np.fromiter(map(number.__getitem__, chain.from_iterable(words for words, _ in known)), np.int64, sum(sizes))
    innermost = [number[element] for _, element in known]
    hashes = name_hashes(list(number))
    alone, inside = hashes.take(flat), np.repeat(hashes.take(innermost), sizes)
    owner = np.repeat(np.arange(len(sizes)), sizes)
    place = np.arange(len(owner)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    return MarkupKeys(
        group[alike.group],
        np.concatenate((alone, pair_hashes(alone, inside))),
        np.tile(owner, 2),
        np.tile(place, 2),
    )


def markup_columns(evidence: Evidence, table: WordTable) -> dict[str, Column]:
    """What the learned table says of the class words around each block."""
    keys = evidence.keys
    found = table.look_up(keys.word)
    half = len(found) // 2
    near = keys.place[:half] < INNER
    columns = {**_said("class", found[:half], keys, near), **_said("class_in", found[half:], keys, near)}
    return {name: column[keys.group].astype(float, copy=False) for name, column in columns.items()}


def _said(name: str, values: NDArray[np.int16], keys: MarkupKeys, near: NDArray[np.bool_]) -> dict[str, NDArray[Any]]:
    """For each group, what is known of its class words: the worst, the best, the sum of the near ones, the sum, the
    mean of those that are known."""
    owner, groups = keys.owner[: len(values)], int(keys.group.max()) + 1
    low, high = np.zeros(groups), np.zeros(groups)
    if len(owner):
        starts = np.flatnonzero(np.concatenate(([True], owner[1:] != owner[:-1])))
        low[owner[starts]] = np.minimum(np.minimum.reduceat(values, starts), 0)
        high[owner[starts]] = np.maximum(np.maximum.reduceat(values, starts), 0)
    total = np.bincount(owner, weights=values, minlength=groups)
    return {
        f"{name}_low": low,
        f"{name}_high": high,
        f"{name}_near": np.bincount(owner[near], weights=values[near], minlength=groups),
        f"{name}_sum": total,
        f"{name}_mean": total / np.maximum(np.bincount(owner, weights=values != 0, minlength=groups), 1),
    }
