"""Menus: links in a row of which the judge believes nothing. Half of all blocks of a saved page are no more than that,
so they leave before any rule looks for something in them."""

from __future__ import annotations

from itertools import groupby

from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.judge.menus import FEWEST, LINKED
from copydesk.editing.shapes import bare, is_heading
from copydesk.model import Block, Draft
from copydesk.text import has_figure

TRAIL_WORDS = frozenset(("breadcrumb", "breadcrumbs", "crumbs"))
"""Class words of a breadcrumb."""
MENU_WORDS = frozenset(("menu", "nav", "navigation", "topmenu", "mainmenu", "navbar", "gnb", "lnb"))
"""Class words of a menu."""
SURE = 0.01
"""The score under which the judge believes nothing of a block."""


def cut_menus(draft: Draft, desk: Desk) -> Draft:
    """Cut rows of links of which the judge believes nothing, but for those that may say when, under what section, or
    where the story ends: "World", "Sport", "Culture", "Tides"."""
    telling = desk.words.telling_lines
    found = [at for at, block in enumerate(draft.blocks) if _is_link(block) and not _tells(block, telling)]
    rows = (list(row) for _, row in groupby(enumerate(found), key=lambda each: each[1] - each[0]))
    menus = [at for row in rows if len(row) >= FEWEST for _, at in row]
    return cut(draft, "cut_menus", dict.fromkeys(menus, Verdict("nothing but links")))


def _is_link(block: Block) -> bool:
    markup = block.markup
    return markup is not None and markup.link_density >= LINKED and block.score is not None and block.score < SURE


def _tells(block: Block, lines: frozenset[str]) -> bool:
    """Whether a link stands on the way from the front page to this one, or says a date, a count, or what follows it."""
    if is_heading(block) or has_figure(block.text) or bare(block.text) in lines:
        return True
    return block.markup is not None and not TRAIL_WORDS.isdisjoint(block.markup.words)
