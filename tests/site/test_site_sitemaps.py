"""Sitemaps, what crawlers are asked, and the web manifest."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from urllib.robotparser import RobotFileParser

import pytest
from copydesk.batch import build_time
from copydesk.settings import settings_from
from copydesk.site.machines.sitemaps import Listed, Told, language_code, sitemaps
from copydesk.site.values import Site
from lxml import etree, html
from newsstand import make_site, press, story, write

SITE = Site("The Digest", "", "https://digest.example", "en", (), (), (), (), ())
NOON = datetime(2025, 8, 10, 12, tzinfo=UTC)
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "n": "http://www.google.com/schemas/sitemap-news/0.9"}


def locations(data: bytes) -> list[str]:
    """The addresses of a sitemap."""
    return [str(text) for text in etree.fromstring(data).xpath("//s:loc/text()", namespaces=NS)]


def told(path: str, published: datetime) -> Listed:
    return Listed(path, published, Told(f"About {path}", "en", published))


def test_every_page_to_be_indexed_is_listed_and_no_other(output: Path) -> None:
    listed = set(locations((output / "sitemap.xml").read_bytes()))
    wanted = set()
    for page in output.rglob("*.html"):
        document = html.fromstring(page.read_bytes())
        if not document.xpath("//meta[@name='robots'][contains(@content, 'noindex')]"):
            wanted.add(re.sub("/index.html$", "/", f"https://digest.example/{page.relative_to(output).as_posix()}"))
    assert listed == wanted
    assert "https://digest.example/2025/08/tarn-bridge.html" in listed, "an excerpt with a link"


def test_a_full_copy_without_a_licence_is_in_no_sitemap(output: Path) -> None:
    page = html.fromstring((output / "2025/08/harbor-reopens.html").read_bytes())
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex, follow"]
    for name in ("sitemap.xml", "sitemap-news.xml"):
        text = (output / name).read_text()
        assert "harbor-reopens" not in text and "gone" not in text and "draft" not in text


def test_an_excerpt_is_its_own_canonical_page(tmp_path: Path) -> None:
    site = make_site(tmp_path, more='SITEURL = FEED_DOMAIN = "https://digest.example/base"')
    output = press(site)
    page = html.fromstring((output / "2025/08/tarn-bridge.html").read_bytes())
    own = "https://digest.example/base/2025/08/tarn-bridge.html"
    assert page.xpath("//link[@rel='canonical']/@href") == [own]
    assert own in locations((output / "sitemap.xml").read_bytes())


def test_a_large_site_has_an_index_of_sitemaps() -> None:
    pages = [Listed(f"a/{number:06}.html") for number in range(50_001)]
    made = {entry.path: entry.render() for entry in sitemaps(SITE, pages, None)}
    names = ["https://digest.example/sitemap-1.xml", "https://digest.example/sitemap-2.xml"]
    assert locations(made["sitemap.xml"]) == names
    assert [len(locations(made[f"sitemap-{number}.xml"])) for number in (1, 2)] == [50_000, 1]


def test_news_is_two_days_old_at_most_and_not_of_tomorrow() -> None:
    ages = {"now": 0, "young": 47, "old": 49, "future": -1}
    pages = [told(f"{name}.html", NOON - timedelta(hours=age)) for name, age in ages.items()]
    news = {entry.path: entry.render() for entry in sitemaps(SITE, pages, NOON)}["sitemap-news.xml"]
    assert locations(news) == ["https://digest.example/now.html", "https://digest.example/young.html"]
    first = etree.fromstring(news).find(".//n:news", NS)
    said = [element.text for element in first.iter() if element.text and element.text.strip()]
    assert said == ["The Digest", "en", "2025-08-10T12:00:00+00:00", "About now.html"]


@pytest.mark.parametrize(("tag", "code"), [("en-GB", "en"), ("zh", "zh-cn"), ("zh-Hant", "zh-tw"), ("zh-HK", "zh-tw")])
def test_languages_are_named_as_news_sitemaps_name_them(tag: str, code: str) -> None:
    assert language_code(tag) == code


def test_the_build_time_is_the_epoch_or_the_ledgers_newest(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = settings_from({}, tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert build_time(settings) is None
    for number, day in enumerate((9, 11, 10)):
        ledger = f"guid: a\nfirst_seen: 2025-08-01T00:00:00+00:00\nupdated: 2025-08-{day:02}T06:00:00+00:00\n"
        write(settings.ledger / f"{number}.txt", ledger)
    write(settings.ledger / "damaged.txt", "updated: never\nfirst_seen: 2999-01-01\n")
    assert build_time(settings) == datetime(2025, 8, 11, 6, tzinfo=UTC)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert build_time(settings) == datetime(1970, 1, 2, tzinfo=UTC)


# --- crawlers ---------------------------------------------------------------------------------------------------------


def test_crawlers_are_asked_what_the_settings_say(tmp_path: Path) -> None:
    site = make_site(tmp_path, more='COPYDESK_UNWELCOME_CRAWLERS = ("GatherBot", "Odd\\nAllow: /")')
    rules = RobotFileParser()
    rules.parse((press(site) / "robots.txt").read_text().splitlines())
    assert rules.can_fetch("Searcher", "https://digest.example/index.html")
    assert not rules.can_fetch("GatherBot", "https://digest.example/index.html")
    assert rules.site_maps() == ["https://digest.example/sitemap.xml", "https://digest.example/sitemap-news.xml"]


def test_a_robots_txt_of_the_curator_stands(tmp_path: Path) -> None:
    more = 'EXTRA_PATH_METADATA = {"extra/robots.txt": {"path": "robots.txt"}}'
    site = make_site(tmp_path, {"2025/08/a.md": story(title="A", date="2025-08-10")}, more)
    write(site / "content/extra/robots.txt", "User-agent: *\nDisallow: /\n")
    assert (press(site) / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"


def test_humans_and_security_txt_are_where_they_are_looked_for_and_only_where_they_were_written(tmp_path: Path) -> None:
    site = make_site(tmp_path, {"2025/08/a.md": story(title="A", date="2025-08-10")})
    assert {path.name for path in press(site).rglob("*.txt")} == {"robots.txt"}
    for name in ("humans", "security"):
        write(site / f"content/extra/{name}.txt", f"{name} is here\n")
    output = press(site)
    assert (output / "humans.txt").read_text() == "humans is here\n"
    assert (output / ".well-known/security.txt").read_text() == "security is here\n"


def test_sitemaps_can_be_left_out(tmp_path: Path) -> None:
    site = make_site(tmp_path, {"2025/08/a.md": story(title="A", date="2025-08-10")}, "COPYDESK_SITEMAPS = False")
    assert not {"sitemap.xml", "sitemap-news.xml", "robots.txt"} & {path.name for path in press(site).iterdir()}


def test_the_manifest_names_icons_that_are_there(output: Path) -> None:
    manifest = json.loads((output / "manifest.webmanifest").read_text())
    assert (manifest["name"], manifest["start_url"]) == ("The Digest", ".")
    assert manifest["icons"]
    for icon in manifest["icons"]:
        assert (output / icon["src"]).is_file()
