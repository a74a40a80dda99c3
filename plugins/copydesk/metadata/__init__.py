"""Clues to facts: who wrote a story, who published it, when and where, each with its origin and its trust."""

from copydesk.metadata.resolving import resolve

__all__ = ["resolve"]
