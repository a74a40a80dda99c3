"""What a page says of its publisher before it is cleaned: the value alone, which costs nothing to import."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Signs:
    """What a page says of its publisher, the surest first: ``hosts`` of its address, ``names`` compacted (letters and
    digits only), and ``head``, its first lines, which are names where sources.toml knows them."""

    hosts: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
