"""What a seed is as received, and how large one may be."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A seed as received: its name relative to ``seeds/`` (POSIX separators), its bytes, and where it is known to come
    from, if whoever hands it over knows (the ``url`` of a ``--jsonl`` row)."""

    seed: str
    data: bytes
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a seed may be before it is held: ``bytes`` of the file, characters of one ``line``, open elements
    (``depth``) of a page, ``blocks`` of a document; and what cleaning it may take: ``seconds`` of processor time for
    each document, bytes of ``memory`` besides 20 for each of the file's. The defaults are far above real articles."""

    bytes: int = 20_000_000
    line: int = 1_000_000
    depth: int = 2_000
    blocks: int = 50_000
    seconds: int = 5
    memory: int = 200_000_000
