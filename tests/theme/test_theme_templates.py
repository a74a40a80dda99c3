"""Every template renders with full and with bare values: well-formed, without script, style or far resource."""

from __future__ import annotations

import gzip
import re
from functools import cache
from itertools import pairwise
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest
from copydesk.site.printing.typesetting import furnish
from copydesk.site.tongue import Tongue
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from theme_specimens import SPECIMENS, Specimen
from theme_values import HOSTILE

THEME = Path(__file__).parents[2] / "theme"
POLICY = ("default-src 'none'", "style-src 'self'", "img-src 'self'", "base-uri 'none'", "form-action 'none'")


@cache
def environment(language: str = "en") -> Environment:
    made = Environment(
        loader=FileSystemLoader(THEME / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    furnish(made, Tongue(language))
    return made


@cache
def render(specimen: Specimen) -> str:
    return environment().get_template(specimen.template).render({"page": specimen.page, specimen.name: specimen.value})


def parse(html: str) -> Element:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)


every_page = pytest.mark.parametrize("specimen", SPECIMENS, ids=lambda specimen: specimen.id)


def test_every_template_has_a_specimen() -> None:
    named = {path.name for path in (THEME / "templates").glob("[!_]*.html")} - {"base.html"}
    assert named == {specimen.template for specimen in SPECIMENS}


@every_page
def test_a_page_is_well_formed_with_one_h1_and_its_landmarks(specimen: Specimen) -> None:
    tree = parse(render(specimen))
    assert len(tree.findall(".//h1")) == 1
    for landmark in ("header", "main", "footer"):
        assert tree.find(f"./body/{landmark}") is not None, landmark
    assert tree.find("./body/a").get("href") == "#main"
    assert tree.get("lang") and tree.get("dir")


@every_page
def test_headings_leave_out_no_level(specimen: Specimen) -> None:
    levels = [int(found) for found in re.findall(r"<h([1-6])", render(specimen))]
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels


@every_page
def test_no_script_and_no_inline_style(specimen: Specimen) -> None:
    tree = parse(render(specimen))
    scripts = [script.get("src") for script in tree.findall(".//script")]
    assert scripts == (["theme/search.js"] if specimen.id == "search" else []), "the search page's alone"
    assert not tree.findall(".//style")
    for element in tree.iter():
        assert "style" not in element.attrib
        assert not [name for name in element.attrib if str(name).startswith("on")]


@every_page
def test_the_policy_stands_before_every_word_of_a_story(specimen: Specimen) -> None:
    head = list(parse(render(specimen)).find("head"))
    place = [element.get("http-equiv") for element in head].index("Content-Security-Policy")
    policy = head[place].get("content")
    assert all(part in policy for part in POLICY)
    allowed = "'wasm-unsafe-eval'" if specimen.id == "search" else "nothing"
    assert "unsafe" not in policy.replace(allowed, "") and "http" not in policy
    assert all(element.tag in {"meta", "link"} and not element.get("title") for element in head[:place])
    assert [element.get("rel") for element in head[:place] if element.tag == "link"] == ["stylesheet"] * len(
        specimen.page.site.stylesheets
    ) + ["stylesheet"] * (specimen.name == "search")


@every_page
def test_everything_loaded_and_every_inner_link_starts_at_the_root(specimen: Specimen) -> None:
    root = specimen.page.root
    for element in parse(render(specimen)).iter():
        address = element.get("src") or element.get("href")
        if address is None or address.startswith("#"):
            continue
        if element.tag == "a" or element.get("rel") == "canonical":
            assert address.startswith(("https://", root)), address
        else:
            assert address.startswith(root) and "//" not in address, address


@every_page
def test_ids_are_unique_and_references_lead_to_them(specimen: Specimen) -> None:
    elements = list(parse(render(specimen)).iter())
    ids = [element.get("id") for element in elements if element.get("id")]
    assert len(ids) == len(set(ids))
    wanted = [element.get("aria-labelledby") for element in elements if element.get("aria-labelledby")]
    wanted += [e.get("href")[1:] for e in elements if (e.get("href") or "").startswith("#")]
    assert set(wanted) <= set(ids)


FORMATS = {"application/rss+xml": "RSS", "application/atom+xml": "Atom", "application/feed+json": "JSON Feed"}


@every_page
def test_feeds_can_be_discovered(specimen: Specimen) -> None:
    page = specimen.page
    found = parse(render(specimen)).findall(".//link[@rel='alternate']")
    expected = [
        (page.root + feed.path, feed.media_type, f"{feed.title} ({FORMATS[feed.media_type]})")
        for feed in page.feeds + page.site.feeds
    ]
    assert [(link.get("href"), link.get("type"), link.get("title")) for link in found] == expected


def test_what_is_not_known_is_said() -> None:
    bare = next(specimen for specimen in SPECIMENS if specimen.id == "story-bare")
    words = " ".join("".join(parse(render(bare)).find(".//main").itertext()).split())
    for missing in ("author", "publisher", "date", "original address"):
        assert f"{missing} not recorded" in words
    assert "not stated" in words


def test_words_of_a_page_stay_words() -> None:
    hostile = next(specimen for specimen in SPECIMENS if specimen.id == "story-hostile")
    html = render(hostile)
    assert "<script" not in html and "49" not in html.replace("{{ 7 * 7 }}", "")
    assert "".join(parse(html).find(".//h1").itertext()) == HOSTILE


def test_templates_never_undo_escaping() -> None:
    for template in (THEME / "templates").glob("*.html"):
        text = template.read_text(encoding="utf-8")
        for filter_ in ("safe", "striptags", "autoescape"):
            assert not re.search(rf"\b{filter_}\b", text), f"{template.name}: {filter_}"


def test_the_stylesheet_is_small_and_loads_nothing() -> None:
    css = (THEME / "static" / "copydesk.css").read_text(encoding="utf-8")
    assert len(gzip.compress(css.encode(), mtime=0)) < 20_000
    assert "@import" not in css and "url(" not in css and "@font-face" not in css
