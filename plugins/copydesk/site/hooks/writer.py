"""The one writer: Pelican's generators call it for every page and feed, and it only collects entries.

The signatures are Pelican's. Pagination, overrides and the signals mean what they mean with Pelican's own writer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property, partial
from pathlib import Path
from typing import Any

from jinja2 import Template
from pelican.paginator import Paginator
from pelican.plugins import signals
from pelican.writers import Writer

from copydesk.site import entries
from copydesk.site.entries import Entry, digest_of
from copydesk.site.feeds import opml, xml
from copydesk.site.feeds.addresses import OPML, SINGLE, placed
from copydesk.site.feeds.archives import Archives, Main, archives_of, mains_of
from copydesk.site.feeds.items import FeedDocument, Image
from copydesk.site.feeds.making import Asked, feed_digest, house_of
from copydesk.site.feeds.notices import notice_items
from copydesk.site.feeds.printing import Printer
from copydesk.site.hooks.calls import LocalContext, PageCall, announcement, page_variables
from copydesk.site.machines.listing import listed
from copydesk.site.machines.shots import shots_of
from copydesk.site.printing.light_items import LightFeedMaker, copied
from copydesk.site.printing.press import KEY, Press, measure
from copydesk.site.printing.rendering import encoded, rendered
from copydesk.site.printing.templates import Set
from copydesk.site.registers.register import page_of
from copydesk.site.search.placing import leaves
from copydesk.site.showing.archive import archive_of
from copydesk.site.showing.cards import Cards
from copydesk.site.showing.colours import NAME
from copydesk.site.showing.frame import frame_of
from copydesk.site.showing.indexes import feed_groups
from copydesk.site.showing.pages import sheets
from copydesk.site.showing.related import related_of
from copydesk.site.showing.sheets import PageMaker, Request, Sheet, page_digest
from copydesk.site.stage.frozen import content_digest


class CollectingWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Pelican's writer, which collects instead of writing."""

    _content: str | None = None

    def __init__(self, *given: Any, **more: Any) -> None:
        super().__init__(*given, **more)
        self._bases: dict[str, str] = {}
        self._renders: dict[str, Callable[..., bytes]] = {}

    @property
    def press(self) -> Press:
        """The build this writer collects for."""
        press: Press = self.settings[KEY]
        return press

    # --- pages --------------------------------------------------------------------------------------------------------

    def write_file(  # noqa: PLR0913  # Pelican's signature
        self,
        name: str,
        template: Template,
        context: dict[str, Any],
        relative_urls: bool = False,
        paginated: Mapping[str, Any] | None = None,
        template_name: str | None = None,
        override_output: bool = False,
        url: str | None = None,
        **kwargs: Any,
    ) -> None:
        """Collect a page, or each page of a paginated list. Parameters are Pelican's (`pelican.writers.Writer`)."""
        if not name:
            return
        call = PageCall(name, template, template_name, context, relative_urls, url or name, kwargs)
        for entry in self.page_entries(call, paginated):
            if self.press.entries.add(entry, override=override_output):
                self.press.ahead.take(entry)
            if entry.path != call.path:
                self.press.published[entry.path] = page_of(call.path)

    def page_entries(self, call: PageCall, paginated: Mapping[str, Any] | None) -> Iterator[Entry]:
        """The entries that a call of Pelican's asks for: one page, or every page of a list."""
        self.press.leaves.extend(leaves(call))
        found = self.sheets(call)
        if found is None:
            yield from map(self.listed_entry, self.pages(call, paginated))
        else:
            yield from (self.values_entry(replace(call, path=sheet.path), sheet) for sheet in found)

    def pages(self, call: PageCall, paginated: Mapping[str, Any] | None) -> Iterator[PageCall]:
        """The call as it is, or one call per page of the lists it has."""
        lists = {key: call.kwargs[key] for key in ("articles", "dates") if key in call.kwargs}
        lists = lists if paginated is None else dict(paginated)
        templates = self.settings["PAGINATED_TEMPLATES"]
        if not lists or call.template_name not in templates:
            yield call
            return
        size = templates[call.template_name] or self.settings["DEFAULT_PAGINATION"]
        paginators = {key: Paginator(call.path, call.url, value, self.settings, size) for key, value in lists.items()}
        first = next(iter(paginators.values()))
        for number in range(1, first.num_pages + 1):
            kwargs = {**call.kwargs, **page_variables(paginators, number)}
            yield replace(call, path=first.page(number).save_as, kwargs=kwargs)

    def sheets(self, call: PageCall) -> Iterable[Sheet] | None:
        """The pages that are rendered from frozen page values; ``None`` where the theme takes Pelican's context."""
        maker = self.maker(call.context)
        if not self.press.theme.takes_values(call.template):
            return None
        return sheets(maker, Request(call.path, call.name, {**call.context, **call.kwargs}))

    def values_entry(self, call: PageCall, made: Sheet) -> Entry:
        """A page that depends on its values, its templates and the frame, and on nothing else."""
        self.press.listed.extend(listed(call, made))
        values = made.values
        basis, name = self.basis(call.template), call.template.name or ""
        render = self._renders.setdefault(name, partial(rendered, call.template))
        sheet = entries.Sheet(name, values, basis)
        return Entry(call.path, page_digest(basis, values), render, announcement(LocalContext(call)), sheet)

    def basis(self, template: Set) -> str:
        """The digest of what the pages of a template depend on beside their values, made once."""
        key = template.name or ""
        if key not in self._bases:
            self._bases[key] = digest_of(self.press.frame, self.press.templates.of(template), self.site)
        return self._bases[key]

    @cached_property
    def site(self) -> str:
        """The digest of what is the same on every page."""
        return digest_of(self.press.site)

    def listed_entry(self, call: PageCall) -> Entry:
        """A page of a theme that takes Pelican's context, for sitemaps to list."""
        self.press.listed.extend(listed(call, None))
        return self.context_entry(call)

    def context_entry(self, call: PageCall) -> Entry:
        """A page of a theme that takes Pelican's context: it may depend on any content, so its digest holds it all."""
        local = LocalContext(call)
        local.settle_links()
        self.press.foreign = True
        digest = digest_of(self.press.frame, self.press.templates.of(call.template), call.path, self.content(call))
        return Entry(call.path, digest, lambda: encoded(call.template.render(local.variables())), announcement(local))

    def maker(self, context: dict[str, Any]) -> PageMaker:
        """What makes page values, once all lists are known."""
        made = self.press.maker
        if made is None:
            tongue = self.press.rules.tongue
            own = (NAME,) if self.press.colours else ()
            styles = (*self.press.theme.stylesheets, *own)
            frame = frame_of(context, styles, self.press.settings.notice, tongue)
            archive = archive_of(context["articles"], context, tongue)
            self.press.site, self.press.page_frame = frame.site, frame
            related = related_of(context["articles"])
            machines = self.press.settings.machines
            self.press.shots = shots_of(frame.site.name, machines, len(context["articles"]))
            own_settings, shots = self.press.settings, self.press.shots
            made = PageMaker(frame, Cards(self.settings), archive, related, own_settings, shots, self.press.kin)
            self.press.maker = made
        return made

    def content(self, call: PageCall) -> str:
        """The digest of all content of the build."""
        if self._content is None:
            self._content = content_digest(call.context, self.settings["PATH"])
        return self._content

    # --- feeds --------------------------------------------------------------------------------------------------------

    def write_feed(  # noqa: PLR0913  # Pelican's signature
        self,
        elements: list[Any],
        context: dict[str, Any],
        path: str | None = None,
        url: str | None = None,
        feed_type: str = "atom",
        override_output: bool = False,
        feed_title: str | None = None,
    ) -> Any:
        """Collect a feed. Parameters are Pelican's, with "json" as a further ``feed_type``. Without a path the feed is
        only made and returned; else what is returned is the feed's frozen value."""
        if path:
            path, url = placed(path, url or path)
        (document,) = self.feeds_of(elements, [Asked(feed_type, url or "", feed_title)], feed_title)
        if not path:
            return self.generated(document, context)
        self.add_feed(path, document, context, override=override_output)
        return document

    def write_feeds(
        self, elements: list[Any], context: dict[str, Any], places: Mapping[str, tuple[str, str]], subject: str
    ) -> None:
        """Collect the feeds of a list in all of its formats, each at (path, address)."""
        asked = [Asked(kind, url, subject) for kind, (_, url) in places.items()]
        for (path, _), document in zip(places.values(), self.feeds_of(elements, asked, subject), strict=True):
            self.add_feed(path, document, context)

    def feeds_of(self, elements: list[Any], asked: Iterable[Asked], subject: str | None) -> Iterator[FeedDocument]:
        """The feeds of a list in some formats: the same items in all of them."""
        items, gone = self.feeds.newest(elements), self.feeds.taken_down(subject)
        for each in asked:
            main = self.mains.get(each.path)
            relations = self.archives.before(main, self.feeds) if main else ()
            yield self.feeds.document(each, items, tombstones=gone, relations=relations)

    def write_archives(self, articles: Iterable[Any], context: dict[str, Any]) -> None:
        """Collect the archive documents of the main feeds."""
        listed = {article.copydesk.guid: article for article in articles}
        for path, document in self.archives.documents(self.mains.values(), self.feeds, listed):
            self.add_feed(path, document, context)

    def write_single(self, name: str, places: Mapping[str, tuple[str, str]], context: dict[str, Any]) -> None:
        """Collect the feeds of editions or those of corrections, each at (path, address)."""
        tongue = self.press.rules.tongue
        if name == "EDITION":
            items = self.feeds.edition_items(context["editions"], tongue)
        else:
            items = notice_items(self.feeds, context["articles"], tongue)
        for kind, (path, url) in places.items():
            self.add_feed(path, self.feeds.document(Asked(kind, url, tongue.say(SINGLE[name])), items), context)

    def write_lists(self, context: dict[str, Any]) -> None:
        """Collect the lists of feeds for other software."""
        house = self.feeds.house
        own = opml.outlines_of_feeds(feed_groups(context, self.press.rules.tongue), house.domain.base.rstrip("/"))
        theirs = opml.outlines_of_publishers(self.press.settings.house.publishers)
        for name, title, outlines in (("feeds", house.name, own), ("publishers", f"Sources of {house.name}", theirs)):
            path = self.settings.get(OPML[name])
            if path and outlines:  # a list without a line is no OPML
                digest = digest_of(self.press.frame, "opml", title, outlines)
                self.press.entries.add(Entry(str(path), digest, partial(opml.serialized, title, outlines)))

    def add_feed(self, path: str, document: FeedDocument, context: dict[str, Any], *, override: bool = False) -> None:
        """Collect one feed."""
        digest = feed_digest(self.press.frame, self.feeds, document)

        def pieces() -> Sequence[bytes]:
            if document.kind == "json" or not signals.feed_generated.receivers:
                return self.printer.pieces(document)
            return (xml.serialized(self.generated(document, context), document.kind),)

        def announce(written: Path) -> None:
            signals.feed_written.send(str(written), context=context, feed=document)

        self.printer.expect(document)
        entry = Entry(path, digest, lambda: b"".join(pieces()), announce, feed=document, pieces=pieces)
        self.press.entries.add(entry, override=override)

    def generated(self, document: FeedDocument, context: dict[str, Any]) -> Any:
        """The feed as feedgen knows it, after other plugins have seen it."""
        feed = xml.generator(document, document.items, self.measure)
        signals.feed_generated.send(context, feed=feed)
        return feed

    def measure(self, image: Image) -> int:
        """The bytes of a published picture."""
        return measure(self.press, image.path)

    @cached_property
    def printer(self) -> Printer:
        """What prints the feeds of this build."""
        made = Printer(self.measure, copied)
        self.press.ground.held.callback(made.close)
        return made

    @cached_property
    def feeds(self) -> LightFeedMaker:
        """What makes the feeds of this build, once everything is read."""
        return LightFeedMaker(house_of(self.settings), self.press.told, self.press.withdrawn)

    @cached_property
    def archives(self) -> Archives:
        """The months of the main feeds."""
        return archives_of(self.press.told)

    @cached_property
    def mains(self) -> dict[str, Main]:
        """The main feeds by their addresses."""
        return {main.url: main for main in mains_of(self.settings)}
