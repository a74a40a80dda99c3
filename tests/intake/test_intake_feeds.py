"""Feeds as seeds: one document per item, with what the feed says of it, whatever the format."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from copydesk import intake
from copydesk.errors import HeldError
from copydesk.intake.containers.feed_items import identity
from copydesk.intake.source import Source
from copydesk.model import Draft, RawDocument

RSS = """<?xml version="1.0"?><?xml-stylesheet href="x.css"?><!-- made by hand -->
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Harbor Ledger</title><link>https://ledger.example/</link><language>en-GB</language>
<item><title>Ferries &amp; the &lt;sail&gt; word</title><link>https://ledger.example/1</link>
<guid isPermaLink="false">ledger-1</guid><pubDate>Sun, 10 Aug 2025 14:05:00 +0200</pubDate><category>Ports</category>
<dc:creator>Ann Lee</dc:creator><description>Short words.</description>
<content:encoded><![CDATA[<p>The ferries are <b>back</b>.</p><p>More <a href="/x">follows</a>.</p>]]></content:encoded>
</item>
<item><title>Second</title><guid>https://ledger.example/2</guid>
<description>&lt;p&gt;Only a description.&lt;/p&gt;</description></item>
<item><title>Second again</title><guid>https://ledger.example/2</guid><description>Twice.</description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Küstenbote</title><id>urn:x:feed</id>
<updated>2025-08-10T14:05:00Z</updated>
<entry><id>urn:uuid:1</id><title type="html">Der &lt;i&gt;Deich&lt;/i&gt; hält</title>
<updated>2025-08-11T10:00:00Z</updated>
<published>2025-08-10T10:00:00Z</published><author><name>Eva Groß</name></author><author><name>Jan Ohm</name></author>
<link href="https://bote.example/1"/><link rel="license" href="https://creativecommons.org/licenses/by/4.0/"/>
<summary>Was der Deich kann.</summary>
<content type="html">&lt;p&gt;Der Deich hält seit gestern.&lt;/p&gt;</content></entry></feed>"""

JSON = json.dumps(
    {
        "title": "Notes",
        "version": "https://jsonfeed.org/version/1.1",
        "feed_url": "https://notes.example/feed.json",
        "language": "en",
        "items": [
            {
                "id": 7,
                "url": "https://notes.example/7",
                "content_text": "First paragraph.\n\nSecond one.",
                "title": "A note",
                "authors": [{"name": "Cy Day"}],
                "tags": ["a", 3],
                "date_published": "2025-08-10T14:05:00+02:00",
            },
            "no item",
        ],
    }
)


def documents(text: str, name: str = "feed.xml") -> tuple[Draft, ...]:
    return intake.read(RawDocument(name, text.encode()))


def clues(draft: Draft) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for clue in draft.clues:
        if clue.origin == "feed":
            found.setdefault(clue.fact, []).append(clue.value)
    return found


def test_rss_gives_a_document_per_item_each_id_once() -> None:
    first, second = documents(RSS)
    assert [draft.format for draft in (first, second)] == ["feed", "feed"]
    assert (first.item, second.item) == ("https://ledger.example/ ledger-1", "https://ledger.example/2")
    assert [block.text for block in first.blocks] == ["The ferries are back.", "More follows."]
    assert [block.text for block in second.blocks] == ["Only a description."]


def test_what_the_feed_says_becomes_clues() -> None:
    said = clues(documents(RSS)[0])
    assert said["headline"] == ["Ferries & the <sail> word"]
    assert said["author"] == ["Ann Lee"] and said["tag"] == ["Ports"] and said["publisher"] == ["The Harbor Ledger"]
    assert said["published"] == ["Sun, 10 Aug 2025 14:05:00 +0200"] and said["canonical_url"] == [
        "https://ledger.example/1"
    ]
    assert said["language"] == ["en-GB"] and said["standfirst"] == ["Short words."]


def test_atom_with_html_titles_licences_and_several_authors() -> None:
    (draft,) = documents(ATOM)
    said = clues(draft)
    assert said["headline"] == ["Der Deich hält"] and said["author"] == ["Eva Groß", "Jan Ohm"]
    assert said["licence"] == ["https://creativecommons.org/licenses/by/4.0/"]
    assert (said["published"], said["updated"]) == (["2025-08-10T10:00:00Z"], ["2025-08-11T10:00:00Z"])


def test_json_feed_with_text_and_numbers_for_ids() -> None:
    (draft,) = documents(JSON, "feed.json")
    assert draft.item == "https://notes.example/feed.json 7"
    assert [block.text for block in draft.blocks] == ["First paragraph.", "Second one."]
    assert clues(draft)["tag"] == ["a"]


def test_an_item_is_the_same_in_every_file_it_is_in() -> None:
    assert identity("urn:x:1", "https://a.example", "f", "") == "urn:x:1"
    assert identity("12", None, "https://f.example", "") != identity("12", None, "https://g.example", "")
    assert identity(None, "https://a.example", "f", "") == "https://a.example"
    assert identity(None, None, "f", "one") != identity(None, None, "f", "two")


def test_an_identity_stands_on_one_line() -> None:
    said = "y\rpath: stories/other.md\r\nguid: z\n"
    assert identity(said, None, "f\rg", "") == "f g y path: stories/other.md guid: z"
    assert identity(f"urn:{said}", None, "f", "") == "urn:y path: stories/other.md guid: z"
    assert identity(None, "https://a.example/\r\nguid: z", None, "") == "https://a.example/ guid: z"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('<rss version="2.0"><channel><title>Empty</title></channel></rss>', "no items"),
        ('{"version": "https://jsonfeed.org/version/1", "items": 3}', "cannot be read"),
        ('<?xml version="1.0"?><opml version="2.0"><body/></opml>', "a list of feeds"),
    ],
)
def test_what_is_no_feed_says_so(text: str, reason: str) -> None:
    with pytest.raises(HeldError, match=reason):
        documents(text)


def rss_items(count: int) -> str:
    items = "".join(
        f"<item><guid>https://a.example/{number}</guid><title>No {number}</title></item>" for number in range(count)
    )
    return f'<rss version="2.0"><channel><title>Wire</title>{items}</channel></rss>'


def test_halves_of_characters_that_only_json_can_write_are_no_part_of_a_feed() -> None:
    item = {"id": "7\udc00", "title": "The pier \ud83d opens", "content_html": "<p>Ada \udfff Lund</p>"}
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Wire\ud800", "items": [item]}
    (draft,) = documents(json.dumps(feed), "feed.json")
    assert draft.item == "Wire? 7?"
    assert [block.text for block in draft.blocks] == ["Ada ? Lund"]
    assert next(clue.value for clue in draft.clues if clue.fact == "headline") == "The pier ? opens"


def json_items(count: int) -> str:
    items = [{"id": f"https://a.example/{number}", "title": f"No {number}"} for number in range(count)]
    return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "items": items})


@pytest.mark.parametrize("made", [rss_items, json_items])
def test_a_feed_of_too_many_items_is_held_and_says_what_to_do(made: Callable[[int], str]) -> None:
    assert len(documents(made(3), "wire")) == 3
    with pytest.raises(HeldError, match=r"more than 5,000 items\. Split it"):
        documents(made(5_001), "wire")


def test_the_text_of_a_feed_is_gone_through_once_not_once_for_each_item(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of 5,000 items took as long as its square."""
    gone_through: list[int] = []

    def lines(source: Source) -> int:
        gone_through.append(len(source.text))
        return 1

    monkeypatch.setattr(Source, "lines", property(lines))
    assert len(documents(rss_items(200))) == 200
    assert sum(size > len(rss_items(100)) for size in gone_through) == 1


