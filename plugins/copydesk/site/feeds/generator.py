"""The feeds that Pelican's generators do not ask for: JSON Feeds, those of names, corrections, archives, lists."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pelican.generators import Generator

from copydesk.site.feeds.addresses import GROUPS, MAIN, MEDIA_TYPES, SINGLE, setting, single_feeds
from copydesk.site.showing.frame import plain
from copydesk.site.showing.indexes import LISTS


class FeedsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Asks the writer for each feed that the settings name."""

    def generate_output(self, writer: Any) -> None:
        """The JSON feeds of all stories, those of each list, the corrections, then what belongs to them."""
        articles = self.context["articles"]
        for name in MAIN:
            place = setting(self.settings, name, "json")
            if place:
                writer.write_feed(articles, self.context, *place, feed_type="json")
        for group in GROUPS:
            self._group(writer, group, self._places(group))
        for name in SINGLE:
            if single_feeds(self.context, name, ""):
                writer.write_single(name, self._places(name), self.context)
        writer.write_archives(articles, self.context)
        writer.write_lists(self.context)

    def _places(self, name: str) -> dict[str, tuple[str, str]]:
        """Where feeds of a kind are written, and their addresses, by format."""
        found = ((kind, setting(self.settings, f"{name}_FEED", kind)) for kind in MEDIA_TYPES)
        return {kind: place for kind, place in found if place}

    def _group(self, writer: Any, group: str, places: Mapping[str, tuple[str, str]]) -> None:
        """The feeds of each list of a group, if the settings name any."""
        for wrapper, articles in self.context.get(LISTS[group][0], ()) if places else ():
            here = {
                kind: (path.format(slug=wrapper.slug), url.format(slug=wrapper.slug))
                for kind, (path, url) in places.items()
            }
            writer.write_feeds(articles, self.context, here, plain(wrapper))
