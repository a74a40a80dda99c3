"""One story for several copies, and stories of one event beside each other: `content/relations.txt` applied to lists.

The copy shown is the one first seen, so a newcomer never takes the place of what subscribers know. The others keep
their pages and addresses, but are in no list, no feed, no sitemap and not in the index.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from copydesk.kinship.copies import chain, grouped
from copydesk.kinship.relations import NAME, Relations, parse
from copydesk.site.showing.cards import Cards
from copydesk.site.values import Copy

MOST = 5
"""Stories listed under "more on this"."""


@dataclass(frozen=True, slots=True)
class Kin:
    """The kin of the stories of a build, as Pelican's articles: the other copies of a story shown, the story shown for
    a copy, and the stories of the same event; all by GUID."""

    copies: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)
    shown: Mapping[str, Any] = field(default_factory=dict)
    events: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)


def read_relations(content: Path) -> Relations:
    """The relations in ``content/relations.txt``; none where there is no such file."""
    try:
        return parse((content / NAME).read_text(encoding="utf-8", errors="replace"))
    except FileNotFoundError:
        return Relations()


def unite(generator: Any, relations: Relations) -> Kin:
    """Take the copies out of the lists of an articles generator: they become hidden stories. Returns the kin."""
    listed = {article.copydesk.guid: article for article in generator.articles if hasattr(article, "copydesk")}
    groups = groups_of(relations, listed)
    copies = {group[0]: tuple(listed[guid] for guid in group[1:]) for group in groups}
    shown = {guid: listed[group[0]] for group in groups for guid in group[1:]}
    hide(generator, {id(listed[guid]) for guid in shown})
    for guid, others in copies.items():
        listed[guid].other_publishers = list(publishers(others))
    return Kin(copies, shown, events_of(relations, listed, shown))


def hide(generator: Any, identities: Set[int]) -> None:
    """Move the articles with these ``id()`` from Pelican's lists to its hidden stories."""
    hidden = [article for article in generator.articles if id(article) in identities]
    for article in hidden:
        article.status = "hidden"
    generator.hidden_articles += hidden
    generator.articles[:] = [article for article in generator.articles if id(article) not in identities]


def groups_of(relations: Relations, listed: Mapping[str, Any]) -> tuple[tuple[str, ...], ...]:
    """The groups of copies, the GUID of the one shown first: as found by the last run, corrected by ``same_as`` and
    ``not_same_as`` in the stories' front matter."""
    records = [article.copydesk for article in listed.values()]
    found = [pair for group in relations.copies for pair in chain([guid for guid in group if guid in listed])]
    same = [(record.guid, other) for record in records for other in record.same_as]
    apart = [(record.guid, other) for record in records for other in record.not_same_as]
    first = [guid for group in relations.copies for guid in group]
    newest = sorted(listed, key=lambda guid: (listed[guid].copydesk.moment, guid))
    return grouped([*same, *found], apart, {guid: number for number, guid in enumerate(dict.fromkeys(first + newest))})


def events_of(relations: Relations, listed: Mapping[str, Any], shown: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    """The stories of the same event as each, copies by the story shown for them, newest first."""
    kin: dict[str, dict[str, Any]] = {}
    for one, other in relations.events:
        pair = [(shown[guid].copydesk.guid if guid in shown else guid) for guid in (one, other)]
        if pair[0] != pair[1] and all(guid in listed for guid in pair):
            for mine, theirs in (pair, pair[::-1]):
                kin.setdefault(mine, {})[theirs] = listed[theirs]
    return {guid: tuple(newest(found.values())) for guid, found in kin.items()}


def copies_of(guid: str, kin: Kin, cards: Cards) -> tuple[Copy, ...]:
    """The other copies of a story, as its page names them."""
    return tuple(
        Copy(cards.of(copy).publisher, copy.copydesk.origin.original, cards.of(copy).path)
        for copy in kin.copies.get(guid, ())
    )


def newest(articles: Iterable[Any]) -> list[Any]:
    """The newest few."""
    return sorted(articles, key=lambda article: (article.copydesk.moment, article.copydesk.guid), reverse=True)[:MOST]


def publishers(articles: Iterable[Any]) -> Iterator[Any]:
    """The publishers of stories, as Pelican's names."""
    return (article.publisher for article in articles if getattr(article, "publisher", None) is not None)
