"""A small site of invented seeds to be tortured, how it is built from outside, and what a tree of files says.

Everything here works on the command alone (``python -m pelican …``, as `make html` calls it, and ``copydesk``), so
that it holds whatever is changed inside.
"""

from __future__ import annotations

import atexit
import hashlib
import json
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent

EPOCH = "1767225600"

BUILD = ("-m", "copydesk.site", "content", "--output", "output", "--settings", "pelican.conf.py")
"""What `make html` runs, behind the name of the interpreter."""

NORMALIZE = ("-m", "copydesk", "normalize")

LATER = 600
"""Seconds after which a run counts as hanging: hundreds of times what it takes."""

SETTINGS = f"""
import runpy
ours = runpy.run_path({str(ROOT / "pelican.conf.py")!r})
globals().update({{name: value for name, value in ours.items() if name.isupper()}})
THEME = {str(ROOT / "theme")!r}
PLUGIN_PATHS = [{str(ROOT / "plugins")!r}]
COPYDESK_SEARCH = False
COPYDESK_CARDS = False
"""
"""The repository's settings without the two slowest parts of a build."""

SOURCES = """
[sound-ledger]
name = "The Sound Ledger"
home = "https://soundledger.example/"
"""

TOPICS = ("ferry", "lighthouse", "market hall", "tram line", "observatory", "ropewalk", "mill race", "town archive")

WHO = "masons pilots council bakers teachers harbour-master sailors clerks gardeners drummers printers weavers".split()
DID = "counted repaired opened painted measured sold lifted drained lit closed carried described".split()
WHAT = "gate quay staircase lamp roof cellar map engine window bell bridge path ledger tower kiln sluice".split()
WHEN = (
    "in spring; at noon; after the storm; before the vote; with great care; without a word; for the third time".split(
        "; "
    )
)


def seed(topic: str, number: int, word: str = "twice") -> str:
    """A raw file as a select-all-and-copy leaves it, unlike that of any other topic; ``word`` stands in its text."""
    chance = random.Random(topic)
    sentences = [
        f"The {chance.choice(WHO)} {chance.choice(DID)} the {chance.choice(WHAT)} of the {topic} {chance.choice(WHEN)}."
        for _ in range(30)
    ]
    sentences[8] = f"It was looked at {word} on the morning it opened."
    paragraphs = "\n\n".join(" ".join(sentences[at : at + 5]) for at in range(0, 30, 5))
    head = f"The Sound Ledger\n\nThe {topic} opens again after {number + 2} years\n\nBy Ada Lund\n\n"
    return f"{head}March {number + 1}, 2025\n\n{paragraphs}\n"


def make_desk(folder: Path, stories: int = 4) -> Path:
    """A site with that many seeds that become stories, and one that is held. Returns ``folder``."""
    (folder / "seeds").mkdir(parents=True)
    (folder / "content").mkdir()
    for number, topic in enumerate(TOPICS[:stories]):
        write(folder / "seeds" / f"{topic.split()[0]}.txt", seed(topic, number))
    write(folder / "seeds" / "note.txt", "A note to nobody.\n")
    write(folder / "pelican.conf.py", SETTINGS)
    write(folder / "sources.toml", SOURCES)
    return folder


def write(path: Path, text: str) -> None:
    """Write a file and the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def change(folder: Path, number: int = 1) -> None:
    """What makes the next build write everything: a seed changes, one comes in, one goes, and a hand edits a story."""
    seeds = folder / "seeds"
    write(seeds / "ferry.txt", seed("ferry", 0, f"{number} times"))
    write(seeds / f"late{number}.txt", seed("quay wall", 40 + number))
    (seeds / "tram.txt").unlink(missing_ok=True)
    for story in sorted((folder / "content").rglob("*lighthouse*.md")):
        story.write_bytes(story.read_bytes() + f"\nAdded by hand, {number}.\n".encode())


def surroundings(**more: str) -> dict[str, str]:
    """The environment of a run: this machine's, with a clock that stands still."""
    settled = {
        "PYTHONPATH": str(ROOT / "plugins"),
        "SOURCE_DATE_EPOCH": EPOCH,
        "COLUMNS": "200",
        "PYTHONDONTWRITEBYTECODE": "",  # thousands of interpreters are started: none compiles anew
    }
    return {**os.environ, **settled, **more}


