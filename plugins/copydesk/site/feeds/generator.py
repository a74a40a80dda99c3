"""The feeds that Pelican's generators do not ask for: JSON Feeds, those of names, corrections, archives, lists."""

from __future__ import annotations

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
            for each in self.context.get(LISTS[group][0], ()):
                self._list(writer, group, *each)
        for name in SINGLE:
            for kind in MEDIA_TYPES if single_feeds(self.context, name, "") else ():
                place = setting(self.settings, f"{name}_FEED", kind)
                if place:
                    writer.write_single(name, kind, place, self.context)
        writer.write_archives(articles, self.context)
        writer.write_lists(self.context)

    def _list(self, writer: Any, group: str, wrapper: Any, articles: Any) -> None:
        """The feeds of a list in every format, one behind the other: what its items say is then at hand."""
        for kind in MEDIA_TYPES:
            place = setting(self.settings, f"{group}_FEED", kind)
            if place:
                path, url = (part.format(slug=wrapper.slug) for part in place)
                writer.write_feed(articles, self.context, path, url, feed_type=kind, feed_title=plain(wrapper))
