"""What every reader receives: the decoded seed, and what is already known about it."""

from __future__ import annotations

from dataclasses import dataclass, field

from copydesk.model import Doubt, Limits, RawDocument


@dataclass(frozen=True, slots=True)
class Source:
    """A decoded seed: ``text`` with newlines as ``\\n``, the ``encoding`` it was read in, the doubts so far, and
    ``verbatim``, the text that its bytes are in UTF-8, where no character of them was changed."""

    raw: RawDocument
    sha256: str
    text: str
    encoding: str
    doubts: tuple[Doubt, ...] = ()
    limits: Limits = field(default_factory=Limits)
    verbatim: str | None = None

    @property
    def lines(self) -> int:
        """The number of lines; a newline at the very end starts no line."""
        return self.text.count("\n") + (not self.text.endswith("\n"))
