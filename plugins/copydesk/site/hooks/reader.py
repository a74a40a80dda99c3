"""The Markdown reader that Pelican uses in place of its own.

Front matter is read by `writing.stories.storyfile`. Pelican is given only the keys below, as values that are safe in
themes that escape and in themes that do not. Everything of ours travels in one frozen value, ``copydesk``. Importing
this module makes Pelican know the reader, so it is imported when the plugin is registered, not before.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from pelican.readers import BaseReader, MarkdownReader

from copydesk.errors import StoryFileError
from copydesk.site.entries import shown
from copydesk.site.harmless import press_safe
from copydesk.site.hooks.names import Names
from copydesk.site.printing.press import KEY, Press
from copydesk.site.stage.opening import name_of, refuse_others, text_of
from copydesk.site.stories.pictures import find_picture
from copydesk.site.stories.readings import Reading, reading_of
from copydesk.site.stories.record import StoryRecord
from copydesk.site.stories.records import Rules, record_of
from copydesk.site.stories.slugs import plain_slug
from copydesk.writing.conflicts import ADVICE, by_hand, unfinished
from copydesk.writing.front_matter.record import StoryFile
from copydesk.writing.stories.storyfile import parse

logger = logging.getLogger(__name__)

Read = tuple[str, dict[str, Any]]
"""What Pelican wants of a reader: the HTML and the metadata."""

SKIPPED: Read = ("", {"status": "skip"})
"""What Pelican is given for a file that cannot be used: it leaves it out and goes on."""


class StoryReader(BaseReader):  # type: ignore[misc]  # Pelican has no types
    """Reads stories and pages: YAML front matter and Markdown."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> Read:
        """The HTML that may be shown and Pelican's metadata. A file that cannot be read is reported, not raised; one
        outside of ``stories/`` that is no story file is left to Pelican's own reader, if the site has it."""
        path = Path(source_path)
        content = Path(self.settings["PATH"]).absolute()
        try:
            return self._read(path, content)
        except StoryFileError as error:
            if MarkdownReader.enabled and not path.is_relative_to(content / "stories"):
                return cast(Read, MarkdownReader(self.settings).read(source_path))
            return self._leave_out(error, path.relative_to(content).as_posix())

    def _read(self, path: Path, content: Path) -> Read:
        is_page, name = self._is_page(path, content), path.relative_to(content).as_posix()
        known = None if is_page else self._press().memory.of(name)
        if known is not None:
            return self._story(known, name, shown(f"{content.name}/{name}"))
        subject = shown(path.relative_to(content.parent).as_posix())
        refuse_others(path, content, subject)
        name = name_of(path.relative_to(content), subject)
        file = parse(self._decided(text_of(path, subject), subject), subject)
        with named(subject):
            if is_page:
                return page_of(file, path, self._rules())
            return self._story(reading_of(file, self._rules(), name), name, subject)

    def _story(self, reading: Reading, path: str, subject: str) -> Read:
        if not reading.dated and reading.status != "draft":
            raise StoryFileError(subject, "no date", "Add a line such as date: 2025-08-10.")
        record = self._pictured(reading, Path(path))
        metadata = Names(self.settings).of(record)
        metadata |= {
            "title": press_safe(record.headline),
            "slug": plain_slug(Path(path).stem),
            "summary": press_safe(record.summary),
            "lang": record.language,
            "status": reading.status,
            "copydesk": record,
        }
        if reading.dated:
            metadata["date"] = record.moment
        if record.changed is not None:
            metadata["modified"] = record.changed
        return str(body_of(record)), metadata

    def _decided(self, text: str, subject: str) -> str:
        """The text of a file. Where a merge in it is not finished, the story stays on the site as the hand has it."""
        line = unfinished(text)
        if line is None:
            return text
        problem = f"line {line}: a merge that is not finished; until it is, the story is shown as edited by hand"
        self._say(StoryFileError(subject, problem, ADVICE))
        return by_hand(text)

    def _pictured(self, reading: Reading, path: Path) -> StoryRecord:
        """The record with the story's picture, if it may show one."""
        content = Path(self.settings["PATH"]).absolute()
        found = None if reading.alt is None else find_picture(path, content, reading.alt)
        if found is None:
            return reading.record
        self._press().pictures.append(found)
        return replace(reading.record, picture=found.picture)

    def _is_page(self, path: Path, content: Path) -> bool:
        return any(path.is_relative_to(content / folder) for folder in self.settings["PAGE_PATHS"])

    def _rules(self) -> Rules:
        return self._press().rules

    def _press(self) -> Press:
        press: Press = self.settings[KEY]
        return press

    def _leave_out(self, error: StoryFileError, name: str) -> Read:
        self._say(error)
        self._press().left_out.add(name)
        return SKIPPED

    def _say(self, error: StoryFileError) -> None:
        logger.error("%s", error)
        self._press().faults.append(str(error))


@contextmanager
def named(subject: str) -> Iterator[None]:
    """What is wrong with a text is said of its file."""
    try:
        yield
    except StoryFileError as error:
        raise StoryFileError(subject, error.problem, error.advice) from None


def page_of(file: StoryFile, path: Path, rules: Rules) -> Read:
    """A page written by hand: its HTML, its title, and a summary for its description."""
    record = record_of(file, rules, path.name)
    metadata = {
        "title": press_safe(record.headline),
        "slug": plain_slug(path.stem) or "page",
        "summary": press_safe(record.summary),
        "status": "hidden" if file.withdrawn is not None else file.status,
        "copydesk": record,
    }
    return str(record.body), metadata


def body_of(record: StoryRecord) -> Any:
    """What themes that are not ours show as the story: its body, or why there is none."""
    if record.withdrawal is None:
        return record.body
    return press_safe(record.withdrawal.text)
