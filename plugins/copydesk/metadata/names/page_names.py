"""What a bare page says of who published it: its copyright line, an imprint at its foot, and the name at its head
where the page repeats it. Weak evidence all of it, read only where nothing better names the publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.metadata.evidence import Evidence
from copydesk.metadata.names.agencies import agency_named
from copydesk.metadata.names.copyright_names import (
    LONGEST_LINE,
    is_signed,
    name_in_copyright,
    name_in_imprint,
    signs_on,
)
from copydesk.metadata.names.label_lines import clues_of_labels
from copydesk.metadata.names.menu_words import is_menu
from copydesk.metadata.names.paper_words import INSTITUTIONS, INSTITUTIONS_LAST
from copydesk.metadata.names.papers import HEAD_WORDS, is_a_compound, is_a_paper
from copydesk.metadata.names.said_around import DATED_WORDS, holds, is_said_around, of_companies, opening_of
from copydesk.metadata.names.site_names import compact, is_named_by_host, names_beside
from copydesk.metadata.page_lines import Line, PageLines
from copydesk.metadata.trust import DOUBTFUL, confidence
from copydesk.model import Caption, Clue, House
from copydesk.text import count_words, fold, squeeze

HEAD_LINES, PAPER_LINES = 14, 4
"""How many of the first lines are the head of the page, and how many of them may be a paper's by their words alone."""
MACHINE = frozenset(("cut_machine_lines", "cut_consent_notes", "cut_newsletter_lines", "cut_share_lines"))
"""Rules that cut what stands at the head of a page before its name."""

BYLINES = frozenset(("lift_bylines", "lift_bare_bylines"))
"""Rules that take who wrote the story."""

SMALL_PAPERS = frozenset("review news times post record press weekly daily standard mirror star wire leader".split())
"""Words of papers that in small letters are words of a tag: "Incident review"."""

MOTTO_WORDS = 3
"""Words of the shortest motto behind a name."""
BY_THE_STORY = 8
"""How many lines above the story a portal names the paper whose report it is."""

FOOT = 12
"""How many of the last lines are the foot of the page."""

_TWICE_BEFORE_DAY = re.compile(r"(?:^|\s)(?P<name>\S{2,20})\s+(?P=name)\s+(?:19|20)\d\d年")
_ORIGINAL = re.compile(r"(?:原创|原創)\s+(?:(?P<writer>\S{2,12})\s+)?(?P<name>\S{2,20})\s+(?:19|20)\d\d年")
"""How an account of WeChat says that a text is its own: "原创 林晓溪 江岸周刊 2025年03月08日"."""
_BEFORE_FIGURES = re.compile(r"(?P<name>[^\W\d][^\d|•·]{2,38}?)\s[-–—|]\s\d{1,2}[/.]\d{1,2}[/.]\d{4}\b")
"""A name before the day, as apps print it under the headline: "Kabar Selatan - 11/05/2025, 07:30 WIB"."""
_SPECIAL_TO = re.compile(r"^(?:special )?(?:to|for) (?:the )?", re.IGNORECASE)
_BESIDE_WRITER = re.compile(r"\s[-–—|·]\s|,\s|/")


def clues_of_names(evidence: Evidence, page: PageLines | None) -> tuple[Clue, ...]:
    """The publishers a page without better names gives, and the source and the writer that a line of labels names."""
    if page is None:
        return ()
    sources = tuple(clues_of_labels(page, evidence))
    if any(confidence("publisher", clue.origin) >= DOUBTFUL for clue in evidence.of("publisher")):
        return sources
    rights = (*_rights(page, evidence), *_beside_title(page, evidence), *_beside_writer(evidence), *_before_day(page))
    addresses = [clue.value for clue in evidence.draft.clues if clue.fact == "canonical_url"]
    logos = tuple(clue for clue in evidence.of("publisher") if clue.origin == "logo text")
    head = _head(page, (*sources, *rights, *logos), (evidence.draft.url, *addresses))
    return (*sources, *of_companies(page, rights), *rights, *_listed(page, evidence.house), *head)


def _beside_title(page: PageLines, evidence: Evidence) -> Iterator[Clue]:
    """The name that the title of the page has behind the headline, or before it, and the section between the two:
    "Harbour wall to be rebuilt - Ports - Harbour Post"."""
    titles = [clue.value for clue in evidence.of("headline") if clue.origin == "title element"]
    printed = {fold(clue.value) for clue in evidence.of("headline") if clue.origin != "title element"}
    lifted = {fold(clue.value) for clue in evidence.of("headline") if clue.origin == "headline line"}
    for title in titles[:1] or _title_lines(page, lifted):
        for name in map(_without_motto, names_beside(title, lifted) or names_beside(title, printed)):
            if count_words(name) <= HEAD_WORDS and not is_menu(name) and not any(map(str.isdigit, name)):
                yield Clue("publisher", name, "title element")
                return


