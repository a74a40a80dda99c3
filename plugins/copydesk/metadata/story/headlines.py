"""The headline: as the paper printed it above the story, checked against what the page tells others.

A page has several titles: the heading, what it declares in structured data, what it tells social networks, and the
title element, which is written for search engines. They differ on one page in four. What was learned on pages with
known headlines (`bench/trust.py`): a declared headline that is not just the title element again was written by the
editors and wins; else the heading, where it is of the same story; a kicker run
into it is taken off. Where all agree on one story, what is printed is what readers know it by.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from copydesk.metadata.evidence import Evidence, Finding
from copydesk.metadata.names.site_names import SiteNames, compact, without_site_name
from copydesk.metadata.story.openings import opening_of
from copydesk.metadata.trust import confidence
from copydesk.model import Clue, Doubt, Fact
from copydesk.text import fold, spaced, words

DECLARED = ("feed", "json-ld", "rdfa")
"""Structured data about the story as a whole."""

MARKED = ("microdata", "itemprop")
"""Structured data that marks a piece of the page: often of a teaser beside the story."""

SHARED = ("open graph", "twitter card", "parsely", "dublin core", "meta", "mail header", "clipping")
"""What a page tells social networks, search engines and clippers, and a mail its reader before it is opened: often with
the site's name, at times another wording."""

PRINTED = ("headline line", "h1")
"""What stands above the story."""

ELSEWHERE = ("source line", "breadcrumb line", "breadcrumb")
"""Where a headline is told again, cut off perhaps: what is taken where nothing else tells it."""

ALIKE = 0.3
"""Share of common words from which two titles can be of one story; headings under it belong to something else."""

PART_WORDS = 3
"""Words from which a title that is a part of another is surely of the same story."""

LONE_WORDS = 4
"""Words from which the only heading of a page that stands right above the story is its headline, whatever the page
tells search engines."""

LABEL_WORDS, MORE_WORDS = 2, 3
"""A heading of at most so many words is a label ("VPN services") where the shared title has so many words more."""

LONGEST = 250
"""Characters of the longest declared headline: some pages declare their first sentences as one."""

LED_WORDS = 2
"""The fewest words of a kicker that other titles set before a colon: one word may begin both by chance."""

KICKER_REST = 3
"""Words that must be left of a headline when a kicker is taken off it."""


_TAIL = re.compile(r"\s?[|:-]\s")
"""What parts a headline from what a page declares behind it, folded."""
_SEPARATED = re.compile(r"\s+[|»·–—-]\s")
_DASHED = re.compile(r"(?P<kicker>.{3,60}?)\s[|»·–—-]\s+(?P<rest>.+)")
_LED = re.compile(r"(?P<kicker>.{3,60}?):\s+(?P<rest>.+)")
"""A kicker set apart from its headline by a dash, and by a colon."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title without the site's name, and the clue it came from."""

    text: str
    clue: Clue

    @property
    def folded(self) -> str:
        """As it is compared."""
        return fold(self.text)


def resolve_headline(evidence: Evidence, names: SiteNames) -> Finding[str]:
    """The headline as printed; the page's other titles decide which heading that is, or stand in for it."""
    if evidence.is_settled("headline"):
        given = next(iter(evidence.of("headline")), None)
        return Finding(_fact(Title(spaced(given.value), given))) if given else _none()
    chosen = _chosen(_titles(evidence.of("headline"), names))
    if chosen is None and evidence.draft.item is not None:
        return opening_of(evidence.draft)
    return Finding(_fact(chosen)) if chosen else _none()


def _titles(clues: Sequence[Clue], names: SiteNames) -> list[Title]:
    """The titles that are no name of the site. One that begins like it ("Café reopens" at cafe.example) is a title
    where the page has no other."""
    printed = frozenset(fold(clue.value) for clue in clues if clue.origin in PRINTED)
    others = [clue for clue in clues if not names.are(clue.value)]
    surely = printed.union(fold(clue.value) for clue in clues if clue.origin == "feed")  # the item's, and no site's
    longer = [clue for clue in clues if not names.include(clue.value) and fold(clue.value) in surely]
    return [Title(without_site_name(clue.value, names, printed), clue) for clue in others or longer]


