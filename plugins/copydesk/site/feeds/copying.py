"""Copy for the printer, taken straight from stories that need no mending.

All that feeds mend (`making`, `content`) is rare: marks and controls in names, addresses in other scripts, notes,
pictures, links within the site. Whether a story has any of it is seen by looking at all its words at once. If it has
none, its words go into a forme as they stand, and no item is made of it. The copy is the same as that of the item that
would be made, which tests hold together.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final, NamedTuple

from copydesk.frozen import value
from copydesk.site.feeds.content import Setting, content_as_it_is
from copydesk.site.feeds.formes import OWN, Copy, Shape, is_plain
from copydesk.site.feeds.items import Category, FeedItem, Source, is_own, is_surely_printable, language_of
from copydesk.site.feeds.making import House, category, licence, people, source
from copydesk.site.feeds.uris import MOST, ascii_uri
from copydesk.site.feeds.uris import is_plain as is_plain_uri
from copydesk.site.stories.record import StoryRecord, Told
from copydesk.writing.ledgers.register import Row

ANYWHERE: Final = "https://a.example/"
"""Stands for the address of an original, which is the publisher's too where no other is known."""

_PATH: Final = re.compile("(?:[A-Za-z0-9_~-][A-Za-z0-9._~-]*/)*[A-Za-z0-9_~-][A-Za-z0-9._~-]*")
"""What joins an address as it is: names without marks, none of which is empty or begins with a dot."""

_ROOT: Final = re.compile(f"https?://[A-Za-z0-9.:-]+/(?:{_PATH.pattern}/)?")


class Term(NamedTuple):
    """A name under which stories stand: a category's term, and what the shape of an item knows of it."""

    word: str
    shape: str | Category


class Imprint(NamedTuple):
    """A publisher: its name and address as feeds say them, "" where they say none, and what the shape of an item knows
    of it."""

    name: str
    address: str
    shape: Source | str | None


NOBODY: Final = Imprint("", "", None)


@value(frozen=True, slots=True)
class Manuscript:
    """A story that is to be an item: what its feeds say of it, how the register dates it, its address, ``None`` where
    that may have to be mended; and what makes the item of it."""

    story: StoryRecord
    told: Told
    row: Row
    url: str | None
    made: Callable[[], FeedItem]


def straight(given: Manuscript, house: House) -> Copy | None:
    """The copy of a story; ``None`` where something of it may have to be mended."""
    story, told, row, url = given.story, given.told, given.row, given.url
    origin = story.origin
    original, home = origin.original or "", origin.publisher_home
    credited = people(story)
    known = imprint(origin.publisher, home or ANYWHERE) if home or original else NOBODY
    if (
        url is None
        or told.picture is not None
        or not (is_own(story.guid) and story.headline and all(credited))
        or not says_itself(f"{story.headline}{told.summary}{''.join(credited)}")
        or (original and not is_plain_uri(original))
        or not (home or known.shape in (None, OWN))
    ):
        return None
    content = content_as_it_is(story, told, Setting(url, house.name, house.language))
    if content is None:
        return None
    terms = terms_of(story, house)
    shape = Shape(
        bool(told.summary),
        bool(content),
        bool(original),
        row.updated != row.published,
        len(credited),
        tuple([shape for _, shape in terms]),
        known.shape,
        language_of(story.language),
        licence(origin.licence, origin.licence_url),
    )
    words = (
        *(story.guid, url + house.place.suffix, story.headline, told.summary, "", original),
        *(known.name, known.address if home else known.name and original, "", ""),
        *credited,
        *[word for word, _ in terms],
    )
    return Copy(shape, words, row.published, row.updated, content, is_plain=True, made=given.made)


def says_itself(text: str) -> bool:
    """Whether a text is written in XML as it is, and all of it."""
    return not ("<" in text or "&" in text or ">" in text or "\r" in text) and is_surely_printable(text)


def url_of(path: str, base: str) -> str | None:
    """The address of a path of the site at ``base``, where that is what it looks like."""
    root = root_of(base)
    return f"{root}{path}" if root and _PATH.fullmatch(path) else None


@lru_cache(maxsize=1)
def root_of(base: str) -> str | None:
    """What the addresses of the site at ``base`` begin with, if no path could change the meaning of it."""
    root = f"{base.rstrip('/')}/"
    return root if _ROOT.fullmatch(root) and ascii_uri(root) == root else None


def terms_of(story: StoryRecord, house: House) -> list[Term]:
    """The section, then the tags; a name that is both is there once."""
    section, schemes = story.section, house.schemes
    terms = [term(tag, schemes["TAG"]) for tag in story.tags if tag != section]
    if section:
        terms.insert(0, term(section, schemes["CATEGORY"]))
    return [each for each in terms if each is not None]


@lru_cache(maxsize=MOST)
def term(name: str, scheme: str) -> Term | None:
    """A name under which stories stand, ``None`` for one that says nothing."""
    made = category(name, scheme)
    return Term(made.term, scheme if is_plain(made.term) else made) if made else None


@lru_cache(maxsize=MOST)
def imprint(name: str | None, address: str) -> Imprint:
    """A publisher and its address."""
    made = source(name, address)
    return Imprint(made.name, made.url, OWN if is_plain(made.name + made.url) else made) if made else NOBODY
