"""A build that puts the reworded text of one story into its pages, and makes no others: killed, asked to end or given
errors, it leaves the old or the new site, and the next one gives what a clean build gives (`site/reprinting/`).
"""

from __future__ import annotations

import atexit
import shutil
import signal
import tempfile
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median_low

from torture.asked import how, wrong
from torture.desk import make_desk, run, start, tree
from torture.disk import ERRORS, judged
from torture.prepared import Prepared, built, calls_of, chance, injected, spread
from torture.progress import MEASURED, Work, landed, work_of
from torture.table import Experiment, Row, Scale

WORDS = ("sea", "ebb")
"""What the story says before and after. Words of three letters are not what it is about (`site/stories/terms.py`)."""

MOMENTS = {Scale.SLICE: 1, Scale.WHOLE: 100}
"""Random moments at which a build is killed, and a fifth as many at which each signal asks it to end."""

PER_KIND = {Scale.SLICE: 1, Scale.WHOLE: 1_000}
"""Calls of each kind at which it is killed, at most: whole, every one."""

PLACES = {Scale.SLICE: 1, Scale.WHOLE: 4}
"""Calls of each kind at which an error comes."""

MADE = (".copydesk", "output")
"""What builds make beside the registers."""

IS_LONG = ("", "1")
"""Once, or from then on (`inject/sitecustomize.py`)."""

SLICE_KINDS = ("exchange", "chmod")
"""The calls by which the site is put in place, and the register is written."""


@dataclass(frozen=True)
class Desk:
    """A site in place, one story of which is to say another word. After a copy of its sources, which has new times, all
    of it would be built: so these stay where they are, and what builds make is put back."""

    story: Path
    prepared: Prepared

    @property
    def mark(self) -> Path:
        """A file that is there once a build replates (see `zygote`)."""
        return self.prepared.site.with_name("replates")

    def renew(self) -> dict[str, str]:
        """Begin from the same state again, with the story reworded. Returns the environment of a build that makes the
        mark."""
        site, pristine = self.prepared.site, self.prepared.pristine
        for name in MADE:
            shutil.rmtree(site / name)
            shutil.copytree(pristine / name, site / name)
        for path in (pristine / "content").glob("ledger/*.tsv"):
            shutil.copy(path, site / "content/ledger")
        reword(self.story, WORDS[1])
        self.mark.unlink(missing_ok=True)
        return {"TORTURE_REPLATES": str(self.mark)}

    def seen(self) -> str:
        """How far a build that was killed had come."""
        return f"{self.prepared.served()} {'while it replated' if self.mark.exists() else 'before it could'}"


