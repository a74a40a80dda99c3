"""Caches are data: whatever lies in the state folder is never executed, and costs one slower build at most.

A site is built once. Then each file of its state folder is damaged in every way below, and the site is built again:
the build must end well, the site must have the same bytes, and nothing hidden in the file may have run.
"""

from __future__ import annotations

import gzip
import json
import marshal
import os
import pickle
import random
import shutil
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from torture.desk import run as build
from torture.table import Experiment, Row, Scale
from torture.xss_sinks import numbered, one_route
from torture.xss_site import FEWER_FEEDS, SETTINGS, stand

STATE = ".copydesk"

RUN = "touch {}"

UNTOUCHED = frozenset({"lock"})
"""Files of the state folder that hold nothing."""

TEXTS = (
    "The ferry leaves at noon.",
    "The lanterns of the quay are lit again.",
    "A tide that nobody had seen.",
    "The choir sings by the old station.",
    "Orchards in the valley bloom early.",
)

Damage = Callable[[bytes, Path], bytes]


class Runs:
    """What a pickle of it would do when it is read."""

    def __init__(self, witness: Path) -> None:
        self.witness = witness

    def __reduce__(self) -> tuple[Callable[[str], int], tuple[str]]:
        """Run a command, as hostile pickles do."""
        return os.system, (RUN.format(self.witness),)


def pickled(witness: Path, protocol: int) -> bytes:
    """A pickle that runs a command."""
    return pickle.dumps(Runs(witness), protocol)


def code(witness: Path) -> bytes:
    """Python that runs a command, compiled and marshalled as in a cache of modules."""
    return marshal.dumps(compile(f"import os; os.system({RUN.format(witness)!r})", "x", "exec"))


def twisted(data: bytes, _: Path) -> bytes:
    """The same structure with every value of another type; bytes reversed where it is no JSON."""
    try:
        return json.dumps(_twisted(json.loads(data))).encode()
    except (ValueError, UnicodeDecodeError):
        return data[::-1]


def _twisted(value: Any, depth: int = 0) -> Any:
    if isinstance(value, dict):
        return {name: _twisted(each, depth + 1) for name, each in value.items()}
    if isinstance(value, list):
        return [_twisted(each, depth + 1) for each in value] if depth % 2 else {"x": value[:1]}
    return {str: [value], int: f"{value}", float: None, bool: "true"}.get(type(value), 7)


def retyped(data: bytes, _: Path) -> bytes:
    """The same structure with every word a number and every number a word."""
    try:
        return json.dumps(_retyped(json.loads(data))).encode()
    except (ValueError, UnicodeDecodeError):
        return data[1:]


