"""A build that finds the site standing as it would be built: Pelican runs, and is given nothing to do.

Only where no other plugin takes part, since what one reads or writes we do not know. What an editor should hear is said
again by every build until it is mended.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.writers import Writer

from copydesk.site.entries import digest_of
from copydesk.site.registers import issued, register
from copydesk.site.stage import grounds, standing
from copydesk.site.stage.ending import tell
from copydesk.site.stage.frozen import version_of
from copydesk.site.stage.grounds import Ground
from copydesk.site.stage.standing import Seen, Sources, Standing, UnsureError
from copydesk.writing.ledgers.register import NAME

IDLE: Mapping[str, Any] = {
    **{name: [] for name in ("ARTICLE_PATHS", "PAGE_PATHS", "STATIC_PATHS", "THEME_STATIC_PATHS")},
    "TEMPLATE_PAGES": {},
}
"""Settings under which Pelican finds nothing to read or to copy."""

LENDING = ("pagefind", "pagefind-bin", "fontpkg-noto-serif", "feedgenerator", "tzdata")
"""Packages whose files, or what they make, are published, beside those of the frame."""

COUNTED: Mapping[type, tuple[str, ...]] = {
    ArticlesGenerator: (
        *("articles", "hidden_articles", "drafts"),
        *("translations", "hidden_translations", "drafts_translations"),
    ),
    PagesGenerator: (
        *("pages", "hidden_pages", "draft_pages"),
        *("translations", "hidden_translations", "draft_translations"),
    ),
}
"""The lists whose lengths Pelican tells at the end of a build."""


class IdleWriter(Writer):  # type: ignore[misc]  # Pelican has no types
    """A writer for Pelican that writes nothing, because the site stands already."""

    def write_file(self, *given: object, **more: object) -> None:
        """Parameters are Pelican's."""

    def write_feed(self, *given: object, **more: object) -> None:
        """Parameters are Pelican's."""


def sources_of(ground: Ground) -> Sources:
    """What the site of a build is made from."""
    given, house = ground.given, ground.house
    folders = (given["PATH"], given["THEME"], *given["THEME_TEMPLATES_OVERRIDES"])
    files = (house.sources, *house.machines.card_fonts)
    own = (register.path_of(house), issued.path_of(house), house.ledger / NAME)
    return Sources(tuple(map(standing.whole, (*folders, *files))), tuple(map(standing.whole, own)), elsewhere(ground))


def elsewhere(ground: Ground) -> str:
    """The digest of what a build depends on that stands in no file: the frame, what is made of files of packages that
    may be missing, and the moment that news sitemaps count from."""
    return digest_of(ground.frame, [version_of(name) for name in LENDING], os.environ.get("SOURCE_DATE_EPOCH"))


def seen_from(ground: Ground) -> Seen | None:
    """The state of the sources before a build reads them; ``None`` where the times of files cannot tell it."""
    if not ground.alone or not ground.given["WITH_FUTURE_DATES"]:
        return None
    try:
        return sources_of(ground).seen(standing.now())
    except (UnsureError, OSError):
        return None


def may_rest(ground: Ground, known: Standing | None) -> bool:
    """Whether the site in place, of which that much is known, is the one this build would make."""
    try:
        return bool(ground.seen and known and known.holds(ground.seen, ground.output))
    except (UnsureError, OSError):
        return False


@dataclass(frozen=True, slots=True)
class Ending:
    """How a build ended: what it said at its end, the mark of its plates, and the digest of the files of its site,
    ``None`` where these have to be looked at."""

    told: tuple[str, ...]
    plates: str | None
    output: str | None = None


def write_down(ground: Ground, ending: Ending) -> None:
    """After a build in which every file could be used: how the site stands now."""
    if ground.seen is None:
        return
    try:
        seen, output = sources_of(ground).after(ground.seen), ending.output or standing.output_digest(ground.output)
    except (UnsureError, OSError):
        return
    counts, said = counts_of(ground), tuple(ground.warnings.said)
    standing.write(ground.house.state, Standing(seen, output, counts, said, ending.told, ending.plates))


def counts_of(ground: Ground) -> dict[str, int]:
    """How many contents of each kind there are."""
    return {place: len(getattr(generator, name)) for generator, name, place in counted(ground)}


def counted(ground: Ground) -> Iterator[tuple[Any, str, str]]:
    """Each list that is counted: its generator, its attribute there, and the key under which its length is kept."""
    for generator in ground.generators:
        for kind, names in COUNTED.items():
            if isinstance(generator, kind):
                yield from ((generator, name, f"{kind.__name__} {name}") for name in names)


# --- Pelican's signals ------------------------------------------------------------------------------------------------


def begin(pelican: Any) -> tuple[type, ...]:
    """At the start: Pelican finds nothing to do."""
    settings = pelican.settings
    settings[grounds.KEY].put_back = {name: settings[name] for name in IDLE}
    settings.update(IDLE)
    return ()


def prepare_generator(generator: Any) -> None:
    """Pelican asks for templates before it knows whether there is a page: none is found and compiled for it."""
    generator.get_template = no_template


def no_template(name: str) -> None:
    """The template of a page that nobody writes."""


def adopt_articles(generators: list[Any]) -> None:
    """Pelican tells at its end how much there is, so its lists are known until then."""
    generators[0].settings[grounds.KEY].generators = generators


def offer_writer(pelican: Any) -> type:
    """A writer that has nothing to write."""
    return IdleWriter


def finish_pages(pelican: Any) -> None:
    """Leave the site as it stands, and say again what the last build said."""
    ground: Ground = pelican.settings[grounds.KEY]
    tell_again(ground, standing.read(ground.house.state))
    grounds.leave(pelican)


def tell_again(ground: Ground, known: Standing | None) -> None:
    """Say again what the last build said, and have Pelican tell how much there is."""
    if known:
        for generator, name, place in counted(ground):
            setattr(generator, name, [None] * known.counts.get(place, 0))
        for said in known.said:
            logging.getLogger(said.logger).log(said.level, "%s", said.words)
        tell(*known.told)
