"""Tags of a saved page that no word announces: links under the story that lead to the site's pages of tags."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import length
from copydesk.editing.story import start_of_story
from copydesk.model import Block, Clue, Draft

LINKED: Final = 0.9
"""The share of its characters in links from which a block holds nothing else."""
MOST_TAGS, TAG_WORDS = 12, 5
"""Tags of the longest list that is one of a story, and the words of the longest tag; a cloud of all the site's tags, or
titles of other stories, have more."""
_TAG_PAGE: Final = re.compile(
    r"/(?:tags?|topics?|keywords?|hashtags?|labels?|etiquetas?|temas?|schlagwort|schlagworte|themen|thema|sujets?"
    r"|mots-cles|argomenti|teg|tegi|metki|avainsana|avainsanat|etiket|etiketler|konu)/[^/]+/?$",
    re.IGNORECASE,
)
"""The end of the path of a page that lists the stories under one tag, as systems for blogs and papers build it."""


def lift_tag_links(draft: Draft, desk: Desk) -> Draft:
    """Lift the tags under a saved story that are links to the pages of these tags: "harbour ferries"."""
    if any(clue.fact == "tag" for clue in draft.clues):
        return draft
    begin = start_of_story(draft.blocks)
    found = {at: tags for at, block in enumerate(draft.blocks) if at > begin and (tags := _tags_of(block))}
    clues = [Clue("tag", tag, "tag line", draft.blocks[at].place) for at, tags in found.items() for tag in tags]
    if not 0 < len({clue.value for clue in clues}) <= MOST_TAGS:
        return draft
    return cut(draft, "lift_tag_links", dict.fromkeys(found, Verdict("list of tags", "furniture")), clues)


def _tags_of(block: Block) -> tuple[str, ...]:
    """The tags of a block that holds nothing but links to pages of tags."""
    if block.markup is None or block.markup.link_density < LINKED:
        return ()
    links = [span for span in block.spans if span.href]
    tags = tuple(text for span in links if 0 < length(text := span.text.strip(" #,·|")) <= TAG_WORDS)
    return tags if len(tags) == len(links) and all(_leads_to_tag(span.href) for span in links) else ()


def _leads_to_tag(href: str | None) -> bool:
    try:
        path = urlsplit(href or "").path
    except ValueError:
        return False
    return _TAG_PAGE.search(path[-120:]) is not None and path.rstrip("/").count("/") <= 4
