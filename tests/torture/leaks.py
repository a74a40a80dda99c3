"""Nothing leaks, nothing escapes: canaries around a site, and everything in it reaching for them.

A canary is a word that stands in one file of the machine, or in the environment. After a build none of them may stand
in any byte of the output, and nothing may be new or changed but what a build is there to write.
"""

from __future__ import annotations

import gzip
import hashlib
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from sites import ROOT

from torture.leak_traps import CANARY, VARIABLE, canaries, lures, set_traps
from torture.table import Experiment, Row, Scale
from torture.xss_sinks import Vector, files, numbered, one_route
from torture.xss_site import FEWER_FEEDS, PLAIN, SETTINGS
from torture.xss_vectors import corpus

MARK = CANARY.split("{}")[0].encode()

WRITTEN = ("content/stories", "content/ledger", "content/relations.txt", ".copydesk", "output")
"""What a build may write, below the site's folder."""

SAMPLE = 40
"""Lures of a slice."""

TRAVERSALS = (
    ("path: stories/", "path: ../../../"),
    ("path: stories/", "path: stories/../../../"),
    ("path: stories/", "path: /tmp/copydesk-escaped/"),
    ("guid: urn:uuid:", "guid: urn:uuid:../../../"),
)
"""What a committed ledger could say in place of where its story stands, and of its name."""


def run(scale: Scale, folder: Path) -> Row:
    """Set the traps, build, and look for canaries and for what was written elsewhere."""
    site = folder / "home/site"
    chosen = lures(folder / "home")
    chosen = chosen if scale is Scale.WHOLE else tuple(random.Random(6).sample(chosen, SAMPLE))
    put(site, numbered(chosen))
    set_traps(folder / "home", site)
    names = named(site)
    lost, printed = built(site)
    lost += [] if "key-0.md" in printed and "link.md" in printed else ["a file that was left out is not named"]
    ways = TRAVERSALS if scale is Scale.WHOLE else TRAVERSALS[::3]
    lost += [f"{way}: {what}" for way, what in committed(folder / "committed", ways)]
    seen = stock(folder / "stock")
    void = "" if len(seen) > 1 else f"stock Pelican publishes {len(seen)} canaries"
    tried = len(chosen) + names + len(list((folder / "home").rglob("*"))) + len(ways) + 1
    return Row(tried, tuple(lost), f"stock Pelican publishes {len(seen)} of the canaries", void)


def put(site: Path, vectors: tuple[Vector, ...]) -> None:
    """A site whose stories and raw files reach for the canaries in every place that has words."""
    for path, text in files(vectors, one_route):
        target = site / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    (site / "pelican.conf.py").write_text(SETTINGS + FEWER_FEEDS + PLAIN, encoding="utf-8")


def named(site: Path) -> int:
    """Put raw files and stories of the corpora's names beside the others, where the system takes them; how many."""
    made = 0
    for number, name in enumerate(corpus("filename")):
        for path in (site / "seeds" / name, site / "content/stories/2025/08" / f"{name}.md"):
            text = f"Headline {number}\n\nBy Ann Lee\n\nThe paragraph of {number} is here.\n"
            told = f'---\ntitle: "Named {number}"\ndate: 2025-08-10\n---\n\n{text}'
            try:
                path.write_text(told if path.suffix == ".md" and "stories" in path.parts else text, encoding="utf-8")
            except OSError:
                continue
            made += 1
    return made


def built(site: Path, code: int | None = 0) -> tuple[list[str], str]:
    """Build; what is found of canaries, what was written elsewhere, and what the build printed."""
    before = state(site.parent, site)
    done = pelican(site)
    printed = done.stdout + done.stderr
    after = state(site.parent, site)
    lost = [
        f"{path} was written" for path in sorted(after.keys() | before.keys()) if before.get(path) != after.get(path)
    ]
    lost += [f"output/{path} has a canary" for path in leaked(site / "output")]
    if code is not None and done.returncode != code:
        lost.append(f"the build ended with {done.returncode}: {printed[-300:]}")
    return lost, printed


def pelican(site: Path, *more: str, ahead: Path | None = None) -> subprocess.CompletedProcess[str]:
    """A build, with a canary in its environment; what is imported is looked for in ``ahead`` first."""
    command = [sys.executable, "-m", "pelican", "content", "--output", "output", "--settings", "pelican.conf.py", *more]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join(map(str, filter(None, (ahead, ROOT / "plugins")))),
        "SOURCE_DATE_EPOCH": "1767225600",
        VARIABLE: CANARY.format("environment"),
        "HOME": str(site.parent),
    }
    return subprocess.run(
        command, cwd=site, env=environment, capture_output=True, text=True, errors="replace", timeout=900
    )


