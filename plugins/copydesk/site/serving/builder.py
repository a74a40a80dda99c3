"""The process that builds: it has loaded everything once, and every build is a copy of it.

A build begins with what is loaded, which is most of its time on a small site, and ends with its process: no build can
see what another left, and one that fails ends nothing but itself. Where processes cannot be copied, or not safely
(macOS, Windows), each build loads everything anew.
"""

from __future__ import annotations

import gc
import io
import logging
import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from multiprocessing.context import ForkContext, SpawnContext
from pathlib import Path
from typing import Any, TextIO

from copydesk.site.printing.rendering import Kit
from copydesk.site.serving.warmth import Warmth, kit_for
from copydesk.site.stage import frozen, grounds, resting, standing
from copydesk.site.stage.grounds import site_settings

COPIED = sys.platform == "linux"
"""Whether a process that has loaded libraries can safely be copied."""

CONTEXT: ForkContext | SpawnContext = (
    multiprocessing.get_context("fork") if COPIED else multiprocessing.get_context("spawn")
)
"""How the process of one build is made."""


PAUSE = 0.5
"""Seconds without a further build after which there is time to prepare the next."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended: the program's exit code, and what it said went wrong, ``None`` where nothing did; what its
    pages were rendered with; and the digest of the files of the site, ``None`` where it wrote none down."""

    code: int
    fault: str | None = None
    kit: Kit | None = None
    site: str | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """A build whose site stands, by the digest of its files, has still to write down what it knows."""

    site: str


class Builder:
    """Builds the site of a settings file, one build at a time. `restart` it when the program itself has changed."""

    def __init__(self, settings: Path) -> None:
        self._settings = settings
        self.restart()

    def restart(self) -> None:
        """Load everything anew."""
        self.close()
        context = multiprocessing.get_context("spawn")
        self._line, theirs = context.Pipe()
        self._process = context.Process(target=attend, args=(theirs, self._settings))
        self._process.start()
        theirs.close()

    def build(self, show: Callable[[str], object] = str) -> Outcome:
        """Build once. ``show`` is given the digest of the site's files, where they stand some time before the build is
        done and nothing went wrong until then."""
        try:
            self._line.send(None)
            while isinstance(said := self._line.recv(), Shown):
                show(said.site)
        except (EOFError, OSError):
            self.restart()
            return Outcome(1, "The process that builds has ended. It was started again; save something to build.")
        return said if isinstance(said, Outcome) else Outcome(1)

    def close(self) -> None:
        """End the process."""
        if hasattr(self, "_line"):
            self._line.close()
            self._process.join()


def attend(line: Connection, settings: Path) -> None:
    """In the process that builds: make a copy of itself for every message, until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's to answer; it closes the line
    os.chdir(settings.parent)
    warmth = Warmth()
    if COPIED:
        load()
    while _asked(line):
        warmth.check()
        gc.freeze()  # what is here stays: no build need look through it for what can go
        ours, theirs = multiprocessing.Pipe(duplex=False)
        child = CONTEXT.Process(target=build, args=(theirs, settings))
        child.start()
        theirs.close()
        try:
            while isinstance(outcome := ours.recv(), Shown):
                with suppress(OSError):
                    line.send(outcome)
        except EOFError:
            outcome = Outcome(1, "The build was ended before it was done.")
        with suppress(OSError):  # nobody waits for it any more
            line.send(replace(outcome, kit=None))
        child.join()
        if COPIED and not line.poll(PAUSE):
            warmth.keep(outcome.kit)


def _asked(line: Connection) -> bool:
    try:
        line.recv()
    except EOFError:
        return False
    return True


def load() -> None:
    """Import what every build needs, and find out what stays as long as this process does. What else is imported when
    it is used is left to the build: some of it has threads of its own, and a process with threads is not to be
    copied."""
    from pelican.log import console

    import copydesk.site.hooks.building
    import copydesk.site.hooks.writer
    import copydesk.site.reprinting.replating
    import copydesk.writing.front_matter.yaml_parser  # noqa: F401

    console.status("")  # what Pelican shows while it works is loaded when it is first asked for
    frozen.code_digest()
    for package in (*frozen.RENDERERS, *resting.LENDING):
        frozen.version_of(package)


def build(line: Connection, settings: Path) -> None:
    """One build, in a process of its own; its outcome goes down the line."""
    import pelican
    from pelican.plugins import signals

    signal.signal(signal.SIGINT, signal.default_int_handler)
    sys.stderr = said = Said(sys.stderr)
    faults = Faults()
    for name in ("copydesk", "pelican"):  # not the root: Pelican sets that up where nobody has
        logging.getLogger(name).addHandler(faults)
    code, heard = 0, Heard(lambda site: None if faults.lines else line.send(Shown(site)))
    signals.initialized.connect(heard)
    try:
        pelican.main(["--settings", str(settings)])
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    lines = [*faults.lines, *(said.lines if code else ())]
    said_wrong = "\n".join(dict.fromkeys(lines)) or ("The build failed." if code else None)
    line.send(outcome_of(code, said_wrong, heard.settings))


def outcome_of(code: int, said_wrong: str | None, settings: Mapping[str, Any] | None) -> Outcome:
    """The outcome of a build under some settings, ``None`` where it did not come to them."""
    if settings is None or code:
        return Outcome(code, said_wrong)
    known = standing.read(site_settings(dict(settings)).state)
    return Outcome(code, said_wrong, kit_for(settings), known.output if known else None)


class Heard:
    """Hears of the settings that a build begins with; puts in them who waits for the site."""

    settings: Mapping[str, Any] | None = None

    def __init__(self, waiting: Callable[[str], None]) -> None:
        self._waiting = waiting

    def __call__(self, pelican: Any) -> None:
        """A build has begun."""
        self.settings = pelican.settings
        pelican.settings[grounds.WAITING] = self._waiting


class Said(io.TextIOBase):
    """A stream that remembers what went through it."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self.lines: list[str] = []

    def write(self, text: str) -> int:
        """Pass it on."""
        self.lines.extend(text.splitlines())
        return self._stream.write(text)

    def flush(self) -> None:
        """Pass that on too."""
        self._stream.flush()


class Faults(logging.Handler):
    """Remembers what was logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep the message."""
        self.lines.append(record.getMessage())
