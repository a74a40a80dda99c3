"""Disks that fill up or fail, folders that may not be written to, and what lies in ``seeds/`` that is no file: the old
site stays as it is, the exit code says that there is no new one, and one message says why."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from torture.desk import run
from torture.prepared import Prepared, calls, injected, prepare, spread
from torture.table import Experiment, Row, Scale

ERRORS = ("ENOSPC", "EIO", "EMFILE", "EACCES", "EROFS", "EDQUOT")

KINDS = ("create", "mkdir", "rename", "open", "fsync", "scandir", "unlink", "link")

PLACES = {Scale.SLICE: 1, Scale.WHOLE: 3}
"""Calls of each kind at which each error comes."""

SIZES = {Scale.SLICE: 1, Scale.WHOLE: 50}
"""How many sizes of a disk, of a file and of a table of open files are tried."""

LEAST = 4000
"""Bytes of the smallest limit of a file: what a run prints goes into a file too."""

HANDLES = (6, 64)
"""Fewest and most files that a run may have open: below, no interpreter starts; above, nothing is felt."""


def errors_at_calls(scale: Scale, folder: Path) -> Row:
    """The system answers chosen calls with an error, once or from then on."""
    prepared = prepare()
    total = calls()
    tried = [
        (kind, at, error, is_long)
        for kind in KINDS
        for number, at in enumerate(spread(total.get(kind, 0), PLACES[scale]))
        for error, is_long in ((ERRORS[(number + KINDS.index(kind)) % len(ERRORS)], False), ("ENOSPC", True))
    ]
    tried = tried if scale is Scale.WHOLE else tried[:3]
    seen: Counter[str] = Counter()
    lost: list[str] = []
    for kind, at, error, is_long in tried:
        environment = injected(prepared.site, kind, at, error, TORTURE_LONG="1" if is_long else "")
        name = f"{error} at {kind} {at}{' and after' if is_long else ''}"
        lost += [
            f"{name}: {fault}" for fault in judged(prepared, *run(prepared.renew(), environment=environment), seen)
        ]
        lost += [f"{name}: {fault}" for fault in prepared.unmended()]
    return row(len(tried), lost, seen)


def small_files(scale: Scale, folder: Path) -> Row:
    """No file may become larger than a limit, from nothing to what the build needs: writing fails in the midst."""
    prepared = prepare()
    largest = max(path.stat().st_size for path in prepared.site.rglob("*") if path.is_file())
    return limited(prepared, "RLIMIT_FSIZE", [LEAST + at for at in spread(largest - LEAST, SIZES[scale])])


def few_handles(scale: Scale, folder: Path) -> Row:
    """No more than a few files may be open at once."""
    prepared = prepare()
    first, last = HANDLES
    return limited(prepared, "RLIMIT_NOFILE", [first - 1 + at for at in spread(last - first + 1, SIZES[scale])])


def limited(prepared: Prepared, limit: str, values: list[int]) -> Row:
    """Builds under each value of a limit of the system."""
    seen: Counter[str] = Counter()
    lost: list[str] = []
    for value in values:
        code, printed = run(prepared.renew(), limits={limit: value})
        lost += [f"{limit} {value}: {fault}" for fault in judged(prepared, code, printed, seen)]
        lost += [f"{limit} {value}: {fault}" for fault in prepared.unmended()]
    return row(len(values), lost, seen)


def full_disk(scale: Scale, folder: Path) -> Row:
    """A disk of its own, with less and less room for the build. Where none can be mounted, the limit of a file's size
    stands in, as it does in every test run."""
    prepared = prepare()
    if scale is Scale.SLICE or not mounted(prepared.renew(), 1 << 26):
        return small_files(scale, folder / "small")
    try:
        return filled(scale, prepared)
    finally:
        subprocess.run(["umount", "--lazy", prepared.site], check=True)


def filled(scale: Scale, prepared: Prepared) -> Row:
    """Builds on the mounted disk with room for nothing, and more and more, until nothing is felt."""
    begin, need = used(prepared), needed(prepared)
    seen: Counter[str] = Counter()
    lost: list[str] = []
    sizes = [begin + at * 4096 for at in spread((need - begin) // 4096 + 8, SIZES[scale])]
    for size in sizes:
        refill(prepared, size)
        name = f"{size - begin:,} bytes free"
        lost += [f"{name}: {fault}" for fault in judged(prepared, *run(prepared.site), seen)]
        subprocess.run(["mount", "-o", f"remount,size={1 << 26}", prepared.site], check=True)
        lost += [f"{name}: {fault}" for fault in prepared.unmended()]
    return row(len(sizes), lost, seen)


def mounted(place: Path, size: int) -> bool:
    """Whether a disk of that many bytes could be mounted over a folder."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)]
    return shutil.which("mount") is not None and subprocess.run(command, capture_output=True).returncode == 0


