"""Whatever is edited, in whatever order, what a build makes of the site it finds is what a clean build makes.

``COPYDESK_EDITS=300`` tries as many edits (a few by default) and ``COPYDESK_EDITS_SEED`` other ones.
"""

from __future__ import annotations

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from copydesk.site import hands
from newsstand import ROOT, SOURCES, STORIES, guid, make_site, press, story, tree, write

EDITS = int(os.environ.get("COPYDESK_EDITS", "14"))
SEED = int(os.environ.get("COPYDESK_EDITS_SEED", "1"))

MORE = """
COPYDESK_SEARCH = COPYDESK_CARDS = False
COPYDESK_EDITIONS = "weekly"
DEFAULT_PAGINATION = 3
THEME = "theme"
SITEURL = FEED_DOMAIN = "https://digest.example"
"""

NAMES = ("Ports", "Weather", "Tides", "C++", "C")


def stories_of(site: Path) -> list[Path]:
    """The story files."""
    return sorted((site / "content/stories").rglob("*.md"))


def fresh(chance: random.Random) -> str:
    """A story of its own."""
    return story(
        " ".join(chance.choices(("tide", "quay", "mast", "gull", "rope", "lantern", "harbor"), k=40)),
        title=f"Story {chance.randrange(1000)}",
        authors=chance.sample(("Ann Lee", "Bo Ek", "Cy Day"), k=chance.randrange(3)),
        publisher=chance.choice(("The Harbor Ledger", "Tarn Post", "Meridian Wire")),
        section=chance.choice(("Local", "Global Economy")),
        tags=chance.sample(NAMES, k=2),
        date=f"2025-0{chance.choice('678')}-{1 + chance.randrange(28):02}",
        lang="en",
        guid=guid(100 + chance.randrange(10**6)),
    )


def add(site: Path, chance: random.Random) -> None:
    """A new story."""
    write(site / f"content/stories/2025/0{chance.choice('78')}/new-{chance.randrange(40)}.md", fresh(chance))


def replace(site: Path, chance: random.Random) -> None:
    """Another story in place of one."""
    write(chance.choice(stories_of(site)), fresh(chance))


def reword(site: Path, chance: random.Random) -> None:
    """A letter of a text changes, and neither the size of its file nor its time."""
    path = chance.choice(stories_of(site))
    status, text = path.stat(), path.read_text(encoding="utf-8")
    head, fence, body = text.rpartition("---\n")
    path.write_text(head + fence + body.replace("e", "o", 1), encoding="utf-8")
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))


def lengthen(site: Path, chance: random.Random) -> None:
    """A sentence is added that says nothing of what the story is about."""
    path = chance.choice(stories_of(site))
    path.write_text(f"{path.read_text(encoding='utf-8')}\nAnd so it was, {chance.randrange(99)}.\n", encoding="utf-8")


def headline(site: Path, chance: random.Random) -> None:
    """A story has another headline, of words that others have too."""
    path = chance.choice(stories_of(site))
    words = chance.sample(("tide", "quay", "mast", "zeppelin", "quokka", "Harbor"), k=chance.randrange(1, 4))
    text = re.sub(
        "^title: .*$", f'title: "Story {" ".join(words)}"', path.read_text(encoding="utf-8"), count=1, flags=re.M
    )
    path.write_text(text, encoding="utf-8")


def remove(site: Path, chance: random.Random) -> None:
    """A story goes."""
    found = stories_of(site)
    if len(found) > 4:
        chance.choice(found).unlink()


def rename(site: Path, chance: random.Random) -> None:
    """A story moves to another address."""
    path = chance.choice(stories_of(site))
    path.rename(path.with_name(f"moved-{chance.randrange(40)}.md"))


def touch(site: Path, chance: random.Random) -> None:
    """A file gets another time and stays as it is."""
    os.utime(chance.choice(stories_of(site)))


def page(site: Path, chance: random.Random) -> None:
    """A page written by hand, in the menu of all pages."""
    write(site / "content/pages/about.md", story("About *us*.", title=f"About {chance.randrange(4)}"))


def edition(site: Path, chance: random.Random) -> None:
    """The file of an edition comes or goes."""
    path = site / "content/editions/2025-W32.md"
    path.unlink() if path.exists() else write(path, "---\ntitle: A windy week\n---\nA *note*.\n")


def template(site: Path, chance: random.Random) -> None:
    """A template changes, or what it includes."""
    path = site / "theme/templates" / chance.choice(("_words.html", "_parts.html", "article.html", "base.html"))
    path.write_text(path.read_text(encoding="utf-8") + f"<!-- {chance.randrange(9)} -->", encoding="utf-8")


def style(site: Path, chance: random.Random) -> None:
    """A file of the theme changes."""
    (site / "theme/static/copydesk.css").write_text(f"/* {chance.randrange(9)} */", encoding="utf-8")


def setting(site: Path, chance: random.Random) -> None:
    """A setting changes."""
    line = chance.choice(('SITENAME = "The {}"', "DEFAULT_PAGINATION = {}", "FEED_MAX_ITEMS = {}"))
    with (site / "pelican.conf.py").open("a", encoding="utf-8") as file:
        file.write(f"\n{line.format(2 + chance.randrange(5))}\n")


def policy(site: Path, chance: random.Random) -> None:
    """What may be shown of a publisher changes."""
    write(site / "sources.toml", SOURCES.replace('policy = "excerpt"', f'policy = "{chance.choice(("full", "link"))}"'))


def tamper(site: Path, chance: random.Random) -> None:
    """Someone writes into the output, or takes a page away."""
    path = chance.choice(sorted((site / "output").rglob("*.html")))
    path.unlink() if chance.random() < 0.5 else path.write_text("Else.", encoding="utf-8")


def forget(site: Path, chance: random.Random) -> None:
    """What was remembered is damaged or lost."""
    path = site / ".copydesk" / chance.choice(("stories.bin", "stories.jsonl", "manifest.json", "standing.json"))
    path.unlink(missing_ok=True) if chance.random() < 0.5 else path.write_bytes(b"{}")


def nothing(site: Path, chance: random.Random) -> None:
    """Nothing changes."""


KINDS: tuple[Callable[[Path, random.Random], None], ...] = (
    *(add, replace, reword, reword, lengthen, lengthen, headline, headline, remove, rename, touch, page, edition),
    *(template, style, setting, policy, tamper, forget, nothing),
)


def clean_build(site: Path, folder: Path) -> dict[str, bytes]:
    """What a clean build makes of the same files."""
    shutil.copytree(site, folder, ignore=shutil.ignore_patterns("output", ".copydesk"))
    built = tree(press(folder))
    shutil.rmtree(folder)
    return built


@pytest.mark.parametrize("helped", [False, True], ids=["alone", "with hands"])
def test_what_a_build_finds_makes_no_difference(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, helped: bool) -> None:
    chance = random.Random(SEED + helped)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    if helped:
        monkeypatch.setattr(hands, "WORTHWHILE", 1)
    site = tmp_path / "site"
    shutil.copytree(ROOT / "theme", site / "theme")
    make_site(site, STORIES, MORE + f"COPYDESK_JOBS = {1 + helped}\n")
    done: list[str] = []
    for number in range(EDITS // (4 if helped else 1)):
        monkeypatch.chdir(site)
        built = tree(press(site))
        assert built == clean_build(site, tmp_path / f"clean-{number}"), done
        edits = chance.choices(KINDS, k=chance.choice((1, 1, 2)))
        for edit in edits:
            edit(site, chance)
        done.append(", ".join(edit.__name__ for edit in edits))
