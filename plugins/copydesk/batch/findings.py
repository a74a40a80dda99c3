"""What needs the curator, as findings with file and line: held seeds, doubts, waiting versions, files that cannot be
read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any, Literal

from copydesk.batch.clock import now
from copydesk.batch.content.doubles import ADVICE, doubles
from copydesk.batch.report import HIDDEN, Outcome, Report
from copydesk.batch.seeds.folder import list_seeds, overrides_path
from copydesk.errors import StoryFileError
from copydesk.model import Doubt
from copydesk.settings import Settings
from copydesk.writing.front_matter.record import StoryFile
from copydesk.writing.stories.storyfile import parse

Kind = Literal["held", "fault", "edited", "look"]

OF_PUBLISHED = frozenset({"no-date", "no-headline", "original-address-missing"})
"""Codes of doubts that say what the page of a published story shows; of a held one its reasons say what is missing."""
NO_SEED = "these overrides belong to no seed. Name them as their seed is named (harbor.toml beside harbor.html)"

FARTHEST_ZONE = timedelta(hours=14)
"""How far ahead of UTC a clock may be (Kiribati): what is dated no later may be of today."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: the file as the curator knows it, the line in it where there is one, a stable ``code``."""

    file: str
    line: int | None
    kind: Kind
    code: str
    message: str

    @property
    def place(self) -> str:
        """The file, and the line where there is one."""
        return self.file if self.line is None else f"{self.file}:{self.line}"

    def __str__(self) -> str:
        return f"{self.place}: {self.kind}: {self.message}"

    def plain(self) -> dict[str, Any]:
        """The finding as JSON has it."""
        return asdict(self)


def findings(settings: Settings, report: Report) -> tuple[Finding, ...]:
    """All findings: those of seeds in their order, of hidden files, of stories, of overrides without a seed."""
    of_seeds = dict.fromkeys(finding for outcome in report.outcomes for finding in _of_outcome(outcome, report.folder))
    hidden = (Finding(f"{report.folder}/{name}", None, "look", "hidden", HIDDEN) for name in report.hidden)
    return (*of_seeds, *hidden, *_of_stories(settings), *_of_overrides(settings))


def _of_outcome(outcome: Outcome, folder: str) -> Iterator[Finding]:
    """The reasons, what to look at, the doubts in the order of their lines; each names the item of a feed that it is
    about. Of a held document nothing is said that only a published one shows."""
    file, item = f"{folder}/{outcome.seed}", f"{outcome.item}: " if outcome.item else ""
    kind: Kind = "held" if outcome.state == "held" else "edited" if outcome.change == "kept" else "look"
    for reason in outcome.reasons:
        yield Finding(file, None, kind, kind, item + reason)
    if outcome.same_file is not None:
        message = f"the same file as {folder}/{outcome.same_file}, which became the story. Remove one of the two"
        yield Finding(file, None, "look", "duplicate", message)
    for look in outcome.looks:
        yield Finding(file, None, "look", "look", item + look)
    open_still = (doubt for doubt in outcome.doubts if outcome.state != "held" or doubt.code not in OF_PUBLISHED)
    for doubt in sorted(open_still, key=lambda doubt: _line_of(doubt) or 0):
        yield Finding(file, _line_of(doubt), "look", doubt.code, item + doubt.message)


def _line_of(doubt: Doubt) -> int | None:
    return doubt.place.first if doubt.place else None


def story_faults(settings: Settings) -> Iterator[Finding]:
    """Story files that a build leaves out, the curator's own included: one that cannot be read, or has the GUID of
    another."""
    return (finding for finding in _of_stories(settings) if finding.kind == "fault")


def _of_stories(settings: Settings) -> Iterator[Finding]:
    """What is wrong with story files: that one cannot be read, shares its GUID, or is dated ahead."""
    latest = (now() + FARTHEST_ZONE).date()
    by_guid: dict[str, list[str]] = defaultdict(list)
    for path in sorted(path for path in settings.stories.rglob("*.md") if not path.is_dir()):
        file = _shown(settings, path)
        try:
            story = _story(path, file)
        except StoryFileError as error:
            line = _line(error.problem)
            problem = error.problem if line is None else error.problem.partition(": ")[2]
            message = f"{problem}. {error.advice}"
            yield Finding(error.subject, line, "fault", "story-file", message)
            continue
        if story.guid and story.status != "draft":
            by_guid[story.guid].append(path.relative_to(settings.content).as_posix())
        if story.date and story.date.day > latest:
            message = f"is dated ahead ({story.date.day}); readers will see it now, and above all others until then"
            yield Finding(file, None, "look", "dated-ahead", message)
    for guid, paths in by_guid.items():
        for left_out, owner in doubles(guid, paths, settings.ledger).items():
            file, other = (_shown(settings, settings.content / place) for place in (left_out, owner))
            yield Finding(file, None, "fault", "shared-guid", f"has the guid of {other}. {ADVICE}")


def _story(path: Path, subject: str) -> StoryFile:
    """What a story file says. Raises StoryFileError unless a build can use it."""
    if path.is_symlink() or not path.is_file():
        raise StoryFileError(subject, "is no ordinary file", "Take it out of the content folder.")
    try:
        story = parse(path.read_bytes().decode("utf-8"), subject)
    except UnicodeDecodeError as error:
        raise StoryFileError(subject, f"is not UTF-8 (byte {error.start})", "Save it as UTF-8.") from error
    except OSError as error:
        raise StoryFileError(subject, f"cannot be read ({error.strerror})", "Check the file.") from error
    if story.date is None and story.status != "draft":
        raise StoryFileError(subject, "no date", "Add a line such as date: 2025-08-10.")
    return story


def _of_overrides(settings: Settings) -> Iterator[Finding]:
    """Overrides whose seed is gone or named otherwise."""
    if not settings.seeds.is_dir():
        return
    used = {overrides_path(seed) for seed in list_seeds(settings.seeds)}
    for path in sorted(settings.seeds.rglob("*.toml")):
        if path not in used:
            yield Finding(_shown(settings, path), None, "look", "overrides", NO_SEED)


def _shown(settings: Settings, path: Path) -> str:
    return path.relative_to(settings.root).as_posix() if path.is_relative_to(settings.root) else path.as_posix()


def _line(problem: str) -> int | None:
    """The line an error names at its start."""
    number = problem.removeprefix("line ").partition(":")[0]
    return int(number) if problem.startswith("line ") and number.isdigit() else None
