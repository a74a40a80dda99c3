"""Which page has which card: named by the digest of what it says, so drawn once and kept by whoever has fetched it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from copydesk.settings import Machines
from copydesk.site.entries import Entry, digest_of
from copydesk.site.machines.drawing import HEIGHT, WIDTH, Pen, Words, drawn
from copydesk.site.machines.sharing import Shot
from copydesk.site.record import StoryRecord

FOLDER = "cards"

PACKAGE, FILE = "fontpkg-noto-serif", "files/NotoSerif[[]*.ttf"
"""The package of the letters (SIL Open Font License), and its file of upright ones in all weights."""


def house_fonts() -> tuple[Path, ...]:
    """The font files of the package; none where it is not installed."""
    try:
        from fontpkg_noto_serif import ROOT
    except ImportError:
        return ()
    return tuple(sorted(ROOT.glob(FILE)))


@dataclass(slots=True)
class Shots:
    """The cards of one build. ``name`` is the site's."""

    name: str
    pen: Pen
    basis: str
    """The digest of what every card depends on: the fonts, what draws, how."""
    _words: dict[str, Words] = field(default_factory=dict)

    def of_story(self, story: StoryRecord) -> Shot:
        """A story's card: its headline, who published it and when."""
        day = (story.published.day if story.published.recorded else None) or ""
        publisher, section = story.origin.publisher or "", story.section or ""
        foot, instead = (publisher, day), (publisher, section, day)
        return self._shot(Words(self.name, story.headline, said(foot), said(instead)))

    def of_site(self, subtitle: str) -> Shot:
        """The card of pages that are no stories."""
        return self._shot(Words("", self.name, said((subtitle,))))

    def entries(self) -> Iterator[Entry]:
        """The pictures of all cards asked for."""
        for path, words in self._words.items():
            yield Entry(path, digest_of(self.basis, words), partial(drawn, words, self.pen))

    def _shot(self, words: Words) -> Shot:
        path = f"{FOLDER}/{digest_of(self.basis, words)[:32]}.png"
        self._words[path] = words
        return Shot(path, WIDTH, HEIGHT, words.headline)


def said(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words that are there."""
    return tuple(filter(None, words))


def shots_of(name: str, machines: Machines, stories: int) -> Shots | None:
    """The cards of a site with so many stories, ``None`` where this build draws none."""
    limit = machines.cards_limit
    house = house_fonts()
    if not machines.cards or not house or (limit is not None and stories > limit):
        return None
    files = (*house, *machines.card_fonts)
    look = (Path(drawn.__code__.co_filename).read_bytes(), *(path.read_bytes() for path in machines.card_fonts))
    return Shots(name, Pen(files), digest_of(package_version(PACKAGE), package_version("pillow"), *look))


def package_version(package: str) -> str:
    """The version of a package, "" where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
