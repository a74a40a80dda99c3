"""``copydesk explain``: what was kept and cut of a file, and why, for a terminal or as a page."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Iterator

from copydesk.batch.content.shelf import open_shelf
from copydesk.batch.processes.workers import alone
from copydesk.batch.recurring.siblings import Folder, open_folder
from copydesk.batch.seeds.cleaning import CLEANING, beside, task_of
from copydesk.batch.seeds.folder import sha256
from copydesk.cli.account import account, facts
from copydesk.cli.exits import FAULT, HELD, PUBLISHED
from copydesk.cli.explained_page import page
from copydesk.cli.surroundings import any_site, has_colour, seed_at, shown
from copydesk.model import Story
from copydesk.settings import Settings

COLOURS = {"kept": "\x1b[32m", "furniture": "\x1b[36m", "boilerplate": "\x1b[31m"}
OTHER = "\x1b[33m"
PLAIN = "\x1b[0m"


def run(arguments: Namespace) -> int:
    """Explain one file."""
    settings = any_site(arguments.settings)
    seed = seed_at(arguments.file, settings)
    task = task_of(seed, settings)
    repeated: tuple[str, ...] = ()
    if seed.path.resolve().is_relative_to(settings.seeds):
        sha, folder = sha256(task.raw.data), open_folder(open_shelf(settings))
        task, repeated = beside(task, folder.recurring(sha)), tuple(repeats(seed.name, sha, folder, settings))
    cleaned = alone(CLEANING, task)
    if cleaned.reason is not None:
        sys.stderr.write(f"copydesk: held: {shown(str(arguments.file))}: {shown(cleaned.reason)}\n")
        return FAULT if cleaned.fault else HELD
    if arguments.html:
        sys.stdout.write(page(cleaned.stories, repeated))
    else:
        colour = has_colour(sys.stdout)
        for story in cleaned.stories:
            sys.stdout.writelines(f"{line}\n" for line in explanation(story, colour))
        sys.stdout.writelines(f"duplicate: {shown(line)}\n" for line in repeated)
    return HELD if any(story.held for story in cleaned.stories) else PUBLISHED


def repeats(name: str, sha256: str, folder: Folder, settings: Settings) -> Iterator[str]:
    """Of what a seed is a duplicate, where it is one: of another seed, or of what a story was made from before."""
    first = folder.first_of(sha256)
    if first not in (None, name):
        yield f"the same file as {settings.seeds.name}/{first}, which becomes the story"
    for entry in folder.succeeded(sha256):
        now = f"{settings.seeds.name}/{entry.seen[0].seed}"
        yield f"an earlier state of {now}, which {settings.content.name}/{entry.path} is made from"


def explanation(story: Story, colour: bool) -> Iterator[str]:
    """The lines for a terminal: each block with its lines in the raw file, the facts, the doubts."""
    kept, cut = len(story.blocks), len(story.cuts)
    sure = "" if story.confidence is None else f"; clean with a probability of {story.confidence:.0%}"
    item = f" ({shown(story.item)})" if story.item else ""
    lines = f"{story.lines} line{'' if story.lines == 1 else 's'}"
    yield f"{shown(story.seed)}{item}: {lines}, {story.format}, {story.encoding}; {kept} kept, {cut} cut{sure}"
    for line in account(story):
        fate = f"{line.fate:<11}"
        painted = f"{COLOURS.get(line.fate, OTHER)}{fate}{PLAIN}" if colour else fate
        yield f"{line.place:>9}  {painted}  {shown(line.text)}"
        if line.why:
            yield f"{'':>9}  {'':<11}  · {shown(line.why)}"
    for fact in facts(story.metadata):
        yield f"{fact.name}: {shown(fact.value)} ({shown(fact.origin)}, {fact.percent}%)"
    for doubt in story.doubts:
        yield f"look: {shown(doubt.message)}" + (f" (line {doubt.place.first})" if doubt.place else "")
    for reason in story.held:
        yield f"held: {shown(reason)}"
