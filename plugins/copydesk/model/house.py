"""What the house knows beyond the document: its publishers, its lines, and the curator's word on one seed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from copydesk.model.drafts import FactName

Policy = Literal["full", "excerpt", "link"]


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher of ``sources.toml``. ``names`` are other spellings (logo texts, site names), ``domains`` without
    "www."; ``cut_lines`` are lines (matched whole, spaces and case folded) that are chrome of this publisher,
    ``cut_patterns`` lines with gaps (`patterns`), ``main`` and ``cut`` CSS selectors for its pages; ``keep_lines``,
    ``keep_patterns`` and ``keep`` say alike what is never chrome; ``byline_patterns`` and ``section_patterns`` are
    lines that name the writers or the section in their first gap; ``zone`` is an IANA name for its dates without one.
    """

    key: str
    name: str
    names: tuple[str, ...] = ()
    home: str | None = None
    domains: tuple[str, ...] = ()
    policy: Policy | None = None
    licence: str | None = None
    terms: str | None = None
    credit: str | None = None
    language: str | None = None
    zone: str | None = None
    images: bool = False
    feeds: tuple[str, ...] = ()
    cut_lines: tuple[str, ...] = ()
    cut_patterns: tuple[str, ...] = ()
    main: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    keep_lines: tuple[str, ...] = ()
    keep_patterns: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    byline_patterns: tuple[str, ...] = ()
    section_patterns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class House:
    """What every stage may know beyond the document: the publishers, the site's IANA zone and its language, and which
    lines of the document are known to stand on other pages of its publisher: the key of each line
    (`text.line_key`), and on how many."""

    publishers: tuple[Publisher, ...] = ()
    zone: str = "UTC"
    language: str = "en"
    recurring: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Overrides:
    """The curator's word on one seed (``seeds/<name>.toml``): it beats every clue.

    ``facts`` maps a fact's name to its value (several for authors and tags); ``main`` and ``cut`` are CSS selectors
    for a saved page, ``cut_lines`` line numbers ("44" or "46-52") and ``keep_lines`` likewise. ``same_as`` and
    ``not_same_as`` name other stories by GUID or by seed. ``file`` is what the file that says it is called,
    ``seeds/harbor.html.toml``, ``None`` where there is none.
    """

    facts: Mapping[FactName, tuple[str, ...]] = field(default_factory=dict)
    main: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    cut_lines: tuple[str, ...] = ()
    keep_lines: tuple[str, ...] = ()
    publish: bool = False
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    file: str | None = field(default=None, compare=False)