def test_an_item_too_deep_is_held_alone() -> None:
    deep = "<div>" * 3000 + "x"
    text = RSS.replace("<p>The ferries", f"{deep}<p>The ferries")
    first, second = documents(text)
    assert first.held and not second.held


def test_no_file_of_this_machine_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("Zanzibarine")
    attack = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    for text in (attack + RSS.replace("Short words.", "&x;"), RSS.replace("<?xml version", f"{attack}<?xml version")):
        try:
            found = documents(text)
        except HeldError:
            continue
        assert "Zanzibarine" not in repr(found)


# --- odd but real -----------------------------------------------------------------------------------------------------


def rss(*items: str, head: str = "<title>Quay</title><link>https://quay.example/news/</link>") -> str:
    return f'<rss version="2.0"><channel>{head}{"".join(f"<item>{item}</item>" for item in items)}</channel></rss>'


def test_an_item_of_atom_without_an_author_has_those_of_the_feed_and_one_of_rss_has_none() -> None:
    feed = "<title>B</title><id>urn:b</id><author><name>Ann Lee</name></author>"
    entry = "<entry><id>urn:1</id><title>One</title><content>Words.</content></entry>"
    (draft,) = documents(f'<feed xmlns="http://www.w3.org/2005/Atom">{feed}{entry}</feed>')
    assert clues(draft)["author"] == ["Ann Lee"]
    (draft,) = documents(rss("<guid>1</guid>", head="<managingEditor>ed@b.example (Ed)</managingEditor>"))
    assert "author" not in clues(draft)


