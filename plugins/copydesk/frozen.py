"""Frozen values that are quick to make, for those of which a page has hundreds, or a site a hundred thousand."""

from __future__ import annotations

from dataclasses import dataclass, is_dataclass
from typing import TYPE_CHECKING, Any, cast

__all__ = ["is_frozen", "value"]

if TYPE_CHECKING:
    from dataclasses import dataclass as value
else:

    def value(*, frozen: bool, slots: bool) -> Any:
        """A dataclass that is frozen for the type checker, which reads every commit, and plain to the interpreter.

        A frozen one is made field by field through ``object.__setattr__``, which takes up to eight times as long: with
        blocks and spans made so, a sixth of the time of cleaning was spent on it, and a thirteenth of that of building.
        """
        return dataclass(slots=slots, unsafe_hash=frozen)


def is_frozen(kind: type) -> bool:
    """Whether values of a kind never change, as it was declared."""
    if not is_dataclass(kind):
        return False
    declared = cast(Any, kind).__dataclass_params__
    return bool(declared.frozen or declared.unsafe_hash)
