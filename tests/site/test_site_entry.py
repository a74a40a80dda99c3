"""`python -m copydesk.site` where the system refuses what Python itself asks of it."""

from __future__ import annotations

import os
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


@pytest.mark.parametrize("when", [COPYDESK_RUNS, PELICAN_RUNS])
def test_a_folder_in_which_no_module_can_be_looked_for_is_one_line(tmp_path: Path, when: str) -> None:
    site, inject = tmp_path / "site", tmp_path / "inject"
    (site / "content").mkdir(parents=True)
    inject.mkdir()
    (inject / "sitecustomize.py").write_text(REFUSING.format(when=when, folder=str(site)), "utf-8")
    (site / "pelican.conf.py").write_text("import os\nos.utime('.')\nimport no_such_module\n", "utf-8")
    command = [sys.executable, "-m", "copydesk.site", "content", "-o", "output", "-s", "pelican.conf.py"]
    path = f"{inject}{os.pathsep}{ROOT / 'plugins'}"
    environment = {**os.environ, "PYTHONPATH": path, "SOURCE_DATE_EPOCH": "1767225600", "COLUMNS": "200"}
    done = subprocess.run(command, cwd=site, env=environment, capture_output=True, text=True)
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    assert said.count("Input/output error") == 1
