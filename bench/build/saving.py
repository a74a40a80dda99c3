"""Measure how long a curator waits after saving a story: ``python -m bench.build.saving --stories 10000 --saves 10``.

Serves a site as `make serve` does, listens as a browser does that shows a page of it, and saves one story after the
other, a sentence longer, or with ``--what headline`` under another headline. What counts is the time from the save to
the word that has the browser load its page anew, and the CPU time of all processes until there is nothing more to do.
Linux alone tells that. Prints Markdown.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from http.client import HTTPResponse
from pathlib import Path
from statistics import median
from typing import Final

from copydesk.site.serving.live import STREAM

from bench.build.dialects import DIALECTS
from bench.build.generators import COPYDESK, EVERYTHING
from bench.build.measuring import family, surroundings
from bench.build.site import Site, lay_out, tidy
from bench.build.stories import Story, stories

SITES: Final = {"comparable": COPYDESK, "everything": EVERYTHING}
CHANGES: Final = ("words", "headline")
SETTINGS: Final = "--settings"
REST: Final = 3.0
"""Seconds between two saves: what is done after a build, to be ready for the next, is done by then."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Seconds of wall clock from a save to the reload, and of CPU until all is done."""

    wall: float
    cpu: float


def main() -> None:
    """Measure what is asked for."""
    options = _options()
    cache = Path.home() / ".cache" / "copydesk-bench"
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print("| stories | site | wall s | (from – to) | CPU s |\n| --- | --- | --- | --- | --- |")
    for count in options.stories:
        told = list(stories(count))
        site = lay_out(SITES[options.site], options.work / "saving", told, cache)
        waits = list(_waits(site, told[:: max(1, count // options.saves)][: options.saves], options.what))
        walls = [wait.wall for wait in waits]
        cpu = median(wait.cpu for wait in waits)
        spread = f"{min(walls):.2f} – {max(walls):.2f}"
        print(f"| {count} | {options.site} | {median(walls):.2f} | {spread} | {cpu:.2f} |", flush=True)
    tidy(options.work)


def _waits(site: Site, changed: Sequence[Story], what: str) -> Iterator[Wait]:
    """What each save costs; the first, after which templates are there for the next, is not counted."""
    with _served(site) as (process, news):
        for number, story in enumerate((changed[0], *changed)):
            time.sleep(REST)
            before, started = _spent(process), time.monotonic()
            _save(site, story, (what, number))
            _next_site(news)
            wall = time.monotonic() - started
            time.sleep(REST)
            if number:
                yield Wait(wall, _spent(process) - before)


@contextmanager
def _served(site: Site) -> Iterator[tuple[int, HTTPResponse]]:
    """The server of a site that is built, and the stream of news that a browser listens to."""
    settings = site.command[site.command.index(SETTINGS) + 1]
    command = [sys.executable, "-m", "copydesk.site.serve", SETTINGS, settings, "--port", "0"]
    environment = surroundings(site.generator.environment)
    process = subprocess.Popen(
        command, cwd=site.folder, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )
    try:
        assert process.stderr is not None
        address = next(line.split()[0] for line in process.stderr if line.startswith("http"))
        with urllib.request.urlopen(address.rstrip("/") + STREAM) as news:
            _next_site(news)
            yield process.pid, news
    finally:
        process.terminate()
        process.wait()


def _save(site: Site, story: Story, change: tuple[str, int]) -> None:
    """Save a story with a sentence more, or under another headline."""
    what, number = change
    path = site.folder / site.generator.stories / f"{story.published:%Y/%m}" / f"{story.slug}.md"
    if what == "headline":
        story = replace(story, title=f"{story.title}, save {number}")
    more = f"\nKea du tut, save {number}.\n" if what == "words" else ""
    path.write_text(DIALECTS[site.generator.site](story) + more, encoding="utf-8")


def _next_site(news: HTTPResponse) -> str:
    """The next site that a browser is told of. Raises RuntimeError where the build failed."""
    for line in news:
        if line.startswith(b"data: "):
            told = json.loads(line[len(b"data: ") :])
            if told["fault"]:
                raise RuntimeError(told["fault"])
            return str(told["site"])
    raise RuntimeError("the server has ended")


def _spent(process: int) -> float:
    """CPU seconds of a process, of those that descend from it, and of those that ended."""
    ticks = 0
    for each in family(process):
        fields = Path(f"/proc/{each}/stat").read_text().rpartition(")")[2].split()
        ticks += sum(map(int, fields[11:15]))  # utime, stime, cutime, cstime (man 5 proc)
    return ticks / os.sysconf("SC_CLK_TCK")


def _options() -> argparse.Namespace:
    asked = argparse.ArgumentParser(
        prog="python -m bench.build.saving", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--stories", type=int, nargs="+", default=[10_000], help="how many, one line each")
    asked.add_argument("--saves", type=int, default=10, help="stories that are saved, one after the other")
    asked.add_argument("--what", choices=CHANGES, default="words", help="what of a story is changed")
    asked.add_argument("--site", choices=SITES, default="comparable")
    asked.add_argument("--work", type=Path, default=Path.home() / ".cache" / "copydesk-bench" / "sites")
    return asked.parse_args()


if __name__ == "__main__":
    main()
