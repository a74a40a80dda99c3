"""``python -m copydesk.site.serve``: build the site, serve it on this machine, build again when something changes.

Every build is a process of its own, so that changed settings count at once and a build that fails ends nothing but
itself. While it runs, the site as it was is served. Browsers that show a page load it anew when the site has changed,
and show what went wrong where a build failed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from watchfiles import watch

from copydesk.site.serving.builder import Builder
from copydesk.site.serving.handler import HOST, serve
from copydesk.site.serving.inputs import Inputs, Stamps, inputs_of
from copydesk.site.serving.live import Live, News, state_of

PORT = 8000

LAST_PORT = 65535

ROUNDS = 3
"""Builds in a row, at most: a first one may write stories, a second then finds nothing to write."""

GLANCE = 1000
"""Milliseconds between two looks at the files that lie in no watched folder."""

PAUSE = 50
"""Milliseconds without a change after which a build begins: saving one file is often several changes."""


def settle(inputs: Inputs, build: Callable[[], object], before: Stamps) -> Stamps:
    """Build, from the state ``before``, until a build finds the site as the one before left it; the state that the last
    one began from. A build writes stories itself, and someone may save a file while it runs: both show as a difference.
    What is saved during the last of some rounds is seen as a change by whoever watches."""
    built = before
    for _ in range(ROUNDS):
        built = before
        build()
        before = inputs.stamps()
        if before == built:
            break
    return built


def rebuild_forever(inputs: Inputs, build: Callable[[], object], stamps: Stamps, reload: Callable[[], object]) -> None:
    """Build whenever something differs from ``stamps``, until interrupted; ``reload`` first where it is the program."""
    folders = [folder for folder in inputs.folders if folder.is_dir()]
    unseen = True  # what was saved before the watch began brings no event
    for changes in watch(*folders, watch_filter=None, yield_on_timeout=True, rust_timeout=GLANCE, step=PAUSE):
        now = inputs.stamps() if unseen else inputs.after(stamps, [Path(path) for _, path in changes])
        unseen = False
        if now != stamps:
            if inputs.changes_code(stamps, now):
                reload()
            stamps = settle(inputs, build, now)


def build_and_tell(builder: Builder, output: Path, live: Live) -> None:
    """Build once, and tell every browser what came of it: of a site that stands at once."""
    outcome = builder.build(lambda site: live.tell(News(site)))
    live.tell(News(outcome.site or state_of(output), outcome.fault))


def port_number(text: str) -> int:
    """A port. Raises ArgumentTypeError, which argparse prints, for what is none."""
    if not text.isdecimal() or int(text) > LAST_PORT:
        raise argparse.ArgumentTypeError(f"{text!r} is no port: give a number from 0 to {LAST_PORT}")
    return int(text)


def main(arguments: Sequence[str] | None = None) -> int:
    """The program."""
    about = "Build, serve, and build on change."
    parser = argparse.ArgumentParser(prog="copydesk", usage=argparse.SUPPRESS, description=about)
    parser.add_argument("--settings", type=Path, default=Path("pelican.conf.py"), help="the settings file")
    parser.add_argument("--port", type=port_number, default=PORT, help="where to listen (0 takes any free port)")
    chosen = parser.parse_args(arguments)
    settings = chosen.settings.resolve()
    inputs, output = inputs_of(settings)
    live = Live()
    try:
        server = serve(output, chosen.port, live)
    except OSError as error:
        advice = f"Name another: make serve PORT={PORT + 1}, or --port"
        sys.stderr.write(f"copydesk: cannot listen on port {chosen.port} ({error.strerror}). {advice}\n")
        return 1
    builder = Builder(settings)
    build = partial(build_and_tell, builder, output, live)
    try:
        stamps = settle(inputs, build, inputs.stamps())
        sys.stderr.write(f"http://{HOST}:{server.server_port}/ (Ctrl-C ends it)\n")
        rebuild_forever(inputs, build, stamps, builder.restart)
    except KeyboardInterrupt:
        return 0
    finally:
        builder.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
