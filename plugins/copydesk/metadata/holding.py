"""Why a story may not be published as it is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from copydesk.metadata.evidence import Evidence
from copydesk.model import Metadata

NO_WORDS = "no words were found in it. Save the page again when it has loaded, or copy its text into a .txt file."
SAVE_ITEM = "save its page as HTML into seeds/: overrides beside the file speak of all that it holds."
"""What to do about one of several documents in a file, since a table beside the file would change the others too."""


def reasons_to_hold(evidence: Evidence, metadata: Metadata) -> tuple[str, ...]:
    """The reasons, each naming the file and what to do; empty where the story may be published.

    ``publish = true`` in the overrides lifts what editing judged (a teaser, a list, a page hard to clean), since the
    curator has looked. It lifts neither a missing credit nor a missing headline: those the curator must supply, for a
    story nobody can be credited for is not published.
    """
    seed = evidence.draft.seed
    if not evidence.draft.blocks and not evidence.draft.cuts:
        return (f"seeds/{seed}: {NO_WORDS}",)
    judged = () if evidence.overrides.publish else evidence.draft.held
    way = SAVE_ITEM if evidence.draft.item else f"add {overrides_file(evidence)} with publish = true."
    advice = f"If it is a story, {way}"
    empty = () if judged else _empty(evidence)  # of a page that is no story nobody asks where its text is
    return (*(f"seeds/{seed}: {reason}. {advice}" for reason in judged), *_missing(evidence, metadata), *empty)


def overrides_file(evidence: Evidence) -> str:
    """The overrides file of a seed, as it is called where there is one: "seeds/harbor.html" may have
    "seeds/harbor.html.toml", and has "seeds/harbor.toml" else."""
    return evidence.overrides.file or f"seeds/{PurePosixPath(evidence.draft.seed).with_suffix('.toml')}"


def _missing(evidence: Evidence, metadata: Metadata) -> Iterator[str]:
    seed, advice = f"seeds/{evidence.draft.seed}", f"Add {overrides_file(evidence)} with"
    if not (metadata.publisher or metadata.authors or metadata.agency or metadata.original_publisher):
        yield f'{seed}: nobody to credit: no publisher, author or agency was found. {advice} publisher = "…".'
    if metadata.headline is None:
        said = f'{advice} headline = "…".' if evidence.draft.item is None else f"If it is a story, {SAVE_ITEM}"
        yield f"{seed}: no headline was found. {said}"


def _empty(evidence: Evidence) -> Iterator[str]:
    seed, what = evidence.draft.seed, "the lines of the story as copydesk explain numbers them"
    if not any(block.text.strip() for block in evidence.draft.blocks):
        advice = f'Add {overrides_file(evidence)} with {what}: keep_lines = ["12-40"].'
        yield f"seeds/{seed}: no main content was found. {advice}"
