"""Programs of the page that a dump took for text: converters to Markdown leave the insides of scripts in it."""

from __future__ import annotations

import re
from typing import Final

from copydesk.editing.desk import Desk, Verdict, cut_where
from copydesk.model import Block, Draft, Paragraph

MARKS: Final = 3
"""Signs of a script that make a line one. In 4,185 dumps of news pages with known text every line with so many was
none of the story's; the lines of a program that a story shows are shorter, each on its own."""

SHARE: Final = 0.03
"""The least share of a script's characters that are brackets, semicolons and the like: a story may name three
functions of a browser in one sentence."""

_MARK = re.compile(
    r"\bdocument\.(?:write|getElement|createElement|cookie|domain|location|body)|\bwindow\.\w|\bvar \w+ ?="
    r"|\bfunction ?\w*\([\w$, ]{0,80}\) ?\{|\btypeof \w|<!?\[CDATA\[|</?scr'?\+?'?ipt|\}\) ?\(|;\s?\}"
)
_PUNCTUATION = re.compile(r"[{}()\[\];=<>+|&]")


def cut_scripts(draft: Draft, desk: Desk) -> Draft:
    """Cut lines of a dump that are a program of its page: "var ads = ads || {}; function load() { … }"."""
    return cut_where(draft, "cut_scripts", Verdict("program of the page"), _is_script)


def _is_script(block: Block) -> bool:
    text = block.text
    if block.markup is not None or not isinstance(block.kind, Paragraph) or "(" not in text and "{" not in text:
        return False
    return len(_MARK.findall(text)) >= MARKS and len(_PUNCTUATION.findall(text)) >= SHARE * len(text)
