"""The words in class names and ids, and what they tell of an element."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from copydesk.frozen import value
from copydesk.model import FactName

_WORD: Final = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+")
_SMALL: Final = re.compile(r"[a-z]{2,}")
"""A word in names without capitals, which most are."""

OFF_SCREEN: Final = frozenset(
    "sr-only sr_only visually-hidden visuallyhidden u-visually-hidden screen-reader-text screen-reader-only"
    " element-invisible a11y-hidden is-sr-only screenreader-only sf-hidden".split()
)
"""Class names by which pages move text off the screen; ``sf-hidden`` is what the SingleFile saver marks as unseen."""
POPPED: Final = frozenset("tooltip popover rollover hovercard".split())
HOLDING: Final = frozenset("content block body inner box panel bubble".split())
"""Words that together name what comes up over a word when somebody points at it: "rollover-people-block"."""
TOOLS: Final = frozenset(
    "mw-editsection headerlink anchorjs-link linenos lineno linenodiv lnt ln"
    " doc-backlink footnote-backref footnote-back reversefootnote".split()
)
"""Class names of what systems set beside headings and code, and nobody reads: links to edit or to a place in the page
(MediaWiki, Sphinx, AnchorJS), numbers of lines (Pygments, Chroma), the way back from a footnote (a role of WAI-ARIA;
Goldmark, Pandoc, kramdown)."""

CAPTIONS: Final = frozenset(
    "caption figcaption imagecaption photocaption cutline bildunterschrift legende legenda didascalia bildtext"
    " bildetekst billedtekst kuvateksti bijschrift onderschrift piefoto".split()
)
CAPTION_NAMES: Final = frozenset(("cmp-image__title",))
"""Names of captions whose words say something else too (the core components of AEM)."""
PICTURED: Final = frozenset("img image images photo pic picture foto bild media imagen resim zdjecie".split())
DESCRIBING: Final = frozenset("desc descr description legend credit credits copyright pie alti opis".split())
"""Words that make a caption together: "photo-desc", "img_descr"."""
CREDITS: Final = frozenset(
    "credit credits copyright photographer photocredit bildnachweis fotograf credito autor author".split()
)
"""Words of elements in a caption that say whose the picture is."""
LOGOS: Final = frozenset("logo logotype branding sitename wordmark".split())
TRAILS: Final = frozenset(("breadcrumb", "breadcrumbs"))
APART: Final = frozenset(
    "comment comments related recommended recommendations recirc sidebar teaser teasers promo popular trending"
    " newsletter navigation".split()
)


@dataclass(frozen=True, slots=True)
class ClassClue:
    """A fact that elements of a class give, its origin, and how long and short (in characters) such a text can be."""

    fact: FactName
    origin: str
    longest: int
    shortest: int = 1


_BYLINE: Final = ClassClue("author", "byline class", 160)
_DATE: Final = ClassClue("published", "date class", 100)
_UPDATED: Final = ClassClue("updated", "date class", 100)
_SECTION: Final = ClassClue("section", "section class", 50)
_STANDFIRST: Final = ClassClue("standfirst", "standfirst class", 700, shortest=30)
_TAG: Final = ClassClue("tag", "tag class", 60)

CLASS_CLUES: Final[Mapping[str, ClassClue]] = {
    **dict.fromkeys(("byline", "author", "authors", "writer", "reporter", "signature", "contributor"), _BYLINE),
    **dict.fromkeys(("autor", "autores", "autori", "autoren", "auteur", "auteurs"), _BYLINE),
    **dict.fromkeys(("date", "datetime", "published", "pubdate", "timestamp", "dateline", "fecha", "datum"), _DATE),
    **dict.fromkeys(("updated", "modified", "lastmod"), _UPDATED),
    **dict.fromkeys(("kicker", "section", "category", "rubric", "rubrik", "eyebrow"), _SECTION),
    **dict.fromkeys(("standfirst", "subtitle", "subheadline", "subhead", "dek", "deck", "chapo"), _STANDFIRST),
    **dict.fromkeys(("tag", "tags", "keyword", "keywords", "topics"), _TAG),
}


@value(frozen=True, slots=True)
class Named:
    """What the class names, the id and the like of one element tell a reader of the page; most tell nothing."""

    clues: tuple[ClassClue, ...] = ()
    caption: bool = False
    logo: bool = False
    apart: bool = False
    off_screen: bool = False
    pops: bool = False
    """Comes up over the text, where it stands in a line of it."""
    hidden: bool = False
    """A style sheet of the page hides it."""
    credit: bool = False
    """Says whose a picture is, where it stands in a caption."""
    trail: bool = False
    """Holds the way from the front page to this one."""
    sets: bool = False
    """Says something of all text inside."""
    tells: bool = False
    """Has clues or a trail."""


UNTOLD: Final = Named()
_UNREAD: Final = OFF_SCREEN | TOOLS


NAMING: Final = ("class", "id", "itemprop", "role", "data-testid", "data-component")
"""Where names stand: classes and ids, and what pages with generated classes put in their stead."""


def words_of(names: str) -> tuple[str, ...]:
    """The words of names with spaces between them, each once."""
    if names.islower() and names.isascii():
        return tuple(dict.fromkeys(_SMALL.findall(names)))
    return tuple(dict.fromkeys([word.lower() for word in _WORD.findall(names) if len(word) > 1]))


_TELLING: Final = (
    CAPTIONS | DESCRIBING | CREDITS | LOGOS | APART | TRAILS | POPPED | CLASS_CLUES.keys()
    | {words_of(name)[0] for name in CAPTION_NAMES | _UNREAD}
)  # fmt: skip
"""Words that mean something to a reader, and the first word of each name that does or that nobody reads; most names
have none."""


def _describes_picture(known: frozenset[str]) -> bool:
    return not known.isdisjoint(PICTURED) and not known.isdisjoint(DESCRIBING)


def named(names: str, words: tuple[str, ...]) -> Named:
    """What the names of an element tell, spaces between them; ``words`` are those in them."""
    if _TELLING.isdisjoint(words):
        return UNTOLD
    known, each = frozenset(words), frozenset(names.split())
    is_caption, off_screen = bool(each & CAPTION_NAMES), bool(each & _UNREAD)
    clues = tuple(dict.fromkeys(CLASS_CLUES[word] for word in words if word in CLASS_CLUES))
    if "card" in known and _TAG in clues:  # "card-tag" is that of a teaser
        clues = tuple(clue for clue in clues if clue is not _TAG)
    return Named(
        clues=clues,
        caption=(bool(known & CAPTIONS) or _describes_picture(known) or is_caption) and "no" not in known,
        logo=bool(known & LOGOS),
        apart=bool(known & APART),
        sets=bool(known & (CAPTIONS | LOGOS | APART)) or _describes_picture(known) or is_caption,
        credit=not known.isdisjoint(CREDITS),
        trail=not known.isdisjoint(TRAILS),
        off_screen=off_screen,
        pops=not (known.isdisjoint(POPPED) or known.isdisjoint(HOLDING)),
        tells=bool(clues) or not known.isdisjoint(TRAILS),
    )
