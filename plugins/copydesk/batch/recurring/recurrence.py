"""Which lines of a page stand on other pages of its publisher. Pure; the order of the pages does not matter.

A line counts as chrome from two other pages and a quarter of them; one of 25 words or more from three, since an agency
prints the same sentence twice. Pages that share half of their running text are versions of one story and say nothing
about each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from copydesk.model import Draft
from copydesk.text import count_words, line_key

FEWEST, SHARE = 2, 4
"""Other pages a line must stand on: at least two, and one of four. Counted on publishers with 6 to 12 pages."""
LONG, FEWEST_OF_LONG = 25, 3
"""Words from which a line must stand on three."""
PROSE = 10
"""Words from which a line tells one story from another."""
MOST_VERSIONS = 10
"""Pages a line may stand on and still tell versions of one story: more versions than that nobody saves."""
SAME_STORY = 0.5
"""Share of both pages' running text that makes them versions of one story."""


Words = Mapping[str, int]
"""The keys of a page's lines (`text.line_key`), each with the line's number of words (at most 255)."""


def lines_of(drafts: Iterable[Draft]) -> dict[str, int]:
    """The lines of a raw file's documents, by key."""
    texts = {block.text for draft in drafts for block in draft.blocks}
    return {line_key(text): min(count_words(text), 255) for text in sorted(texts)}


class Siblings:
    """The pages of one publisher, each under a name, and which lines of a page stand on the others too."""

    def __init__(self, pages: Mapping[str, Words]) -> None:
        self._pages = pages
        self._counts = Counter(key for page in pages.values() for key in page)
        self._with: dict[str, list[str]] = defaultdict(list)
        for name, page in pages.items():
            for key in self._telling(page):
                self._with[key].append(name)

    def recurring(self, name: str) -> dict[str, int]:
        """The keys of the page's lines that are chrome, each with the number of other pages it stands on."""
        page, versions = self._pages[name], self._versions(name)
        others = len(self._pages) - len(versions)
        found: dict[str, int] = {}
        for key, words in sorted(page.items()):
            count = self._counts[key]
            if count > FEWEST:
                count -= sum(key in self._pages[version] for version in versions)
                if count * SHARE >= others and count >= (FEWEST_OF_LONG if words >= LONG else FEWEST):
                    found[key] = count
        return found

    def _telling(self, page: Words) -> list[str]:
        return [key for key, words in page.items() if words >= PROSE and self._counts[key] <= MOST_VERSIONS]

    def _versions(self, name: str) -> list[str]:
        """The page itself and the pages that tell the same story."""
        page = self._pages[name]
        shared: Counter[str] = Counter()
        for key in self._telling(page):
            for other in self._with[key]:
                shared[other] += page[key]
        return [name, *(other for other in shared if other != name and self._is_version(shared[other], name, other))]

    def _is_version(self, shared: int, *names: str) -> bool:
        return all(shared >= SAME_STORY * self._told(self._pages[name]) for name in names)

    def _told(self, page: Words) -> int:
        return sum(words for words in page.values() if words >= PROSE)
