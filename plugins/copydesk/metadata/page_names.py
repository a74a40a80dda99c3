"""What a bare page says of who published it: its copyright line, an imprint at its foot, and the name at its head
where the page repeats it. Weak evidence all of it, read only where nothing better names the publisher."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.metadata.copyright_names import is_signed, name_in_copyright, name_in_imprint, signs_on
from copydesk.metadata.evidence import Evidence
from copydesk.metadata.menu_words import is_menu
from copydesk.metadata.page_lines import Line, PageLines
from copydesk.metadata.site_names import is_named_by_host
from copydesk.metadata.trust import DOUBTFUL, confidence
from copydesk.model import Caption, Clue
from copydesk.text import count_words, fold, squeeze

HEAD_WORDS = 6
"""Words of the longest name at the head of a page."""

FOOT = 12
"""How many of the last lines are the foot of the page."""

MOST_LABELS = 24
"""Words of the longest line of labels."""

_LABELLED = re.compile(
    r"(?:^|[|·•(（]\s*|\s{2}|(?<=\d)\s)(?:来源|來源|稿源|出处|出處|출처|source|quelle|fuente|fonte|источник|джерело|kaynak|المصدر)\s?[:：]"
    r"\s*([^\s|·•:：()（）][^|·•:：()（）]{0,60}?)(?=$|[|·•)）]|\s{2}|\s+\S{1,12}[:：])",
    re.IGNORECASE,
)
_WRITER = re.compile(
    r"(?:记者|記者|作者|撰文|撰稿|文)\s?[:：]\s*"
    r"([\u3400-\u9fff·]{2,6}(?:[、 ][\u3400-\u9fff]{2,4}(?![\u3400-\u9fff:：]))*)"
)
"""Writers on a line of several labels; in Chinese the label is what tells a name from other words."""
_SPACED = re.compile(r"[\u3000\u00a0\t]+")


def clues_of_names(evidence: Evidence, page: PageLines | None) -> tuple[Clue, ...]:
    """The publishers a page without better names gives, and the source and the writer that a line of labels names."""
    if page is None:
        return ()
    sources = (*_sources(page), *_writers(page, evidence))
    if any(confidence("publisher", clue.origin) >= DOUBTFUL for clue in evidence.of("publisher")):
        return sources
    rights = tuple(_rights(page))
    addresses = [clue.value for clue in evidence.draft.clues if clue.fact == "canonical_url"]
    return (*sources, *rights, *_head(page, (*sources, *rights), (evidence.draft.url, *addresses)))


def source_in(text: str) -> str | None:
    """The source that a line of several labels names: "来源：北湾日报　记者：沈若舟"."""
    found = _LABELLED.search(_SPACED.sub("  ", text))
    return found.group(1).strip(" .,;，。") if found else None


def _is_labelled(line: Line) -> bool:
    """Whether a line that was cut may be one of labels: few have a colon, and no label is without."""
    text = line.text
    return line.rule is not None and (":" in text or "：" in text) and count_words(text) <= MOST_LABELS


def _sources(page: PageLines) -> Iterator[Clue]:
    for line in page.lines:
        if _is_labelled(line) and (name := source_in(line.text)) and not is_menu(name):
            yield Clue("original_publisher", name, "source line", line.block.place)


def _writers(page: PageLines, evidence: Evidence) -> Iterator[Clue]:
    """The writers a line of labels names and no byline does."""
    known = [clue.value for clue in evidence.of("author")]
    for line in filter(_is_labelled, page.lines):
        found = _WRITER.search(_SPACED.sub("  ", line.text))
        if found and not is_menu(found.group(1)) and not any(found.group(1) in value for value in known):
            yield Clue("author", found.group(0), "byline line", line.block.place)


def _rights(page: PageLines) -> Iterator[Clue]:
    """The copyright lines; of those with neither a year nor a word of rights, as credits of pictures, the foot's."""
    foot = len(page.lines) - FOOT
    signs = signs_on(squeeze(" ".join([line.text for line in page.lines])))
    for at, line in enumerate(page.lines):
        is_house = line.rule is not None and at >= foot and name_in_imprint(line.text)
        named = is_house or (_has_sign(line.text, signs) and name_in_copyright(line.text))
        if not named or isinstance(line.block.kind, Caption):
            continue
        if at >= foot and at > page.begin or is_signed(line.text):
            yield Clue("publisher", line.text, "copyright line", line.block.place)


def _has_sign(text: str, signs: tuple[str, ...]) -> bool:
    low = squeeze(text).casefold() if signs else ""
    return any(sign in low for sign in signs)


def _head(page: PageLines, others: Sequence[Clue], addresses: Sequence[str | None]) -> Iterator[Clue]:
    """The first line of the page where a copyright line, a source line or the story's own address names the same; set
    in capitals it spells nothing, and the other line stands."""
    first = page.lines[0]
    name = first.text
    if first.rule is None or name.isupper() or not _is_head(first):
        return
    if any(_holds(clue.value, name) for clue in others) or any(is_named_by_host(name, each) for each in addresses):
        yield Clue("publisher", name, "name line", first.block.place)


def _is_head(line: Line) -> bool:
    text = line.text
    return 0 < count_words(text) <= HEAD_WORDS and text[-1].isalnum() and not is_menu(text)


def _holds(text: str, name: str) -> bool:
    folded, wanted = fold(text), fold(name)
    return re.search(rf"(?<!\w){re.escape(wanted)}(?!\w)", folded) is not None
