"""What a line looks like: its characters, words and punctuation, and how it repeats what stands elsewhere on the page.

Everything is a count or a quotient of two counts, so the columns are the same on every machine to the last bit.
"""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.editing.judge.alphabet import KIND, KINDS, of_kinds
from copydesk.editing.judge.lexicon import Keys
from copydesk.editing.judge.reading import Hashes, Ints, Reading, shape_hashes
from copydesk.model import Block, Caption, Heading, Kind, ListItem, Paragraph, Preformatted, Quotation, Table

Column = NDArray[np.float64]

KIND_NUMBER: Final[dict[type[Kind], int]] = {
    Paragraph: 0,
    Heading: 1,
    Quotation: 2,
    ListItem: 3,
    Caption: 4,
    Preformatted: 5,
    Table: 6,
}

_SHARES: Final = (
    "comma",
    "colon",
    "ellipsis",
    "quote",
    "apostrophe",
    "dash",
    "slash",
    "bar",
    "bracket",
    "at",
    "hash",
    "rights",
    "money",
    "underscore",
    "equals",
    "symbol",
    "other",
)
"""Kinds of characters whose number in a line is a column."""

_ENDS: Final = of_kinds("stop", "ellipsis")
_CLOSES: Final = of_kinds("quote", "bracket", "apostrophe")
_DIVIDES: Final = of_kinds("slash", "dash", "stop")
_STOPS: Final = of_kinds("stop", "quote")
"""What ends a sentence, what may stand behind that, what stands between the figures of a date, what is before a space
inside a line of several sentences."""

_TOPIC_SIZE: Final = 5
"""Characters of a token that is likely to be about something."""


def shape_columns(blocks: tuple[Block, ...], reading: Reading, keys: Keys) -> dict[str, Column]:
    """The columns of each line's own shape."""
    counts = _kind_counts(reading)
    tokens = _token_columns(reading)
    columns = {f"n_{name}": counts[KIND[name]] for name in _SHARES}
    letters = counts[KIND["lower"]] + counts[KIND["upper"]] + counts[KIND["uncased"]] + counts[KIND["ideograph"]]
    visible = np.maximum((reading.last - reading.first) - counts[KIND["space"]] + 1, 1)
    columns |= {
        "chars": visible - 1.0,
        "stops": counts[KIND["stop"]],
        "upper_share": counts[KIND["upper"]] / np.maximum(letters, 1),
        "digit_share": counts[KIND["digit"]] / visible,
        "letter_share": letters / visible,
        "ideograph_share": counts[KIND["ideograph"]] / visible,
        "uncased_share": counts[KIND["uncased"]] / visible,
        **tokens,
        **_edges(reading),
        **_glue(reading),
        **_layout(blocks),
    }
    words = np.maximum(columns["words"], 1)
    columns["stop_rate"] = columns["stops"] / words
    columns["comma_rate"] = counts[KIND["comma"]] / words
    columns["word_size"] = letters / words
    columns["prose"] = _prose(columns)
    return columns | _echoes(reading, keys, columns["prose"])


def _kind_counts(reading: Reading) -> NDArray[np.float64]:
    """How many characters of each kind (rows) each line (columns) has, its line break not counted."""
    width = len(KINDS)
    counts = np.bincount(reading.line_of * width + reading.kinds, minlength=reading.lines * width)
    table = counts.reshape(reading.lines, width).T.astype(np.float64)
    table[KIND["space"]] -= 1
    return table


def _token_columns(reading: Reading) -> dict[str, Column]:
    """Words and what kind of words. An ideograph counts as half a word."""
    line, size, kind = reading.token_line, reading.token_size, reading.token_kind
    ideograph, number, capital = kind == KIND["ideograph"], kind == KIND["digit"], kind == KIND["upper"]
    tokens = np.maximum(reading.per_line(line), 1)
    total = np.bincount(line, minlength=reading.lines)
    longest = np.zeros(reading.lines)
    if len(line):
        starts = np.flatnonzero(reading.token_place == 0)
        longest[line[starts]] = np.maximum.reduceat(size, starts)
    return {
        "words": total - 0.5 * reading.per_line(line[ideograph]),
        "capital_share": reading.per_line(line[capital]) / tokens,
        "capital_later": reading.per_line(line[capital & (reading.token_place > 0)]) / tokens,
        "number_share": reading.per_line(line[number]) / tokens,
        "short_share": reading.per_line(line[(size <= 3) & ~number & ~ideograph]) / tokens,
        "long_share": reading.per_line(line[size >= 8]) / tokens,
        "longest": longest,
        "years": reading.per_line(line[number & (size == 4)]),
    }


