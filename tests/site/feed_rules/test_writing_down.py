"""How feeds write down moments, languages, addresses and wounded text, case by case."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urljoin

import pytest
from copydesk.site.feeds import uris
from copydesk.site.feeds.items import language_of, printable
from copydesk.site.feeds.mending import rfc_822
from copydesk.site.feeds.uris import ascii_uri, is_plain
from hypothesis import given
from hypothesis import strategies as st


@pytest.mark.parametrize(
    ("moment", "written"),
    [
        ("2025-03-02T12:00:00+05:30", "Sun, 02 Mar 2025 12:00:00 +0530"),
        ("2025-03-02T12:00:00+05:45", "Sun, 02 Mar 2025 06:15:00 +0000"),
        ("2025-03-02T12:00:00-00:25", "Sun, 02 Mar 2025 12:25:00 +0000"),
        ("0001-01-01T00:00:00+12:45", "Mon, 01 Jan 0001 00:00:00 +1245"),
    ],
)
def test_a_moment_of_rss_keeps_its_zone_where_validators_know_it(moment: str, written: str) -> None:
    assert rfc_822(datetime.fromisoformat(moment)) == written


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        *(("en", "en"), ("zh-Hans", "zh-Hans"), ("gsw", "gsw"), ("x-klingon", "und"), ("Latin", "und")),
        *(("yue-HK", "zh-yue-HK"), ("arz", "ar-arz"), ("zh-yue", "zh-yue")),
    ],
)
def test_a_language_is_one_of_iso_639_or_undetermined(tag: str, written: str) -> None:
    assert language_of(tag) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a \N{REPLACEMENT CHARACTER} b", "a ? b"),
        ("next\x85line\x9f", "next line"),
        ("\x00\x1f\x7f\ud800\ufdd0\ufffe\U0010ffff", ""),
        ("\t\n\r ~\xa0\ue000\U0001f6a2", "\t\n\r ~\xa0\ue000\U0001f6a2"),
    ],
)
def test_a_wounded_text_is_one_that_xml_takes(text: str, written: str) -> None:
    assert printable(text) == written


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("https://a.example/x[1]?y[]=2#z#", "https://a.example/x%5B1%5D?y%5B%5D=2#z%23"),
        ("http://[2001:db8::1]:8080/%zz", "http://[2001:db8::1]:8080/%25zz"),
        ("https://ä.example/ä", "https://xn--4ca.example/%C3%A4"),
        ("https://straße.example/", "https://xn--strae-oqa.example/"),
        ("http://0x7f.1:8080/x", "http://127.0.0.1:8080/x"),
        ("http://[::ffff:1.2.3.4]/", "http://[::ffff:1.2.3.4]/"),
        ("http://1.2.3.256/", None),
        ("http://[v1.a]/", None),
        ("https://a b.example/", None),
        ("https://a%20b.example/", None),
        ("https://a.example%40evil.example/", None),
    ],
)
def test_an_address_is_of_the_characters_of_a_uri(address: str, written: str | None) -> None:
    assert ascii_uri(address) == written


@given(st.from_regex(uris._PLAIN, fullmatch=True))
def test_a_plain_address_is_written_as_it_is(address: str) -> None:
    """Looked at closely it would be the same, and from wherever it is linked."""
    assert is_plain(address)
    assert uris._written(address) == address
    for base in ("https://a.example/b/c.html", "http://a.example/b/", ""):
        assert urljoin(base, address) == address
