"""Clues in the elements of the body: class names, ``itemprop``, ``property``, ``rel`` and ``time``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Final

from selectolax.lexbor import LexborNode

from copydesk.intake.machines.clues import Clues
from copydesk.intake.machines.schema import ADDRESSES, PROPERTIES, is_article, is_organisation
from copydesk.intake.markup.classwords import ClassClue, Named
from copydesk.intake.markup.elements import BLOCKS, HEADINGS, UNSEEN
from copydesk.intake.markup.links import Links
from copydesk.model import FactName

Attributes = Mapping[str, str | None]

TELLING: Final = frozenset(("itemscope", "itemprop", "property", "rel"))
"""Attributes by which markup made for machines speaks."""
_MOST: Final = 300
"""How many elements of a page are read for clues; past that it repeats itself."""
_LONGEST: Final = 700
_LONGEST_TRAIL: Final = 80
_LONGEST_STEP: Final = 30
_MOST_TAGS: Final = 12
_LONGEST_CREDIT: Final = 110
_LONGEST_NAME: Final = 60
_LONGEST_LEAD: Final = 12
"""Characters of the words that lead to a linked section."""
_ADDRESSES: Final = ("content", "itemid", "href", "src")
_SPOKEN_OF: Final[Mapping[str, FactName]] = {"author": "author", "creator": "author", "publisher": "publisher"}
"""Properties whose value is a person or an organization, and the fact its name gives."""


@dataclass(frozen=True, slots=True)
class Scope:
    """An open microdata item: how deep its element stands, its type, and the property of the item around it."""

    depth: int
    kind: str
    prop: str | None
    outer: Scope | None


class Evidence:
    """Reads elements for clues as the walk comes by them."""

    def __init__(self, clues: Clues, links: Links) -> None:
        self._clues, self._links = clues, links
        self._left = _MOST
        self._steps: list[str | None] = []
        self._has_credit = False
        self.scope: Scope | None = None
        """The microdata item around the element that is read."""

    def leave(self, depth: int) -> None:
        """The element at ``depth`` is closed."""
        if self.scope is not None and self.scope.depth >= depth:
            if self.scope.kind == "BreadcrumbList":
                self._offer_steps()
            self.scope = self.scope.outer

    def _offer_steps(self) -> None:
        """Offer the steps of a breadcrumb, the last first: it may be the headline, which is no section."""
        for step in reversed(self._steps):
            self._clues.add("section", step, "breadcrumb")
        self._steps.clear()

    def offer(self, node: LexborNode, attributes: Attributes, depth: int) -> None:
        """Take what markup made for machines says about the story, wherever the element stands."""
        if "itemscope" in attributes:
            kind = (attributes.get("itemtype") or "").rstrip("/").rsplit("/", 1)[-1]
            self.scope = Scope(depth, kind, attributes.get("itemprop"), self.scope)
        elif attributes.get("itemprop") and self._may_read():
            for name in (attributes["itemprop"] or "").split():
                self._offer_item(name, node, attributes)
        if attributes.get("property") and node.tag != "meta" and self._may_read():
            for name in (attributes["property"] or "").split():
                self._offer_property(name, node, attributes)
        if attributes.get("rel"):
            self._offer_relation((attributes["rel"] or "").lower().split(), node, attributes)

    def offer_shown(self, node: LexborNode, attributes: Attributes, words: tuple[str, ...], named: Named) -> None:
        """Take what class names, ``words`` in them, and ``time`` elements say; only asked of elements that are not
        beside the story."""
        if node.tag == "time":
            fact: FactName = "updated" if {"updated", "modified", "modify"} & set(words) else "published"
            self._clues.add(fact, attributes.get("datetime") or short_text(node, 100), "time element")
        if named.trail:
            self.offer_trail(node)
        for row in named.clues:
            if self._may_read() and not (row.fact == "section" and node.tag in HEADINGS and "title" in words):
                self._offer_class(row, node)

    def offer_trail(self, node: LexborNode) -> None:
        """Offer the last link that leads neither to the front page nor to the page itself."""
        if not self._may_read():
            return
        crumbs = []
        for inner in islice(node.traverse(), _LONGEST_TRAIL):
            if inner.tag == "a" and self._leads_on(inner.attributes.get("href") or ""):
                crumbs.append(short_text(inner, 60))
        if crumbs:
            self._clues.add("section", crumbs[-1], "breadcrumb")
        elif node.css_first("a") is None and node.tag != "a" and node.tag not in HEADINGS:
            steps = [step.strip() for step in (short_text(node, _LONGEST_STEP) or "").split("\n") if step.strip()]
            self._clues.add("section", " > ".join(steps), "breadcrumb")

    def offer_credit(self, node: LexborNode) -> None:
        """Offer whose the first picture of the page is, by an element of its caption; of others it is no fact."""
        if not self._has_credit and self._may_read():
            self._has_credit = True
            self._clues.add("image_credit", short_text(node, _LONGEST_CREDIT), "credit class")

    def _leads_on(self, href: str) -> bool:
        """Whether a link leads neither to the front page nor to the page itself, as far as the page is known."""
        address = self._links.absolute(href)
        if address is not None:
            return not self._links.is_front_or_self(address)
        return ":" not in href and bool(href.partition("#")[0].strip("/."))

    def _may_read(self) -> bool:
        self._left -= 1
        return self._left >= 0

    def _offer_class(self, row: ClassClue, node: LexborNode) -> None:
        if row.fact == "tag" and (tags := _linked_tags(node, row.longest)):
            for tag in tags:
                self._clues.add("tag", tag, row.origin)
            return
        text = short_text(node, row.longest)
        if row.fact == "section" and text is not None and node.tag != "a":
            text = _linked_in(node, text)
        if text is None or len(text) < row.shortest or row.origin == "date class" and not any(map(str.isdigit, text)):
            return
        if row.fact == "author":
            text = _name_linked(node, text)
        self._clues.add(row.fact, text, row.origin)

    def _offer_item(self, name: str, node: LexborNode, attributes: Attributes) -> None:
        scope = self.scope
        fact = PROPERTIES.get(name) or _SPOKEN_OF.get(name)
        if scope is None or not scope.kind or scope.kind.endswith("Page"):
            self._add(fact, node, attributes, "itemprop")
        elif is_article((scope.kind,)):
            self._add(fact, node, attributes, "microdata")
        elif name == "name" and scope.kind == "ListItem" and scope.prop == "itemListElement":
            self._steps.append(short_text(node, _LONGEST_STEP))
        elif name == "name" and scope.prop and _is_about_story(scope.outer):
            spoken = _SPOKEN_OF.get(scope.prop)
            is_agency = spoken == "author" and is_organisation((scope.kind,))
            self._add("agency" if is_agency else spoken, node, attributes, "microdata")

    def _offer_property(self, name: str, node: LexborNode, attributes: Attributes) -> None:
        prefix, _, local = name.rpartition(":")
        if prefix in ("", "schema") or prefix.endswith("schema.org/"):
            self._add(PROPERTIES.get(local), node, attributes, "rdfa")

    def _add(self, fact: FactName | None, node: LexborNode, attributes: Attributes, origin: str) -> None:
        if fact is None:
            return
        if fact in ADDRESSES:
            address = next(filter(None, map(attributes.get, _ADDRESSES)), None)
            self._clues.add(fact, self._links.absolute(address), origin)
            return
        value = attributes.get("content") or attributes.get("datetime") or _expanded(node, attributes)
        for each in (value or "").split(",") if fact == "tag" else (value,):
            self._clues.add(fact, each, origin)

    def _offer_relation(self, relations: list[str], node: LexborNode, attributes: Attributes) -> None:
        if "author" in relations and node.tag == "a" and self._may_read():
            self._clues.add("author", short_text(node, 100), "rel author")
        if "category" in relations and self._may_read():
            self._clues.add("section", short_text(node, 60), "rel category")
        if "tag" in relations and self._may_read():
            self._clues.add("tag", short_text(node, 60), "rel tag")
        if "license" in relations:
            self._clues.add("licence", self._links.absolute(attributes.get("href")), "rel license")


def _linked_tags(node: LexborNode, longest: int) -> list[str]:
    """The texts of the links in an element that holds little else: a row of tags, and not a story with a class."""
    if node.tag in ("a", "article") or (shown := short_text(node, _MOST_TAGS * longest // 2)) is None:
        return []
    links = [text for link in node.css("a") if (text := short_text(link, longest))]
    return links if len(links) <= _MOST_TAGS and sum(map(len, links)) * 3 > len(shown) else []


def _linked_in(node: LexborNode, text: str) -> str:
    """The words of the link in a text of which it is nearly all: of "in Streets" the section."""
    link = node.css_first("a")
    linked = short_text(link, len(text)) if link is not None else None
    return linked if linked and len(text) - len(linked) <= _LONGEST_LEAD else text


def _name_linked(node: LexborNode, text: str) -> str:
    """The name that a byline's box begins with and links, where something else begins behind it: of "Jane Roe", "Local
    reporter", "Follow" who it is."""
    links = dict.fromkeys(linked for link in node.css("a") if (linked := short_text(link, _LONGEST_NAME)))
    name = next(iter(links)) if len(links) == 1 else ""
    rest = text.removeprefix(name).lstrip() if " " in name and text.startswith(name) else ""
    return name if rest[:1].isupper() else text


