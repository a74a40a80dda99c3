"""What may stand in a page of ours: a list of elements and attributes, beside which everything is an intruder.

It is made from what the theme and the maker of bodies write, not from what is known to be dangerous.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

ELEMENTS = frozenset(
    "html head meta title link script body a header footer nav main section article aside search div p span bdi small "
    "ul ol li dl dt dd h1 h2 h3 h4 h5 h6 time figure img blockquote pre code em strong br wbr hr mark "
    "table caption thead tbody tr th td details summary form label input select option button noscript".split()
)
"""Elements of our pages."""

ATTRIBUTES = frozenset(
    "lang dir charset name content property rel href type title sizes class id tabindex src alt width height datetime "
    "scope abbr action hidden autocomplete spellcheck value start selected role http-equiv disabled open".split()
)
"""Their attributes, beside ``aria-…`` and ``data-…``."""

IDS = frozenset(
    "main credit corrections withdrawn note also related tags more desk since earlier subscribing lists".split()
)
"""The names that elements of our pages have: none comes from what a page tells, where it could take the place of
another that a script looks for or a link leads to."""

FIELDS = frozenset("q section publisher year".split())
"""The names of the fields of the search page."""

ADDRESSES = frozenset("href src action".split())

OF_OURS = "https://digest.example/"
"""Where feeds have the paths of the site begin: an address that feeds make absolute is judged as pages have it."""

WEB = re.compile(r"(?i)https?://(?![^/?#]*@)")
MAIL = re.compile(
    r"(?i)mailto:[^\s@,?&%<>\"]+@[^\s@,?&%<>\"]+(?:,[^\s@,?&%<>\"]+@[^\s@,?&%<>\"]+)*(?:\?subject=[^&#<>\"\s]*)?"
)
"""An address of mail says to whom, and about what, and nothing else."""

PATH = re.compile(r"(?![\\/]{2})(?:[^\s<>\"\\:/?#]*(?:[/?#][^\s<>\"\\]*)?)")
"""A path of this site as a person reads it, its escapes decoded."""

OUR_PICTURE = re.compile(r"https://digest\.example/images/[0-9a-f]{32}\.(?:jpg|png)")
"""The address of a picture of the site, as feeds have it."""

_LEADS_ON = re.compile(r"0; url=(?:\.\./)*\d{4}/\d{2}/[a-z0-9-]+\.html")
"""What an old address of a story says."""

RELATIONS = frozenset("stylesheet icon apple-touch-icon manifest alternate canonical".split())

Nodes = Sequence[tuple[str, Mapping[str, str]]]


def intruders(nodes: Nodes) -> Iterator[str]:
    """What does not belong: an element, an attribute, an address, or an element of ours put to another use."""
    for name, attributes in nodes:
        if name.startswith("::") or name == "pre" and "style" in attributes:  # added by a sheet; text shown
            continue
        if name not in ELEMENTS:
            yield f"<{name}>"
        yield from (f"{name} {attribute}" for attribute in attributes if not _is_known(attribute))
        for attribute in ADDRESSES & attributes.keys():
            if not is_address(attributes[attribute]):
                yield f"{name} {attribute}={attributes[attribute][:80]!r}"
        if attributes.get("id", "main") not in IDS:
            yield f"{name} id={attributes['id'][:80]!r}"
        if _is_misused(name, attributes):
            yield f"{name} {dict(attributes)}"[:120]


def is_address(text: str) -> bool:
    """Whether a page may lead there: the web, a mailbox, a plain path of this site."""
    own = text.removeprefix(OF_OURS)
    if own == text and WEB.match(text):
        return True
    return bool(MAIL.fullmatch(own) or PATH.fullmatch(own) and PATH.fullmatch(unquote(own).replace(" ", "_")))


def _is_known(attribute: str) -> bool:
    return attribute in ATTRIBUTES or attribute.startswith(("aria-", "data-"))


def _is_misused(name: str, attributes: Mapping[str, str]) -> bool:
    if name == "script":
        is_data = attributes.get("type") == "application/ld+json" and "src" not in attributes
        return not is_data and not attributes.get("src", "").endswith("theme/search.js")
    if name == "meta":
        return "http-equiv" in attributes and not _LEADS_ON.fullmatch(attributes.get("content", ""))
    if attributes.get("name", "q") not in FIELDS:
        return True
    if name == "link":
        return attributes.get("rel") not in RELATIONS
    if name == "form":
        return attributes.get("action") != "search.html"
    return name == "img" and ":" in attributes.get("src", "") and not OUR_PICTURE.fullmatch(attributes["src"])
