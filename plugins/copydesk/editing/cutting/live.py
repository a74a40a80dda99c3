"""Whether a page says of itself that it was written as things happened."""

from __future__ import annotations

from copydesk.editing.desk import Desk
from copydesk.editing.shapes import folded
from copydesk.model import Draft


def is_live_by_data(draft: Draft) -> bool:
    """Whether the page's structured data calls it a live page."""
    return any(said.endswith("liveblogposting") for said in draft.says)


def says_live(draft: Draft, desk: Desk) -> bool:
    """Whether the page's data or one of its titles says that it is live: "Liveblog: the dike at Hemmoor"."""
    titles = (folded(clue.value) for clue in draft.clues if clue.fact == "headline")
    return is_live_by_data(draft) or any(phrase in title for title in titles for phrase in desk.words.live_phrases)
