"""What the W3C's feed validator can say of a feed, message by message, as rules over one document.

A rule has the names of its messages (github.com/w3c/feedvalidator, ``logging.py``), what it asks for, how it finds what
is wrong, and an edit of a right feed that it must find: a rule that finds nothing in that is no rule.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from feed_stand import ATOM, CONTENT
from lxml import etree


@dataclass(frozen=True)
class Feed:
    """A document: where it is to be served, and its bytes."""

    address: str
    data: bytes

    @cached_property
    def root(self) -> Any:
        """Its root element."""
        return etree.fromstring(self.data)

    @property
    def is_rss(self) -> bool:
        """Whether it is RSS, else it is Atom."""
        return bool(self.root.tag == "rss")

    @property
    def head(self) -> Any:
        """What holds its items."""
        return self.root.find("channel") if self.is_rss else self.root

    @property
    def items(self) -> list[Any]:
        """Its items or entries."""
        return list(self.head.findall("item" if self.is_rss else f"{ATOM}entry"))

    def texts(self, *names: str) -> list[str]:
        """The texts of its elements of these names."""
        return [element.text or "" for element in self.root.iter(*names)]

    def links(self, parent: Any, *relations: str) -> list[Any]:
        """The Atom links of an element with these relations."""
        return [link for link in parent.findall(f"{ATOM}link") if link.get("rel") in relations]

    @cached_property
    def html(self) -> list[str]:
        """Its texts that are HTML."""
        found = self.texts(CONTENT) + self.texts("description")[1:] if self.is_rss else []
        return found + [text.text or "" for text in self.root.iter() if text.get("type") == "html"]


@dataclass(frozen=True)
class Rule:
    """The messages, what is asked for, how what is wrong is found, and (pattern, text): an edit that it must find."""

    messages: str
    asks: str
    faults: Callable[[Feed], Iterator[object]]
    breaks: tuple[bytes, bytes]