def likeness(one: str, other: str) -> float:
    """How many of their words two texts share, 0 to 1; all of them where one is a part of the other."""
    first, second = words(one), words(other)
    short, long = sorted((first, second), key=len)
    if len(short) >= PART_WORDS and f" {' '.join(short)} " in f" {' '.join(long)} ":
        return 1.0
    common = sum((Counter(first) & Counter(second)).values())
    return 2 * common / (len(first) + len(second)) if common else 0.0


def _chosen(titles: Sequence[Title]) -> Title | None:
    """The title that is the headline. Without a heading the first that the page gives. Else the heading, unless another
    title tells that it begins with a kicker, that the editors wrote another (a declared one), or that it is the site's
    name; spelled as most titles spell it."""
    heading, shared = _heading(titles), _first(titles, *SHARED)
    declared = _first([title for title in titles if len(title.text) <= LONGEST], *DECLARED)
    if heading is None:
        return declared or shared or _first(titles, *MARKED, "title element", *PRINTED, *ELSEWHERE)
    for title in (declared, shared):
        if title and _is_end_of(title, heading):
            return title
    search = _first(titles, "title element")
    if bare := _without_kicker(heading, shared, search):
        return bare
    if declared and search and declared.folded not in (heading.folded, search.folded):
        return heading if _says_no_more(declared, heading, shared) else declared
    if shared and search and _is_head_of(heading, shared, search):
        return shared
    return _spelled_apart(heading, titles)


def _says_no_more(declared: Title, heading: Title, shared: Title | None) -> bool:
    """Whether a declared headline is the heading cut off, the heading with more behind a mark, or with a kicker that
    the shared title leaves out too."""
    begun = words(declared.text)
    if len(begun) >= PART_WORDS and begun == words(heading.text)[: len(begun)] != words(heading.text):
        return shared is None or shared.folded != declared.folded
    if declared.folded.startswith(heading.folded) and _TAIL.match(declared.folded[len(heading.folded) :]):
        return len(words(heading.text)) >= PART_WORDS
    return shared is not None and shared.folded == heading.folded and _is_end_of(heading, declared)


def _is_head_of(heading: Title, shared: Title, search: Title) -> bool:
    """Whether a heading is the site's name: with the shared title after it, it makes the title element."""
    between = len(search.folded) - len(heading.folded) - len(shared.folded)
    return 1 <= between <= 3 and search.folded.startswith(heading.folded) and search.folded.endswith(shared.folded)


def _heading(titles: Sequence[Title]) -> Title | None:
    """Of what stands above the story the line most like the page's other titles; without those the editor's choice."""
    others = [title for title in titles if title.clue.origin not in PRINTED]
    printed = [title for origin in PRINTED for title in titles if title.clue.origin == origin]
    if not others:
        return _unchecked(printed)
    rated = [(max(likeness(title.text, other.text) for other in others), title) for title in printed]
    likest, best = max(rated, key=lambda pair: pair[0], default=(0.0, None))
    if best is None or _is_label(best, others):
        return None
    return best if likest >= ALIKE else _lone(printed) or _over_label(printed, others)


def _unchecked(printed: Sequence[Title]) -> Title | None:
    """The heading of a page with no other title: the line that editing took, else the only one there is."""
    lines = [title for title in printed if title.clue.origin == "headline line"]
    if lines:
        return _whole(lines)
    return printed[0] if len(printed) == 1 else None


def _over_label(printed: Sequence[Title], others: Sequence[Title]) -> Title | None:
    """The line that was found above the story, where the title of the page only says what kind of page it is: "Harbour
    Post - print view"."""
    lines = [title for title in printed if title.clue.origin == "headline line"]
    are_labels = all(title.clue.origin == "title element" and len(words(title.text)) <= LABEL_WORDS for title in others)
    return lines[0] if lines and are_labels and len(words(lines[0].text)) >= LONE_WORDS else None


def _lone(printed: Sequence[Title]) -> Title | None:
    """The only heading of its rank, where it is the line that was found above the story."""
    lines, headings = ([title for title in printed if title.clue.origin == origin] for origin in PRINTED)
    alone = len(headings) == 1 and bool(lines) and lines[0].folded == headings[0].folded
    return headings[0] if alone and len(words(headings[0].text)) >= LONE_WORDS else None


