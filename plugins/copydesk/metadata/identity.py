"""A story's identity: made once, from the bytes of the raw file, so that two machines agree."""

from __future__ import annotations

import uuid

NAMESPACE = uuid.UUID("5f0c8bb2-3a52-4c0b-9d7e-6b1f6f2c4a11")
"""The namespace of all GUIDs. It can never change: every story's identity hangs on it."""


def make_guid(sha256: str, item: str | None = None) -> str:
    """The ``urn:uuid:`` (version 5) of a raw file's digest, and of the item where a seed holds several."""
    name = sha256 if item is None else f"{sha256}\n{item}"
    return uuid.uuid5(NAMESPACE, name).urn


def make_item_guid(item: str) -> str:
    """The ``urn:uuid:`` (version 5) of an id that the publisher gave the document: the same in whatever file it
    stands."""
    return uuid.uuid5(NAMESPACE, f"item\n{item}".encode("utf-8", "surrogatepass").decode("utf-8", "replace")).urn
