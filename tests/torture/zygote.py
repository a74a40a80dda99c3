"""A process that has imported all that a build imports and forks a build for each line it is given.

Importing is more than half of what a small build costs, and nothing of the site is touched by it, so hundreds of builds
to be killed are begun from here, each with a `stem` for its workers. Started as ``python -m torture.zygote``; a line is
JSON: ``cwd``, ``env``, ``argv`` (as behind ``python``: ``-m module …``), ``out``, a file for what is printed,
``limits``, resource limits by name, and ``plain``: without root's power over permissions. The answer is the process's
id. A line with ``wait`` and such an id is answered with its exit code, negative for a signal.
"""

from __future__ import annotations

import ctypes
import importlib
import json
import os
import resource
import runpy
import signal
import sys
from pathlib import Path
from typing import Any

from torture.stem import stem

IMPORTED = (
    "pelican",
    "copydesk.site.plugin",
    "copydesk.site.hooks.building",
    "copydesk.cli.normalizing",
    "copydesk.pipeline",
    "copydesk.batch.seeds.cleaning",
)
"""What both commands import, sooner or later, and the server of their workers."""

PR_CAPBSET_DROP = 24
POWERS = (1, 2)


def main() -> None:
    """Answer lines until there are no more."""
    for name in IMPORTED:
        importlib.import_module(name)
    for line in sys.stdin:
        asked = json.loads(line)
        answer = waited(asked["wait"]) if "wait" in asked else begun(asked)
        print(answer, flush=True)


def begun(asked: dict[str, Any]) -> int:
    """The id of a new process that does what is asked, and leads a group of its own by now."""
    leads, led = os.pipe()
    child = os.fork()
    if child:
        os.close(led)
        os.read(leads, 1)  # nothing comes: the child closes its end
        os.close(leads)
        return child
    os.setsid()
    os.close(led)
    os.chdir(asked["cwd"])
    os.environ.clear()
    os.environ.update(asked["env"])
    silence, out = os.open(os.devnull, os.O_RDONLY), os.open(asked["out"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    for source, target in ((silence, 0), (out, 1), (out, 2)):
        os.dup2(source, target)
    os.closerange(3, 256)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    if "TORTURE_HANDS" in os.environ:  # a small site is built by several processes, as only a large one is
        importlib.import_module("copydesk.site.hands").WORTHWHILE = 1
    if "TORTURE_REPLATES" in os.environ:
        mark_replating(Path(os.environ["TORTURE_REPLATES"]))
    if asked.get("plain") and os.geteuid() == 0:
        drop_powers()
    if not asked.get("limits"):  # limits hold for the server too, as it starts
        stem()
    run(asked["argv"], asked.get("limits", {}))
    raise AssertionError


def mark_replating(mark: Path) -> None:
    """A build that makes only the pages of reworded stories again says so by a file."""
    replating = importlib.import_module("copydesk.site.reprinting.replating")
    begin = replating.begin
    replating.begin = lambda pelican: (mark.touch(), begin(pelican))[1]  # type: ignore[attr-defined]  # as the real one


def drop_powers() -> None:
    """Let permissions hold for root too, here and in every program begun from here (man 7 capabilities:
    CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH; the header is version 3 of capset)."""
    system = ctypes.CDLL(None, use_errno=True)
    for power in POWERS:
        if system.prctl(PR_CAPBSET_DROP, power, 0, 0, 0):
            raise OSError(ctypes.get_errno(), "prctl")
    header, sets = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    if system.capget(header, sets):
        raise OSError(ctypes.get_errno(), "capget")
    for place in range(3):  # effective, permitted, inheritable
        sets[place] &= ~sum(1 << power for power in POWERS)
    if system.capset(header, sets):
        raise OSError(ctypes.get_errno(), "capset")


def run(argv: list[str], limits: dict[str, int]) -> None:
    """Do what ``python argv`` does, and end."""
    for folder in reversed(os.environ["PYTHONPATH"].split(os.pathsep)):
        if os.path.exists(os.path.join(folder, "sitecustomize.py")):
            runpy.run_path(os.path.join(folder, "sitecustomize.py"))
    for name, value in limits.items():
        resource.setrlimit(getattr(resource, name), (value, value))
    sys.argv = argv[1:]
    code: object = 0
    try:
        runpy.run_module(argv[1], run_name="__main__", alter_sys=True)
    except SystemExit as end:
        code = end.code
    except BaseException:  # noqa: BLE001  # an interpreter ends so
        sys.excepthook(*sys.exc_info())
        code = 1
    ended(code)


def ended(code: object) -> None:
    """End as an interpreter does, with what it does at exit, but without going back to the loop above."""
    if isinstance(code, str):
        print(code, file=sys.stderr)
    sys.stdin.close()
    sys.exit(1 if isinstance(code, str) else code)


def waited(child: int) -> int:
    """The exit code of a process, once it has ended."""
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


if __name__ == "__main__":
    main()
