"""A dump as a rule finds it: read, and edited by every rule before that one."""

from __future__ import annotations

from collections.abc import Callable

from copydesk import intake
from copydesk.editing.desk import Desk, open_desk
from copydesk.editing.rules import RULES
from copydesk.errors import HeldError
from copydesk.model import Draft, House, Overrides, RawDocument

from bench.quality.gold import GoldPage


def draft_before(
    page: GoldPage, rule: str, change: Callable[[Draft], Draft | None] | None = None
) -> tuple[Draft, Desk] | None:
    """The draft that the named rule receives, and its desk; ``None`` for a page that cannot be read. A ``change`` may
    make another draft of what was read, or none."""
    try:
        draft: Draft | None = intake.read(RawDocument(page.id, page.page.encode()))[0]
    except HeldError:
        return None
    draft = change(draft) if change and draft else draft
    if draft is None:
        return None
    desk = open_desk(draft, House(), Overrides())
    for earlier in RULES:
        if earlier.name == rule:
            break
        draft = earlier.apply(draft, desk)
    return draft, desk
