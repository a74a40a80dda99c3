"""The names of a story that Pelican makes lists of. Their slugs are settled once all stories are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from pelican.contents import Author, Category, Tag

from copydesk.site.harmless import press_safe
from copydesk.site.hooks.publishers import PublisherName
from copydesk.site.stories.record import StoryRecord
from copydesk.site.stories.slugs import plain_slug

MOST_NAMES = 100
"""Authors, and tags, of one story that have lists of their own. All are shown and credited; a list for each of two
thousand, with two thousand names in each, would be the end of a build."""


@dataclass(slots=True)
class Names:
    """Names by kind, as Pelican knows them: each is made once, however many stories have it."""

    settings: Mapping[str, Any]
    _made: dict[tuple[Any, str, str | None], Any] = field(default_factory=dict)

    def of(self, record: StoryRecord) -> dict[str, Any]:
        """The names of a story, as attributes of its article."""
        names: dict[str, Any] = {}
        if record.authors:
            names["authors"] = [self._named(Author, name) for name in record.authors[:MOST_NAMES]]
        if record.section:
            names["category"] = self._named(Category, record.section)
        if record.tags:
            names["tags"] = [self._named(Tag, name) for name in record.tags[:MOST_NAMES]]
        if record.origin.publisher:
            names["publisher"] = self._named(PublisherName, record.origin.publisher, record.origin.publisher_key)
        return names

    def _named(self, kind: Any, name: str, key: str | None = None) -> Any:
        if (kind, name, key) not in self._made:
            wrapper = named(kind, name, self.settings)
            if kind is PublisherName:
                wrapper.key, wrapper.address = key, key or name
            self._made[kind, name, key] = wrapper
        return self._made[kind, name, key]


def named(kind: Any, name: str, settings: Mapping[str, Any]) -> Any:
    """One of Pelican's names with the slug it has until all are known; ``address`` is what its slug is made from."""
    wrapper = kind(press_safe(name), settings)
    wrapper.plain = wrapper.address = name
    wrapper.slug = plain_slug(name) or "unnamed"
    return wrapper
