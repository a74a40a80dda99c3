"""A raw page as the judge meets it: read by the product's own readers, after the rules that come before the judge."""

from __future__ import annotations

import sys
from typing import Final

from copydesk.editing.desk import open_desk
from copydesk.editing.rules import RULES
from copydesk.errors import HeldError
from copydesk.intake import read
from copydesk.model import Draft, House, Overrides, RawDocument

JUDGING: Final = "score_blocks"
"""The rule that asks the judge."""

BEFORE: Final = RULES[: [rule.name for rule in RULES].index(JUDGING)]


def draft_to_judge(page: str, url: str | None) -> Draft | None:
    """A page as the judge is asked about it; ``None`` where it is held or has no blocks."""
    try:
        draft = read(RawDocument("page", page.encode("utf-8", "replace"), url))[0]
    except HeldError as error:
        print(error, file=sys.stderr)
        return None
    desk = open_desk(draft, House(), Overrides())
    for rule in BEFORE:
        draft = rule.apply(draft, desk)
    return draft if draft.blocks else None
