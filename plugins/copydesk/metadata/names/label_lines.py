"""Lines of several labels, each with its name: "来源：北湾日报　记者：沈若舟" tells the source and the writer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from copydesk.metadata.evidence import Evidence
from copydesk.metadata.names.menu_words import is_menu
from copydesk.metadata.page_lines import Line, PageLines
from copydesk.model import Clue
from copydesk.text import count_words

MOST_LABELS = 24
"""Words of the longest line of labels."""

_LABELLED = re.compile(
    r"(?:^|[|·•(（]\s*|\s{2}|(?<=\d)\s)(?:来源|來源|稿源|出处|出處|출처|source|quelle|fuente|fonte|источник|джерело|kaynak|المصدر)\s?[:：]"
    r"\s*([^\s|·•:：()（）][^|·•:：()（）]{0,60}?)(?=$|[|·•)）]|\s{2}|\s+\S{1,12}[:：])",
    re.IGNORECASE,
)
_WRITER = re.compile(
    r"(?:记者|記者|作者|撰文|撰稿|文)\s?[:：]\s*"
    r"([\u3400-\u9fff々]{1,3} [\u3040-\u30ff\u3400-\u9fff々]{1,4}(?=\s*(?:$|[|/／(（]))"  # "三枝 凜"
    r"|[\u3400-\u9fff·]{2,6}(?:[、 ][\u3400-\u9fff]{2,4}(?![\u3400-\u9fff:：]))*)"
)
"""Writers on a line of several labels; in Chinese the label is what tells a name from other words."""
_SPACED = re.compile(r"[\u3000\u00a0\t]+")


def clues_of_labels(page: PageLines, evidence: Evidence) -> Iterator[Clue]:
    """The sources and the writers that lines of labels name."""
    labels = _labelled(page)
    yield from _sources(labels)
    yield from _writers(labels, evidence)


def _spaced(text: str) -> str:
    """A line of labels with two spaces for what sets them apart."""
    return text if text.isascii() and text.isprintable() else _SPACED.sub("  ", text)


def source_in(text: str) -> str | None:
    """The source that a line of several labels names: "来源：北湾日报　记者：沈若舟"."""
    found = _LABELLED.search(_spaced(text))
    return found.group(1).strip(" .,;，。") if found else None


def _labelled(page: PageLines) -> list[Line]:
    """The lines that were cut and may be of labels: few have a colon, and no label is without."""
    marked = (line for line in page.lines if line.rule is not None and (":" in line.text or "：" in line.text))
    return [line for line in marked if count_words(line.text) <= MOST_LABELS]


def _sources(labels: Sequence[Line]) -> Iterator[Clue]:
    for line in labels:
        if (name := source_in(line.text)) and not is_menu(name):
            yield Clue("original_publisher", name, "source line", line.block.place)


def _writers(labels: Sequence[Line], evidence: Evidence) -> Iterator[Clue]:
    """The writers a line of labels names and no byline does."""
    known = [clue.value for clue in evidence.of("author")]
    for line in labels:
        found = _WRITER.search(_spaced(line.text))
        if found and not is_menu(found.group(1)) and not any(found.group(1) in value for value in known):
            yield Clue("author", found.group(0), "byline line", line.block.place)
