"""A site in a temporary folder whose seeds are so plain that what they become is known without the real stages: see
`plain_seeds`."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import plain_seeds
import pytest
from copydesk import pipeline
from copydesk.batch import Options, Report, normalize, normalizing
from copydesk.batch.processes import workers
from copydesk.settings import Settings, settings_from


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
    monkeypatch.setattr(pipeline, "stories", plain_seeds.clean)
    monkeypatch.setattr(workers, "cores", lambda: 0)  # in this process, where tests can put things in the way
    monkeypatch.setattr(normalizing, "CLEANING", plain_seeds.CLEANING)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1754892000")
    (tmp_path / "seeds").mkdir()
    return Desk(settings_from({}, tmp_path))
