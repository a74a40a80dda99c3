"""Frozen values that are quick to make, for those of which a page has hundreds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

__all__ = ["value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:

    def value(*, frozen: bool, slots: bool) -> Any:
        """A dataclass that is frozen for the type checker, which reads every commit, and plain to the interpreter.

        A frozen one is made field by field through ``object.__setattr__``, which takes up to eight times as long: with
        blocks and spans made so, a sixth of the time of cleaning was spent on it.
        """
        return dataclass(slots=slots, unsafe_hash=frozen)
