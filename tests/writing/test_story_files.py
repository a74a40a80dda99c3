"""Front matter: every value comes back as it was, whatever its words; what cannot be read is named with its line."""

from __future__ import annotations

import json
import re
from datetime import date, time, timedelta, timezone
from pathlib import Path

import pytest
import yaml
from copydesk.errors import StoryFileError
from copydesk.model import Moment
from copydesk.writing.front_matter.keys import KEYS
from copydesk.writing.front_matter.record import FIRST_SEEN, Cleaning, Cuts, Notice, Origin, StoryFile, Via
from copydesk.writing.stories.storyfile import Parts, compose, parse, split
from hypothesis import given, settings
from hypothesis import strategies as st

PLUS_TWO = timezone(timedelta(hours=2))

FULL = StoryFile(
    title='Harbor: "reopens" # after — storm',
    body="The harbor.\n\nMore.\n",
    standfirst="Ferries are back.",
    authors=("Ann Lee", "Bo Ek"),
    agency="Meridian",
    publisher="The Harbor Ledger",
    publisher_key="harbor-ledger",
    original_publisher="Tarn Valley Post",
    date=Moment(date(2025, 8, 10), time(14, 5, tzinfo=PLUS_TWO)),
    updated=Moment(date(2025, 8, 11)),
    section="Local",
    tags=("Ports", "no"),
    lang="en",
    source_url="https://harborledger.example/a?b=1",
    licence="CC BY 4.0",
    image="https://harborledger.example/a.jpg",
    image_caption="The harbor at dusk.",
    image_credit="Ann Lee/Meridian",
    guid="urn:uuid:6f0c9c1e-0000-5000-8000-000000000001",
    seed="harbor.txt",
    item="2",
    sha256="12e45" + "0" * 59,
    origins=(Origin("title", "h1", 0.9), Origin("date", "page header", 0.3)),
    cleaning=Cleaning("text", 16, (Cuts("readers' comments", 5), Cuts("share line", 1))),
    review=("publisher-spellings: two of them",),
    pin=True,
    note="Read *this*.\n\nTwice.",
    withdrawn=Notice("At the publisher's request.", date(2025, 9, 1)),
    corrections=(Notice("The name was wrong.", date(2025, 8, 12)), Notice("And again.")),
    policy="excerpt",
    via=Via("A friend", "https://friend.example"),
    retrieved=Moment(date(2025, 8, 10), time(15, 0)),
    archived="https://archive.example/1",
    image_alt="A harbor",
    same_as=("urn:uuid:2",),
    not_same_as=("urn:uuid:3", "urn:uuid:4"),
)

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip)


def test_a_full_file_comes_back_as_it_was() -> None:
    assert parse(compose(FULL), "f.md") == FULL


def test_keys_stand_in_the_order_of_the_table() -> None:
    written = re.findall(r"^([a-z0-9_]+):", compose(FULL), re.MULTILINE)
    assert written == [key.name for key in KEYS if key.name in written]
    assert len(written) >= len(KEYS) - 1


@settings(max_examples=200, deadline=None)
@given(ANY_TEXT, st.lists(ANY_TEXT, max_size=3).map(tuple), ANY_TEXT)
def test_any_text_comes_back(title: str, authors: tuple[str, ...], reason: str) -> None:
    page = StoryFile(title=title, authors=authors, seed=title, cleaning=Cleaning("text", 1, (Cuts(reason, 2),)))
    text = compose(page)
    assert parse(text, "f.md") == page
    assert yaml.load(text.split("---\n")[1], yaml.CSafeLoader)["title"] == title


@pytest.mark.data
@pytest.mark.parametrize("name", ["frontmatter", "naughty", "unicode"])
def test_the_corpora_come_back(data: Path, name: str) -> None:
    with (data / "corpora" / f"{name}.jsonl").open(encoding="utf-8") as file:
        texts = [row["payload"] for line in file if isinstance((row := json.loads(line)).get("payload"), str)]
    for text in filter(str.strip, texts):
        whole = "".join(letter for letter in text if not "\ud800" <= letter <= "\udfff")
        page = StoryFile(title=whole, tags=(whole,), review=(whole,), withdrawn=Notice(f"x{whole}"))
        assert parse(compose(page), "f.md") == page, text
        assert yaml.load(compose(page).split("---\n")[1], yaml.CSafeLoader)["title"] == whole


@pytest.mark.parametrize(
    ("written", "field", "value"),
    [
        ("authors: Ann Lee", "authors", ("Ann Lee",)),
        ("withdrawn: yes", "withdrawn", Notice(None)),
        ("withdrawn: no", "withdrawn", None),
        ("withdrawn: Gone.", "withdrawn", Notice("Gone.")),
        ("corrections: One.", "corrections", (Notice("One."),)),
        ("via: https://a.example", "via", Via(url="https://a.example")),
        ("via: A friend", "via", Via(name="A friend")),
        ("pin: no", "pin", False),
        ("section: no", "section", "no"),
        ("section: 0x10", "section", "0x10"),
        ("note: |\n  One.\n\n  Two.", "note", "One.\n\nTwo.\n"),
        ("section:", "section", None),
        ("date: 2025-08-10 14:05", "date", Moment(date(2025, 8, 10), time(14, 5))),
    ],
)
def test_what_a_hand_writes_is_read(written: str, field: str, value: object) -> None:
    assert getattr(parse(f"---\ntitle: A\n{written}\n---\n", "f.md"), field) == value


