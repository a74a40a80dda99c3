"""Which page has which card: named by the digest of what it says, so drawn once and kept by whoever has fetched it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

from copydesk.settings import Machines
from copydesk.site.entries import Entry, digest_of
from copydesk.site.machines.drawing import HEIGHT, WIDTH, Words, drawn
from copydesk.site.machines.lettering import Face, Pen, joined
from copydesk.site.machines.sharing import Shot
from copydesk.site.stories.record import StoryRecord

FOLDER = "cards"

PACKAGES = ("fontpkg-noto-serif", "fontpkg-amiri", "fontpkg-frank-ruhl-libre")
"""The packages of the letters (SIL Open Font License): Latin, Greek and Cyrillic; Arabic; Hebrew."""

TOOLS = ("pillow", "arabic-reshaper", "python-bidi")
"""The packages that set them."""

WEIGHTS = ("*[[]*wght[]]*.ttf", "*-Regular.ttf", "*-Bold.ttf")
"""The upright letters of a package: one file in all weights, else two."""


def house_faces() -> tuple[Face, ...]:
    """The fonts of the packages that are installed."""
    roots = (files(package.replace("-", "_")) for package in PACKAGES if package_version(package))
    return tuple(face for root in roots for face in faces_of(Path(str(root)) / "files"))


def faces_of(folder: Path) -> tuple[Face, ...]:
    """The font of a package's folder."""
    variable, regular, bold = (
        sorted(path for path in folder.glob(name) if "Italic" not in path.name) for name in WEIGHTS
    )
    return tuple(map(Face, variable or regular, variable or bold))


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
        """An entry for the picture of each card that was asked for."""
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
    house = house_faces() if machines.cards and (limit is None or stories <= limit) else ()
    if not house:
        return None
    faces = (*house, *(Face(path, path) for path in machines.card_fonts))
    code = (Path(part.__code__.co_filename) for part in (drawn, joined))
    look = (path.read_bytes() for path in (*code, *machines.card_fonts))
    return Shots(name, Pen(faces), digest_of(*map(package_version, (*PACKAGES, *TOOLS)), *look))


def package_version(package: str) -> str:
    """The version of a package, "" where it is not installed."""
    try:
        return version(package)
    except PackageNotFoundError:
        return ""
