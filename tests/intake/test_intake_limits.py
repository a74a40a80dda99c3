"""No file slows the run without bound: past a limit it is held."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest
from copydesk import intake
from copydesk.errors import HeldError
from copydesk.intake.pages import html
from copydesk.model import Limits, RawDocument
from selectolax.lexbor import SelectolaxError


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


def test_a_page_of_more_tags_than_its_blocks_may_have_is_held_before_parsing(monkeypatch) -> None:
    monkeypatch.setattr(html, "LexborHTMLParser", None)
    assert "41 tags, more than the 36 allowed" in held("<html>" + "<img>" * 40, Limits(blocks=9))


@pytest.mark.parametrize("page", ["<p>{}</p>", "<ul><li>{}</ul>", "<p>a <b>b</b> {}"])
def test_a_long_paragraph_of_a_page_is_held(page: str) -> None:
    told = page.format("word " * 20)
    assert "characters, more than the 79 allowed" in held(f"<html>{told}", Limits(line=79))
    assert intake.read(RawDocument("a.html", f"<html>{told}".encode()), Limits(line=120))


def test_a_page_that_cannot_be_parsed_in_the_memory_there_is_takes_too_much(monkeypatch) -> None:
    def refuse(_: str) -> None:
        raise SelectolaxError("Can't parse HTML.")

    monkeypatch.setattr(html, "LexborHTMLParser", refuse)
    with pytest.raises(MemoryError):
        intake.read(RawDocument("a.html", b"<html><p>a"), Limits())


@pytest.mark.parametrize("tags", ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote>", "<div><p>"])
def test_deep_nesting_is_held_before_parsing(tags: str) -> None:
    assert "deep" in held("<html>" + tags * 50_000 + "x", Limits())


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
