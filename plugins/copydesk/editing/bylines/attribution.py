"""What the page says of where the story is from and what it is about: tags, the source it credits, a link to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from copydesk.editing.bylines.words import BIO_VERBS, ROLES
from copydesk.editing.bylines.writers_boxes import in_boxes_of_writers
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import bare, ends_sentence, is_running_text, lead, length, start_of
from copydesk.editing.story import start_of_story
from copydesk.model import Block, Clue, Doubt, Draft, FactName, Paragraph
from copydesk.text import is_spaceless, squeeze, words

AUTHOR_BOX_LINES = 5
"""How many of a story's last blocks may be about its author."""
AUTHOR_BOX_WORDS = 60
"""The most words of such a block."""
FIRST_LINES = 2
"""How many of a story's first blocks are never about its author."""

ENDS = frozenset(("end_at_comments", "end_at_related", "end_at_lists"))
"""Rules that take what stands under the story, whatever it is."""
MOST_LINKED = 12
"""Tags of the longest list that is links behind a label."""
LONGEST_TAGS = 300
"""Characters of the longest line of tags there."""

SIGNATURE = 60
"""Characters of the longest signature."""
_TAG_SEAM = re.compile(r"(?<=[a-zß-ÿа-яё]{3})(?=[A-ZÀ-ÞА-ЯЁ][a-zß-ÿа-яё])")
_BEHIND_NAME = re.compile(r"[(,|]")
_MAIL = re.compile(r"[\w.+-]{1,40}@[\w-]{1,40}(?:\.[\w-]{2,20}){1,3}")

SOURCE_WORDS, TITLED_WORDS = 16, 40
"""Words of the longest line that names a source, and of one that gives the title there too: "This article originally
appeared on Harbour Post: Wall to be rebuilt"."""
RELEASED = "source "
"""What wires of press releases set in capitals under each before its sender: "SOURCE Harrow Fell Instruments"."""
APPEARED = ("this article originally", "this story originally", "originally appeared")
TOLD, TOLD_WORDS = 0.5, 6
"""The score, and the words behind the first ones, from which a sentence without a colon is the story's."""
NAMED_WORDS = 8
"""Words of the longest name under "Source:"."""
LONGEST_LABEL = 60
"""Characters of the words of a link to the original."""

NEAR_HEADLINE = 4
"""How many lines from the headline a printed page has its address."""
_GOES_ON = re.compile(r"\.\s+(?=[A-Z])")
"""Where a note of first publication goes on: "This essay was first published by The Mender. It is republished …"."""
_WRAPPED = re.compile(r"[(（]([^()（）]{1,99})[)）]")
"""A line in brackets, which pages set its source in: "(本文来源：临湖晚报)"."""
_STORY_ADDRESS = re.compile(r"https?://[^\s/]++/(?=\S*[\w-]{8})\S+")
_ADDRESS = re.compile(r"https?://[^\s<>]+")
_ADDRESS_AT_END = re.compile(r"[(<]?(https?://[^\s<>()]+)[)>]?(?:,?\s+[^\W\d_]{2,9}\s[^:]{0,14}\d{4})?\s*$")
"""The day on which it was looked up may follow: "https://… on 3 May 2025"."""
_MARKED_LINK = re.compile(r"\[([^\[\]]{2,80})\]\((https?://[^\s()]+)\)")


def lift_tags(draft: Draft, desk: Desk) -> Draft:
    """Lift the list of tags: "Tags: harbour, ferries, budget"."""
    verdicts, clues = {}, []
    for at, block in enumerate(draft.blocks):
        line = lead(block.text)
        start = start_of(line, desk.words.tag_starts)
        if start is None and (linked := _labelled_links(block, desk)):
            verdicts[at] = Verdict("list of tags", "furniture")
            clues += linked
        if start is None or length(line) > 40 or is_running_text(block.text):
            continue
        verdicts[at] = Verdict("list of tags", "furniture")
        clues += _tags_in(block, start)
    return cut(draft, "lift_tags", verdicts, clues or _tags_past_the_end(draft, desk))


