"""The search page: what can be chosen on it, and whether there is an index to ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from copydesk.settings import Settings
from copydesk.site.search.making import program
from copydesk.site.showing.frame import index_links, plain
from copydesk.site.showing.list_values import SearchPage
from copydesk.site.tongue import Tongue

BUNDLE = "pagefind/"
"""Where the index stands on the site."""


def search_page(settings: Settings, context: Mapping[str, Any], tongue: Tongue) -> SearchPage:
    """The page with its filters: the sections, publishers and years there are, and the lists for who has no script."""
    articles = context["articles"]
    return SearchPage(
        bundle=BUNDLE if is_ready(settings, len(articles)) else None,
        sections=names(context.get("categories", ())),
        publishers=names(context.get("publishers", ())),
        years=tuple(sorted({str(article.copydesk.moment.year) for article in articles}, reverse=True)),
        lists=index_links(dict(context), tongue),
    )


def is_ready(settings: Settings, stories: int) -> bool:
    """Whether this build makes an index of so many stories."""
    limit = settings.machines.search_limit
    return settings.machines.search and stories > 0 and (limit is None or stories <= limit) and program() is not None


def names(lists: Any) -> tuple[str, ...]:
    """The names that stories are listed under, in the order of the alphabet."""
    return tuple(sorted((plain(wrapper) for wrapper, _ in lists), key=lambda name: (name.casefold(), name)))
