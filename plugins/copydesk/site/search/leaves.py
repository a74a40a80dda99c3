"""What Pagefind reads: a leaf per story with the words that may be found, and nothing of the page around them.

Leaves are made from records, which hold no more than policy lets a page show. One index serves all languages: Pagefind
loads one language at a time, and a digest has many. Scripts without spaces are taken apart into their characters, which
the page does with a question too; so a word of them is found as the phrase of its characters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from copydesk.languages import primary
from copydesk.site.entries import digest_of
from copydesk.site.stories.record import StoryRecord

SPACELESS = re.compile(
    "(?=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
)
"""Before each character of Thai, Lao, Burmese, Khmer, Kana and Han. ``theme/static/search.js`` has the same ranges."""

UNSEGMENTED = frozenset({"zh", "ja", "th"})
"""Languages whose questions Pagefind would take apart into words by itself, as our index does not."""

LEAF = Markup(
    '<!doctype html><html lang="{language}"><body>'
    '<span data-pagefind-meta="title">{title}</span><span data-pagefind-meta="date">{date}</span>'
    '<span data-pagefind-filter="language">{language}</span><span data-pagefind-sort="date">{sort}</span>{names}'
    "<div data-pagefind-body><h1>{headline}</h1><p>{standfirst}</p><p>{credits}</p>{body}</div></body></html>\n"
)
NAME = Markup('<span data-pagefind-filter="{kind}" data-pagefind-meta="{kind}">{name}</span>')


@dataclass(frozen=True, slots=True)
class Leaf:
    """A story in the search index: the path of its page, and its record."""

    path: str
    story: StoryRecord

    @property
    def digest(self) -> str:
        """The digest of all that a leaf is made from."""
        return digest_of(self.path, self.story.key)

    def html(self) -> str:
        """The leaf as Pagefind reads it."""
        story = self.story.whole()
        names = {"section": story.section, "publisher": story.origin.publisher, "year": str(story.moment.year)}
        return LEAF.format(
            language=story.language,
            title=story.headline,
            date=story.published.day or story.published.label,
            sort=story.moment.isoformat(),
            names=Markup("").join(NAME.format(kind=kind, name=name) for kind, name in names.items() if name),
            headline=apart(story.headline),
            standfirst=apart(story.standfirst or ""),
            credits=apart(", ".join((*story.authors, *filter(None, [story.origin.publisher])))),
            body=Markup(apart(str(story.body))),
        )


def apart(text: str) -> str:
    """The text with a space before each character of a script that sets none between words."""
    return text if text.isascii() else SPACELESS.sub(" ", text)


def index_language(language: str) -> str:
    """The language whose word endings the index knows: the site's."""
    code = primary(language) or "unknown"
    return "unknown" if code in UNSEGMENTED else code


def digest(leaves: Iterable[Leaf], language: str, version: str) -> str:
    """The digest of an index: of every leaf, in any order, and of what makes it."""
    return digest_of(LEAF, SPACELESS.pattern, language, version, sorted(leaf.digest for leaf in leaves))
