"""Pelican's articles of stories that are known from the last build, made without reading them.

All that Pelican's generators, and ours, ask of every article is in the head of its reading, so an article made from the
head answers at once. Asked for anything else, it has Pelican read the file and is a whole article from then on.

That is done only where nothing could tell the difference: no other plugin takes part, which could wait for the signals
of reading; the theme takes page values, which are made from records; and the settings add nothing to what a file says.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from string import Formatter
from sys import intern
from typing import Any

from markupsafe import Markup
from pelican.contents import Article, Category
from pelican.settings import DEFAULT_CONFIG

from copydesk.frozen import value
from copydesk.site.hooks.names import Names
from copydesk.site.showing.light import LightRecord, light_record
from copydesk.site.stories.memory import Memory
from copydesk.site.stories.pictures import FOLDER
from copydesk.site.stories.readings import HEADED, Head
from copydesk.site.stories.slugs import plain_slug

STATUSES: Mapping[str, str] = {"published": "articles", "hidden": "hidden_articles", "draft": "drafts"}
"""Pelican's words for where a story is → its lists of them."""

AT_MOMENT = HEADED.index("moment")
"""Where in a head the moment of its story stands."""

TEMPLATES = ("article", "category", "tag", "author", "period_archives")
"""The templates that Pelican asks for beside DIRECT_TEMPLATES."""

PLACES = ("URL", "SAVE_AS", "LANG_URL", "LANG_SAVE_AS")
"""Endings of the settings that say where articles are."""

STEADY = ("slug", "date", "lang")
"""The fields that an address may name and still change only where the slug does."""

SILENT = ("DEFAULT_METADATA", "DEFAULT_DATE", "PATH_METADATA", "TYPOGRIFY", "USE_FOLDER_AS_CATEGORY", "TEMPLATE_PAGES")
"""Settings that, where they are set, add to what a file says, or have templates look at articles."""

KNOWN = frozenset(
    (
        *("override_save_as", "override_url", "static_links", "_common", "copydesk", "slug", "date", "modified"),
        *("category", "tags", "authors", "author", "publisher", "other_publishers", "relative_source_path", "_status"),
    )
)
"""What an article made from a head has, if its story has it: where it is missing it is missing."""


@value(frozen=True, slots=True)
class Common:
    """What all articles of one build share: Pelican's settings, context and readers; and whether an article's place
    depends on nothing that is settled after it is made but its slug."""

    settings: dict[str, Any]
    context: dict[str, Any]
    readers: Any
    steady: bool


@value(frozen=True, slots=True)
class Places:
    """Where an article is, and the slug that was made from."""

    slug: str
    url: str
    save_as: str


class LightArticle(Article):  # type: ignore[misc]  # Pelican has no types
    """An article that is read when something is asked of it that its head does not say."""

    template = "article"

    def __init__(self, common: Common, head: Head, record: LightRecord, path: str) -> None:
        self._common = common
        self.copydesk = record
        self.relative_source_path = path
        self.slug = plain_slug(path.rpartition("/")[2].removesuffix(".md"))
        self.date = record.moment
        self._status = head.status
        self._places: Places | None = None
        if record.changed is not None:
            self.modified = record.changed

    def __getattr__(self, name: str) -> Any:
        if name in KNOWN or name.startswith("__") or "metadata" in self.__dict__:
            raise AttributeError(name)
        self.become_whole()
        return getattr(self, name)

    def become_whole(self) -> None:
        """Have Pelican read the file, once. What was settled since (slugs, order, lists) stands."""
        if "metadata" in self.__dict__:
            return
        base, context = self.settings["PATH"], self._common.context
        whole = self._common.readers.read_file(base, self.relative_source_path, Article, context=context)
        settled = {**whole.__dict__, **self.__dict__}
        settled["metadata"] = {**whole.metadata, **{name: settled[name] for name in whole.metadata if name in settled}}
        self.__dict__.update(settled)

    @property
    def settings(self) -> dict[str, Any]:
        """Pelican's settings."""
        return self._common.settings

    @settings.setter
    def settings(self, settings: dict[str, Any]) -> None:
        self._common = replace(self._common, settings=settings)

    @property
    def lang(self) -> str:
        """The story's language."""
        return self.copydesk.language

    @property
    def in_default_lang(self) -> bool:
        """Whether that is the site's."""
        return bool(self.lang == self.settings["DEFAULT_LANG"].lower())

    @property
    def source_path(self) -> str:
        """Its file."""
        return os.path.join(self.settings["PATH"], self.relative_source_path)

    @property
    def url(self) -> str:
        """Its address on the site."""
        return self._placed("url")

    @property
    def save_as(self) -> str:
        """The file of its page."""
        return self._placed("save_as")

    def _placed(self, key: str) -> str:
        """A place by its setting, made anew only where its slug has changed since."""
        known = self._places
        if known is None or known.slug is not self.slug or not self._common.steady:
            places = (intern(str(self.get_url_setting(each))) for each in ("url", "save_as"))
            known = self._places = Places(self.slug, *places)
        return known.url if key == "url" else known.save_as

    @property
    def url_format(self) -> dict[str, Any]:
        """What a place may be made from. Patterns that name more have the article read."""
        return Format(self, {"slug": self.slug, "lang": self.lang, "date": self.date})

    def _expand_settings(self, key: str, klass: str | None = None) -> str:
        kind = klass or ("draft" if self.status == "draft" else "article")
        return str(self.settings[f"{kind}_{key}".upper()]).format_map(self.url_format)

    def get_relative_source_path(self, source_path: str | None = None) -> Any:
        """The path of its file below the content folder, or that of another."""
        return super().get_relative_source_path(source_path) if source_path else self.relative_source_path

    def get_content(self, siteurl: str) -> Markup:
        """Its HTML, in which there are no links for Pelican to find."""
        return Markup(self._content)

    def refresh_metadata_intersite_links(self) -> None:
        """Do nothing: no field of a story has links into the site (`FORMATTED_FIELDS` is empty)."""


