"""Lists that were published and have no story any more: their page stays, and their feeds stay, empty and valid.

A section, tag, author or publisher may lose its last story. Whoever subscribed to its feed must not get an error, and
the next story under that name must reach them. So the register of addresses holds a line for each list, with the kind,
the slug and the name:

    tag/ports.html	list TAG ports Ports
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from pelican.contents import Author, Category, Tag
from pelican.generators import Generator, PelicanTemplateNotFound

from copydesk.frozen import value
from copydesk.site.feeds.addresses import MEDIA_TYPES, setting
from copydesk.site.feeds.items import printable
from copydesk.site.harmless import press_safe
from copydesk.site.hooks.publishers import PublisherName
from copydesk.site.printing.press import KEY, Press
from copydesk.site.showing.frame import plain
from copydesk.site.showing.indexes import LISTS
from copydesk.text import squeeze

KINDS: Mapping[str, Any] = {"CATEGORY": Category, "PUBLISHER": PublisherName, "AUTHOR": Author, "TAG": Tag}
"""What names of a group are for Pelican."""

OWNER = "list"
"""How the owner of a list's address begins."""


@value(frozen=True, slots=True)
class KeptList:
    """A list by its group (a key of `KINDS`), its slug, and its name for people."""

    group: str
    slug: str
    name: str

    @property
    def owner(self) -> str:
        """The owner of the list's address, as the register writes it."""
        return f"{OWNER} {self.group} {self.slug} {self.name}"


def kept_list(owner: str) -> KeptList | None:
    """The list that owns an address, ``None`` where something else does."""
    parts = owner.split(" ", 3)
    if len(parts) < 4 or parts[0] != OWNER or parts[1] not in KINDS:
        return None
    return KeptList(*parts[1:])


class KeptListsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Notes the lists of this build, and asks for what is left of those it has not."""

    def generate_output(self, writer: Any) -> None:
        """The page and the feeds of every list that was published and is no more."""
        press: Press = self.settings[KEY]
        current = {}
        for kept, wrapper in self._lists():
            press.published.update(dict.fromkeys(self._address(kept, wrapper), kept.owner))
            current[kept.group, kept.slug] = kept
        gone = {}
        for once in filter(None, map(kept_list, press.register.owners.values())):
            if (once.group, once.slug) not in current:
                gone[once.group, once.slug] = once
        for once in gone.values():
            self._keep(writer, once)

    def _lists(self) -> Iterator[tuple[KeptList, Any]]:
        for group, (listed, _) in LISTS.items():
            for wrapper, _ in self.context.get(listed, ()):
                yield KeptList(group, wrapper.slug, squeeze(printable(plain(wrapper)))), wrapper

    def _address(self, kept: KeptList, wrapper: Any) -> Iterator[str]:
        """What stands for the list in the register: its page, else the first of its feeds."""
        feeds = (setting(self.settings, f"{kept.group}_FEED", kind) for kind in MEDIA_TYPES)
        paths = [str(wrapper.save_as)] if self.settings.get(f"{kept.group}_SAVE_AS") else []
        paths += [place[0].format(slug=kept.slug) for place in feeds if place]
        yield from paths[:1]

    def _keep(self, writer: Any, kept: KeptList) -> None:
        name = KINDS[kept.group](press_safe(kept.name), self.settings)
        name.plain = name.address = kept.name
        name.slug = kept.slug
        if self.settings.get(f"{kept.group}_SAVE_AS"):
            self._page(writer, kept.group.lower(), name)
        for kind in MEDIA_TYPES:
            place = setting(self.settings, f"{kept.group}_FEED", kind)
            if place:
                path, url = (part.format(slug=kept.slug) for part in place)
                writer.write_feed([], self.context, path, url, feed_type=kind, feed_title=kept.name)

    def _page(self, writer: Any, kind: str, name: Any) -> None:
        write = partial(writer.write_file, relative_urls=self.settings["RELATIVE_URLS"])
        try:
            template = self.get_template(kind)
        except PelicanTemplateNotFound:
            return
        lists = {"articles": [], "dates": [], "template_name": kind, "page_name": name.page_name, kind: name}
        write(name.save_as, template, self.context, url=name.url, **lists)
