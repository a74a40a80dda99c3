"""Measure how fast a site is built: ``python -m bench.build --stories 1000 10000 --rounds 3``.

Sets up Hugo, Eleventy and stock Pelican (once, under ``--environments``), writes the same stories for each and for
Copydesk, and builds all of them in turns from four states: cold, nothing changed, one story changed, template changed.
``comparable`` gives all of them the same pages; ``everything`` gives Copydesk all it can do, beside the same peers;
``slow`` adds to that the search index and the cards, one at a time. Prints Markdown.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from bench.build.figures import table
from bench.build.generators import COPYDESK, EVERYTHING, PEERS, SLOW, Generator
from bench.build.measuring import Cost, adopt_orphans
from bench.build.site import STATES, Site, lay_out, tidy
from bench.build.stories import stories

MODES: Final[Mapping[str, tuple[Generator, ...]]] = {
    "comparable": (COPYDESK, *PEERS),
    "everything": (EVERYTHING, *PEERS),
    "slow": (EVERYTHING, *SLOW),
}
"""Who is measured in each mode, ours first."""


def main() -> None:
    """Measure what is asked for."""
    options = _options()
    adopt_orphans()
    load = f"{os.getloadavg()[0]:.1f}"
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}, load {load}")
    for count in options.stories:
        for mode in options.modes:
            print(f"\n{mode}, {count:,} stories, {options.rounds} turns\n", flush=True)
            sites = _sites(MODES[mode], count, options)
            print("\n".join(table(_measured(sites, options))), flush=True)
    tidy(options.work)


def _sites(generators: Sequence[Generator], count: int, options: argparse.Namespace) -> list[Site]:
    chosen = [each for each in generators if each.site == "copydesk" or each.name in options.peers]
    told = list(stories(count))
    return [lay_out(each, options.work / each.name, told, options.environments) for each in chosen]


def _measured(sites: Sequence[Site], options: argparse.Namespace) -> dict[str, dict[str, list[Cost]]]:
    """All states of all sites, turn by turn; who goes first changes from turn to turn."""
    costs: dict[str, dict[str, list[Cost]]] = {state: defaultdict(list) for state in options.states}
    names = [site.generator.name for site in sites]
    for turn in range(options.rounds):
        for state in options.states:
            for site in _rotated(sites, turn):
                STATES[state](site, turn)
                cost = site.build()
                said = f"{cost.wall:.2f} s, CPU {cost.cpu:.2f} s, {cost.memory:.0f} MB, {cost.written} files"
                print(f"turn {turn + 1}, {state}, {site.generator.name}: {said}", file=sys.stderr, flush=True)
                costs[state][site.generator.name].append(cost)
    return {state: {name: rows[name] for name in names} for state, rows in costs.items()}


def _rotated(sites: Sequence[Site], turn: int) -> Iterator[Site]:
    start = turn % len(sites)
    yield from (*sites[start:], *sites[:start])


def _options() -> argparse.Namespace:
    cache = Path.home() / ".cache" / "copydesk-bench"
    asked = argparse.ArgumentParser(
        prog="python -m bench.build", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--stories", type=int, nargs="+", default=[1000], help="how many, one table each")
    asked.add_argument("--rounds", type=int, default=3, help="turns, of which the median counts")
    asked.add_argument("--modes", nargs="+", choices=MODES, default=["comparable", "everything"])
    asked.add_argument("--states", nargs="+", choices=STATES, default=list(STATES))
    asked.add_argument(
        "--peers", nargs="*", choices=[peer.name for peer in PEERS], default=[peer.name for peer in PEERS]
    )
    asked.add_argument("--environments", type=Path, default=cache, help="where peers are installed")
    asked.add_argument("--work", type=Path, default=cache / "sites", help="where the sites are written")
    return asked.parse_args()


if __name__ == "__main__":
    main()
