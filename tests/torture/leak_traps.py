"""Canaries on the machine, and everything that a raw file, a story or a repository can hold to reach for them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path

CANARY = "Quillfeather{}Vexbourne"
"""A word that stands in one file outside of the site, or in the environment, and nowhere else."""

VARIABLE = "COPYDESK_CANARY"

LINKS = (
    "{attach} {static} {filename} {index} {author} {category} {tag} |attach| |static| |filename| {include} {%".split()
)

TARGETS = (
    "../../../canary.txt",
    "../../../../canary.txt",
    "../../../../../private/canary.txt",
    "/../canary.txt",
    "../.git/config",
    "../../../.git/config",
    "/.git/config",
    "..%2f..%2f..%2fcanary.txt",
    "/proc/self/environ",
    "../../../../../../../../../../../../proc/self/environ",
    "file:///proc/self/environ",
    "~/canary.txt",
)
"""Where the canaries are, seen from a story, a page or the site; a few lead nowhere."""

SHAPES = (
    "![x]({})",
    '[x](y "{}")',
    '<img src="{}">',
    'src="{0}" href="{0}"',
)

SECRET_STORY = '---\ntitle: "{}"\ndate: 2025-08-10\n---\n\n{}\n'


def lures(place: Path) -> tuple[str, ...]:
    """Every form of link into the site to every target, and to the canaries' own absolute paths."""
    targets = (*TARGETS, str(place / "canary.txt"), f"file://{place / 'canary.txt'}")
    marked = (shape.format(link + target) for shape, link, target in product(SHAPES, LINKS, targets))
    return tuple(dict.fromkeys((*marked, *(shape.format(target) for shape, target in product(SHAPES, targets)))))


def canaries(place: Path, site: Path) -> Iterator[tuple[Path, str]]:
    """Files that nobody asked to have published: beside the site, in its root, hidden, and inside of ``content/``."""
    word = iter(CANARY.format(number) for number in range(100))
    yield place / "canary.txt", next(word)
    yield place / "canary.toml", f'publisher = "{next(word)}"\nheadline = "{next(word)}"\n'
    yield place / "canary.md", SECRET_STORY.format(next(word), next(word))
    yield place / "private/canary.txt", next(word)
    yield place / "private/canary.md", SECRET_STORY.format(next(word), next(word))
    yield place / "private/canary.html", f"<html><head><title>x</title></head><body>{next(word)}</body></html>"
    yield site / "canary.txt", next(word)
    yield site / ".git/config", next(word)
    yield site / "content/private/canary.txt", next(word)
    yield site / "content/stories/2025/08/notes.txt", next(word)
    yield site / "seeds/.hidden", next(word)


def links(place: Path, site: Path) -> Iterator[tuple[Path, Path]]:
    """Links in the site's folders that lead out of them: where, and to what."""
    for name, target in (
        ("seeds/link.txt", "canary.txt"),
        ("seeds/link.html", "private/canary.html"),
        ("seeds/folder", "private"),
        ("seeds/corrected.toml", "canary.toml"),
        ("content/stories/2025/08/link.md", "canary.md"),
        ("content/stories/folder", "private"),
        ("content/pages/link.md", "canary.md"),
        ("content/pages/folder", "private"),
        ("content/editions/link.md", "canary.md"),
        ("content/extra/link.txt", "canary.txt"),
        ("content/extra/folder", "private"),
        ("content/images/link.jpg", "canary.txt"),
    ):
        yield site / name, place / target
    yield site / "seeds/environ.txt", Path("/proc/self/environ")
    yield site / "content/extra/environ.txt", Path("/proc/self/environ")
    yield site / "content/stories/2025/08/environ.md", Path("/proc/self/environ")
    yield site / "content/stories/round", site / "content"


def formats(place: Path, site: Path) -> Iterator[tuple[Path, str]]:
    """Files in formats that can name other files, and front matter that says where a page goes."""
    stories, pages = site / "content/stories/2025/08", site / "content/pages"
    included = ".. include:: {0}\n   :literal:\n\n.. raw:: html\n   :file: {0}\n"
    for number, target in enumerate(("/proc/self/environ", str(place / "canary.txt"))):
        head = f"Included {number}\n##########\n\n:date: 2025-08-10\n\n"
        yield stories / f"included-{number}.rst", head + included.format(target)
        yield pages / f"included-{number}.rst", head + included.format(target)
    for number, (folder, form) in enumerate(product((stories, pages), ("{attach}", "{static}"))):
        meta = '<meta name="date" content="2025-08-10">'
        meta += '<meta name="override_save_as" content="../../evil.html">' if number == 1 else ""
        body = "".join(f'<img src="{form}{target}">' for target in TARGETS)
        yield folder / f"page-{number}.html", f"<html><head><title>x</title>{meta}</head><body>{body}</body></html>"
    for number, (key, value) in enumerate(
        (
            ("save_as", "../../evil.html"),
            ("override_save_as", "../../evil.html"),
            ("template", "../../../../canary"),
            ("slug", "../../../evil"),
            ("_content", "evil"),
            ("source_path", "/proc/self/environ"),
            ("image", "../../../canary.txt"),
            ("seed", "../../canary.txt"),
        )
    ):
        front = f"title: {json.dumps(key)}\ndate: 2025-08-10\n{key}: {json.dumps(value)}\n"
        yield stories / f"key-{number}.md", f"---\n{front}---\n\nText.\n"
        yield pages / f"key-{number}.md", f"---\n{front}---\n\nText.\n"
    yield site / "seeds/corrected.txt", "A headline\n\nBy Ann Lee\n\nThe first paragraph of it.\n"


def set_traps(place: Path, site: Path) -> None:
    """Put all of them in place."""
    for path, text in (*canaries(place, site), *formats(place, site)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for path, target in links(place, site):
        path.parent.mkdir(parents=True, exist_ok=True)
        os.symlink(target, path)