@pytest.mark.parametrize(
    ("front", "line", "words"),
    [
        ("title: A\nsave_as: ../x", 3, "save_as"),
        ("title: A\n_content: x", 3, "_content"),
        ("title: A\nsection: B\ntitle: C", 4, "title is given twice"),
        ("title: A\npin: perhaps", 3, "pin"),
        ("title: [A]", 2, "title"),
        ("title: A\ndate: 10/08/2025", 3, "date"),
        ("title: A\ndate: 2025-02-30", 3, "date"),
        ("title: A\npolicy: all", 3, "policy"),
        ("title: A\nauthors: {a: b}", 3, "authors"),
        ("title: &a A\nsection: *a", 2, "alias"),
        ("title: !!python/object/apply:os.system [id]", 2, "tag"),
        ("title: A\nnote: 'open", 4, "YAML"),
        ("title: A\nvia: {name: a, evil: b}", 3, "evil"),
        ("title: A\norigins: {title: [h1]}", 3, "title"),
        ("title: A\norigins: {title: [h1, .nan]}", 3, "title"),
        ("title: A\norigins: {title: [h1, 1e999]}", 3, "title"),
        ("title: A\ncleaning: {format: html, kept: nan}", 3, "kept"),
        ("title: A\ncleaning: {format: html, kept: 3, cut: {menu: 1e308}}", 3, "menu"),
        ("title: A\nguid: page index.html", 3, "guid"),
        *(
            (f'title: A\nguid: "urn:x:a\\{sign}b"', 3, "guid")
            for sign in ("n", "t", "v", "f", "r", "N", "L", "P", "x1c")
        ),
    ],
)
def test_what_cannot_be_read_is_named_with_its_line(front: str, line: int, words: str) -> None:
    with pytest.raises(StoryFileError) as error:
        parse(f"---\n{front}\n---\nBody.\n", "stories/harbor.md")
    assert str(error.value).startswith("stories/harbor.md: ")
    assert f"line {line}:" in str(error.value)
    assert words in str(error.value)


@pytest.mark.parametrize("text", ["", "No front matter.", "---\ntitle: A\n", "---\nsection: B\n---\n", "---\n---\n"])
def test_a_file_without_a_title_is_refused(text: str) -> None:
    with pytest.raises(StoryFileError, match=r"f\.md"):
        parse(text, "f.md")


def test_bombs_are_refused_quickly() -> None:
    bomb = "a: &a [x,x]\n" + "\n".join(f"k{n}: &k{n} [*a,*a]" for n in range(99))
    deep = "title: " + "[" * 50_000
    for front in (bomb, deep, f"title: {'x' * 2_000_000}"):
        with pytest.raises(StoryFileError):
            parse(f"---\n{front}\n---\n", "f.md")


@pytest.mark.parametrize(
    ("text", "front", "body"),
    [
        ("---\na: b\n---\n\nBody\n", "a: b\n", "Body\n"),
        ("--- \t\na: b\n---\t \nBody", "a: b\n", "Body"),
        ("---\n---\n", "", ""),
        ("---\n---", "", ""),
        ("---\na: b\n---", "a: b\n", ""),
        ("---\na: b\n----\n--- c\n ---\n---\n\n\nBody\n---\nmore", "a: b\n----\n--- c\n ---\n", "\nBody\n---\nmore"),
        ("\ufeff---\r\na: b\r---\r\n\r\nBody\r", "a: b\n", "Body\n"),
    ],
)
def test_front_matter_stands_between_two_fences(text: str, front: str, body: str) -> None:
    assert split(text, "a.md") == Parts(front, body)


@pytest.mark.parametrize(
    "text", ["", "---", "---\n", "--- a\n---\n", "\n---\n---\n", "---\na: b\n ---\n", "---\n----\n"]
)
def test_without_two_fences_there_is_no_front_matter(text: str) -> None:
    with pytest.raises(StoryFileError, match="no front matter"):
        split(text, "a.md")


def test_line_ends_of_other_systems_are_read() -> None:
    assert parse(compose(FULL).replace("\n", "\r\n"), "f.md") == FULL
    assert parse("\ufeff" + compose(FULL), "f.md") == FULL


def test_a_date_that_no_page_gave_is_told() -> None:
    assert FULL.date_recorded
    assert not StoryFile(title="A", origins=(Origin("date", FIRST_SEEN, 0.0),)).date_recorded