def _labelled_links(block: Block, desk: Desk) -> list[Clue]:
    """The tags of a line of a page that is a label and links behind it: "Tags harbour ferries"."""
    links = [span.text.strip(" #,") for span in block.spans if span.href is not None]
    label = " ".join(span.text for span in block.spans if span.href is None and any(map(str.isalpha, span.text)))
    if block.markup is None or not 0 < len(links) <= MOST_LINKED or not label:
        return []
    said = bare(label)
    if block.spans[0].href is not None or not (said in desk.words.tag_list_lines or f"{said}:" in _starts(desk)):
        return []
    return [Clue("tag", tag, "tag line", block.place) for tag in links if tag and length(tag) <= 6]


def _starts(desk: Desk) -> frozenset[str]:
    return frozenset(start.strip() for start in desk.words.tag_starts)


def _tags_past_the_end(draft: Draft, desk: Desk) -> list[Clue]:
    """The tags of the first line of tags among what stands under the story, under a box of other stories, say."""
    if any(clue.fact == "tag" for clue in draft.clues):
        return []
    below = (taken.block for taken in draft.cuts if taken.rule in ENDS and len(taken.block.text) <= LONGEST_TAGS)
    started = ((block, start_of(lead(block.text), desk.words.tag_starts)) for block in below)
    return next((tags for block, start in started if start and (tags := _tags_in(block, start))), [])


def _tags_in(block: Block, start: str) -> list[Clue]:
    """The tags of a line that begins like a line of tags."""
    line = lead(block.text)
    rest = block.text[len(block.text) - len(line) + len(start) :] if len(line) <= len(block.text) else ""
    parted = [tag.strip(" .#") for tag in re.split(r"[,;|•·،、]|\s#|\s/\s", rest)]
    links = [span.text.strip(" .#,") for span in block.spans if span.href is not None]
    if len(parted) == 1 < len(links) and squeeze(" ".join(links)) == squeeze(parted[0]):
        parted = links  # set apart by style alone
    parted = parted[0].split() if len(parted) == 1 and is_spaceless(rest.strip()) else parted
    tags = parted if len(parted) > 1 else _unglued("".join(parted))
    return [Clue("tag", tag, "tag line", block.place) for tag in tags if tag and length(tag) <= 6]


def _unglued(tags: str) -> list[str]:
    """Tags run together, as themes print them without a comma: "Interest RatesCity Hall"; one in capitals inside a word
    alone is a name, "YouTube"."""
    parts = _TAG_SEAM.split(tags)
    return parts if len(parts) > 2 or len(parts) == 2 and " " in tags else [tags]


def cut_author_boxes(draft: Draft, desk: Desk) -> Draft:
    """Cut what a page says of its writer beside the story: "Jane Doe covers harbours for the Herald."."""
    names = tuple(" ".join(words(_unled(clue.value, desk))) for clue in draft.clues if clue.fact == "author")
    last, begin = len(draft.blocks) - 1, start_of_story(draft.blocks)
    verdicts = dict.fromkeys(in_boxes_of_writers(draft, desk, names), Verdict("about the author"))
    for at, block in enumerate(draft.blocks):
        ends = at > max(last - AUTHOR_BOX_LINES, FIRST_LINES)
        opens = at <= begin and _tells_who(block)
        if (ends or opens) and _is_about(block, names) or (ends or at <= begin) and _is_signature(block, names):
            verdicts[at] = Verdict("about the author")
    return cut(draft, "cut_author_boxes", verdicts)


def _unled(byline: str, desk: Desk) -> str:
    """A byline without the words that lead to the name: two of them, as in Vietnamese, would be taken for a name."""
    line = lead(byline)
    return line[len(start_of(line, desk.words.byline_starts) or "") :]


