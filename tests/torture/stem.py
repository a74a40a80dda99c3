"""A server of workers that need not import anything: forked beside a build before that begins, it waits until the build
would start a server of its own (``multiprocessing.forkserver``), and becomes that.

Starting one costs as much as the rest of a small build. It is a process of the build's group, its child, and speaks as
the real one does; only how it starts is different.
"""

from __future__ import annotations

import array
import json
import os
import socket
import sys
from multiprocessing import util
from typing import Any

SERVER = "from multiprocessing.forkserver import main"
"""How the command of a server begins; other processes (the one that counts semaphores) are started as ever."""

LONGEST = 1 << 16
"""Bytes of its command at most."""

MOST = 8
"""Files that are handed over at most."""


def stem() -> None:
    """Fork the process that waits. The first server that this process starts is that one; later ones are real."""
    ours, its = socket.socketpair()
    child = os.fork()
    if not child:
        ours.close()
        try:
            wait(its)
        finally:  # nothing of the process it was forked from goes on
            os._exit(0)
    its.close()
    waiting = [(child, ours)]
    begin: Any = util.spawnv_passfds

    def spawn(path: bytes, args: list[str], passed: list[int]) -> int:
        if not waiting or not str(args[-1]).startswith(SERVER):
            return int(begin(path, args, passed))
        pid, line = waiting.pop()
        told = json.dumps({"command": str(args[-1]), "files": passed}).encode()
        line.sendmsg([told], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", passed))])
        line.close()
        return pid

    util.spawnv_passfds = spawn  # type: ignore[attr-defined]  # a part of the standard library without types


def wait(line: socket.socket) -> None:
    """Become a server once one is asked for; end where the build has ended without asking."""
    told, sent, _, _ = line.recvmsg(LONGEST, socket.CMSG_SPACE(MOST * array.array("i").itemsize))
    if not told:
        return
    asked = json.loads(told)
    handles = array.array("i")
    for _, _, data in sent:
        handles.frombytes(data)
    line.close()
    for target, handle in zip(asked["files"], above(handles), strict=True):
        os.dup2(handle, target)
        os.close(handle)
    sys.stdin = open(os.devnull)  # noqa: SIM115  # the server closes it
    exec(asked["command"], {})  # a line of the standard library's


def above(handles: array.array[int]) -> list[int]:
    """The same files under numbers that none of them is to have."""
    found = [os.dup2(handle, 200 + place) for place, handle in enumerate(handles)]
    for handle in handles:
        os.close(handle)
    return found
