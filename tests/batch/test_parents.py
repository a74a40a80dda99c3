"""Workers end with the process that started them, even one that is killed and tells nobody."""

from __future__ import annotations

import subprocess
import sys

import pytest

PATIENCE = 600
"""Seconds after which a worker counts as left behind: it ends in the moment in which its parent does."""

POOLS = {
    "those that clean": "from copydesk.batch.processes import lines, workers\n"
    "lines.Line(workers.TRADE).give(abs, -1).result()\n",
    "those that render": "from copydesk.site.hands import Hands\nHands(1).give(abs, [-1])[0][1].result()\n",
}
"""How to have an idle worker of each kind."""

KILLED = "import os, signal\nos.kill(os.getpid(), signal.SIGKILL)\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
@pytest.mark.parametrize("pool", POOLS.values(), ids=POOLS)
def test_no_worker_stays_when_its_parent_is_killed(pool: str) -> None:
    # What a process prints to is closed only when all that were started from it have ended: until then this waits.
    done = subprocess.run([sys.executable, "-c", pool + KILLED], capture_output=True, text=True, timeout=PATIENCE)
    assert done.returncode == -9, done.stderr
