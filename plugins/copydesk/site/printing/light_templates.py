"""Templates that are compiled when something is rendered with them.

Each of Pelican's generators loads the templates of its pages in an environment of its own, but most builds render few
pages. So generators are given the name and place of a template only. A template that renders is compiled once, in the
environment of the first generator; those of the others are made from the same settings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from jinja2 import Environment, Template, TemplateNotFound

from copydesk.site.printing.templates import Theme


@dataclass(frozen=True, slots=True)
class LightTemplate:
    """A template by its name in an environment, and its file."""

    environment: Environment
    name: str
    filename: str

    def render(self, *values: Any, **named: Any) -> str:
        """The page, as Jinja's own template makes it."""
        return self.environment.get_template(self.name).render(*values, **named)


@dataclass(slots=True)
class LightTemplates:
    """The templates of a theme that takes page values."""

    theme: Theme
    environment: Environment
    endings: Sequence[str]
    _found: dict[str, LightTemplate | None] = field(default_factory=dict)

    def get(self, ask: Callable[[str], Template], name: str) -> Template | LightTemplate:
        """A template by its name without ending. What is not the theme's own is Pelican's to find: ``ask``."""
        if name not in self._found:
            self._found[name] = self._find(name)
        return self._found[name] or ask(name)

    def _find(self, name: str) -> LightTemplate | None:
        for ending in self.endings:
            try:
                _, file, _ = self.environment.loader.get_source(self.environment, name + ending)  # type: ignore[union-attr]
            except TemplateNotFound:
                continue
            found = LightTemplate(self.environment, name + ending, file or "")
            return found if self.theme.takes_values(found) else None
        return None
