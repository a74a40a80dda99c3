"""The section the paper put the story in, and its tags."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from copydesk.metadata.evidence import OVERRIDE, Evidence, Finding, fact_of
from copydesk.metadata.names.site_names import SiteNames
from copydesk.model import Clue
from copydesk.text import count_words, fold, is_spaceless, squeeze

HOME_WORDS = frozenset(
    fold(word)
    for word in (
        "home", "homepage", "home page", "start", "startseite", "accueil", "inicio", "início", "portada", "home-page",
        "strona główna", "главная", "головна", "αρχική", "anasayfa", "ana sayfa", "الرئيسية", "בית", "خانه", "होम",
        "首页", "首頁", "ホーム", "홈", "beranda", "trang chủ", "hem", "hjem", "etusivu", "forside", "voorpagina",
        "domů", "úvod", "hlavní strana", "etusivu", "forsiden", "startsidan", "főoldal", "címlap",
        "acasă", "prima pagină", "หน้าแรก", "หน้าหลัก", "トップ", "トップページ", "board index",
    )
)  # fmt: skip
"""First steps of breadcrumbs."""

NO_SECTION = frozenset(
    fold(word)
    for word in (
        "news", "article", "articles", "story", "stories", "post", "posts", "blog", "uncategorized", "uncategorised",
        "all", "latest", "index", "general", "default", "main", "other", "featured", "top stories", "breaking news",
        "live", "video", "exclusive", "breaking", "exklusiv", "exclusif", "exclusiva", "esclusiva", "eilmeldung",
        "artikel", "allgemein", "actualités", "noticias", "notizie", "others", "n/a", "none", "null", "undefined",
        "premium", "plus", "subscriber only", "subscribers only", "for subscribers", "members only", "abonnés", "abo",
        "réservé aux abonnés", "nur für abonnenten", "voor abonnees", "solo suscriptores", "per abbonati",
        "記事", "记事", "正文", "본문", "기사",
        "actualites", "actualité", "actualite", "aktuelles", "nieuws", "notícias", "aktualności", "nyheter", "nyheder",
        "новости", "новини", "haberler", "haber", "berita", "ニュース", "뉴스",
        "新闻", "新聞", "أخبار", "خبر", "newsroom", "press release", "press releases", "pressemitteilung",
        "pressemitteilungen", "communiqué de presse", "communiqués de presse", "nota de prensa", "notas de prensa",
        "comunicato stampa", "comunicati stampa", "persbericht", "persberichten", "プレスリリース", "보도자료",
    )
)  # fmt: skip
"""Names systems give to what stands in no section. "News" is kept where nothing better is said."""

NO_PATH_SECTION = re.compile(
    r"\d|^(?:article|articles|story|stories|news|post|posts|blog|index|amp|content|node|view|page|archive|archives"
    r"|detail|wiki|html?|php|news-releases?|press-releases?|category|tag|author|www|live|live-blog|liveblog|gallery|video|videos|photos|[a-z]{1,2}|[a-z]{2}-[a-z]{2})$",
    re.IGNORECASE,
)
"""Parts of an address that are no section: numbers, letters for kinds of pages, languages, words of systems."""

LABELS = tuple(
    fold(stem)
    for stem in (
        "tag", "topic", "categor", "keyword", "key word", "filed", "posted in", "section", "label", "subject",
        "schlagw", "stichw", "thema", "themen", "rubrik", "ressort", "sujet", "mots", "thème", "étiquette",
        "etiquet", "tema", "palabras", "argoment", "parole", "assunto", "tópico", "palavras", "trefwoord",
        "onderwerp", "kategori", "temat", "słowa", "тег", "тэг", "тема", "ключев", "рубрик", "метки", "ключов", "мітки",
        "ετικέτ", "λέξεις", "konu", "etiket", "anahtar", "وسوم", "الكلمات", "كلمات", "الوسوم", "תגיות", "תגית", "נושא",
        "برچسب", "کلیدواژه", "टैग", "标签", "標籤", "关键词", "關鍵字", "關鍵詞", "栏目", "分类", "タグ",
        "キーワード", "カテゴリ", "태그", "키워드", "từ khóa", "chủ đề", "ämne", "taggar", "emne",
        "stikkord", "aihe", "avainsan", "štítk",
        "klíčov", "témat", "címk", "kulcs", "แท็ก", "คำค้น", "หมวด", "cuvinte", "subiect",
    )
)  # fmt: skip
"""Stems of the words that announce tags and sections."""
FILED = frozenset(("rel category", "section class"))
"""Origins of sections whose links blogs mark as tags too."""
LABEL_WORDS = 4
SHORTEST_OPENING = 10
"""Characters from which a step that the headline begins with is the headline, cut off."""
MOST_WORDS = 6
MOST_TAGS = 20
LONGEST_TAG = 60


def resolve_section(evidence: Evidence, headline: str | None, address: str | None, names: SiteNames) -> Finding[str]:
    """The most trusted section that is one: not the home page, the site's name or the headline."""
    fallback = None
    for clue in (*evidence.ranked("section"), *_in_address(evidence, address)):
        if clue.origin == OVERRIDE:
            return Finding(fact_of("section", squeeze(clue.value), clue.origin))
        value = _section_in(clue.value, headline, names)
        if value and fold(value) not in NO_SECTION:
            return Finding(fact_of("section", value, clue.origin))
        fallback = fallback or (value and clue.origin != "url" and fact_of("section", value, clue.origin)) or None
    return Finding(fallback if fallback and fold(fallback.value) == "news" else None)


