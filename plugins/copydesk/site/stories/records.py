"""From a story file to what may be published of it."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from markupsafe import Markup

from copydesk.model import Moment, Policy, Publisher
from copydesk.settings import Settings
from copydesk.site.dates import when_day, when_moment
from copydesk.site.hosts import host
from copydesk.site.stories.excerpts import Shown, body_words, policy_of, shown_of
from copydesk.site.stories.licences import licence_address, licence_name
from copydesk.site.stories.origins import fact_words, format_words, origin_words, reason_words
from copydesk.site.stories.record import Origin, StoryRecord
from copydesk.site.stories.terms import terms_of
from copydesk.site.tongue import Tongue
from copydesk.site.values import Account, CutCount, Link, Notice, When
from copydesk.text import spaced, squeeze
from copydesk.writing.addresses import safe_href
from copydesk.writing.front_matter import record as files
from copydesk.writing.front_matter.record import StoryFile
from copydesk.writing.html.rendering import to_html
from copydesk.writing.ledgers.register import words_digest

DOUBTFUL = 0.5
"""A fact trusted less than this is shown as not certain (`model.Fact`)."""

_LANGUAGE = re.compile("[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")
"""The shape of a BCP 47 tag."""

WITHDRAWN = "The story was taken down."
"""What a withdrawn story says where the curator gives no reason."""

CORRECTED = "Corrected."
"""What a correction says that has no text."""


@dataclass(frozen=True, slots=True)
class Rules:
    """What turns a story file into a record: the publishers by key and by name, the house's policy, zone, language; and
    the tongue that dates are written in."""

    publishers: Mapping[str, Publisher]
    policy: Policy
    zone: ZoneInfo
    language: str
    tongue: Tongue

    def publisher(self, file: StoryFile) -> Publisher | None:
        """The publisher's entry in `sources.toml`, by the key in the file or by its name."""
        named = self.publishers.get(file.publisher or "")
        return self.publishers.get(file.publisher_key or "") or named


def rules_of(settings: Settings) -> Rules:
    """The rules of a site."""
    by_name = {publisher.name: publisher for publisher in settings.house.publishers}
    by_key = {publisher.key: publisher for publisher in settings.house.publishers}
    tongue = Tongue(settings.house.language, settings.date_format)
    return Rules(by_name | by_key, settings.policy, ZoneInfo(settings.house.zone), settings.house.language, tongue)


def record_of(file: StoryFile, rules: Rules, path: str) -> StoryRecord:
    """What may be published of a story; ``path``, relative to the content folder, is the identity of a story written by
    hand without a GUID. The file must have a date."""
    publisher = rules.publisher(file)
    policy = policy_of(file, publisher, rules.policy)
    shown = shown_of(file, policy) if file.withdrawn is None else Shown(Markup(), False, None, "")
    moment = file.date or Moment(datetime.min.date())
    return StoryRecord(
        guid=file.guid or uuid.uuid5(uuid.NAMESPACE_URL, f"copydesk:{path}").urn,
        headline=spaced(file.title),
        standfirst=shown.standfirst,
        authors=distinct(file.authors),
        section=squeeze(file.section or "") or None,
        tags=distinct(file.tags),
        language=file.lang if file.lang and _LANGUAGE.fullmatch(file.lang) else rules.language,
        moment=instant(moment, rules.zone),
        changed=instant(file.updated, rules.zone) if file.updated else None,
        published=published(file, moment, rules),
        updated=when(file.updated, rules) if file.updated else None,
        policy=policy,
        body=shown.body,
        partial=shown.partial,
        summary=shown.summary,
        dateline=shown.dateline,
        words=body_words(file.body) if file.withdrawn is None else 0,
        origin=origin_of(file, publisher, rules),
        note=Markup(to_html(file.note)) if file.note else None,
        corrections=tuple(notice(entry, CORRECTED, rules.tongue) for entry in file.corrections),
        withdrawal=notice(file.withdrawn, WITHDRAWN, rules.tongue) if file.withdrawn else None,
        pinned=file.pin,
        account=account_of(file, rules.tongue),
        terms=terms_of(squeeze(file.title), shown, file.tags),
        same_as=file.same_as,
        not_same_as=file.not_same_as,
        digest=words_digest(file),
    )


def distinct(names: tuple[str, ...]) -> tuple[str, ...]:
    """The names without empty ones and repetitions."""
    return tuple(dict.fromkeys(name for name in map(squeeze, names) if name))


def origin_of(file: StoryFile, publisher: Publisher | None, rules: Rules) -> Origin:
    """Where the story comes from: the file's word, completed by what `sources.toml` says of its publisher."""
    known = publisher or Publisher(key="", name="")
    licence = squeeze(file.licence or known.licence or "") or None
    return Origin(
        publisher=squeeze(file.publisher or known.name) or None,
        publisher_key=known.key or None,
        publisher_home=web(known.home),
        original=web(file.source_url),
        original_publisher=squeeze(file.original_publisher or "") or None,
        agency=squeeze(file.agency or "") or None,
        licence=licence_name(licence) if licence else None,
        licence_url=licence_address(licence) if licence else None,
        terms=web(known.terms),
        credit=known.credit,
        via=via_link(file.via),
        retrieved=when(file.retrieved, rules) if file.retrieved else None,
        archived=web(file.archived),
    )


def web(address: str | None) -> str | None:
    """An address on the web, ``None`` for anything else."""
    safe = safe_href(address)
    return safe if safe and safe.lower().startswith(("http://", "https://")) else None


def via_link(via: files.Via | None) -> Link | None:
    """Who pointed to the story, as a link where there is an address."""
    url = web(via.url) if via else None
    label = (via.name if via else None) or host(url)
    return Link(label, url=url) if label else None


def account_of(file: StoryFile, tongue: Tongue) -> Account | None:
    """How the story was cleaned; ``None`` for one written by hand."""
    if file.cleaning is None:
        return None
    return Account(
        format=format_words(file.cleaning.format, tongue),
        kept=file.cleaning.kept,
        cuts=tuple(CutCount(reason_words(cuts.reason, tongue), cuts.count) for cuts in file.cleaning.cuts),
        origins=tuple((fact_words(fact.key, tongue), origin_words(fact.origin, tongue)) for fact in file.origins),
        seed=file.seed,
        sha256=file.sha256,
    )


# --- dates ------------------------------------------------------------------------------------------------------------


def instant(moment: Moment, zone: ZoneInfo) -> datetime:
    """The moment as a point in time: a day begins at midnight; what has no zone is in ``zone``."""
    clock = moment.clock or time()
    return datetime.combine(moment.day, clock if clock.tzinfo else clock.replace(tzinfo=zone))


def when(moment: Moment, rules: Rules) -> When:
    """The moment for people and machines, as precise as it is known."""
    if moment.clock is None:
        return when_day(moment.day, rules.tongue)
    return when_moment(instant(moment, rules.zone), rules.tongue)


def published(file: StoryFile, moment: Moment, rules: Rules) -> When:
    """When the story was published, with how far that is to be trusted."""
    trust = next((fact for fact in file.origins if fact.key == "date"), None)
    doubtful = trust is not None and trust.confidence < DOUBTFUL
    origin = origin_words(trust.origin, rules.tongue) if trust else None
    return replace(when(moment, rules), recorded=file.date_recorded, doubtful=doubtful, origin=origin)


def notice(entry: files.Notice, words: str, tongue: Tongue) -> Notice:
    """A published note, with ``words`` where it has none."""
    day = when_day(entry.day, tongue) if entry.day else None
    return Notice(day, squeeze(entry.text or "") or tongue.say(words))
