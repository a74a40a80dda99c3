"""Pages of running text: those written by hand, and the one for addresses that do not exist."""

from __future__ import annotations

from typing import Any

from markupsafe import Markup

from copydesk.site.frame import title_of
from copydesk.site.values import TextPage

NOT_FOUND = TextPage(
    heading="Page not found",
    body=Markup(
        "<p>There is no page at this address. It may have moved, or the link that led here is wrong. "
        "The front page and the archive list every story of this site.</p>"
    ),
)


def text_page(page: Any) -> TextPage:
    """A page written by hand, as Pelican read it."""
    return TextPage(title_of(page), Markup(page.content))
