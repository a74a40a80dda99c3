"""The stage: a folder beside the real output that takes its place in one step, or not at all.

Whoever reads ``output/`` sees the old site whole or the new site whole. Beside an output folder ``site`` stand, while a
build runs, ``.site.stage`` (being filled) and, only where the system cannot exchange folders, for a moment
``.site.old``. What a killed run left of them is put right by the next `open_stage`; one lock keeps builds apart.
"""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from copydesk.errors import SettingsError
from copydesk.site.stage.swap import exchange, flush

KEPT = (".git", ".hg", ".svn")
"""Entries of an output folder that belong to its owner, not to the site, and move to the new one."""


def real_output(output: Path) -> Path:
    """The folder that is replaced: ``output`` itself, or what it points to where it is a link."""
    return output.resolve()


def check_output(output: Path, precious: Iterable[Path]) -> None:
    """Raise SettingsError where replacing ``output`` would take along a folder that the site is made from."""
    for folder in precious:
        if folder.resolve().is_relative_to(output):
            raise SettingsError(
                "OUTPUT_PATH", f"{output} holds {folder}", "Name a folder of its own: all that is in it is replaced."
            )


def open_stage(output: Path) -> Path:
    """A new empty stage for ``output`` (a real path), after putting right what a killed run left behind."""
    recover(output)
    stage = stage_of(output)
    stage.mkdir(parents=True)
    return stage


def recover(output: Path) -> None:
    """Bring back an output that was taken away but not yet replaced; remove what else an earlier run left."""
    retired = retired_of(output)
    if retired.exists():
        if output.exists():
            discard(retired)
        else:
            os.rename(retired, output)
    discard(stage_of(output))


def discard(stage: Path) -> None:
    """Remove a stage that will not be used, or an old site, of which some folders may be closed to writing."""
    if not stage.exists():
        return
    try:
        shutil.rmtree(stage)
    except PermissionError:
        for folder, _, _ in os.walk(stage):
            os.chmod(folder, 0o700)
        shutil.rmtree(stage)


def put_in_place(stage: Path, output: Path, kept: Iterable[str] = ()) -> None:
    """Let ``stage`` become ``output``; what was there before is removed, but for ``kept`` and `KEPT`."""
    exchange_with(stage, output, kept)
    for old in (stage, retired_of(output), spare_of(output)):
        with suppress(OSError):  # the new site stands; the next build clears up
            discard(old)


def exchange_with(stage: Path, output: Path, kept: Iterable[str] = ()) -> None:
    """Let ``stage`` become ``output``; leave what was there before where the stage was, or where `retired_of` says."""
    keep(output, stage, kept)
    flush(stage)
    if output.is_dir() and any(output.iterdir()):
        replace(stage, output)
        return
    try:
        os.replace(stage, output)
    except OSError as error:
        raise (irreplaceable(output, error) if error.errno == errno.EBUSY else error) from error


def replace(stage: Path, output: Path) -> None:
    """Exchange the two folders, or rename twice where the system cannot exchange them."""
    try:
        if exchange(stage, output):
            return
        os.rename(output, retired_of(output))
    except OSError as error:
        raise irreplaceable(output, error) from error
    try:
        os.rename(stage, output)
    except OSError:
        os.rename(retired_of(output), output)
        raise


def irreplaceable(output: Path, error: OSError) -> SettingsError:
    """What is said of an output folder that the system lets nobody move, such as one where a disk is mounted."""
    advice = "Make it an ordinary folder, or name one inside it: a mounted folder cannot be replaced."
    return SettingsError("OUTPUT_PATH", f"{output} cannot be replaced ({error.strerror})", advice)


def keep(output: Path, stage: Path, names: Iterable[str]) -> None:
    """Take over the entries of the old output that its owner keeps there, linking files instead of copying them."""
    for name in sorted({*KEPT, *names}):
        old, new = output / name, stage / name
        if new.exists() or not os.path.lexists(old):
            continue
        if old.is_dir() and not old.is_symlink():
            shutil.copytree(old, new, symlinks=True, copy_function=link)
        else:
            link(str(old), str(new))


def link(old: str, new: str) -> None:
    """A second name for a file, or a copy where the file system has none."""
    try:
        os.link(old, new, follow_symlinks=False)
    except OSError:
        shutil.copy2(old, new, follow_symlinks=False)


def stage_of(output: Path) -> Path:
    """Where the stage of ``output`` stands."""
    return output.with_name(f".{output.name}.stage")


def retired_of(output: Path) -> Path:
    """Where the old output stands between the two renames of a system that cannot exchange folders."""
    return output.with_name(f".{output.name}.old")


def spare_of(output: Path) -> Path:
    """Where a site that was in place before is kept (`spare`)."""
    return output.with_name(f".{output.name}.spare")
