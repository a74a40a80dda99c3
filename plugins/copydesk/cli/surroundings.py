"""What every subcommand needs of where it runs: the settings, the seeds by path, a terminal or none."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TextIO

from copydesk.batch.seeds.folder import SeedFile
from copydesk.cli.arguments import DEFAULT_SETTINGS
from copydesk.errors import CopydeskError
from copydesk.settings import Settings, read_settings, settings_from
from copydesk.text import one_line


def site(named: Path | None) -> Settings:
    """The settings of the site the command works on. Raises SettingsError where there is no such file."""
    return read_settings(named or DEFAULT_SETTINGS)


def any_site(named: Path | None) -> Settings:
    """The site's settings, or the defaults where no file was named and none is here: cleaning needs no site."""
    if named is None and not DEFAULT_SETTINGS.exists():
        return settings_from({}, Path.cwd())
    return site(named)


def seed_at(path: Path, settings: Settings) -> SeedFile:
    """The file as a seed: named as in ``seeds/`` where it lies there, else by its own name. Raises CopydeskError where
    there is no such file."""
    if path.is_dir():
        raise CopydeskError(str(path), "is a folder", "Name the files in it.")
    if not os.path.lexists(path):
        raise CopydeskError(str(path), "there is no such file", "Check the name.")
    whole = path.parent.resolve() / path.name
    inside = whole.is_relative_to(settings.seeds)
    return SeedFile(whole.relative_to(settings.seeds).as_posix() if inside else path.name, path)


def show_progress(done: int, total: int) -> None:
    """A line on a terminal that is written over until all is done."""
    end = "\n" if done == total else ""
    sys.stderr.write(f"\r{done} of {total} seeds{end}")
    sys.stderr.flush()


def has_colour(stream: TextIO) -> bool:
    """Whether to use colour there: a terminal that does not say otherwise (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def shown(text: str) -> str:
    """Scraped text as a terminal may be given it: on one line, nothing in it but characters that can be seen."""
    return one_line(text)
