"""``copydesk clean``: files to Markdown or JSON on standard output, or JSON lines to JSON lines."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from copydesk.batch import clock
from copydesk.batch.processes.workers import in_order
from copydesk.batch.recurring.showing import Reading
from copydesk.batch.recurring.siblings import tables_of
from copydesk.batch.seeds.cleaning import CLEANING, CleanCopy, Cleaned, Task, beside, task_of
from copydesk.batch.seeds.folder import sha256
from copydesk.batch.stories.planning import Today, generated
from copydesk.cli.exits import FAULT, HELD, PUBLISHED, USAGE, worst
from copydesk.cli.json_lines import clean_lines
from copydesk.cli.story_json import whole
from copydesk.cli.surroundings import any_site, seed_at, shown
from copydesk.errors import CopydeskError, VerificationError
from copydesk.model import Story
from copydesk.settings import Settings
from copydesk.writing.stories.composing import Identity


def run(arguments: Namespace) -> int:
    """Clean what was asked for; the worst of the documents' exit codes."""
    settings = any_site(arguments.settings)
    if arguments.jsonl and not arguments.files:
        return clean_lines(settings, arguments.jobs, together=arguments.batch)
    if arguments.jsonl or not arguments.files:
        _say("name files to clean, or give --jsonl and the documents on standard input")
        return USAGE
    codes: list[int] = []
    tasks = _tasks(arguments.files, settings, codes)
    tasks = _together(list(tasks), settings, arguments.jobs) if arguments.batch else tasks
    for cleaned in in_order(CLEANING, tasks, arguments.jobs):
        codes.append(_put_out(cleaned, settings, arguments.json))
    return worst(codes)


def _tasks(files: list[Path], settings: Settings, codes: list[int]) -> Iterator[Task]:
    """A task for each file that can be read; the others are named, and their exit code noted."""
    for path in files:
        try:
            yield task_of(seed_at(path, settings), settings)
        except CopydeskError as error:
            _say(str(error))
            codes.append(FAULT)


def _together(tasks: list[Task], settings: Settings, jobs: int | None) -> Iterator[Task]:
    """The tasks, each with what the files of its publisher share."""
    files = {sha256(task.raw.data): Reading(task.raw, task.limits) for task in tasks}
    tables = tables_of(files, settings.house, jobs)
    return (beside(task, tables.recurring(sha256(task.raw.data))) for task in tasks)


def _put_out(cleaned: Cleaned, settings: Settings, as_json: bool) -> int:
    seed = cleaned.seed
    if cleaned.reason is not None:
        _say(f"held: {seed}: {cleaned.reason}")
        return FAULT if cleaned.fault else HELD
    try:
        for copy in cleaned.copies:
            sys.stdout.write(_as_json(copy.story) if as_json else _as_markdown(copy, settings))
            for reason in copy.story.held:
                _say(f"held: {reason}")
    except VerificationError as error:
        _say(str(error))
        return FAULT
    return HELD if any(story.held for story in cleaned.stories) else PUBLISHED


def _as_json(story: Story) -> str:
    return f"{json.dumps(whole(story), ensure_ascii=False)}\n"


def _as_markdown(copy: CleanCopy, settings: Settings) -> str:
    today = Today(clock.now(), settings.house.zone)
    return generated(copy, Identity(copy.story.guid, today.day(today.now)))


def _say(line: str) -> None:
    sys.stderr.write(f"copydesk: {shown(line)}\n")
