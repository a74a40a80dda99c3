"""An address once published stays: what moves leaves a page behind that leads on."""

from __future__ import annotations

from pathlib import Path

from lxml import html
from newsstand import build, guid, make_site, press, story

REGISTER = "content/ledger/addresses.tsv"


def target(page: Path) -> str | None:
    """Where a page sends its reader without a click."""
    found = html.fromstring(page.read_bytes()).xpath("//meta[@http-equiv='refresh']/@content")
    return str(found[0]).partition("url=")[2] if found else None


def test_what_a_build_publishes_is_written_down(newsstand: Path) -> None:
    lines = (newsstand / REGISTER).read_text().splitlines()
    assert f"2025/08/harbor-reopens.html\t{guid(1)}" in lines
    assert f"2025/07/gone.html\t{guid(6)}" in lines
    assert lines == sorted(lines)
    assert not [line for line in lines if "draft" in line]


def test_a_story_that_moves_is_found_under_its_old_address(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    press(site)
    stories = site / "content/stories/2025"
    text = (stories / "08/harbor-reopens.md").read_text().replace("2025-08-10T14", "2025-06-10T14")
    (stories / "08/harbor-reopens.md").unlink()
    (stories / "08/port-reopens.md").write_text(text)
    output = press(site)
    page = output / "2025/08/harbor-reopens.html"
    assert target(page) == "../../2025/06/port-reopens.html"
    assert (output / "2025/06/port-reopens.html").exists()
    robots = html.fromstring(page.read_bytes()).xpath("//meta[@name='robots']/@content")
    assert "noindex" in robots[0]
    assert "2025/08/harbor-reopens" not in (output / "sitemap.xml").read_text()
    again = press(site)
    assert target(again / "2025/08/harbor-reopens.html") == "../../2025/06/port-reopens.html"


def test_a_story_that_is_gone_says_so_at_its_address(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    press(site)
    (site / "content/stories/2025/08/harbor-reopens.md").unlink()
    page = press(site) / "2025/08/harbor-reopens.html"
    assert target(page) is None
    assert "no longer here" in page.read_text()


def test_no_other_story_gets_an_address_that_was_anothers(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    press(site)
    stories = site / "content/stories/2025/08"
    (stories / "harbor-reopens.md").rename(stories / "port-reopens.md")
    (stories / "harbor-reopens.md").write_text(
        story("Another story altogether.", title="Harbor reopens", date="2025-08-20", guid=guid(77), lang="en")
    )
    output = press(site)
    assert target(output / "2025/08/harbor-reopens.html") == "../../2025/08/port-reopens.html"
    assert len(list(output.glob("2025/08/harbor-reopens-*.html"))) == 1


def test_publishing_writes_nothing_into_content(tmp_path: Path) -> None:
    site = make_site(tmp_path, more="COPYDESK_NORMALIZE = False")
    printed = build(site)
    assert not (site / REGISTER).exists()
    assert "are not in content/ledger/addresses.tsv" in printed


def test_a_damaged_register_is_named_and_the_site_left_alone(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    (site / "content/ledger").mkdir(parents=True)
    (site / REGISTER).write_text("no tab in here\n")
    printed = build(site, code=1)
    assert "addresses.tsv" in printed and "line 1" in printed
    assert not (site / "output").exists()


def test_pages_of_a_list_that_got_shorter_and_archives_without_a_story_lead_on(tmp_path: Path) -> None:
    days = {f"2025/0{number % 2 + 6}/n{number}.md": f"2025-0{number % 2 + 6}-0{number + 1}" for number in range(6)}
    stories = {
        name: story(title=name, date=day, section="Local", lang="en", guid=guid(number))
        for number, (name, day) in enumerate(days.items())
    }
    site = make_site(tmp_path, stories, "DEFAULT_PAGINATION = 1")
    output = press(site)
    assert (output / "section/local/page/5.html").exists() and (output / "2025/07/page/2.html").exists()
    for name in days:
        if "/07/" in name or name.endswith("n0.md"):
            (site / "content/stories" / name).unlink()
    for _ in range(2):
        output = press(site)
        assert target(output / "section/local/page/1.html") is None
        assert target(output / "section/local/page/2.html") == target(output / "section/local/page/5.html")
        assert target(output / "section/local/page/5.html") == "../../../section/local.html"
        for gone in ("2025/07/index.html", "2025/07/page/2.html", "2025/07/02/index.html"):
            assert str(target(output / gone)).endswith("../archives.html")
        assert "section/local/page/5.html" not in (output / "sitemap.xml").read_text()
