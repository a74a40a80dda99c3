"""``robots.txt``: what is asked of crawlers, and where the sitemaps are (RFC 9309)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from copydesk.site.entries import Entry, digest_of
from copydesk.site.machines.addresses import absolute
from copydesk.site.machines.sitemaps import NEWS, SITEMAP
from copydesk.site.values import Site

ROBOTS = "robots.txt"

_NAME = re.compile(r"[^A-Za-z0-9_.*/ -]")
"""What a crawler's name never holds; a line end in a setting must not become a rule of its own."""


def robots_entry(site: Site, unwelcome: Iterable[str]) -> Entry:
    """The file for a site that asks the ``unwelcome`` crawlers, named as they name themselves, to stay out."""
    text = robots_text(site, tuple(unwelcome))
    return Entry(ROBOTS, digest_of(ROBOTS, text), text.encode)


def robots_text(site: Site, unwelcome: tuple[str, ...]) -> str:
    """The rules: everyone may come, but for those who may not; then the sitemaps, if the site knows its address."""
    lines = ["User-agent: *", "Disallow:", ""]
    if unwelcome:
        lines += [f"User-agent: {_NAME.sub('', name)}" for name in unwelcome] + ["Disallow: /", ""]
    lines += [f"Sitemap: {absolute(site, name)}" for name in (SITEMAP, NEWS) if site.url]
    return "\n".join(lines).rstrip("\n") + "\n"
