"""The errors of Copydesk, one tree. Each carries its subject (a file name as the editor knows it) and says what to do.

A ``HeldError`` keeps one document from publication and lets the others pass; any other ``CopydeskError`` ends the run.
"""

from __future__ import annotations


class CopydeskError(Exception):
    """Something the editor must act on. ``subject`` is the file or setting meant, ``advice`` what to do about it."""

    def __init__(self, subject: str, problem: str, advice: str) -> None:
        super().__init__(f"{subject}: {problem}. {advice}")
        self.subject = subject
        self.problem = problem
        self.advice = advice


class HeldError(CopydeskError):
    """A seed that cannot become a story as it is: unreadable, undecodable, too large, without main content."""


class SettingsError(CopydeskError):
    """A setting, ``sources.toml`` or an overrides file that cannot be used."""


class StoryFileError(CopydeskError):
    """A file in ``content/`` whose front matter cannot be read."""


class LedgerError(CopydeskError):
    """A ledger file that cannot be read."""


class LockedError(CopydeskError):
    """Another run holds the lock."""


class VerificationError(CopydeskError):
    """What was about to be written does not say the same as the story: a fault of ours, so nothing is written."""
