"""Nothing executes: vectors put into every sink and followed into every output, past one wall at a time.

Two walls stand between a stranger's words and a reader's browser, and each is tried without the other. The first is
that words are written as words: the whole site is opened with its policies taken out. The second is the policy of each
page: the vectors are put raw into pages of ours that keep theirs. Beside both, the same vectors in a bare page show
that the browser would have run them.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from copydesk.settings import read_settings

from torture.table import Experiment, Row, Scale
from torture.xss_browser import browser_path
from torture.xss_control import MISSING, bare
from torture.xss_following import MARK, accounts_of, asked_for, followed, standing
from torture.xss_serving import POLICY
from torture.xss_sinks import Vector, every_route, numbered, one_route
from torture.xss_site import FEWER_FEEDS, NO_CARDS, PLAIN, stand
from torture.xss_vectors import vectors

FIRST, LATER = 120, 360
"""Vectors of the first site, which has cards, a search and a feed for each name too, and of each later one."""

ASKED = 24
"""Vectors that an address has the search page look for."""


def sanitized(scale: Scale, folder: Path) -> Row:
    """The first wall alone."""
    if browser_path() is None:
        return MISSING
    chosen = numbered(vectors(scale))
    control = bare(scale)
    tried, lost, held = 0, [], 0
    first = "" if scale is Scale.WHOLE else NO_CARDS
    with standing() as (served, watch):
        for place in (0, *range(FIRST, len(chosen), LATER)):
            part, site = chosen[place : place + (LATER if place else FIRST)], folder / f"site-{place}"
            printed = stand(site, part, one_route, PLAIN + FEWER_FEEDS if place else first)
            held += printed.count("held: seeds/")
            opened, found = followed(site, served, watch, is_sampled=place > 0)
            if not place:
                asked = ("before", *(vector.text for vector in part[:ASKED]))
                found += asked_for(served, watch, asked)
                opened += len(asked)
            tried += opened
            lost += found
            shutil.rmtree(site)
            print(
                f"{place + len(part):,} of {len(chosen):,} vectors, {len(lost)} got through",
                file=sys.stderr,
                flush=True,
            )
    return Row(tried, tuple(lost), f"{control}; {held:,} raw files held", control.void)


def policed(scale: Scale, folder: Path) -> Row:
    """The second wall alone: the vectors raw in pages that keep their policy, wherever the pages have words. Vectors
    that do nothing even in a bare page are left out."""
    if browser_path() is None:
        return MISSING
    control = bare(scale)
    chosen = [each for each in numbered(vectors(scale)) if each.number in control.acting]
    tried, lost = 0, []
    shapes = shapes_in(folder)
    with standing() as (served, watch):
        for place, (name, shape) in enumerate(shapes.items()):
            part = chosen if place == 0 else chosen[place :: len(shapes) * 4]
            served.made = {f"{name}/{each.number}": shape.replace(MARK, each.text) for each in part}
            tried += len(part)
            for path, seen in watch.look(list(served.made)).items():
                lost += [f"{path}: ran {seen.ran[:2]}"] if seen.ran or seen.called else []
    return Row(tried, tuple(lost), f"{control}; {len(shapes)} kinds of page", control.void)


def shapes_in(folder: Path) -> Mapping[str, str]:
    """Pages of ours with a mark in place of words: the head of a story's page with one in its body; then, with one
    wherever they have words of a story, its whole page, those that list it, the search page, the account of a cleaning.
    """
    stand(folder, (Vector(0, MARK),), every_route, NO_CARDS + FEWER_FEEDS)
    site = {path.relative_to(folder / "output").as_posix(): path for path in (folder / "output").rglob("*.html")}
    marked = {path: text for path, file in sorted(site.items()) if MARK in (text := file.read_text("utf-8"))}
    story = marked[
        max((path for path in marked if path.startswith("2025/")), key=lambda path: marked[path].count(MARK))
    ]
    head = POLICY.search(story.encode())
    assert head is not None
    chosen = {"head": f"<!doctype html><html><head>{head[0].decode()}</head><body><p>{MARK}</p></body></html>"}
    chosen |= {"story": story, "search": marked["search.html"], "list": marked["index.html"]}
    accounts = accounts_of(read_settings(folder / "pelican.conf.py"))
    chosen |= {f"account-{place}": text for place, text in enumerate(accounts) if MARK in text}
    assert any(name.startswith("account") for name in chosen), "no account of a cleaning has the mark"
    assert all(POLICY.search(text.encode()) for text in chosen.values())
    return chosen


EXPERIMENTS = (
    Experiment(
        "nothing executes: words stay words (pages without their policy)", sanitized, needs=("browser",), minutes=40
    ),
    Experiment(
        "nothing executes: the policy alone (vectors raw in our pages)", policed, needs=("browser",), minutes=15
    ),
)
