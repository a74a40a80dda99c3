"""What every test folder shares: the repository, the data sets, the site built once, and what a machine may lack.

Where a system program is missing, its tests skip with the line that installs it; under ``CI=true`` they fail instead,
so that a green run there has run everything but the data tests.
"""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Mapping
from pathlib import Path

import hypothesis
import pytest
from sites import build_site, copy_site

hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")
"""A machine may be slow: no property is a matter of time."""

ROOT = Path(__file__).resolve().parent.parent

DEBIAN: Mapping[str, tuple[tuple[str, ...], str]] = {
    "browser": (("chromium", "chromium-browser", "google-chrome"), "chromium"),
    "java": (("java",), "default-jre-headless"),
    "node": (("npm",), "nodejs npm"),
    "newsboat": (("newsboat",), "newsboat"),
}
"""Marker → names of the program, any of which will do, and the Debian packages that bring it."""


def in_ci() -> bool:
    """Whether a missing program is a failure."""
    return os.environ.get("CI", "").lower() in {"1", "true"}


def data_folder() -> Path | None:
    """The data sets, if they are here."""
    folder = Path(os.environ.get("COPYDESK_DATA") or ROOT.parent / "shared")
    return folder if (folder / "datasets").is_dir() else None


@pytest.fixture(autouse=True)
def without_a_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a machine is so busy that a document takes minutes by the clock, no test loses it: what a document may take
    is counted in processor time. Tests of the clock set it themselves."""
    monkeypatch.setattr("copydesk.batch.processes.fences.PATIENCE", 100_000)


def with_browser(item: pytest.Item) -> bool:
    """Whether a test asks for the session's browser."""
    return "browser" in getattr(item, "fixturenames", ())


def pytest_configure() -> None:
    """Hear Ctrl-C, and let what tests start hear it: who was started in the background has inherited deaf ears."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave data tests out where there is no data; put files with the session's browser last, since Playwright runs one
    browser at a time in a process and other tests open their own."""
    browsing = {item.path for item in items if with_browser(item)}
    items.sort(key=lambda item: item.path in browsing)
    if data_folder() is None:
        wanting = [item for item in items if item.get_closest_marker("data")]
        items[:] = [item for item in items if item not in wanting]
        config.hook.pytest_deselected(items=wanting)


def pytest_report_header() -> str:
    """Say where the data is, or that its tests are left out."""
    folder = data_folder()
    return f"data sets: {folder}" if folder else "data sets: absent, their tests are left out (set COPYDESK_DATA)"


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip, or in CI fail, a test whose program is missing."""
    for marker, (names, packages) in DEBIAN.items():
        if item.get_closest_marker(marker) and not any(shutil.which(name) for name in names):
            line = f"{names[0]} is missing: sudo apt install {packages}"
            pytest.fail(line, pytrace=False) if in_ci() else pytest.skip(line)


@pytest.fixture(scope="session")
def root() -> Path:
    """The checkout."""
    return ROOT


@pytest.fixture(scope="session")
def data() -> Path:
    """The data sets; only tests marked ``data`` may ask for it."""
    folder = data_folder()
    if folder is None:
        pytest.skip("no data sets here: set COPYDESK_DATA")
    return folder


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of the system's Chromium, for tests marked ``browser``."""
    found = next(filter(None, map(shutil.which, DEBIAN["browser"][0])), None)
    if found is None:
        pytest.skip("chromium is missing: sudo apt install chromium")
    return found


@pytest.fixture(scope="session")
def built_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of this repository's site, built: its ``content/`` as normalized, its ``output/`` as published."""
    folder = copy_site(tmp_path_factory.mktemp("site") / "site")
    done = build_site(folder)
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    return folder


@pytest.fixture(scope="session")
def built_site(built_folder: Path) -> Path:
    """The ``output`` of this repository's own site, built once for all tests. Read it, do not write in it."""
    return built_folder / "output"
