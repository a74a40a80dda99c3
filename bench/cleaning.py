"""Measure the speed of cleaning: ``python -m bench.cleaning --data ../shared/datasets [--pages 60] [--sets …]``.

CPU milliseconds a page from the raw page to Markdown before it is read back, ours beside other cleaners (in
environments of their own, made on the first run). All clean the same pages in the same run and take turns page by
page, so that whatever else the machine does falls on all of them alike; what counts is the ratio. Our process is set as
the workers of a run are (`copydesk.batch.processes.garbage`). Dumps of bare text, which the others do not clean, are
measured in pages a second.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from statistics import mean
from typing import Final

from copydesk.batch.processes.garbage import spare_what_stays
from copydesk.languages import detect

from bench.quality.answers import ours
from bench.quality.gold import SETS, STYLES, GoldPage, gold_pages
from bench.quality.peers import environment

TIMED: Final = ("trafilatura", "readability", "resiliparse")
"""The cleaners that we are timed beside."""

WARMING: Final = 2
"""Pages of each group that are cleaned once more, before time is taken: tables are read, patterns compiled."""


@contextmanager
def open_peer(name: str, environments: Path) -> Iterator[subprocess.Popen[str]]:
    """A running peer, which answers a line for a line."""
    command = [*environment(name, environments), name]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8") as peer:
        yield peer


def peer_ms(peer: subprocess.Popen[str], page: GoldPage) -> float:
    """The CPU milliseconds a peer takes for a page."""
    assert peer.stdin is not None and peer.stdout is not None
    peer.stdin.write(json.dumps({"html": page.page, "url": page.url}) + "\n")
    peer.stdin.flush()
    return float(json.loads(peer.stdout.readline())["ms"])


def measure(pages: Sequence[GoldPage], peers: dict[str, subprocess.Popen[str]]) -> dict[str, float]:
    """Mean CPU milliseconds a page of each cleaner, taking turns."""
    for page in pages[:WARMING]:
        _turn(page, peers)
    turns = [_turn(page, peers) for page in pages]
    return {name: mean(turn[name] for turn in turns) for name in turns[0]}


def _turn(page: GoldPage, peers: dict[str, subprocess.Popen[str]]) -> dict[str, float]:
    return {"copydesk": next(ours([page])).ms} | {name: peer_ms(peer, page) for name, peer in peers.items()}


def main() -> None:
    """Measure what is asked for, a line for each set and style."""
    options = _options()
    detect("Kajen byggs om till våren")  # loads the detector's model, once a process, before time is taken
    spare_what_stays()
    groups: dict[tuple[str, str], list[GoldPage]] = defaultdict(list)
    for page in gold_pages(options.data, options.sets, options.styles):
        groups[page.style, page.dataset].append(page)
    if not groups:
        raise SystemExit(f"no pages in {options.data}: say with --data where pages-*.jsonl.xz and texts-*.jsonl.xz are")
    with ExitStack() as running:
        peers = {name: running.enter_context(open_peer(name, options.environments)) for name in TIMED}
        for (style, dataset), group in sorted(groups.items()):
            pages = group[:: max(1, len(group) // options.pages)][: options.pages]
            print(_line(style, dataset, len(pages), measure(pages, peers if style == "html" else {})), flush=True)


def _line(style: str, dataset: str, count: int, ms: dict[str, float]) -> str:
    mine = ms.pop("copydesk")
    others = [f"{name} {each:6.1f} ms ({each / mine:4.2f} times ours)" for name, each in ms.items()]
    own = f"{style:12}{dataset:13}{count:4} pages  copydesk {mine:6.1f} ms, {1000 / mine:5.0f} a second"
    return "  ".join((own, *others))


def _options() -> argparse.Namespace:
    asked = argparse.ArgumentParser(
        prog="python -m bench.cleaning", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--data", type=Path, default=Path("../shared/datasets"))
    asked.add_argument("--sets", nargs="+", choices=SETS, default=["scrapinghub", "fundus", "wcxb", "waddle"])
    asked.add_argument("--styles", nargs="+", choices=STYLES, default=["html", "resi_main", "inscriptis"])
    asked.add_argument("--pages", type=int, default=60, help="about so many pages of each set and style")
    asked.add_argument("--environments", type=Path, default=Path.home() / ".cache" / "copydesk-bench")
    return asked.parse_args()


if __name__ == "__main__":
    main()
