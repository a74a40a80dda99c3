"""Same in, same out: whatever must not matter is different, and every byte of the site and of ``content/`` is the same.

One build for each thing that must not matter, cold and from the same seeds, against one build here. A build of stories
that are committed is then repeated without ``SOURCE_DATE_EPOCH`` at other times: nothing in the site may be of today.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from torture.desk import BUILD, ROOT, change, make_desk, run_anew, tree
from torture.table import Experiment, Row, Scale

ELSEWHERE = str(Path(__file__).parent / "elsewhere")

DIFFERENT: Mapping[str, Mapping[str, str]] = {
    "hash seed 1": {"PYTHONHASHSEED": "1"},
    "hash seed 4242": {"PYTHONHASHSEED": "4242"},
    "Kiritimati": {"TZ": "Pacific/Kiritimati"},
    "Pago Pago": {"TZ": "Pacific/Pago_Pago"},
    "no locale": {"LC_ALL": "C", "LANG": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"},
    "a German locale": {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"},
    "folders in another order": {"TORTURE_SHUFFLE": "a"},
    "folders in a third order": {"TORTURE_SHUFFLE": "b"},
    "400 days ago": {"TORTURE_DAYS": "-400"},
    "in 400 days": {"TORTURE_DAYS": "400"},
    "one core": {"TORTURE_CORES": "1"},
    "all at once": {
        "PYTHONHASHSEED": "99",
        "TZ": "Asia/Kathmandu",
        "LC_ALL": "C",
        "TORTURE_SHUFFLE": "c",
        "TORTURE_DAYS": "123",
        "TORTURE_CORES": "1",
    },
}
"""What must not matter, and the environment in which it is different."""

PLACE = "ein anderer Ort, mit ü und 'Zeichen"

PYTHONS = ("python3.11", "python3.12", "python3.13", "python3.14")
"""The Pythons we support, in the folder of the checkout's environment or of one made for it."""


def every_surrounding(scale: Scale, folder: Path) -> Row:
    """A build in each surrounding, in a place of its own, and one by every supported Python that this machine has."""
    names = list(DIFFERENT) if scale is Scale.WHOLE else ["all at once"]
    wanted = outcome(folder / "here", {})
    lost: list[str] = []
    for number, name in enumerate(names):
        found = outcome(folder / PLACE / str(number), {**DIFFERENT[name], "PYTHONPATH": f"{ELSEWHERE}:{ROOT}/plugins"})
        lost += differing(name, wanted, found)
    pythons = dict(environments(scale))
    for name, python in pythons.items():
        lost += differing(name, wanted, outcome(folder / name, {}, python))
    own = ".".join(map(str, sys.version_info[:2]))
    told = f"{len(wanted)} files each; python{own}, {', '.join(pythons) or 'no other'}"
    return Row(len(names) + len(pythons), tuple(lost), told)


def without_a_clock(scale: Scale, folder: Path) -> Row:
    """Committed stories, built again from nothing at other times, with no SOURCE_DATE_EPOCH set."""
    site = folder / "site"
    wanted = outcome(site, {})
    other = outcome(folder / "other", {"SOURCE_DATE_EPOCH": "1700000000"})
    void = "" if other != wanted else "another SOURCE_DATE_EPOCH changes nothing: it is not honoured"
    days = (-400, -1, 1, 400) if scale is Scale.WHOLE else (400,)
    lost: list[str] = []
    for day in days:
        for part in ("output", ".copydesk"):
            shutil.rmtree(site / part)
        environment = {"SOURCE_DATE_EPOCH": "", "TORTURE_DAYS": str(day), "PYTHONPATH": f"{ELSEWHERE}:{ROOT}/plugins"}
        lost += differing(f"{day} days from now", wanted, built(site, environment))
    told = f"another SOURCE_DATE_EPOCH is told: {len(differing('', wanted, other))} of {len(wanted)} files say it"
    return Row(len(days), tuple(lost), told, void)


def environments(scale: Scale) -> Iterator[tuple[str, str]]:
    """The other Pythons of `PYTHONS` that are here, each with the interpreter of an environment of its own, made from
    the locks; a slice makes none."""
    for name in PYTHONS:
        version = tuple(map(int, name.removeprefix("python").split(".")))
        found = next((each for each in candidates(name) if works(each)), None)
        if scale is Scale.WHOLE and version != sys.version_info[:2] and found is not None:
            yield name, made(name, found)


def made(name: str, python: str) -> str:
    """The interpreter of an environment made with ``python``, as `make` makes it."""
    venv = ROOT / f".venv-{name.removeprefix('python')}"
    make = ["sh", str(ROOT / "scripts/environment.sh"), "run"]
    environment = {**os.environ, "VENV": str(venv), "PYTHON": python}
    done = subprocess.run(make, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-500:]
    return str(venv / "bin" / "python")


def candidates(name: str) -> list[str]:
    """Where an interpreter of that name may be: on the path, and where pyenv keeps its own."""
    kept = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    own = [str(path / "bin" / "python") for path in sorted(kept.glob(f"{name.removeprefix('python')}.*"))]
    return [*own, *filter(None, [shutil.which(name)])]


def works(python: str) -> bool:
    """Whether an interpreter runs and can make environments."""
    return subprocess.run([python, "-c", "import venv, ensurepip"], capture_output=True).returncode == 0


def outcome(site: Path, environment: Mapping[str, str], python: str = sys.executable) -> dict[str, str]:
    """The files of a site that is made, built, changed and built again."""
    make_desk(site)
    built(site, environment, python)
    change(site)
    return built(site, environment, python)


def built(site: Path, environment: Mapping[str, str], python: str = sys.executable) -> dict[str, str]:
    """The files of ``output/`` and ``content/`` after a build."""
    code, printed = run_anew(site, BUILD, environment, python)
    assert code == 0, printed
    return {f"{part}/{name}": digest for part in ("output", "content") for name, digest in tree(site / part).items()}


def differing(name: str, wanted: Mapping[str, str], found: Mapping[str, str]) -> list[str]:
    """The files that are not the same."""
    files = sorted(file for file in wanted.keys() | found.keys() if wanted.get(file) != found.get(file))
    return [f"{name}: {file}" for file in files]


EXPERIMENTS = (
    Experiment("same bytes: whatever must not matter", every_surrounding, minutes=2),
    Experiment("same bytes: at other times", without_a_clock),
)
