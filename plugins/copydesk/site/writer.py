"""The one writer: Pelican's generators call it for every page and feed, and it only collects entries.

The signatures are Pelican's. Pagination, overrides and the signals mean what they mean with Pelican's own writer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import Template
from pelican.paginator import Paginator
from pelican.plugins import signals
from pelican.writers import Writer

from copydesk.site.archive import archive_of
from copydesk.site.calls import LocalContext, PageCall, announcement, encoded, page_variables
from copydesk.site.cards import Cards
from copydesk.site.colours import NAME
from copydesk.site.entries import Entry, digest_of
from copydesk.site.feeds import jsonfeed, xml
from copydesk.site.feeds.items import FeedDocument
from copydesk.site.feeds.making import feed_document
from copydesk.site.frame import frame_of
from copydesk.site.frozen import content_digest
from copydesk.site.machines.listing import listed
from copydesk.site.machines.shots import shots_of
from copydesk.site.pages import sheets
from copydesk.site.press import KEY, Press
from copydesk.site.related import related_of
from copydesk.site.search.placing import leaves
from copydesk.site.sheets import PageMaker, Request, Sheet, Values


class CollectingWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """Pelican's writer, which collects instead of writing."""

    _maker: PageMaker | None = None
    _content: str | None = None

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
            self.press.entries.add(entry, override=override_output)

    def page_entries(self, call: PageCall, paginated: Mapping[str, Any] | None) -> Iterator[Entry]:
        """What comes of a call: a page, or each page of its list."""
        self.press.leaves.extend(leaves(call))
        found = self.sheets(call)
        if found is None:
            yield from map(self.listed_entry, self.pages(call, paginated))
        else:
            yield from (self.values_entry(replace(call, path=sheet.path), sheet.values) for sheet in found)

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

    def values_entry(self, call: PageCall, values: Values) -> Entry:
        """A page that depends on its values, its templates and the frame, and on nothing else."""
        self.press.listed.extend(listed(call, values))
        digest = digest_of(self.press.frame, self.press.templates.of(call.template), values)
        return Entry(call.path, digest, lambda: encoded(call.template.render(values)), announcement(LocalContext(call)))

    def listed_entry(self, call: PageCall) -> Entry:
        """A page of a theme that takes Pelican's context, for sitemaps to list."""
        self.press.listed.extend(listed(call, None))
        return self.context_entry(call)

    def context_entry(self, call: PageCall) -> Entry:
        """A page of a theme that takes Pelican's context: it may depend on any content, so its digest holds it all."""
        local = LocalContext(call)
        local.settle_links()
        digest = digest_of(self.press.frame, self.press.templates.of(call.template), call.path, self.content(call))
        return Entry(call.path, digest, lambda: encoded(call.template.render(local.variables())), announcement(local))

    def maker(self, context: dict[str, Any]) -> PageMaker:
        """What makes page values, once all lists are known."""
        if self._maker is None:
            tongue = self.press.rules.tongue
            own = (NAME,) if self.press.colours else ()
            styles = (*self.press.theme.stylesheets, *own)
            frame = frame_of(context, styles, self.press.settings.notice, tongue)
            archive = archive_of(context["articles"], context, tongue)
            self.press.site = frame.site
            related = related_of(context["articles"])
            machines = self.press.settings.machines
            self.press.shots = shots_of(frame.site.name, machines, len(context["articles"]))
            own_settings, shots = self.press.settings, self.press.shots
            self._maker = PageMaker(frame, Cards(self.settings), archive, related, own_settings, shots, self.press.kin)
        return self._maker

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
        document = feed_document(elements, context, feed_type, url or path or "", feed_title)
        if not path:
            return generated(document, context)
        digest = digest_of(self.press.frame, "feed", document)

        def render() -> bytes:
            if document.kind == "json":
                return jsonfeed.serialized(document)
            return xml.serialized(generated(document, context), document.kind)

        def announce(written: Path) -> None:
            signals.feed_written.send(str(written), context=context, feed=document)

        self.press.entries.add(Entry(path, digest, render, announce), override=override_output)
        return document


def generated(document: FeedDocument, context: dict[str, Any]) -> Any:
    """The feed as feedgen knows it, after other plugins have seen it."""
    feed = xml.generator(document)
    signals.feed_generated.send(context, feed=feed)
    return feed
