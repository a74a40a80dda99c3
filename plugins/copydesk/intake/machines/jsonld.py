"""The clues in a page's JSON-LD: of its article, its publisher and its breadcrumbs."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from copydesk.intake.machines.clues import Clues, plain
from copydesk.intake.machines.schema import ADDRESSES, PROPERTIES, is_article, is_organisation
from copydesk.intake.machines.structured import Graph, JsonObject, types
from copydesk.intake.markup.links import Links
from copydesk.model import FactName

_ORIGIN: Final = "json-ld"
_IN_STEAD: Final[tuple[tuple[str, str, FactName], ...]] = (
    ("headline", "name", "headline"),
    ("datePublished", "dateCreated", "published"),
)
"""A property, the one that may stand in its stead, and the fact they give."""
_LONGEST_BODY: Final = 400_000
_LONGEST_SECTION: Final = 25
_TAG: Final = re.compile(r"<[^<>]{0,500}>")
_ABOUT_CLAIMS: Final = frozenset(("ClaimReview", "MediaReview"))
"""What a page says of the claim or the picture that its article is about."""
_PAGE_PROPERTIES: Final = ("datePublished", "dateModified", "inLanguage", "license")


@dataclass(frozen=True, slots=True)
class PageFacts:
    """What tells this page's article from others in its data: its addresses and the words of its title."""

    addresses: frozenset[str]
    title: str


def read_jsonld(scripts: list[str], page: PageFacts, clues: Clues, links: Links) -> str:
    """Offer what the scripts say, and return the article's text in them ("" where they have none)."""
    graph = Graph(scripts)
    article = _article(graph, page)
    if article is not None:
        _offer_article(graph, article, clues, links)
    for node in graph.top:
        kinds = types(node)
        _say_what_it_is(node, kinds, clues)
        if article is None and any(kind.endswith("Page") for kind in kinds):
            _offer(graph, {key: node[key] for key in _PAGE_PROPERTIES if key in node}, clues, links)
        if article is None and "WebSite" in kinds:
            _offer_names(graph, node, "publisher", clues)
        if "BreadcrumbList" in kinds:
            _offer_trail(graph, node, page, clues)
    return _body(graph, article) if article is not None else ""


def _say_what_it_is(node: JsonObject, kinds: tuple[str, ...], clues: Clues) -> None:
    for kind in kinds:
        clues.say(kind)
    if str(node.get("isAccessibleForFree")).strip().lower() == "false":
        clues.say("not free")


def _article(graph: Graph, page: PageFacts) -> JsonObject | None:
    """The article this page is about: the one with its address, else its title, else the first."""
    articles = [node for node in graph.top if is_article(types(node))]
    return max(articles, key=lambda node: _likeness(graph, node, page), default=None)


def _likeness(graph: Graph, node: JsonObject, page: PageFacts) -> int:
    given = [address for key in ("url", "mainEntityOfPage", "@id") for address in graph.addresses(node.get(key))]
    headline = next(map(_folded, graph.texts(node.get("headline") or node.get("name"))), "")
    return (
        4 * any(without_fragment(address) in page.addresses for address in given)
        + 2 * bool(headline and headline in _folded(page.title))
        - 4 * any(kind in _ABOUT_CLAIMS for kind in types(node))
        + (any(not kind.startswith("CreativeWork") for kind in types(node)) and "headline" in node)
    )


def _folded(text: str) -> str:
    return " ".join(plain(text).lower().split())


def without_fragment(address: str) -> str:
    """An address as it is compared: without scheme, "www.", fragment, query and trailing slash."""
    return re.sub(r"^(?:https?:)?//(?:www\.|m\.|amp\.)?|[?#](?s:.*)", "", address.strip()).rstrip("/").lower()


def _offer_article(graph: Graph, article: JsonObject, clues: Clues, links: Links) -> None:
    _offer(graph, article, clues, links)
    for key, stead, fact in _IN_STEAD:
        if key not in article:
            for text in graph.texts(article.get(stead)):
                clues.add(fact, text, _ORIGIN)
    for creator in graph.each(article.get("author") or article.get("creator")):
        _offer_creator(graph, creator, clues)
    for publisher in graph.each(article.get("publisher") or article.get("sourceOrganization")):
        if isinstance(publisher, dict):
            _offer_names(graph, publisher, "publisher", clues)
        elif isinstance(publisher, str):
            clues.add("publisher", publisher, _ORIGIN)


def _offer(graph: Graph, node: JsonObject, clues: Clues, links: Links) -> None:
    for key, fact in PROPERTIES.items():
        if key not in node:
            continue
        if fact in ADDRESSES:
            for address in list(graph.addresses(node[key]))[:1]:
                clues.add(fact, links.absolute(address), _ORIGIN)
            continue
        for text in graph.texts(node[key]):
            for value in text.split(",") if fact == "tag" else (text,):
                clues.add(fact, value, _ORIGIN)


def _offer_creator(graph: Graph, creator: object, clues: Clues) -> None:
    """A person or someone of unknown type is an author; an organization is credited as an agency."""
    if isinstance(creator, str):
        clues.add("author", creator, _ORIGIN)
    elif isinstance(creator, dict):
        _offer_names(graph, creator, "agency" if is_organisation(types(creator)) else "author", clues)


def _offer_names(graph: Graph, node: JsonObject, fact: FactName, clues: Clues) -> None:
    for name in graph.texts(node.get("name")):
        clues.add(fact, name, _ORIGIN)


def _offer_trail(graph: Graph, node: JsonObject, page: PageFacts, clues: Clues) -> None:
    """Offer the last crumb that is neither the front page nor the story itself."""
    crumbs = [crumb for crumb in graph.each(node.get("itemListElement")) if isinstance(crumb, dict)]
    crumbs.sort(key=lambda crumb: crumb["position"] if isinstance(crumb.get("position"), int) else 0)
    names = []
    for crumb in crumbs:
        item = graph.resolve(crumb.get("item"))
        name = next(graph.texts(crumb.get("name") or (item.get("name") if isinstance(item, dict) else None)), "")
        address = next(graph.addresses(item), "")
        if name and not _is_front(address) and not _is_story(name, address, page):
            names.append(name)
    if names:
        clues.add("section", names[-1], "breadcrumb")


def _is_front(address: str) -> bool:
    try:
        parts = urlsplit(address)
    except ValueError:
        return False
    return bool(parts.netloc) and parts.path.strip("/") in ("", "index.html")


def _is_story(name: str, address: str, page: PageFacts) -> bool:
    """Whether a crumb is the page itself: its address, or the beginning of its title."""
    start = _folded(name).rstrip(".\u2026 ")
    if address and without_fragment(address) in page.addresses:
        return True
    return (not address or len(start) > _LONGEST_SECTION) and start in _folded(page.title)


def _body(graph: Graph, article: JsonObject) -> str:
    return "\n".join(_TAG.sub(" ", text[:_LONGEST_BODY]) for text in graph.texts(article.get("articleBody")))
