"""Cards: one for each story, drawn only when what it says changes, the same on every machine."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from copydesk.site.machines.drawing import HEIGHT, WIDTH, Pen, Words, broken, cut, drawn
from copydesk.site.machines.shots import house_fonts
from lxml import html
from newsstand import make_site, press, story, write
from PIL import Image

ONE = {"2025/08/a.md": story(title="Quay mended", date="2025-08-10", publisher="Tarn Post")}


@pytest.fixture(scope="module")
def pen() -> Pen:
    return Pen(house_fonts())


def shot(page: Path) -> str:
    """The path of a page's card."""
    (address,) = html.fromstring(page.read_bytes()).xpath("//meta[@property='og:image']/@content")
    return str(address).removeprefix("https://digest.example/")


def test_every_page_names_a_card_that_is_there(output: Path) -> None:
    for page in output.rglob("*.html"):
        if "drafts" in page.parts or page.name == "gone.html":
            continue
        with Image.open(output / shot(page)) as card:
            assert (card.format, card.size) == ("PNG", (WIDTH, HEIGHT)), page


def test_a_card_is_drawn_when_what_it_says_changes(tmp_path: Path) -> None:
    site = make_site(tmp_path, ONE)
    page = site / "output/2025/08/a.html"
    press(site)
    first = shot(page)
    drawn_at = (site / "output" / first).stat().st_mtime_ns
    write(site / "content/stories/2025/08/a.md", ONE["2025/08/a.md"].replace("second one", "second two"))
    press(site)
    assert shot(page) == first
    assert (site / "output" / first).stat().st_mtime_ns == drawn_at
    write(site / "content/stories/2025/08/a.md", ONE["2025/08/a.md"].replace("Quay", "Pier"))
    press(site)
    assert shot(page) != first
    assert not (site / "output" / first).exists()


def test_cards_can_be_left_out_and_are_above_the_limit(tmp_path: Path) -> None:
    site = make_site(tmp_path, ONE)
    for settings in ({"COPYDESK_CARDS": False}, {"COPYDESK_CARDS_LIMIT": 0}):
        output = press(site, **settings)
        assert not (output / "cards").exists()
        assert "og:image" not in (output / "2025/08/a.html").read_text()


def test_the_same_words_give_the_same_bytes(pen: Pen) -> None:
    words = Words("The Digest", "Grüße aus Заречье", ("Tarn Post", "1 May 2026"))
    assert drawn(words, pen) == drawn(words, Pen(house_fonts()))
    assert drawn(words, pen) != drawn(Words("The Digest", "Grüße aus Заречья", ("Tarn Post", "1 May 2026")), pen)


@pytest.mark.parametrize("headline", ["افتتاح الميناء", "北湾老灯塔", "a \U0001f6a2"])
def test_a_headline_that_cannot_be_set_gives_way_to_who_published_it(pen: Pen, headline: str) -> None:
    assert pen.font(headline, 40, 700) is None
    shown = drawn(Words("The Digest", headline, ("x",), ("Tarn Post", "报", "2026")), pen)
    assert shown == drawn(Words("The Digest", headline, (), ("Tarn Post", "2026")), pen)
    assert shown != drawn(Words("The Digest", headline, (), ("Tern Post", "2026")), pen)
    assert shown != drawn(Words("The Digest", "Tarn Post", ("2026",)), pen), "that there is a headline is shown"


@pytest.mark.parametrize("headline", ["", "x" * 400, "word " * 90, "long " * 8])
def test_any_headline_stays_inside_its_card(pen: Pen, headline: str) -> None:
    font = pen.font("x", 46, 700)
    assert font is not None
    for line in broken(headline, font, 1000):
        assert font.getlength(line) <= 1000
    assert font.getlength(cut(headline, font, 500)) <= 500
    with Image.open(io.BytesIO(drawn(Words("The Digest", headline, ("Tarn Post",)), pen))) as card:
        right = card.convert("L").crop((WIDTH - 80, 20, WIDTH, HEIGHT))
        assert right.getextrema()[0] > 200, "nothing is drawn in the margin"
