"""The guard: what counts as an edit of ours, and what of the curator's is carried over, byte for byte."""

from __future__ import annotations

import pytest
from copydesk.writing.stories.chunks import carry_over, chunks, is_edited
from copydesk.writing.stories.storyfile import split
from hypothesis import given, settings
from hypothesis import strategies as st

BASE = '---\ntitle: "Harbor"\ntags:\n  - "Ports"\nlang: en\nguid: urn:uuid:1\n---\n\nThe harbor.\n\nMore.\n'
NEW = BASE.replace("Harbor", "Harbour").replace("More.", "Much more.").replace("Ports", "Ferries")
CURATED = """# why: it matters
pin:   yes
note: |
  Two 'lines',

  # no comment
withdrawn: {date: 2025-01-01,
  text: 'x'}
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The harbor.", "The harbour."),
        ('"Harbor"', "'Harbor'"),
        ("lang: en", "lang: en # right"),
        ("lang: en\n", ""),
        ("lang: en", "# a remark\nlang: en"),
        ("More.\n", "More.\n\n"),
        ("lang: en\nguid: urn:uuid:1", "guid: urn:uuid:1\nlang: en"),
    ],
)
def test_a_change_of_ours_is_an_edit(old: str, new: str) -> None:
    assert is_edited(BASE.replace(old, new), BASE, "f.md")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("lang: en\n", f"lang: en\n{CURATED}"),
        ("guid: urn:uuid:1\n", f"guid: urn:uuid:1\n{CURATED}"),
        ('  - "Ports"\n', "  - Boats\n"),
        ('tags:\n  - "Ports"\n', ""),
        ("\n", "\r\n"),
    ],
)
def test_a_change_of_the_curators_is_none(old: str, new: str) -> None:
    assert not is_edited(BASE.replace(old, new), BASE, "f.md")


def test_curated_keys_are_carried_over_verbatim() -> None:
    edited = BASE.replace("lang: en\n", f"lang: en\n{CURATED}")
    assert carry_over(edited, BASE, NEW) == NEW.replace("guid: urn:uuid:1\n", f"guid: urn:uuid:1\n{CURATED}")


def test_tags_are_ours_until_the_curator_changes_them() -> None:
    assert carry_over(BASE, BASE, NEW) == NEW
    boats = '  - "Boats" # mine\n'
    assert carry_over(BASE.replace('  - "Ports"\n', boats), BASE, NEW) == NEW.replace('  - "Ferries"\n', boats)
    assert carry_over(BASE.replace('tags:\n  - "Ports"\n', ""), BASE, NEW) == NEW.replace('tags:\n  - "Ferries"\n', "")
    untagged = BASE.replace('tags:\n  - "Ports"\n', "")
    assert "tags:\n- x\n" in carry_over(untagged.replace("lang", "tags:\n- x\nlang"), untagged, NEW)


def test_chunks_joined_are_the_text() -> None:
    front = split(BASE.replace("lang: en\n", f"lang: en\n{CURATED}"), "f.md").front
    cut = chunks(front, "f.md")
    assert "".join(chunk.text for chunk in cut) == front
    assert [chunk.key for chunk in cut] == ["title", "tags", "lang", "pin", "note", "withdrawn", "guid"]
    assert cut[3].text == "# why: it matters\npin:   yes\n"


TEXT = st.text(
    alphabet=st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff\u2028\u2029"), max_size=20
)


@settings(max_examples=100, deadline=None)
@given(st.lists(TEXT, max_size=4), st.sampled_from(["note", "archived", "image_alt"]))
def test_whatever_a_note_says_it_survives_a_new_version(lines: list[str], key: str) -> None:
    chunk = (
        "".join(f"# {line}\n" for line in lines) + f"{key}: |-\n" + "".join(f"  x{line}\n" for line in lines or ["y"])
    )
    edited = BASE.replace("guid: urn:uuid:1\n", f"guid: urn:uuid:1\n{chunk}")
    assert not is_edited(edited, BASE, "f.md")
    assert carry_over(edited, BASE, NEW) == NEW.replace("guid: urn:uuid:1\n", f"guid: urn:uuid:1\n{chunk}")
