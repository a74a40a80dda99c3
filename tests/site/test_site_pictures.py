"""Pictures: only where policy allows them, made anew, never fetched."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from copydesk.site.stories.pictures import find_picture
from lxml import html
from newsstand import SOURCES, make_site, press, story, write
from PIL import Image

SECRET = b"a note hidden in the file"


def picture(path: Path, size: tuple[int, int] = (40, 30), mode: str = "RGB", kind: str = "JPEG") -> None:
    exif = Image.Exif()
    exif[0x010E] = SECRET.decode()
    exif[0x0112] = 6  # to be turned by a quarter
    made = io.BytesIO()
    Image.new(mode, size, 0).save(made, kind, exif=exif)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(made.getvalue() + SECRET)


STORIES = {
    "2025/08/allowed.md": story(
        title="Allowed", date="2025-08-01", publisher_key="open", publisher="Open", seed="a.txt", image_alt="A quay"
    ),
    "2025/08/forbidden.md": story(title="Forbidden", date="2025-08-02", publisher="Shut", seed="b.txt"),
    "2025/08/linked.md": story(title="Linked", date="2025-08-03", publisher_key="open", policy="link", seed="c.txt"),
    "2025/08/own.md": story(title="Our own", date="2025-08-04"),
    "2025/08/broken.md": story(title="Broken", date="2025-08-05"),
}


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = make_site(tmp_path_factory.mktemp("pictures"), STORIES)
    write(site / "sources.toml", SOURCES + '\n[open]\nname = "Open"\nimages = true\n')
    images = site / "content/images"
    picture(images / "allowed.jpg", (3200, 2000))
    picture(images / "forbidden.jpg", (41, 30))
    picture(images / "linked.jpg", (42, 30))
    picture(images / "own.png", (30, 20), "RGBA", "PNG")
    (images / "broken.gif").write_bytes(b"GIF89a and no more")
    return press(site)


def shown(output: Path, name: str) -> list[html.HtmlElement]:
    page = html.fromstring((output / f"2025/08/{name}.html").read_bytes())
    images: list[html.HtmlElement] = page.xpath("//main//img")
    return images


def test_a_picture_is_shown_where_its_publisher_allows_it(output: Path) -> None:
    (image,) = shown(output, "allowed")
    assert (image.get("alt"), image.get("width"), image.get("height")) == ("A quay", "1000", "1600")
    with Image.open(output / "2025/08" / image.get("src")) as published:
        assert published.size == (1000, 1600)


def test_a_story_of_our_own_shows_its_picture(output: Path) -> None:
    (image,) = shown(output, "own")
    assert image.get("src").endswith(".png")


@pytest.mark.parametrize("name", ["forbidden", "linked", "broken"])
def test_no_other_picture_is_shown(output: Path, name: str) -> None:
    assert shown(output, name) == []


def test_only_what_is_shown_is_published_and_nothing_hidden_in_it(output: Path) -> None:
    published = sorted((output / "images").iterdir())
    assert len(published) == 2
    for path in published:
        assert SECRET not in path.read_bytes()
        with Image.open(path) as image:
            assert not image.getexif()


def test_a_picture_too_large_to_be_one_is_left_out(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    site = make_site(tmp_path, {"2025/08/own.md": STORIES["2025/08/own.md"]})
    made = io.BytesIO()
    Image.new("1", (9000, 9000)).save(made, "PNG")
    write(site / "content/images/own.txt", "")
    (site / "content/images/own.png").write_bytes(made.getvalue())
    output = press(site)
    assert shown(output, "own") == []
    assert "own.png is no picture that can be shown" in caplog.text


@pytest.mark.parametrize("changes", [{17: 0}, {17: 63}, {19: 12, 23: 1}, {17: 84, 48: 127}], ids=str)
def test_a_picture_whose_camera_data_are_damaged_is_left_out(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, changes: dict[int, int]
) -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010E] = 6, "x" * 8
    told, made = exif.tobytes(), io.BytesIO()
    Image.new("RGB", (4, 4)).save(made, "JPEG", exif=told)
    damaged = bytes(changes.get(place, byte) for place, byte in enumerate(told))
    (tmp_path / "images").mkdir()
    (tmp_path / "images/own.jpg").write_bytes(made.getvalue().replace(told, damaged))
    assert find_picture(Path("stories/2025/own.md"), tmp_path, "") is None
    assert "own.jpg is no picture that can be shown" in caplog.text
