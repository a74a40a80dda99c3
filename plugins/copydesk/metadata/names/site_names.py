"""What a site calls itself, and taking that off a title."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from copydesk.metadata.addresses.urls import host_of
from copydesk.metadata.evidence import Evidence
from copydesk.model import Clue
from copydesk.text import count_words, fold, spaced, squeeze

NAMING_ORIGINS = frozenset(
    (
        "override",
        "site name",
        "open graph",
        "json-ld",
        "microdata",
        "itemprop",
        "rdfa",
        "dublin core",
        "mail header",
        "clipping",
        "publisher table",
    )
)
"""Origins whose publisher is the site's own name. The text of a logo is so only where a dump has nothing else."""

PRINTED, TOLD = (
    frozenset(("h1", "headline line")),
    frozenset(("json-ld", "open graph", "twitter card", "title element")),
)
TITLE_WORDS = 4
"""Words of a title, printed above the story and told to others, from which the same text is no name of a site: some
content systems fill in the one for the other."""

_SEPARATOR = re.compile(
    r"((?<!\s)\s++[|\-–—·•:»«›/⋆★~<>]++\s+|(?:(?<!\s)\s++)?(?:[|｜»«•·]++|::|[_﹣－])\s*|:\s+|(?<!\s)\s++–)"
)
_SECOND_LEVEL = frozenset(
    {"co", "com", "org", "net", "gov", "edu", "ac", "gob", "gouv", "gv", "or", "ne", "go", "nom", "web"}
)
WRITTEN_OUT = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss", "å": "aa", "ø": "oe", "æ": "ae", "œ": "oe"})
"""How letters with marks are written where an address has none."""
_ARTICLE = re.compile(r"^(?:the|der|die|das|le|la|les|el|il|lo|o|a|de|het)\s+|^l['’]")
FEWEST_LETTERS = 4
"""Letters a name must have before a longer one that begins with it counts as its variant."""


@dataclass(frozen=True, slots=True)
class SiteNames:
    """The names of one site, compacted (letters and digits only): ``spelled`` as it writes them, ``hosts`` from its
    address."""

    spelled: frozenset[str]
    hosts: frozenset[str]

    def with_name(self, name: str | None) -> SiteNames:
        """A copy with ``name`` among the spelled names; the names as they are where it is ``None``."""
        return replace(self, spelled=self.spelled | {compact(name)}) if name and compact(name) else self

    def include(self, text: str) -> bool:
        """Whether a text is one of the names, case, spaces and marks aside; in an address "ü" is "ue"."""
        return compact(text) in self.spelled or not _as_in_hosts(text).isdisjoint(self.hosts)

    def are(self, text: str) -> bool:
        """Whether a text is one of the names, or one with a word or two added ("Harbor Post Online")."""
        compacted = compact(text)
        if not compacted:
            return False
        if self.include(text):
            return True
        if len(text.split()) > 4:
            return False
        ends = _ends_of(text)
        return any(self._is_variant(compacted, ends, name) for name in self.spelled | self.hosts)

    @staticmethod
    def _is_variant(text: str, ends: frozenset[str], name: str) -> bool:
        within = name in ends if len(name) < len(text) else name.startswith(text) or name.endswith(text)
        short, long = sorted((len(text), len(name)))
        return within and short >= FEWEST_LETTERS and long <= 3 * short


def _ends_of(text: str) -> frozenset[str]:
    """The first words of a text, and the last, each run of them compacted."""
    parts = text.split()
    runs = (part for at in range(1, len(parts) + 1) for part in (parts[:at], parts[-at:]))
    return frozenset(compact("".join(run)) for run in runs)


NO_NAMES = SiteNames(frozenset(), frozenset())


@lru_cache(maxsize=1024)
def compact(text: str) -> str:
    """A name without case, accents, spaces and marks: "The Harbor-Post" is "theharborpost"."""
    bare = unicodedata.normalize("NFKD", fold(text))
    return "".join(filter(str.isalnum, bare))


@lru_cache(maxsize=1024)
def _as_in_hosts(name: str) -> frozenset[str]:
    """The ways a name may stand in an address: without its marks, with its umlauts written out, without an article."""
    spelled = {compact(name), compact(name.casefold().translate(WRITTEN_OUT))}
    written_out = name.casefold().translate(WRITTEN_OUT)
    article = _ARTICLE.match(written_out)
    return frozenset(spelled | {compact(written_out[article.end() :])} if article else spelled)


