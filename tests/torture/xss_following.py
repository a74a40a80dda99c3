"""A site's outputs opened as browsers, readers of feeds and searchers do, and what came of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from urllib.parse import urlencode

from copydesk.batch.seeds.cleaning import clean, task_of
from copydesk.batch.seeds.folder import list_seeds
from copydesk.cli.explained_page import page
from copydesk.settings import Settings, read_settings

from torture.xss_browser import Seen, Watch, watching
from torture.xss_live import OUR_PICTURE, intruders
from torture.xss_reading import acting, readings
from torture.xss_serving import POLICY, file_of, serving
from torture.xss_sinks import MOVED

TOGETHER = 40
"""Items of feeds, and accounts of cleaning, that are shown in one page; a guilty page is looked at item by item."""

WORD = re.compile(r"zq(\d{5})x")

OPENED = (".html", ".xml", ".json", ".opml", ".webmanifest", ".txt", ".svg")
"""Files of a site that a browser is given: all that it would show rather than save."""

NAMED, MOST = ("author", "tag", "publisher", "section"), 8
"""Folders of pages that differ only in a name, and how many of each are opened."""

STORY_OF_OURS = re.compile(r"^http://127\.0\.0\.1:\d+/site/\d{4}/\d{2}/[a-z0-9-]+\.html$")

LONG = (4_000, 16_000, 64_000)
"""Milliseconds that the search page is given to load its index and to show what it has found: more on a busy machine,
where it has shown nothing yet."""

STORY = re.compile(r"/output/\d{4}/\d{2}/(?!index)[^/]+\.html$")

EVERY = 10
"""One in so many stories is opened by itself where there are thousands."""

SHEET = re.compile(r"<link rel=\"stylesheet\"[^>]*>|<style>.*?</style>", re.DOTALL)

END = '<p class="torture-end"></p>'

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


def followed(site: Path, served: Served, watch: Watch, *, is_sampled: bool = False) -> tuple[int, list[str]]:
    """How many outputs of a site were opened, and what came of it: files as a browser shows them, items of feeds as
    readers do (what several feeds say to the letter once), accounts of every cleaning, and answers of the search. Where
    ``is_sampled``, one story in `EVERY` is opened by itself, and all are put into pages of many."""
    output = site / "output"
    files = opened_in(output)
    served.site, served.made = output, {}
    stories = [path for path in files if STORY.search(path.as_posix())] if is_sampled else []
    alone = [path for path in files if path not in set(stories)] + stories[::EVERY]
    paths = [f"site/{path.relative_to(output).as_posix()}" for path in alone]
    seen = watch.look(paths, provoke=False)
    lost = [f"{path}: did not open" for path in paths if path not in seen] + list(told(seen, output))
    feeds = [path for path in sorted((output / "feeds").rglob("*")) if path.name.endswith(FEEDS)]
    lost += [f"{feed.name}: {name}" for feed in feeds if feed.suffix == ".xml" for name in acting(feed)]
    shown = list(dict.fromkeys(reading for feed in feeds for reading in readings(feed)))
    shown += accounts_of(read_settings(site / "pelican.conf.py"))
    shown += [path.read_text("utf-8") for path in stories]
    lost += together(shown, served, watch)
    answers, found = answers_of(served, watch)
    return len(alone) + len(shown) + answers, lost + found


def answers_of(served: Served, watch: Watch) -> tuple[int, list[str]]:
    """How many answers the site's search shows for a word that all stories have, and what came of it."""
    if not (served.site / "pagefind").is_dir():
        return 0, []
    shown, frames = watch.ask("site/search.html", "before")
    assert shown
    return shown, [f"search: {fault}" for seen in frames for fault in faults(seen)]


