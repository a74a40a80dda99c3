"""The stage: the served site is wholly old or wholly new, whatever happens in between."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest
from copydesk.errors import SettingsError
from copydesk.site.stage import staging, swap
from newsstand import build, make_site, press, tree, write


def staged(output: Path, **files: str) -> Path:
    stage = staging.open_stage(output)
    for name, text in files.items():
        write(stage / name, text)
    return stage


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_the_stage_takes_the_place_of_the_output(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write(output / "old", "old")
    staging.put_in_place(staged(output, new="new"), output)
    assert tree(output) == {"new": b"new"}
    assert names(tmp_path) == {"output"}


def test_the_first_build_needs_no_output(tmp_path: Path) -> None:
    output = tmp_path / "not" / "there"
    staging.put_in_place(staged(output, new="new"), output)
    assert tree(output) == {"new": b"new"}


def test_two_renames_do_where_the_system_cannot_exchange(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staging, "exchange", lambda one, other: False)
    output = tmp_path / "output"
    write(output / "old", "old")
    staging.put_in_place(staged(output, new="new"), output)
    assert tree(output) == {"new": b"new"}
    assert names(tmp_path) == {"output"}


@pytest.mark.parametrize("before", [{}, {"old": "old"}])
def test_an_output_where_a_disk_is_mounted_is_told_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, before: dict[str, str]
) -> None:
    def busy(*_: object) -> None:
        raise OSError(errno.EBUSY, "Device or resource busy")

    output = tmp_path / "output"
    output.mkdir()
    for name, text in before.items():
        write(output / name, text)
    stage = staged(output, new="new")
    monkeypatch.setattr(staging, "exchange", busy)
    monkeypatch.setattr(staging.os, "replace", busy)
    with pytest.raises(SettingsError, match="a mounted folder cannot be replaced"):
        staging.put_in_place(stage, output)
    assert names(output) == set(before)


def test_an_output_taken_away_but_not_replaced_comes_back(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write(staging.retired_of(output) / "old", "old")
    write(staging.stage_of(output) / "half", "half")
    staging.recover(output)
    assert tree(output) == {"old": b"old"}
    assert names(tmp_path) == {"output"}


def test_what_a_killed_run_left_is_removed(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write(output / "now", "now")
    write(staging.retired_of(output) / "old", "old")
    write(staging.stage_of(output) / "half", "half")
    assert list(staging.open_stage(output).iterdir()) == []
    assert tree(output) == {"now": b"now"}
    assert names(tmp_path) == {"output", ".output.stage"}


def test_a_failed_second_rename_brings_the_old_output_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    output = tmp_path / "output"
    write(output / "old", "old")
    stage = staged(output, new="new")
    rename = os.rename

    def failing(source: Path, target: Path) -> None:
        if Path(source) == stage:
            raise OSError(28, "No space left on device")
        rename(source, target)

    monkeypatch.setattr(staging, "exchange", lambda one, other: False)
    monkeypatch.setattr(staging.os, "rename", failing)
    with pytest.raises(OSError, match="No space"):
        staging.put_in_place(stage, output)
    assert tree(output) == {"old": b"old"}


def test_what_the_owner_keeps_in_the_output_stays(tmp_path: Path) -> None:
    output = tmp_path / "output"
    write(output / ".git" / "HEAD", "ref")
    write(output / "CNAME", "a.example")
    write(output / "old", "old")
    staging.put_in_place(staged(output, new="new"), output, kept=("CNAME",))
    assert tree(output) == {".git/HEAD": b"ref", "CNAME": b"a.example", "new": b"new"}


def test_an_output_that_holds_the_site_is_refused(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    with pytest.raises(SettingsError, match="OUTPUT_PATH"):
        staging.check_output(tmp_path, [tmp_path / "content"])
    with pytest.raises(SettingsError, match="OUTPUT_PATH"):
        staging.check_output(tmp_path / "content", [tmp_path / "content"])
    staging.check_output(tmp_path / "output", [tmp_path / "content"])


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux's own call")
def test_linux_exchanges_folders_in_one_step(tmp_path: Path) -> None:
    write(tmp_path / "one" / "a", "a")
    write(tmp_path / "two" / "b", "b")
    assert swap.exchange(tmp_path / "one", tmp_path / "two")
    assert tree(tmp_path) == {"one/b": b"b", "two/a": b"a"}
    with pytest.raises(OSError):
        swap.exchange(tmp_path / "one", tmp_path / "missing")


# --- whole builds -----------------------------------------------------------------------------------------------------


def test_an_output_that_is_a_link_stays_one(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site")
    (tmp_path / "served").mkdir()
    (site / "output").symlink_to(tmp_path / "served")
    press(site)
    assert (site / "output").is_symlink()
    assert (tmp_path / "served" / "index.html").is_file()


def test_a_build_that_fails_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    before = tree(press(site))
    theme = tmp_path / "theme"
    write(theme / "theme.toml", "page_values = 1\n")
    write(theme / "templates" / "index.html", "{{ page.no.such.thing }}")
    with (site / "pelican.conf.py").open("a") as settings:
        settings.write(f"THEME = {str(theme)!r}\n")
    build(site, code=1)
    assert tree(site / "output") == before


def test_an_output_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    (site / "output").mkdir()
    (site / ".output.stage").write_text("in the way")
    printed = build(site, code=1)
    assert "Traceback" not in printed
    assert "copydesk:" in printed


KILLED = """
import os, signal, sys
from pathlib import Path
from newsstand import press
from copydesk.site.printing import press as build
wanted = int(sys.argv[2])
written = 0
def write(entry, target, write=build.write):
    global written
    written += 1
    if written == wanted:
        os.kill(os.getpid(), signal.SIGKILL)
    write(entry, target)
