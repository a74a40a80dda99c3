"""What a site sets for its looks: colours, a logo, a language."""

from __future__ import annotations

from pathlib import Path

import pytest
from copydesk.errors import SettingsError
from copydesk.settings import publishers_from
from copydesk.site.showing.colours import house_sheet
from lxml import html
from newsstand import build, make_site, press


def test_colours_are_a_style_sheet_after_the_themes(tmp_path: Path) -> None:
    setting = 'COPYDESK_COLOURS = {"accent": "#7a1f3d", "dark": {"accent": "#f0a3bb"}}'
    output = press(make_site(tmp_path, more=setting))
    sheets = html.fromstring((output / "2025/08/harbor-reopens.html").read_bytes()).xpath(
        "//link[@rel='stylesheet']/@href"
    )
    assert sheets == ["../../theme/copydesk.css", "../../theme/house.css"]
    sheet = (output / "theme/house.css").read_text()
    assert sheet.index("--accent: #7a1f3d") < sheet.index("prefers-color-scheme: dark") < sheet.index("#f0a3bb")


@pytest.mark.parametrize(
    "colours",
    ["red", {"accent": "red"}, {"accent": "#12345"}, {"accents": "#123"}, {"dark": "#123"}, {"ink": "#123;}*{x:y"}],
)
def test_what_is_no_colour_is_refused(colours: object) -> None:
    with pytest.raises(SettingsError, match="COPYDESK_COLOURS"):
        house_sheet(colours)


def test_no_colours_are_no_sheet() -> None:
    assert house_sheet({}) == ""


def test_a_drawn_name_has_the_name_as_its_words(tmp_path: Path) -> None:
    site = make_site(tmp_path, more='COPYDESK_LOGO = ("extra/logo.svg", 240, 48)')
    (site / "content/extra").mkdir(parents=True)
    (site / "content/extra/logo.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    output = press(site)
    (image,) = html.fromstring((output / "index.html").read_bytes()).xpath("//h1//img")
    assert (image.get("src"), image.get("alt"), image.get("width")) == ("extra/logo.svg", "The Digest", "240")
    assert (output / "extra/logo.svg").exists()


def test_a_logo_without_a_size_is_refused(tmp_path: Path) -> None:
    assert "COPYDESK_LOGO is 'logo.svg'" in build(make_site(tmp_path, more='COPYDESK_LOGO = "logo.svg"'), code=1)


def test_the_interface_speaks_the_sites_language_and_a_story_its_own(tmp_path: Path) -> None:
    output = press(make_site(tmp_path, more='DEFAULT_LANG = "ar"'))
    page = html.fromstring((output / "2025/08/harbor-reopens.html").read_bytes())
    assert (page.get("lang"), page.get("dir")) == ("ar", "rtl")
    (article,) = page.xpath("//article[contains(@class, 'story')]")
    assert (article.get("lang"), article.get("dir")) == ("en", "ltr")
    words = (output / "2025/08/harbor-reopens.html").read_text()
    assert "مصدر هذا المقال" in words and "10 أغسطس 2025" in words


def test_only_the_lists_that_are_wanted_exist(tmp_path: Path) -> None:
    output = press(make_site(tmp_path, more='TAG_SAVE_AS = ""\nDAY_ARCHIVE_SAVE_AS = ""\nCORRECTIONS_SAVE_AS = ""'))
    assert not (output / "tag").exists() and not (output / "2025/08/10").exists()
    assert not (output / "corrections.html").exists()
    front = (output / "index.html").read_text()
    assert "corrections.html" not in front
    month = html.fromstring((output / "2025/08/index.html").read_bytes())
    assert month.xpath("//table[@class='month']//td[contains(@class, 'has')]") and not month.xpath("//table//td/a")


@pytest.mark.parametrize("key", ["home", "terms"])
@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "//a.example/",
        "a.example",
        "https://",
        "http://[",
        "https://a b.example/",
    ],
)
def test_a_publisher_is_linked_at_addresses_of_the_web_alone(key: str, address: str) -> None:
    with pytest.raises(SettingsError, match=rf"^sources.toml: \[courier\] {key} is "):
        publishers_from({"courier": {key: address}}, "sources.toml")
    (known,) = publishers_from({"courier": {key: "https://a.example/x"}}, "sources.toml")
    assert getattr(known, key) == "https://a.example/x"
