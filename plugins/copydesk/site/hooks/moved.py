"""What stands at addresses the site once had: the way to where their story is now."""

from __future__ import annotations

from functools import cached_property, partial
from typing import Any

from pelican.generators import Generator, PelicanTemplateNotFound

from copydesk.site.entries import fold
from copydesk.site.hooks.kept_lists import kept_list
from copydesk.site.hooks.taxonomy import all_articles_of
from copydesk.site.printing.press import KEY, Press
from copydesk.site.registers.register import list_of
from copydesk.site.showing.frame import INDEXES, index_path
from copydesk.site.values import Link


class MovedGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Runs last: every address of the register at which nothing stands gets a page that leads on."""

    @property
    def press(self) -> Press:
        """The build."""
        press: Press = self.settings[KEY]
        return press

    def generate_output(self, writer: Any) -> None:
        """Note where this build's stories are; ask the writer for a page at each old address of theirs."""
        targets = {}
        for article in all_articles_of(self.context):
            self.press.published[article.save_as] = article.copydesk.guid
            targets[article.copydesk.guid] = Link(article.copydesk.headline, path=article.url.lstrip("/"))
        for address, owner in self.press.published.items():
            targets.setdefault(owner, Link(name_of(owner), path=address))
        write = partial(writer.write_file, relative_urls=self.settings["RELATIVE_URLS"])
        template = self._template()
        for address, owner in self._vacant.items() if template else ():
            is_list = kept_list(owner) is not None or list_of(owner) is not None
            target = self._list(owner) if list_of(owner) else targets.get(owner)
            # A list that is gone has kept its page, or the site has no pages of such lists any more.
            if target or not is_list:
                write(address, template, self.context, target=target, url=address)

    @cached_property
    def _vacant(self) -> dict[str, str]:
        """The addresses at which this build has put nothing so far, and whose they are."""
        taken = {fold(path) for path in self.press.published}
        return {
            address: owner
            for address, owner in sorted(self.press.register.owners.items())
            if fold(address) not in taken and address not in self.press.entries
        }

    def _list(self, owner: str) -> Link | None:
        """The list that an address is a page of, or the one above that list; ``None`` where none is there."""
        path, passed = list_of(owner), set[str]()
        while path in self._vacant and path not in passed:
            passed.add(path)
            path = list_of(self._vacant[path])
        if path is None or path in self._vacant or path not in self.press.entries:
            return None
        return Link(self._names.get(path, path), path=path)

    @cached_property
    def _names(self) -> dict[str, str]:
        """What lists are called, by their path."""
        say = self.press.rules.tongue.say
        indexes = {index_path(self.context, name): say(label) for name, label in INDEXES}
        archives = {address: say("Archive") for address, owner in self.press.published.items() if list_of(owner)}
        lists = {address: name_of(owner) for address, owner in self.press.published.items() if kept_list(owner)}
        return {**archives, **indexes, **lists}

    def _template(self) -> Any:
        """The theme's template for such pages, ``None`` where it has none."""
        try:
            return self.get_template("moved")
        except PelicanTemplateNotFound:
            return None


def name_of(owner: str) -> str:
    """What people call the owner of an address: an edition by its number, a list by its name."""
    kept = kept_list(owner)
    if kept:
        return kept.name
    return owner.split(" ")[1] if " " in owner else owner