def _edges(reading: Reading) -> dict[str, Column]:
    """The kinds of the first, the last and the last but one visible character."""
    visible = reading.kinds != KIND["space"]
    position = np.flatnonzero(visible)
    bounds = np.searchsorted(position, np.append(reading.first, len(reading.kinds)))
    start, end = bounds[:-1], bounds[1:] - 1
    empty = start > end
    none = np.uint8(KIND["space"])
    kinds = np.append(reading.kinds[position], none)
    first = np.where(empty, none, kinds[np.minimum(start, len(kinds) - 1)])
    last = np.where(empty, none, kinds[np.maximum(end, 0)])
    before = np.where(end - 1 < start, none, kinds[np.maximum(end - 1, 0)])
    ended = _ENDS[last] | _CLOSES[last] & (before == KIND["stop"])
    return {
        "first_kind": first.astype(float),
        "last_kind": last.astype(float),
        "before_last_kind": before.astype(float),
        "sentence_end": ended.astype(float),
    }


def _glue(reading: Reading) -> dict[str, Column]:
    """Neighbouring characters that tell of dates, clocks, sentences inside the line and words run together."""
    left, right, line = reading.kinds[:-1], reading.kinds[1:], reading.line_of[:-1]
    digit_left, digit_right = left == KIND["digit"], right == KIND["digit"]
    after_next = np.append(digit_right[1:], False)
    between = digit_left & after_next
    return {
        "glued": reading.per_line(line[(left == KIND["lower"]) & (right == KIND["upper"])]),
        "clocks": reading.per_line(line[between & (right == KIND["colon"])]),
        "dotted": reading.per_line(line[between & _DIVIDES[right]]),
        "sentences": reading.per_line(line[_STOPS[left] & (right == KIND["space"])]),
        "dots": reading.per_line(line[(left == KIND["stop"]) & (right == KIND["lower"])]),
    }


def _layout(blocks: tuple[Block, ...]) -> dict[str, Column]:
    """The blank lines around each block, its indentation and its kind."""
    gap = np.minimum(np.array([block.gap for block in blocks], float), 9.0)
    kinds = [block.kind for block in blocks]
    return {
        "gap": gap,
        "gap_below": np.append(gap[1:], 9.0),
        "indent": np.minimum(np.array([block.indent for block in blocks], float), 40.0),
        "kind": np.array([KIND_NUMBER[type(kind)] for kind in kinds], float),
        "level": np.array([kind.level if isinstance(kind, Heading) else 0 for kind in kinds], float),
    }


def _prose(columns: dict[str, Column]) -> Column:
    """The words of lines that read like sentences, 0 for others."""
    words = columns["words"]
    ended = (columns["sentence_end"] > 0) & (words >= 6)
    return np.where(ended | (words >= 18) & (columns["stops"] > 0) | (words >= 40), words, 0.0)


def _echoes(reading: Reading, keys: Keys, prose: Column) -> dict[str, Column]:
    """How the line repeats the page: whole, by its first two words, and in the words the page's prose is about."""
    topical = (reading.token_size >= _TOPIC_SIZE) & (reading.token_kind != KIND["digit"])
    topical |= reading.token_kind == KIND["ideograph"]
    ids, line = _in_order(reading.token_hash[topical], reading.token_line[topical])
    spread, own = _lines_with(ids, line, reading.lines)
    in_prose = prose[line] > 0
    uses = np.bincount(ids[in_prose], minlength=len(ids) + 1)[ids] - in_prose
    number = np.maximum(reading.per_line(line), 1)
    return {
        "copies": _copies(keys.line),
        "same_opening": _copies(keys.opening),
        "same_shape": _copies(shape_hashes(reading)),
        "topic": reading.sum_per_line(line, uses > 0) / number,
        "topic_often": reading.sum_per_line(line, uses > 2) / number,
        "topic_words": reading.per_line(line),
        "page_spread": reading.sum_per_line(line, spread) / number,
        "varied": own / number,
    }


def _in_order(hashes: Hashes, line: Ints) -> tuple[Ints, Ints]:
    """The tokens in the order of their hashes, those of one hash by their lines: a number for each hash, and the line
    of each token."""
    both = np.sort((hashes.astype(np.uint64) << np.uint64(32)) | line.astype(np.uint64))
    ordered = both >> np.uint64(32)
    ids = np.cumsum(np.concatenate(([False], ordered[1:] != ordered[:-1]))[: len(ordered)])
    return ids, (both & np.uint64(0xFFFFFFFF)).astype(np.int64)


def _lines_with(ids: Ints, line: Ints, lines: int) -> tuple[Ints, Column]:
    """For each token in that order, in how many lines its word stands; for each line, how many words it has."""
    if not len(ids):
        return ids, np.zeros(lines)
    first = np.concatenate(([True], (ids[1:] != ids[:-1]) | (line[1:] != line[:-1])))
    spread = np.bincount(ids[first])
    return spread[ids], np.bincount(line[first], minlength=lines).astype(float)


def _copies(hashes: NDArray[np.uint32]) -> Column:
    """How many lines of the page have the same hash; 0 for lines without words."""
    order = hashes.argsort(kind="stable")
    ordered = hashes.take(order)
    numbers = np.empty(len(hashes), np.int64)
    numbers[order] = np.cumsum(np.concatenate(([False], ordered[1:] != ordered[:-1]))[: len(hashes)])
    return np.where(hashes == 0, 0.0, np.bincount(numbers).take(numbers))
