"""Stories as they appear in lists, and on their own page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import chain, repeat
from typing import Any
from urllib.parse import urlsplit

from copydesk.site.frame import direction, shortened
from copydesk.site.record import StoryRecord
from copydesk.site.values import Card, Link, StoryPage

WORDS_A_MINUTE = 230
"""How fast people read news silently (Brysbaert 2019 finds 238 for English non-fiction)."""


TEASER = 160
"""Characters of a teaser: about as long as a standfirst."""


@dataclass(slots=True)
class Cards:
    """The cards of a site's stories. Each is made once; ``settings`` say which of their links lead to a page."""

    settings: dict[str, Any]
    _made: dict[int, Card] = field(default_factory=dict)

    def of(self, article: Any) -> Card:
        """The card of one of Pelican's articles."""
        key = id(article)
        if key not in self._made:
            self._made[key] = self._make(article, article.copydesk)
        return self._made[key]

    def all(self, articles: Iterable[Any]) -> tuple[Card, ...]:
        """Their cards, in the same order."""
        return tuple(self.of(article) for article in articles)

    def teased(self, article: Any) -> Card:
        """The card with the story's first words, for the few places that show them: a list that does not show them need
        not change when they do."""
        return replace(self.of(article), teaser=shortened(article.copydesk.summary, TEASER) or None)

    def _make(self, article: Any, story: StoryRecord) -> Card:
        return Card(
            path=article.url.lstrip("/"),
            headline=story.headline,
            standfirst=story.standfirst,
            authors=self.authors(article, story),
            publisher=self.publisher(article, story),
            section=self.link("CATEGORY", story.section, article.category) if story.section else None,
            published=story.published,
            language=story.language,
            direction=direction(story.language),
            minutes=max(1, round(story.words / WORDS_A_MINUTE)),
            withdrawn=story.withdrawal is not None,
        )

    def authors(self, article: Any, story: StoryRecord) -> tuple[Link, ...]:
        """The authors, each with a link to the list of what they wrote."""
        return self._links("AUTHOR", story.authors, getattr(article, "authors", ()))

    def publisher(self, article: Any, story: StoryRecord) -> Link | None:
        """The publisher, with a link to the list of what it published."""
        name = story.origin.publisher
        return self.link("PUBLISHER", name, getattr(article, "publisher", None)) if name else None

    def tags(self, article: Any, story: StoryRecord) -> tuple[Link, ...]:
        """The tags."""
        return self._links("TAG", story.tags, getattr(article, "tags", ()))

    def _links(self, kind: str, names: Iterable[str], wrappers: Iterable[Any]) -> tuple[Link, ...]:
        """A link for each name; the last of very many have no wrapper."""
        return tuple(self.link(kind, *pair) for pair in zip(names, chain(wrappers, repeat(None)), strict=False))

    def link(self, kind: str, label: str, wrapper: Any) -> Link:
        """A name, with the path of its page if it has one. A withdrawn or drafted story's names may have none."""
        listed = wrapper is not None and bool(self.settings.get(f"{kind}_SAVE_AS")) and getattr(wrapper, "listed", True)
        return Link(label, path=wrapper.url.lstrip("/") if listed else None)

    def page(self, article: Any, newer: Any, older: Any) -> StoryPage:
        """The story's own page; its neighbours are articles, or ``None``."""
        story: StoryRecord = article.copydesk
        origin = story.origin
        return StoryPage(
            card=self.of(article),
            body=story.body,
            partial=story.partial,
            updated=story.updated,
            tags=self.tags(article, story),
            note=story.note,
            corrections=story.corrections,
            withdrawal=story.withdrawal,
            original=origin.original,
            original_host=host(origin.original),
            original_publisher=origin.original_publisher,
            publisher_home=origin.publisher_home,
            licence=origin.licence,
            licence_url=origin.licence_url,
            terms=origin.terms,
            credit=origin.credit,
            agency=origin.agency,
            dateline=story.dateline,
            via=origin.via,
            retrieved=origin.retrieved,
            archived=origin.archived,
            image=story.picture.path if story.picture else None,
            image_alt=story.picture.alt if story.picture else None,
            image_width=story.picture.width if story.picture else None,
            image_height=story.picture.height if story.picture else None,
            account=story.account,
            newer=self.of(newer) if newer else None,
            older=self.of(older) if older else None,
        )


def host(address: str | None) -> str | None:
    """The host of an absolute address without "www.", as it is sent: a name in another script as punycode, so that it
    cannot pass for one it is not."""
    try:
        name = urlsplit(address or "").hostname or ""
    except ValueError:  # brackets around what is no address
        return None
    try:
        name = name.encode("idna").decode("ascii")
    except UnicodeError:  # no name that could be sent
        name = name.encode("ascii", "backslashreplace").decode("ascii")
    return name.removeprefix("www.") or None
