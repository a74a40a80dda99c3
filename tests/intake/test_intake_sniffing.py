"""What a file holds is told from its content, whatever its name."""

from __future__ import annotations

import pytest
from copydesk import intake
from copydesk.errors import HeldError
from copydesk.model import RawDocument

PAGE = "<!DOCTYPE html>\n<html><head><title>T</title></head><body><p>Harbour opens.</p></body></html>"
DUMP = "Harbour opens\n\nThe harbour opened on Monday, said the mayor.\n"


@pytest.mark.parametrize(
    "text",
    [
        PAGE,
        "\n\n<?xml version='1.0' encoding='utf-8'?>\n" + PAGE,
        "<!-- saved from url=(0014)about:internet -->\n<!-- " + "x" * 30_000 + " -->\n" + PAGE,
        "<html><p>Harbour",
        "\r\n\t\r\n<!DOCTYPE>\n<!--[if lt IE 7 ]> <html><![endif]-->\n" + "\n" * 99 + "<p>One.</p>\n",
        "<div><p>One.</p><p>Two.</p></div>",
        "<p>One.</p>\n<p>Two.</p>\n<p>Three <a href='/x'>link</a>.</p>",
    ],
)
def test_a_page_saved_as_text_is_a_page(text: str) -> None:
    assert intake.read(RawDocument("a.txt", text.encode()))[0].format == "html"


@pytest.mark.parametrize(
    "text",
    [
        DUMP,
        "Use <b>bold</b> sparingly\n\nA page has a <head> and a <body>.\n\nThat is all.\n",
        "<noscript><p>Please upgrade</p></noscript>\n" + DUMP * 30,
        "< 5 % of seats were empty\n",
        "Date: Monday\nFrom: the harbour\n\nShips arrived.\n",
    ],
)
def test_a_dump_saved_as_page_is_a_dump(text: str) -> None:
    assert intake.read(RawDocument("a.html", text.encode()))[0].format == "text"


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "empty"),
        (b"\xef\xbb\xbf \r\n\n", "empty"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0JFIF", "JPEG"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"PK\x03\x04....", "office"),
        (b"\x1f\x8b\x08", "gzip"),
        (b"bplist00\xd1", "Safari"),
        (b"story.txt".ljust(257, b"\x00") + b"ustar\x0000\nThe harbor reopened.\n", "tar archive"),
        (b"\x00\x00\x00\x18ftypmp42", "video"),
        (b"WARC/1.0\r\nWARC-Type: response\r\n", "WARC"),
        (b"<nitf><head>", "news wire"),
    ],
)
def test_what_cannot_be_read_is_held_with_what_it_is(data: bytes, what: str) -> None:
    with pytest.raises(HeldError, match=what) as held:
        intake.read(RawDocument("seed.html", data))
    assert held.value.subject == "seed.html"
    assert held.value.advice


@pytest.mark.parametrize(
    "prolog", ["<!-- a -->" * 3_000, "<?a b?>\n" * 500, "<!DOCTYPE rss [<!ENTITY a 'b'>]>\n<!-- - -- -->"]
)
def test_a_feed_is_known_behind_a_prolog_of_any_length(prolog: str) -> None:
    with pytest.raises(HeldError, match="no items"):
        intake.read(RawDocument("a.xml", f"{prolog}<rss version='2.0'><channel></channel></rss>".encode()))
