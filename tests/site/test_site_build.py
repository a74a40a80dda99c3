"""The small site from end to end: what is on its pages, and what is not."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from copydesk.metadata.trust import ORIGINS
from lxml import html
from newsstand import SECRET, build, make_site, press, story, tree

EXPECTED = (
    "index.html",
    "404.html",
    "archives.html",
    "authors.html",
    "feeds.html",
    "publishers.html",
    "sections.html",
    "tags.html",
    "about.html",
    "2025/index.html",
    "2025/08/index.html",
    "2025/08/harbor-reopens.html",
    "2025/07/gone.html",
    "2025/07/by-hand.html",
    "section/global-economy.html",
    "tag/ports.html",
    "author/ann-lee.html",
    "publisher/harbor-ledger.html",
    "feeds/all.rss.xml",
    "feeds/all.atom.xml",
    "feeds/all.json",
    "feeds/section/local.rss.xml",
    "feeds/publisher/tarn-post.json",
    "drafts/draft.html",
)


def page(output: Path, path: str) -> html.HtmlElement:
    return html.fromstring((output / path).read_bytes().decode())


def text(output: Path, path: str) -> str:
    return " ".join(page(output, path).text_content().split())


@pytest.mark.parametrize("path", EXPECTED)
def test_makes_the_page(output: Path, path: str) -> None:
    assert (output / path).is_file()


def test_a_story_shows_who_wrote_it_who_published_it_and_when(output: Path) -> None:
    shown = text(output, "2025/08/harbor-reopens.html")
    for words in (
        "Harbor “reopens” & ferries <sail>",
        "Ferries are back after the storm.",
        "Ann Lee",
        "Bo Ek",
        "The Harbor Ledger",
        "10 August 2025, 14:05 GMT+2",
        "harborledger.example",
        "share line",
        ORIGINS["h1"],
        f"not certain: from {ORIGINS['page header']}",
    ):
        assert words in shown


def test_a_date_that_was_not_recorded_is_said_to_be_missing(output: Path) -> None:
    assert "date not recorded" in text(output, "2025/07/undated.html")
    assert "date not recorded" not in text(output, "2025/07/by-hand.html")


def test_an_original_address_that_is_not_known_is_said_to_be_missing(output: Path) -> None:
    assert "original address not recorded" in text(output, "2025/07/undated.html")


def test_every_internal_link_leads_somewhere(output: Path) -> None:
    broken = []
    for path in sorted(output.rglob("*.html")):
        here = path.relative_to(output).as_posix()
        for _, _, link, _ in html.fromstring(path.read_bytes()).iterlinks():
            target = urlsplit(urljoin(f"http://site/{here}", link))
            if target.netloc != "site" or target.scheme != "http":
                continue
            if not (output / unquote(target.path).lstrip("/")).is_file() and target.path != "/":
                broken.append((here, link))
    assert broken == []


def test_a_withdrawn_story_is_a_stub_named_only_among_the_corrections(output: Path) -> None:
    stub = text(output, "2025/07/gone.html")
    assert "The publisher asked for it." in stub
    assert "1 August 2025" in stub
    listing = [path for path, data in tree(output).items() if b"A story taken down" in data]
    feeds = [f"feeds/corrections.{ending}" for ending in ("atom.xml", "json", "rss.xml")]
    assert listing == ["2025/07/gone.html", "corrections.html", *feeds]
    assert not (output / "author/zed-only.html").exists()
    assert page(output, "2025/07/gone.html").xpath("//meta[@name='robots']/@content") == ["noindex, follow"]


def test_a_draft_is_in_no_list_and_no_feed(output: Path) -> None:
    assert [path for path, data in tree(output).items() if b"Not ready" in data] == ["drafts/draft.html"]


def test_what_a_policy_forbids_is_nowhere(output: Path) -> None:
    found = [path for path, data in tree(output).items() if SECRET.encode() in data]
    assert found == ["drafts/draft.html"]


def test_an_excerpt_has_its_first_words_and_says_that_it_is_one(output: Path) -> None:
    shown = text(output, "2025/08/tarn-bridge.html")
    assert "The quay was repaired in spring" in shown
    assert "excerpt" in shown


def test_under_link_the_headline_stands_alone(output: Path) -> None:
    assert page(output, "2025/08/wire-note.html").xpath("//div[@class='body']//p") == []
    assert "A note from the wire" in text(output, "index.html")


def test_full_copies_without_a_licence_are_not_indexed(output: Path) -> None:
    robots = {
        name: page(output, f"2025/{name}.html").xpath("//meta[@name='robots']/@content")
        for name in ("08/harbor-reopens", "08/tarn-bridge", "07/by-hand")
    }
    assert robots == {"08/harbor-reopens": ["noindex, follow"], "08/tarn-bridge": [], "07/by-hand": []}


def test_a_story_in_another_script_has_its_language_and_direction(output: Path) -> None:
    article = page(output, "2025/07/marfa.html").xpath("//article")[0]
    assert (article.get("lang"), article.get("dir")) == ("ar", "rtl")
    assert (output / "author/mrym.html").is_file()


def test_pages_link_relatively_but_404_does_not(output: Path) -> None:
    for path, data in tree(output).items():
        if path.endswith(".html") and path != "404.html":
            assert not re.search(rb'(?:href|src)="/', data), path
    assert b'href="/theme/' in (output / "404.html").read_bytes()


def test_the_front_page_leads_with_the_newest(output: Path) -> None:
    first = page(output, "index.html").xpath("//article//h2/a/@href")[0]
    assert first == "2025/08/harbor-reopens.html"


def test_a_base_path_changes_404_canonical_and_feeds(tmp_path: Path) -> None:
    site = make_site(tmp_path, more='SITEURL = "https://a.example/digest"\nFEED_DOMAIN = SITEURL\n')
    build(site)
    output = site / "output"
    assert b'href="/digest/theme/' in (output / "404.html").read_bytes()
    for path, address in (
        ("2025/07/by-hand.html", "2025/07/by-hand.html"),
        ("index.html", ""),
        ("2025/index.html", "2025/"),
        ("archives.html", "archives.html"),
    ):
        canonical = page(output, path).xpath("//link[@rel='canonical']/@href")
        assert canonical == [f"https://a.example/digest/{address}"]
    assert (
        b"<link>https://a.example/digest/2025/08/harbor-reopens.html</link>"
        in (output / "feeds/all.rss.xml").read_bytes()
    )


def test_every_internal_link_resolves_under_a_base_path(tmp_path: Path) -> None:
    output = press(make_site(tmp_path, more='SITEURL = FEED_DOMAIN = "https://a.example/digest"'))
    broken = []
    for path in sorted(output.rglob("*.html")):
        here = path.relative_to(output).as_posix()
        for _, _, link, _ in html.fromstring(path.read_bytes()).iterlinks():
            target = urlsplit(urljoin(f"https://a.example/digest/{here}", link))
            if target.netloc != "a.example":
                continue
            inside = output / unquote(target.path).removeprefix("/digest/")
            if not target.path.startswith("/digest/") or not (inside.is_file() or (inside / "index.html").is_file()):
                broken.append((here, link))
    assert broken == []


def test_a_bad_story_is_named_and_the_others_are_published(tmp_path: Path) -> None:
    bad = {
        "2025/08/unknown.md": story(title="x", _content="y", date="2025-08-01"),
        "2025/08/undated.md": story(title="x"),
        "2025/08/yaml.md": "---\ntitle: [x\n---\n",
        "2025/08/deep.md": story(f"{'- ' * 200}a", title="x", date="2025-08-01"),
        "2025/08/good.md": story(title="Good one", date="2025-08-01"),
    }
    site = make_site(tmp_path, bad)
    (site / "content/stories/2025/08/bytes.md").write_bytes(b"---\ntitle: \xff\n---\n")
    (site / "content/stories/2025/08/loop.md").symlink_to("loop.md")
    (tmp_path / "outside.md").write_text(story(title="Outside", date="2025-08-01"), encoding="utf-8")
    (site / "content/stories/2025/08/outside.md").symlink_to(tmp_path / "outside.md")
    printed = build(site)
    assert (site / "output/2025/08/good.html").is_file()
    assert "of the files in content/ could not be used as they are" in printed
    for name in ("unknown", "undated", "yaml", "deep", "bytes", "loop", "outside"):
        assert f"content/stories/2025/08/{name}.md" in printed


def test_a_story_with_an_unfinished_merge_stays_as_the_hand_has_it(tmp_path: Path) -> None:
    good = story(title="Ferry leaves", date="2025-08-01")
    marked = f"{good}\nA word <<<.\n\n" + "\n".join(
        (
            "<<<<<<< edited by hand",
            "By hand.",
            "||||||| last generated",
            "As it was.",
            "=======",
            "Anew.",
            ">>>>>>> new version",
        )
    )
    site = make_site(tmp_path, {"2025/08/ferry.md": marked})
    printed = build(site)
    (said,) = {line for line in printed.splitlines() if "a merge that is not finished" in line and "ERROR" not in line}
    assert said.startswith("content/stories/2025/08/ferry.md: line ")
    assert "as edited by hand" in said
    shown = text(site / "output", "2025/08/ferry.html")
    assert "By hand." in shown
    assert not any(words in shown for words in ("As it was.", "Anew.", "<<<<<<<"))
    before = tree(site / "output")
    with (site / "pelican.conf.py").open("a", encoding="utf-8") as settings:
        settings.write("\nCOPYDESK_NORMALIZE = False\n")
    assert "The site was left as it is" in build(site, code=1)
    assert tree(site / "output") == before


def test_publishing_stops_where_a_story_cannot_be_read(tmp_path: Path) -> None:
    good = story(title="Good one", date="2025-08-01")
    site = make_site(tmp_path, {"2025/08/good.md": good}, more="COPYDESK_NORMALIZE = False\n")
    build(site)
    before = tree(site / "output")
    (site / "content/stories/2025/08/good.md").write_text(good.replace("title:", "bogus: 1\ntitle:"), encoding="utf-8")
    printed = build(site, code=1)
    assert "content/stories/2025/08/good.md: line 2: the unknown key bogus" in printed
    assert "Traceback" not in printed
    assert tree(site / "output") == before


def test_nothing_is_printed_but_totals_when_all_is_well(newsstand: Path) -> None:
    printed = (newsstand / "printed.txt").read_text(encoding="utf-8")
    assert "WARNING" not in printed
    assert "ERROR" not in printed
