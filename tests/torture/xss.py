"""Nothing executes: vectors put into every sink and followed into every output, past one wall at a time.

Two walls stand between a stranger's words and a reader's browser, and each is tried without the other. The first is
that words are written as words: the whole site is opened with its policies taken out. The second is the policy of each
page: the vectors are put raw into pages of ours that keep theirs. Beside both, the same vectors in a bare page show
that the browser would have run them.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.batch.cleaning import clean, task_of
from copydesk.batch.seeds import list_seeds
from copydesk.cli.explained_page import page
from copydesk.settings import Settings, read_settings

from torture.table import Experiment, Row, Scale
from torture.xss_browser import Seen, Watch, watching
from torture.xss_live import intruders
from torture.xss_reading import acting, readings
from torture.xss_serving import POLICY, file_of, serving
from torture.xss_sinks import Vector, every_route, numbered, one_route
from torture.xss_site import PLAIN, stand
from torture.xss_vectors import vectors

AT_ONCE = 600
"""Vectors of one site."""

TOGETHER = 40
"""Items of feeds, and accounts of cleaning, that are shown in one page; a guilty page is looked at item by item."""

WORD = re.compile(r"zq(\d{5})x")

OPENED = (".html", ".xml", ".json", ".opml", ".webmanifest", ".txt", ".svg")
"""Files of a site that a browser is given: all that it would show rather than save."""

NAMED, MOST = ("author", "tag", "publisher", "section"), 8
"""Folders of pages that differ only in a name, and how many of each are opened."""

OUR_SCRIPTS = re.compile(r"/site/(?:theme/search\.js|pagefind/)")

MARK = "zzmarkzz"
"""What stands for a vector in a page until it is put there."""

BARE = f"<!doctype html><html><head><meta charset=utf-8><title>x</title></head><body><p>{MARK}</p></body></html>"

FEEDS = (".rss.xml", ".atom.xml", ".json")


@dataclass
class Served:
    """What a server gives: the files of a site, and pages made here by their names."""

    site: Path = Path()
    policed: bool = False
    made: dict[str, str] = field(default_factory=dict)

    def answer(self, path: str) -> tuple[str, bytes] | None:
        """The media type and bytes of a path."""
        if (made := self.made.get(path)) is not None:
            return "text/html; charset=utf-8", made.encode("utf-8", "replace")
        return file_of(self.site, path.removeprefix("site/"), policed=self.policed) if path[:5] == "site/" else None


def sanitized(scale: Scale, folder: Path) -> Row:
    """The first wall alone."""
    chosen = numbered(vectors(scale))
    tried, lost, held = 0, [], 0
    with standing() as (served, watch):
        bare = control(served, watch, chosen)
        for place in range(0, len(chosen), AT_ONCE):
            part, site = chosen[place : place + AT_ONCE], folder / f"site-{place}"
            printed = stand(site, part, one_route, PLAIN if place else "")
            held += printed.count("held: seeds/")
            opened, found = followed(site, served, watch)
            tried += opened
            lost += found
            shutil.rmtree(site)
    return Row(tried, tuple(lost), f"{bare}; {held:,} raw files held", bare.void)


def policed(scale: Scale, folder: Path) -> Row:
    """The second wall alone: the vectors raw in pages that keep their policy, wherever the pages have words."""
    chosen = numbered(vectors(scale))
    tried, lost = 0, []
    with standing() as (served, watch):
        bare = control(served, watch, chosen)
        shapes = shapes_in(folder)
        for place, (name, shape) in enumerate(shapes.items()):
            part = chosen if place == 0 else chosen[place :: len(shapes) * 2]
            served.made = {f"{name}/{each.number}": shape.replace(MARK, each.text) for each in part}
            tried += len(part)
            for path, seen in watch.look(list(served.made)).items():
                lost += [f"{path}: ran {seen.ran[:2]}"] if seen.ran or seen.called else []
    return Row(tried, tuple(lost), f"{bare}; {len(shapes)} kinds of page", bare.void)


def shapes_in(folder: Path) -> Mapping[str, str]:
    """Pages of ours with a mark wherever they have words of a story: the story's own, those that list it, the search
    page, and the account of a cleaning."""
    stand(folder, (Vector(0, MARK),), every_route)
    site = {path.relative_to(folder / "output").as_posix(): path for path in (folder / "output").rglob("*.html")}
    marked = {path: text for path, file in sorted(site.items()) if MARK in (text := file.read_text("utf-8"))}
    story = max((path for path in marked if path.startswith("2025/")), key=lambda path: marked[path].count(MARK))
    accounts = accounts_of(read_settings(folder / "pelican.conf.py"))
    chosen = {"story": marked[story], "search": marked["search.html"], "list": marked["index.html"]}
    chosen |= {f"account-{place}": text for place, text in enumerate(accounts) if MARK in text}
    assert all(POLICY.search(text.encode()) for text in chosen.values())
    return chosen


@dataclass(frozen=True)
class Control:
    """What the vectors do in a bare page, where nothing is in their way: how many fire, leave live markup, navigate,
    ask for something outside."""

    tried: int
    fired: int
    live: int
    went: int
    asked: int

    @property
    def void(self) -> str:
        """Why a run proves nothing: too few of its vectors do what the experiment looks for."""
        is_blind = self.fired * 5 < self.tried or not (self.live and self.went and self.asked)
        return f"the control is blind: {self}" if is_blind else ""

    def __str__(self) -> str:
        return (
            f"{self.fired:,} of {self.tried:,} vectors fire in a bare page, {self.live:,} leave live markup, "
            f"{self.went:,} navigate, {self.asked:,} ask outside"
        )


def control(served: Served, watch: Watch, chosen: Sequence[Vector]) -> Control:
    """What the vectors do in a bare page."""
    served.made = {f"bare/{each.number}": BARE.replace(MARK, each.text) for each in chosen}
    seen = watch.look(list(served.made)).values()
    live = sum(any(True for _ in intruders(each.nodes)) for each in seen)
    went, asked = (sum(bool(getattr(each, name)) for each in seen) for name in ("went", "asked"))
    return Control(len(chosen), sum(each.called > 0 for each in seen), live, went, asked)


def followed(site: Path, served: Served, watch: Watch) -> tuple[int, list[str]]:
    """How many outputs of a site were opened, and what came of it: files as a browser shows them, items of feeds as
    readers do, accounts of every cleaning, and answers of the search."""
    output = site / "output"
    files = opened_in(output)
    served.site, served.made = output, {}
    paths = [f"site/{path.relative_to(output).as_posix()}" for path in files]
    seen = watch.look(paths, provoke=False)
    lost = [f"{path}: did not open" for path in paths if path not in seen] + list(told(seen, output))
    feeds = [path for path in files if path.parent == output / "feeds" and path.name.endswith(FEEDS)]
    lost += [f"{feed.name}: {name}" for feed in feeds if feed.suffix == ".xml" for name in acting(feed)]
    shown = [reading for feed in feeds for reading in readings(feed)]
    shown += accounts_of(read_settings(site / "pelican.conf.py"))
    lost += together(shown, served, watch)
    answers, found = answers_of(served, watch)
    return len(files) + len(shown) + answers, lost + found


def answers_of(served: Served, watch: Watch) -> tuple[int, list[str]]:
    """How many answers the site's search shows for a word that all stories have, and what came of it."""
    if not (served.site / "pagefind").is_dir():
        return 0, []
    shown, seen = watch.ask("site/search.html", "before")
    assert shown
    return shown, [f"search: {fault}" for fault in faults(seen)]


