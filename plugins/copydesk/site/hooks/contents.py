"""What a story of ours is as one of Pelican's content objects."""

from __future__ import annotations

from functools import partial
from typing import Any

from markupsafe import Markup


def adapt(content: Any) -> None:
    """Right after Pelican has made a content object of one of our files: its HTML is final, and nobody is credited
    whom the file does not name."""
    if not hasattr(content, "copydesk"):
        return
    content.get_content = partial(final_html, content)
    content.refresh_metadata_intersite_links = nothing
    if not content.copydesk.authors and hasattr(content, "author"):
        del content.author, content.authors  # the site's AUTHOR, whom Pelican takes for the author of everything


def final_html(content: Any, siteurl: str) -> Markup:
    """The HTML as the reader made it, marked as safe for themes that escape. Pelican is left no links to find in it,
    wherever the site stands: through that search a text could have files of this machine published."""
    return Markup(content._content)


def nothing() -> None:
    """There are no links in the fields of a story to bring up to date."""
