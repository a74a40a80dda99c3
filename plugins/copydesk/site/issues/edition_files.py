"""Editions made by hand: ``content/editions/<name>.md``, a note by the curator and an order of stories.

    ---
    title: "After the storm"
    date: 2026-05-17
    number: 12
    stories:
      - regatta-eastquay-win-by-a-nose
      - urn:uuid:6f0c9c1e-…
    ---
    The note, in Markdown.

Every key may be left out: the name of the file says the date where it is one ("2026-05-17", "2026-W20").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from copydesk.errors import StoryFileError
from copydesk.site.registers.register import is_number
from copydesk.site.stage.grounds import EDITIONS
from copydesk.site.stage.opening import refuse_others, text_of
from copydesk.text import squeeze
from copydesk.writing.front_matter.forms import MOMENT, TEXT, TEXTS, WORD, Form
from copydesk.writing.front_matter.yaml_values import read_mapping
from copydesk.writing.stories.storyfile import split

FOLDER = EDITIONS

KEYS: Mapping[str, Form] = {"title": TEXT, "date": MOMENT, "number": WORD, "stories": TEXTS}
"""The keys of an edition's file."""

_WEEK = re.compile(r"(\d{4})-w(\d{2})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class EditionFile:
    """An edition as the curator wrote it. ``key`` is the file's name without its ending; ``stories`` are slugs, GUIDs
    or paths under ``content/``, in order; ``note`` is Markdown."""

    key: str
    subject: str
    day: date
    title: str | None = None
    number: int | None = None
    stories: tuple[str, ...] = ()
    note: str | None = None


def edition_paths(content: Path) -> Iterator[Path]:
    """The files of editions, by name."""
    yield from sorted((content / FOLDER).glob("*.md"))


def read_edition(path: Path, content: Path) -> EditionFile:
    """The edition in a file. Raises StoryFileError naming the file and what is wrong."""
    subject = f"{content.name}/{FOLDER}/{path.name}"
    refuse_others(path, content, subject)
    parts = split(text_of(path, subject), subject)
    found = read_mapping(parts.front, subject)
    for name, value in found.items():
        if name not in KEYS:
            raise StoryFileError(subject, f"line {value.line}: the unknown key {name}", f"Known are {', '.join(KEYS)}.")
    fields = {name: KEYS[name].read(value) for name, value in found.items()}
    number = fields.get("number")
    if number is not None and not (is_number(number) and int(number)):
        raise found["number"].wrong("a whole number above 0")
    day = fields["date"].day if "date" in fields else day_of(path.stem)
    if day is None:
        raise StoryFileError(subject, "no date", "Add a line such as date: 2026-05-17.")
    return EditionFile(
        key=key_of(path.stem),
        subject=subject,
        day=day,
        title=fields.get("title"),
        number=int(number) if number else None,
        stories=fields.get("stories", ()),
        note=parts.body.strip() or None,
    )


def key_of(stem: str) -> str:
    """The key of the edition a file is about: weeks are written alike, "2026-W20". No key ends a line of a register."""
    return stem.upper() if _WEEK.fullmatch(stem) else squeeze(stem)


def day_of(stem: str) -> date | None:
    """The day a file's name says: of a week its last, ``None`` for any other name."""
    week = _WEEK.fullmatch(stem)
    try:
        return date.fromisocalendar(int(week[1]), int(week[2]), 7) if week else date.fromisoformat(stem[:10])
    except ValueError:
        return None
