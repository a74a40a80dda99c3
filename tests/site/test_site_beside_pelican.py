"""Two habits of Pelican's that a plugin trips over: what it watches, and what importing a reader does."""

from __future__ import annotations

import os
import subprocess
import sys

from copydesk.site.serving.inputs import inputs_of
from sites import ROOT

IMPORTED = """
import copydesk.site.plugin
from pelican.readers import BaseReader
print(*(reader.__module__ for reader in BaseReader.__subclasses__()))
"""


def test_raw_files_and_plugins_are_watched_too() -> None:
    inputs, _ = inputs_of(ROOT / "pelican.conf.py")
    assert {ROOT / name for name in ("seeds", "content", "theme", "plugins")} <= {
        folder.resolve() for folder in inputs.folders
    }


def test_pelican_has_no_reader_of_ours_before_a_build_registers_it() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    done = subprocess.run([sys.executable, "-c", IMPORTED], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["pelican.readers"] * 3
