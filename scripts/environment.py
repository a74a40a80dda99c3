"""Makes the virtual environment what the lock files say, and does nothing where it is that already.

    python scripts/environment.py run|dev [--ready]

With ``--ready`` it only answers, by its exit code, whether there is nothing to do.
``run`` is what building a site takes, ``dev`` adds what tests and lint take. An environment carries a stamp: a digest
of the lock files, of its own place and of its Python. It is written last, so an install that was interrupted, a folder
that moved and a lock that changed all show as a stamp that does not match, and the environment is made anew.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD_LOCK = ROOT / "requirements-build.txt"
LOCKS = {
    "run": ROOT / "requirements.txt",
    "dev": ROOT / "requirements-dev.txt",
    "train": ROOT / "bench/train/requirements.txt",
}
"""Each level and the lock that lists everything it takes."""

ALSO = {"run": "dev"}
"""A level → the level that includes it."""

MARK = "made-by-copydesk"
"""A file in the environment that says it is ours to remove."""


def main(venv: Path, level: str) -> int:
    """Bring the environment at ``venv`` to ``level`` and return the exit code."""
    if is_ready(venv, level):
        return 0
    with BUILD_LOCK.open("rb") as guard:
        fcntl.flock(guard, fcntl.LOCK_EX)  # two makes at once: the second waits, then finds it done
        if is_ready(venv, level):
            return 0
        try:
            make(venv, level)
        except subprocess.CalledProcessError as error:
            print(f"{venv} could not be made, see above ({error}). Then run make again.", file=sys.stderr)
            return 1
    return 0


def is_ready(venv: Path, level: str) -> bool:
    """Whether the environment serves ``level`` as it stands, with the Python asked for where one was."""
    python = version(str(venv / "bin/python"))
    if not python or (os.environ.get("PYTHON") and python != version(sys.executable)):
        return False
    return any(stamp_of(venv, name) == stamp(venv, name, python) for name in {level, ALSO.get(level, level)})


def stamp_of(venv: Path, level: str) -> str | None:
    """The stamp the environment carries for ``level``."""
    path = venv / f"stamp-{level}"
    return path.read_text(encoding="ascii") if path.exists() else None


def stamp(venv: Path, level: str, python: str) -> str:
    """The stamp that an environment at ``venv`` has when it is what the files say today."""
    package = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    parts = [
        BUILD_LOCK.read_bytes(),
        LOCKS[level].read_bytes(),
        json.dumps([package["project"], package["build-system"], package["tool"]["hatch"]]).encode(),
        (ROOT / "plugins/namespace/copydesk.py").read_bytes(),
        os.fsencode(venv.resolve()),
        python.encode(),
    ]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def version(python: str) -> str:
    """ "3.12", or "" where it does not run."""
    if Path(python).absolute() == Path(sys.executable):
        return "{}.{}".format(*sys.version_info)
    question = "import sys; print('%d.%d' % sys.version_info[:2])"
    try:
        return subprocess.run([python, "-I", "-c", question], capture_output=True, text=True, check=True).stdout.strip()
    except (OSError, subprocess.CalledProcessError):
        return ""


def make(venv: Path, level: str) -> None:
    """Add ``dev`` to an environment that is sound for ``run``, or make one from nothing."""
    if level != "dev" or not is_ready(venv, "run"):
        begin(venv)
    say(f"Installing {LOCKS[level].relative_to(ROOT)} into {venv.name} …")
    (venv / "stamp-run").unlink(missing_ok=True)
    pip(venv, "--require-hashes", "-r", str(BUILD_LOCK))
    pip(venv, "--require-hashes", "--no-build-isolation", "-r", str(LOCKS[level]))
    pip(venv, "--no-index", "--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    point_to_plugins(venv)
    (venv / f"stamp-{level}").write_text(stamp(venv, level, version(str(venv / "bin/python"))), encoding="ascii")


def begin(venv: Path) -> None:
    """An empty environment at ``venv``; one of ours that stood there goes, another's stays."""
    if venv.exists() and any(venv.iterdir()) and not (venv / MARK).exists():
        sys.exit(f"{venv} was not made by make: move it away, or name another folder with VENV=")
    say(f"Making {venv.name} with Python {version(sys.executable)} (once, about a minute) …")
    shutil.rmtree(venv, ignore_errors=True)
    venv.mkdir(parents=True)
    (venv / MARK).touch()
    run([sys.executable, "-I", "-m", "venv", str(venv)])


def point_to_plugins(venv: Path) -> None:
    """Name the folder of plugins by its way from the environment. Python 3.11 does not start at all where a ``.pth``
    file holds letters that the locale lacks, as the whole path may (LC_ALL=C, a home called Jürgen)."""
    for path in venv.glob("lib/python*/site-packages/_pelican_copydesk.pth"):
        path.write_text(os.path.relpath(ROOT / "plugins", path.parent.resolve()) + "\n", encoding="utf-8")


def pip(venv: Path, *arguments: str) -> None:
    """Run the environment's pip, with its progress on a terminal and in silence elsewhere."""
    quiet = () if sys.stderr.isatty() else ("--quiet", "--quiet")
    install = [str(venv / "bin/python"), "-I", "-m", "pip", "install", "--disable-pip-version-check"]
    run([*install, *quiet, *arguments])


def run(command: list[str]) -> None:
    """Run a command of ours, deaf to settings that would send packages elsewhere. Its output goes to stderr."""
    strays = ("PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__")
    clean = {name: value for name, value in os.environ.items() if name not in strays}
    subprocess.run(command, check=True, stdout=sys.stderr, env=clean, cwd=ROOT)


def say(line: str) -> None:
    """A line of progress, on a terminal only."""
    if sys.stderr.isatty():
        print(line, file=sys.stderr)


if __name__ == "__main__":
    where = ROOT / os.environ.get("VENV", ".venv")
    match sys.argv[1:]:
        case [wanted] if wanted in LOCKS:
            sys.exit(main(where, wanted))
        case [wanted, "--ready"] if wanted in LOCKS:
            sys.exit(not is_ready(where, wanted))
        case _:
            sys.exit("usage: environment.py run|dev|train [--ready]")
