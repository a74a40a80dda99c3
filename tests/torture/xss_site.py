"""A site made of vectors, built as `make html` builds it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from sites import ROOT, build_site

from torture.xss_sinks import Routes, Vector, files

SETTINGS = f"""
import runpy
ours = runpy.run_path({str(ROOT / "pelican.conf.py")!r})
globals().update({{name: value for name, value in ours.items() if name.isupper()}})
THEME = {str(ROOT / "theme")!r}
PLUGIN_PATHS = [{str(ROOT / "plugins")!r}]
FEED_MAX_ITEMS = 100_000
COPYDESK_FEED_BACKFILL = None
"""

NO_NAMES = '\nAUTHOR_SAVE_AS = TAG_SAVE_AS = PUBLISHER_SAVE_AS = CATEGORY_SAVE_AS = ""\n'
PLAIN = f"\nCOPYDESK_SEARCH = COPYDESK_CARDS = False\n{NO_NAMES}"
"""What leaves out pages that show nothing the others do not: for runs of thousands of vectors."""

NO_CARDS = "\nCOPYDESK_CARDS = False\n"
"""Pictures take longer than all else, and nothing in them could run; a whole run has them once."""

FEWER_FEEDS = """
for kind in ("TAG", "AUTHOR", "PUBLISHER", "CATEGORY"):
    for form in ("RSS", "ATOM", "JSON"):
        globals()[f"{kind}_FEED_{form}"] = None
"""
"""One feed has every item; those of a name have the same items again, under titles that say the name."""


def stand(folder: Path, vectors: Sequence[Vector], routes: Routes, more: str = FEWER_FEEDS) -> str:
    """Make and build the site in ``folder``; what the build printed. Raises AssertionError where it failed."""
    for path, text in files(tuple(vectors), routes):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode("utf-8", "surrogatepass"))
    (folder / "pelican.conf.py").write_text(SETTINGS + more, encoding="utf-8")
    done = build_site(folder, environment={"PYTHONPATH": str(ROOT / "plugins")})
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    return done.stdout + done.stderr
