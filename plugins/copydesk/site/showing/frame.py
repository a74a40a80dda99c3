"""The frame of every page: the site's name, its menus and feeds, and what each page says of itself."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from copydesk.errors import SettingsError
from copydesk.frozen import value
from copydesk.languages import primary
from copydesk.site.feeds.addresses import site_feeds
from copydesk.site.tongue import Tongue
from copydesk.site.values import DataBlock, FeedLink, Link, Logo, Meta, Page, Site

RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-arab", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
"""Languages written from right to left."""

INDEXES = (
    ("editions", "Editions"),
    ("archives", "Archive"),
    ("categories", "Sections"),
    ("tags", "Tags"),
    ("authors", "Authors"),
    ("publishers", "Publishers"),
    ("corrections", "Corrections"),
)
"""The pages that list what there is, with what they are called, in the order of the footer."""

OURS = ("publishers", "corrections")
"""Indexes that are no direct templates of Pelican's and always there."""

MENU_SECTIONS = 8
"""Sections in the menu of every page; more would be a list, not a menu."""

INDEX = "index.html"
"""The page that servers show for its folder."""

SEARCH = "search.html"
"""The page that asks the site's index."""

DESCRIPTION = 200
"""Characters of a description that search engines show."""


@value(frozen=True, slots=True)
class About:
    """What one page says of itself: see `values.Page`."""

    path: str
    title: str
    description: str = ""
    robots: str | None = None
    feeds: tuple[FeedLink, ...] = ()
    trail: tuple[Link, ...] = ()
    canonical: str | None = None
    """Path of the page that stands for this one, which is a copy; ``None`` where it stands for itself."""
    sharing: tuple[Meta, ...] = ()
    structured: DataBlock | None = None


@value(frozen=True, slots=True)
class Frame:
    """The site and how its pages are framed. ``siteurl`` is "" where the site does not know its address; ``base`` is
    the path under which it stands ("/digest/"), "/" where it is not known."""

    site: Site
    siteurl: str
    base: str
    tongue: Tongue

    def page(self, about: About) -> Page:
        """The frame of one page."""
        return Page(
            site=self.site,
            path=about.path,
            root=self.base if about.path == "404.html" else "../" * about.path.count("/"),
            title=about.title,
            description=shortened(about.description),
            language=self.site.language,
            direction=direction(self.site.language),
            canonical=self.canonical(about.canonical or about.path),
            robots=about.robots,
            feeds=about.feeds,
            trail=about.trail,
            sharing=about.sharing,
            structured=about.structured,
        )

    def canonical(self, path: str) -> str | None:
        """The one address of the page at ``path``: that of its folder for the page a folder opens with, ``None`` for
        the page of wrong addresses and where the site does not know its own."""
        if not self.siteurl or path == "404.html":
            return None
        is_index = path.rpartition("/")[2] == INDEX
        return f"{self.siteurl}/{path.removesuffix(INDEX) if is_index else path}"


def frame_of(context: dict[str, Any], stylesheets: tuple[str, ...], notice: str | None, tongue: Tongue) -> Frame:
    """The frame of the site that Pelican's ``context`` describes, once all of its lists are known."""
    siteurl = str(context.get("SITEURL") or "").rstrip("/")
    address = siteurl or str(context.get("FEED_DOMAIN") or "").rstrip("/")
    pages = [link_of(title_of(page), page.url) for page in context.get("pages", ()) if context["DISPLAY_PAGES_ON_MENU"]]
    given = [link_of(tongue.say(str(label)), url) for label, url in context.get("MENUITEMS", ())]
    more = index_path(context, "categories") if len(context.get("categories", ())) > MENU_SECTIONS else ""
    site = Site(
        name=str(context["SITENAME"]),
        subtitle=str(context.get("SITESUBTITLE") or ""),
        url=address,
        language=tongue.language,
        menu=(*given, *pages),
        sections=sections_of(context),
        feeds=site_feeds(context),
        footer=(*index_links(context, tongue), *(link_of(label, url) for label, url in context.get("LINKS", ()))),
        stylesheets=tuple(f"{context['THEME_STATIC_DIR']}/{name}" for name in stylesheets),
        notice=notice,
        feeds_page=str(context.get("FEEDS_URL") or "feeds.html"),
        search=SEARCH if context.get("COPYDESK_SEARCH", True) else None,
        logo=logo_of(context.get("COPYDESK_LOGO")),
        more_sections=Link(tongue.say("All sections"), path=more) if more else None,
    )
    return Frame(site, siteurl, urlsplit(siteurl).path.rstrip("/") + "/", tongue)


