"""Entries: nothing leaves the output, nothing is written twice, one bad page never stops the others."""

from __future__ import annotations

import logging

import pytest
from copydesk.site.entries import Entries, Entry, PathRefusedError, checked, digest_of
from copydesk.site.values import Link
from hypothesis import given
from hypothesis import strategies as st


def entry(path: str, text: str = "") -> Entry:
    return Entry(path, digest_of(text), text.encode)


def texts(entries: Entries) -> dict[str, str]:
    return {kept.path: kept.render().decode() for kept in entries}


@pytest.mark.parametrize(
    "path", ["", "/etc/passwd", "../x", "a/../../x", "a//b", "./a", "a/", "a\\b", "a\0b", "a\nb", "a" * 300, "é" * 150]
)
def test_a_path_that_is_no_file_inside_the_output_is_refused(path: str) -> None:
    with pytest.raises(PathRefusedError):
        checked(path)


@given(st.text(max_size=40))
def test_a_path_that_is_taken_stays_inside(path: str) -> None:
    try:
        parts = checked(path).split("/")
    except PathRefusedError:
        return
    assert all(part not in ("", ".", "..") for part in parts)


def test_the_first_of_two_stays_and_the_second_is_reported(caplog: pytest.LogCaptureFixture) -> None:
    entries = Entries()
    with caplog.at_level(logging.ERROR):
        assert entries.add(entry("a.html", "first"))
        assert not entries.add(entry("A.html", "second"))
    assert texts(entries) == {"a.html": "first"}
    assert "wanted by two pages" in caplog.text


def test_an_override_replaces_what_was_there_and_stays() -> None:
    entries = Entries()
    entries.add(entry("a.html", "first"))
    entries.add(entry("a.html", "override"), override=True)
    entries.add(entry("a.html", "third"))
    assert texts(entries) == {"a.html": "override"}


def test_a_file_and_a_folder_cannot_have_one_name() -> None:
    entries = Entries()
    entries.add(entry("a/b.html"))
    assert not entries.add(entry("a"))
    entries.add(entry("c"))
    assert not entries.add(entry("c/d.html"))
    assert set(texts(entries)) == {"a/b.html", "c"}


def test_a_digest_tells_values_apart() -> None:
    digests = [digest_of("ab", "c"), digest_of("a", "bc"), digest_of("abc"), digest_of(b"abc"), digest_of(Link("abc"))]
    assert len(set(digests)) == len(digests)
    assert digest_of(Link("a", path="b")) == digest_of(Link("a", path="b"))