@pytest.mark.parametrize(
    ("item", "address"),
    [
        ("<link>/2025/one</link><guid>1</guid>", ["https://quay.example/2025/one"]),
        ("<link>one</link><guid>1</guid>", ["https://quay.example/news/one"]),
        ("<guid>https://quay.example/1</guid>", ["https://quay.example/1"]),
        ("<guid>pod-3</guid>", None),
        ("<link>javascript:alert(1)</link><guid>1</guid>", None),
        ("<link>http://[</link><guid>1</guid>", None),
    ],
)
def test_a_link_is_an_address_or_none(item: str, address: list[str] | None) -> None:
    (draft,) = documents(rss(f"<title>T</title>{item}"))
    assert clues(draft).get("canonical_url") == address


def test_dates_are_kept_to_the_letter() -> None:
    said = ("Sonntag, 10. August 2025", "2025-08-10", "Sun, 10 Aug 2025 14:05:00 EST")
    drafts = documents(rss(*(f"<guid>{date}</guid><pubDate> {date}\n</pubDate>" for date in said)))
    assert [clues(draft)["published"] for draft in drafts] == [[date] for date in said]


@pytest.mark.parametrize(
    "content",
    [
        "<![CDATA[<![CDATA[<p>Words & more.</p>]]]]><![CDATA[>]]>",
        "&lt;![CDATA[&lt;p&gt;Words &amp;amp; more.&lt;/p&gt;]]&gt;",
    ],
)
def test_content_that_was_wrapped_twice_is_not_lost(content: str) -> None:
    (draft,) = documents(rss(f"<guid>1</guid><description>{content}</description>"))
    assert [block.text for block in draft.blocks] == ["Words & more."]


def test_another_story_under_an_id_that_is_taken_is_held() -> None:
    items = [
        f"<guid>same</guid><link>https://quay.example/{n}</link><description>Story {n}.</description>" for n in (1, 2)
    ]
    first, second = documents(rss(*items))
    assert not first.held and "the same id" in second.held[0] and first.item != second.item
    assert len(documents(rss(items[0], items[0]))) == 1


def test_items_of_two_feeds_without_an_address_are_told_apart() -> None:
    (one,), (other,) = (documents(rss("<guid>1</guid>", head=f"<title>{name}</title>")) for name in ("A", "B"))
    assert one.item != other.item


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Mon, 02 Sep 2025 10:00:00 GMT", "02 Sep 2025 10:00:00 GMT"),
        ("Tue, 02 Sep 2025 10:00:00 GMT", "Tue, 02 Sep 2025 10:00:00 GMT"),
        ("Monday, 02 Sep 2025 10:00 GMT", "02 Sep 2025 10:00 GMT"),
        ("Mon, 31 Feb 2025 10:00:00 GMT", "Mon, 31 Feb 2025 10:00:00 GMT"),
        ("Mon", "Mon"),
    ],
)
def test_a_day_of_the_week_that_is_another_days_is_left_out(said: str, kept: str) -> None:
    (draft,) = documents(rss(f"<title>T</title><pubDate>{said}</pubDate><description>D</description>"))
    assert clues(draft)["published"] == [kept]


