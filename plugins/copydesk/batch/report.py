"""What a run did, document by document: the values, and the lines an editor reads."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from copydesk.model import Doubt
from copydesk.text import visible

State = Literal["published", "held", "duplicate"]
Change = Literal["new", "changed", "unchanged", "kept", "taken"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document of a seed.

    ``state`` says where it stands, ``change`` what this run did to its file: "kept" means that a hand edit was left
    alone although there is a new version. ``path`` is relative to ``content/``; ``reasons`` say why it is held, or
    what its story needs a human for; ``looks`` what to look at beside that, and ``doubts`` in the text itself;
    ``same_file`` names the seed whose bytes a duplicate repeats.
    """

    seed: str
    state: State
    change: Change = "unchanged"
    item: str | None = None
    guid: str | None = None
    path: str | None = None
    reasons: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    looks: tuple[str, ...] = ()
    same_file: str | None = None

    @property
    def name(self) -> str:
        """The seed's path and, of a seed with several documents, which one: what messages call it."""
        return self.seed if self.item is None else f"{self.seed} ({self.item})"


@dataclass(frozen=True, slots=True)
class Report:
    """What became of every document, in the order of the seeds' names; ``folder`` is where the seeds lie."""

    outcomes: tuple[Outcome, ...]
    folder: str = "seeds"
    hidden: tuple[str, ...] = ()
    """The names of files there that would be seeds were they not hidden."""

    def count(self, state: State) -> int:
        """How many documents stand there."""
        return sum(outcome.state == state for outcome in self.outcomes)

    @property
    def held(self) -> tuple[Outcome, ...]:
        """The documents kept from publication."""
        return tuple(outcome for outcome in self.outcomes if outcome.state == "held")

    @property
    def exit_code(self) -> int:
        """0 where all are published, 3 where something is held."""
        return 3 if self.held else 0

    @property
    def total(self) -> str:
        """The one line of a run: "12 documents: 9 published (2 new, 1 changed), 2 held, 1 duplicate"."""
        changes = [(change, sum(outcome.change == change for outcome in self.outcomes)) for change in NAMED_CHANGES]
        named = ", ".join(f"{count} {NAMED_CHANGES[change]}" for change, count in changes if count)
        published = f"{self.count('published')} published" + (f" ({named})" if named else "")
        documents = _counted(len(self.outcomes), "document")
        return f"{documents}: {published}, {self.count('held')} held, {_counted(self.count('duplicate'), 'duplicate')}"

    @property
    def doubtful(self) -> int:
        """How many published documents have something in them that a human should look at."""
        return sum(outcome.state == "published" and bool(outcome.doubts) for outcome in self.outcomes)

    def lines(self) -> Iterator[str]:
        """One line for each thing that needs a human, how many stories wait to be looked at, then the total. A reason
        ends with what to do about it, so two reasons of one document are two lines."""
        for outcome in self.outcomes:
            label = "held" if outcome.state == "held" else "kept" if outcome.change == "kept" else "look"
            said = (*((label, reason) for reason in outcome.reasons), *(("look", look) for look in outcome.looks))
            yield from (visible(f"{kind}: {self.folder}/{outcome.name}: {message}") for kind, message in said)
        yield from (visible(f"look: {self.folder}/{name}: {HIDDEN}") for name in self.hidden)
        if self.doubtful:
            noun = "story has" if self.doubtful == 1 else "stories have"
            yield f"look: {self.doubtful} published {noun} doubts for you to settle; copydesk check lists them"
        if not self.outcomes:
            yield f"{self.folder}/: no raw file is there. Put saved pages or plain texts into it, then run this again."
        yield self.total


HIDDEN = "is hidden, and so is no seed. Take the dot from the beginning of its name if it should be one."
"""What is said of a file that would be a seed."""

NAMED_CHANGES: dict[Change, str] = {
    "new": "new",
    "changed": "changed",
    "kept": "edited by hand and kept",
    "taken": "taken",
}
"""Changes worth a word in the total."""


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