def _whole(lines: Sequence[Title]) -> Title:
    """The line above the story; of one that is cut off ("On...") the whole."""
    begun = lines[0].folded.rstrip(". ")
    return next((title for title in lines[1:] if title.folded.startswith(begun)), lines[0])


def _is_label(heading: Title, others: Sequence[Title]) -> bool:
    """Whether a heading only names the subject of a story whose shared title says more."""
    shared = _first(others, *SHARED)
    count = len(words(heading.text))
    if shared and _is_first_part(heading, shared):
        return False
    if shared is None or count > LABEL_WORDS or any(title.folded == heading.folded for title in others):
        return False
    return len(words(shared.text)) >= count + MORE_WORDS


def _is_first_part(heading: Title, shared: Title) -> bool:
    """Whether a shared title is the heading and, after a separator, something about the site."""
    rest = shared.folded.removeprefix(heading.folded)
    return rest != shared.folded and _SEPARATED.match(rest) is not None


def _is_end_of(title: Title, heading: Title) -> bool:
    """Whether a heading is a title with a kicker before it: "Ports: Harbour wall to be rebuilt"."""
    longer = heading.folded != title.folded and heading.folded.endswith(title.folded)
    return longer and len(words(title.text)) >= KICKER_REST


def _without_kicker(heading: Title, shared: Title | None, search: Title | None) -> Title | None:
    """The heading without a kicker that the shared title or the title element shows to be one."""
    if shared and search and (bare := _without_led_kicker(heading, shared, search)):
        return bare
    ends = (_common_end(heading, title) for title in (shared, search) if title)
    return next(filter(None, ends), None)


def _without_led_kicker(heading: Title, *others: Title) -> Title | None:
    """The heading without the words that begin it and stand before a colon in all other titles, which go on in their
    own way: "Port of Sandray Who pays for it?", told as "Port of Sandray: The quarrel comes to town"."""
    led = {match["kicker"] for other in others if (match := _LED.fullmatch(other.text))}
    kicker = led.pop() if len(led) == 1 else ""
    rest = heading.text[len(kicker) :]
    parts = kicker and heading.text.startswith(kicker) and rest[:1] == " " and rest[1:2].isupper()
    of_words = len(words(kicker)) >= LED_WORDS and len(words(rest)) >= KICKER_REST
    told = any(compact(rest) in compact(other.text) for other in others)
    return Title(rest.strip(), heading.clue) if parts and of_words and not told else None


def _common_end(heading: Title, other: Title) -> Title | None:
    """What a heading and another title both end with, each behind a kicker of its own and joined to it in its own way:
    "After the storm - Wall to be rebuilt" is "Ports: Wall to be rebuilt" elsewhere."""
    printed, told = _DASHED.fullmatch(heading.text), _LED.fullmatch(other.text)
    if printed is None or told is None or fold(printed["kicker"]) == fold(told["kicker"]):
        return None
    same = fold(printed["rest"]) == fold(told["rest"]) and len(words(printed["rest"])) >= KICKER_REST
    return Title(printed["rest"], heading.clue) if same else None


def _spelled_apart(heading: Title, titles: Sequence[Title]) -> Title:
    """The heading as most titles of the same letters spell it: "PortsWall to be rebuilt" as "Ports: Wall to be
    rebuilt"."""
    same = [title for title in titles if compact(title.text) == compact(heading.text)]
    spellings = Counter(title.folded for title in same if title.clue.origin not in PRINTED)
    if not spellings or heading.folded in spellings:
        return heading
    common = spellings.most_common(1)[0][0]
    return next(title for title in same if title.folded == common)


def _first(titles: Sequence[Title], *origins: str) -> Title | None:
    return next((title for origin in origins for title in titles if title.clue.origin == origin), None)


def _fact(title: Title) -> Fact[str]:
    return Fact(title.text, title.clue.origin, confidence("headline", title.clue.origin))


def _none() -> Finding[str]:
    return Finding(None, (Doubt("no-headline", "the file has no headline"),))