@pytest.mark.parametrize(
    ("title", "read"),
    [
        ("don&amp;amp;#8217;t", "don’t"),
        ("don&amp;#8217;t", "don’t"),
        ("How to write &amp;amp;amp; in HTML", "How to write &amp; in HTML"),
    ],
)
def test_a_title_that_was_escaped_once_more_is_read(title: str, read: str) -> None:
    (draft,) = documents(rss(f"<title>{title}</title><description>D</description>"))
    assert clues(draft)["headline"] == [read]


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ("ed@bay.online (Ann Lee)", ["Ann Lee"]),
        ("Ann Lee &lt;ann@bay.online&gt;", ["Ann Lee"]),
        ("ed@bay.online", None),
        ("ed@bay.example (Ann Lee, Bay News)", ["Ann Lee, Bay News"]),
        ("Ann Lee", ["Ann Lee"]),
    ],
)
def test_an_author_with_an_address_is_the_name_beside_it(author: str, names: list[str] | None) -> None:
    (draft,) = documents(rss(f"<title>T</title><author>{author}</author><description>D</description>"))
    assert clues(draft).get("author") == names


def test_an_item_leads_to_its_story_and_not_to_whoever_counts_its_readers() -> None:
    item = "<title>T</title><link>https://feeds.quay.example/~r/1</link><guid>1</guid><description>D</description>"
    counted = "<feedburner:origLink>https://quay.example/one</feedburner:origLink>"
    feed = rss(item + counted).replace("<rss ", '<rss xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0" ')
    assert clues(documents(feed)[0])["canonical_url"] == ["https://quay.example/one"]


PLAIN = "The quay &amp; the pier.\n\nThe ferry\nis late.\n \n\n It came."


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (PLAIN, ["The quay & the pier.", "The ferry is late.", "It came."]),
        (f"\n\n{PLAIN.partition('.')[0]}.\n\n", ["The quay & the pier."]),
        (PLAIN.replace("pier", "&lt;b&gt;pier&lt;/b&gt;"), ["The quay & the pier. The ferry is late. It came."]),
    ],
)
def test_plain_text_has_the_paragraphs_that_its_empty_lines_part(text: str, paragraphs: list[str]) -> None:
    for element in ("description", "media:description"):
        item = f"<title>T</title><guid>1</guid><{element}>{text}</{element}>"
        feed = rss(item).replace("<rss ", '<rss xmlns:media="http://search.yahoo.com/mrss/" ')
        (draft,) = documents(feed)
        assert [block.text for block in draft.blocks] == paragraphs, element


CUT_AT = ("<item><title>Second</title>", "<guid>https://ledger.example/2", "&lt;p&gt;Only a desc")


@pytest.mark.parametrize("mark", CUT_AT)
def test_an_item_within_which_the_file_breaks_off_is_held_and_those_before_it_are_not(mark: str) -> None:
    first, *rest = documents(RSS[: RSS.index(mark) + len(mark) - 1])
    assert not first.held and first.blocks, mark
    assert all(any("breaks off within" in reason for reason in draft.held) for draft in rest), mark


@pytest.mark.parametrize("mark", ["</entry>", "held seit gestern".replace("held", "hält")])
def test_an_entry_of_atom_too(mark: str) -> None:
    drafts = documents(ATOM[: ATOM.index(mark)])
    assert [any("breaks off within" in reason for reason in draft.held) for draft in drafts] in ([True], [])


def test_a_file_that_breaks_off_between_two_items_has_whole_ones() -> None:
    drafts = documents(RSS[: RSS.index("<item><title>Second again")])
    assert len(drafts) == 2 and not any(draft.held for draft in drafts)