def is_named_by_host(name: str, address: str | None) -> bool:
    """Whether an address is that of a name: "Küstenbote" of https://www.kuestenbote.example/wall."""
    return len(compact(name)) >= FEWEST_LETTERS and not _as_in_hosts(name).isdisjoint(_host_names(host_of(address)))


def names_of_site(evidence: Evidence, address: str | None) -> SiteNames:
    """The names the page, its address and the publishers' table give the site."""
    clues = names_offered(evidence)
    spelled = {clue.value for clue in clues if clue.origin in NAMING_ORIGINS}
    if not spelled:
        spelled = {clue.value for clue in clues if clue.origin == "logo text"}
    host = host_of(address) or host_of(evidence.draft.url)
    for publisher in evidence.house.publishers:
        if host and any(host == domain or host.endswith("." + domain) for domain in publisher.domains):
            spelled |= {publisher.name, *publisher.names}
    return SiteNames(frozenset(filter(None, map(compact, spelled))), _host_names(host))


def names_offered(evidence: Evidence) -> tuple[Clue, ...]:
    """The clues to the publisher, none of which is the title of the story, the most trusted first; of one that goes on
    after the title, what follows: "Harbour wall to be rebuilt | Harbor Post"."""
    titles = _titles(evidence)
    read = ((clue, _without_title(clue.value, titles)) for clue in evidence.ranked("publisher"))
    return tuple(clue if name == clue.value else replace(clue, value=name) for clue, name in read if name)


def _titles(evidence: Evidence) -> frozenset[str]:
    offered = [(fold(clue.value), clue.origin) for clue in evidence.of("headline")]
    told = {title for title, origin in offered if origin in TOLD}
    return frozenset(
        title for title, origin in offered if origin in PRINTED and title in told and count_words(title) >= TITLE_WORDS
    )


def _without_title(name: str, titles: frozenset[str]) -> str:
    pieces = _SEPARATOR.split(squeeze(name)) if titles else [name]
    wholes = (at for at in range(len(pieces), 0, -2) if fold("".join(pieces[:at])) in titles)
    whole = next(wholes, 0)
    return squeeze("".join(pieces[whole + 1 :])) if whole else name


def _host_names(host: str | None) -> frozenset[str]:
    if not host:
        return frozenset()
    labels = host.split(".")
    labels = labels[:-1] or labels
    while len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
        labels = labels[:-1]
    return frozenset({compact(host), compact(labels[-1])} - {""})


def without_site_name(title: str, names: SiteNames, whole: frozenset[str] = frozenset()) -> str:
    """A title without the site's name at its end or its beginning; itself where nothing else would be left. Those that
    are printed ``whole``, given folded, keep what a colon parts: "Café: reopens at last" at cafe.example."""
    pieces = _SEPARATOR.split(spaced(title))
    first, last = 0, len(pieces)

    def may_lose(name: str, mark: str) -> bool:
        return names.are(name) and (mark.strip() != ":" or fold("".join(pieces[first:last])) not in whole)

    while last - first > 2 and may_lose(pieces[last - 1], pieces[last - 2]):
        last -= 2
    while last - first > 2 and may_lose(pieces[first], pieces[first + 1]):
        first += 2
    return spaced("".join(pieces[first:last])) or spaced(title)


def names_beside(title: str, headlines: set[str]) -> tuple[str, ...]:
    """The parts of a title outside the headline, given folded: the last or the first, whichever is farthest from it."""
    pieces = _SEPARATOR.split(squeeze(title))
    for first in range(0, len(pieces), 2):
        for last in range(len(pieces), first, -2):
            if last - first < len(pieces) and fold("".join(pieces[first:last])) in headlines:
                behind, before = pieces[-1:] if last < len(pieces) else [], pieces[:1] if first > 0 else []
                return (*behind, *before)
    return ()


def without_last_part(title: str) -> str | None:
    """A title without what follows its last separator, ``None`` where it has none."""
    pieces = _SEPARATOR.split(squeeze(title))
    return squeeze("".join(pieces[:-2])) if len(pieces) > 2 else None
