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
def packages() -> Path:
    """The checkers, fetched by their lock if they are not there; npm runs nothing of them."""
    folder = HERE / "node_modules"
    locked = json.loads((HERE / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    if any(installed(folder / name) != locked[f"node_modules/{name}"]["version"] for name in CHECKERS):
        subprocess.run(["npm", "ci", "--loglevel=error"], cwd=HERE, check=True, capture_output=True, timeout=300)
    return folder


CHECKERS = ("vnu-jar", "html-validate")


def installed(package: Path) -> str | None:
    """The version of a package that is there."""
    manifest = package / "package.json"
    return str(json.loads(manifest.read_text(encoding="utf-8"))["version"]) if manifest.exists() else None


@pytest.fixture(scope="session")
def checker(packages: Path) -> Path:
    """The Nu HTML checker's jar."""
    return packages / "vnu-jar" / "build" / "dist" / "vnu.jar"


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


def validated(packages: Path, place: Path) -> list[str]:
    """What html-validate says of every page under ``place`` by its recommended rules, but for the two that
    htmlvalidate.json leaves out: headlines are as long as the press makes them, and our style sheet is our own."""
    program = packages / "html-validate" / "bin" / "html-validate.mjs"
    command = ["node", str(program), "--config", str(HERE / "htmlvalidate.json"), "--formatter", "json", str(place)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    found = json.loads(done.stdout)
    return [
        f"{Path(page['filePath']).name}:{each['line']}: {each['ruleId']} {each['message']}"
        for page in found
        for each in page["messages"]
    ]


@pytest.mark.node
def test_html_validate_finds_what_is_wrong(packages: Path, tmp_path: Path) -> None:
    page = (
        "<!doctype html><html lang=en><head><title>Tides</title></head><body><p id=a>x</p><p id=a>y</p></body></html>"
    )
    (tmp_path / "tides.html").write_text(page, encoding="utf-8")
    assert any("no-dup-id" in line for line in validated(packages, tmp_path))


@pytest.mark.node
def test_every_page_passes_html_validate(packages: Path, built_site: Path) -> None:
    assert validated(packages, built_site) == []


def test_every_page_parses_without_repair(built_site: Path) -> None:
    pages = sorted(built_site.rglob("*.html"))
    assert pages
    for page in pages:
        parser = html5lib.HTMLParser(strict=True)
        try:
            parser.parse(page.read_bytes(), transport_encoding="utf-8")
        except html5lib.html5parser.ParseError as error:
            pytest.fail(f"{page.relative_to(built_site)}: {error} {parser.errors[:3]}")
