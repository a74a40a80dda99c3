"""Golden cases: what a raw file must become. `make golden` writes every ``expected.md`` anew for review.

A case is a folder: ``raw.txt`` or ``raw.html``; ``case.toml`` that says which shape it stands for; ``expected.md``;
and, where it needs them, ``overrides.toml`` and ``sources.toml`` as a site has them.
"""

from __future__ import annotations

import os
import sys
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from copydesk import pipeline
from copydesk.errors import HeldError
from copydesk.model import Cut, House, RawDocument, Story
from copydesk.settings import read_overrides, read_publishers
from copydesk.writing.stories import storyfile
from copydesk.writing.stories.composing import Identity, story_file

CASES = Path(__file__).resolve().parent / "cases"
FIRST_SEEN = date(2026, 1, 1)
"""The day every case was first seen: what a story without a date is dated."""


@dataclass(frozen=True)
class Case:
    """What ``case.toml`` says: the ``shape`` the raw file stands for, ``why`` it is kept, the ``url`` it is known to
    come from, and the house it is cleaned in."""

    shape: str
    why: str
    url: str | None = None
    zone: str = "UTC"
    language: str = "en"


def folders() -> list[Path]:
    """Every case."""
    return sorted(path.parent for path in CASES.glob("*/case.toml"))


def read_case(folder: Path) -> Case:
    """The case of a folder; an unknown key is a TypeError that names it."""
    return Case(**tomllib.loads((folder / "case.toml").read_text(encoding="utf-8")))


def raw_file(folder: Path) -> Path:
    """The raw file of a case: exactly one."""
    (path,) = folder.glob("raw.*")
    return path


def stories(folder: Path) -> tuple[Story, ...]:
    """The stories of a case. Raises HeldError where the raw file cannot be read at all."""
    case, path = read_case(folder), raw_file(folder)
    house = House(read_publishers(folder / "sources.toml"), case.zone, case.language)
    overrides = read_overrides(folder / "overrides.toml", f"{folder.name}/overrides.toml")
    return pipeline.clean(RawDocument(path.name, path.read_bytes(), case.url), house, overrides)


def outcome(folder: Path) -> str:
    """The text of ``expected.md``: each story as it would be written, then what was cut from it and why."""
    try:
        return "\n".join(shown(story) for story in stories(folder))
    except HeldError as error:
        return f"<!-- held\n{error}\n-->\n"


def shown(story: Story) -> str:
    """One story as it would be written, with the reasons it is held and its cuts in the order of the page."""
    text = storyfile.compose(story_file(story, Identity(story.guid, FIRST_SEEN)))
    held = f"<!-- held\n{lines(story.held)}-->\n" if story.held else ""
    order = sorted(story.cuts, key=lambda cut: (cut.block.place.first, cut.block.place.last))
    cuts = f"<!-- cut\n{lines(tuple(map(cut_line, order)))}-->\n" if order else ""
    return "\n".join(filter(None, (text, held, cuts)))


def cut_line(cut: Cut) -> str:
    """A cut in one line: where it stood, what took it and why, its text."""
    place = cut.block.place
    where = f"{place.first}" if place.first == place.last else f"{place.first}-{place.last}"
    text = " ".join(cut.block.text.split()).replace("--", "- -")
    return f"{where} · {cut.nature} · {cut.rule} · {cut.reason} · {text}"


def lines(entries: tuple[str, ...]) -> str:
    """Entries, each on a line of its own."""
    return "".join(f"{entry}\n" for entry in entries)


def main() -> int:
    """Write every ``expected.md`` anew and name those that changed. Refuses in CI, where nobody would review them."""
    if os.environ.get("CI", "").lower() in {"1", "true"}:
        print("Golden cases are renewed by hand and reviewed as a diff, never in CI.", file=sys.stderr)
        return 1
    for folder in folders():
        expected = folder / "expected.md"
        before = expected.read_text(encoding="utf-8") if expected.exists() else None
        after = outcome(folder)
        if after != before:
            expected.write_text(after, encoding="utf-8", newline="\n")
            print(f"{'changed' if before else 'new'}: {expected.relative_to(CASES.parent.parent)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
