"""The web manifest: how the site is called and which icon it has when someone keeps it on a home screen.

Every address in it is relative to itself, so it is right under any base path (https://www.w3.org/TR/appmanifest/).
"""

from __future__ import annotations

import json

from copydesk.site.entries import Entry, digest_of
from copydesk.site.values import Site

MANIFEST = "manifest.webmanifest"

ICONS = (("icon.svg", "any", "image/svg+xml"), ("icon.png", "180x180", "image/png"))
"""The theme's icons: file, sizes, media type."""

SHORT = 12
"""Characters that a home screen shows under an icon."""


def manifest_entry(site: Site, icons: str) -> Entry:
    """The manifest of a site whose icons lie in the folder ``icons``."""
    text = json.dumps(manifest(site, icons), ensure_ascii=False, indent=1) + "\n"
    return Entry(MANIFEST, digest_of(MANIFEST, text), lambda: text.encode("utf-8", "replace"))


def manifest(site: Site, icons: str) -> dict[str, object]:
    """The manifest as JSON has it."""
    return {
        "name": site.name,
        "short_name": site.name if len(site.name) <= SHORT else site.name[:SHORT].rpartition(" ")[0] or site.name,
        "description": site.subtitle,
        "lang": site.language,
        "start_url": ".",
        "display": "browser",
        "icons": [{"src": f"{icons}/{name}", "sizes": sizes, "type": kind} for name, sizes, kind in ICONS],
    }
