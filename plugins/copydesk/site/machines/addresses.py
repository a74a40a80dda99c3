"""Absolute addresses, which machines need where pages link relatively."""

from __future__ import annotations

from urllib.parse import quote

from copydesk.site.values import Site

INDEX = "index.html"


def absolute(site: Site, path: str | None) -> str | None:
    """The address of a path of the site, "" for its front page; ``None`` for no path, and where the site knows no
    address of its own. The page a folder opens with has the folder's address."""
    if path is None or not site.url:
        return None
    folder, slash, name = path.rpartition("/")
    return f"{site.url}/{quote(folder + slash if name == INDEX else path, safe='/~!$&()*+,;=:@%-._')}"
