"""Raw files that change, come and go while a run reads them: nothing is remembered of bytes it was not made from."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from copydesk.batch import normalizing
from copydesk.batch.recurring import siblings
from copydesk.batch.recurring.siblings import look_at
from copydesk.batch.seeds import cleaning, folder
from copydesk.batch.seeds.folder import SeedFile, list_seeds, read_seed, sha256
from copydesk.errors import HeldError
from copydesk.model import Limits

PLAIN = "Harbor reopens\n\nThe mole was mended.\n"
BEING_WRITTEN = "is being written. Wait until it is whole, and run this again."


def once(read: Callable[[SeedFile, Limits], bytes], first: Callable[[], object]) -> Callable[..., bytes]:
    """Reading a seed, before which something else happens the first time."""
    left = [first]

    def reading(seed: SeedFile, limits: Limits) -> bytes:
        if left:
            left.pop()()
        return read(seed, limits)

    return reading


def test_a_file_copied_over_itself_while_it_is_cleaned_is_held_once_and_published_by_the_next_run(
    desk, monkeypatch
) -> None:
    desk.seed("harbor.txt", PLAIN)
    monkeypatch.setattr(cleaning, "read_seed", once(read_seed, lambda: desk.seed("harbor.txt", "")))
    (held,) = desk.run().outcomes
    assert (held.state, held.reasons) == ("held", (f"harbor.txt: {BEING_WRITTEN}",))
    desk.seed("harbor.txt", PLAIN)
    (told,) = desk.run().outcomes
    assert (told.state, told.change) == ("published", "new")


def test_the_story_of_a_file_that_is_being_written_stays_as_it_is(desk, monkeypatch) -> None:
    desk.seed("harbor.txt", PLAIN)
    desk.run()
    before = desk.stories()
    (desk.settings.state / "normalized.json").unlink()
    monkeypatch.setattr(cleaning, "read_seed", once(read_seed, lambda: desk.seed("harbor.txt", PLAIN[:20])))
    (told,) = desk.run().outcomes
    assert (told.state, told.change) == ("published", "unchanged")
    assert BEING_WRITTEN in told.reasons[0]
    assert desk.stories() == before


@pytest.mark.parametrize("change", ["ab", "wb"])
def test_a_file_that_grows_or_is_cut_as_it_is_read_is_not_believed(tmp_path, monkeypatch, change) -> None:
    path, told = tmp_path / "a.txt", os.fstat
    path.write_bytes(b"half of it")
    looks: list[int] = []

    def fstat(handle: int) -> os.stat_result:
        if looks:
            with open(path, change) as file:
                file.write(b"more")
        looks.append(handle)
        return told(handle)

    monkeypatch.setattr(folder.os, "fstat", fstat)
    with pytest.raises(HeldError, match="is being written"):
        read_seed(SeedFile("a.txt", path), Limits())


def test_a_file_that_goes_after_it_was_listed_or_read_is_held_and_the_others_are_published(desk, monkeypatch) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        desk.seed(name, f"{name} {PLAIN}")

    def gone(name: str) -> None:
        (desk.settings.seeds / name).unlink()

    def listed(folder: Path) -> tuple[SeedFile, ...]:
        found = list_seeds(folder)
        gone("a.txt")
        return found

    monkeypatch.setattr(normalizing, "list_seeds", listed)
    monkeypatch.setattr(cleaning, "read_seed", once(read_seed, lambda: gone("b.txt")))
    outcomes = desk.run().outcomes
    assert [(outcome.seed, outcome.state) for outcome in outcomes] == [
        ("a.txt", "held"),
        ("b.txt", "held"),
        ("c.txt", "published"),
    ]
    assert all("cannot be read (No such file" in outcome.reasons[0] for outcome in outcomes[:2])


def test_what_a_file_shows_is_remembered_of_no_other_bytes(desk, monkeypatch) -> None:
    desk.seed("a.txt", PLAIN)
    desk.seed("b.txt", f"Another {PLAIN}")
    found = {seed: sha256(read_seed(seed, Limits())) for seed in list_seeds(desk.settings.seeds)}
    monkeypatch.setattr(siblings, "read_seed", once(read_seed, lambda: desk.seed("a.txt", "")))
    assert list(look_at(found, desk.settings, 0)) == [sha for seed, sha in found.items() if seed.name == "b.txt"]
