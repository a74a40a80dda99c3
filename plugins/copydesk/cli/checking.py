"""``copydesk check``: what needs the curator, with file and line."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterable, Iterator

from copydesk.batch import Options, preview, stale
from copydesk.batch.findings import Finding, findings, story_faults
from copydesk.cli.exits import FAULT, HELD, PUBLISHED, worst
from copydesk.cli.surroundings import show_progress, shown, site
from copydesk.settings import Settings

MOST_PLACES = 50
"""Places that are named in one line."""

CODES = {"held": HELD, "fault": FAULT}
"""Kinds of findings that are more than something to look at."""


def run(arguments: Namespace) -> int:
    """List the findings; with ``--publish`` only what publishing would leave out."""
    settings = site(arguments.settings)
    if arguments.publish:
        return _ready(settings, arguments.json)
    progress = show_progress if sys.stderr.isatty() else None
    report = preview(settings, Options(arguments.jobs, progress=progress))
    found = findings(settings, report)
    _put_out(found, arguments.json)
    if not arguments.json:
        sys.stdout.write(f"{report.total}\n")
    return worst(CODES.get(finding.kind, PUBLISHED) for finding in found)


def _ready(settings: Settings, as_json: bool) -> int:
    """Whether all that can be published is in ``content/``, and can be read there."""
    advice = "has no current story in content/. Run make html, review it and commit it"
    missing = (Finding(f"{settings.seeds.name}/{seed}", None, "fault", "stale", advice) for seed in stale(settings))
    found = [*missing, *story_faults(settings)]
    _put_out(found, as_json)
    return FAULT if found else PUBLISHED


def _put_out(found: Iterable[Finding], as_json: bool) -> None:
    plain = (json.dumps(finding.plain(), ensure_ascii=False) for finding in found)
    for line in plain if as_json else map(shown, _lines(found)):
        sys.stdout.write(f"{line}\n")


def _lines(found: Iterable[Finding]) -> Iterator[str]:
    """A line for each finding, those that say the same of several files as one, behind the others: of dumps nearly
    all say that the address of the original is missing."""
    alike: dict[str, list[Finding]] = defaultdict(list)
    for finding in found:
        alike[f"{finding.kind}: {finding.message}"].append(finding)
    yield from (str(same[0]) for same in alike.values() if len(same) == 1)
    for said, same in alike.items():
        if len(same) > 1:
            places = ", ".join(finding.place for finding in same[:MOST_PLACES])
            more = f" and {len(same) - MOST_PLACES} more (--json names all)" if len(same) > MOST_PLACES else ""
            yield f"{len(same)} places: {said.rstrip('.')}: {places}{more}"