def _title_lines(page: PageLines, lifted: set[str]) -> list[str]:
    """The first line of a dump where it is the title of its page: the headline, which stands below too, with more
    behind it."""
    first = page.lines[0]
    is_title = first.block.markup is None and first.rule is not None and first.rule != "lift_headline"
    longer = is_title and any(fold(first.text).startswith(headline) for headline in lifted if headline)
    return [first.text] if longer else []


def _without_motto(name: str) -> str:
    """A name without what it says of itself in small letters: "Harbour Wiki, the free news source"."""
    head, comma, motto = name.partition(", ")
    return head if comma and motto[:1].islower() and count_words(motto) >= MOTTO_WORDS else name


def _rights(page: PageLines, evidence: Evidence) -> Iterator[Clue]:
    """The copyright lines; of those with neither a year nor a word of rights, as credits of pictures, the foot's. Who
    is named there and wrote the story is its writer."""
    writers = {fold(clue.value) for clue in evidence.of("author")}
    foot = len(page.lines) - FOOT
    signs = signs_on("\n".join([plain for line in page.lines if len(plain := squeeze(line.text)) <= LONGEST_LINE]))
    for at, line in enumerate(page.lines):
        is_house = line.rule is not None and at >= foot and name_in_imprint(line.text)
        named = is_house or (_has_sign(line.text, signs) and name_in_copyright(line.text)) or None
        if not named or isinstance(line.block.kind, Caption) or fold(str(named)) in writers:
            continue
        if at >= foot and at > page.begin or is_signed(line.text):
            yield Clue("publisher", line.text, "copyright line", line.block.place)


def _beside_writer(evidence: Evidence) -> Iterator[Clue]:
    """The paper that a byline names behind its writer: "Dimas Roe - Kabar Selatan"."""
    for clue in evidence.of("author"):
        for part in _BESIDE_WRITER.split(clue.value)[1:]:
            name = _SPECIAL_TO.sub("", part.strip())
            if is_a_paper(name):
                yield Clue("publisher", name, "name line", clue.place)


def _listed(page: PageLines, house: House) -> Iterator[Clue]:
    """The first line at the head of the page that is the name of a publisher of ``sources.toml``, or begins with it and
    goes on with the day and the page: "HARBOR POST   Saturday, 21 November 2026   Page 4". None where the head names
    several: their names are a menu's."""
    keys = {compact(name): row.key for row in house.publishers for name in (row.name, *row.names)}
    found = [(line, name) for line in page.lines[:HEAD_LINES] for name in _openings(line.text) if compact(name) in keys]
    if len({keys[compact(name)] for _, name in found}) == 1:
        line, name = found[0]
        yield Clue("publisher", name, "name line", line.block.place)


def _openings(text: str) -> Iterator[str]:
    """A short line and, where it has figures, what may be a name before them."""
    parts = text.split()
    if len(parts) <= HEAD_WORDS:
        yield text
    if len(parts) <= DATED_WORDS and any(map(str.isdigit, text)):
        yield from (" ".join(parts[:end]) for end in range(1, min(len(parts), HEAD_WORDS + 1)))


def _before_day(page: PageLines) -> Iterator[Clue]:
    """The name before the day under the headline, where it stands twice or elsewhere on the page too, as accounts of
    WeChat and apps have it, and who is named before it: "江岸周刊 江岸周刊 2025年03月08日"."""
    for line in page.lines[: page.begin + 1]:
        own = _ORIGINAL.match(line.text) if "年" in line.text else None
        found = _TWICE_BEFORE_DAY.search(line.text) if own is None and "年" in line.text else own
        if (
            found is None
            and (found := _BEFORE_FIGURES.match(line.text)) is not None
            and not _is_said(found, line, page)
        ):
            continue
        if found:
            yield Clue("publisher", found["name"], "name line", line.block.place)
        if own and own["writer"] and own["writer"] != own["name"]:
            yield Clue("author", own["writer"], "byline line", line.block.place)


def _is_said(found: re.Match[str], line: Line, page: PageLines) -> bool:
    """Whether a name stands on another line of the page too."""
    return any(found["name"] in other.text for other in page.lines if other is not line)


def _has_sign(text: str, signs: tuple[str, ...]) -> bool:
    low = squeeze(text).casefold() if signs else ""
    return any(sign in low for sign in signs)


