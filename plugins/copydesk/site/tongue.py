"""The language of the interface: its words, by gettext catalogues, and its dates, by CLDR.

A catalogue is ``words/<language>.po`` beside this module, read as it is: there is nothing to compile, and what a
translator writes is what the next build says. A word a catalogue lacks stays English.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_interval, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from jinja2 import Environment, pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup, escape

from copydesk.languages import primary

WORDS = Path(__file__).parent / "words"
"""Where the catalogues are."""

WORLD_ENGLISH = "en-001"
"""The locale of plain "en": "10 August 2025", as most of the English-speaking press outside of one country sets it."""


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language tag, and how the site wants days written: a CLDR pattern such as "d MMMM y", ``None`` for the
    language's own way."""

    language: str
    pattern: str | None = None

    def say(self, text: str) -> str:
        """The words for an English text; the text itself where they are missing."""
        return catalogue(self.language).gettext(text)

    def count(self, one: str, many: str, number: int) -> str:
        """ "3 stories": the form a number wants, with the number in place of ``%(num)s``."""
        return catalogue(self.language).ngettext(one, many, number) % {"num": number}

    def day(self, day: date) -> str:
        """ "10 August 2025"."""
        return written(day, self.pattern or "long", self.language)

    def weekday(self, day: date) -> str:
        """ "Sunday, 10 August 2025", in the language's own way whatever `pattern` says."""
        return written(day, "full", self.language)

    def days(self, first: date, last: date) -> str:
        """ "11–17 May 2026"."""
        return interval(first, last, self.language)

    def month(self, day: date) -> str:
        """ "August 2025"."""
        return skeleton(day, "yMMMM", self.language)

    def month_alone(self, day: date) -> str:
        """ "August"."""
        return written(day, "LLLL", self.language)

    def weekdays(self) -> tuple[tuple[str, str], ...]:
        """The days of the week from Monday on, as a calendar heads its columns and in full."""
        names = locale(self.language).days["stand-alone"]
        return tuple((str(names["short"][day]), str(names["wide"][day])) for day in range(7))


def speak(environment: Environment, tongue: Tongue) -> None:
    """Give templates the words: ``_("Subscribe")``, ``ngettext("%(num)s story", "%(num)s stories", count)``. What is
    put into them is escaped as everywhere."""
    environment.add_extension("jinja2.ext.i18n")
    environment.install_gettext_translations(catalogue(tongue.language), newstyle=True)  # type: ignore[attr-defined]

    @pass_eval_context
    def say(context: EvalContext, text: str, **values: object) -> str:
        return put_in(context, tongue.say(text), values)

    @pass_eval_context
    def count(context: EvalContext, one: str, many: str, number: int, **values: object) -> str:
        return put_in(context, catalogue(tongue.language).ngettext(one, many, number), {"num": number, **values})

    # Jinja's own look through the whole context each time they are called.
    environment.globals.update({"_": say, "gettext": say, "ngettext": count})


def put_in(context: EvalContext, words: str, values: Mapping[str, object]) -> str:
    """The words with values in their places, escaped where the template escapes."""
    if not context.autoescape:
        return words % values
    safe = {name: value if isinstance(value, int | float) else escape(value) for name, value in values.items()}
    return Markup(words % safe)


@cache
def locale(language: str) -> Locale:
    """CLDR's locale for a language tag, or for as much of it as is known; world English where nothing is."""
    for tag in (WORLD_ENGLISH if language == "en" else language, primary(language) or "", WORLD_ENGLISH):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError, TypeError):
            continue
    raise AssertionError("CLDR has no English")


@cache
def catalogue(language: str) -> NullTranslations:
    """The words of a language: of the whole tag, or else of its first part ("zh" for "zh-Hans")."""
    for name in (language, primary(language) or ""):
        path = WORDS / f"{name}.po"
        if name.replace("-", "").isalnum() and path.is_file():
            return compiled(path)
    return NullTranslations()


def compiled(path: Path) -> GNUTranslations:
    """A catalogue in the form gettext reads, made in memory."""
    with path.open("rb") as source:
        words = read_po(source, locale=path.stem.replace("-", "_"))
    binary = io.BytesIO()
    write_mo(binary, words)
    binary.seek(0)
    return GNUTranslations(binary)


@cache
def written(day: date, pattern: str, language: str) -> str:
    """A day by a CLDR pattern or the name of one."""
    return str(format_date(day, pattern, locale=locale(language)))


@cache
def skeleton(day: date, fields: str, language: str) -> str:
    """The named fields of a day in the order the language has them."""
    return str(format_skeleton(fields, day, locale=locale(language)))


@cache
def interval(first: date, last: date, language: str) -> str:
    """Two days and what is between them."""
    return str(format_interval(first, last, "yMMMMd", locale=locale(language)))
