"""One build of the site, from the empty stage to the site in place. Its effects on files are here and in `staging`."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from copydesk.batch.processes.handles import cores
from copydesk.settings import Settings
from copydesk.site.entries import Entries, Entry
from copydesk.site.feeds.items import FeedDocument
from copydesk.site.hands import Hands
from copydesk.site.machines.shots import Shots
from copydesk.site.machines.sitemaps import Listed
from copydesk.site.printing import manifest
from copydesk.site.printing.ahead import Ahead
from copydesk.site.printing.light_templates import LightTemplates
from copydesk.site.printing.manifest import Manifest
from copydesk.site.printing.rendering import Kit, kit_of, print_quire, put
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
from copydesk.site.showing.sheets import PageMaker
from copydesk.site.stage import staging, swap
from copydesk.site.stage.grounds import PRESS, Ground, readings_frame
from copydesk.site.stories.memory import Memory, open_memory
from copydesk.site.stories.pictures import Found
from copydesk.site.stories.records import Rules, rules_of
from copydesk.site.tables import Laid
from copydesk.site.values import Site
from copydesk.writing.ledgers.register import Row

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
    ahead: Ahead
    """Hands pages to those processes as soon as their values are known."""
    kit: Kit | None = None
    """What those processes need to render pages; ``None`` where the theme or a plugin rules that out."""
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
    news: frozenset[str] = frozenset()
    """The paths of those pages that the news sitemap lists too."""
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
    """The edition that each story has come out in, this build's included, by GUID."""
    foreign: bool = False
    """Whether some page takes Pelican's context, and so may depend on any content."""
    maker: PageMaker | None = None
    """What makes the values of pages, until all are asked for."""
    page_frame: Frame | None = None
    """The frame of pages of values, once the first is asked for."""
    plates: Laid | None = None
    """From this, the next build can make a few pages again without the rest; ``None`` where it cannot."""
    opened: frozenset[str] = frozenset()
    """The story files of which more than their heads was asked before anything was rendered."""
    light_templates: LightTemplates | None = None
    """Hands out templates without compiling them; ``None`` where that is not safe."""
    light: Any = None
    """Makes articles from heads, without reading stories (`light_articles`); ``None`` where that is not safe."""
    articles: Any = None
    """Pelican's generator of articles, once everything is read."""
    withdrawn: dict[str, Any] = field(default_factory=dict)
    """Pelican's articles of the stories that were taken down, by GUID."""
    left_out: set[str] = field(default_factory=set)
    """The files that could not be read, relative to the content folder."""
    faults: list[str] = field(default_factory=list)
    """Story files that could not be read, each with what to do about it."""
    flushing: list[Future[None]] = field(default_factory=list)
    """What was begun to bring to the disk while more was printed."""

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
    settings, rules = ground.given, rules_of(ground.house)
    kit = kit_of(settings, LENT / "templates", rules.tongue) if ground.alone else None
    known_files = manifest.read(ground.house.state, ground.output) if ground.alone else Manifest()
    press = Press(
        ground=ground,
        settings=ground.house,
        rules=rules,
        theme=read_theme(Path(settings["THEME"])),
        memory=open_memory(ground.house.state, readings_frame(ground)),
        hands=(hands := Hands(ground.house.jobs or cores())),
        ahead=Ahead(ground.stage, hands, kit, known_files),
        kit=kit,
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


def hand_out(press: Press) -> list[Entry]:
    """Take over what is the same on the site as it stands, and hand over the pages that other processes may print; the
    entries that are left. From here on all that is opened is opened to be printed. Raises what kept pages from being
    handed over before."""
    press.opened, press.maker = frozenset(press.memory.opened), None
    ahead = press.ahead
    if ahead.fault is not None:
        raise ahead.fault
    ahead.make_folders(press.entries)
    late, free = parted((entry for entry in press.entries if not ahead.has(entry)), ahead.stands_in_the_way)
    fresh = [entry for entry in free if not ahead.known.reuse(entry, press.output, f"{press.stage}/{entry.path}")]
    pages, others = parted(fresh, ahead.is_data)
    if press.hands.are_worth(len(pages)):
        ahead.hand_over(pages)
        return [*others, *late]
    return [*others, *pages, *late]


def render(press: Press, entries: Iterable[Entry]) -> None:
    """Write the entries that were not handed over into the stage, then see that the others are written; last those that
    take the place of others."""
    late, others = parted(entries, press.ahead.stands_in_the_way)
    for entry in sorted(others, key=is_no_archive):
        write(entry, press.stage)
    flush_ahead(press)
    press.hands.done(print_quire, press.ahead.given)
    flush_ahead(press)
    press.hands.close()
    for path in press.ahead.unwanted({entry.path for entry in press.entries}):
        (press.stage / path).unlink()
    for entry in late:
        write(entry, press.stage)


def is_no_archive(entry: Entry) -> bool:
    """Whether a file is no document of the feeds' history. Those come first: they have all items, month by month, which
    is about how stories lie in memory and on the shelf, and the other feeds have but items of theirs."""
    return not (isinstance(entry.feed, FeedDocument) and entry.feed.is_archive)


def flush_ahead(press: Press) -> None:
    """Where many pages are printed, have those that are there go to the disk while there is something else to do."""
    if press.ahead.given:
        press.flushing.append(swap.flushing(press.stage))


def parted(entries: Iterable[Entry], belongs: Callable[[Entry], bool]) -> tuple[list[Entry], list[Entry]]:
    """The entries that belong, and those that do not."""
    ours: list[Entry] = []
    others: list[Entry] = []
    for entry in entries:
        (ours if belongs(entry) else others).append(entry)
    return ours, others


def measure(press: Press, path: str) -> int:
    """The bytes of a published picture: of the file where it is written already, else of what will be written."""
    for folder in (press.stage, press.output):
        if (folder / path).is_file():
            return (folder / path).stat().st_size
    return next(len(found.entry().render()) for found in press.pictures if found.picture.path == path)


def write(entry: Entry, stage: Path) -> None:
    """Render one entry to its file."""
    put(f"{stage}/{entry.path}", *entry.parts())
    if entry.announce is not None:
        entry.announce(stage / entry.path)


def finish(press: Press, kept: tuple[str, ...]) -> None:
    """Put the stage in place and remember the digests of what is in it. ``kept`` are entries of the output folder that
    survive every build. Raises OSError."""
    for begun in press.flushing:
        begun.result()
    staging.put_in_place(press.stage, press.output, kept)
    press.memory.save()
    try:
        write_references(press.settings.state, press.frame, press.templates)
        manifest.write(press.settings.state, press.output, press.entries)
    except OSError as error:
        logger.warning("%s could not be written (%s): the next build is a full one", manifest.NAME, error.strerror)
