"""Several copies are shown as one story; each keeps its page; stories of one event name each other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import html
from newsstand import guid, make_site, press, story, write

TEXT = "The quay of Port Alder was mended in spring by masons who had come from the valley."


def told(number: int, publisher: str, **keys: object) -> str:
    front = {"title": f"Quay story {number}", "publisher": publisher, "date": f"2025-08-{number + 9:02}", "lang": "en"}
    return story(TEXT, **{**front, "guid": guid(number), "licence": "CC BY 4.0", **keys})


STORIES = {
    "2025/08/first.md": told(1, "The Harbor Ledger", source_url="https://ledger.example/1"),
    "2025/08/second.md": told(2, "Only Copier", source_url="https://copier.example/2"),
    "2025/08/third.md": told(3, "Tarn Weekly"),
    "2025/08/fourth.md": told(4, "Tarn Weekly"),
}
SETTINGS = 'SITEURL = FEED_DOMAIN = "https://digest.example"\nCOPYDESK_NORMALIZE = False'
"""Nothing is normalized, which would write the relations anew."""

RELATIONS = f"copies: {guid(1)} {guid(2)}\nevent: {guid(2)} {guid(3)}\n"


@pytest.fixture(scope="module")
def kin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = make_site(tmp_path_factory.mktemp("kin"), STORIES, SETTINGS)
    write(site / "content/relations.txt", RELATIONS)
    return press(site)


def page(output: Path, name: str) -> html.HtmlElement:
    return html.fromstring((output / f"2025/08/{name}.html").read_bytes())


def test_the_story_shown_names_who_else_published_it(kin: Path) -> None:
    (also,) = page(kin, "first").xpath("//section[@class='also']")
    assert "Only Copier" in also.text_content()
    assert also.xpath(".//a[@href='https://copier.example/2']")


def test_a_copy_keeps_its_page_and_points_to_the_story_shown(kin: Path) -> None:
    copy = page(kin, "second")
    assert TEXT in copy.text_content()
    assert copy.xpath("//p[@class='copy']//a")[0].text_content() == "Quay story 1"
    assert copy.xpath("//link[@rel='canonical']/@href") == ["https://digest.example/2025/08/first.html"]


def test_a_copy_is_in_no_list_feed_sitemap_or_index(kin: Path) -> None:
    for name in ("index.html", "feeds/all.rss.xml", "feeds/all.json", "sitemap.xml", "archives.html"):
        text = (kin / name).read_text(encoding="utf-8")
        assert "Quay story 2" not in text and "second.html" not in text, name
    items = json.loads((kin / "feeds/all.json").read_text())["items"]
    assert len(items) == 3


def test_the_publisher_of_a_copy_lists_the_story_shown(kin: Path) -> None:
    text = (kin / "publisher/only-copier.html").read_text(encoding="utf-8")
    assert "Quay story 1" in text and "Quay story 2" not in text


def test_stories_of_one_event_name_each_other_and_a_copy_by_the_one_shown(kin: Path) -> None:
    for name, others in (("first", ["Quay story 3"]), ("third", ["Quay story 1"]), ("fourth", [])):
        found = page(kin, name).xpath("//nav[@class='more']//li/a")
        assert [link.text_content() for link in found] == others, name


def test_front_matter_parts_and_joins(tmp_path: Path) -> None:
    stories = dict(STORIES)
    stories["2025/08/second.md"] = told(2, "Only Copier", not_same_as=[guid(1)])
    stories["2025/08/fourth.md"] = told(4, "Tarn Weekly", same_as=[guid(3)])
    site = make_site(tmp_path, stories, SETTINGS)
    write(site / "content/relations.txt", RELATIONS)
    items = json.loads((press(site) / "feeds/all.json").read_text())["items"]
    assert sorted(item["title"] for item in items) == ["Quay story 1", "Quay story 2", "Quay story 3"]
