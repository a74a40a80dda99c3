"""A site in a temporary folder whose seeds are so plain that what they become is known without the real stages.

A seed is its headline, an empty line, and a paragraph a line. Lines that begin with "!" say what the stages would have
found: ``!date 2025-08-10``, ``!held reason``, ``!fail``, ``!crash``, ``!next`` (another document of the same seed).
"""

from __future__ import annotations

import hashlib
import os
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from copydesk import pipeline
from copydesk.batch import Options, Report, normalize
from copydesk.errors import HeldError
from copydesk.model import Block, Doubt, Fact, Metadata, Moment, Paragraph, Place, RawDocument, Span, Story
from copydesk.settings import Settings, settings_from


def clean(raw: RawDocument, *_: object) -> tuple[Story, ...]:
    """The stories of a plain seed."""
    text = raw.data.decode()
    if not text.strip():
        raise HeldError(raw.seed, "it is empty", "Save it again.")
    parts = text.split("!next\n")
    return tuple(_story(raw, part, str(place) if len(parts) > 1 else None) for place, part in enumerate(parts))


def _story(raw: RawDocument, text: str, item: str | None) -> Story:
    orders = [line[1:].partition(" ") for line in text.split("\n") if line.startswith("!")]
    said = {order: value for order, _, value in orders}
    if "fail" in said:
        raise ZeroDivisionError("as ordered")
    if "crash" in said:
        os._exit(9)
    headline, *lines = [line for line in text.split("\n") if line and not line.startswith("!")] or [""]
    sha256 = hashlib.sha256(raw.data).hexdigest()
    return Story(
        guid=uuid.uuid5(uuid.NAMESPACE_URL, f"{sha256} {item}").urn,
        seed=raw.seed,
        sha256=sha256,
        item=item,
        format="text",
        encoding="utf-8",
        lines=text.count("\n"),
        metadata=Metadata(
            headline=Fact(headline, "first line", 0.9) if headline else None,
            published=Fact(Moment(date.fromisoformat(said["date"])), "page header", 0.3) if "date" in said else None,
            tags=Fact((said["tag"],), "meta", 0.9) if "tag" in said else None,
        ),
        blocks=tuple(Block(Paragraph(), (Span(line),), Place(n, n)) for n, line in enumerate(lines, 2)),
        cuts=(),
        clues=(),
        doubts=(Doubt("plain", "a plain seed", Place(1, 1)),),
        held=(f"seeds/{raw.seed}: {said['held']}.",) if "held" in said else (),
    )


@dataclass(frozen=True, slots=True)
class Desk:
    """A site and the shortest words for working on it."""

    settings: Settings

    def seed(self, name: str, text: str | bytes) -> None:
        """Put a raw file into ``seeds/``."""
        path = self.settings.seeds / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())

    def run(self, **options: object) -> Report:
        """Normalize."""
        return normalize(self.settings, Options(**options))  # type: ignore[arg-type]

    def stories(self) -> dict[str, str]:
        """The story files, by path below ``content/``."""
        found = sorted(self.settings.stories.rglob("*.md"))
        return {path.relative_to(self.settings.content).as_posix(): path.read_text("utf-8") for path in found}

    def tree(self) -> dict[str, tuple[bytes, int]]:
        """Every file of the site with its bytes and the time it was last written; the lock says nothing."""
        files = (path for path in self.settings.root.rglob("*") if path.is_file() and path.name != "lock")
        return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}

    def edit(self, path: str, change: Callable[[str], str]) -> None:
        """Edit a story as a hand would."""
        file = self.settings.content / path
        file.write_text(change(file.read_text("utf-8")), "utf-8")

    def only(self) -> str:
        """The path of the one story there is."""
        (path,) = self.stories()
        return path


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A site without seeds, whose clock stands on 11 August 2025."""
    monkeypatch.setattr(pipeline, "clean", clean)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1754892000")
    (tmp_path / "seeds").mkdir()
    return Desk(settings_from({}, tmp_path))
