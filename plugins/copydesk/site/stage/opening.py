"""Opening what an editor has put into the content folder: nothing that is elsewhere, nothing that is no file."""

from __future__ import annotations

import os
from pathlib import Path, PurePath

from copydesk.errors import StoryFileError


def refuse_others(path: Path, content: Path, subject: str) -> None:
    """Raise StoryFileError for what is really elsewhere, and for what is no file: nothing else is read."""
    if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(content)):
        raise StoryFileError(subject, "is a link out of the content folder", "Put the file itself there.")
    if not path.is_file():
        raise StoryFileError(subject, "is no ordinary file", "Take it out of the content folder.")


def name_of(path: PurePath, subject: str) -> str:
    """The name of a file below ``content/``, whatever encoding the system's locale has. Raises StoryFileError where it
    is not UTF-8; where the site itself lies does not matter."""
    try:
        return os.fsencode(path.as_posix()).decode("utf-8")
    except UnicodeDecodeError as error:
        raise StoryFileError(subject, "has a name that is not UTF-8", "Rename it.") from error


def text_of(path: Path, subject: str) -> str:
    """The text of a story file. Raises StoryFileError where it cannot be read or is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise StoryFileError(subject, f"cannot be read ({error.strerror})", "Check the file's permissions.") from error
    except UnicodeDecodeError as error:
        raise StoryFileError(subject, f"is not UTF-8 (byte {error.start})", "Save it as UTF-8.") from error
