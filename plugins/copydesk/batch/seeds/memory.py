"""What the last run made of each seed, so that an unchanged seed need not be cleaned again.

Kept as JSON in the state folder, never committed. Each seed is remembered under a key: the digest of its raw bytes,
its overrides, the publishers, the lines that its publisher's pages share, the limits, and of our own rules. A memory
that is damaged or absent costs one slower run and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import copydesk
from copydesk.batch.files import bytes_of, read_if_there, write_cache
from copydesk.model import Doubt, Place
from copydesk.settings import Settings

STAGES = (
    "model",
    "frozen.py",
    "errors.py",
    "text.py",
    "given_names.py",
    "languages.py",
    "identifying.py",
    "patterns.py",
    "tracking.py",
    "pipeline.py",
    "intake",
    "editing",
    "metadata",
    "writing",
)
"""What of this package decides what a seed becomes."""

LIBRARIES = ("selectolax", "lxml", "charset-normalizer", "py3langid", "markdown-it-py", "numpy", "tzdata")
"""What else does."""


@dataclass(frozen=True, slots=True)
class Document:
    """What became of one document: published as ``guid`` with the text of ``digest``, or held (no ``guid``)."""

    item: str | None
    guid: str | None
    digest: str | None
    reasons: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Memory:
    """What a seed with this key became."""

    key: str
    documents: tuple[Document, ...]


def basis(settings: Settings) -> str:
    """What decides, besides its own bytes, what any seed of the site becomes."""
    return "\n".join((repr(settings.house), repr(settings.limits), rules_digest()))


def key(sha256: str, overrides: bytes, recurring: Mapping[str, int], basis: str) -> str:
    """The digest of all that decides what a seed becomes; ``recurring`` are the lines its publisher's pages share."""
    table = repr(sorted(recurring.items()))
    return hashlib.sha256("\n".join((sha256, overrides.hex(), table, basis)).encode()).hexdigest()


@cache
def rules_digest() -> str:
    """The digest of our own code and tables, and of the libraries they stand on."""
    root = Path(copydesk.__file__).parent
    total = hashlib.sha256(f"{sys.version_info[:2]} {[_version(name) for name in LIBRARIES]}".encode())
    for stage in STAGES:
        place = root / stage
        for path in sorted(place.rglob("*")) if place.is_dir() else [place]:
            if path.is_file() and "__pycache__" not in path.parts:
                total.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    return total.hexdigest()


def recall(settings: Settings) -> dict[str, Memory]:
    """What is remembered, by seed; nothing where the memory cannot be read."""
    try:
        stored = json.loads(read_if_there(_path(settings)) or "{}")
        return {seed: _memory(entry) for seed, entry in stored.items()}
    except (ValueError, TypeError, KeyError, AttributeError, OSError, RecursionError):
        return {}


def remember(settings: Settings, memories: Mapping[str, Memory]) -> None:
    """Keep what this run made of the seeds."""
    kept = {seed: asdict(memory) for seed, memory in sorted(memories.items())}
    write_cache(_path(settings), bytes_of(json.dumps(kept)))


def _memory(entry: Mapping[str, object]) -> Memory:
    documents = entry["documents"]
    if not isinstance(documents, list) or not isinstance(entry["key"], str):
        raise TypeError
    return Memory(entry["key"], tuple(map(_document, documents)))


def _document(kept: Mapping[str, Any]) -> Document:
    doubts = tuple(
        Doubt(doubt["code"], doubt["message"], Place(**doubt["place"]) if doubt["place"] else None)
        for doubt in kept["doubts"]
    )
    return Document(kept["item"], kept["guid"], kept["digest"], tuple(kept["reasons"]), doubts)


def _path(settings: Settings) -> Path:
    return settings.state / "normalized.json"


def _version(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None
