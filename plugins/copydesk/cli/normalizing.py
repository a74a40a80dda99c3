"""``copydesk normalize``: the folder, and what became of each document."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from copydesk.batch import Options, normalize
from copydesk.cli.exits import USAGE
from copydesk.cli.surroundings import show_progress, shown, site
from copydesk.settings import Settings


def run(arguments: Namespace) -> int:
    """Normalize; one line for each thing that needs a human, and the total."""
    settings = site(arguments.settings)
    take = {path: story_at(path, settings) for path in arguments.take}
    for path, story in take.items():
        if story is None:
            sys.stderr.write(f"copydesk: {shown(str(path))} is no story of {settings.stories}\n")
            return USAGE
    progress = show_progress if sys.stderr.isatty() else None
    report = normalize(settings, Options(arguments.jobs, frozenset(filter(None, take.values())), progress))
    for line in report.lines():
        sys.stdout.write(f"{shown(line)}\n")
    return report.exit_code


def story_at(path: Path, settings: Settings) -> str | None:
    """A story's path relative to ``content/``, ``None`` where there is no such story."""
    whole = path.parent.resolve() / path.name
    if not whole.is_file() or not whole.is_relative_to(settings.stories):
        return None
    return whole.relative_to(settings.content).as_posix()
