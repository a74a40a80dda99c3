"""Every page and stylesheet passes the Nu HTML checker, warnings too, and every page parses as strict HTML."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import html5lib
import pytest

HERE = Path(__file__).resolve().parent


@pytest.fixture(scope="session")
def checker() -> Path:
    """The checker's jar, fetched by its lock if it is not there; nothing of the package is run by npm."""
    package = HERE / "node_modules" / "vnu-jar"
    locked = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))
    version = locked["packages"]["node_modules/vnu-jar"]["version"]
    manifest = package / "package.json"
    if not manifest.exists() or json.loads(manifest.read_text(encoding="utf-8"))["version"] != version:
        subprocess.run(["npm", "ci", "--loglevel=error"], cwd=HERE, check=True, capture_output=True, timeout=300)
    return package / "build" / "dist" / "vnu.jar"


WITHOUT_ORIGIN = r".*(stylesheet|external script) .* blocked by .(style|script)-src. directive\."
"""A page read from a folder has no origin, so its policy's 'self' seems to allow nothing; served, it does."""


def complaints(jar: Path, place: Path) -> list[dict[str, Any]]:
    """What the checker says of every page and stylesheet under ``place``, warnings too."""
    command = ["java", "-jar", str(jar), "--format", "json", "--stdout", "--exit-zero-always"]
    command += ["--skip-non-html", "--also-check-css", "--filterpattern", WITHOUT_ORIGIN, str(place)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300)
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return messages


@pytest.mark.java
@pytest.mark.node
def test_the_checker_finds_what_is_wrong(checker: Path, tmp_path: Path) -> None:
    page = "<!doctype html><html lang=en><meta charset=utf-8><title>Tides</title><p><img src=a.png></html>"
    (tmp_path / "tides.html").write_text(page, encoding="utf-8")
    (tmp_path / "tides.css").write_text("p { colour: blue }", encoding="utf-8")
    said = " ".join(message["message"] for message in complaints(checker, tmp_path))
    assert "alt" in said
    assert "colour" in said


@pytest.mark.java
@pytest.mark.node
def test_every_page_and_stylesheet_passes_the_checker(checker: Path, built_site: Path) -> None:
    found = complaints(checker, built_site)
    lines = sorted({f"{Path(each.get('url', '')).name}:{each.get('lastLine')}: {each['message']}" for each in found})
    assert not found, f"{len(found)} complaints, such as:\n" + "\n".join(lines[:20])


def test_every_page_parses_without_repair(built_site: Path) -> None:
    pages = sorted(built_site.rglob("*.html"))
    assert pages
    for page in pages:
        parser = html5lib.HTMLParser(strict=True)
        try:
            parser.parse(page.read_bytes(), transport_encoding="utf-8")
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{page.relative_to(built_site)}: {error} {parser.errors[:3]}")
