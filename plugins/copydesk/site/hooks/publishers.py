"""Publishers as a list of Pelican's kind, beside its sections, tags and authors."""

from __future__ import annotations

import logging
from collections import defaultdict
from functools import partial
from typing import Any

from pelican.generators import Generator, PelicanTemplateNotFound
from pelican.urlwrappers import URLWrapper

from copydesk.model import Policy, Publisher
from copydesk.site.hooks.taxonomy import wrappers
from copydesk.site.printing.press import KEY, Press

logger = logging.getLogger(__name__)


class PublisherName(URLWrapper):  # type: ignore[misc]  # Pelican has no types
    """A publisher's name with its address, from PUBLISHER_URL and PUBLISHER_SAVE_AS. Pelican finds these settings by
    the class's name, hence `__name__` below. ``known`` is its entry in `sources.toml`, if it has one."""

    key: str | None = None
    """Its key in `sources.toml`, if it has one there."""
    known: Publisher | None = None
    policy: Policy = "full"


PublisherName.__name__ = "Publisher"


class PublishersGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Makes a page per publisher, the index of publishers, and the pages no other generator makes."""

    def generate_context(self) -> None:
        """Gather the stories of each publisher, ordered by slug."""
        gathered: dict[PublisherName, list[Any]] = defaultdict(list)
        for article in self.context["articles"]:
            for publisher in wrappers(article, "publisher"):
                if article not in gathered[publisher][-1:]:
                    gathered[publisher].append(article)
        for publisher in gathered:
            self._introduce(publisher, publisher.key)
        self.context["publishers"] = sorted(gathered.items(), key=lambda pair: str(pair[0].slug))

    def _introduce(self, publisher: PublisherName, key: str | None) -> None:
        press: Press = self.settings[KEY]
        publisher.known = press.rules.publishers.get(key or "")
        publisher.policy = (publisher.known and publisher.known.policy) or press.settings.policy

    def generate_output(self, writer: Any) -> None:
        """Ask the writer for the pages, as far as the theme has templates for them."""
        write = partial(writer.write_file, relative_urls=self.settings["RELATIVE_URLS"])
        template = self._template("publisher")
        for publisher, articles in self.context["publishers"] if template else ():
            write(
                publisher.save_as,
                template,
                self.context,
                publisher=publisher,
                articles=articles,
                dates=articles,
                template_name="publisher",
                page_name=publisher.page_name,
                url=publisher.url,
            )
        search = ("search",) if self.settings[KEY].settings.machines.search else ()
        for name in ("publishers", "corrections", "feeds", "404", *search):
            self._single(name, write)

    def _single(self, name: str, write: Any) -> None:
        """A page of which there is one, unless the site makes it as a direct template."""
        saved = self.settings.get(f"{name.upper()}_SAVE_AS", f"{name}.html")
        template = self._template(name)
        if saved and template is not None and name not in self.settings["DIRECT_TEMPLATES"]:
            write(saved, template, self.context, page_name=name, url=saved)

    def _template(self, name: str) -> Any:
        """The theme's template, ``None`` where it has none."""
        try:
            return self.get_template(name)
        except PelicanTemplateNotFound:
            return None