def _head(page: PageLines, others: Sequence[Clue], addresses: Sequence[str | None]) -> Iterator[Clue]:
    """The publisher's name that stands at the head of the page, alone on a line. A name in capitals does not say how it
    is spelled: it counts only where no other line of the head, no copyright line and no title spells one."""
    named = tuple(line for line in _names_at_head(page, others, addresses) if not _is_of_story(page, line))
    spelled = [line for line in named if not line.text.isupper()]
    is_spelled_elsewhere = any(clue.origin in ("copyright line", "title element") for clue in others)
    chosen = (spelled or (() if is_spelled_elsewhere else named))[:1]
    for line in chosen:
        yield Clue("publisher", line.text, "name line", line.block.place)
    if not chosen and (opening := opening_of(page, others)):
        yield Clue("publisher", opening, "name line", page.lines[0].block.place)


def _is_of_story(page: PageLines, line: Line) -> bool:
    """Whether a line at the head of a page names an agency behind a word for its writer, or stands under the headline
    and ends in small letters, as the name of a paper written in two words of English does not: a tag."""
    words = line.text.split()
    if line.rule in BYLINES and any(agency_named(" ".join(words[at:])) for at in range(len(words))):
        return True
    above = page.lines[: page.lines.index(line)]
    return words[-1] in SMALL_PAPERS and any(other.rule == "lift_headline" for other in above)


def _names_at_head(page: PageLines, others: Sequence[Clue], addresses: Sequence[str | None]) -> Iterator[Line]:
    """The lines at the head of the page that may be the publisher's name, the surest kind first: one that is named
    elsewhere too, a paper, a paper's name in one word, one that the story credits, one that frames the story."""
    shown = [line for line in page.lines[:HEAD_LINES] if line.rule not in MACHINE and not is_menu(line.text)]
    shown = shown or list(page.lines[:1])
    heads = [line for line in shown if line.rule not in (None, "lift_logo_texts") and _is_head(line)]
    first, early = heads[:1] if heads[:1] == shown[:1] else [], heads[:PAPER_LINES]
    yield from (line for line in first if _is_repeated(line.text, others, addresses))
    yield from (line for line in first if is_said_around(line.text, page))
    yield from (line for line in early if is_a_paper(line.text) or line in first and _is_an_institution(line))
    if not any(addresses):
        yield from (line for line in early if is_a_compound(line.text))
    yield from (line for line in heads if _is_credited(line.text, page))
    yield from _by_the_story(page)


def _by_the_story(page: PageLines) -> Iterator[Line]:
    """The paper whose name stands alone right above the story and under it again, as portals set whose reports they
    carry."""
    above = page.lines[max(0, page.begin - BY_THE_STORY) : page.begin]
    below = {line.text for line in page.lines[page.begin :] if line.rule is not None} if above else set()
    for line in above:
        if line.text in below and line.rule is not None and _is_head(line) and is_a_paper(line.text):
            yield line


def _is_repeated(name: str, others: Sequence[Clue], addresses: Sequence[str | None]) -> bool:
    """Whether a copyright line, a source line or the story's own address names the same."""
    return any(holds(clue.value, name) for clue in others) or any(is_named_by_host(name, each) for each in addresses)


def _is_an_institution(line: Line) -> bool:
    """Whether the first line of a page names a body that publishes releases: "Gobierno de Sandray", "Wern Parish
    Council"."""
    first, *others = fold(line.text).split()
    named = bool(others) and (first in INSTITUTIONS or others[-1] in INSTITUTIONS_LAST and line.text.istitle())
    return named and line.rule != "lift_headline"


def _is_credited(name: str, page: PageLines) -> bool:
    """Whether a picture's credit or a line about the site ends with the name: "Photograph: Jane Roe/Harbour Post"."""
    wanted = fold(name)
    if count_words(name) < 2:
        signed = re.compile(rf"©\s?{re.escape(wanted)}\s?(?:/|$)")
        return any(signed.search(fold(line.text[-120:])) for line in page.lines[1:] if "©" in line.text)
    ends = [end for line in page.lines[1:] if len(line.text) > len(name) and wanted in (end := fold(line.text[-120:]))]
    credit = rf"(?:[/©]\s?|\b(?:for|für|pour|para|per) )(?:the )?{re.escape(wanted)}\W{{0,3}}$"
    return any(re.search(credit, end) for end in ends)


def _is_head(line: Line) -> bool:
    text = line.text
    is_labelled = any(mark in text for mark in (":", "：", " / ", " > "))  # "Via: Harbour Post", "Home / Seas / News"
    return 0 < count_words(text) <= HEAD_WORDS and text[-1].isalnum() and not is_labelled and not is_menu(text)
