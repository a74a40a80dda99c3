"""The curator's hand: lines and elements named in the overrides or in ``sources.toml`` leave or stay.

Of CSS, the selectors ``tag``, ``.class``, ``#id``, ``tag.class`` and ``tag#id`` are understood, and a list of them with
commas; they are matched against the markup that a block carries as evidence.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.logo_names import logo_name
from copydesk.model import Block, Clue, Cut, Draft, FactName, Place, Publisher
from copydesk.patterns import GAP_WORDS, gap, matches
from copydesk.text import count_words, fold

HEAD = 12
"""How many of a dump's first lines may be its publisher's name."""
FOOT = 40
"""How many of its last lines may be a copyright line."""
NAME = 60
"""The most characters of such a name."""
LONGEST_RIGHTS = 220
"""The most characters of a copyright line."""
RIGHTS = re.compile(r"©|\(c\)|\bcopyright\b|\b(?:19|20)\d\d(?:\s*[-–—]\s*(?:19|20)?\d\d)?\b", re.IGNORECASE)


def cut_lines_the_curator_named(draft: Draft, desk: Desk) -> Draft:
    """Cut the lines and elements that the overrides of this seed name: cut_lines = ["44", "46-52"]."""
    ranges = line_ranges(desk.overrides.cut_lines)
    if not (ranges or desk.overrides.cut or desk.overrides.main):
        return draft
    verdict = Verdict("named by the curator")
    out = {
        at: verdict
        for at, block in enumerate(draft.blocks)
        if _is_in(block.place, ranges) or selects(desk.overrides.cut, block)
    }
    if desk.overrides.main and any(selects(desk.overrides.main, block) for block in draft.blocks):
        out |= {at: verdict for at, block in enumerate(draft.blocks) if not selects(desk.overrides.main, block)}
    return cut(draft, "cut_lines_the_curator_named", out)


def cut_lines_of_the_publisher(draft: Draft, desk: Desk) -> Draft:
    """Cut the lines and elements that ``sources.toml`` lists for this publisher: "Harbour Herald for you"."""
    out: dict[int, Verdict] = {}
    for publisher in publishers_of(draft, desk):
        cuts, keeps = cut_listing(publisher), keep_listing(publisher)
        verdict = Verdict(f"listed for {publisher.name}")
        out |= {at: verdict for at, block in enumerate(draft.blocks) if cuts.has(block) and not keeps.has(block)}
        if publisher.main and any(selects(publisher.main, block) for block in draft.blocks):
            out |= {at: verdict for at, block in enumerate(draft.blocks) if not selects(publisher.main, block)}
    return cut(draft, "cut_lines_of_the_publisher", out)


def lift_lines_of_the_publisher(draft: Draft, desk: Desk) -> Draft:
    """Lift the lines in which ``sources.toml`` says that this publisher names its writers or the section: "Desk of Ann
    Lee", by byline_patterns = ["Desk of *"]."""
    verdicts, clues = {}, []
    for publisher in publishers_of(draft, desk):
        for fact, patterns in _forms(publisher):
            for at, block in enumerate(draft.blocks):
                value = next((said for pattern in patterns if (said := gap(pattern, block.text))), None)
                if value and count_words(value) <= GAP_WORDS:
                    verdicts[at] = Verdict(f"listed for {publisher.name}", "furniture")
                    clues.append(Clue(fact, value, "listed form", block.place))
    return cut(draft, "lift_lines_of_the_publisher", verdicts, clues)


def _forms(publisher: Publisher) -> tuple[tuple[FactName, tuple[str, ...]], ...]:
    return (("author", publisher.byline_patterns), ("section", publisher.section_patterns))


def restore_lines_of_the_publisher(draft: Draft, desk: Desk) -> Draft:
    """Put back the lines and elements that ``sources.toml`` keeps for this publisher: "Tides"."""
    keeps = tuple(map(keep_listing, publishers_of(draft, desk)))
    if not keeps:
        return draft
    back = [
        taken
        for taken in draft.cuts
        if taken.rule != "cut_lines_the_curator_named" and any(listing.has(taken.block) for listing in keeps)
    ]
    return _put_back(draft, back, "restore_lines_of_the_publisher")


def restore_lines_the_curator_keeps(draft: Draft, desk: Desk) -> Draft:
    """Put back the lines that the overrides of this seed keep: keep_lines = ["18"]."""
    ranges = line_ranges(desk.overrides.keep_lines)
    if not ranges:
        return draft
    back = [taken for taken in draft.cuts if _is_in(taken.block.place, ranges)]
    return _put_back(draft, back, "restore_lines_the_curator_keeps")


def _put_back(draft: Draft, back: list[Cut], rule: str) -> Draft:
    if not back:
        return draft
    blocks = sorted((*draft.blocks, *(replace(taken.block, rule=rule) for taken in back)), key=_position)
    return replace(draft, blocks=tuple(blocks), cuts=tuple(taken for taken in draft.cuts if taken not in back))


