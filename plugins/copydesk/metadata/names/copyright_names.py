"""The name in a copyright line: "© 2026 Harbor Post. All rights reserved." says Harbor Post."""

from __future__ import annotations

import re

from copydesk.metadata.names.agencies import agency_named
from copydesk.metadata.names.menu_words import is_menu
from copydesk.text import fold, squeeze

RIGHTS = (
    "all rights reserved", "all content", "no part of", "any unauthorized", "alle rechte vorbehalten",
    "alle rechte", "tous droits réservés", "tous droits", "todos los derechos reservados", "todos los derechos",
    "reservados todos", "derechos reservados", "tutti i diritti riservati", "tutti i diritti",
    "riproduzione riservata", "todos os direitos reservados", "todos os direitos", "direitos reservados",
    "alle rechten voorbehouden", "wszelkie prawa zastrzeżone", "все права защищены", "усі права захищено",
    "всі права захищені", "με επιφύλαξη παντός δικαιώματος", "tüm hakları saklıdır", "her hakkı saklıdır",
    "جميع الحقوق محفوظة", "كافة الحقوق محفوظة", "כל הזכויות שמורות", "כל הזכויות שמורות ל",
    "جميع الحقوق محفوظة ل", "كافة الحقوق محفوظة ل", "جميع الحقوق محفوظة لـ", "كافة الحقوق محفوظة لـ",
    "تمامی حقوق", "کلیه حقوق", "सर्वाधिकार सुरक्षित", "版权所有", "版權所有", "保留所有权利",
    "无断转载", "無断転載", "無断複写",
    "all rights", "무단전재 및 재배포 금지", "무단전재 및 재배포금지", "무단 전재 및 재배포 금지",
    "무단전재-재배포 금지", "무단전재·재배포 금지", "무단전재", "무단 전재", "재배포 금지", "재배포금지",
    "ai 학습 및 활용 금지",
    "hak cipta dilindungi", "mọi quyền được bảo lưu", "bản quyền thuộc",
    "alla rättigheter", "alle rettigheter", "alle rettigheder", "kaikki oikeudet", "všechna práva vyhrazena",
    "minden jog fenntartva", "toate drepturile rezervate", "สงวนลิขสิทธิ์", "ขอสงวนสิทธิ์", "ลิขสิทธิ์",
    "detta material är skyddat", "alt indhold", "alt innhold",
)  # fmt: skip
"""What follows, or in some languages precedes, the name."""

HOUSES = (
    "verlag", "verlagsgesellschaft", "medienhaus", "mediengruppe", "zeitungsverlag", "publishing", "publications",
    "newspapers", "media group", "uitgeverij", "uitgevers", "editrice", "éditions", "wydawnictwo", "förlag", "forlag",
    "издательский дом", "видавничий дім", "报业集团", "報業集團", "新聞社", "신문사",
)  # fmt: skip
"""Words of a publishing house: a short line at the foot of the page that ends with one is its imprint."""

FORMS = frozenset(
    "inc ltd limited llc plc corp co company gmbh mbh ag kg ug & se s.a s.l s.r.l s.p.a sa sl srl spa sas b.v bv nv oy"
    " oyj ab as a/s aps ltda s.a.s".split()
)
"""Forms of companies behind a name, folded, without a full stop at their end."""
HOUSE_WORDS = frozenset("verlag verlagsgesellschaft medien media publishing publications newspapers group".split())
"""Words of publishing houses there."""

LONGEST_LINE = 220
"""The most characters of a copyright line."""
LONGEST_NAME = 8
"""The most words of the name in it."""
LONGEST_IMPRINT = 6
"""The most words of a line that is the name of a publishing house and nothing else."""

