"""Which addresses a scraped link may have, and how they are written."""

from __future__ import annotations

import pytest
from copydesk.writing.addresses import safe_href


@pytest.mark.parametrize(
    ("href", "written"),
    [
        ("mailto:a@b.example?subject=The quay&body=Pay&cc=c@d.example", "mailto:a@b.example?subject=The%20quay"),
        ("mailto:a%40b.example?Subject=100%25", "mailto:a@b.example?subject=100%25"),
        ("mailto:a@b.example?subject=x&subject=y", "mailto:a@b.example?subject=x"),
        ("mailto://a@b.example", "mailto:a@b.example"),
        ("mailto: a@b.example , c@d.example", "mailto:a@b.example,c@d.example"),
        ("mailto:a@b.example?subject=x%0D%0ABcc:%20c@d.example", "mailto:a@b.example"),
        ("mailto:?subject=x&body=https://a.example/", None),
        ("mailto:a@b.example%0D%0ABcc:c@d.example", None),
        ("mailto:a@b.example%3Fbcc=c@d.example", None),
        ("mailto:Ann Lee", None),
        ("mailto:a\u202e@b.example", None),
        ("mailto:a%E2%80%AE@b.example", None),
        ("mailto:", None),
        ("https://a.example/a b", "https://a.example/a%20b"),
        ("a/b.html", None),
        ("https://a.example/@ann?to=b@c.example", "https://a.example/@ann?to=b@c.example"),
        ("https://bank.example@evil.example/", None),
        ("http://admin:admin@192.168.1.1/", None),
        ("https://a.example\\@evil.example/", None),
    ],
)
def test_an_address_as_it_is_written(href: str, written: str | None) -> None:
    assert safe_href(href) == written
    assert safe_href(written) == written
