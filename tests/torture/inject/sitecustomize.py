"""Put before a run by ``PYTHONPATH``: at the k-th call of a kind that touches the site, something happens.

    TORTURE_BELOW   calls on paths below this folder count
    TORTURE_KIND    a kind of `KINDS`, or "any"
    TORTURE_AT      which call of that kind, from 1; 0: only write all of them into TORTURE_LOG
    TORTURE_DEED    "kill", or the name of an error that the call raises instead ("ENOSPC")
    TORTURE_LONG    with an error: "1" raises it at every later call too
    TORTURE_LOG     a file that lists the calls

Only the process that was started counts, not its workers: they have TORTURE_PID of another.
"""

import errno
import itertools
import os
import signal
import sys

KINDS = {
    "open": "open",
    "os.rename": "rename",
    "os.remove": "unlink",
    "os.mkdir": "mkdir",
    "os.rmdir": "rmdir",
    "os.link": "link",
    "os.chmod": "chmod",
    "os.scandir": "scandir",
    "os.listdir": "scandir",
    "ctypes.dlsym": "exchange",
}
"""Python's audit events by what they stand for. Opening to write is "create"; fsync, which has no event, is wrapped."""

RELATIVE_TO = {"os.remove": 1, "os.rmdir": 1, "os.mkdir": 2, "os.chmod": 2, "os.rename": 2, "os.link": 2}
"""Where among the arguments of an event stands the open folder that the path begins in; that is -1 for none."""

BELOW = os.environ.get("TORTURE_BELOW", "")
KIND = os.environ.get("TORTURE_KIND", "any")
AT = int(os.environ.get("TORTURE_AT", "0"))
DEED = os.environ.get("TORTURE_DEED", "")
LOG = os.environ.get("TORTURE_LOG", "")
IS_LONG = os.environ.get("TORTURE_LONG") == "1"
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT

calls = itertools.count(1)


def kind_of(event, arguments):
    """The kind of a call on the site, "" for any other."""
    kind = KINDS.get(event, "")
    if kind == "exchange":
        return kind if arguments[1] in ("renameat2", "renamex_np") else ""
    if not kind or not arguments:
        return ""
    if kind == "open" and arguments[2] & WRITING:
        kind = "create"
    at = RELATIVE_TO.get(event)
    return kind if place_of(arguments[0], -1 if at is None else arguments[at]).startswith(BELOW) else ""


def place_of(path, folder):
    """The whole path of what a call is about, "" where the system does not tell: a folder of another disk is removed
    by names without their place (multiprocessing's, at exit), and that is no call on the site."""
    try:
        if isinstance(path, int):
            return os.readlink(f"/proc/self/fd/{path}")
        begin = os.readlink(f"/proc/self/fd/{folder}") if folder >= 0 else ""
    except OSError:
        return ""
    return os.path.abspath(os.path.join(begin, os.fsdecode(path)))


def happen(kind):
    """Count a call; at the one that was asked for, do the deed."""
    if KIND not in ("any", kind):
        return
    number = next(calls)
    if LOG:
        os.write(log, f"{kind}\n".encode())
    if not AT or number < AT or (number > AT and not IS_LONG):
        return
    if DEED == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    code = getattr(errno, DEED)
    raise OSError(code, os.strerror(code))


def watch(event, arguments):
    """The audit hook."""
    if event in KINDS and (kind := kind_of(event, arguments)):
        happen(kind)


def fsync(handle, fsync=os.fsync):
    """The call that has no audit event."""
    happen("fsync")
    return fsync(handle)


if BELOW and os.environ.setdefault("TORTURE_PID", str(os.getpid())) == str(os.getpid()):
    log = os.open(LOG, os.O_WRONLY | os.O_CREAT | os.O_APPEND) if LOG else -1
    os.fsync = fsync
    sys.addaudithook(watch)
