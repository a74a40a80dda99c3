"""Every word of the interface: what the templates and the site's modules say, before any language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from copydesk.site.feeds.addresses import GROUPS
from copydesk.site.showing.frame import INDEXES
from copydesk.site.showing.listings import FACTS, POLICIES
from copydesk.site.showing.pages import NOT_FOUND
from copydesk.site.stories.origins import FACT_WORDS, FORMAT_WORDS, ORIGINS, REASONS, SEEN_FIRST
from copydesk.site.stories.records import CORRECTED, WITHDRAWN
from jinja2.ext import babel_extract

ROOT = Path(__file__).parents[2]

SAID = re.compile(r'\.say\(\s*"([^"]+)"(?: if \w+ else "([^"]+)")?')
"""A word, or one of two, that a module of the site says."""

REASON = re.compile(r'(?:(?:Verdict\(\s*|_end\(draft, "\w+", [\w\[\]]+, |Cut\(block, "\w+", )f?|reason = )"([^"]+)"')
"""A reason of a cut in a module of editing or intake."""

OPTIONS = {"trim_blocks": "true", "lstrip_blocks": "true"}

Message = str | tuple[str, str]
"""A text, or a text for one and a text for many."""


def messages() -> set[Message]:
    """Every message."""
    tables = (*dict(INDEXES).values(), *POLICIES.values(), *GROUPS.values(), *FACTS, *NOT_FOUND, CORRECTED, WITHDRAWN)
    gaps = (words for _, words in REASONS)
    accounts = (*FACT_WORDS.values(), *FORMAT_WORDS.values(), *ORIGINS.values(), *gaps, SEEN_FIRST)
    return {*of_templates(), *of_modules(), *tables, *accounts, *reasons()} - {"HTML"}


def reasons() -> Iterator[str]:
    """Why blocks are cut: the words of a verdict, or what the cuts of intake and of endings end with. Those with a gap
    are in `REASONS`."""
    for folder in ("editing", "intake"):
        for path in sorted((ROOT / "plugins" / "copydesk" / folder).rglob("*.py")):
            yield from map(filled, REASON.findall(path.read_text(encoding="utf-8")))


def filled(reason: str) -> str:
    """A reason as the catalogues have it: one with a gap by what `REASONS` makes of it."""
    said = re.sub(r"\{[^}]*\}", "7", reason)
    return next((words for pattern, words in REASONS if pattern.fullmatch(said)), said)


def of_templates() -> Iterator[Message]:
    """What the templates say."""
    for path in sorted((ROOT / "theme" / "templates").glob("*.html")):
        with path.open("rb") as source:
            for _, function, said, _ in babel_extract(source, ("_", "ngettext"), (), OPTIONS):
                one, many = (said, None) if isinstance(said, str) else (said[0], said[1])
                yield (str(one), str(many)) if function == "ngettext" else str(one)


def of_modules() -> Iterator[str]:
    """What the modules of the site say."""
    for path in sorted((ROOT / "plugins" / "copydesk" / "site").rglob("*.py")):
        for words in SAID.findall(path.read_text(encoding="utf-8")):
            yield from filter(None, words)