build.write = write
press(Path(sys.argv[1]))
"""


def test_a_build_killed_while_it_writes_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    before = tree(press(site))
    hand = site / "content/stories/2025/07/by-hand.md"
    hand.write_text(hand.read_text().replace("Written", "Rewritten"))
    for moment in ("1", "3"):
        command = [sys.executable, "-c", KILLED, str(site), moment]
        path = os.pathsep.join(sys.path)
        done = subprocess.run(command, env={**os.environ, "PYTHONPATH": path}, capture_output=True, timeout=60)
        assert done.returncode == -9, done.stderr
        assert tree(site / "output") == before
    after = tree(press(site))
    assert b"Rewritten" in after["2025/07/by-hand.html"]
    assert not (site / ".output.stage").exists()


def test_a_second_build_says_that_one_is_at_work(tmp_path: Path) -> None:
    from filelock import FileLock

    site = make_site(tmp_path)
    (site / ".copydesk").mkdir()
    with FileLock(site / ".copydesk" / "lock"):
        printed = build(site, code=75)
    assert "another" in printed
    assert "Traceback" not in printed


def test_one_pelican_can_build_again(tmp_path: Path) -> None:
    from pelican import Pelican
    from pelican.settings import read_settings

    site = make_site(tmp_path)
    pelican = Pelican(read_settings(str(site / "pelican.conf.py")))
    pelican.run()
    hand = site / "content/stories/2025/07/by-hand.md"
    hand.write_text(hand.read_text().replace("Written by hand.", "Written twice."))
    pelican.run()
    assert "Written twice." in (site / "output/2025/07/by-hand.html").read_text()
    assert names(site) == {".copydesk", "content", "output", "pelican.conf.py", "seeds", "sources.toml"}


def test_a_full_disk_leaves_the_site_and_no_stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from copydesk.site.printing import press as printing

    site = make_site(tmp_path)
    before = tree(press(site))
    for name in ("manifest.json", "standing.json"):
        (site / ".copydesk" / name).unlink()

    def full(entry: object, target: Path) -> None:
        raise OSError(28, "No space left on device", str(target))

    monkeypatch.setattr(printing, "write", full)
    with pytest.raises(SystemExit):
        press(site)
    assert tree(site / "output") == before
    assert not staging.stage_of(site / "output").exists()


def test_files_that_other_plugins_write_are_kept(tmp_path: Path) -> None:
    plugin = """
from pelican import signals
from pathlib import Path

def early(pelican):
    Path(pelican.output_path, "late.txt").write_text(Path(pelican.output_path, "index.html").read_text()[:15])

def register():
    signals.finalized.connect(early)
"""
    write(tmp_path / "more" / "leaflet.py", plugin)
    more = f"PLUGIN_PATHS.append({str(tmp_path / 'more')!r})\nPLUGINS = ['copydesk', 'leaflet']\n"
    site = make_site(tmp_path / "site", more=more)
    build(site)
    assert (site / "output/late.txt").read_text().lower() == "<!doctype html>"