def refill(prepared: Prepared, size: int) -> None:
    """Begin again on a disk of that size."""
    subprocess.run(["mount", "-o", f"remount,size={1 << 26}", prepared.site], check=True)
    for path in prepared.site.iterdir():
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(prepared.pristine, prepared.site, symlinks=True, dirs_exist_ok=True)
    subprocess.run(["mount", "-o", f"remount,size={size}", prepared.site], check=True)


def used(prepared: Prepared) -> int:
    """The bytes of the mounted disk that the site before the build takes."""
    refill(prepared, 1 << 26)
    usage = os.statvfs(prepared.site)
    return (usage.f_blocks - usage.f_bfree) * usage.f_frsize


def needed(prepared: Prepared) -> int:
    """The bytes that are taken at most while the site is built: about those of both sites and both kinds of memory."""
    run(prepared.site)
    usage = os.statvfs(prepared.site)
    both = sum(path.stat().st_size + 4096 for path in (prepared.site / "output").rglob("*") if path.is_file())
    return (usage.f_blocks - usage.f_bfree) * usage.f_frsize + both


CLOSED: Mapping[str, tuple[str, ...]] = {
    "the site": (".",),
    "the content": ("content", "content/stories", "content/ledger", "content/stories/2025", "content/stories/2025/03"),
    "the ledger": ("content/ledger",),
    "a month of stories": ("content/stories/2025/03",),
    "the state": (".copydesk",),
    "the output": ("output",),
}
"""Folders that may not be written to."""


def closed_folders(scale: Scale, folder: Path) -> Row:
    """Folders that may be read but not written to."""
    prepared = prepare()
    seen: Counter[str] = Counter()
    lost: list[str] = []
    chosen = list(CLOSED.items()) if scale is Scale.WHOLE else list(CLOSED.items())[:1]
    for name, folders in chosen:
        site = prepared.renew()
        modes(site, folders, 0o555)
        code, printed = run(site)
        modes(site, folders, 0o755)
        lost += [f"{name}: {fault}" for fault in (*judged(prepared, code, printed, seen), *prepared.unmended())]
    void = "" if seen["told, the old site stands"] else "permissions do not hold here"
    return row(len(chosen), lost, seen, void)


def modes(site: Path, folders: tuple[str, ...], mode: int) -> None:
    """Give folders of a site a mode."""
    for name in folders:
        (site / name).chmod(mode)


def pipe(path: Path) -> None:
    """A pipe that nobody writes to."""
    os.mkfifo(path)


def device(path: Path) -> None:
    """A device that never ends; a link to it where we may make none."""
    try:
        os.mknod(path, 0o020644, os.makedev(1, 5))
    except OSError:
        path.symlink_to("/dev/zero")


def door(path: Path) -> None:
    """A socket."""
    with socket.socket(socket.AF_UNIX) as made:
        here = os.getcwd()
        os.chdir(path.parent)  # a socket's path is short
        made.bind(path.name)
        os.chdir(here)


def up(path: Path) -> None:
    """A link to the folder above, a loop."""
    path.symlink_to("..")


def itself(path: Path) -> None:
    """A link to itself."""
    path.symlink_to(path.name)


def deep(path: Path) -> None:
    """Folders in folders, deeper than functions may call each other, with a seed at the end."""
    path.mkdir()
    handle = os.open(path, os.O_RDONLY)
    for _ in range(1200):
        os.mkdir("d", dir_fd=handle)
        inner = os.open("d", os.O_RDONLY, dir_fd=handle)
        os.close(handle)
        handle = inner
    os.close(handle)


