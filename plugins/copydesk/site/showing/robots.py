"""What search engines are told of a story's page."""

from __future__ import annotations

from copydesk.site.stories.record import StoryRecord

UNLISTED = "noindex, follow"
"""Read the links, but do not show the page in results."""


def robots(story: StoryRecord, *, drafted: bool = False) -> str | None:
    """The robots meta element's content, ``None`` for none.

    A full copy of a publisher's story without a licence is not indexed: the advice of search engines for syndicated
    news, which prefers this to a canonical address on another site.
    """
    full_copy = story.copied and story.policy == "full" and not story.licensed
    return UNLISTED if drafted or story.withdrawal is not None or full_copy else None
