"""py3langid's model in a third of the memory that its own loading takes: each worker that is asked a language has one.

The model is an automaton over the bytes of a text, a row of 256 next states for each state, and the weights of the
features that it finds. Nearly all of a row is that of the state after its last byte alone, as in every automaton that
looks for many words at once (Aho and Corasick, "Efficient string matching", 1975), so only what differs is kept: 3 MB
in place of 39. Of the weights only those of our languages are kept. Nothing is read whole, so that the peak is what is
held: 34 MB in place of 103.
"""

from __future__ import annotations

import lzma
import shutil
import tempfile
from array import array
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import IO, Any, Final
from zipfile import ZipFile

import numpy as np
from numpy.typing import NDArray
from py3langid.langid import MODEL_DIR, MODEL_FILE, LanguageIdentifier

BYTES: Final = 256
"""Next states of a row."""
AT_ONCE: Final = 1024
"""Rows that are read at a time."""

Table = NDArray[Any]
Head = tuple[tuple[int, ...], np.dtype[Any]]


@dataclass(frozen=True, slots=True)
class Moves:
    """The next states: that of row ``r`` and byte ``b`` stands at ``r * 256 + b``, as in the list it stands for.

    ``letters`` are the bytes at which rows differ from the row they are like, ``targets`` the states these lead to;
    those of row ``r`` stand from ``starts[r]`` to ``starts[r + 1]``. ``like[r]`` is the row in ``bases`` it is like.
    """

    letters: bytes
    targets: array[int]
    starts: array[int]
    like: array[int]
    bases: array[int]

    def __getitem__(self, place: int) -> int:
        row, letter = place >> 8, place & 255
        at = self.letters.find(letter, self.starts[row], self.starts[row + 1])
        return self.targets[at] if at >= 0 else self.bases[self.like[row] << 8 | letter]


def identifier(languages: Collection[str]) -> Any:
    """An identifier that knows of these languages alone. Raises OSError, ValueError where its model cannot be read."""
    with tempfile.TemporaryFile() as file:
        with lzma.open(MODEL_DIR / MODEL_FILE) as packed:
            shutil.copyfileobj(packed, file, 1 << 20)
        with ZipFile(file) as model:
            tags = _whole(model, "classes").tolist()
            ours = [place for place, tag in enumerate(tags) if tag in languages]
            rows, found = _whole(model, "nextmove_row"), _whole(model, "out_feat")
            weights = _columns(model, "ptc", ours)
            priors = _whole(model, "pc")[ours]
            moves = _moves(model, rows)
    named = [tags[place] for place in ours]
    return LanguageIdentifier(
        weights, priors, named, moves, _packed(found, "i"), norm_probs=True, tk_row=_packed(rows, "I")
    )


def _columns(model: ZipFile, name: str, wanted: list[int]) -> Table:
    """Some columns of a table."""
    (height, width), kind = _head_of(model, name)
    found, begin = np.empty((height, len(wanted)), kind), 0
    for part in _parts(model, name, width):
        found[begin : begin + len(part)] = part[:, wanted]
        begin += len(part)
    return found


def _moves(model: ZipFile, rows: Table) -> Moves:
    """The rows of the automaton; ``rows`` are those of the states."""
    last = np.zeros(len(rows), np.uint8)
    for part in _parts(model, "nextmove", BYTES):
        last[part] = np.arange(BYTES, dtype=np.uint8)
    like = np.zeros(int(rows.max()) + 1, np.uint16)
    like[rows] = last
    first = _rows(model, rows[:1])[0]
    bases = _rows(model, rows[first])
    letters, targets, counts = [], [], [0]
    begin = 0
    for part in _parts(model, "nextmove", BYTES):
        differs = part != bases[like[begin : begin + len(part)]]
        letters.append(np.nonzero(differs)[1].astype(np.uint8).tobytes())
        targets.append(part[differs])
        counts += differs.sum(axis=1).tolist()
        begin += len(part)
    starts = _packed(np.cumsum(counts), "I")
    return Moves(
        b"".join(letters), _packed(np.concatenate(targets), "I"), starts, _packed(like, "H"), _packed(bases, "I")
    )


def _rows(model: ZipFile, wanted: Table) -> Table:
    """Some rows of the automaton, in the order asked for."""
    found = np.zeros((len(wanted), BYTES), np.uint32)
    begin = 0
    for part in _parts(model, "nextmove", BYTES):
        here = (wanted >= begin) & (wanted < begin + len(part))
        found[here] = part[wanted[here] - begin]
        begin += len(part)
    return found


def _parts(model: ZipFile, name: str, width: int) -> Iterator[Table]:
    """A table of the model, some rows of so many values at a time."""
    with model.open(f"{name}.npy") as file:
        _, kind = _head(file)
        while data := file.read(AT_ONCE * width * kind.itemsize):
            yield np.frombuffer(data, kind).reshape(-1, width)


def _whole(model: ZipFile, name: str) -> Table:
    """A table of the model that is small."""
    with model.open(f"{name}.npy") as file:
        _, kind = _head(file)
        return np.frombuffer(file.read(), kind)


def _head_of(model: ZipFile, name: str) -> Head:
    with model.open(f"{name}.npy") as file:
        return _head(file)


def _head(file: IO[bytes]) -> Head:
    """The shape of a table and the type of its values; what is left of the file are these (numpy.lib.format)."""
    version = np.lib.format.read_magic(file)
    read = np.lib.format.read_array_header_1_0 if version == (1, 0) else np.lib.format.read_array_header_2_0
    shape, _, kind = read(file)
    return shape, kind


def _packed(values: Table, code: str) -> array[int]:
    """The values as a plain array, whose single numbers are read faster than those of numpy's."""
    return array(code, values.astype(np.dtype(code)).tobytes())
