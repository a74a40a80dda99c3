"""Count what feeds cost of a clean build: ``python -m bench.build.feeds --stories 10000 --rounds 3 --site everything``.

A site is built by one process, whose CPU time is counted while it does anything for feeds alone: digests of the words
of stories, by which ``updated`` moves; what feeds say of each story (the register); feeds asked for; feeds printed and
written. Reading what a story is for them, and pages that name them, are not told apart. ``comparable`` has RSS of every
list and the archive, ``everything`` all feeds of the starter site in three formats. Prints Markdown.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bench.build.generators import COPYDESK, EVERYTHING
from bench.build.measuring import surroundings
from bench.build.site import Site, lay_out, make_cold, tidy
from bench.build.stories import stories

SITES: Final = {"comparable": COPYDESK, "everything": EVERYTHING}
PARTS: Final = ("digests", "register", "asked for", "written")
INSIDE: Final = "--inside"


@dataclass(slots=True)
class Count:
    """CPU seconds of this process by part; what is called within a part counts for that one."""

    seconds: Counter[str] = field(default_factory=Counter)
    _within: bool = False

    def of(self, part: str, owner: Any, name: str, belongs: Callable[..., bool] = lambda *given: True) -> None:
        """Count a function under its owner, for calls that belong."""
        call = getattr(owner, name)

        def counted(*given: Any, **more: Any) -> Any:
            if self._within or not belongs(*given):
                return call(*given, **more)
            self._within, since = True, time.process_time()
            try:
                return call(*given, **more)
            finally:
                self._within = False
                self.seconds[part] += time.process_time() - since

        setattr(owner, name, counted)


def main() -> None:
    """Measure what is asked for; each build in a process of its own."""
    if sys.argv[1:2] == [INSIDE]:
        build_inside(sys.argv[2:])
        return
    options = _options()
    cache = Path.home() / ".cache" / "copydesk-bench"
    print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
    print(f"| site | stories | CPU s | {' | '.join(PARTS)} | feeds | share |")
    print("|" + " --- |" * (len(PARTS) + 5))
    for name in options.site:
        site = lay_out(SITES[name], options.work / f"feeds-{name}", stories(options.stories), cache)
        for turn in range(options.rounds):
            make_cold(site, turn)
            print(f"| {name} | {options.stories:,} | {' | '.join(_row(built(site)))} |", flush=True)
    tidy(options.work)


def built(site: Site) -> dict[str, float]:
    """The CPU seconds of a clean build, and those of each part."""
    pelican = site.command[site.command.index("content") :]
    command = (sys.executable, "-m", "bench.build.feeds", INSIDE, *pelican, "--extra-settings", "COPYDESK_JOBS=1")
    root = str(Path(__file__).resolve().parents[2])
    told = surroundings({**site.generator.environment, "PYTHONPATH": os.pathsep.join((root, f"{root}/plugins"))})
    done = subprocess.run(command, cwd=site.folder, env=told, check=True, capture_output=True, text=True)
    counted: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return counted


def _row(counted: dict[str, float]) -> Iterator[str]:
    yield f"{counted['all']:.2f}"
    yield from (f"{counted[part]:.2f}" for part in PARTS)
    feeds = sum(counted[part] for part in PARTS)
    yield from (f"{feeds:.2f}", f"{100 * feeds / counted['all']:.1f} %")


def build_inside(pelican: Sequence[str]) -> None:
    """Build the site of this folder with Pelican's own command, and print what was counted as a line of JSON."""
    from copydesk.site.feeds.generator import FeedsGenerator
    from copydesk.site.hooks import building
    from copydesk.site.hooks.writer import CollectingWriter
    from copydesk.site.printing import press
    from copydesk.site.stories import records
    from pelican import main as build

    count = Count()
    count.of("digests", records, "words_digest")
    count.of("register", building, "told_of")
    count.of("register", building, "record")
    count.of("asked for", FeedsGenerator, "generate_output")
    count.of("asked for", CollectingWriter, "write_feed")
    count.of("written", press, "write", lambda entry, stage: entry.feed is not None)
    build(pelican)
    print(json.dumps({"all": time.process_time(), **{part: count.seconds[part] for part in PARTS}}))


def _options() -> argparse.Namespace:
    asked = argparse.ArgumentParser(
        prog="python -m bench.build.feeds", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--stories", type=int, default=1000)
    asked.add_argument("--rounds", type=int, default=3, help="builds")
    asked.add_argument("--site", nargs="+", choices=SITES, default=list(SITES))
    asked.add_argument("--work", type=Path, default=Path.home() / ".cache" / "copydesk-bench" / "sites")
    return asked.parse_args()


if __name__ == "__main__":
    main()
