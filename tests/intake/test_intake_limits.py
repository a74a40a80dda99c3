"""No file slows the run without bound: past a limit it is held."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from copydesk import intake
from copydesk.errors import HeldError
from copydesk.model import Limits, RawDocument


def held(text: str, limits: Limits) -> str:
    with pytest.raises(HeldError) as error:
        intake.read(RawDocument("a.txt", text.encode()), limits)
    return error.value.problem


def test_a_large_file_is_held() -> None:
    assert "1,000 bytes" in held("a" * 1000, Limits(bytes=999))


def test_a_long_line_is_held_and_named() -> None:
    assert "line 2 has 80 characters" in held("short\n" + "a" * 80, Limits(line=79))


def test_many_lines_are_held() -> None:
    assert "more than 9 blocks" in held("a\n" * 10, Limits(blocks=9))


def test_many_blocks_of_a_page_are_held() -> None:
    assert "more than 9 blocks" in held("<html>" + "<p>a</p>" * 10, Limits(blocks=9))
    assert "more than 9 blocks" in held("<html>" + "<p hidden>a</p>" * 10, Limits(blocks=9))
    assert "more than 9 blocks" in held("<html>" + "<img alt=a>" * 10, Limits(blocks=9))


@pytest.mark.parametrize("tags", ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<div><p>"])
def test_deep_nesting_is_held_before_parsing(tags: str) -> None:
    assert "deep" in held("<html>" + tags * 100_000 + "x", Limits())


def test_formatting_repeated_in_every_paragraph_is_held() -> None:
    opened = "".join(f"<b id={number}>" for number in range(1_500))
    assert "deep" in held("<html>" + opened + "<p>x" * 100_000, Limits())


def test_void_and_closed_elements_are_not_nesting() -> None:
    page = "<html>" + "<p>one<br>two<img src=a><div>three</div>" * 3_000
    assert len(intake.read(RawDocument("a.html", page.encode()))[0].blocks) == 6_000


@pytest.mark.data
def test_every_pathological_input_ends() -> None:
    folder = Path(os.environ.get("COPYDESK_DATA") or Path(__file__).resolve().parents[3] / "shared")
    for line in (folder / "corpora" / "pathological.jsonl").read_text("utf-8").splitlines():
        text = str(eval(json.loads(line)["payload"], {"n": 5_000}))
        for frame in ("{}", "<html><body>{}", "# A\n\n* b\n\n{}"):
            try:
                intake.read(RawDocument("a.txt", frame.replace("{}", text).encode()))
            except HeldError as error:
                assert error.advice