def _retyped(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _retyped(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_retyped(each) for each in value]
    return len(value) if isinstance(value, str) else str(value)


def flipped(data: bytes, _: Path) -> bytes:
    """A few bytes are others."""
    chosen, changed = random.Random(len(data)), bytearray(data)
    for place in chosen.sample(range(len(data)), min(12, len(data))):
        changed[place] ^= 1 << chosen.randrange(8)
    return bytes(changed)


DAMAGES: Mapping[str, Damage] = {
    "empty": lambda data, _: b"",
    "cut in half": lambda data, _: data[: len(data) // 2],
    "cut at its end": lambda data, _: data[:-2],
    "random bytes": lambda data, _: random.Random(7).randbytes(max(64, len(data))),
    "zeros": lambda data, _: bytes(len(data)),
    "flipped bits": flipped,
    "another file's": lambda data, _: gzip.compress(data),
    "null": lambda data, _: b"null",
    "a number": lambda data, _: b"7",
    "a list": lambda data, _: b"[]",
    "an empty object": lambda data, _: b"{}",
    "nested deeply": lambda data, _: b"[" * 200_000,
    "objects nested deeply": lambda data, _: b'{"version":' * 100_000,
    "numbers that are none": lambda data, _: json.dumps(
        {"version": 1, "output": 1e999, "files": {"x": [1e999] * 3}}
    ).encode(),
    "other types": twisted,
    "words for numbers": retyped,
    "a hostile pickle": lambda data, witness: pickled(witness, 4),
    "a hostile old pickle": lambda data, witness: pickled(witness, 0),
    "hostile code": lambda data, witness: code(witness),
    "Python": lambda data, witness: f"__import__('os').system({RUN.format(witness)!r})\n".encode(),
    "YAML that runs": lambda data, witness: f"!!python/object/apply:os.system [{RUN.format(witness)!r}]\n".encode(),
}
"""What becomes of a file, with the file that shows that something in it ran."""


def run(scale: Scale, folder: Path) -> Row:
    """Each damage to each file; in a slice each damage to some file, several files in one build."""
    site, witness = folder / "site", folder / "witness"
    stand(site, numbered(TEXTS), one_route)
    (site / "pelican.conf.py").write_text(SETTINGS + FEWER_FEEDS, encoding="utf-8")
    rebuilt(site)
    shutil.copytree(site, folder / "kept", symlinks=True)
    wanted, names = pages(site / "output"), kept_files(site / STATE)
    lost: list[str] = []
    for round_ in rounds(names, scale):
        restore(folder / "kept", site)
        for name, damage in round_.items():
            path = site / STATE / name
            path.write_bytes(DAMAGES[damage](path.read_bytes(), witness))
        lost += [f"{said(round_)}: {what}" for what in wrong(site, wanted, witness)]
    tried = sum(map(len, rounds(names, scale)))
    is_code = any(path.suffix in (".js", ".pagefind", ".pyc") for path in (site / STATE).rglob("*"))
    lost += ["the state folder keeps code that readers run"] if is_code else []
    pickle.loads(pickled(witness, 4))
    void = "" if witness.exists() and names else "a hostile pickle does nothing even where it is read"
    return Row(tried, tuple(lost), f"{len(names)} files; a hostile pickle runs where it is read", void)


def rounds(names: list[str], scale: Scale) -> list[dict[str, str]]:
    """Which file is damaged how, one build each."""
    if scale is Scale.WHOLE:
        return [{name: damage} for name in names for damage in DAMAGES]
    turned = list(DAMAGES)
    return [{name: turned[(place + turn * 7) % len(turned)] for place, name in enumerate(names)} for turn in range(3)]


def said(round_: Mapping[str, str]) -> str:
    """A round in words."""
    return ", ".join(f"{name}: {damage}" for name, damage in round_.items())


def kept_files(state: Path) -> list[str]:
    """The files of a state folder that hold something; of an index only a few, which are alike."""
    found = [path.relative_to(state).as_posix() for path in sorted(state.rglob("*")) if path.is_file()]
    index = [name for name in found if name.startswith("search/") and not name.endswith(".txt")]
    return [name for name in found if name not in UNTOUCHED and name not in index[2:]]


def restore(kept: Path, site: Path) -> None:
    """The site as it was, times of files included."""
    for name in (STATE, "output", "content"):
        shutil.rmtree(site / name)
        shutil.copytree(kept / name, site / name, symlinks=True)


def wrong(site: Path, wanted: Mapping[str, bytes], witness: Path) -> Iterator[str]:
    """What a build beside a damaged file does that it should not."""
    done = rebuilt(site)
    if done:
        yield done
    found = pages(site / "output")
    yield from (
        f"{path} differs" for path in sorted(wanted.keys() | found.keys()) if wanted.get(path) != found.get(path)
    )
    if witness.exists():
        yield "something in it ran"
        witness.unlink()


def rebuilt(site: Path) -> str:
    """Build; what went wrong, "" where nothing did."""
    code, printed = build(site)
    is_well = code == 0 and "Traceback" not in printed
    return "" if is_well else f"the build ended with {code}: {printed[-400:]}"


def pages(output: Path) -> dict[str, bytes]:
    """The files of a site with their bytes, but for the index, whose bytes are not promised (docs/search.md)."""
    files = (path for path in sorted(output.rglob("*")) if path.is_file())
    named = {path.relative_to(output).as_posix(): path for path in files}
    return {name: path.read_bytes() for name, path in named.items() if not name.startswith("pagefind/")} | {
        name: b"there" for name in named if name.startswith("pagefind/") and name.endswith(".js")
    }


EXPERIMENTS = (Experiment("caches are data", run, minutes=2),)
