"""What a cleaner answers for a page: ours, and those of others in environments of their own."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from copydesk import pipeline
from copydesk.cli.story_json import EMPTY_ROW, row
from copydesk.errors import HeldError
from copydesk.model import House, RawDocument

from bench.quality.gold import GoldPage
from bench.unseen import judged_unseen

PEERS: Final = {
    "trafilatura": "trafilatura lxml_html_clean",
    "precision": "trafilatura lxml_html_clean",
    "readability": "readability-lxml lxml_html_clean",
    "newspaper4k": "newspaper4k lxml_html_clean",
    "magic-html": "magic-html",
    "resiliparse": "resiliparse",
}
"""Other cleaners, and the packages their environments hold; "precision" is trafilatura in the mode of that name."""

PEER_SCRIPT: Final = Path(__file__).with_name("peer.py")


@dataclass(frozen=True, slots=True)
class Answer:
    """Text and facts of one page, and the CPU milliseconds they took. ``fault`` is set where the cleaner broke."""

    text: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    ms: float = 0.0
    fault: str | None = None


def ours(pages: Iterable[GoldPage], cache: Path | None = None) -> Iterator[Answer]:
    """The whole of our own way, as ``copydesk clean --jsonl`` goes it: from the page with its address to Markdown.

    With the ``cache`` of a training, each page is judged by weights that have not seen its site.
    """
    for page in pages:
        with judged_unseen(page, cache):
            yield _our_answer(page)


def _our_answer(page: GoldPage) -> Answer:
    raw = RawDocument(page.id, page.page.encode("utf-8", "replace"), page.url)
    started = time.process_time()
    try:
        stories = pipeline.clean(raw, House())
    except HeldError as held:
        return Answer(ms=_since(started), fault=str(held))
    said = row(stories[0]) if stories else EMPTY_ROW
    return Answer(said["text"], said["title"], tuple(said["authors"]), said["date"], _since(started))


def _since(started: float) -> float:
    return (time.process_time() - started) * 1000


def peer(name: str, pages: Iterable[GoldPage], environments: Path) -> Iterator[Answer]:
    """Another cleaner's answers, run in one process of its own environment, which is made if it is missing."""
    python = environment(name, environments)
    asked = "".join(json.dumps({"html": page.page, "url": page.url}) + "\n" for page in pages)
    done = subprocess.run(
        [python, str(PEER_SCRIPT), name], input=asked, capture_output=True, text=True, check=True, encoding="utf-8"
    )
    for line in done.stdout.splitlines():
        said = json.loads(line)
        yield Answer(said["text"], said["title"], tuple(said["authors"]), said["date"], said["ms"], said["fault"])


def at_hand(names: Iterable[str], environments: Path) -> list[str]:
    """Those of the peers that can be installed on this Python; the others are named."""
    found = []
    for name in names:
        try:
            environment(name, environments)
        except subprocess.CalledProcessError:
            shutil.rmtree(environments / name, ignore_errors=True)
            print(f"{name} is left out: it cannot be installed on this Python", file=sys.stderr)
            continue
        found.append(name)
    return found


def environment(name: str, environments: Path) -> str:
    """The Python of a peer's own environment, which is made if it is missing."""
    home = environments / name
    python = home / "bin" / "python"
    if not python.exists():
        print(f"making an environment for {name} in {home}", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", *PEERS[name].split()], check=True)
    return str(python)
