"""Order and addresses, settled once all stories are read and before Pelican makes its lists.

Pelican reads files in an order that differs from run to run, lets two names share a page, and stops the whole build
where two pages want one file. Here everything gets one order, every name its own slug, every story its own address.
"""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from pelican.utils import order_content

from copydesk.site.entries import fold, shown
from copydesk.site.registers.register import Register
from copydesk.site.showing.archive import PERIODS
from copydesk.site.showing.frame import plain
from copydesk.site.stories.slugs import RESERVED, marked, slug_table

logger = logging.getLogger(__name__)

NAMES = ("author", "category", "tag", "publisher")
"""What Pelican and we make lists of."""

LISTED = {"": "articles", "hidden_": "hidden_articles", "drafts_": "drafts"}
"""Pelican's lists of stories, by what stands before its lists of their translations."""


def settle(generator: Any, register: Register) -> None:
    """Put the stories of an articles generator in order; give names their slugs and stories their addresses."""
    part_translations(generator)
    for name in ("articles", "hidden_articles", "drafts", "translations", "hidden_translations", "drafts_translations"):
        setattr(generator, name, ordered(getattr(generator, name), generator.settings["ARTICLE_ORDER_BY"]))
    everything = oldest_first(all_articles(generator))
    ours = [article for article in everything if hasattr(article, "copydesk")]
    names = [wrapper for kind in NAMES for wrapper in settle_names(kind, everything, generator.articles)]
    settle_addresses(ours, everything, names, generator.settings, register)


def part_translations(generator: Any) -> None:
    """Stories of ours are no translations of each other because their files have one name."""
    for kind, listed in LISTED.items():
        translations = getattr(generator, f"{kind}translations")
        originals = getattr(generator, listed)
        for article in (*originals, *translations):
            if hasattr(article, "copydesk"):
                article.translations = []
        originals += [article for article in translations if hasattr(article, "copydesk")]
        translations[:] = [article for article in translations if not hasattr(article, "copydesk")]


def all_articles(generator: Any) -> Iterator[Any]:
    """Every story, listed ones first."""
    return chain(
        generator.articles,
        generator.translations,
        generator.hidden_articles,
        generator.hidden_translations,
        generator.drafts,
        generator.drafts_translations,
    )


def all_articles_of(context: dict[str, Any]) -> Iterator[Any]:
    """Every story with an address that is meant to stay: in lists, out of them, withdrawn."""
    return chain(context["articles"], context.get("hidden_articles", ()))


def ordered(contents: list[Any], order_by: Any) -> list[Any]:
    """The contents as the setting orders them, equal ones by the path of their files."""
    settled = sorted(contents, key=lambda content: str(content.relative_source_path))
    return list(order_content(settled, order_by=order_by))


# --- names ------------------------------------------------------------------------------------------------------------


def wrappers(article: Any, kind: str) -> Iterable[Any]:
    """The names of one kind on a story."""
    if kind in ("author", "tag"):
        return tuple(getattr(article, f"{kind}s", ()))
    found = getattr(article, kind, None)
    others = vars(article).get("other_publishers", ()) if kind == "publisher" else ()  # few have any
    return others if found is None else (found, *others)


def settle_names(kind: str, everything: list[Any], listed: list[Any]) -> list[Any]:
    """Give each name of ours its slug; names that other readers made keep theirs. All names of the kind are returned;
    ``everything`` has the oldest stories first.

    Where two names would share a slug, the one that came first keeps it, so that an address once published stays. A
    name found only on stories that are in no list has no page to link to.
    """
    found = each_once(wrapper for article in everything for wrapper in wrappers(article, kind))
    ours = [wrapper for wrapper in found if hasattr(wrapper, "plain")]
    settled = {plain(wrapper): wrapper.slug for wrapper in found if not hasattr(wrapper, "plain")}
    slugs = slug_table((wrapper.address for wrapper in ours), settled)
    for wrapper in ours:
        wrapper.slug = slugs[wrapper.address]
    pages = {wrapper.slug for wrapper in each_once(one for article in listed for one in wrappers(article, kind))}
    for wrapper in found:
        wrapper.listed = wrapper.slug in pages
    return found


def oldest_first(everything: Iterable[Any]) -> list[Any]:
    """Stories by date; those without one, which other readers may make, come last."""
    every = list(everything)
    dated = [article for article in every if hasattr(article, "date")]
    undated = [article for article in every if not hasattr(article, "date")]
    return [*sorted(dated, key=lambda article: article.date), *undated]


def each_once(found: Iterable[Any]) -> list[Any]:
    """The names, of which thousands of stories have one object, each where it first stands."""
    return list({id(wrapper): wrapper for wrapper in found}.values())


# --- addresses --------------------------------------------------------------------------------------------------------


def settle_addresses(
    ours: list[Any], everything: list[Any], names: list[Any], settings: dict[str, Any], register: Register
) -> None:
    """Give each story of ours an address that no other page has, the pages of ``names`` included; one that must move is
    reported. An address that a story once had stays its own: no other story gets it."""
    mine = set(map(id, ours))
    taken = reserved(everything, names, settings) | {
        fold(other.save_as) for other in everything if id(other) not in mine
    }
    alive = {article.copydesk.guid for article in ours}
    owners = {fold(address): owner for address, owner in register.owners.items() if owner in alive}
    for article in sorted(ours, key=lambda article: str(article.relative_source_path)):
        guid, address = article.copydesk.guid, fold(article.save_as)
        owned = owners.get(address, guid) == guid
        if not article.slug or article.slug in RESERVED or not owned or address in taken:
            move(article)
            address = fold(article.save_as)
        taken.add(address)


def move(article: Any) -> None:
    """Mark the slug of a story whose address is taken, or that has none."""
    wanted = article.slug
    article.slug = marked(wanted, article.copydesk.guid)
    if wanted:
        message = "%s: another page has the address %s; this story is at %s"
        logger.warning(message, shown(article.relative_source_path), shown(wanted), article.save_as)


def reserved(everything: list[Any], names: list[Any], settings: dict[str, Any]) -> set[str]:
    """The files of pages that are no stories: indexes, archives, and the lists of names."""
    ours = ("index", "publishers", "feeds", "404", "search", "corrections", "editions")
    indexes = (*settings["DIRECT_TEMPLATES"], *ours)
    pages = {str(settings.get(f"{name.upper()}_SAVE_AS", f"{name}.html")) for name in indexes}
    pages.update(period for article in everything for period in periods(article, settings))
    pages.update(str(wrapper.save_as) for wrapper in names)
    return {fold(page) for page in pages if page}


def periods(article: Any, settings: dict[str, Any]) -> Iterator[str]:
    """The archives a story is in."""
    for period in PERIODS:
        pattern = settings[f"{period}_ARCHIVE_SAVE_AS"]
        if pattern and hasattr(article, "date"):
            yield str(pattern).format(date=article.date)
