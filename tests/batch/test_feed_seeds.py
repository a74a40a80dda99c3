"""A feed in seeds/: fetched again it adds only what is new; in two files an item is one story."""

from __future__ import annotations

from pathlib import Path

import pytest
from copydesk.batch import normalize, stale
from copydesk.kinship.relations import parse
from copydesk.settings import settings_from

WORDS = (
    "The ferry crossed the sound {} times on its first morning, and the crew waved to the people who had come down to "
    "the quay to see it leave, as they had done before the repairs began in the long winter of that year."
)

PARAGRAPH = f"&lt;p&gt;{WORDS}&lt;/p&gt;"


def feed(*items: tuple[str, str, str]) -> str:
    """A feed of (id, title, a word of the text)."""
    inner = "".join(
        f"<item><title>{title}</title><guid isPermaLink='false'>urn:x:{name}</guid><author>Ada Lund</author>"
        f"<pubDate>Sun, 10 Aug 2025 14:05:00 GMT</pubDate><description>{PARAGRAPH.format(word) * 3}</description>"
        "</item>"
        for name, title, word in items
    )
    return f"<rss version='2.0'><channel><title>Harbour Post</title><link>https://post.example/</link>{inner}</channel></rss>"


def run(site: Path, **seeds: str) -> str:
    for name, text in seeds.items():
        (site / "seeds").mkdir(exist_ok=True)
        (site / f"seeds/{name}.xml").write_text(text, encoding="utf-8")
    return normalize(settings_from({}, site)).total


def guids(site: Path) -> set[str]:
    return {path.stem for path in (site / "content/ledger").glob("*.txt")}


ONE, TWO, THREE = ("1", "Ferry returns to the sound", "two"), ("2", "Quay to be rebuilt", "six"), ("3", "Wind", "ten")


def test_the_next_fetch_adds_only_new_items(tmp_path: Path) -> None:
    assert run(tmp_path, post=feed(ONE, TWO)) == "2 documents: 2 published (2 new), 0 held, 0 duplicates"
    first = guids(tmp_path)
    assert run(tmp_path, post=feed(THREE, TWO)) == "2 documents: 2 published (1 new), 0 held, 0 duplicates"
    assert first < guids(tmp_path) and len(guids(tmp_path)) == 3
    assert len(list((tmp_path / "content/stories").rglob("*.md"))) == 3


@pytest.mark.parametrize("end", ["&#13;", "&#10;", "\n", "&#13;&#10;&#13;&#10;", "&#x85;", "&#x2028;", "&#9;"])
def test_no_identity_of_an_item_says_anything_else_to_the_ledger(tmp_path: Path, end: str) -> None:
    evil = f"1{end}guid: urn:uuid:6f0c9c1e-0000-5000-8000-000000000001{end}path: stories/evil.md{end}"
    assert run(tmp_path, post=feed((evil, *ONE[1:]))) == "1 document: 1 published (1 new), 0 held, 0 duplicates"
    first = guids(tmp_path)
    again = run(tmp_path, post=feed((evil, *ONE[1:]), TWO))
    assert again == "2 documents: 2 published (1 new), 0 held, 0 duplicates"
    assert first < guids(tmp_path) and "6f0c9c1e-0000-5000-8000-000000000001" not in guids(tmp_path)
    assert not list(tmp_path.rglob("evil.md"))


def test_an_item_rewritten_from_top_to_bottom_is_the_same_story(tmp_path: Path) -> None:
    run(tmp_path, post=feed(ONE))
    first = guids(tmp_path)
    other = feed(("1", "Something else entirely", "nine")).replace("crossed the sound", "was sold for scrap")
    assert run(tmp_path, post=other) == "1 document: 1 published (1 changed), 0 held, 0 duplicates"
    assert guids(tmp_path) == first


def test_an_item_of_two_files_is_one_story(tmp_path: Path) -> None:
    assert "2 published (2 new), 0 held, 1 duplicate" in run(tmp_path, a=feed(ONE), b=feed(ONE, TWO))
    assert "2 published, 0 held, 1 duplicate" in run(tmp_path)
    (tmp_path / "seeds/a.xml").unlink()
    assert "2 published (1 changed), 0 held, 0 duplicates" in run(tmp_path), "its seed has another name"
    assert len(guids(tmp_path)) == 2


def content(site: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in (site / "content").rglob("*") if path.is_file()}


def again(text: str) -> str:
    """The same feed as the next fetch brings it: built at another moment."""
    return text.replace("<link>", "<lastBuildDate>Mon, 11 Aug 2025 09:00:00 GMT</lastBuildDate><link>", 1)