@dataclass(frozen=True)
class Running:
    """A run that was begun: its process, which leads a group of its own, and where it prints."""

    pid: int
    out: Path
    room: Room

    def kill(self, number: int = signal.SIGKILL, *, group: bool = False) -> None:
        """Send a signal to the process, or to all its children too."""
        with suppress(ProcessLookupError):
            (os.killpg if group else os.kill)(self.pid, number)

    def kill_one(self, dice: random.Random) -> str:
        """Kill one of the processes that it has started with -9, as soon as there is one; which kind, "none" where it
        ends without."""
        while not (helping := helpers(parents := members(self.pid))):
            if self.pid not in parents:
                return "none"
            time.sleep(0.005)
        chosen = dice.choice(sorted(helping))
        with suppress(ProcessLookupError):
            os.kill(chosen, signal.SIGKILL)
        return helping[chosen]

    def answers(self, number: int) -> None:
        """Wait until the process answers a signal in a way of its own, or has ended (man 5 proc: ``SigCgt``)."""
        status = Path(f"/proc/{self.pid}/status")
        while (caught := re.search(r"SigCgt:\s*(\w+)", status.read_text("ascii", "replace"))) is not None:
            if int(caught[1], 16) >> (number - 1) & 1:
                return
            time.sleep(0.005)

    def ended(self) -> tuple[int, str]:
        """The exit code, negative for a signal, and what was printed, once it ends; one that hangs is killed."""
        alarm = threading.Timer(LATER, self.kill)
        alarm.start()
        code = int(self.room.answer({"wait": self.pid}))
        hangs = "" if alarm.is_alive() else "\nIT HANGS"
        alarm.cancel()
        return code, self.out.read_text("utf-8", "replace") + hangs

    def left(self) -> str:
        """What is at work of the group once the process itself has ended and all had time to notice; "" where nothing
        is, or where the system does not tell."""
        end = time.monotonic() + LATER
        while (names := sorted(at_work(self.pid))) and time.monotonic() < end:
            time.sleep(0.1)
        return f"processes stay: {names}" if names else ""


def at_work(group: int) -> Iterator[str]:
    """The commands of a process group that run or wait; of what has ended nothing is left but that nobody asked for its
    code (Linux, proc(5))."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, _, of = path.read_text("utf-8", "replace").rpartition(") ")[2].split()[:3]
            if int(of) == group and state != "Z":
                yield path.with_name("cmdline").read_text("utf-8", "replace").replace("\0", " ")[:200]


def members(group: int) -> dict[int, int]:
    """The processes of a group that have not ended, and who started each (Linux, proc(5))."""
    parents: dict[int, int] = {}
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            state, parent, of = path.read_text("utf-8", "replace").rpartition(") ")[2].split()[:3]
            if int(of) == group and state != "Z":
                parents[int(path.parent.name)] = int(parent)
    return parents


def helpers(parents: Mapping[int, int]) -> dict[int, str]:
    """The processes of a group that do something for its leader: those that another than the leader has started are
    workers, and that other is the server that forks them."""
    workers = {pid: parent for pid, parent in parents.items() if parent in parents and parents[parent] in parents}
    return dict.fromkeys(workers, "a worker") | dict.fromkeys(workers.values(), "the server")


class Room:
    """The process that begins runs (see `zygote`)."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "torture.zygote"],
            env=surroundings(PYTHONPATH=f"{ROOT / 'plugins'}:{ROOT / 'tests'}"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._turn = threading.Lock()
        atexit.register(self._process.kill)

    def answer(self, asked: Mapping[str, object]) -> str:
        """What the process answers to a line."""
        assert self._process.stdin and self._process.stdout
        with self._turn:
            self._process.stdin.write(f"{json.dumps(asked)}\n")
            self._process.stdin.flush()
            return self._process.stdout.readline()


@cache
def room() -> Room:
    """The one room of this process."""
    return Room()


def start(
    folder: Path,
    what: tuple[str, ...] = BUILD,
    environment: Mapping[str, str] | None = None,
    limits: Mapping[str, int] | None = None,
) -> Running:
    """Begin a run in ``folder``, in a process group of its own, for which permissions hold even where we are root.
    ``limits`` are of the system's, by name."""
    handle, name = tempfile.mkstemp(prefix="printed-", dir=folder.parent)
    os.close(handle)
    env = surroundings(**(environment or {}))
    asked = {"cwd": str(folder), "env": env, "argv": what, "out": name, "limits": dict(limits or {}), "plain": True}
    return Running(int(room().answer(asked)), Path(name), room())


def run(
    folder: Path,
    what: tuple[str, ...] = BUILD,
    environment: Mapping[str, str] | None = None,
    limits: Mapping[str, int] | None = None,
) -> tuple[int, str]:
    """The exit code of a run and what it printed."""
    return start(folder, what, environment, limits).ended()


def run_anew(
    folder: Path,
    what: tuple[str, ...] = BUILD,
    environment: Mapping[str, str] | None = None,
    python: str = sys.executable,
) -> tuple[int, str]:
    """The same by a new interpreter, as the command line does it."""
    env = surroundings(**(environment or {}))
    done = subprocess.run(
        [python, *what], cwd=folder, env=env, capture_output=True, stdin=subprocess.DEVNULL, timeout=LATER
    )
    return done.returncode, (done.stdout + done.stderr).decode(errors="replace")


def tree(folder: Path) -> dict[str, str]:
    """Every file under a folder with the digest of its bytes; links by where they lead."""
    found: dict[str, str] = {}
    for parent, folders, names in os.walk(folder):
        for name in (*names, *(each for each in folders if Path(parent, each).is_symlink())):
            path = Path(parent, name)
            data = os.readlink(path).encode() if path.is_symlink() else path.read_bytes()
            found[path.relative_to(folder).as_posix()] = hashlib.sha256(data).hexdigest()
    return found


def guids(folder: Path) -> frozenset[str]:
    """The GUID line of every story file of a site."""
    stories = (folder / "content" / "stories").rglob("*.md")
    lines = (line for story in stories for line in story.read_text("utf-8", "replace").splitlines())
    return frozenset(line for line in lines if line.startswith("guid:"))
