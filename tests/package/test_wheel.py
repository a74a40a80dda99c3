"""The wheel, as a stranger gets it: built, installed beside nothing of ours, used by another small Pelican site."""

from __future__ import annotations

import importlib.metadata
import os
import re
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

STORY = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Ferry returns after a year in dock | The Harbour Post</title>
<script type="application/ld+json">
{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Ferry returns after a year in dock",
 "datePublished": "2025-03-03T08:30:00+01:00", "author": {"@type": "Person", "name": "Ada Lund"},
 "publisher": {"@type": "Organization", "name": "The Harbour Post"}}
</script>
</head>
<body>
<nav><a href="/">Home</a> <a href="/harbour">Harbour</a></nav>
<article>
<h1>Ferry returns after a year in dock</h1>
<p>The ferry crossed the sound twice on its first morning back, and the crew waved to the people who had come down to
the quay to see it leave.</p>
<p>“We had almost forgotten how quiet the engine is,” said Jonas Berg, who has steered it since 1998. He had kept a list
of everything that the yard repaired, and read it aloud on the bridge before casting off.</p>
<p>The council paid for the repairs from its reserve. A second boat, it said, will have to wait until the budget of next
year has been agreed.</p>
</article>
<footer>The Harbour Post. All rights reserved.</footer>
</body>
</html>
"""

SETTINGS = """
AUTHOR = "Somebody"
SITENAME = "A small site"
SITEURL = "https://small.example"
TIMEZONE = "Europe/Oslo"
DEFAULT_LANG = "en"
PATH = "content"
FEED_ALL_ATOM = "feeds/all.atom.xml"
DELETE_OUTPUT_DIRECTORY = False
"""


@pytest.fixture(scope="session")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(root)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    return next(folder.glob("pelican_copydesk-*.whl"))


@pytest.fixture(scope="session")
def environment(wheel: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ``bin`` of a fresh environment that holds the packages of requirements.txt and the wheel, and nothing of this
    checkout. The packages are linked from where the tests run, so that no network is needed."""
    folder = tmp_path_factory.mktemp("fresh") / "env"
    venv.create(folder, symlinks=True)
    packages = folder / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
    for name in locked(root / "requirements.txt"):
        link(importlib.metadata.distribution(name), packages)
    command = [sys.executable, "-m", "pip", "--python", str(folder / "bin" / "python"), "install", "--quiet"]
    subprocess.run([*command, "--no-index", "--no-deps", str(wheel)], check=True, timeout=300)
    return folder / "bin"


def locked(lock: Path) -> Iterator[str]:
    """The names in a lock file."""
    yield from re.findall(r"^([a-z0-9-]+)==", lock.read_text(encoding="utf-8"), re.MULTILINE)


def link(package: importlib.metadata.Distribution, target: Path) -> None:
    """Put the files of an installed package into another environment's folder of packages."""
    for file in package.files or ():
        source = Path(str(package.locate_file(file)))
        if ".." not in file.parts and source.suffix != ".pyc" and source.exists():
            place = target / file
            place.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(source, place)
            except OSError:
                place.write_bytes(source.read_bytes())


def run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    """Run a program of the fresh environment, blind to this checkout."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    return subprocess.run(command, cwd=folder, env=clean, capture_output=True, text=True, timeout=300)


def small_site(folder: Path, more: str) -> Path:
    """Another Pelican site with one seed."""
    (folder / "content").mkdir(parents=True)
    (folder / "seeds").mkdir()
    (folder / "seeds" / "ferry.html").write_text(STORY, encoding="utf-8")
    (folder / "pelicanconf.py").write_text(SETTINGS + more, encoding="utf-8")
    return folder


def test_the_wheel_holds_the_package_and_nothing_else(wheel: Path, root: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert "pelican/plugins/copydesk/__init__.py" in names
    assert "copydesk/py.typed" in names
    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name and ".data/" not in name}
    assert tops == {"copydesk", "pelican"}
    source = root / "plugins" / "copydesk"
    kept = {path.relative_to(source.parent).as_posix() for path in source.rglob("*") if path.is_file()}
    missing = {name for name in kept if "__pycache__" not in name} - set(names)
    assert not missing, f"left out of the wheel: {sorted(missing)}"


def test_the_wheel_brings_the_licence_and_the_theme(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert any(name.endswith(".dist-info/licenses/LICENSE") for name in names)
    assert any(name.endswith("share/pelican-copydesk/theme/templates/base.html") for name in names)


def test_the_command_works(environment: Path, tmp_path: Path) -> None:
    (tmp_path / "ferry.html").write_text(STORY, encoding="utf-8")
    done = run([str(environment / "copydesk"), "clean", "ferry.html"], tmp_path)
    assert done.returncode == 0, done.stderr
    assert "The ferry crossed the sound twice" in done.stdout


@pytest.mark.parametrize("plugins", ["", 'PLUGINS = ["pelican.plugins.copydesk"]\n', 'PLUGINS = ["copydesk"]\n'])
def test_another_site_publishes_a_seed(environment: Path, tmp_path: Path, plugins: str) -> None:
    folder = small_site(tmp_path / "site", plugins + 'THEME = "simple"\n')
    done = run([str(environment / "python"), "-m", "pelican", "content", "--settings", "pelicanconf.py"], folder)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    stories = [page for page in (folder / "output").rglob("*.html") if "crossed the sound twice" in page.read_text()]
    assert any("Ada Lund" in page.read_text(encoding="utf-8") for page in stories)
    feed = (folder / "output" / "feeds" / "all.atom.xml").read_text(encoding="utf-8")
    assert "Ferry returns after a year in dock" in feed
    assert (folder / "content" / "stories").is_dir()


def test_another_site_can_use_our_theme(environment: Path, tmp_path: Path) -> None:
    theme = 'import sys\nTHEME = f"{sys.prefix}/share/pelican-copydesk/theme"\n'
    folder = small_site(tmp_path / "site", theme)
    done = run([str(environment / "python"), "-m", "pelican", "content", "--settings", "pelicanconf.py"], folder)
    assert done.returncode == 0, (done.stdout + done.stderr)[-3000:]
    assert "Ferry returns after a year in dock" in (folder / "output" / "index.html").read_text(encoding="utf-8")