def resolve_tags(evidence: Evidence) -> Finding[tuple[str, ...]]:
    """The tags of the most trusted origin that has any, each once."""
    for origin in dict.fromkeys(clue.origin for clue in evidence.ranked("tag")):
        distinct: dict[str, str] = {}
        for tag in filter(str.strip, _tags_of(evidence, origin)):
            distinct.setdefault(fold(tag), squeeze(tag))
        if distinct:
            return Finding(fact_of("tag", tuple(distinct.values())[:MOST_TAGS], origin))
    return Finding()


def _tags_of(evidence: Evidence, origin: str) -> list[str]:
    """The tags that one origin gives. The curator's stand as written; of links marked as tags those to the story's own
    sections are left out, where there are others."""
    values = [clue.value for clue in evidence.of("tag") if clue.origin == origin]
    if origin == OVERRIDE:
        return values
    if origin == "rel tag":
        filed = {fold(clue.value) for clue in evidence.of("section") if clue.origin in FILED}
        values = [value for value in values if fold(value) not in filed] or values
    return [tag for value in values for tag in _split_tags(_without_label(value))]


def _section_in(value: str, headline: str | None, names: SiteNames) -> str | None:
    """The section in a value: of a breadcrumb its last step before the headline."""
    steps = [squeeze(_without_label(step)) for step in re.split(r"[>›»|/→]+", value)]
    kept = [step for step in steps if step and _is_section(step, headline, names)]
    told = [step for step in kept if fold(step) not in NO_SECTION]
    return next(iter((*told, *kept)), None)


def _without_label(value: str) -> str:
    """A value without the words that announce it: "Categories: Nature", "Suggested Topics: ports"."""
    label, colon, rest = value.partition(":" if ":" in value else "：")
    is_label = bool(colon) and count_words(label) <= LABEL_WORDS and any(stem in fold(label) for stem in LABELS)
    return rest.strip() if is_label else value


def _is_section(step: str, headline: str | None, names: SiteNames) -> bool:
    if fold(step) in HOME_WORDS or names.are(step) or count_words(step) > MOST_WORDS or step.isdigit():
        return False
    begun = fold(step).rstrip(". ")
    return not (headline and len(begun) >= SHORTEST_OPENING and fold(headline).startswith(begun))


def _in_address(evidence: Evidence, address: str | None) -> Iterator[Clue]:
    """The first part of the address's path, where it is a word and a story's name follows it."""
    if not address or evidence.is_settled("section"):
        return
    parts = [unquote(part) for part in urlsplit(address).path.split("/") if part]
    if len(parts) > 1:
        named = next((part for part in parts[:-1] if not NO_PATH_SECTION.search(part)), None)
        if named and len(named) <= 30:
            yield Clue("section", named.replace("-", " ").replace("_", " ").capitalize(), "url")


def _split_tags(value: str) -> Iterator[str]:
    value = re.sub(r"(?<=\S)#(?=\S)", ", ", value) if value.lstrip().startswith("#") else value
    for tag in re.split(r"[,;|、，]", value) if len(value) > LONGEST_TAG or "," in value else [value]:
        bare = tag.strip(" #\"'")
        is_word = len(bare) > 1 or is_spaceless(bare)  # one letter is a mark, but "港" is a word
        if is_word and len(bare) <= LONGEST_TAG:
            yield bare
