"""The two commands on machines that lack something: one line that says what to install; nothing of others touched."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

OLD = 'case "$2" in *version_info*exit*|*exit*version_info*) exit 1;; *print*) echo 3.9;; esac'
BARE = 'case "$2" in *ensurepip*) exit 1;; *print*) echo 3.12;; esac'


def fake_python(folder: Path, script: str, name: str = "python3") -> Path:
    """A program that answers as some Python would."""
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def make_environment(root: Path, level: str = "run", **variables: str) -> subprocess.CompletedProcess[str]:
    """Run the script that every target runs first."""
    inherited = {name: value for name, value in os.environ.items() if name not in {"PYTHON", "VENV", "MAKEFLAGS"}}
    command = ["/bin/sh", str(root / "scripts" / "environment.sh"), level]
    return subprocess.run(command, cwd=root, env=inherited | variables, capture_output=True, text=True, timeout=600)


@pytest.mark.parametrize(
    ("script", "said"),
    [
        (OLD, "Python 3.9 is too old: install Python 3.11"),
        (BARE, "no venv module: install it (Debian"),
    ],
    ids=["old", "without venv"],
)
def test_a_python_that_does_not_fit(root: Path, tmp_path: Path, script: str, said: str) -> None:
    python = fake_python(tmp_path, script)
    done = make_environment(root, VENV=str(tmp_path / "env"), PYTHON=str(python))
    assert done.returncode != 0
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert not (tmp_path / "env").exists()


def test_no_python_at_all(root: Path, tmp_path: Path) -> None:
    for tool in ("dirname", "sh"):
        (tmp_path / tool).symlink_to(str(shutil.which(tool)))
    done = make_environment(root, VENV=str(tmp_path / "env"), PATH=str(tmp_path))
    assert done.returncode != 0
    assert "No Python found: install Python 3.11 or later" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_python_that_is_not_there(root: Path, tmp_path: Path) -> None:
    done = make_environment(root, VENV=str(tmp_path / "env"), PYTHON=str(tmp_path / "python"))
    assert done.returncode != 0
    assert f"PYTHON={tmp_path}/python does not run: install Python 3.11 or later" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_later_python_is_found_behind_an_old_one(root: Path, tmp_path: Path) -> None:
    fake_python(tmp_path, OLD, "python3.13")
    fake_python(tmp_path, 'case "$*" in *environment.py*) echo "taken: $*";; esac', "python3.12")
    done = make_environment(root, VENV=str(tmp_path / "env"), PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert "taken" in done.stdout and done.stdout.endswith("environment.py run\n")


def test_a_folder_of_others_is_left_alone(root: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "env" / "bin" / "theirs"
    theirs.parent.mkdir(parents=True)
    theirs.touch()
    done = make_environment(root, VENV=str(tmp_path / "env"), PYTHON=sys.executable)
    assert done.returncode != 0
    assert "was not made by make" in done.stderr
    assert theirs.exists()


def test_a_second_run_installs_nothing(root: Path) -> None:
    venv = Path(sys.prefix)
    if not (venv / "stamp-dev").exists():
        pytest.skip("these tests run outside of make's environment: use make test")
    assert ready(root, venv, "dev")
    assert ready(root, venv, "run")


@pytest.mark.parametrize("damage", ["interrupted", "moved", "lock changed"])
def test_what_is_not_right_is_seen(root: Path, tmp_path: Path, damage: str) -> None:
    checkout, venv = tmp_path / "checkout", tmp_path / "checkout" / ".venv"
    for name in ("scripts", "plugins/namespace"):
        shutil.copytree(root / name, checkout / name)
    for path in (*root.glob("requirements*.txt"), root / "pyproject.toml"):
        shutil.copy2(path, checkout / path.name)
    (venv / "bin").mkdir(parents=True)
    (venv / "bin" / "python").symlink_to(sys.executable)
    stamp(checkout, venv)
    assert ready(checkout, venv)
    if damage == "interrupted":
        (venv / "stamp-run").unlink()
    elif damage == "moved":
        venv = venv.rename(tmp_path / "elsewhere")
    else:
        with (checkout / "requirements.txt").open("a", encoding="utf-8") as lock:
            lock.write("# changed\n")
    assert not ready(checkout, venv)


def stamp(checkout: Path, venv: Path) -> None:
    """Stamp an environment as ready for a run."""
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); import environment as e; from pathlib import Path\n"
        "venv = Path(sys.argv[2]); (venv / 'stamp-run').write_text(e.stamp(venv, 'run', e.version(sys.executable)))"
    )
    subprocess.run([sys.executable, "-c", script, str(checkout / "scripts"), str(venv)], check=True)


def ready(checkout: Path, venv: Path, level: str = "run") -> bool:
    """Whether the scripts of a checkout would do nothing to an environment."""
    command = [sys.executable, "-I", str(checkout / "scripts" / "environment.py"), level, "--ready"]
    return subprocess.run(command, env={**os.environ, "VENV": str(venv), "PYTHON": ""}).returncode == 0


def test_make_alone_lists_every_target(root: Path) -> None:
    done = subprocess.run(["make", "--no-print-directory"], cwd=root, capture_output=True, text=True, check=True)
    listed = {line.split()[1] for line in done.stdout.splitlines()}
    phony = re.search(r"^\.PHONY: (.+)$", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert phony and {"html", "test"} <= listed == {name for name in phony[1].split() if "-" not in name}
    assert all(len(line) <= 100 for line in done.stdout.splitlines())
