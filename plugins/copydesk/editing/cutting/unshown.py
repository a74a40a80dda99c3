"""What the page's own style sheets hide. The judge has seen pages with it, so it is asked first."""

from __future__ import annotations

from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import prose_words
from copydesk.model import Block, Draft

FEWEST, SHARE = 100, 0.5
"""Words of hidden prose, and their share of the prose that is shown, from which a script shows the story later."""


def cut_what_styles_hide(draft: Draft, desk: Desk) -> Draft:
    """Cut what a style sheet of the page hides, unless it may be the story, to be shown by a script."""
    unshown = {at for at, block in enumerate(draft.blocks) if _is_unshown(block)}
    hidden = sum(prose_words(draft.blocks[at]) for at in unshown)
    if hidden >= FEWEST and hidden >= SHARE * (sum(map(prose_words, draft.blocks)) - hidden):
        return draft
    verdict = Verdict("the page holds it but does not show it")
    return cut(draft, "cut_what_styles_hide", dict.fromkeys(unshown, verdict))


def _is_unshown(block: Block) -> bool:
    return block.markup is not None and block.markup.unshown
