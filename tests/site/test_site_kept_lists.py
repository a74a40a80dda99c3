"""A list that lost its last story: its page and its feeds stay, and the next story under its name is in them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree, html
from newsstand import guid, make_site, press, story, tree

NAMES = {
    "section/arts-letters": "Arts & <Letters>",
    "tag/ports": "Ports",
    "author/ann-lee": "Ann Lee",
    "publisher/tide-gazette": "Tide Gazette",
}
"""Pages and feeds without their endings, and what they are of."""

ONLY = story(
    title="The only one",
    authors=["Ann Lee"],
    publisher="Tide Gazette",
    section="Arts & <Letters>",
    tags=["Ports"],
    date="2025-08-01",
    guid=guid(1),
)
OTHER = story(title="Another one", authors=["Bo Ek"], section="Local", date="2025-08-02", guid=guid(2))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site that was built, lost the one story of four lists, and was built again."""
    folder = make_site(tmp_path_factory.mktemp("kept"), {"2025/08/only.md": ONLY, "2025/08/other.md": OTHER})
    press(folder)
    (folder / "content/stories/2025/08/only.md").unlink()
    press(folder)
    return folder


def test_each_list_is_written_down(site: Path) -> None:
    lines = (site / "content/ledger/addresses.tsv").read_text(encoding="utf-8").splitlines()
    assert "section/arts-letters.html\tlist CATEGORY arts-letters Arts & <Letters>" in lines
    assert "tag/ports.html\tlist TAG ports Ports" in lines


@pytest.mark.parametrize("place", NAMES)
def test_its_page_is_there_and_says_that_it_holds_nothing(site: Path, place: str) -> None:
    page = html.fromstring((site / f"output/{place}.html").read_bytes())
    assert page.findtext(".//h1/bdi") == NAMES[place]
    assert not page.xpath("//main//article")
    feeds = page.xpath("//link[@rel='alternate']/@href")
    assert f"../feeds/{place}.rss.xml" in feeds or any(feed.endswith(f"/feeds/{place}.rss.xml") for feed in feeds)


@pytest.mark.parametrize("place", NAMES)
def test_its_feeds_are_empty_and_valid(site: Path, place: str) -> None:
    feeds = site / "output/feeds"
    channel = etree.fromstring((feeds / f"{place}.rss.xml").read_bytes()).find("channel")
    assert channel is not None and not channel.findall("item")
    assert all(channel.findtext(name) for name in ("title", "link", "description"))
    schema = etree.RelaxNG(etree.parse(Path(__file__).parent / "feed_rules/atom.rng"))
    atom = etree.fromstring((feeds / f"{place}.atom.xml").read_bytes())
    for stone in atom.findall("{http://purl.org/atompub/tombstones/1.0}deleted-entry"):
        atom.remove(stone)
    schema.assertValid(atom)
    assert json.loads((feeds / f"{place}.json").read_bytes())["items"] == []


def test_what_is_empty_is_in_no_index_and_no_sitemap(site: Path) -> None:
    output = site / "output"
    assert "tag/ports.html" not in (output / "tags.html").read_text(encoding="utf-8")
    assert "tag/ports.html" not in (output / "sitemap.xml").read_text(encoding="utf-8")
    assert "section/arts-letters.html" not in (output / "index.html").read_text(encoding="utf-8")


def test_a_build_without_a_change_changes_nothing(site: Path) -> None:
    before = tree(site / "output")
    press(site)
    assert tree(site / "output") == before


def test_the_feed_keeps_its_identity_and_goes_on(site: Path, tmp_path: Path) -> None:
    first = make_site(tmp_path, {"2025/08/only.md": ONLY, "2025/08/other.md": OTHER})
    feed = "feeds/tag/ports.atom.xml"
    name = "{http://www.w3.org/2005/Atom}id"
    full = etree.fromstring((press(first) / feed).read_bytes()).findtext(name)
    assert etree.fromstring((site / "output" / feed).read_bytes()).findtext(name) == full
    (first / "content/stories/2025/08/only.md").unlink()
    press(first)
    make_site(first, {"2025/08/new.md": story(title="New", tags=["Ports"], date="2025-08-09", guid=guid(3))})
    entries = etree.fromstring((press(first) / feed).read_bytes()).findall("{http://www.w3.org/2005/Atom}entry")
    assert [entry.findtext(name) for entry in entries] == [guid(3)]


def test_a_site_that_gives_up_a_kind_of_list_has_none_left(tmp_path: Path) -> None:
    folder = make_site(tmp_path, {"2025/08/only.md": ONLY})
    press(folder)
    feeds = dict.fromkeys(f"TAG_FEED_{kind}" for kind in ("RSS", "ATOM", "JSON"))
    output = press(folder, TAG_SAVE_AS="", **feeds)
    assert not (output / "tag").exists() and not (output / "feeds/tag").exists()