def _expanded(node: LexborNode, attributes: Attributes) -> str | None:
    """The text in an element; of an abbreviation what it stands for, as hCalendar and blogs write an hour."""
    return (attributes.get("title") if node.tag == "abbr" else None) or short_text(node, _LONGEST)


def is_licence(address: str) -> bool:
    """Whether an address is that of a public licence."""
    return "creativecommons.org/" in address and ("/licenses/" in address or "/publicdomain/" in address)


def _is_about_story(scope: Scope | None) -> bool:
    return scope is None or scope.kind.endswith("Page") or is_article((scope.kind,))


def _run_together(before: str, after: str) -> bool:
    """Whether two texts of neighbouring elements are pieces that style alone sets apart: "News", "By", "Jane Roe"."""
    begins = after[:1].isupper() or before[-1:].isalpha() and after[:1].isdigit()
    return len(before) > 1 and before[-1:].isalnum() and begins and not before[-2:].isupper()


def short_text(node: LexborNode, longest: int) -> str | None:
    """The text in an element, or ``None`` where there is none or more than ``longest``: it is read no further."""
    parts: list[str] = []
    length = 0
    for inner in node.traverse(include_text=True):
        tag = inner.tag
        if tag in BLOCKS:
            parts.append("\n")
        elif tag == "-text" and ((parent := inner.parent) is None or parent.tag not in UNSEEN):
            text = inner.text_content or ""
            parts += [" ", text] if parts and _run_together(parts[-1], text) else [text]
            length += len(parts[-1].strip())
            if length > longest:
                return None
    return "".join(parts).strip() or None
