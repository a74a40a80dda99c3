"""One build of the site, from the empty stage to the site in place. Its effects on files are here and in `staging`."""

from __future__ import annotations

import logging
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from copydesk.batch.workers import cores
from copydesk.settings import Settings
from copydesk.site.entries import Entries, Entry
from copydesk.site.hands import BATCH, Hands, taken
from copydesk.site.machines.shots import Shots
from copydesk.site.machines.sitemaps import Listed
from copydesk.site.printing import manifest
from copydesk.site.printing.light_templates import LightTemplates
from copydesk.site.printing.manifest import Manifest
from copydesk.site.printing.parcels import Packing
from copydesk.site.printing.rendering import Kit, Quire, kit_of, print_quire, put
from copydesk.site.printing.templates import (
    LENT,
    TemplateDigests,
    Theme,
    known_references,
    read_theme,
    write_references,
)
from copydesk.site.registers import issued, register
from copydesk.site.registers.issued import Issued
from copydesk.site.registers.register import Register
from copydesk.site.search.leaves import Leaf
from copydesk.site.showing.colours import house_sheet
from copydesk.site.showing.frame import Frame
from copydesk.site.showing.kin import Kin
from copydesk.site.stage import staging
from copydesk.site.stage.grounds import PRESS, Ground, readings_frame
from copydesk.site.stories.memory import Memory, open_memory
from copydesk.site.stories.pictures import Found
from copydesk.site.stories.records import Rules, rules_of
from copydesk.site.values import Site
from copydesk.writing.register import Row

logger = logging.getLogger(__name__)

KEY = PRESS
"""Where Pelican's settings, the one thing its generators, readers and writers share, hold the build's `Press`."""


@dataclass(slots=True)
class Press:
    """One build: what will be printed, and what went wrong."""

    ground: Ground
    settings: Settings
    rules: Rules
    theme: Theme
    memory: Memory
    """What the story files said when they were last read, and what they say now."""
    hands: Hands
    """The processes that help."""
    kit: Kit | None = None
    """What they need to render pages, ``None`` where they cannot."""
    entries: Entries = field(default_factory=Entries)
    templates: TemplateDigests = field(default_factory=TemplateDigests)
    statics: list[Any] = field(default_factory=list)
    """Pelican's static contents, whose places are known only when every page has been asked for."""
    pictures: list[Found] = field(default_factory=list)
    """The pictures of the stories that may show theirs."""
    listed: list[Listed] = field(default_factory=list)
    """The pages that search engines may index."""
    kin: Kin = field(default_factory=Kin)
    """Which stories are copies of others, and which tell of one event."""
    leaves: list[Leaf] = field(default_factory=list)
    """The stories that can be searched."""
    shots: Shots | None = None
    """The cards of pages, if this build draws them."""
    site: Site | None = None
    """What is the same on every page, once the first page is asked for."""
    register: Register = field(default_factory=Register)
    """The addresses the site has had until now."""
    published: dict[str, str] = field(default_factory=dict)
    """The addresses of this build's stories and editions, and whose they are."""
    colours: str = ""
    """The style sheet of the site's own colours, "" where it has none."""
    told: dict[str, Row] = field(default_factory=dict)
    """What the feeds say of each story, by GUID."""
    known_issues: Issued = field(default_factory=Issued)
    """The edition each story had come out in before this build, by GUID."""
    issued: Issued = field(default_factory=Issued)
    """The same with what comes out in this one."""
    foreign: bool = False
    """Whether some page takes Pelican's context, and so may depend on any content."""
    page_frame: Frame | None = None
    """The frame of pages of values, once the first is asked for."""
    opened: frozenset[str] = frozenset()
    """The story files of which more than their heads was asked before anything was rendered."""
    light_templates: LightTemplates | None = None
    """What hands out templates without compiling them, where that may be."""
    light: Any = None
    """What makes articles without reading (`light_articles`), where that may be."""
    articles: Any = None
    """Pelican's generator of articles, once everything is read."""
    withdrawn: dict[str, Any] = field(default_factory=dict)
    """Pelican's articles of the stories that were taken down, by GUID."""
    left_out: set[str] = field(default_factory=set)
    """The files that could not be read, relative to the content folder."""
    faults: list[str] = field(default_factory=list)
    """Story files that could not be read, each with what to do about it."""

    @property
    def output(self) -> Path:
        """The real folder that is replaced."""
        return self.ground.output

    @property
    def stage(self) -> Path:
        """The folder that will replace it."""
        return self.ground.stage

    @property
    def frame(self) -> str:
        """Digest of what every page depends on."""
        return self.ground.frame

    @property
    def alone(self) -> bool:
        """Whether no other plugin takes part."""
        return self.ground.alone


