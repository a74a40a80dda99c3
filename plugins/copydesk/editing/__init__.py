"""Editing: a Draft of everything the page shows in, a Draft of the story alone out, every cut with its witness.

`edit` carries out `RULES` one after the other. Words in = words in the body + words in cuts, for every rule.
"""

from __future__ import annotations

from copydesk.editing.desk import Desk, Rule, open_desk
from copydesk.editing.notes import RULES_OF_NOTES, is_note
from copydesk.editing.rules import RULES
from copydesk.model import Draft, House, Overrides

__all__ = ["RULES", "Desk", "Rule", "edit"]


def edit(draft: Draft, house: House, overrides: Overrides) -> Draft:
    """The draft with only the story left in it: furniture lifted into clues, boilerplate cut, doubts marked.

    Pure: the same draft, house and overrides give the same result. Reasons not to publish are in ``held``.
    """
    desk = open_desk(draft, house, overrides)
    for rule in RULES_OF_NOTES if is_note(draft) else RULES:
        draft = rule.apply(draft, desk)
    return draft
