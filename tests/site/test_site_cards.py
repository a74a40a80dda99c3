"""Cards: one for each story, drawn only when what it says changes, the same on every machine."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from copydesk.site.machines import drawing
from copydesk.site.machines.drawing import HEIGHT, MARGIN, WIDTH, Words, broken, cut, drawn
from copydesk.site.machines.lettering import Face, Pen, as_seen, joined
from copydesk.site.machines.shots import house_faces
from lxml import html
from newsstand import make_site, press, story, write
from PIL import Image

ONE = {"2025/08/a.md": story(title="Quay mended", date="2025-08-10", publisher="Tarn Post")}


real = Pen.font


@pytest.fixture(scope="module")
def pen() -> Pen:
    return Pen(house_faces())


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
    assert drawn(words, pen) == drawn(words, Pen(house_faces()))
    assert drawn(words, pen) != drawn(Words("The Digest", "Grüße aus Заречья", ("Tarn Post", "1 May 2026")), pen)


@pytest.mark.parametrize("headline", ["北湾老灯塔", "a \U0001f6a2", "ܫܠܡܐ ܥܠܡܐ", "ځوان ټول"])
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


# --- what is joined, and what runs from right to left -----------------------------------------------------------------


def ink(card: bytes, top: int, bottom: int) -> tuple[int, int]:
    """Where what is drawn between two heights begins and ends, in pixels from the left."""
    with Image.open(io.BytesIO(card)) as image:
        dark = image.convert("L").crop((0, top, WIDTH, bottom)).point(lambda level: 255 * (level < 128))
        box = dark.getbbox()
    assert box is not None
    return box[0], box[2]


def test_arabic_letters_take_the_forms_they_have_beside_each_other() -> None:
    assert joined("سلام") == "\ufeb3\ufefc\ufee1"  # seen at the beginning, lam and alef as one, meem alone
    assert joined("Tide") == "Tide"


def test_what_runs_from_right_to_left_is_in_the_order_of_the_eye() -> None:
    assert as_seen("אב (גד) 12 NASA") == "NASA 12 (דג) בא"
    assert as_seen("Six אב bells") == "Six בא bells"
    assert as_seen("Tide (12)") == "Tide (12)"
    assert as_seen("\u2067אב\u2069 \u2066Six\u2069 \u2068bells\u2069") == as_seen("אב Six bells")


@pytest.mark.parametrize("headline", ["افتتاح «الميناء»", "ناخدا نے پانچ چراغ دیکھے", "הספרייה הצפה"])
def test_a_headline_that_runs_to_the_left_begins_at_the_right(pen: Pen, headline: str) -> None:
    card = drawn(Words("The Digest", headline, ("Tarn Post", "1 May 2026")), pen)
    left, right = ink(card, 160, 300)
    assert left > MARGIN + 100 and WIDTH - MARGIN - 12 < right <= WIDTH - MARGIN + 2
    assert ink(card, HEIGHT - 100, HEIGHT - 40)[1] > WIDTH - MARGIN - 12
    assert card != drawn(Words("The Digest", headline[::-1], ("Tarn Post", "1 May 2026")), pen)


def test_a_date_beside_a_name_in_arabic_is_not_turned_around(pen: Pen, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = []
    monkeypatch.setattr(drawing, "set_line", lambda draw, seen, *place: lines.append(seen))
    drawn(Words("D", "x", ("مرفأ", "15 May 2026")), pen)
    drawn(Words("D", "م", ("מרפא", "15 May 2026")), pen)
    assert lines[2].endswith(" · 15 May 2026") and lines[5] == "15 May 2026 · אפרמ"


def test_a_font_of_the_settings_sets_what_the_house_cannot(tmp_path: Path) -> None:
    with pytest.raises(OSError):
        Pen((*house_faces(), Face(tmp_path / "none.ttf", tmp_path / "none.ttf"))).font("北湾", 40, 700)
    assert Pen((*house_faces(), Face(tmp_path / "none.ttf", tmp_path / "none.ttf"))).font("Tide", 40, 700)


def test_a_letter_too_wide_to_be_drawn_stops_no_press() -> None:
    """One letter is a whole sentence: at the size of a headline it is too much for the library that draws letters."""
    words = Words("The Digest", "\N{ARABIC LIGATURE BISMILLAH AR-RAHMAN AR-RAHEEM}", ("Tarn Post",))
    assert Image.open(io.BytesIO(drawn(words, Pen(house_faces())))).size == (WIDTH, HEIGHT)


def test_no_text_of_a_card_is_looked_at_beyond_what_it_could_hold(pen: Pen, monkeypatch: pytest.MonkeyPatch) -> None:
    most, looked = drawing.MOST_LETTERS, []
    monkeypatch.setattr(Pen, "font", lambda pen, text, *size: looked.append(text) or real(pen, text, *size))
    for word in ("name " * 40_000, "北" * 200_000, "اب" * 100_000):
        huge = Words(word, word, (word, "2026"), (word, word, "2026"))
        same = Words(word[:most], word[:most], (word[:most], "2026"), (word[:most], word[:most], "2026"))
        assert drawn(huge, pen) == drawn(same, pen)
    assert max(map(len, looked)) <= 2 * most + 10
