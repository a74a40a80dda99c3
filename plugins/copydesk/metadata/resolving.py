"""Clues to facts: each fact by the one table of trust, in the order in which one fact helps to read the next."""

from __future__ import annotations

from dataclasses import dataclass

from copydesk.metadata.addresses.canonical import MISSING, resolve_canonical_url
from copydesk.metadata.addresses.images import resolve_caption, resolve_credit, resolve_image
from copydesk.metadata.addresses.licences import resolve_licence
from copydesk.metadata.credits.authors import resolve_credits
from copydesk.metadata.credits.beside_headline import clues_beside_headline
from copydesk.metadata.credits.publishers import resolve_original_publisher, resolve_publisher
from copydesk.metadata.dates.datelines import clues_of_dateline
from copydesk.metadata.dates.dates import resolve_dates
from copydesk.metadata.evidence import Evidence, value_of
from copydesk.metadata.holding import reasons_to_hold
from copydesk.metadata.identity import make_guid, make_item_guid
from copydesk.metadata.names.page_names import clues_of_names
from copydesk.metadata.names.site_names import names_of_site
from copydesk.metadata.page_lines import lines_of
from copydesk.metadata.story.headlines import resolve_headline
from copydesk.metadata.story.language import resolve_language
from copydesk.metadata.story.sections import resolve_section, resolve_tags
from copydesk.metadata.story.standfirsts import resolve_standfirst
from copydesk.model import Clue, Doubt, Draft, Fact, House, Metadata, Overrides, Story


def resolve(draft: Draft, house: House, overrides: Overrides) -> Story:
    """The story a draft tells: its facts, its identity, the doubts for the curator and the reasons to hold it."""
    evidence = Evidence(draft, house, overrides)
    resolved = resolve_metadata(evidence)
    return Story(
        guid=guid_of(draft),
        seed=draft.seed,
        sha256=draft.sha256,
        item=draft.item,
        format=draft.format,
        encoding=draft.encoding,
        lines=draft.lines,
        metadata=resolved.metadata,
        blocks=draft.blocks,
        cuts=draft.cuts,
        clues=resolved.clues,
        doubts=(*_still_open(draft.doubts, resolved.metadata.canonical_url), *resolved.doubts),
        held=reasons_to_hold(evidence, resolved.metadata),
        confidence=draft.confidence,
        byline=resolved.byline,
        is_item_permanent=draft.is_item_permanent,
    )


def guid_of(draft: Draft) -> str:
    """The identity of what the draft tells."""
    if draft.is_item_permanent and draft.item:
        return make_item_guid(draft.item)
    return make_guid(draft.sha256, draft.item)


@dataclass(frozen=True, slots=True)
class Resolved:
    """Every fact, what the curator should look at, all clues, those found on the way too, and whom the byline names."""

    metadata: Metadata
    doubts: tuple[Doubt, ...]
    clues: tuple[Clue, ...]
    byline: tuple[str, ...]


def resolve_metadata(evidence: Evidence) -> Resolved:
    """Every fact, in the order in which one helps to read the next."""
    page = lines_of(evidence.draft)
    evidence = evidence.with_clues((*clues_of_names(evidence, page), *clues_of_dateline(evidence.draft.blocks)))
    canonical = resolve_canonical_url(evidence)
    address = value_of(canonical.fact)
    publisher = resolve_publisher(evidence, address)
    names = names_of_site(evidence, address).with_name(value_of(publisher.fact))
    language = resolve_language(evidence, publisher.known)
    headline = resolve_headline(evidence, names)
    title = value_of(headline.fact)
    evidence = evidence.with_clues(clues_beside_headline(evidence, page, title, value_of(language.fact), names))
    credits = resolve_credits(evidence, value_of(language.fact), names)
    dates = resolve_dates(evidence, value_of(language.fact), publisher.known, address)
    original = resolve_original_publisher(evidence, value_of(publisher.fact))
    metadata = Metadata(
        headline=headline.fact,
        standfirst=resolve_standfirst(evidence, title, names).fact,
        authors=credits.authors,
        agency=credits.agency,
        publisher=publisher.fact,
        publisher_key=publisher.known.key if publisher.known else None,
        original_publisher=original.fact,
        published=dates.published,
        updated=dates.updated,
        section=resolve_section(evidence, title, address, names).fact,
        tags=resolve_tags(evidence).fact,
        canonical_url=canonical.fact,
        language=language.fact,
        licence=resolve_licence(evidence, publisher.known).fact,
        image=resolve_image(evidence).fact,
        image_caption=resolve_caption(evidence).fact,
        image_credit=resolve_credit(evidence).fact,
    )
    doubts = (*headline.doubts, *publisher.doubts, *dates.doubts, *language.doubts, *canonical.doubts)
    return Resolved(metadata, _unsaid(doubts, evidence), evidence.draft.clues, credits.written)


def _unsaid(doubts: tuple[Doubt, ...], evidence: Evidence) -> tuple[Doubt, ...]:
    """The doubts without those that editing has raised with the line that shows them."""
    said = {doubt.code for doubt in evidence.draft.doubts}
    return tuple(doubt for doubt in doubts if doubt.code not in said)


def _still_open(doubts: tuple[Doubt, ...], address: Fact[str] | None) -> tuple[Doubt, ...]:
    """Editing's doubts without the address's where the page gives it after all; where several lines lost it, one."""
    distinct = tuple(dict.fromkeys(doubts))
    missing = [doubt for doubt in distinct if doubt.code == MISSING.code]
    dropped = missing if address else missing[1:]
    return tuple(doubt for doubt in distinct if doubt not in dropped)