def _is_about(block: Block, writers: tuple[str, ...]) -> bool:
    """Whether a short paragraph begins with the name of someone who wrote the story: the judge takes it for the story's
    last."""
    name = " ".join(words(" ".join(block.text.split()[:2])))  # two characters of Chinese are no name
    about = " " in name and any(f" {name} " in f" {writer} " for writer in writers)
    return about and 5 <= length(block.text) <= AUTHOR_BOX_WORDS and ends_sentence(block.text)


def _tells_who(block: Block) -> bool:
    """Whether the words behind a name say who its bearer is: "Jane Doe is a reporter covering harbours"."""
    said = block.text.casefold().split()[2:]
    return bool(said) and said[0] in BIO_VERBS and not ROLES.isdisjoint(said[:12])


def _is_signature(block: Block, writers: tuple[str, ...]) -> bool:
    """Whether a line is the name of someone who wrote the story, perhaps with where from, or an address to write to:
    "Jane Doe (Brisamar)"."""
    if len(block.text) > SIGNATURE or not isinstance(block.kind, Paragraph):
        return False
    name = " ".join(words(_BEHIND_NAME.split(block.text.strip(), maxsplit=1)[0]))
    signed = name in writers or " " in name and any(writer.endswith(f" {name}") for writer in writers)
    return signed or _MAIL.fullmatch(block.text.strip()) is not None


def lift_source_lines(draft: Draft, desk: Desk) -> Draft:
    """Lift who the page itself credits: "Source: Reuters"; and the address that a printed page has by its headline."""
    verdicts, clues = {}, []
    for at, block in enumerate(draft.blocks):
        if _is_printed_address(draft, block):
            verdicts[at] = Verdict("the address of the page", "furniture")
            clues.append(Clue("canonical_url", block.text.strip(), "source line", block.place))
            continue
        text = wrapped[1] if (wrapped := _WRAPPED.fullmatch(block.text)) else block.text
        line = lead(text)
        start = RELEASED if block.text.startswith(RELEASED.upper()) else start_of(line, desk.words.source_starts)
        is_long = start is not None and (": " in line[len(start) :] or _GOES_ON.search(block.text))
        if start is None or length(line) > (TITLED_WORDS if is_long else SOURCE_WORDS) or _is_told(block, start):
            continue
        behind = text[len(text) - len(line) + len(start) :] if len(line) <= len(text) else ""
        rest = (_GOES_ON.split(behind)[0] if start.startswith("this ") else behind).strip(" :：.")
        if rest:
            verdicts[at] = Verdict("names the source", "furniture")
            named, address = _named_and_address(rest)
            name, _, title = named.partition(": ") if start.startswith(APPEARED) else (named, "", "")
            said: tuple[tuple[FactName, str | None], ...] = (("original_publisher", name), ("canonical_url", address))
            clues += [Clue(fact, value, "source line", block.place) for fact, value in said if value]
            clues += [Clue("headline", title, "source line", block.place)] if length(title) > 2 else []
    return cut(draft, "lift_source_lines", verdicts, clues)


def _is_told(block: Block, start: str) -> bool:
    """Whether a sentence that begins as such lines do is the story's: "Provided by the army, the boats came late."."""
    if start.rstrip()[-1:] in ":：=" or start.startswith("this ") or not ends_sentence(block.text):
        return False
    return (block.score or 0.0) >= TOLD and length(lead(block.text)[len(start) :]) >= TOLD_WORDS


def _named_and_address(rest: str) -> tuple[str, str | None]:
    """Whom a line credits, and the address it gives: "Harbour Ledger (https://…)", "[Harbour Ledger](https://…)". In
    scripts without spaces other things follow behind one: "临湖晚报 有0人参与"."""
    linked = _MARKED_LINK.fullmatch(rest.rstrip(" ."))
    if linked:
        return linked[1], linked[2]
    name, address = _parted(rest)
    name, first = name.strip(" ,;:：|–—-"), name.split(" ")[0]
    return first if is_spaceless(first) else name, address


