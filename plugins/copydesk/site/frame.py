"""The frame of every page: the site's name, its menus and feeds, and what each page says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from copydesk.languages import primary
from copydesk.site.feeds.addresses import site_feeds
from copydesk.site.values import DataBlock, FeedLink, Link, Meta, Page, Site

RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ku-arab", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
"""Languages written from right to left."""

INDEXES = (
    ("archives", "Archive"),
    ("categories", "Sections"),
    ("tags", "Tags"),
    ("authors", "Authors"),
    ("publishers", "Publishers"),
)
"""The pages that list what there is, with what they are called, in the order of the footer."""

INDEX = "index.html"
"""The page that servers show for its folder."""

SEARCH = "search.html"
"""The page that asks the site's index."""

DESCRIPTION = 200
"""Characters of a description that search engines show."""


@dataclass(frozen=True, slots=True)
class About:
    """What one page says of itself: see `values.Page`."""

    path: str
    title: str
    description: str = ""
    robots: str | None = None
    feeds: tuple[FeedLink, ...] = ()
    trail: tuple[Link, ...] = ()
    sharing: tuple[Meta, ...] = ()
    structured: DataBlock | None = None


@dataclass(frozen=True, slots=True)
class Frame:
    """The site and how its pages are framed. ``siteurl`` is "" where the site does not know its address; ``base`` is
    the path under which it stands ("/digest/"), "/" where it is not known."""

    site: Site
    siteurl: str
    base: str

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
            canonical=self.canonical(about.path),
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


def frame_of(context: dict[str, Any], stylesheets: tuple[str, ...], notice: str | None) -> Frame:
    """The frame of the site that Pelican's ``context`` describes, once all of its lists are known."""
    siteurl = str(context.get("SITEURL") or "").rstrip("/")
    address = siteurl or str(context.get("FEED_DOMAIN") or "").rstrip("/")
    pages = [link_of(title_of(page), page.url) for page in context.get("pages", ()) if context["DISPLAY_PAGES_ON_MENU"]]
    given = [link_of(label, url) for label, url in context.get("MENUITEMS", ())]
    site = Site(
        name=str(context["SITENAME"]),
        subtitle=str(context.get("SITESUBTITLE") or ""),
        url=address,
        language=str(context["DEFAULT_LANG"]),
        menu=(*given, *pages),
        sections=sections_of(context),
        feeds=site_feeds(context),
        footer=(*index_links(context), *(link_of(label, url) for label, url in context.get("LINKS", ()))),
        stylesheets=tuple(f"{context['THEME_STATIC_DIR']}/{name}" for name in stylesheets),
        notice=notice,
        feeds_page=str(context.get("FEEDS_URL") or "feeds.html"),
        search=SEARCH if context.get("COPYDESK_SEARCH", True) else None,
    )
    return Frame(site, siteurl, urlsplit(siteurl).path.rstrip("/") + "/")


def sections_of(context: dict[str, Any]) -> tuple[Link, ...]:
    """The sections, by name, if the site shows them in its menu."""
    if not context["DISPLAY_CATEGORIES_ON_MENU"] or not context["CATEGORY_SAVE_AS"]:
        return ()
    links = [link_of(plain(category), category.url) for category, _ in context.get("categories", ())]
    return tuple(sorted(links, key=lambda link: (link.label.casefold(), link.label)))


def index_links(context: dict[str, Any]) -> tuple[Link, ...]:
    """The index pages this site has."""
    found = ((label, index_path(context, name)) for name, label in INDEXES)
    return tuple(Link(label, path=path) for label, path in found if path)


def index_path(context: dict[str, Any], name: str) -> str:
    """Where an index page stands, "" where the site has none."""
    if name not in (*context["DIRECT_TEMPLATES"], "publishers"):
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