def test_an_item_that_two_feeds_of_a_publisher_have_under_ids_of_their_own_is_shown_as_one(tmp_path: Path) -> None:
    """The feed of all stories has the whole of it, that of a section its beginning."""
    told = "".join(PARAGRAPH.format(word) for word in "two six ten four five nine three seven one eight".split())
    item = "<item><title>Ferry returns</title><link>https://post.example/ferry</link><guid>{}</guid>"
    item += "<author>Ada Lund</author><description>{}</description></item>"
    head = (
        "<rss version='2.0'><channel><title>Harbour Post</title><link>https://post.example/{}</link>{}</channel></rss>"
    )
    parts = {"all": ("", item.format(7, told)), "ports": ("ports", item.format(99, 3 * PARAGRAPH.format("two")))}
    run(tmp_path, **{name: head.format(*part) for name, part in parts.items()})
    ((first, second),) = parse((tmp_path / "content/relations.txt").read_text()).copies
    assert {first.removeprefix("urn:uuid:"), second.removeprefix("urn:uuid:")} == guids(tmp_path)


def test_a_fetch_that_brings_nothing_new_changes_no_byte_of_the_content(tmp_path: Path) -> None:
    run(tmp_path, post=feed(ONE, TWO))
    before = content(tmp_path)
    for text in (again(feed(ONE, TWO)), again(feed(TWO))):
        assert " published, 0 held" in run(tmp_path, post=text)
        assert " published, 0 held" in run(tmp_path), "what is remembered says the same"
        assert content(tmp_path) == before


def test_what_a_fetch_adds_or_changes_touches_no_other_story(tmp_path: Path) -> None:
    run(tmp_path, post=feed(ONE, TWO))
    before = content(tmp_path)
    changed = ("2", "Quay to be rebuilt at last", "six")
    assert "3 published (1 new, 1 changed)" in run(tmp_path, post=feed(ONE, changed, THREE))
    after = content(tmp_path)
    touched = {Path(path).parent.name for path in before if after[path] != before[path]}
    assert touched == {"08", "ledger", "content"}, "the story and its ledger, and which stories are alike"
    assert sum(after[path] != before[path] for path in before) == 3


def test_an_item_stays_with_its_feed_while_both_are_fetched_again(tmp_path: Path) -> None:
    run(tmp_path, a=feed(ONE), b=feed(ONE, TWO))
    before = content(tmp_path)
    assert "2 published, 0 held, 1 duplicate" in run(tmp_path, a=again(feed(ONE)), b=again(feed(ONE, TWO)))
    assert content(tmp_path) == before


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (again(feed(ONE, TWO)), ()),
        (feed(ONE, TWO, THREE), ("post.xml",)),
        (feed(ONE, ("2", "Quay to be rebuilt at last", "six")), ("post.xml",)),
    ],
    ids=["nothing new", "a new item", "a changed item"],
)
def test_a_feed_stops_publishing_only_where_it_has_something_new(
    tmp_path: Path, text: str, named: tuple[str, ...]
) -> None:
    run(tmp_path, post=feed(ONE, TWO), other=feed(ONE))
    (tmp_path / "seeds/post.xml").write_text(text, encoding="utf-8")
    assert stale(settings_from({}, tmp_path)) == named


@pytest.mark.parametrize("posts", [(again(feed(ONE)),), (feed(TWO),)], ids=["fetched again", "fetched without it"])
def test_a_feed_that_copies_the_id_of_anothers_item_does_not_get_its_story(tmp_path: Path, posts: tuple[str]) -> None:
    """Whoever writes a feed can write any id into it; what a file is named only the curator says."""
    run(tmp_path, post=feed(ONE))
    (story,) = (tmp_path / "content/stories").rglob("*.md")
    before = story.read_bytes()
    stolen = feed(("1", "Ferry company is bankrupt", "nine")).replace("Ada Lund", "Mal Lory")
    assert "1 duplicate" in run(tmp_path, copier=stolen, post=posts[0])
    assert story.read_bytes() == before


def test_a_story_whose_id_another_feed_took_first_is_held_and_not_passed_over_as_a_copy(tmp_path: Path) -> None:
    scrap = (
        "Shares of the company fell by half this week, and the council asked who would pay the wages of its crews. " * 3
    )
    run(tmp_path, a=feed(("1", "Ferry company is bankrupt", "nine")).replace(PARAGRAPH.format("nine"), scrap))
    (tmp_path / "seeds/post.xml").write_text(feed(ONE, TWO), encoding="utf-8")
    (held,) = normalize(settings_from({}, tmp_path)).held
    assert (held.seed, held.item) == ("post.xml", "urn:x:1")
    assert "the id of an item of a.xml" in held.reasons[0] and "remove the other feed" in held.reasons[0]
    (tmp_path / "seeds/a.xml").unlink()
    assert "2 published (1 changed), 0 held, 0 duplicates" in run(tmp_path)
