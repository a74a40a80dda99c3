"""The small site, built once."""

from __future__ import annotations

from pathlib import Path

import pytest
from newsstand import build, make_site


@pytest.fixture(scope="session")
def newsstand(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the small site, built. Read it, do not write in it."""
    folder = make_site(tmp_path_factory.mktemp("newsstand"))
    (folder / "printed.txt").write_text(build(folder), encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def output(newsstand: Path) -> Path:
    """The small site's output."""
    return newsstand / "output"
