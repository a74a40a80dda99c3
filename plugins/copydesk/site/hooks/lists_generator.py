"""The pages of sections, tags, authors and periods, asked for without Pelican's own loops.

For each list Pelican looks through all stories, and for each of its stories through the list: a quarter of a minute at
10,000 stories, and a hundred times that at 100,000. So its generator of articles makes no archives and is left no lists
to ask for. This one asks for the same pages with the same variables, in time that grows with the number of stories.
"""

from __future__ import annotations

import calendar
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from pelican.generators import ArticlesGenerator, Generator, PelicanTemplateNotFound

from copydesk.site.registers.register import page_of
from copydesk.site.stage.grounds import PRESS

PERIODS: Mapping[str, int] = {"year": 1, "month": 2, "day": 3}
"""Pelican's kinds of archives, and how many numbers tell the members of one apart."""

NAMES: Mapping[str, str] = {"tags": "tag", "categories": "category", "authors": "author"}
"""Pelican's lists of names, in the order their pages are asked for, and the template of each."""

MUTED: Mapping[str, str] = {f"{period.upper()}_ARCHIVE_SAVE_AS": "" for period in PERIODS}
"""Settings under which Pelican makes no archives."""


def hold_back_periods(generator: ArticlesGenerator) -> None:
    """Before Pelican makes its lists of stories: have it make no archives of periods."""
    generator.settings = {**generator.settings, **MUTED}


def give_periods(generator: ArticlesGenerator, settings: Mapping[str, Any]) -> None:
    """After it has made its lists: the archives it would have made under the site's own ``settings``."""
    generator.settings = settings
    generator.period_archives = periods_of(generator.dates, generator.articles, settings)
    generator.context["period_archives"] = generator.period_archives


def hold_back_names(generator: ArticlesGenerator) -> None:
    """Before pages are asked for: leave Pelican no lists to ask for. All of them stand in the context."""
    generator.tags, generator.categories, generator.authors = {}, [], []
    generator.period_archives = {}


def periods_of(
    dates: Iterable[Any], articles: Iterable[Any], settings: Mapping[str, Any]
) -> dict[str, list[dict[str, Any]]]:
    """The archives of years, months and days as Pelican makes them, each with its stories in the order of ``dates``
    and in that of ``articles``."""
    found: dict[str, list[dict[str, Any]]] = {}
    for period, length in PERIODS.items():
        pattern, address = (settings[f"{period.upper()}_ARCHIVE_{part}"] for part in ("SAVE_AS", "URL"))
        if pattern:
            in_order = gathered(articles, length)
            found[period] = [
                archive(key, members, in_order[key], (str(pattern), str(address)))
                for key, members in gathered(dates, length).items()
            ]
    return found


def gathered(articles: Iterable[Any], length: int) -> dict[tuple[int, ...], list[Any]]:
    """The stories of each year, month or day."""
    found: dict[tuple[int, ...], list[Any]] = defaultdict(list)
    for article in articles:
        day = article.date
        found[(day.year, day.month, day.day)[:length]].append(article)
    return found


def archive(key: tuple[int, ...], dates: list[Any], articles: list[Any], places: tuple[str, str]) -> dict[str, Any]:
    """One archive; ``places`` are the patterns of its file and its address."""
    save_as, url = (place.format(date=dates[0].date) for place in places)
    named = tuple(calendar.month_name[number] if at == 1 else number for at, number in enumerate(key))
    return {
        "dates": dates,
        "articles": articles,
        "save_as": save_as,
        "url": url,
        "period": named,
        "period_num": key,
    }


class ListsGenerator(Generator):  # type: ignore[misc]  # Pelican has no types
    """Asks for the pages of periods and names."""

    def generate_output(self, writer: Any) -> None:
        """The archives, then a page, or several, for each name."""
        write = partial(
            writer.write_file, context=self.context, relative_urls=self.settings["RELATIVE_URLS"], blog=True
        )
        everything, published = self.context["articles"], self.settings[PRESS].published
        for period, template in self._periods():
            context = {**self.context, "period": period["period"], "period_num": period["period_num"]}
            write(
                period["save_as"],
                template,
                context=context,
                articles=period["articles"],
                dates=period["dates"],
                template_name="period_archives",
                url=period["url"],
                all_articles=everything,
            )
            published[period["save_as"]] = page_of(str(self.settings.get("ARCHIVES_SAVE_AS") or "archives.html"))
        places = {id(article): place for place, article in enumerate(self.context["dates"])}
        for lists, kind in NAMES.items():
            for wrapper, articles in self.context[lists]:
                write(wrapper.save_as, self.get_template(kind), **self._asked(kind, wrapper, articles, places))

    def _periods(self) -> Iterator[tuple[dict[str, Any], Any]]:
        archives = self.context["period_archives"]
        template = self._template("period_archives", "archives") if archives else None
        return ((period, template) for kind in archives.values() for period in kind)

    def _asked(self, kind: str, wrapper: Any, articles: list[Any], places: Mapping[int, int]) -> dict[str, Any]:
        """What a page of a name is written with, as Pelican's own generator says it."""
        return {
            "url": wrapper.url,
            "articles": articles,
            "dates": sorted(articles, key=lambda article: places[id(article)]),
            "template_name": kind,
            "page_name": wrapper.page_name,
            "all_articles": self.context["articles"],
            kind: wrapper,
        }

    def _template(self, name: str, otherwise: str) -> Any:
        try:
            return self.get_template(name)
        except PelicanTemplateNotFound:
            return self.get_template(otherwise)
