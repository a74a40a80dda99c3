"""A GUID is one story's: of files that share one, a single one is published, and the others are named."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

from copydesk.writing.ledgers.ledger import Entry, Seen, compose_entry
from newsstand import build, guid, make_site, story

NOON = datetime(2025, 8, 10, 12, tzinfo=UTC)


def test_of_two_files_under_one_guid_the_ledgers_or_the_first_is_published(tmp_path: Path) -> None:
    stories = {
        "2025/a-copy.md": story(title="Begun as a copy", date="2025-08-10", guid=guid(1)),
        "2025/b-known.md": story(title="The ledger's", date="2025-08-10", guid=guid(1)),
        "2025/c-first.md": story(title="The first", date="2025-08-09", guid=guid(2)),
        "2025/d-taken.md": story(title="Taken", date="2025-08-11", guid=guid(2)),
        "2025/e-draft.md": story(title="A draft", date="2025-08-11", guid=guid(2), status="draft"),
        "2025/f-odd.md": story(title="Odd one", date="2025-08-08", guid="urn:uuid:../../pelican.conf.py"),
        "2025/g-odd.md": story(title="Odd two", date="2025-08-08", guid="urn:uuid:../../pelican.conf.py"),
    }
    site = make_site(tmp_path, stories)
    entry = Entry(
        guid(1), "stories/2025/b-known.md", (Seen("ab" * 32, "b.txt"),), NOON, NOON, stories["2025/b-known.md"]
    )
    (site / "content/ledger").mkdir(exist_ok=True)
    (site / "content/ledger" / entry.name).write_text(compose_entry(entry), encoding="utf-8")
    printed = build(site)
    items = json.loads((site / "output/feeds/all.json").read_text("utf-8"))["items"]
    assert sorted(item["title"] for item in items) == ["Odd one", "The first", "The ledger's"]
    for taken, owner in (("a-copy", "b-known"), ("d-taken", "c-first"), ("g-odd", "f-odd")):
        assert f"content/stories/2025/{taken}.md: has the guid of content/stories/2025/{owner}.md." in printed
    assert "3 of the files in content/ could not be used" in printed
    assert not (site / "output/2025/08/d-taken.html").exists()
