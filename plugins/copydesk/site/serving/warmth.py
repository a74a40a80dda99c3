"""What the process that builds has ready for the next build: the theme's templates, compiled.

A build of a few pages compiles templates for longer than it renders. Compiled here, between two builds, they are there
in every copy of this process. They are believed while every template has the bytes that were compiled. Settings are
read by builds alone, which say what these mean for templates: a settings file is a program, and may leave something.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from jinja2 import TemplateError

from copydesk.site.entries import digest_of
from copydesk.site.printing.rendering import Kit, environment, kit_of
from copydesk.site.printing.templates import LENT
from copydesk.site.stage.grounds import site_settings
from copydesk.site.stories.records import rules_of


class Warmth:
    """The templates of the site that was built last."""

    def __init__(self) -> None:
        self._kit: Kit | None = None
        self._state = ""

    def check(self) -> None:
        """Before a build: forget what is no longer true."""
        if self._kit is not None and state_of(self._kit) != self._state:
            environment.cache_clear()
            self._kit = None

    def keep(self, kit: Kit | None) -> None:
        """After a build: compile the templates of its kit, where they are not and do not change meanwhile."""
        self.check()
        if kit is None or kit == self._kit:
            return
        self._kit, self._state = kit, state_of(kit)
        environment.cache_clear()
        try:
            for name in environment(kit).list_templates(extensions=["html"]):
                environment(kit).get_template(name)
            kit.tongue.day(date(2000, 1, 1))  # the language's names of days and months are read once
        except (OSError, ValueError, TemplateError):  # one that no page may ever ask for
            environment.cache_clear()
        self.check()


def kit_for(settings: Mapping[str, Any]) -> Kit | None:
    """What pages of a site are rendered with when a few are made again."""
    house = site_settings(dict(settings))
    return kit_of(settings, LENT / "templates", rules_of(house).tongue)


def state_of(kit: Kit) -> str:
    """The digest of all templates of a kit, "" where they cannot be read."""
    folders = (*kit.folders, kit.lent)
    try:
        files = [path for folder in folders for path in sorted(Path(folder).rglob("*")) if path.is_file()]
        return digest_of(*((str(path), path.read_bytes()) for path in files))
    except OSError:
        return ""
