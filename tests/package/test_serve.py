"""`make serve` builds, serves, and builds again when a seed arrives."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import copy_site

PATIENCE = 60
"""Seconds to wait for a change to show; far above what it takes."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the site."""
    return copy_site(tmp_path / "site")


@pytest.fixture
def address(folder: Path, root: Path) -> Iterator[str]:
    """The address a server of that copy prints."""
    command = [sys.executable, "-u", str(root / "scripts" / "serve.py"), "--port", "0"]
    environment = {**os.environ, "PYTHONPATH": str(folder / "plugins")}
    with subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        try:
            yield next(line.split()[0] for line in server.stdout if line.startswith("http://localhost:"))
        finally:
            server.terminate()


def fetch(url: str) -> str:
    """A page, whatever its status."""
    try:
        with urllib.request.urlopen(url.replace("localhost", "127.0.0.1"), timeout=10) as answer:
            return str(answer.read().decode())
    except urllib.error.HTTPError as error:
        return error.read().decode()


def appears(url: str, words: str) -> bool:
    """Whether a page comes to show ``words``."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if words in fetch(url):
            return True
        time.sleep(0.2)
    return False


def test_what_changes_is_built_again(address: str, folder: Path) -> None:
    front = fetch(f"{address}/")
    assert "<html" in front and "Serving proves itself" not in front
    settings = folder / "pelican.conf.py"
    with settings.open("a", encoding="utf-8") as file:
        file.write('SITENAME = "Serving proves itself"\n')
    assert appears(f"{address}/", "Serving proves itself")
    assert fetch(f"{address}/no-such-page.html") == (folder / "output" / "404.html").read_text(encoding="utf-8")
