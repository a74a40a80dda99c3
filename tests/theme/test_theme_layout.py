"""Every specimen, also those with tables, long words and hostile names, fits a narrow phone and a wide screen."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, sync_playwright
from test_theme_templates import THEME, render
from theme_specimens import SPECIMENS, Specimen

pytestmark = pytest.mark.browser

WIDTHS = (320, 1280)
WORDY = tuple(specimen for specimen in SPECIMENS if not specimen.id.endswith("-bare"))
STAYING = tuple(specimen for specimen in WORDY if specimen.id != "moved")
"""Without the page that leads on to another by itself."""
OVERFLOWING = """() => [...document.querySelectorAll("body *")]
  .filter(one => one.getBoundingClientRect().right > innerWidth + 1 || one.getBoundingClientRect().left < -1)
  .filter(one => !one.closest("table, .skip"))
  .map(one => one.tagName + "." + one.className)"""
"""What stands beside the page, but for tables, which scroll by themselves."""

PATIENCE = 180_000
"""Milliseconds after which a browser counts as hanging, on however busy a machine."""


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with every specimen, each as deep as its page says, and the theme's static files."""
    folder = tmp_path_factory.mktemp("specimens")
    shutil.copytree(THEME / "static", folder / "theme")
    for specimen in SPECIMENS:
        place = folder / place_of(specimen)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(render(specimen).replace('"/tideline/', '"'), encoding="utf-8")
    return folder


def place_of(specimen: Specimen) -> str:
    """Where a specimen is put: as deep as its ``root`` leads back."""
    return "deeper/" * specimen.page.root.count("../") + f"{specimen.id}.html"


@pytest.fixture(scope="module")
def window(chromium: str) -> Iterator[Page]:
    """A window of the browser."""
    with sync_playwright() as playwright:
        arguments = ["--no-sandbox", "--disable-gpu"]
        browser = playwright.chromium.launch(executable_path=chromium, args=arguments, timeout=PATIENCE)
        page = browser.new_page()
        page.set_default_timeout(PATIENCE)
        yield page
        browser.close()


@pytest.mark.parametrize("specimen", STAYING, ids=lambda specimen: specimen.id)
def test_nothing_stands_outside_the_page(specimen: Specimen, window: Page, printed: Path) -> None:
    for width in WIDTHS:
        window.set_viewport_size({"width": width, "height": 900})
        window.goto((printed / place_of(specimen)).as_uri())
        window.locator("details").evaluate_all("all => all.forEach(one => one.open = true)")
        assert window.evaluate("document.documentElement.scrollWidth") <= width
        assert window.evaluate(OVERFLOWING) == []