def start(ground: Ground) -> Press:
    """The press of a build on its ground. Raises SettingsError and LedgerError."""
    settings = ground.given
    press = Press(
        ground=ground,
        settings=ground.house,
        rules=(rules := rules_of(ground.house)),
        theme=read_theme(Path(settings["THEME"])),
        memory=open_memory(ground.house.state, readings_frame(ground)),
        hands=Hands(ground.house.jobs or cores()),
        kit=kit_of(settings, LENT / "templates", rules.tongue) if ground.alone else None,
        templates=TemplateDigests(known_references(ground.house.state, ground.frame)),
        register=register.read(ground.house),
        known_issues=(known := issued.read(ground.house)),
        issued=known,
        colours=house_sheet(settings.get("COPYDESK_COLOURS") or {}),
    )
    ground.held.callback(press.hands.close)
    ground.held.callback(press.memory.close)
    settings[KEY] = press
    return press


def render(press: Press) -> None:
    """Write every entry into the stage: taken from the site as it stands where nothing it depends on has changed. Pages
    that other processes may render are handed over first; this one does the others meanwhile."""
    press.opened = frozenset(press.memory.opened)
    known = manifest.read(press.settings.state, press.output) if press.alone else Manifest()
    for folder in sorted({posixpath.dirname(entry.path) for entry in press.entries}):
        (press.stage / folder).mkdir(parents=True, exist_ok=True)
    fresh = [entry for entry in press.entries if not known.reuse(entry, press.output, f"{press.stage}/{entry.path}")]
    pages, others = parted(press, fresh)
    given = press.hands.give(print_quire, quires(press, pages))
    for entry in others:
        write(entry, press.stage / entry.path)
    for _ in taken(print_quire, given):
        pass
    press.hands.close()


def parted(press: Press, entries: Iterable[Entry]) -> tuple[list[Entry], list[Entry]]:
    """The entries that are handed over to other processes, and those that are not."""
    pages: list[Entry] = []
    others: list[Entry] = []
    for entry in entries:
        is_data = press.kit is not None and entry.sheet is not None and entry.announce is None
        (pages if is_data else others).append(entry)
    return (pages, others) if press.hands.are_worth(len(pages)) else ([], [*others, *pages])


def quires(press: Press, pages: list[Entry]) -> Iterator[Quire]:
    """The pages in lots that are handed over at once."""
    packing = Packing()
    for start in range(0, len(pages), BATCH):
        lot = pages[start : start + BATCH]
        leaves = tuple((f"{press.stage}/{entry.path}", entry.sheet) for entry in lot if entry.sheet is not None)
        if press.kit is not None:
            yield Quire(press.kit, leaves, packing)


def measure(press: Press, path: str) -> int:
    """The bytes of a published picture: of the file where it is written already, else of what will be written."""
    for folder in (press.stage, press.output):
        if (folder / path).is_file():
            return (folder / path).stat().st_size
    return next(len(found.entry().render()) for found in press.pictures if found.picture.path == path)


def write(entry: Entry, target: Path) -> None:
    """Render one entry to its file."""
    put(str(target), entry.render())
    if entry.announce is not None:
        entry.announce(target)


def finish(press: Press, kept: tuple[str, ...]) -> None:
    """Put the stage in place and remember the digests of what is in it. ``kept`` are entries of the output folder that
    survive every build."""
    staging.put_in_place(press.stage, press.output, kept)
    press.memory.save()
    try:
        write_references(press.settings.state, press.frame, press.templates)
        manifest.write(press.settings.state, press.output, press.entries)
    except OSError as error:
        logger.warning("%s could not be written (%s): the next build is a full one", manifest.NAME, error.strerror)
