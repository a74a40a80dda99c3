"""Editions as Pelican's generators make things: gathered once all stories are read, then asked for page by page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from pelican.generators import Generator, PelicanTemplateNotFound

from copydesk.batch import clock
from copydesk.errors import StoryFileError
from copydesk.site.feeds.dating import Clock
from copydesk.site.issues import editions
from copydesk.site.issues.edition_files import EditionFile, edition_paths, read_edition
from copydesk.site.issues.issuing import EditionSources, Past, by_calendar, by_hand
from copydesk.site.printing.press import KEY, Press
from copydesk.site.registers.issued import Issued
from copydesk.site.showing.front import in_order


class EditionsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Puts ``editions`` into the context, newest first, and makes a page of each and the index of all."""

    @property
    def press(self) -> Press:
        """The build."""
        press: Press = self.settings[KEY]
        return press

    def settle(self) -> None:
        """Give each edition its stories and its number, once it is known what the feeds tell of. What is wrong with a
        file is reported."""
        articles, files = stories_of(self.context["articles"]), tuple(self._files())
        stories = editions.names((*articles, *stories_of(self.context.get("hidden_articles", ()))))
        drafts, placed = self._drafts(EditionSources(articles, stories, files))
        self.press.issued = Issued(placed, self._joined(placed))
        self.press.faults.extend(editions.unknown_stories(drafts, stories))
        changed = self.press.issued.changed(self.press.told)
        place = str(self.settings["EDITION_SAVE_AS"])
        made = editions.editions(drafts, self.press.register.editions(), stories, place)
        self.context["editions"] = [
            editions.led(each, in_order(each.articles, each.ordered, self.context), changed.get(each.key))
            for each in made
        ]

    def _drafts(self, sources: EditionSources) -> tuple[list[editions.Draft], Mapping[str, str]]:
        rhythm = editions.rhythm_of(self.settings.get("COPYDESK_EDITIONS"))
        known = self.press.known_issues.editions
        if rhythm is None:
            return [], known
        too_old = {row.guid for row in self.press.told.values() if row.is_late}
        past = Past(known, too_old, clock.now().date() if self.press.settings.normalize else None)
        return by_hand(sources, past) if rhythm == "by hand" else by_calendar(rhythm, sources, past)

    def _joined(self, placed: Mapping[str, str]) -> Mapping[str, datetime]:
        """When stories joined editions that were out already, those of this build with a moment no story has."""
        known = self.press.known_issues
        out = set(known.editions.values())
        new = [guid for guid, key in placed.items() if guid not in known.editions and key in out]
        if not new or not self.press.settings.normalize:
            return known.joined
        taken = Clock(clock.now())
        for row in self.press.told.values():
            taken.keep(row.updated)
        return {**known.joined, **dict.fromkeys(new, taken.own(clock.now()))}

    def _files(self) -> Iterator[EditionFile]:
        content = Path(self.settings["PATH"]).absolute()
        for path in edition_paths(content):
            try:
                yield read_edition(path, content)
            except StoryFileError as error:
                self.press.faults.append(str(error))

    def generate_output(self, writer: Any) -> None:
        """Ask the writer for the pages, as far as the theme has templates for them."""
        write = partial(writer.write_file, relative_urls=self.settings["RELATIVE_URLS"])
        page, index = self._template("edition"), self._template("editions")
        for edition in self.context["editions"] if page else ():
            self.press.published[edition.path] = edition.owner
            write(edition.path, page, self.context, edition=edition, template_name="edition", url=edition.path)
        saved = self.settings.get("EDITIONS_SAVE_AS", "editions.html")
        if index and saved and self.context["editions"]:
            write(saved, index, self.context, template_name="editions", page_name="editions", url=saved)

    def _template(self, name: str) -> Any:
        """The theme's template, ``None`` where it has none."""
        try:
            return self.get_template(name)
        except PelicanTemplateNotFound:
            return None


def stories_of(articles: Iterable[Any]) -> list[Any]:
    """The articles that are stories of ours; those of other readers stand in no edition."""
    return [article for article in articles if hasattr(article, "copydesk")]
