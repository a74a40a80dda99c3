"""docs/command.md names every command, option and exit code."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

from copydesk.cli import exits
from copydesk.cli.arguments import parser
from copydesk.cli.story_json import EMPTY_ROW, row, whole
from copydesk.model import Metadata, Story

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "command.md").read_text(encoding="utf-8")


def test_every_command_and_option_is_documented() -> None:
    (commands,) = [action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)]
    assert commands.choices
    for name, command in commands.choices.items():
        assert f"`copydesk {name}" in PAGE
        for option in (option for action in command._actions for option in action.option_strings):
            assert option in ("-h", "--help") or f"`{option}" in PAGE or f" {option}" in PAGE, option


def test_every_exit_code_is_documented() -> None:
    codes = {value for name, value in vars(exits).items() if name.isupper() and isinstance(value, int)}
    assert {int(code) for code in re.findall(r"^\| (\d+) \|", PAGE, re.MULTILINE)} == codes


def test_every_member_of_the_json_is_documented() -> None:
    story = Story("urn:uuid:1", "a", "b", None, "text", "utf-8", 1, Metadata(), (), (), (), (), ())
    named = set(re.findall(r"`(\w+)`", PAGE))
    assert {*whole(story), *row(story), *EMPTY_ROW} <= named