def logo_of(setting: Any) -> Logo | None:
    """The drawn name that COPYDESK_LOGO names: (path on the site, width, height)."""
    if not setting:
        return None
    try:
        path, width, height = setting
        return Logo(str(path).lstrip("/"), int(width), int(height))
    except (TypeError, ValueError):
        advice = 'Give its path on the site and its size in pixels: ("extra/logo.svg", 240, 48).'
        raise SettingsError("settings", f"COPYDESK_LOGO is {setting!r}", advice) from None


def sections_of(context: dict[str, Any]) -> tuple[Link, ...]:
    """The sections of the menu, if the site shows them there: the first of the order below, but by name where nobody
    has ordered them, so that a new story seldom changes the menu of every page."""
    if not context["DISPLAY_CATEGORIES_ON_MENU"] or not context["CATEGORY_SAVE_AS"]:
        return ()
    unsorted = str(context.get("DEFAULT_CATEGORY"))
    found = [category for category, _ in sections_in_order(context) if plain(category) != unsorted]
    chosen = found[:MENU_SECTIONS]
    chosen.sort(key=lambda category: (named_place(context, plain(category)), plain(category).casefold()))
    return tuple(link_of(plain(category), category.url) for category in chosen)


def sections_in_order(context: dict[str, Any]) -> list[tuple[Any, list[Any]]]:
    """(section, its stories): first those that COPYDESK_SECTIONS names, in its order, then the others, the one with the
    most stories first, and last the list of stories without a section."""
    unsorted = str(context.get("DEFAULT_CATEGORY"))

    def rank(pair: tuple[Any, list[Any]]) -> tuple[int, bool, int, str]:
        name = plain(pair[0])
        return named_place(context, name), name == unsorted, -len(pair[1]), name.casefold()

    return sorted(context.get("categories", ()), key=rank)


def named_place(context: dict[str, Any], name: str) -> int:
    """The place of a section in COPYDESK_SECTIONS, its length for one that is not there."""
    wanted = [str(each).casefold() for each in context.get("COPYDESK_SECTIONS") or ()]
    return wanted.index(name.casefold()) if name.casefold() in wanted else len(wanted)


def index_links(context: dict[str, Any], tongue: Tongue) -> tuple[Link, ...]:
    """The index pages this site has."""
    found = ((label, index_path(context, name)) for name, label in INDEXES)
    return tuple(Link(tongue.say(label), path=path) for label, path in found if path)


def index_path(context: dict[str, Any], name: str) -> str:
    """The path of an index page, "" where the site has none."""
    if name not in (*context["DIRECT_TEMPLATES"], *OURS) and not (name == "editions" and context.get("editions")):
        return ""
    saved = context.get(f"{name.upper()}_SAVE_AS", f"{name}.html")
    return str(context.get(f"{name.upper()}_URL", f"{name}.html")).lstrip("/") if saved else ""


def link_of(label: str, url: str) -> Link:
    """A link inside the site, or out of it where the address says so."""
    url = str(url)
    if urlsplit(url).scheme or url.startswith("//"):
        return Link(label, url=url)
    return Link(label, path=url.lstrip("/"))


def plain(wrapper: Any) -> str:
    """The words of a section, tag, author or publisher, without what makes them safe for other themes."""
    return str(getattr(wrapper, "plain", wrapper.name))


def title_of(page: Any) -> str:
    """The words of a page's title, likewise."""
    return str(page.copydesk.headline) if hasattr(page, "copydesk") else str(page.title)


def direction(language: str) -> str:
    """ "rtl" or "ltr", as a language is usually written; a script in the tag ("az-Arab") decides."""
    tag = language.casefold()
    if "-arab" in tag or "-hebr" in tag:
        return "rtl"
    return "rtl" if "-latn" not in tag and (primary(tag) or "") in RIGHT_TO_LEFT else "ltr"


def shortened(text: str, length: int = DESCRIPTION) -> str:
    """The text, cut between two words where it is too long."""
    text = " ".join(text.split())
    if len(text) <= length:
        return text
    head = text[:length].rpartition(" ")[0] or text[: length - 1]
    return head.rstrip(" ,;:–—-") + "…"
