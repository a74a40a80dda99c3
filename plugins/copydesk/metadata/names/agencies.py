"""News agencies by the names and short forms they are credited with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from copydesk.text import fold

AGENCIES: Mapping[str, tuple[str, ...]] = {
    "Reuters": ("reuters", "thomson reuters", "reuters.com", "reuters staff", "рейтер", "رويترز", "路透社", "路透"),
    "AP": ("ap", "associated press", "the associated press", "ap news", "a.p.", "美联社"),
    "AFP": ("afp", "agence france-presse", "agence france presse", "agence france-presse (afp)", "法新社", "أ ف ب"),
    "dpa": ("dpa", "deutsche presse-agentur", "dpa-afx", "dpa-infocom", "dpa/lno", "德新社"),
    "EFE": ("efe", "agencia efe", "agência efe", "efe agro"),
    "Europa Press": ("europa press", "europapress", "ep"),
    "ANSA": ("ansa", "redazione ansa", "agenzia ansa"),
    "Adnkronos": ("adnkronos", "redazione adnkronos"),
    "TASS": ("tass", "tass.ru", "тасс", "итар-тасс"),
    "RIA Novosti": ("ria novosti", "риа новости", "риа «новости»"),
    "Interfax": ("interfax", "интерфакс"),
    "Interfax-Ukraine": ("interfax-ukraine", "інтерфакс-україна"),
    "Ukrinform": ("ukrinform", "укрінформ"),
    "UNIAN": ("unian", "уніан"),
    "Xinhua": ("xinhua", "xinhua news agency", "新华社", "新華社", "新华网"),
    "China News Service": ("china news service", "中新社", "中国新闻社", "中新网"),
    "CNA": ("central news agency", "中央社"),
    "PTI": ("pti", "press trust of india"),
    "ANI": ("ani", "asian news international"),
    "IANS": ("ians", "indo-asian news service"),
    "UNI": ("united news of india",),
    "Kyodo": ("kyodo", "kyodo news", "共同", "共同通信", "共同通信社"),
    "Jiji": ("jiji", "jiji press", "時事", "時事通信", "時事通信社"),
    "Yonhap": ("yonhap", "yonhap news", "yonhap news agency", "연합뉴스", "聯合新聞", "韩联社"),
    "Newsis": ("newsis", "뉴시스"),
    "Antara": ("antara", "antara news"),
    "VNA": ("vna", "ttxvn", "vietnam news agency"),
    "Anadolu": ("anadolu", "aa", "anadolu agency", "anadolu ajansı", "anadolu agency (aa)"),
    "DHA": ("dha", "demirören haber ajansı"),
    "IHA": ("iha", "ihlas haber ajansı", "i̇ha"),
    "APA": ("apa", "austria presse agentur"),
    "Keystone-SDA": ("sda", "keystone-sda", "keystone/sda", "ats", "keystone-ats"),
    "SID": ("sid", "sport-informations-dienst"),
    "epd": ("epd",),
    "KNA": ("kna",),
    "ANP": ("anp",),
    "Belga": ("belga",),
    "Ritzau": ("ritzau", "/ritzau/"),
    "NTB": ("ntb",),
    "TT": ("tt", "tt nyhetsbyrån"),
    "STT": ("stt", "stt-lehtikuva"),
    "PAP": ("pap", "polska agencja prasowa"),
    "ČTK": ("čtk", "ctk"),
    "TASR": ("tasr",),
    "SITA": ("sita",),
    "MTI": ("mti",),
    "Agerpres": ("agerpres",),
    "HINA": ("hina",),
    "Tanjug": ("tanjug", "танјуг"),
    "Beta": ("beta", "бета"),
    "BTA": ("bta", "бта"),
    "ΑΠΕ-ΜΠΕ": ("απε-μπε", "αμπε", "απε", "amna"),
    "Lusa": ("lusa", "agência lusa"),
    "Estadão Conteúdo": ("estadão conteúdo", "estadao conteudo"),
    "Agência Brasil": ("agência brasil",),
    "Folhapress": ("folhapress",),
    "Télam": ("télam", "telam"),
    "Notimex": ("notimex",),
    "IRNA": ("irna", "ایرنا"),
    "ISNA": ("isna", "ایسنا"),
    "SPA": ("spa", "واس"),
    "MENA": ("أ ش أ",),
    "PA Media": ("pa", "pa media", "press association"),
    "UPI": ("upi", "united press international"),
    "Bloomberg": ("bloomberg", "bloomberg news"),
    "Canadian Press": ("canadian press", "the canadian press", "cp", "la presse canadienne"),
    "AAP": ("aap", "australian associated press"),
    "Bernama": ("bernama",),
    "APP": ("app", "associated press of pakistan"),
    "WAM": ("wam",),
    "NAN": ("nan", "news agency of nigeria"),
    "PR Newswire": ("pr newswire", "prnewswire", "/prnewswire/"),
    "Business Wire": ("business wire", "businesswire"),
    "GlobeNewswire": ("globe newswire", "globenewswire"),
    "Tribune News Service": ("tribune news service", "tns"),
    "States Newsroom": ("states newsroom",),
    "ots": ("ots", "news aktuell"),
}  # fmt: skip
"""The name an agency is credited by, and how it is written (compared folded). Short forms that are words of a language
("beta", "pa", "sita") count only where a byline stands, never in running text."""

_LISTED = re.compile(r"(?:(?<!\s)\s++)?[,;/|+،]\s*")


@lru_cache(maxsize=1)
def _spellings() -> Mapping[str, str]:
    return {fold(spelling): name for name, spellings in AGENCIES.items() for spelling in spellings}


def agency_named(text: str) -> str | None:
    """The agency a whole byline or a part of one names, ``None`` for anything else."""
    return _spellings().get(fold(text).strip(" .,()[]/-|*"))


def parted_sources(text: str) -> tuple[tuple[str, ...], str]:
    """The agencies in a list of sources, and the others as the list has them: "PAP, Radio Zatoka"."""
    parts = [part for part in _LISTED.split(text) if part]
    agencies = tuple(filter(None, map(agency_named, parts)))
    others = [part for part in parts if not agency_named(part)]
    return agencies, ", ".join(others) if agencies else text


def is_agency_domain(host: str | None) -> bool:
    """Whether a host is an agency's own: "reuters.com" is then the publisher, not an agency credited by another."""
    return host is not None and agency_named(host.removeprefix("www.").split(".")[0]) is not None
