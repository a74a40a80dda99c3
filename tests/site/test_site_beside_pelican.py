"""Habits of Pelican's that one trips over: what it watches, what importing a reader does, what it says of settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from copydesk.site.serving.inputs import inputs_of
from sites import ROOT

IMPORTED = """
import copydesk.site.plugin
from pelican.readers import BaseReader
print(*(reader.__module__ for reader in BaseReader.__subclasses__()))
"""

CONNECTED = """
import gc
from blinker import NamedSignal
from pelican.plugins import signals
signals.finalized.connect(lambda sender: None)
import copydesk
copydesk.register()
gc.collect()
known = [signal for signal in vars(signals).values() if isinstance(signal, NamedSignal)]
held = {signal.name: len(list(signal.receivers_for(None))) for signal in known}
from copydesk.site.plugin import RECEIVED
wanted = [signals.initialized, signals.get_generators, *(signal for signal, _ in RECEIVED)]
print(*(f"{each.name} {held[each.name]} {wanted.count(each)}" for each in dict.fromkeys(wanted)), sep="\\n")
"""
"""Registers the plugin, as Pelican does, beside a receiver that nobody keeps; says how many receivers each signal has
and should have."""


def test_settings_that_cannot_be_read_are_said_in_one_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "copydesk.site", "content", "--settings", "pelican.conf.py"]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True)
    wanted = "copydesk: pelican.conf.py: No such file or directory. Check the file. The site was left as it is.\n"
    assert (done.returncode, done.stdout + done.stderr) == (1, wanted)


def test_raw_files_and_plugins_are_watched_too() -> None:
    inputs, _ = inputs_of(ROOT / "pelican.conf.py")
    assert {ROOT / name for name in ("seeds", "content", "theme", "plugins")} <= {
        folder.resolve() for folder in inputs.folders
    }


def test_pelican_has_no_reader_of_ours_before_a_build_registers_it() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    done = subprocess.run([sys.executable, "-c", IMPORTED], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["pelican.readers"] * 3


def test_signals_refer_weakly_to_receivers_and_ours_are_kept() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "plugins")}
    done = subprocess.run(
        [sys.executable, "-c", CONNECTED], env=environment, capture_output=True, text=True, check=True
    )
    told = [line.split() for line in done.stdout.splitlines()]
    assert {"initialized", "finalized"} <= {name.removeprefix("pelican_") for name, *_ in told}
    assert [name for name, held, wanted in told if held != wanted] == []