def state(place: Path, site: Path) -> Mapping[str, str]:
    """Every file under a folder but those a build may write, with its digest or where it links to."""
    found = {}
    for path in sorted(place.rglob("*")):
        inner = path.relative_to(site).as_posix() if path.is_relative_to(site) else ""
        if inner and any(inner == name or inner.startswith(f"{name}/") for name in WRITTEN):
            continue
        if path.is_symlink():
            found[str(path)] = os.readlink(path)
        elif path.is_file():
            found[str(path)] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def leaked(output: Path) -> Iterator[str]:
    """The files of the output that have a canary, packed or not."""
    for path in sorted(output.rglob("*")):
        if not path.is_file():
            continue
        data = path.read_bytes()
        data += gzip.decompress(data) if data.startswith(b"\x1f\x8b") else b""
        if MARK in data or path.is_symlink():
            yield path.relative_to(output).as_posix()


def committed(folder: Path, ways: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    """What a contributor can commit beside stories to have a build write elsewhere: a ledger with another place in it,
    a folder of stories that is a link. Each is a build of its own, which may stop but not obey."""
    published(folder / "published")
    for number, (said, instead) in enumerate(ways):
        site = folder / f"ledger-{number}" / "site"
        shutil.copytree(folder / "published", site)
        (ledger,) = (site / "content/ledger").glob("*-*.txt")
        ledger.write_text(ledger.read_text("utf-8").replace(said, instead, 1), encoding="utf-8")
        (site / "seeds/a.txt").write_text(RAW.replace("first", "second"), encoding="utf-8")
        yield from ((instead, what) for what in built(site, code=None)[0])
    site = folder / "linked" / "site"
    shutil.copytree(folder / "published", site)
    outside = folder / "linked" / "outside"
    outside.mkdir()
    (site / "content/stories/2026").symlink_to(outside)
    (site / "seeds/b.txt").write_text(RAW.replace("2025", "2026").replace("ferry", "tram"), encoding="utf-8")
    yield from (("a linked folder", what) for what in built(site, code=None)[0])


RAW = (
    "The ferry of Port Alder opens\n\nBy Ann Lee\n\n10 August 2025\n\nThe Harbor Ledger\n\n"
    "The ferry opens on Sunday before noon, the first in eleven years, and the whole of the harbor will be there to "
    "see it leave, as the harbor master said on Friday.\n\nThe mayor counts the passengers herself, since nobody in "
    "the town has ever been asked to, and writes their number into the book that lies on the quay.\n"
)


def published(site: Path) -> None:
    """A site with one story that came from a raw file."""
    (site / "seeds").mkdir(parents=True)
    (site / "content").mkdir()
    (site / "seeds/a.txt").write_text(RAW, encoding="utf-8")
    (site / "seeds/a.toml").write_text('publisher = "The Harbor Ledger"\npublish = true\n', encoding="utf-8")
    (site / "seeds/b.toml").write_text('publisher = "The Harbor Ledger"\npublish = true\n', encoding="utf-8")
    (site / "pelican.conf.py").write_text(SETTINGS + FEWER_FEEDS + PLAIN, encoding="utf-8")
    done = pelican(site)
    assert done.returncode == 0, done.stderr


def stock(folder: Path) -> set[str]:
    """What Pelican alone publishes of the canaries around a site with two stories that reach for them: the control."""
    site = folder / "home/site"
    written = dict(canaries(folder / "home", site))
    stories = site / "content/stories/2025/08"
    head = '<html><head><title>x</title><meta name="date" content="2025-08-10"></head><body>'
    written[stories / "attached.html"] = f'{head}<p title="{{attach}}../../../../canary.txt">x</p>'
    written[stories / "included.rst"] = (
        f"Included\n########\n\n:date: 2025-08-10\n\n.. include:: {folder / 'home/canary.txt'}\n"
    )
    written |= {site / "pelican.conf.py": "".join(f"{name} = {value!r}\n" for name, value in STOCK.items())}
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (site / "content/extra").mkdir()
    (site / "content/extra/link.txt").symlink_to(folder / "home/private/canary.txt")
    done = pelican(site)
    assert done.returncode == 0, done.stdout + done.stderr
    return set(leaked(site / "output"))


STOCK = {"PATH": "content", "TIMEZONE": "UTC", "THEME": "simple", "STATIC_PATHS": ["extra"], "PLUGINS": []} | {
    "ARTICLE_PATHS": ["stories"],
    "PAGE_PATHS": ["pages"],
    "LOAD_CONTENT_CACHE": False,
}
"""The settings of the control: Pelican as it comes."""


EXPERIMENTS = (Experiment("nothing leaks, nothing escapes", run),)