def _is_printed_address(draft: Draft, block: Block) -> bool:
    """Whether a line of a dump is the address of a story: the first or last line of all, or one by the headline."""
    if block.markup is not None or not _STORY_ADDRESS.fullmatch(block.text.strip()):
        return False
    orders = [other.order for other in (*draft.blocks, *(taken.block for taken in draft.cuts))]
    if block.order in (min(orders), max(orders)):
        return True
    headlines = (taken.block.place for taken in draft.cuts if taken.rule == "lift_headline")
    return any(abs(place.first - block.place.first) <= NEAR_HEADLINE for place in headlines)


def cut_source_link(draft: Draft, desk: Desk) -> Draft:
    """Cut the words of a link to the original with its address; where the address was lost, say so: "Source link"."""
    lines = desk.words.source_link_lines
    parted = {at: _parted(block.text) for at, block in enumerate(draft.blocks)}
    found = {at: said[1] for at, said in parted.items() if len(said[0]) < LONGEST_LABEL and bare(said[0]) in lines}
    read = {at: _read_source_link(draft.blocks, at, written, desk) for at, written in found.items()}
    places = [place for at, said in read.items() for place in range(at, at + said.lines)]
    verdict = Verdict("words of a link to the original")
    clues = [clue for said in read.values() for clue in said.clues]
    lost = [_lost_address(draft.blocks[at]) for at, said in read.items() if not said.clues]
    left = cut(draft, "cut_source_link", dict.fromkeys(places, verdict), clues)
    return replace(left, doubts=(*draft.doubts, *lost))


@dataclass(frozen=True, slots=True)
class _SourceLink:
    """What a line that leads to the original says, and of how many lines it is."""

    clues: tuple[Clue, ...]
    lines: int = 1


def _read_source_link(blocks: tuple[Block, ...], at: int, written: str | None, desk: Desk) -> _SourceLink:
    """The addresses of a line that leads to the original: those of its links, the one ``written`` at its end, else the
    one on the line below. Where that line is a name, it is the original publisher's."""
    block = blocks[at]
    under = None if written else _address_below(blocks, at)
    name = None if written or under else _named_below(blocks, at, desk)
    if name is not None:
        return _SourceLink((Clue("original_publisher", name, "source line", blocks[at + 1].place),), lines=2)
    addresses = [*(span.href for span in block.spans if span.href), *filter(None, (written, under))]
    clues = [Clue("canonical_url", address, "source line", block.place) for address in dict.fromkeys(addresses)]
    return _SourceLink(tuple(clues), lines=2 if under else 1)


def _lost_address(block: Block) -> Doubt:
    message = f'"{block.text}" led to the original, but its address was lost'
    return Doubt("original-address-missing", message, block.place)


def _address_below(blocks: tuple[Block, ...], at: int) -> str | None:
    """The address that stands alone on the line under a block."""
    line = blocks[at + 1].text.strip() if at + 1 < len(blocks) else ""
    return line if _ADDRESS.fullmatch(line) else None


def _named_below(blocks: tuple[Block, ...], at: int, desk: Desk) -> str | None:
    """The name right under a label with a colon, as dumps set a list of terms: "Source:" over "Harbour University"."""
    if at + 1 == len(blocks) or not blocks[at].text.rstrip().endswith((":", "：")) or blocks[at + 1].gap > 0:
        return None
    name, words = blocks[at + 1].text.strip(), desk.words
    listed = bare(name) in words.below_lines | words.button_lines
    is_name = 1 <= length(name) <= NAMED_WORDS and not ends_sentence(name) and not name[:1].islower()
    return name if is_name and name[-1] not in ":：" and not listed else None


def _parted(text: str) -> tuple[str, str | None]:
    """A line without the address it ends with, and that address: "Source link: https://…"."""
    match = _ADDRESS_AT_END.search(text) if "://" in text else None
    return (text[: match.start()], match[1]) if match else (text, None)
