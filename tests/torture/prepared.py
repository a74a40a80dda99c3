"""A site that was built and has changed since: what is served before and after the next build, and what must hold in
between, whatever stops that build."""

from __future__ import annotations

import atexit
import random
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from statistics import median_low

from torture.desk import BUILD, ROOT, change, guids, make_desk, run, tree
from torture.progress import MEASURED, Whose, everyone, work_of

INJECT = str(Path(__file__).parent / "inject")

LEFTOVERS = (".output.stage", ".output.old", "content/**/.copydesk-tmp-*", "content/ledger/*.new")
"""What no ended build leaves behind."""

REGISTERS = tuple(f"ledger/{name}.tsv" for name in ("feeds", "addresses", "editions"))
"""What a build writes into ``content/`` as the new site is put in place."""

Tree = dict[str, str]


@dataclass(frozen=True)
class Prepared:
    """``site`` is where every try happens, always the same place, since a build believes its memory only there;
    ``pristine`` is a copy to begin from. ``old`` and ``new`` are the served site before and after an undisturbed
    build, ``content`` the stories and ledger after it."""

    site: Path
    pristine: Path
    old: Tree
    new: Tree
    content: Tree

    def renew(self) -> Path:
        """Begin from the same state again."""
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.copytree(self.pristine, self.site, symlinks=True)
        return self.site

    def served(self) -> str:
        """Which site is served: "old", "new" or "mixed"."""
        now = tree(self.site / "output")
        return "old" if now == self.old else "new" if now == self.new else "mixed"

    def lost(self) -> Iterator[str]:
        """What is wrong right after a build was stopped."""
        if self.served() == "mixed":
            now = tree(self.site / "output")
            wrong = sorted(name for name in now.keys() | self.new.keys() if now.get(name) != self.new.get(name))
            yield f"a mixed site is served: {wrong[:5]}"
        if guids(self.pristine) - guids(self.site):
            yield "a GUID is lost"
        if not any(b"Added by hand, 1." in story.read_bytes() for story in (self.site / "content").rglob("*.md")):
            yield "a hand edit is lost"

    def unmended(self) -> Iterator[str]:
        """What is wrong after the next build, which nobody helps."""
        code, printed = run(self.site)
        if code:
            yield f"the next build ends with {code}: {printed[-300:]}"
        for part, wanted in (("output", self.new), ("content", self.content)):
            now = tree(self.site / part)
            wrong = sorted(name for name in now.keys() | wanted.keys() if now.get(name) != wanted.get(name))
            if wrong:
                yield f"after the next build {part} is not as after a clean one: {wrong[:5]}"
        left = [path.name for pattern in LEFTOVERS for path in self.site.glob(pattern)]
        if left:
            yield f"the next build leaves {left}"


@cache
def prepare() -> Prepared:
    """A site that was built, changed, and built once more to know what must come: one for all experiments of a run,
    which begin with `Prepared.renew`."""
    folder = Path(tempfile.mkdtemp(prefix="torture-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    site, pristine = make_desk(folder / "site"), folder / "pristine"
    built(site)
    old = tree(site / "output")
    change(site)
    shutil.copytree(site, pristine, symlinks=True)
    shutil.rmtree(site / ".copydesk")
    shutil.rmtree(site / "output")
    built(site)
    new, content = tree(site / "output"), tree(site / "content")
    assert old != new, "the change changes nothing"
    return Prepared(site, pristine, old, new, content)


def stories(content: Tree) -> Tree:
    """What normalizing writes of a tree of ``content/``."""
    return {name: digest for name, digest in content.items() if name not in REGISTERS}


def built(site: Path) -> None:
    """Build; a site that cannot be built proves nothing."""
    code, printed = run(site)
    assert code == 0, printed


def injected(site: Path, kind: str, at: int, deed: str, **more: str) -> dict[str, str]:
    """The environment in which ``deed`` happens at the call number ``at`` of a kind (see `inject/sitecustomize.py`)."""
    return {
        "PYTHONPATH": f"{INJECT}:{ROOT / 'plugins'}",
        "TORTURE_BELOW": str(site),
        "TORTURE_KIND": kind,
        "TORTURE_AT": str(at),
        "TORTURE_DEED": deed,
        **more,
    }


@cache
def whole(command: tuple[str, ...] = BUILD, hands: str = "", whose: Whose = everyone) -> int:
    """What an undisturbed run takes of the processor (see `progress`)."""
    return median_low(work_of(prepare().renew(), command, environment(hands), whose) for _ in range(MEASURED))


def environment(hands: str) -> dict[str, str]:
    """The environment of a run that has its pages rendered by workers, as large sites have, where ``hands`` says so."""
    return {"TORTURE_HANDS": hands} if hands else {}


@cache
def calls() -> Mapping[str, int]:
    """How many calls of each kind an undisturbed build makes on the site."""
    return calls_of(prepare().renew(), {})


def calls_of(site: Path, environment: Mapping[str, str]) -> dict[str, int]:
    """How many calls of each kind a build makes on a site, now."""
    log = site.parent / "calls"
    log.unlink(missing_ok=True)
    run(site, environment=injected(site, "any", 0, "", TORTURE_LOG=str(log), **environment))
    kinds = log.read_text("ascii").split()
    return {kind: kinds.count(kind) for kind in sorted(set(kinds))}


def spread(total: int, most: int) -> list[int]:
    """At most ``most`` numbers of 1 to ``total``, the first and the last among them, evenly apart."""
    if total <= most:
        return list(range(1, total + 1))
    return (
        sorted({1 + round(step * (total - 1) / (most - 1)) for step in range(most)}) if most > 1 else [total // 2 + 1]
    )


def chance(name: str) -> random.Random:
    """Chance that is the same in every run."""
    return random.Random(name)
