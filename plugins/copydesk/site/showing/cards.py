"""Stories as they appear in lists, and on their own page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import chain, repeat
from typing import Any

from copydesk.site.showing.faces import Leads, card_of
from copydesk.site.showing.light import LightRecord, light_card
from copydesk.site.stories.record import StoryRecord
from copydesk.site.values import Card, Link

TEASER = 160
"""Characters of a teaser: about as long as a standfirst."""


@dataclass(slots=True)
class Cards:
    """The cards of a site's stories. Each is made once; ``settings`` say which of their links lead to a page."""

    settings: dict[str, Any]
    _made: dict[int, Card] = field(default_factory=dict)
    _links: dict[tuple[int, str], Link] = field(default_factory=dict)

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
        story, leads = article.copydesk, replace(self.leads(article), room=TEASER)
        if isinstance(story, LightRecord):
            return light_card(story, leads)
        return card_of(story.face, leads)

    def _make(self, article: Any, story: StoryRecord) -> Card:
        leads = self.leads(article)
        if isinstance(story, LightRecord):
            return light_card(story, leads)
        return card_of(story.face, leads)

    def leads(self, article: Any) -> Leads:
        """Where the card of an article leads."""
        story: StoryRecord = article.copydesk
        publisher, section = story.origin.publisher, story.section
        return Leads(
            path=article.url.lstrip("/"),
            authors=self._linked("AUTHOR", story.authors, getattr(article, "authors", ())),
            publisher=self.link("PUBLISHER", publisher, getattr(article, "publisher", None)) if publisher else None,
            section=self.link("CATEGORY", section, article.category) if section else None,
        )

    def tags(self, article: Any) -> tuple[Link, ...]:
        """The tags, each with a link to the list of its stories."""
        return self._linked("TAG", article.copydesk.tags, getattr(article, "tags", ()))

    def _linked(self, kind: str, names: Iterable[str], wrappers: Iterable[Any]) -> tuple[Link, ...]:
        """A link for each name; the last of very many have no wrapper."""
        return tuple(self.link(kind, *pair) for pair in zip(names, chain(wrappers, repeat(None)), strict=False))

    def link(self, kind: str, label: str, wrapper: Any) -> Link:
        """A name, with the path of its page if it has one. A withdrawn or drafted story's names may have none."""
        key = (id(wrapper), label)
        if wrapper is None or key not in self._links:
            listed = wrapper is not None and self.settings.get(f"{kind}_SAVE_AS") and getattr(wrapper, "listed", True)
            link = Link(label, path=wrapper.url.lstrip("/") if listed else None)
            if wrapper is None:
                return link
            self._links[key] = link
        return self._links[key]
