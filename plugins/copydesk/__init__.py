"""Copydesk: raw article files in, clean and attributed stories, a site and its feeds out."""

from __future__ import annotations


def register() -> None:
    """Connect Copydesk to Pelican. The import waits until Pelican asks, so that the command works without it."""
    from copydesk.site.plugin import connect

    connect()