@dataclass(frozen=True, slots=True)
class Listing:
    """Lines, patterns of lines and selectors that ``sources.toml`` lists together."""

    lines: frozenset[str]
    patterns: tuple[str, ...]
    selectors: tuple[str, ...]

    def has(self, block: Block) -> bool:
        """Whether the block is one of them."""
        return (
            (bool(self.lines) and fold(block.text) in self.lines)
            or any(matches(pattern, block.text) for pattern in self.patterns)
            or selects(self.selectors, block)
        )


def cut_listing(publisher: Publisher) -> Listing:
    """What is never the story on this publisher's pages."""
    return Listing(frozenset(map(fold, publisher.cut_lines)), publisher.cut_patterns, publisher.cut)


def keep_listing(publisher: Publisher) -> Listing:
    """What is always the story on them."""
    return Listing(frozenset(map(fold, publisher.keep_lines)), publisher.keep_patterns, publisher.keep)


def publishers_of(draft: Draft, desk: Desk) -> tuple[Publisher, ...]:
    """The publishers of the house whose domain or one of whose names the draft shows; the one that the curator says it
    is, where the overrides name any, by its name or its key."""
    if not desk.house.publishers:
        return ()
    if "publisher" in desk.overrides.facts:
        said = {fold(name) for name in desk.overrides.facts["publisher"]}
        return tuple(row for row in desk.house.publishers if not said.isdisjoint(map(fold, (row.key, *_called(row)))))
    addresses = [draft.url, *(clue.value for clue in draft.clues if clue.fact == "canonical_url")]
    hosts = {host.removeprefix("www.") for address in addresses if (host := _host(address))}
    names = {fold(clue.value) for clue in draft.clues if clue.fact == "publisher"}
    names |= _names_shown(draft) if draft.format == "text" else set()
    return tuple(
        publisher
        for publisher in desk.house.publishers
        if any(_is_under(host, domain) for host in hosts for domain in publisher.domains)
        or not names.isdisjoint(map(fold, _called(publisher)))
    )


def _called(publisher: Publisher) -> tuple[str, ...]:
    return (publisher.name, *publisher.names)


def _is_under(host: str, domain: str) -> bool:
    return host == domain or host.endswith("." + domain)


def _host(address: str | None) -> str | None:
    """The host an address names; none in "http://[", which is no address."""
    try:
        return urlsplit(address or "").hostname
    except ValueError:
        return None


def _names_shown(draft: Draft) -> set[str]:
    """What a dump shows that may be its publisher's name, folded: its first lines, what logos among them name, and what
    its copyright lines say."""
    lines = [(block.place.first, block.text) for block in (*draft.blocks, *(taken.block for taken in draft.cuts))]
    texts = [text for _, text in sorted(lines)]
    rights = (fold(text) for text in texts[-FOOT:] if len(text) <= LONGEST_RIGHTS and RIGHTS.search(text))
    named = (RIGHTS.sub(" ", line).split(".")[0].split("|")[0].strip(" ,;") for line in rights)
    head = [text for text in texts[:HEAD] if len(text) <= NAME]
    return {*map(fold, head), *(fold(name) for text in head if (name := logo_name(text))), *named}


def line_ranges(entries: tuple[str, ...]) -> tuple[range, ...]:
    """Line numbers as ranges: "44" is one line, "46-52" seven. An entry that is neither is ignored by editing; settings
    refuses it when it reads the file."""
    ranges = []
    for entry in entries:
        first, _, last = entry.partition("-")
        if first.strip().isdigit() and (not last or last.strip().isdigit()):
            ranges.append(range(int(first), int(last or first) + 1))
    return tuple(ranges)


def selects(selectors: tuple[str, ...], block: Block) -> bool:
    """Whether one of the simple selectors names the block or one of its ancestors."""
    return any(_selects(part.strip(), block) for selector in selectors for part in selector.split(","))


def _selects(selector: str, block: Block) -> bool:
    if block.markup is None or not selector:
        return False
    tag, mark, name = _split(selector)
    if tag and tag not in block.markup.path:
        return False
    parts = [part for part in name.casefold().replace("_", "-").split("-") if part]
    return not mark or bool(parts) and all(part in block.markup.words for part in parts)


def _split(selector: str) -> tuple[str, str, str]:
    for mark in "#.":
        if mark in selector:
            tag, _, name = selector.partition(mark)
            return tag.casefold(), mark, name
    return selector.casefold(), "", ""


def _is_in(place: Place, ranges: tuple[range, ...]) -> bool:
    return any(place.first < numbers.stop and numbers.start <= place.last for numbers in ranges)


def _position(block: Block) -> tuple[int, int]:
    return block.place.first, block.place.last