def unreadable(path: Path) -> None:
    """A file that may not be read."""
    path.write_text("Nobody reads this.\n")
    path.chmod(0)


def unlisted(path: Path) -> None:
    """A folder that may not be listed."""
    path.mkdir(mode=0)


ODD: tuple[tuple[str, Callable[[Path], None], str], ...] = (
    ("seeds/odd.txt", pipe, "no ordinary file"),
    ("seeds/odd.html", device, "no ordinary file"),
    ("seeds/odd.txt", door, "no ordinary file"),
    ("seeds/odd", up, "a link"),
    ("seeds/odd.txt", itself, "a link"),
    ("seeds/odd.txt", unreadable, "cannot be read"),
    ("seeds/odd", unlisted, "cannot be read"),
    ("seeds/odd", deep, ""),
    ("seeds/lighthouse.toml", pipe, "no ordinary file"),
    ("seeds/lighthouse.toml", device, "no ordinary file"),
    ("seeds/lighthouse.toml", unreadable, "cannot be read"),
    ("content/stories/odd.md", pipe, "no ordinary file"),
    ("content/images/odd.png", pipe, ""),
)
"""What may lie about that is no file, where, how it is made, and what is said of it ("": nothing need be)."""


def odd_files(scale: Scale, folder: Path) -> Row:
    """Everything else is published, and what is odd is named with what it is."""
    prepared = prepare()
    chosen = ODD if scale is Scale.WHOLE else ODD[::5]
    lost: list[str] = []
    for name, make, said in chosen:
        site = prepared.renew()
        path = site / name
        path.parent.mkdir(exist_ok=True)
        make(path)
        code, printed = run(site)
        shown = any(path.name in line and said in line for line in printed.splitlines())
        if code or "Traceback" in printed or "IT HANGS" in printed or (said and not shown):
            lost.append(f"{make.__name__} at {name}: {code} {printed[-300:]}")
        if not any("quay wall" in page.read_text("utf-8") for page in (site / "output").rglob("*.html")):
            lost.append(f"{make.__name__} at {name}: other stories are not published")
        path.rename(folder / "away") if path.is_dir() and not path.is_symlink() else path.unlink()
        lost += [f"{make.__name__} at {name}: {fault}" for fault in prepared.unmended()]
        if (folder / "away").exists():
            (folder / "away").chmod(0o755)
            subprocess.run(["rm", "-rf", folder / "away"], check=True)
    return Row(len(chosen), tuple(lost), "each is named, and nobody waits for it")


def judged(prepared: Prepared, code: int, printed: str, seen: Counter[str]) -> Iterator[str]:
    """What is wrong after a build that could not do something. Where it ends with 0 it has made the new site all the
    same; else the old one stands, and one message says why."""
    yield from prepared.lost()
    served = prepared.served()
    said = [line for line in printed.splitlines() if line.startswith("copydesk: ") or "CRITICAL" in line]
    seen[f"told, the {served} site stands" if code else f"built, the {served} site stands"] += 1
    if "IT HANGS" in printed or code < 0:
        yield f"it hangs or dies ({code}): {printed[-300:]}"
    elif code and ("Traceback" in printed or len(said) != 1):
        yield f"ended with {code} and no clear message: {printed[-400:]}"
    elif code and served != "old":
        yield f"ended with {code}, and the site is {served}"
    elif not code and served != "new":
        yield f"ended with 0, and the site is {served}: {printed[-300:]}"


def row(tried: int, lost: list[str], seen: Counter[str], void: str = "") -> Row:
    """The row of an experiment with what was seen how often."""
    return Row(tried, tuple(lost), ", ".join(f"{count} {how}" for how, count in sorted(seen.items())), void)


EXPERIMENTS = (
    Experiment("disk: errors at calls", errors_at_calls),
    Experiment("disk: full, at 50 sizes", full_disk),
    Experiment("disk: files that may not grow, at 50 sizes", small_files),
    Experiment("disk: too many open files", few_handles),
    Experiment("disk: folders that may not be written to", closed_folders),
    Experiment("disk: pipes, devices, loops and the unreadable", odd_files),
)
