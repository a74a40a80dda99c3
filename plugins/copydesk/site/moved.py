"""What stands at addresses the site once had: the way to where their story is now."""

from __future__ import annotations

from functools import partial
from typing import Any

from pelican.generators import Generator, PelicanTemplateNotFound

from copydesk.site.entries import fold
from copydesk.site.kept_lists import kept_list
from copydesk.site.press import KEY, Press
from copydesk.site.taxonomy import all_articles_of
from copydesk.site.values import Link


class MovedGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Runs last: every address of the register at which nothing stands gets a page that leads on."""

    def generate_output(self, writer: Any) -> None:
        """Note where this build's stories are; ask the writer for a page at each old address of theirs."""
        press: Press = self.settings[KEY]
        targets = {}
        for article in all_articles_of(self.context):
            press.published[article.save_as] = article.copydesk.guid
            targets[article.copydesk.guid] = Link(article.copydesk.headline, path=article.url.lstrip("/"))
        for address, owner in press.published.items():
            targets.setdefault(owner, Link(name_of(owner), path=address))
        taken = {fold(path) for path in press.published}
        write = partial(writer.write_file, relative_urls=self.settings["RELATIVE_URLS"])
        template = self._template()
        for address, owner in sorted(press.register.owners.items()):
            stands = fold(address) in taken or address in press.entries
            # A list that is gone has kept its page, or the site has no pages of such lists any more.
            if template is not None and not stands and (kept_list(owner) is None or owner in targets):
                write(address, template, self.context, target=targets.get(owner), url=address)

    def _template(self) -> Any:
        """The theme's template for such pages, ``None`` where it has none."""
        try:
            return self.get_template("moved")
        except PelicanTemplateNotFound:
            return None


def name_of(owner: str) -> str:
    """What people call the owner of an address: an edition by its number, a list by its name."""
    kept = kept_list(owner)
    return kept.name if kept else owner.split(" ")[1] if " " in owner else owner
