"""Other cleaners, each run in an environment of its own, which is made if it is missing."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from bench.quality.answers import Answer
from bench.quality.gold import GoldPage

PYTHON_PEERS: Final = {
    "trafilatura": "trafilatura lxml_html_clean",
    "precision": "trafilatura lxml_html_clean",
    "readability": "readability-lxml lxml_html_clean",
    "newspaper4k": "newspaper4k lxml_html_clean",
    "magic-html": "magic-html",
    "resiliparse": "resiliparse",
}
"""Cleaners in Python, and the packages their environments hold; "precision" is trafilatura in the mode of that name."""

NODE_PEERS: Final = ("readability.js", "defuddle")
"""Cleaners that need Node, and have one environment together, made by the lock file in `NODE`."""

PEERS: Final = (*PYTHON_PEERS, *NODE_PEERS)

PYTHON_SCRIPT: Final = Path(__file__).with_name("peer.py")
NODE: Final = Path(__file__).with_name("node")


def peer(name: str, pages: Iterable[GoldPage], environments: Path) -> Iterator[Answer]:
    """A cleaner's answers, all made by one process of its environment."""
    asked = "".join(json.dumps({"html": page.page, "url": page.url}) + "\n" for page in pages)
    command = [*environment(name, environments), name]
    done = subprocess.run(command, input=asked, capture_output=True, text=True, check=True, encoding="utf-8")
    # Only line feeds end an answer: a text may hold other line ends.
    for line in done.stdout.rstrip("\n").split("\n"):
        said = json.loads(line)
        yield Answer(said["text"], said["title"], tuple(said["authors"]), said["date"], said["ms"], said["fault"])


def at_hand(names: Iterable[str], environments: Path) -> list[str]:
    """Those of the peers that can be installed on this machine; the others are named."""
    found = []
    for name in names:
        try:
            environment(name, environments)
        except (subprocess.CalledProcessError, FileNotFoundError):
            shutil.rmtree(environments / _home(name), ignore_errors=True)
            print(f"{name} is left out: it cannot be installed on this machine", file=sys.stderr)
            continue
        found.append(name)
    return found


def environment(name: str, environments: Path) -> list[str]:
    """The command that runs a peer in its own environment, which is made if it is missing."""
    home = environments / _home(name)
    return _node(home) if name in NODE_PEERS else _python(home, PYTHON_PEERS[name])


def _home(name: str) -> str:
    return "node" if name in NODE_PEERS else name


def _python(home: Path, packages: str) -> list[str]:
    python = home / "bin" / "python"
    if not python.exists():
        _say(home)
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "-q", *packages.split()], check=True)
    return [str(python), str(PYTHON_SCRIPT)]


def _node(home: Path) -> list[str]:
    """Packages by their lock file, with no script of any package run. The script stands beside them to find them."""
    home.mkdir(parents=True, exist_ok=True)
    fresh = not (home / "node_modules").exists()
    for file in NODE.iterdir():
        shutil.copy(file, home / file.name)
    if fresh:
        _say(home)
        subprocess.run(["npm", "ci", "--ignore-scripts", "--silent"], cwd=home, check=True)
    return ["node", str(home / "peer.mjs")]


def _say(home: Path) -> None:
    print(f"making an environment in {home}", file=sys.stderr)