def opened_in(output: Path) -> list[Path]:
    """The files of a site that are opened: every story, list and feed, a few of those pages of which each name has
    one."""
    files = sorted(path for path in output.rglob("*") if path.is_file() and path.name.endswith(OPENED))
    named = {kind: [path for path in files if path.parent == output / kind] for kind in NAMED}
    return [path for path in files if all(path not in pages[MOST:] for pages in named.values())]


def together(shown: Sequence[str], served: Served, watch: Watch) -> list[str]:
    """What comes of pieces of HTML that are put into pages as they are, many in one; into one each where a page of many
    did anything."""
    pieces = [POLICY.sub(b"", piece.encode("utf-8", "replace")).decode() for piece in shown]
    packs = {f"many/{place}": pieces[place : place + TOGETHER] for place in range(0, len(pieces), TOGETHER)}
    served.made = {name: BARE.replace(MARK, "".join(pack)) for name, pack in packs.items()}
    guilty = [
        name for name, seen in watch.look(list(served.made), provoke=False).items() if list(faults(seen, is_piece=True))
    ]
    single = {f"one/{name}/{place}": piece for name in guilty for place, piece in enumerate(packs.get(name, ()))}
    served.made = {name: BARE.replace(MARK, piece) for name, piece in single.items()}
    found = watch.look(list(served.made))
    return [f"{name}: {fault}" for name, seen in found.items() for fault in faults(seen, is_piece=True)] or guilty


def accounts_of(settings: Settings) -> list[str]:
    """What `copydesk explain --html` says of every raw file of a site."""
    cleaned = (clean(task_of(seed, settings)) for seed in list_seeds(settings.seeds) if seed.name.isprintable())
    return [page(each.stories) for each in cleaned if each.stories]


def told(seen: Mapping[str, Seen], output: Path) -> Iterator[str]:
    """What the files of a site did, with the vector that did it where the file names one."""
    for path, what in seen.items():
        for fault in faults(what):
            file = output / path.removeprefix("site/")
            word = WORD.search(file.read_text("utf-8")) if file.is_file() else None
            yield f"{path} ({word and word[0]}): {fault}"


def faults(seen: Seen, *, is_piece: bool = False) -> Iterator[str]:
    """What a page did that it should not: executions, navigations, requests outside, intruders in its DOM."""
    yield from (f"ran {url}" for url in seen.ran if not OUR_SCRIPTS.search(url))
    yield from (f"went to {url}" for url in seen.went)
    yield from (f"asked for {url}" for url in seen.asked)
    if seen.called:
        yield "called a dialog"
    if not seen.nodes or seen.nodes[0][0] == "html":
        yield from intruders([node for node in seen.nodes if not (is_piece and node[0] == "style")])


@contextmanager
def standing() -> Iterator[tuple[Served, Watch]]:
    """A server, and a browser that looks at what it gives."""
    served = Served()
    with serving(served.answer) as address, watching(address) as watch:
        yield served, watch


EXPERIMENTS = (
    Experiment("nothing executes: words stay words (pages without their policy)", sanitized, needs=("browser",)),
    Experiment("nothing executes: the policy alone (vectors raw in our pages)", policed, needs=("browser",)),
)
