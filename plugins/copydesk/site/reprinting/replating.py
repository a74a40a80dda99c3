"""A build after the words or headlines of a few stories have changed: only the pages and feeds that show them are made
again.

Newspapers replate a page for a late line, and print on. Here that is done where nothing else has changed since a build
that kept its plates (`plates`): no other file, no setting, and of the stories not what order, lists, names and
addresses are made from. In every other case, and in every doubt, the whole site is built (`building`). Pelican runs,
and is given nothing to do.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from pelican.plugins import signals

from copydesk import interrupts
from copydesk.errors import CopydeskError
from copydesk.site.entries import Sheet, digest_of
from copydesk.site.feeds.items import FeedDocument, Image
from copydesk.site.feeds.making import feed_digest
from copydesk.site.feeds.printing import Printer
from copydesk.site.feeds.registering import is_lost, record
from copydesk.site.printing import manifest
from copydesk.site.printing.light_items import copied
from copydesk.site.printing.manifest import Printed
from copydesk.site.printing.parcels import Packing
from copydesk.site.printing.rendering import Kit, Quire, kit_of, print_quire, put
from copydesk.site.printing.templates import LENT
from copydesk.site.reprinting import plates
from copydesk.site.reprinting.casting import CastError
from copydesk.site.reprinting.plates import Kept, Plate
from copydesk.site.reprinting.plating import Case, case_of
from copydesk.site.showing.sheets import Unmade, page_digest
from copydesk.site.stage import grounds, resting, spare, staging, standing
from copydesk.site.stage.ending import faults_named
from copydesk.site.stage.grounds import Ground
from copydesk.site.stage.resting import Ending
from copydesk.site.stage.standing import Standing, UnsureError
from copydesk.site.stories.records import rules_of

logger = logging.getLogger(__name__)

LISTENED: Final = (signals.content_written, signals.feed_generated, signals.feed_written)
"""Signals by which a settings file, too, can have a word in what is written, or hear of it: then all is built."""

DOUBTS: Final = (
    *(CastError, CopydeskError, UnsureError, OSError),
    *(LookupError, TypeError, ValueError, AttributeError, RecursionError),
)
"""What is raised where something is not as it was written down, or was written down by nobody of ours."""

MOST: Final = 50
"""Changed stories above which the whole site is built: their pages and feeds are then made by all processes."""


@dataclass(frozen=True, slots=True)
class InPlace:
    """The site in place: what is known of each file, and the rows of all."""

    files: Mapping[str, Printed]
    rows: list[tuple[str, int, int]]

    def digest_with(self, output: Path, changed: Collection[str]) -> str:
        """The digest of the site's files after those at ``changed`` paths have been replaced."""
        now = {f"{output}/{path}" for path in changed}
        return digest_of([standing.row_of(row[0])[:3] if row[0] in now else row for row in self.rows])


@dataclass(slots=True)
class Replate:
    """What has to be made again: pages and feeds by path, and the digests of what they are made from now."""

    ground: Ground
    known: Standing
    case: Case
    site: InPlace
    kit: Kit
    pages: dict[str, Sheet] = field(default_factory=dict)
    feeds: dict[str, FeedDocument] = field(default_factory=dict)
    digests: dict[str, str] = field(default_factory=dict)

    def look_at(self, plate: Plate) -> None:
        """Find out whether a page or a feed is still what it would be. Raises CastError, LookupError, TypeError and
        ValueError where that cannot be told."""
        made = self.case.value(plate.values)
        if plate.template is None and isinstance(made, FeedDocument):
            if self._differs(plate.path, feed_digest(self.ground.frame, self.case.maker, made)):
                self.feeds[plate.path] = made
        elif plate.template is not None and isinstance(made, Unmade | Mapping):
            if self._differs(plate.path, page_digest(str(plate.basis), made)):
                self.pages[plate.path] = Sheet(plate.template, made)
        else:
            raise TypeError(plate.key)

    def _differs(self, path: str, digest: str) -> bool:
        """Whether a file has another digest now; if so, note it."""
        differs = digest != self.site.files[path].digest
        if differs:
            self.digests[path] = digest
        return differs


def may_replate(ground: Ground, known: Standing) -> bool:
    """Whether the site can be brought up to date so. If so it is known what there is to do, and nothing done."""
    try:
        replate = replate_of(ground, known)
    except DOUBTS:
        return False
    ground.replate = replate
    return replate is not None


def replate_of(ground: Ground, known: Standing) -> Replate | None:
    """What there is to do, ``None`` where the whole site has to be built."""
    kept = plates.read(ground, known.plates)
    changed = changed_stories(ground, known, kept) if kept else []
    if kept is None or not 0 < len(changed) <= MOST or is_listened_to():
        return None
    rules = rules_of(ground.house)
    kit, site = kit_of(ground.given, LENT / "templates", rules.tongue), in_place(ground, known)
    case = case_of(ground, kept, rules) if kit and site else None
    if kit is None or site is None or case is None:
        return None
    replate = None
    try:
        if case.take_in(changed):
            found = Replate(ground, known, case, site, kit)
            for plate in case.plates_with(changed):
                found.look_at(plate)
            replate = found
    finally:
        if replate is None:
            case.memory.close()  # what was put on the shelf is there before the build that follows puts more behind it
    return replate


