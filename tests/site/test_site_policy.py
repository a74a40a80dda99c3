"""Policy holds in every byte of the output: pages, feeds, structured data, the index, cards, sitemaps.

Each sentence of the stories below has a word of its own, which no stemmer changes, so that it is found even where an
index keeps words alone; what is packed is unpacked before it is searched.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterable
from pathlib import Path

import pytest
from newsstand import SOURCES, guid, make_site, press, story, write

LETTERS = "bdfgklmnprtvz"
SENTENCES = 60


def mark(number: int, place: int) -> str:
    """A word that stands in one sentence of one story alone."""
    return f"qu{LETTERS[number]}u{LETTERS[place // 13]}o{LETTERS[place % 13]}ox"


def sentence(number: int, place: int) -> str:
    return f"The {mark(number, place)} stood by the quay until the evening tide."


def told(number: int, **keys: object) -> str:
    """A story of `SENTENCES` sentences in paragraphs, a list, a quotation and a table, with a standfirst."""
    said = [sentence(number, place) for place in range(SENTENCES)]
    blocks = [
        *(" ".join(said[place : place + 4]) for place in range(0, 40, 4)),
        *(f"- {each}" for each in said[40:48]),
        f"> {' '.join(said[48:54])}",
        f"| word | more |\n| --- | --- |\n| {said[54]} | {said[55]} |",
        f"{{.caption}}\n{said[56]}",
        " ".join(said[57:]),
    ]
    front = {"title": f"Headline {number}", "date": f"2025-08-{number + 1:02}", "lang": "en", "guid": guid(number)}
    return story("\n\n".join(blocks), **{**front, "standfirst": f"The standfirst of {number}.", **keys})


WIRE, POST, LEDGER = ({"publisher": name, "publisher_key": key} for name, key in (
    ("Meridian Wire", "wire"), ("Tarn Post", "tarn-post"), ("The Harbor Ledger", "harbor-ledger"),
))  # fmt: skip

STORIES = {
    "2025/08/publisher-full.md": told(0, publisher="Open Press", publisher_key="open"),
    "2025/08/publisher-excerpt.md": told(1, **POST),
    "2025/08/publisher-link.md": told(2, **WIRE),
    "2025/08/story-excerpt.md": told(3, **LEDGER, policy="excerpt"),
    "2025/08/story-link.md": told(4, **LEDGER, policy="link"),
    "2025/08/story-full.md": told(5, **WIRE, policy="full", licence="CC BY 4.0"),
    "2025/08/house-excerpt.md": told(6, publisher="Somebody Else"),
    "2025/08/withdrawn.md": told(7, **LEDGER, withdrawn={"text": "Taken down."}),
    "2025/08/copy.md": told(8, **POST),
}
FULL, EXCERPTS, NOTHING = (0, 5), (1, 3, 6, 8), (2, 4, 7)
"""Numbers of the stories shown whole, as an excerpt, and not at all."""

SHOWN = 60 // 11 + 1
"""Sentences that an excerpt of sixty words at most can reach into."""

RELATIONS = f"copies: {guid(1)} {guid(8)}\nevent: {guid(0)} {guid(1)}\n"


@pytest.fixture(scope="module")
def policed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of a site whose house policy is ``excerpt``, with all feeds, an index, cards and kin."""
    more = 'COPYDESK_POLICY = "excerpt"\nCOPYDESK_NORMALIZE = False'
    site = make_site(tmp_path_factory.mktemp("policy"), STORIES, more)
    write(site / "sources.toml", SOURCES + '[open]\nname = "Open Press"\npolicy = "full"\nlicence = "CC BY 4.0"\n')
    (site / "content/relations.txt").write_text(RELATIONS)
    return press(site)


def unpacked(data: bytes) -> bytes:
    """The bytes, with what gzip or zlib had packed in them unpacked behind."""
    if data.startswith(b"\x1f\x8b"):
        return data + gzip.decompress(data)
    if data.startswith(b"\x89PNG"):
        return data + b"".join(texts(data))
    return data


def texts(png: bytes) -> Iterable[bytes]:
    """The text chunks of a picture."""
    place = 8
    while place < len(png):
        size, kind = int.from_bytes(png[place : place + 4], "big"), png[place + 4 : place + 8]
        body = png[place + 8 : place + 8 + size]
        if kind in {b"tEXt", b"iTXt"}:
            yield body
        elif kind == b"zTXt":
            yield zlib.decompress(body.split(b"\0", 1)[1][1:])
        place += size + 12


def where(output: Path, word: str) -> set[str]:
    """The files of the output that have the word, in any case."""
    return {path for path, data in searched(output).items() if word.encode() in data}


CACHE: dict[Path, dict[str, bytes]] = {}


def searched(output: Path) -> dict[str, bytes]:
    """Every file of the output as it is searched: unpacked and in lower case."""
    if output not in CACHE:
        files = sorted(path for path in output.rglob("*") if path.is_file())
        CACHE[output] = {path.relative_to(output).as_posix(): unpacked(path.read_bytes()).lower() for path in files}
    return CACHE[output]


def test_what_may_be_shown_is_found_where_it_is_shown(policed: Path) -> None:
    """The search finds what is there: in the page, in each kind of feed, and in the index, packed as it is."""
    for number in FULL:
        for place in (0, SENTENCES // 2, SENTENCES - 1):
            found = where(policed, mark(number, place))
            assert any(path.endswith(".html") for path in found)
            assert {"feeds/all.rss.xml", "feeds/all.atom.xml", "feeds/all.json"} <= found
            assert any(path.startswith("pagefind/fragment/") for path in found)
            assert any(path.startswith("pagefind/index/") for path in found)
    for number in EXCERPTS:
        assert where(policed, mark(number, 0)), "the beginning of an excerpt"


@pytest.mark.parametrize("number", EXCERPTS)
def test_the_rest_of_an_excerpt_is_nowhere(policed: Path, number: int) -> None:
    found = {place: where(policed, mark(number, place)) for place in range(SHOWN, SENTENCES)}
    assert {place: paths for place, paths in found.items() if paths} == {}
    assert not where(policed, sentence(number, SHOWN).lower())


@pytest.mark.parametrize("number", NOTHING)
def test_of_a_link_and_of_a_withdrawn_story_there_is_no_word(policed: Path, number: int) -> None:
    found = {place: where(policed, mark(number, place)) for place in range(SENTENCES)}
    assert {place: paths for place, paths in found.items() if paths} == {}
    assert not where(policed, f"the standfirst of {number}.")
    assert where(policed, f"headline {number}")
