"""Measure quality: ``python -m bench.quality --data ../shared/datasets [--sets …] [--styles …] [--peers]``.

Prints, by set and style, the F1 of the text with its 95 % interval, exact titles, F1 of authors, exact days, segments
kept in and out, and CPU milliseconds a page; with ``--peers`` other cleaners beside, on the same pages in the same run.
With ``--aside`` only pages of sites that the shipped weights have not seen count; with ``--by-site CACHE`` (the cache
of a training) all pages do, each judged by weights that have not seen its site.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path

from bench.quality.answers import ours
from bench.quality.figures import figures, heading, line, score
from bench.quality.gold import SETS, STYLES, GoldPage, gold_pages
from bench.quality.peers import PEERS, at_hand, peer


def main() -> None:
    """Measure what is asked for."""
    options = _options()
    pages = [page for page in gold_pages(options.data, options.sets, options.styles) if page.aside or not options.aside]
    print(heading(), flush=True)
    groups: dict[tuple[str, str], list[GoldPage]] = defaultdict(list)
    for page in pages:
        groups[page.language if options.languages else page.dataset, page.style].append(page)
    for (name, style), group in groups.items():
        if len(group) >= options.least:
            _measure(name, style, group, options)


def _measure(name: str, style: str, pages: list[GoldPage], options: argparse.Namespace) -> None:
    pages = pages[:: max(1, len(pages) // options.pages)] if options.pages else pages
    answers = {"copydesk": list(ours(pages, options.by_site))}
    if options.peers and style == "html":
        answers |= {who: list(peer(who, pages, options.environments)) for who in options.peers}
    for who, said in answers.items():
        scores = [score(page, answer) for page, answer in zip(pages, said, strict=True)]
        print(line(name, style, who, figures(scores)), flush=True)
        faults = [answer.fault for answer in said if answer.fault]
        if faults:
            print(f"  {who}: {len(faults)} pages without an answer, the first because: {faults[0][:200]}", flush=True)


def _options() -> argparse.Namespace:
    asked = argparse.ArgumentParser(
        prog="python -m bench.quality", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--data", type=Path, default=Path("../shared/datasets"))
    asked.add_argument("--sets", nargs="+", choices=SETS, default=list(SETS))
    asked.add_argument("--styles", nargs="+", choices=STYLES, default=list(STYLES))
    asked.add_argument("--pages", type=int, default=0, help="about so many pages of each set and style, not all")
    asked.add_argument("--languages", action="store_true", help="a row for each language, not for each set")
    asked.add_argument("--least", type=int, default=1, help="leave out rows of fewer pages")
    asked.add_argument(
        "--peers", nargs="*", choices=PEERS, default=(), help="measure these cleaners too (all: no names)"
    )
    asked.add_argument("--aside", action="store_true", help="only sites that no shipped weights have seen")
    asked.add_argument("--by-site", type=Path, help="judge pages by the weights a training left in this cache")
    asked.add_argument("--environments", type=Path, default=Path.home() / ".cache" / "copydesk-bench")
    options = asked.parse_args()
    wanted = list(PEERS) if options.peers == [] else options.peers
    options.peers = at_hand(wanted, options.environments)
    return options


if __name__ == "__main__":
    main()
