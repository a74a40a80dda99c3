"""Absolute addresses, which machines need where pages link relatively."""

from __future__ import annotations

import re
from urllib.parse import quote

from copydesk.site.values import Site

INDEX = "index.html"

SAFE = "/~!$&()*+,;=:@%-._"
"""What stands as it is in the path of an address, beside letters and figures."""

_PLAIN = re.compile(f"[A-Za-z0-9{re.escape(SAFE)}]*+")


def absolute(site: Site, path: str | None) -> str | None:
    """The address of a path of the site, "" for its front page; ``None`` for no path, and where the site knows no
    address of its own. The page a folder opens with has the folder's address."""
    if path is None or not site.url:
        return None
    folder, slash, name = path.rpartition("/")
    address = folder + slash if name == INDEX else path
    return f"{site.url}/{address if _PLAIN.fullmatch(address) else quote(address, safe=SAFE)}"
