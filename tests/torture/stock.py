"""What aborts Pelican alone, or is skipped by it in silence: all of it in one site, and every good story is published.

The control is Pelican itself with the first of them: it ends with a fault, or hangs.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

from torture.leaks import STOCK, pelican
from torture.table import Experiment, Row, Scale
from torture.xss_site import FEWER_FEEDS, SETTINGS

DATED = "date: 2025-08-10\n"

BODY = "\n\nThe paragraph of number {} stands here.\n"


def story(title: str, number: int, more: str = DATED) -> bytes:
    """A story file."""
    return f"---\ntitle: {json.dumps(title, ensure_ascii=False)}\n{more}---\n{BODY.format(number)}".encode()


def good() -> Mapping[str, bytes]:
    """Stories that are odd, and must all be published, by their path in ``content/stories``."""
    titles = (
        *("Tags", "Archives", "Index", "Feeds", "404", "index.html", "Sections", "Search", "author", "CON", ".."),
        *(
            "",
            "…",
            "\U0001f6a2" * 90,
            "W" * 255,
            "Ü" * 400,
            "a\u0000b",
            "a\u0007b\u001b[31m",
            "\ufeffx",
            "x\u2028y",
            "\u202egnp",
        ),
        "<!-- " + "-" * 8_000,
        *("Harbor", "Harbor", "harbor", "HARBOR"),
    )
    found = {f"odd/{number:02}-odd.md": story(title, number) for number, title in enumerate(titles) if title.strip(".")}
    found |= {f"{folder}/harbor.md": story("Harbor again", 50 + place) for place, folder in enumerate("abc")}
    found["comment.md"] = story("A comment", 60) + b"<!--" + b" -" * 4_000 + b"\n"
    found["open.md"] = story("An open comment", 61) + b"<!--" * 2_000 + b"\n" + b"[" * 4_000 + b"\n"
    return found


def bad() -> Mapping[str, bytes]:
    """Files that cannot be stories, and must all be named."""
    return {
        "undated.md": story("Undated", 70, ""),
        "latin.md": story("Latin", 71).replace(b"Latin", b"L\xe4tin"),
        "torn.md": b"---\ntitle: [torn\n",
        "nothing.md": b"",
        "bytes.md": bytes(range(256)),
        "key.md": story("A key", 72, f"{DATED}template: x\n"),
        "date.md": story("A date", 73, "date: someday\n"),
    }


def run(_: Scale, folder: Path) -> Row:
    """Build the site, on a machine without Python-Markdown; every good story has its page, every bad one its line."""
    site, wanted, named = folder / "site", good(), bad()
    (folder / "ahead").mkdir(parents=True)
    (folder / "ahead" / "markdown.py").write_text('raise ImportError("not installed")\n')
    for path, data in {**wanted, **named}.items():
        target = site / "content/stories" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
    (site / "seeds").mkdir()
    (site / "pelican.conf.py").write_text(SETTINGS + FEWER_FEEDS, encoding="utf-8")
    done = pelican(site, ahead=folder / "ahead")
    printed = done.stdout + done.stderr
    pages = "".join(page.read_text("utf-8") for page in (site / "output").rglob("2025/08/*.html"))
    numbers = [int(data.split(b"of number ")[1].split()[0]) for data in wanted.values()]
    lost = [f"story {number} has no page" for number in numbers if f"of number {number} stands" not in pages]
    lost += [f"{path} is not named" for path in named if path not in printed]
    lost += [f"the build ended with {done.returncode}: {printed[-300:]}"] if done.returncode else []
    lost += ["Python-Markdown is asked for"] if "'markdown' package" in printed else []
    stopped = stops_alone(folder / "alone")
    void = "" if stopped else "Pelican alone publishes two stories of one slug"
    return Row(len(wanted) + len(named), tuple(lost), "Pelican alone stops at two stories of one slug", void)


def stops_alone(site: Path) -> bool:
    """Whether Pelican, as it comes, ends with a fault for two stories of one slug."""
    for name in ("a", "b"):
        path = site / f"content/stories/{name}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(
            '<html><head><title>x</title><meta name="date" content="2025-08-10"></head><body>x</body></html>'
        )
    (site / "content/extra").mkdir()
    (site / "pelican.conf.py").write_text("".join(f"{name} = {value!r}\n" for name, value in STOCK.items()))
    try:
        return pelican(site).returncode != 0
    except subprocess.TimeoutExpired:
        return True


EXPERIMENTS = (Experiment("what stops Pelican alone stops nothing", run),)
