"""One site of one generator in a folder of its own, and the four states it is built from."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from copydesk.kinship.relations import Relations, compose

from bench.build.dialects import DIALECTS, guid, write_stories
from bench.build.generators import SITES, Generator
from bench.build.measuring import Cost, measure
from bench.build.stories import Story

ASIDE: Final = "aside"
"""The folder, beside those of the sites, of what builds before have left."""


@dataclass(frozen=True, slots=True)
class Site:
    """A site ready to be built: where, by whom, with which command, and the story that is changed."""

    generator: Generator
    folder: Path
    command: tuple[str, ...]
    changing: Story

    def build(self) -> Cost:
        """Build it, and say what that cost."""
        output = self.folder / self.generator.caches[0]
        return measure(self.command, self.folder, output, self.generator.environment)


def lay_out(generator: Generator, folder: Path, stories: Iterable[Story], environments: Path) -> Site:
    """Write a site with its stories into ``folder``, anew."""
    put_aside(folder, folder.parent)
    shutil.copytree(SITES / generator.site, folder)
    home = environments / generator.name
    command = tuple(generator.install(home))
    if generator.dress:
        generator.dress(home, folder)
    told = list(stories)
    write_stories(folder / generator.stories, told, generator.site)
    if generator.clusters:
        write_relations(folder / "content", told)
    return Site(generator, folder, command, told[len(told) // 2])


def write_relations(content: Path, stories: list[Story]) -> None:
    """Tell a site of ours which stories are copies, as cleaning their seeds would have found."""
    pairs = [(story, stories[story.copy_of]) for story in stories if story.copy_of is not None]
    groups = tuple((guid(first), guid(copy)) for copy, first in pairs)
    (content / "relations.txt").write_text(compose(Relations(groups, ())), encoding="utf-8")


# --- states -----------------------------------------------------------------------------------------------------------


def make_cold(site: Site, turn: int) -> None:
    """Take away all that an earlier build left, and have the disk at rest."""
    for name in site.generator.caches:
        put_aside(site.folder / name, site.folder.parent)
    os.sync()


def put_aside(folder: Path, work: Path) -> None:
    """Take a folder away without removing what is in it: where files were removed within minutes, ext4 looks at each
    freed inode before it gives out another, and a new file takes 135 microseconds in place of 10, which is nobody's
    build (``recently_deleted`` in Linux's ``fs/ext4/ialloc.c``)."""
    if folder.exists():
        (work / ASIDE).mkdir(parents=True, exist_ok=True)
        folder.rename(tempfile.mkdtemp(dir=work / ASIDE))


def tidy(work: Path) -> None:
    """Remove what was put aside, once nothing will be measured any more."""
    shutil.rmtree(work / ASIDE, ignore_errors=True)


def leave(site: Site, turn: int) -> None:
    """Change nothing."""


def change_a_story(site: Site, turn: int) -> None:
    """Add a sentence to one story in the middle of the others."""
    story = site.changing
    path = site.folder / site.generator.stories / f"{story.published:%Y/%m}" / f"{story.slug}.md"
    path.write_text(f"{DIALECTS[site.generator.site](story)}\nKea du tut, turn {turn}.\n", encoding="utf-8")


def change_the_template(site: Site, turn: int) -> None:
    """Change what all pages share, by one element in their heads."""
    path = site.folder / site.generator.base
    page = path.read_text(encoding="utf-8")
    path.write_text(page.replace("<head>", f'<head>\n<meta name="turn" content="{turn}">', 1), encoding="utf-8")


STATES: Final[Mapping[str, Callable[[Site, int], None]]] = {
    "cold": make_cold,
    "nothing changed": leave,
    "one story changed": change_a_story,
    "template changed": change_the_template,
}
"""In the order in which they are measured: each finds what the one before left."""
