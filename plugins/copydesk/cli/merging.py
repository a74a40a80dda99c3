"""``copydesk merge``: a hand edit and the new version of its story in one text, and what is left to decide."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path

from copydesk.batch.merging import Merging, merge_story
from copydesk.cli.exits import HELD, PUBLISHED, USAGE, worst
from copydesk.cli.normalizing import story_at
from copydesk.cli.surroundings import shown, site
from copydesk.settings import Settings


def run(arguments: Namespace) -> int:
    """Merge the stories that were named; 3 where a conflict is left to the curator."""
    settings = site(arguments.settings)
    return worst([_merge(path, settings) for path in arguments.files])


def _merge(path: Path, settings: Settings) -> int:
    story = story_at(path, settings)
    if story is None:
        sys.stderr.write(f"copydesk: {shown(str(path))} is no story of {settings.stories}\n")
        return USAGE
    merging = merge_story(settings, story)
    sys.stdout.write(f"{shown(str(path))}: {told(merging, settings)}\n")
    return HELD if merging.conflicts else PUBLISHED


def told(merging: Merging, settings: Settings) -> str:
    """What became of a story, for a terminal."""
    if merging.kept is None:
        return f"nothing to merge: {merging.nothing}."
    kept = f"Your text as it was: {os.path.relpath(merging.kept, settings.root)}"
    if not merging.conflicts:
        return f"merged; your edit and the new version touch in no place. {kept}"
    places = "1 place" if merging.conflicts == 1 else f"{merging.conflicts} places"
    wanted = "Keep what is right between the marks (<<<<<<< to >>>>>>>) and take them out; till then yours is shown."
    return f"merged but for {places} that both changed. {wanted} {kept}"
