"""What the targets of the Makefile do beyond calling a program: what is left when they clean, when they fail."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with our Makefile, whose environment is there already."""
    shutil.copy2(ROOT / "Makefile", tmp_path)
    (tmp_path / "scripts").mkdir()
    (tmp_path / "scripts/environment.sh").write_text("exit 0\n")
    return tmp_path


def make(folder: Path, target: str) -> int:
    """The exit code of a make that knows nothing of the one that runs these tests."""
    inherited = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MFLAGS", "VENV"}}
    return subprocess.run(["make", target], cwd=folder, env=inherited, capture_output=True, timeout=600).returncode


def test_clean_leaves_what_no_program_can_make_again(folder: Path) -> None:
    kept = ("seeds/harbor.txt", "content/stories/harbor.md", "plugins/a.py", ".copydesk/replaced/harbor-1a2b.md")
    for name in (*kept, ".copydesk/manifest.json", ".copydesk/lock", "output/index.html", ".venv/bin/python"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    assert make(folder, "clean") == 0
    files = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
    assert files == {"Makefile", "scripts/environment.sh", *kept}


def test_clean_leaves_no_empty_folder_of_ours(folder: Path) -> None:
    (folder / ".copydesk").mkdir()
    assert make(folder, "clean") == 0
    assert not (folder / ".copydesk").exists()
    assert make(folder, "clean") == 0


@pytest.mark.parametrize(("code", "succeeds"), [(0, True), (3, True), (1, False), (2, False), (75, False)])
def test_check_fails_on_faults_and_not_on_held_seeds(folder: Path, code: int, succeeds: bool) -> None:
    command = folder / ".venv/bin/copydesk"
    command.parent.mkdir(parents=True)
    command.write_text(f"#!/bin/sh\nexit {code}\n")
    command.chmod(0o755)
    assert (make(folder, "check") == 0) == succeeds
