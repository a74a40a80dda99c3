"""Every golden case comes out as it was reviewed; `make golden` renews them for review."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import golden
import pytest

FOLDERS = golden.folders()


def test_there_are_cases_and_none_is_incomplete() -> None:
    assert FOLDERS
    assert {path for path in golden.CASES.iterdir() if path.is_dir()} == set(FOLDERS), "a case lacks its case.toml"


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_a_case_comes_out_as_reviewed(folder: Path) -> None:
    assert golden.read_case(folder).shape
    expected = folder / "expected.md"
    assert expected.exists(), "run `make golden` and review the new file"
    assert golden.outcome(folder) == expected.read_text(encoding="utf-8")


def test_cases_are_not_renewed_in_ci() -> None:
    done = subprocess.run(
        [sys.executable, str(Path(golden.__file__))],
        env={**os.environ, "CI": "true"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "never in CI" in done.stderr
