"""``copydesk diff``: what a hand changed in a story, and what the new version would change."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator
from difflib import unified_diff

from copydesk.batch.content.shelf import Shelf, open_shelf
from copydesk.batch.versions import Versions, guarded, versions
from copydesk.cli.exits import PUBLISHED, USAGE
from copydesk.cli.normalizing import story_at
from copydesk.cli.surroundings import has_colour, shown, site
from copydesk.text import visible
from copydesk.writing.ledgers.ledger import Entry
from copydesk.writing.stories.merging import merge

COLOURS = {"+": "\x1b[32m", "-": "\x1b[31m", "@": "\x1b[36m"}
PLAIN = "\x1b[0m"


def run(arguments: Namespace) -> int:
    """Print the differences of one story, or of every story a hand has edited."""
    settings = site(arguments.settings)
    shelf = open_shelf(settings)
    entries = list(guarded(shelf)) if arguments.file is None else _one(shelf, story_at(arguments.file, settings))
    if arguments.file is not None and not entries:
        sys.stderr.write(f"copydesk: {shown(str(arguments.file))} is no story made from a seed\n")
        return USAGE
    colour, is_terminal = has_colour(sys.stdout), sys.stdout.isatty()
    for entry in entries:
        for line in differences(versions(entry, shelf)):
            seen = visible(line) if is_terminal else line  # a program that applies the difference needs it as it is
            sys.stdout.write(f"{_painted(seen) if colour else seen}\n")
    return PUBLISHED


def differences(story: Versions) -> Iterator[str]:
    """Unified diffs: from the generated text to the file, then from the generated text to the new version."""
    name = f"content/{story.path}"
    yield from _diff(story.base, story.current or "", (f"{name} as generated", f"{name} as edited"))
    if story.new is None:
        yield f"# no new version of {name}: {story.missing or 'its seed is gone, or no longer holds the story'}"
    elif story.new == story.base:
        yield f"# no new version of {name}: the seed would be cleaned as before"
    else:
        yield from _diff(story.base, story.new, (f"{name} as generated", f"{name} as it would be generated now"))
        yield from _offer(story, name)


def _offer(story: Versions, name: str) -> Iterator[str]:
    """What merging would leave to the curator, where there is something to merge."""
    if story.current not in (None, story.base) and story.new is not None:
        conflicts = merge(story.base, story.current or "", story.new, name).conflicts
        clean = "would join the two" if not conflicts else f"would leave you {conflicts} to decide"
        yield f"# copydesk merge {name} {clean}"


def _diff(old: str, new: str, names: tuple[str, str]) -> Iterator[str]:
    yield from unified_diff(old.split("\n"), new.split("\n"), *names, lineterm="")


def _one(shelf: Shelf, path: str | None) -> list[Entry]:
    return [entry for entry in shelf.entries.values() if entry.path == path]


def _painted(line: str) -> str:
    colour = COLOURS.get(line[:1])
    return line if colour is None else f"{colour}{line}{PLAIN}"
