"""What a cleaner answers for a page, and what ours does."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk import pipeline
from copydesk.cli.story_json import EMPTY_ROW, row
from copydesk.errors import HeldError
from copydesk.model import House, RawDocument

from bench.quality.gold import GoldPage
from bench.unseen import judged_unseen


@dataclass(frozen=True, slots=True)
class Answer:
    """Text and facts of one page, and the CPU milliseconds they took. ``fault`` is set where the cleaner broke."""

    text: str = ""
    title: str | None = None
    authors: tuple[str, ...] = ()
    date: str | None = None
    ms: float = 0.0
    fault: str | None = None


def ours(pages: Iterable[GoldPage], cache: Path | None = None) -> Iterator[Answer]:
    """The whole of our own way, as ``copydesk clean --jsonl`` goes it: from the page with its address to Markdown.

    With the ``cache`` of a training, each page is judged by weights that have not seen its site.
    """
    for page in pages:
        with judged_unseen(page, cache):
            yield _our_answer(page)


def _our_answer(page: GoldPage) -> Answer:
    raw = RawDocument(page.id, page.page.encode("utf-8", "replace"), page.url)
    started = time.process_time()
    try:
        stories = pipeline.clean(raw, House())
    except HeldError as held:
        return Answer(ms=_since(started), fault=str(held))
    said = row(stories[0]) if stories else EMPTY_ROW
    return Answer(said["text"], said["title"], tuple(said["authors"]), said["date"], _since(started))


def _since(started: float) -> float:
    return (time.process_time() - started) * 1000
