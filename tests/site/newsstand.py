"""A small site of invented stories, and how to build it: what the tests of `site/` stand on."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent.parent

SOURCES = """
[harbor-ledger]
name = "The Harbor Ledger"
home = "https://harborledger.example/"

[tarn-post]
name = "Tarn Post"
home = "https://tarnpost.example/"
policy = "excerpt"
licence = "CC BY 4.0"

[wire]
name = "Meridian Wire"
policy = "link"
"""

SECRET = "Zanzibarine"
"""A word that stands only where a policy or a withdrawal forbids to show it."""

LONG = "The quay was repaired in spring by the town’s own masons, who worked through three storms. "


def guid(number: int) -> str:
    """The GUID of the story of that number."""
    return f"urn:uuid:{number:08d}-1111-5111-8111-111111111111"


def story(body: str = "The first paragraph.\n\nThe second one.", **keys: Any) -> str:
    """The text of a story file. JSON is YAML, so every value is written as JSON."""
    front = "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in keys.items())
    return f"---\n{front}---\n\n{body}\n"


STORIES: Mapping[str, str] = {
    "2025/08/harbor-reopens.md": story(
        "The harbor of Port Alder reopened on Sunday. See [the plan](https://plan.example/a?b=1&c=2)"
        " or [more](../../about.html)."
        "\n\nA second paragraph with **strong** words.",
        title="Harbor “reopens” & ferries <sail>",
        standfirst="Ferries are back after the storm.",
        authors=["Ann Lee", "Bo Ek"],
        publisher="The Harbor Ledger",
        publisher_key="harbor-ledger",
        date="2025-08-10T14:05:00+02:00",
        updated="2025-08-11T09:00:00+02:00",
        section="Global Economy",
        tags=["Ports", "Weather"],
        lang="en",
        source_url="https://www.harborledger.example/2025/harbor",
        guid=guid(1),
        origins={"title": ["h1", 0.9], "date": ["page header", 0.3]},
        cleaning={"format": "text", "kept": 2, "cut": {"share line": 3}},
        seed="harbor.txt",
        sha256="ab" * 32,
    ),
    "2025/08/tarn-bridge.md": story(
        LONG * 3 + "\n\n" + LONG * 2 + f"{SECRET} ends it.",
        title="Tarn bridge to close",
        publisher="Tarn Post",
        publisher_key="tarn-post",
        date="2025-08-09",
        section="Local",
        lang="en",
        guid=guid(2),
        source_url="https://tarnpost.example/bridge",
        seed="tarn.html",
    ),
    "2025/08/wire-note.md": story(
        f"{SECRET} stands here alone, among some more words that nobody may see.",
        title="A note from the wire",
        standfirst=f"{SECRET} in the standfirst",
        publisher="Meridian Wire",
        publisher_key="wire",
        date="2025-08-08T08:00:00Z",
        lang="en",
        guid=guid(3),
        seed="wire.txt",
    ),
    "2025/07/marfa.md": story(
        "أعلنت البلدية افتتاح الميناء يوم الأحد.\n\nوقال المتحدث إن العمل مستمر.",
        title="افتتاح الميناء",
        authors=["مريم"],
        publisher="مرفأ اليوم",
        date="2025-07-02T10:00:00+03:00",
        section="Local",
        lang="ar",
        guid=guid(4),
    ),
    "2025/07/undated.md": story(
        "Nobody wrote down when this was printed.",
        title="Undated leaf",
        authors=["Ann Lee"],
        date="2025-07-01",
        lang="en",
        guid=guid(5),
        origins={"date": ["first seen", 1.0]},
        seed="leaf.txt",
    ),
    "2025/07/gone.md": story(
        f"{SECRET} was here.",
        title="A story taken down",
        authors=["Zed Only"],
        publisher="The Harbor Ledger",
        date="2025-07-05",
        lang="en",
        guid=guid(6),
        withdrawn={"date": "2025-08-01", "text": "The publisher asked for it."},
    ),
    "2025/07/draft.md": story(
        f"{SECRET} is not ready.", title="Not ready", status="draft", date="2025-07-06", lang="en"
    ),
    "2025/07/by-hand.md": story("Written by hand.", title="By hand", date="2025-07-03T12:00:00"),
}

PAGES: Mapping[str, str] = {"about.md": story("About *us*.", title="About “us”")}


def make_site(folder: Path, stories: Mapping[str, str] = STORIES, more: str = "") -> Path:
    """A site in ``folder`` with the repository's settings, theme and plugin; ``more`` is added to the settings."""
    lines = (
        "import runpy",
        f"ours = runpy.run_path({str(ROOT / 'pelican.conf.py')!r})",
        "globals().update({name: value for name, value in ours.items() if name.isupper()})",
        f"THEME = {str(ROOT / 'theme')!r}",
        f"PLUGIN_PATHS = [{str(ROOT / 'plugins')!r}]",
        more,
    )
    write(folder / "pelican.conf.py", "\n".join(lines))
    write(folder / "sources.toml", SOURCES)
    (folder / "seeds").mkdir(parents=True, exist_ok=True)
    for path, text in stories.items():
        write(folder / "content" / "stories" / path, text)
    for path, text in PAGES.items():
        write(folder / "content" / "pages" / path, text)
    return folder


def write(path: Path, text: str) -> None:
    """Write a file and the folders it needs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def build(folder: Path, *, code: int = 0, **environment: str) -> str:
    """Build the site as `make html` does; what it printed."""
    command = [sys.executable, "-m", "pelican", "content", "--output", "output", "--settings", "pelican.conf.py"]
    settled = {**os.environ, "SOURCE_DATE_EPOCH": "1767225600", "COLUMNS": "400", **environment}
    done = subprocess.run(command, cwd=folder, env=settled, capture_output=True, timeout=600)
    printed = (done.stdout + done.stderr).decode(errors="replace")
    assert done.returncode == code, printed
    return printed


def press(folder: Path, **settings: Any) -> Path:
    """Build the site in this process, which is quicker; its output folder."""
    from pelican import Pelican
    from pelican.settings import read_settings

    override = {"OUTPUT_PATH": str(folder / "output"), **settings}
    Pelican(read_settings(str(folder / "pelican.conf.py"), override=override)).run()
    return folder / "output"


def tree(output: Path) -> dict[str, bytes]:
    """Every file under a folder with its bytes."""
    return {
        path.relative_to(output).as_posix(): path.read_bytes() for path in sorted(output.rglob("*")) if path.is_file()
    }


def pages(output: Path) -> dict[str, bytes]:
    """The same, but for the index for searching, whose bytes are not promised (docs/search.md)."""
    return {path: data for path, data in tree(output).items() if not path.startswith("pagefind/")}
