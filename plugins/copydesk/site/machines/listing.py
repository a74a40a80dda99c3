"""Which pages search engines may index, and the files that tell them and other machines of the site."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from copydesk.batch.content.newest import build_time
from copydesk.site.hooks.calls import PageCall
from copydesk.site.machines.crawlers import robots_entry
from copydesk.site.machines.sitemaps import Listed, Told, recent, sitemaps
from copydesk.site.machines.webmanifest import manifest_entry
from copydesk.site.printing.press import Press
from copydesk.site.showing.robots import robots
from copydesk.site.showing.sheets import Sheet
from copydesk.site.stories.record import StoryRecord
from copydesk.site.values import Page


def listed(call: PageCall, sheet: Sheet | None) -> Iterator[Listed]:
    """The page as sitemaps list it, unless it is no page for search engines. ``sheet`` is what it is made of, ``None``
    where the theme takes Pelican's context."""
    article: Any = call.kwargs.get("article")
    if not may_list(sheet, article) or call.name == "404" or not call.path.endswith(".html"):
        return
    yield listed_story(call.path, article.copydesk) if hasattr(article, "copydesk") else Listed(call.path)


def may_list(sheet: Sheet | None, article: Any) -> bool:
    """Whether search engines may list a page."""
    if sheet is not None and sheet.is_listed is not None:
        return sheet.is_listed
    page = sheet.values.get("page") if sheet and isinstance(sheet.values, Mapping) else None
    told = page.robots if isinstance(page, Page) else robots_of(article)
    return not (told and "noindex" in told)


def robots_of(article: Any) -> str | None:
    """What search engines are to be told of a story in a theme that does not say it."""
    return robots(article.copydesk, drafted=article.status == "draft") if hasattr(article, "copydesk") else None


def listed_story(path: str, story: StoryRecord) -> Listed:
    """A story as sitemaps list it; one whose date was not recorded is no news."""
    if not story.published.recorded:
        return Listed(path, story.changed)
    return Listed(path, story.changed or story.moment, Told(story.headline, story.language, story.moment))


def add_machine_files(press: Press, settings: Mapping[str, Any]) -> None:
    """Add sitemaps, ``robots.txt`` and, for a theme of page values, the web manifest. A file of the same name in the
    content stands."""
    if press.site is None:
        return
    if press.settings.machines.sitemaps:
        now = build_time(press.settings) or newest_story(press)
        for entry in sitemaps(press.site, press.listed, now):
            press.entries.add(entry)
        press.news = frozenset(page.path for page in recent(press.listed, now))
        press.entries.add(robots_entry(press.site, press.settings.machines.unwelcome))
    for entry in press.shots.entries() if press.shots else ():
        press.entries.add(entry)
    if press.theme.page_values:
        press.entries.add(manifest_entry(press.site, str(settings["THEME_STATIC_DIR"])))


def newest_story(press: Press) -> Any:
    """The moment of the newest story, for a site without a ledger."""
    return max((page.told.published for page in press.listed if page.told), default=None)
