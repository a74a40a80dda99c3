"""A program speaks to whatever it was given, and goes on where nobody listens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from copydesk.streams import LastingFile, fault_of

ROOT = Path(__file__).parent.parent

STORY = "---\ntitle: A story\ndate: 2025-08-10\n---\n\nWords.\n"

CLOSED = """
import os, sys
from copydesk.streams import open_missing
open_missing()
first = os.open(sys.argv[1], os.O_WRONLY | os.O_CREAT)
print("to nobody"), print("to nobody", file=sys.stderr), sys.stdin.read()
os.write(first, b"%d" % first)
"""

PLAIN = f"""
import runpy
globals().update(runpy.run_path({str(ROOT / "pelican.conf.py")!r}))
THEME, PLUGIN_PATHS = {str(ROOT / "theme")!r}, [{str(ROOT / "plugins")!r}]
COPYDESK_SEARCH = COPYDESK_CARDS = False
"""


def test_what_a_reader_who_has_gone_does_not_take_is_dropped_and_no_fault() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    file = LastingFile(writing)
    assert [file.write(b"words"), file.write(b"more")] == [5, 4]
    assert isinstance(file.fault, BrokenPipeError)
    assert fault_of((file,)) is None
    os.close(writing)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_what_a_full_disk_does_not_take_is_told() -> None:
    with open("/dev/full", "wb", buffering=0) as full:
        file = LastingFile(full.fileno())
        assert file.write(b"words") == 5
        assert fault_of((file,)) == "No space left on device"


@pytest.mark.skipif(sys.platform == "win32", reason="handles are no numbers there")
def test_a_program_that_is_begun_without_handles_speaks_into_no_file_of_its_own(tmp_path: Path) -> None:
    command = ["sh", "-c", 'exec "$0" -c "$1" "$2" <&- >&- 2>&-', sys.executable, CLOSED, str(tmp_path / "first")]
    subprocess.run(command, env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")}, check=True)
    assert int((tmp_path / "first").read_text()) > 2, "and nothing else was written into it"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_a_build_makes_the_site_where_what_it_says_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "content/stories").mkdir(parents=True)
    (tmp_path / "content/stories/a.md").write_text(STORY)
    (tmp_path / "pelican.conf.py").write_text(PLAIN)
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "copydesk.site", "content", "-o", "output", "-s", "pelican.conf.py"],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT / "plugins")},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
        )
    said = "copydesk: not all that this build said could be written (No space left on device). The site is made."
    assert (done.returncode, done.stderr.strip().splitlines()[-1]) == (0, said)
    assert (tmp_path / "output/index.html").exists()
