"""What a page says of itself where its address is shared: Open Graph (https://ogp.me) and the cards of X.

Only what the page itself shows: under ``excerpt`` and ``link`` the record a story is read into holds no more.
"""

from __future__ import annotations

from copydesk.frozen import value
from copydesk.site.feeds.items import settled
from copydesk.site.machines.addresses import absolute
from copydesk.site.stories.record import StoryRecord
from copydesk.site.values import Meta, Site


@value(frozen=True, slots=True)
class Shot:
    """The picture that goes with a shared address: its path on the site, its size in pixels, what it shows."""

    path: str
    width: int
    height: int
    alt: str


@value(frozen=True, slots=True)
class Shared:
    """What is shared: a page's path, title and description, in its language."""

    path: str
    title: str
    description: str
    language: str


def page_meta(site: Site, shared: Shared, shot: Shot | None = None) -> tuple[Meta, ...]:
    """The meta elements of any page."""
    return (*common(site, shared, "website"), *pictured(site, shot))


def story_meta(site: Site, shared: Shared, story: StoryRecord, shot: Shot | None) -> tuple[Meta, ...]:
    """The meta elements of a story."""
    times = (
        ("article:published_time", settled(story.moment).isoformat() if story.published.recorded else None),
        ("article:modified_time", settled(story.changed).isoformat() if story.changed else None),
        ("article:section", story.section),
        *(("article:tag", tag) for tag in story.tags),
    )
    return (*common(site, shared, "article"), *stated(times), *pictured(site, shot))


def common(site: Site, shared: Shared, kind: str) -> tuple[Meta, ...]:
    """What every kind of page has."""
    return stated(
        (
            ("og:type", kind),
            ("og:site_name", site.name),
            ("og:title", shared.title),
            ("og:description", shared.description),
            ("og:url", absolute(site, shared.path)),
            ("og:locale", locale(shared.language)),
        )
    )


def pictured(site: Site, shot: Shot | None) -> tuple[Meta, ...]:
    """The picture, and how large a card it makes."""
    address = absolute(site, shot.path) if shot else None
    if shot is None or address is None:
        return (Meta("name", "twitter:card", "summary"),)
    image = (
        ("og:image", address),
        ("og:image:width", str(shot.width)),
        ("og:image:height", str(shot.height)),
        ("og:image:alt", shot.alt),
    )
    return (*stated(image), Meta("name", "twitter:card", "summary_large_image"))


def stated(pairs: tuple[tuple[str, str | None], ...]) -> tuple[Meta, ...]:
    """A meta element for each property that has a value."""
    return tuple(Meta("property", name, content) for name, content in pairs if content)


def locale(language: str) -> str | None:
    """ "pt_BR"; ``None`` for a language without a territory, which Open Graph has no word for."""
    parts = language.split("-")
    territory = next((part for part in parts[1:] if len(part) == 2 and part.isalpha()), None)
    return f"{parts[0].lower()}_{territory.upper()}" if territory else None
