"""The command line: what can be asked, in one place."""

from __future__ import annotations

import argparse
from pathlib import Path

DEFAULT_SETTINGS = Path("pelican.conf.py")


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command; ``module`` names the module of `copydesk.cli` that runs what was asked."""
    top = argparse.ArgumentParser(
        prog="copydesk",
        description="Raw article files in; clean, attributed stories out.",
        epilog="Exit codes: 0 all published, 3 something held, 1 a fault, 75 another build is at work, 2 wrong usage.",
    )
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument("--settings", type=Path, metavar="FILE", help="the settings file (pelican.conf.py)")
    commands = top.add_subparsers(required=True, metavar="COMMAND")
    _add_clean(commands, shared)
    _add_normalize(commands, shared)
    _add_explain(commands, shared)
    _add_diff(commands, shared)
    _add_merge(commands, shared)
    _add_check(commands, shared)
    _add_learn(commands, shared)
    _add_fetch(commands, shared)
    _add_ping(commands, shared)
    return top


Commands = argparse._SubParsersAction  # argparse gives its type no public name


def _add_clean(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    clean = commands.add_parser("clean", parents=[shared], help="clean files, to standard output; nothing is written")
    clean.set_defaults(module="cleaning")
    clean.add_argument("files", nargs="*", type=Path, metavar="FILE")
    clean.add_argument("--json", action="store_true", help="the whole story as JSON: facts, origins, cuts; one a line")
    clean.add_argument(
        "--jsonl", action="store_true", help="read JSON lines {id, html | text, url} from standard input"
    )
    clean.add_argument(
        "--batch", action="store_true", help="look at all documents first: what pages of a publisher share is no story"
    )
    _add_jobs(clean)


def _add_normalize(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    normalize = commands.add_parser("normalize", parents=[shared], help="make content/stories/ from seeds/")
    normalize.set_defaults(module="normalizing")
    normalize.add_argument(
        "--take",
        nargs="+",
        type=Path,
        default=[],
        metavar="STORY",
        help="replace these hand-edited stories by their new version; the old text is kept in .copydesk/replaced/",
    )
    _add_jobs(normalize)


def _add_explain(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    explain = commands.add_parser("explain", parents=[shared], help="show what was kept and cut of a file, and why")
    explain.set_defaults(module="explaining")
    explain.add_argument("file", type=Path, metavar="FILE")
    explain.add_argument("--html", action="store_true", help="as a page, raw and kept side by side")


def _add_diff(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    diff = commands.add_parser("diff", parents=[shared], help="what a hand changed, and what a new version would")
    diff.set_defaults(module="comparing")
    diff.add_argument("file", nargs="?", type=Path, metavar="STORY")


def _add_merge(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    merge = commands.add_parser("merge", parents=[shared], help="join a hand edit with the new version of its story")
    merge.set_defaults(module="merging")
    merge.add_argument("files", nargs="+", type=Path, metavar="STORY")


def _add_check(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    check = commands.add_parser("check", parents=[shared], help="list what needs the curator, with file and line")
    check.set_defaults(module="checking")
    check.add_argument("--json", action="store_true", help="one object a line")
    check.add_argument("--publish", action="store_true", help="only whether every seed has its current story")
    _add_jobs(check)


def _add_learn(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    learn = commands.add_parser("learn", parents=[shared], help="make a rule for its publisher of a story's hand edit")
    learn.set_defaults(module="learning")
    learn.add_argument("file", type=Path, metavar="STORY")
    learn.add_argument("--yes", action="store_true", help="write it without asking")


def _add_fetch(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    fetch = commands.add_parser("fetch", parents=[shared], help="get feeds from the network into seeds/, politely")
    fetch.set_defaults(module="fetching")
    fetch.add_argument(
        "lists", nargs="*", type=Path, metavar="OPML", help="lists of feeds (else those of sources.toml)"
    )


def _add_ping(commands: Commands[argparse.ArgumentParser], shared: argparse.ArgumentParser) -> None:
    ping = commands.add_parser("ping", parents=[shared], help="tell WebSub hubs which feeds changed, after a deploy")
    ping.set_defaults(module="pinging")
    ping.add_argument("--output", type=Path, default=Path("output"), metavar="FOLDER", help="the built site (output)")


def _add_jobs(command: argparse.ArgumentParser) -> None:
    command.add_argument("--jobs", type=_jobs, metavar="N", help="processes to use (one per core)")


def _jobs(text: str) -> int | None:
    if not (text.isascii() and text.isdigit()):
        raise argparse.ArgumentTypeError(f"{text!r} is no number of processes. Give 1 or more, or 0 for one per core")
    return int(text) or None