@cache
def desk() -> Desk:
    """A site that a hand has written on; what is served is what clean builds make."""
    folder = Path(tempfile.mkdtemp(prefix="torture-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    site, pristine = make_desk(folder / "site"), folder / "pristine"
    built(site)
    story = next(site.joinpath("content").rglob("*lighthouse*.md"))
    with story.open("a", encoding="utf-8") as file:
        file.write(f"\nAdded by hand, 1. It looks on the {WORDS[0]}.\n")
    built(site)
    shutil.copytree(site, pristine)
    reword(story, WORDS[1])
    for name in MADE:
        shutil.rmtree(site / name)
    built(site)
    trees = (tree(place) for place in (pristine / "output", site / "output", site / "content"))
    return Desk(story, Prepared(site, pristine, *trees))


def reword(story: Path, word: str) -> None:
    """Have a story say one of the words and not the other."""
    text = story.read_text("utf-8")
    for each in WORDS:
        text = text.replace(f"It looks on the {each}.", f"It looks on the {word}.")
    story.write_text(text, "utf-8")


# --- what is tried ----------------------------------------------------------------------------------------------------


def killed_at_random(scale: Scale, folder: Path) -> Row:
    """kill -9 from outside."""
    dice, most = chance("replating"), whole()
    seen: Counter[str] = Counter()
    lost: list[str] = []
    for number in range(MOMENTS[scale]):
        here = desk()
        running = start(here.prepared.site, environment=here.renew())
        Work(running).reach(dice.random() * most)
        running.kill()
        code, _ = running.ended()
        seen[here.seen() if code == -signal.SIGKILL else "ended before"] += 1
        faults = (*here.prepared.lost(), *here.prepared.unmended(), running.left())
        lost += [f"moment {number}: {fault}" for fault in faults if fault]
    return Row(MOMENTS[scale], tuple(lost), f"{landed(seen)}; {told(seen)}; {mixed()}")


def killed_at_calls(scale: Scale, folder: Path) -> Row:
    """The build kills itself at chosen calls of each kind."""
    kinds = calls()
    places = [
        (kind, at)
        for kind, total in kinds.items()
        if scale is Scale.WHOLE or kind in SLICE_KINDS
        for at in spread(total, PER_KIND[scale])
    ]
    seen: Counter[str] = Counter()
    lost: list[str] = []
    for kind, at in places:
        here = desk()
        code, _ = run(here.prepared.site, environment=injected(here.prepared.site, kind, at, "kill", **here.renew()))
        seen[here.seen() if code == -signal.SIGKILL else "ended before"] += 1
        lost += [f"{kind} {at}: {fault}" for fault in (*here.prepared.lost(), *here.prepared.unmended())]
    void = "" if seen["old while it replated"] else "no build was killed while it replated"
    counted = f"{len({kind for kind, _ in places})} kinds of call, {len(places)} of {sum(kinds.values())} calls"
    return Row(len(places), tuple(lost), f"{counted}; {told(seen)}; {mixed()}", void)


def errors_at_calls(scale: Scale, folder: Path) -> Row:
    """The system answers chosen calls with an error, once or from then on."""
    places = [
        (kind, at, ERRORS[number % len(ERRORS)], IS_LONG[number % 2])
        for kind, total in calls().items()
        if scale is Scale.WHOLE or kind in SLICE_KINDS
        for number, at in enumerate(spread(total, PLACES[scale]))
    ]
    seen: Counter[str] = Counter()
    lost: list[str] = []
    for kind, at, error, is_long in places:
        here = desk()
        environment = injected(here.prepared.site, kind, at, error, TORTURE_LONG=is_long, **here.renew())
        code, printed = run(here.prepared.site, environment=environment)
        faults = (*judged(here.prepared, code, printed, seen), *here.prepared.unmended())
        lost += [f"{error} at {kind} {at}: {fault}" for fault in faults]
    return Row(len(places), tuple(lost), told(seen))


def asked_to_end(scale: Scale, folder: Path) -> Row:
    """Ctrl-C and a polite kill."""
    dice, most = chance("asked while replating"), whole()
    seen: Counter[str] = Counter()
    lost: list[str] = []
    for number in (signal.SIGINT, signal.SIGTERM) * max(1, MOMENTS[scale] // 5):
        here = desk()
        environment = here.renew()
        before = tree(here.prepared.site / "content")
        running = start(here.prepared.site, environment=environment)
        running.answers(signal.SIGTERM)
        reached = Work(running).reach(dice.random() * most)
        running.kill(number)
        code, printed = running.ended()
        seen[how(code, reached=reached)] += 1
        lost += [*wrong(here.prepared, before, code, printed, 128 + number), *here.prepared.unmended()]
    return Row(sum(seen.values()), tuple(lost), f"{landed(seen)}; {told(seen)}")


# --- what is known of an undisturbed build ----------------------------------------------------------------------------


@cache
def calls() -> dict[str, int]:
    """How many calls of each kind a build that replates makes on the site."""
    here = desk()
    made = calls_of(here.prepared.site, here.renew())
    assert here.mark.exists(), "the build of a story that says another word does not replate"
    return made


@cache
def whole() -> int:
    """What such a build takes of the processor."""
    here = desk()
    return median_low(work_of(here.prepared.site, environment=here.renew()) for _ in range(MEASURED))


def told(seen: Counter[str]) -> str:
    """What was seen how often."""
    return ", ".join(f"{count} {how}" for how, count in sorted(seen.items()))


def mixed() -> str:
    """The control: one page of the old site in the new one is told."""
    here = desk()
    here.renew()
    page = next(here.prepared.site.joinpath("output").rglob("index.html"))
    page.write_bytes(page.read_bytes() + b" ")
    assert here.prepared.served() == "mixed"
    return "one changed page is told as mixed"


EXPERIMENTS = (
    Experiment("replating: kill -9 at random moments", killed_at_random, minutes=2),
    Experiment("replating: kill -9 at each kind of call", killed_at_calls, minutes=7),
    Experiment("replating: errors at calls", errors_at_calls),
    Experiment("replating: Ctrl-C and SIGTERM at random moments", asked_to_end),
)
