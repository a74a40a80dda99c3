"""Photographs of six pages, light, dark and on a phone, and of the front page under other settings:
``python scripts/screenshots.py [FOLDER]``.

Builds the site aside, without a change to the checkout, opens it in the system's Chromium and writes PNG files into
FOLDER (docs/screenshots/). Look at them as the designer of a good newspaper would.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.append(str(ROOT / "tests"))

from sites import build_site, copy_site  # noqa: E402  the one place that builds the site aside

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


@dataclass(frozen=True)
class View:
    """How a page is looked at: the window's size in CSS pixels and the colours asked for."""

    name: str
    width: int
    height: int
    colours: str


VIEWS = (View("light", 1280, 1000, "light"), View("dark", 1280, 1000, "dark"), View("phone", 390, 844, "light"))

PAGES = {
    "front": None,
    "story": ".lead h2 a",
    "story-right-to-left": "article[dir=rtl] h2 a, article[dir=rtl] h3 a",
    "edition": ".dateline a",
    "archive": ".colophon a[href$='archives.html']",
    "publishers": ".colophon a[href$='publishers.html']",
}
"""Name of the picture → the link on the front page that leads there."""


LOGO = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 60" width="360" height="60"><circle cx="30" cy="30"
r="24" fill="none" stroke="#7a1f3d" stroke-width="8"/><path d="M30 12v18l14 8" fill="none" stroke="#7a1f3d"
stroke-width="6"/><path d="M72 18h276M72 30h220M72 42h250" stroke="#7a1f3d" stroke-width="7"/></svg>"""

SETTINGS = {
    "colours": 'COPYDESK_COLOURS = {"paper": "#fff7ef", "wash": "#f7e8e0", "accent": "#8c2340"}',
    "logo": 'COPYDESK_LOGO = ("extra/logo.svg", 360, 60)',
    "menu": 'MENUITEMS = (("Editions", "editions.html"),)\nDISPLAY_PAGES_ON_MENU = False\n'
    'COPYDESK_SECTIONS = ("World", "Science")\nCOPYDESK_NOTICE = None',
    "arabic": 'DEFAULT_LANG = "ar"\nSITENAME = "المختارات"\nSITESUBTITLE = "أخبار تستحق قراءة ثانية"',
    "name": 'SITENAME = "The Tide Table"\nSITESUBTITLE = "What the harbor read this week"\n'
    'COPYDESK_NOTICE = "Edited in Port Ellery, on the late train."',
    "dates": 'COPYDESK_DATE_FORMAT = "EEE, d.M.yyyy"',
    "foot": 'LINKS = (("Source code", "https://code.example/digest"),)',
    "lists": 'TAG_SAVE_AS = TAGS_SAVE_AS = ""\nDEFAULT_PAGINATION = 2',
    "german": 'DEFAULT_LANG = "de"\nSITENAME = "Die Auslese"\nSITESUBTITLE = "Nachrichten für ein zweites Lesen"',
}
"""Name of the picture → the settings under which a page is shown."""

LED_TO = {"lists": ".sections a"}
"""Name of the picture → the link to what is shown in place of the front page."""

SHOWN = {"foot": ".colophon", "lists": "nav.pages"}
"""Name of the picture → what is scrolled to, where that is not the top."""


def follow(page: Page, front: str, link: str | None) -> None:
    """Open the page that a link of the front page leads to."""
    page.goto(front)
    if link is not None:
        page.goto(page.locator(link).first.evaluate("link => link.href"))


def photograph(browser: Browser, front: str, folder: Path) -> None:
    """Write a picture of each page in each view."""
    for view in VIEWS:
        context = browser.new_context(viewport={"width": view.width, "height": view.height}, color_scheme=view.colours)
        page = context.new_page()
        for name, link in PAGES.items():
            follow(page, front, link)
            page.screenshot(path=folder / f"{name}-{view.name}.png", animations="disabled")
        context.close()


def photograph_settings(browser: Browser, site: Path, folder: Path) -> None:
    """Write a picture of the front page under each of the `SETTINGS`."""
    plain = (site / "pelican.conf.py").read_text(encoding="utf-8")
    (site / "content" / "extra").mkdir(exist_ok=True)
    (site / "content" / "extra" / "logo.svg").write_text(LOGO, encoding="utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 640})
    for name, lines in SETTINGS.items():
        (site / "pelican.conf.py").write_text(f"{plain}\n{lines}\n", encoding="utf-8")
        print_site(site)
        follow(page, (site / "output" / "index.html").as_uri(), LED_TO.get(name))
        if name in SHOWN:
            page.locator(SHOWN[name]).first.scroll_into_view_if_needed()
        page.screenshot(path=folder / f"set-{name}.png", animations="disabled")


def print_site(site: Path) -> None:
    """Build the site in a folder, or end the program with what went wrong."""
    done = build_site(site)
    if done.returncode != 0:
        raise SystemExit(done.stdout + done.stderr)


def main() -> int:
    """Build, photograph, say where the pictures are."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "docs" / "screenshots"
    chromium = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if chromium is None:
        print("chromium is missing: sudo apt install chromium", file=sys.stderr)
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as aside, sync_playwright() as playwright:
        site = copy_site(Path(aside))
        print_site(site)
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        photograph(browser, (site / "output" / "index.html").as_uri(), folder)
        photograph_settings(browser, site, folder)
        browser.close()
    print(f"{len(VIEWS) * len(PAGES) + len(SETTINGS)} pictures in {folder}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
