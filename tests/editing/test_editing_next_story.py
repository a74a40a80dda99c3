"""Pages that load the next story under the first: only the first is told."""

from __future__ import annotations

import pytest
from copydesk import pipeline
from copydesk.editing.cutting import next_story
from copydesk.editing.story import tells
from copydesk.model import Block, House, RawDocument
from editing_pages import STORY

HEADLINE = "Harbour wall to be rebuilt by spring"
OTHER = (
    "Ferry fares to the islands will rise by a tenth in May, the county said on Monday, and nobody was surprised.",
    "The last rise was two years ago, and the council promised then that there would be no other before the election.",
)


def article(title: str, texts: tuple[str, ...], under: str = "<p>3 May 2024</p>", name: str = "story") -> str:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in texts)
    return f'<article class="{name}"><h1>{title}</h1>{under}{text}</article>'


def told(*articles: str) -> list[str]:
    page = f"<html><head><title>{HEADLINE}</title></head><body><div>{''.join(articles)}</div></body></html>"
    (story,) = pipeline.clean(RawDocument("page.html", page.encode()), House())
    return [block.text for block in story.blocks]


def test_the_next_story_on_a_page_is_cut() -> None:
    assert told(article(HEADLINE, STORY), article("Ferry fares to rise in May", OTHER)) == [*STORY]


@pytest.mark.parametrize(
    "second",
    [
        article("What the wall will cost", OTHER, ""),
        f"<article class='story'><h2>What the wall will cost</h2><p>3 May 2024</p><p>{OTHER[0]}</p></article>",
    ],
)
def test_a_part_of_the_story_stays(second: str) -> None:
    assert OTHER[0] in told(article(HEADLINE, STORY), second)


def test_twice_the_headings_set_alike_are_twice_the_work(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Block] = []

    def counted(block: Block) -> bool:
        asked.append(block)
        return tells(block)

    monkeypatch.setattr(next_story, "tells", counted)
    work = []
    for count in (20, 40):
        told(
            article(HEADLINE, STORY[:1], ""), *(article(f"Part {at} of the wall", OTHER[:1], "") for at in range(count))
        )
        work.append(len(asked))
        asked.clear()
    assert 0 < work[1] < 2.5 * work[0]