def is_listened_to() -> bool:
    """Whether another plugin listens to the signals of writing: it may change what is written, or count on hearing of
    it."""
    return any(signal.receivers for signal in LISTENED)


def changed_stories(ground: Ground, known: Standing, kept: Kept) -> list[str]:
    """The names of the story files that have changed; none where anything else has, or a file has come or gone."""
    before, now = set(map(tuple, kept.rows.head)), set(ground.seen.rows) if ground.seen else set()
    paths = {row[0] for row in now - before}
    if paths != {row[0] for row in before - now}:
        return []
    paths |= {path for path, digest in known.sources.bytes.items() if standing.file_digest(path) != digest}
    content = ground.house.content
    names = [Path(path).relative_to(content).as_posix() for path in paths if Path(path).is_relative_to(content)]
    folders = tuple(f"{folder}/" for folder in ground.given["ARTICLE_PATHS"])
    are_stories = all(name.endswith(".md") and name.startswith(folders) for name in names)
    return sorted(names) if are_stories and len(names) == len(paths) else []


def in_place(ground: Ground, known: Standing) -> InPlace | None:
    """The site in place, ``None`` where it is not the one that is known, or a file of it is not known. Raises
    UnsureError and OSError."""
    rows = standing.output_rows(ground.output)
    if digest_of(rows) != known.output:
        return None
    files = manifest.read(ground.house.state, ground.output).files
    start, kept = len(f"{ground.output}/"), (*staging.KEPT, *ground.given["OUTPUT_RETENTION"])
    there = {path[start:] for path, *_ in rows}
    ours = {path for path in there if path.partition("/")[0] not in kept}
    return InPlace(files, rows) if ours == files.keys() else None


# --- Pelican's signals ------------------------------------------------------------------------------------------------

begin, prepare_generator = resting.begin, resting.prepare_generator
adopt_articles, offer_writer = resting.adopt_articles, resting.offer_writer


def finish_pages(pelican: Any) -> None:
    """The pages and feeds are printed, and the new site takes the place of the old."""
    ground: Ground = pelican.settings[grounds.KEY]
    replate: Replate = ground.replate
    with faults_named(pelican):
        print_again(replate)
    interrupts.ignore()  # until all is done: whoever asks now is asking for what is about to happen
    with faults_named(pelican):
        put_in_place(replate)
    resting.tell_again(ground, replate.known)
    site = replate.site.digest_with(ground.output, replate.digests)
    if (waiting := ground.given.get(grounds.WAITING)) is not None:
        waiting(site)
    write_down(replate, site)
    grounds.leave(pelican)


def print_again(replate: Replate) -> None:
    """Fill the stage: with what is made again, and with all else as it stands. Raises OSError."""
    stage, output = replate.ground.stage, replate.ground.output
    spare.fill(stage, output, replate.site.files.keys() - replate.digests.keys())
    for path in replate.digests:
        Path(stage, path).parent.mkdir(parents=True, exist_ok=True)
    if replate.pages:
        print_quire(Quire(replate.kit, str(stage), tuple(replate.pages.items()), Packing()))
    printer = Printer(lambda image: size_of(output, image), copied)
    for document in replate.feeds.values():
        printer.expect(document)
    for path, document in replate.feeds.items():
        put(f"{stage}/{path}", *printer.pieces(document))
    printer.close()


def size_of(output: Path, image: Image) -> int:
    """The bytes of a published picture. Raises OSError."""
    return (output / image.path).stat().st_size


def put_in_place(replate: Replate) -> None:
    """First what the feeds say is recorded, then the site put in place. Raises OSError and SettingsError."""
    ground = replate.ground
    standing.forget(ground.house.state)
    if ground.house.normalize:
        record(ground.house, replate.case.told)
    staging.exchange_with(ground.stage, ground.output, ground.given["OUTPUT_RETENTION"])
    spare.keep(ground.stage, ground.output)


def write_down(replate: Replate, site: str) -> None:
    """What is known now: of the stories, of the files, and of the site as it stands, whose digest is ``site``."""
    ground, case = replate.ground, replate.case
    state = ground.house.state
    case.save()
    try:
        manifest.amend(state, ground.output, replate.site.files, replate.digests)
    except OSError as error:
        logger.warning("%s could not be written (%s): the next build is a full one", manifest.NAME, error.strerror)
        return
    if is_lost(ground.house, case.told):  # the next build has that to make up
        return
    kept = case.plates_after()
    mark = plates.written(state, kept, case.kept) if kept is not None else None
    resting.write_down(ground, Ending(replate.known.told, mark, site))
