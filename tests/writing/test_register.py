"""The digest by which feeds tell that a story has changed: words and facts count, how they are set does not."""

from __future__ import annotations

import hashlib
import re
from dataclasses import replace

from copydesk.writing.front_matter.record import StoryFile
from copydesk.writing.ledgers.register import text_digest, words_digest
from hypothesis import given
from hypothesis import strategies as st

FILE = StoryFile(title="Harbor reopens", body="The harbor, at last, reopened.\n\n*Ferries* are back.\n")


@given(st.text(st.sampled_from("ab1é日 \t\n\x0b\x1f\x85\u3000*_.,-#\x00\x7f\ud800"), max_size=40))
def test_the_words_are_what_stands_between_marks_of_ascii(text: str) -> None:
    """The register holds digests for years: what is found quickly is what was found when they were written."""
    words = re.findall(r"[^\x00-\x2f\x3a-\x40\x5b-\x60\x7b-\x7f]+", text)
    said = " ".join(words).encode("utf-8", "surrogatepass")
    assert text_digest(text) == hashlib.sha256(said).hexdigest()[:16]


def test_a_digest_stays_what_it_was() -> None:
    assert words_digest(FILE) == "badb1c960d5f6ca2"


def test_other_marks_and_gaps_are_the_same_story_and_other_words_another() -> None:
    for body in (
        "The harbor at last reopened  Ferries are back",
        "\n\n- The harbor -- at last: reopened!\n\n\nFerries are back",
    ):
        assert words_digest(replace(FILE, body=body)) == words_digest(FILE)
    for body in (FILE.body.replace("at last", "atlast"), FILE.body.replace("back", "late"), ""):
        assert words_digest(replace(FILE, body=body)) != words_digest(FILE)
