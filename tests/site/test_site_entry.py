"""`python -m copydesk.site` where the system refuses what Python itself asks of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from sites import ROOT

REFUSING = """
import errno, os, sys

def refuse(event, arguments):
    if event == "os.listdir" and {when} and os.path.abspath(arguments[0] or ".") == {folder!r}:
        raise OSError(errno.EIO, os.strerror(errno.EIO), arguments[0])

sys.addaudithook(refuse)
"""

PELICAN_RUNS = 'hasattr(sys.modules.get("pelican"), "main")'
COPYDESK_RUNS = '"copydesk.site" in sys.modules'
ALWAYS = "True"


def command_of(target: str) -> list[str]:
    """The program that a target of the Makefile runs."""
    make = ["make", "--dry-run", "--no-print-directory", f"BIN={Path(sys.executable).parent}", target]
    printed = subprocess.run(make, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    (command,) = (line for line in printed.splitlines() if "copydesk.site" in line)
    return command.split()


def built(site: Path, command: list[str], when: str) -> subprocess.CompletedProcess[str]:
    """What a command says of a site whose folder cannot be listed while ``when`` holds."""
    inject = site / "inject"
    inject.mkdir()
    (inject / "sitecustomize.py").write_text(REFUSING.format(when=when, folder=str(site)), "utf-8")
    path = f"{inject}{os.pathsep}{ROOT / 'plugins'}"
    environment = {**os.environ, "PYTHONPATH": path, "SOURCE_DATE_EPOCH": "1767225600", "COLUMNS": "200"}
    return subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True)


@pytest.mark.parametrize("when", [COPYDESK_RUNS, PELICAN_RUNS])
def test_a_folder_in_which_no_module_can_be_looked_for_is_one_line(tmp_path: Path, when: str) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "pelican.conf.py").write_text("import os\nos.utime('.')\nimport no_such_module\n", "utf-8")
    command = [sys.executable, "-m", "copydesk.site", "content", "-o", "output", "-s", "pelican.conf.py"]
    done = built(tmp_path, command, when)
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    assert said.count("Input/output error") == 1


def test_make_looks_for_no_module_in_a_folder_that_cannot_be_listed(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "pelican.conf.py").write_text("import os\nos.utime('.')\n", "utf-8")
    aside = [word for word in command_of("html") if word != "-P"]
    assert "Traceback" in built(tmp_path, aside, ALWAYS).stderr, "so it is without the option"
    shutil.rmtree(tmp_path / "inject")
    done = built(tmp_path, command_of("html"), ALWAYS)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "output/index.html").exists()


def test_a_site_that_is_served_looks_for_no_module_in_its_folder_either() -> None:
    for target in ("html", "publish", "serve"):
        assert command_of(target)[1:3] == ["-P", "-m"]
