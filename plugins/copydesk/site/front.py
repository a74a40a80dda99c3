"""The front page: the lead story, those beside it, and the rest by day."""

from __future__ import annotations

from typing import Any

from copydesk.site import dates
from copydesk.site.cards import Cards
from copydesk.site.lists import by_day, pagination
from copydesk.site.values import FrontPage, When

SECONDARY = 4
"""Stories beside the lead."""


def front_page(cards: Cards, context: dict[str, Any], number: int) -> FrontPage:
    """The front page, or, from ``number`` 2 on, one of its older pages, which only go on with the list."""
    page = context.get("articles_page")
    articles = list(page.object_list if page else context["articles"])
    leading = lead_stories(articles, context["articles"]) if number == 1 else []
    rest = [article for article in articles if not any(article is chosen for chosen in leading)]
    return FrontPage(
        lead=cards.of(leading[0]) if leading else None,
        secondary=cards.all(leading[1:]),
        groups=by_day(cards, rest, context),
        pagination=pagination(page),
        dated=newest_day(context["articles"]),
    )


def lead_stories(articles: list[Any], everything: list[Any]) -> list[Any]:
    """The lead and the secondary stories: first what the curator has pinned, newest first, then the newest."""
    pinned = [article for article in everything if article.copydesk.pinned]
    others = [article for article in articles if not article.copydesk.pinned]
    return [*pinned, *others][: SECONDARY + 1]


def newest_day(articles: list[Any]) -> When | None:
    """The day of the newest story."""
    if not articles:
        return None
    day = max(article.copydesk.moment for article in articles).date()
    return When(iso=day.isoformat(), label=dates.weekday_words(day), day=dates.day_words(day))
