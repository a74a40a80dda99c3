"""Building this repository's site aside, so that no test changes the checkout."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

SITE_PARTS = ("pelican.conf.py", "publish.conf.py", "sources.toml", "content", "theme", "plugins", "seeds")
"""What a build reads: copied aside, so that no test changes the checkout."""


def copy_site(target: Path) -> Path:
    """A copy of what a build of this repository's site reads, in ``target``. Returns ``target``."""
    (target / "content").mkdir(parents=True, exist_ok=True)
    for part in SITE_PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, target / part, ignore=shutil.ignore_patterns("__pycache__"), dirs_exist_ok=True)
        elif source.exists():
            shutil.copy2(source, target / part)
    return target


def build_site(
    folder: Path, settings: str = "pelican.conf.py", environment: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the build of `make html` in ``folder``; the caller looks at the exit code and at ``folder/output``."""
    command = [sys.executable, "-m", "pelican", "content", "--output", "output", "--settings", settings]
    settled = {
        **os.environ,
        "PYTHONPATH": str(folder / "plugins"),
        "SOURCE_DATE_EPOCH": "1767225600",
        "COLUMNS": "200",
    }
    return subprocess.run(
        command, cwd=folder, env={**settled, **(environment or {})}, capture_output=True, text=True, timeout=1200
    )