_SIGN = re.compile(r"©|ⓒ|\(c\)|\bcopyright\b|\bcopr\.|&copy;", re.IGNORECASE)
_SIGNS = ("©", "ⓒ", "(c)", "copyr", "copr.", "&copy;")
"""Lower-case texts one of which stands in every match of `_SIGN` ("copyr", because a Turkish i may follow)."""
_ASCII_SIGNS = tuple(sign for sign in (*_SIGNS, *RIGHTS) if sign.isascii())
_YEARS = re.compile(r"\b(?:19|20|25(?=[4-7]))\d\d(?:\s*[-–—/]\s*(?:19|20)?\d\d)?\b")
_RIGHTS = re.compile("|".join(re.escape(phrase) for phrase in sorted(RIGHTS, key=len, reverse=True)))
_LEAD = re.compile(r"^(?:by|von|par|por|di|da|do|de|der|the publisher)\s+(?=\S)", re.IGNORECASE)
_END = re.compile(r"(?<=\w{3})[.!。]\s|\s[|•·–—-]\s|[|;•·。]|[.]$")
_COMPANY = re.compile(r"(?:gmbh(?: & co\.? kg)?|ag|kg|s\.?a\.?|s\.?l\.?|s\.?r\.?l\.?|ltd\.?|llc|inc\.?|plc|b\.?v\.?)$")
_OWNER = re.compile(
    r",\s+(?:an?\s+(?:division|part|unit|subsidiary|brand|member|company)\b|\d+\s+\S|p\.?\s?o\.? box\b).*"
    r"|(?<=\s(?:inc|ltd|llc|plc))\.?,\s+\S.*|(?<=\sgmbh),\s+\S.*",
    re.IGNORECASE,
)
"""Whose house the publisher is of, or where it stands: "Harbor Post, a division of Quayside Media Inc.", "Harbor
Post, 12 Quay Street"."""
_EDGES = " .,:;|-–—•·()[]\"'“”„«»"


def signs_on(text: str) -> tuple[str, ...]:
    """Those of the signs of copyright lines, in lower case, that stand anywhere in a text: a line without any of them
    is none."""
    low = text.casefold()
    signs = _ASCII_SIGNS if low.isascii() else (*_SIGNS, *RIGHTS)
    return tuple([sign for sign in signs if sign in low])


def name_in_copyright(text: str) -> str | None:
    """The name in a copyright line, as the line writes it; ``None`` for a line that is none or names an agency, as
    the credit of a picture does."""
    plain = squeeze(text)
    if len(plain) > LONGEST_LINE or not (_SIGN.search(plain) or _rights_in(plain)):
        return None
    for part in _parts(plain):
        name = _OWNER.sub("", _LEAD.sub("", part.strip(_EDGES))).strip(_EDGES)
        if _is_name(name):
            return name
    return None


def name_in_imprint(text: str) -> str | None:
    """The publishing house that a short line is the name of: "Deichkurier Verlag GmbH"."""
    plain = squeeze(text)
    words = fold(plain)
    bare = _COMPANY.sub("", words).strip(" ,")
    is_imprint = bare.endswith(HOUSES) and bare not in HOUSES and len(words.split()) <= LONGEST_IMPRINT
    return plain if is_imprint and plain[:1].isalnum() and not plain[:1].islower() else None


def without_form(name: str, forms: frozenset[str] = FORMS) -> str:
    """The name of a company without the words behind it that say so: "Harbour Post" of "Harbour Post Ltd"."""
    words = name.split()
    while len(words) > 1 and fold(words[-1]).strip(".,") in forms:
        words.pop()
    return " ".join(words).rstrip(",")


def is_signed(text: str) -> bool:
    """Whether a line has a year or speaks of rights: the credit of a picture has neither."""
    return _YEARS.search(text) is not None or _rights_in(text)


def _rights_in(text: str) -> bool:
    low = text.casefold()
    return any(phrase in low for phrase in RIGHTS)


def _parts(text: str) -> list[str]:
    """What stands between the marks of a copyright line, that behind the sign first."""
    found = _SIGN.search(text)
    before, after = (text[: found.start()], text[found.end() :]) if found else ("", text)
    parts = []
    for side in (after, before):
        marked = _YEARS.sub("|", _without_rights(_SIGN.sub("|", side)))
        parts += _END.split(marked)
    return parts


def _without_rights(text: str) -> str:
    low = text.casefold()
    return _RIGHTS.sub("|", low) if len(low) != len(text) else _cut_out(text, low)


def _cut_out(text: str, low: str) -> str:
    for match in reversed(list(_RIGHTS.finditer(low))):
        text = f"{text[: match.start()]}|{text[match.end() :]}"
    return text


def _is_name(name: str) -> bool:
    letters = sum(map(str.isalpha, name))
    if letters < 2 or len(name.split()) > LONGEST_NAME or "/" in name or "@" in name:
        return False
    if not name[0].isalnum() or name[0].islower():
        return False
    return agency_named(name) is None and not is_menu(name)