class Format(dict[str, Any]):
    """The names of a pattern; of one that is not known of a light article Pelican's own word is taken."""

    def __init__(self, article: LightArticle, known: Mapping[str, Any]) -> None:
        super().__init__(known)
        self._article = article

    def __missing__(self, name: str) -> Any:
        self._article.become_whole()
        whole: dict[str, Any] = super(LightArticle, self._article).url_format
        return whole[name]


@dataclass(slots=True)
class LightArticles:
    """Makes the articles of the stories whose heads are known. ``ask`` is Pelican's own way to list files."""

    memory: Memory
    common: Common
    ask: Callable[..., set[str]]
    made: list[LightArticle] = field(default_factory=list)

    def files(self, paths: Any, exclude: list[str] | None = None, extensions: Any = None) -> set[str]:
        """What Pelican asks for: of the files it would read those that must be read."""
        found = self.ask(paths, exclude, extensions)
        if extensions is not None:  # asked for files in formats that nobody reads
            return found
        names, pictured, now = Names(self.common.settings), self._pictured(), datetime.now(UTC)
        for file in sorted(found):
            path = intern(file.replace(os.sep, "/"))
            head = self.memory.head(path)
            if head is not None and self._is_plain(head, now) and (head.alt is None or stem(path) not in pictured):
                self.made.append(self._article(head, path, names))
                found.remove(file)
        return found

    def _pictured(self) -> frozenset[str]:
        """The names, without endings, of what is in the folder of pictures."""
        folder = Path(self.common.settings["PATH"], FOLDER)
        return frozenset(path.stem for path in folder.iterdir()) if folder.is_dir() else frozenset()

    def _is_plain(self, head: Head, now: datetime) -> bool:
        """Whether the story is now what its head says."""
        moment: datetime = head.values[AT_MOMENT]
        return head.dated and head.status in STATUSES and (self.common.settings["WITH_FUTURE_DATES"] or moment <= now)

    def _article(self, head: Head, path: str, names: Names) -> LightArticle:
        article = LightArticle(self.common, head, light_record(head, path, self.memory), path)
        for attribute, named in names.of(article.copydesk).items():
            setattr(article, attribute, named)
        if article.copydesk.authors:
            article.author = article.authors[0]
        default = self.common.settings.get("DEFAULT_CATEGORY")
        if not article.copydesk.section and default and self.common.settings.get("CATEGORY_SAVE_AS"):
            article.category = Category(default, self.common.settings)
        return article

    def hand_over(self, generator: Any) -> None:
        """Put the articles where Pelican puts those it has read."""
        for article in self.made:
            generator.context["generated_content"][article.relative_source_path] = article
            getattr(generator, STATUSES[article.status]).append(article)


def stem(path: str) -> str:
    """The name of a file without its ending."""
    return path.rpartition("/")[2].rpartition(".")[0]


def may_be_light(settings: Mapping[str, Any], folders: Iterable[str]) -> bool:
    """Whether the settings add nothing to what a file says, and every page that lists stories has a template of the
    theme's own in one of the ``folders``, so that no template looks at an article."""
    if any(settings.get(name) for name in SILENT):
        return False
    if settings.get("FILENAME_METADATA") not in ("", DEFAULT_CONFIG["FILENAME_METADATA"]):
        return False
    named = [f"{path}/" for path in settings.get("EXTRA_PATH_METADATA") or ()]
    roots = [f"{path}/" for path in settings["ARTICLE_PATHS"] if path.strip("./")]
    if len(roots) < len(settings["ARTICLE_PATHS"]) or any(map(meets, product(named, roots))):
        return False
    needed = {*settings["DIRECT_TEMPLATES"], *TEMPLATES}
    return all(any(Path(folder, f"{name}.html").is_file() for folder in folders) for name in needed)


def are_steady(settings: Mapping[str, Any]) -> bool:
    """Whether the places of articles are made from their slugs, dates and languages alone."""
    patterns = [str(settings.get(f"{kind}{key}")) for kind in ("ARTICLE_", "DRAFT_") for key in PLACES]
    return {name for pattern in patterns for _, name, _, _ in Formatter().parse(pattern) if name} <= {*STEADY}


def meets(folders: tuple[str, str]) -> bool:
    """Whether one of two folders is in the other."""
    return folders[0].startswith(folders[1]) or folders[1].startswith(folders[0])