def asked_for(served: Served, watch: Watch, texts: Sequence[str]) -> list[str]:
    """What comes of links that lead to the search page and say what to look for, and among what; the first text is one
    that is found."""
    asked = (urlencode(dict.fromkeys(("q", "section", "publisher", "year"), text)) for text in texts[1:])
    words = [f"site/search.html?{urlencode({'q': texts[0]})}", *(f"site/search.html?{query}" for query in asked)]
    served.made = {}
    for settle in LONG:
        seen = replace(watch, settle=settle).look(words, provoke=False)
        if any(name == "mark" for name, _ in seen[words[0]].nodes):
            break
    else:
        raise AssertionError("the search page does not look at its address")
    return [f"{path}: {fault}" for path, what in seen.items() for fault in faults(what)]


def opened_in(output: Path) -> list[Path]:
    """The files of a site that are opened: every story, list and feed, a few of those pages of which each name has
    one."""
    files = sorted(path for path in output.rglob("*") if path.is_file() and path.name.endswith(OPENED))
    folders = [output / within / kind for within in ("", "feeds") for kind in NAMED]
    more = {path for folder in folders for path in [path for path in files if path.parent == folder][MOST:]}
    return [path for path in files if path not in more]


def together(shown: Sequence[str], served: Served, watch: Watch) -> list[str]:
    """What comes of pieces of HTML that are put into pages as they are, many in one; into one each where a page of many
    did anything, or has not the end of each piece: a piece that leaves something open would hide those behind it."""
    pieces = [bare_of(piece) + END for piece in shown]
    packs = {f"many/{place}": pieces[place : place + TOGETHER] for place in range(0, len(pieces), TOGETHER)}
    served.made = {name: BARE.replace(MARK, "".join(pack)) for name, pack in packs.items()}
    seen = watch.look(list(served.made), provoke=False, size=8)
    guilty = [name for name, pack in packs.items() if name not in seen or list(pack_faults(seen[name], len(pack)))]
    single = {f"one/{name}/{place}": piece for name in guilty for place, piece in enumerate(packs[name])}
    served.made = {name: BARE.replace(MARK, piece) for name, piece in single.items()}
    alone = watch.look(list(single), provoke=False)
    found = [f"{name}: {fault}" for name, each in alone.items() for fault in pack_faults(each, 1)]
    return found or [f"{name}: only together" for name in guilty]


def bare_of(piece: str) -> str:
    """A piece of HTML without what would keep it from acting, and without style sheets."""
    return SHEET.sub("", POLICY.sub(b"", piece.encode("utf-8", "replace")).decode())


def pack_faults(seen: Seen, size: int) -> Iterator[str]:
    """What a page of so many pieces did that it should not."""
    yield from faults(seen, is_piece=True)
    ends = sum(attributes.get("class") == "torture-end" for _, attributes in seen.nodes)
    if ends != size:
        yield f"{size - ends} pieces leave something open"


def accounts_of(settings: Settings) -> list[str]:
    """What `copydesk explain --html` says of every raw file of a site."""
    cleaned = (clean(task_of(seed, settings)) for seed in list_seeds(settings.seeds) if seed.name.isprintable())
    return [page(each.stories) for each in cleaned if each.stories]


def told(seen: Mapping[str, Seen], output: Path) -> Iterator[str]:
    """What the files of a site did, with the vector that did it where the file names one."""
    for path, what in seen.items():
        if path.startswith(f"site/{MOVED}/"):
            what.went = [url for url in what.went if not STORY_OF_OURS.search(url)]
        for fault in faults(what):
            file = output / path.removeprefix("site/")
            word = WORD.search(file.read_text("utf-8")) if file.is_file() else None
            yield f"{path} ({word and word[0]}): {fault}"


def faults(seen: Seen, *, is_piece: bool = False) -> Iterator[str]:
    """What a page did that it should not: executions, navigations, requests outside, intruders in its DOM."""
    yield from (f"ran {url}" for url in seen.ran if not OUR_SCRIPTS.search(url))
    yield from (f"went to {url}" for url in seen.went)
    yield from (f"asked for {url}" for url in seen.asked if not OUR_PICTURE.fullmatch(url))
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
