"""The name in the alternative text of a logo, a line of many dumps: "Herald-Mobile-header-logo" names Herald."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from copydesk.editing.shapes import ends_sentence, length
from copydesk.text import squeeze

LOGO_WORDS = frozenset(
    "logo logotype logotyp logotipo masthead лого логотип 标志 標誌 标识 ロゴ 로고 لوگو לוגו โลโก้ लोगो".split()
)
LOGO_FIRST, LOGO_FIRST_WORDS = "شعار", 4
"""The Arabic word, which is also that for a slogan: a logo's where a short line begins with it."""
LOGO_NOISE = LOGO_WORDS | frozenset(
    "header footer mobile desktop tablet site website web page image img icon banner brand main new white black dark"
    " light colour color small large big retina transparent svg png jpg jpeg gif webp home homepage default print"
    " sticky official of the for version masthead"
    " movil moviles movel moveis cabecalho entete naglowek fusszeile"
    " mobil mobile mobiel móvil móviles móvel móveis mobilny mobilna mobilní mobilt mobiele mobili мобильный мобильная"
    " мобільний мобільна seluler di động κινητό κινητά"
    " cabecera encabezado cabeçalho kopf kopfzeile entête en-tête tête testata koptekst kop fejléc nagłówek"
    " hlavička záhlaví antet üst başlık шапка шапки хедер sidhuvud sidehoved sidehode ylätunniste tajuk κεφαλίδα"
    " pie rodapé fuß fußzeile pied piè voettekst lábléc stopka patička zápatí subsol подвал футер sidfot sidefod"
    " alatunniste κάτω".split()
)
LOGO_COLOURS = frozenset(
    "blanco negro azul rojo blanc noir bleu rouge bianco nero azzurro rosso branco preto vermelho weiß weiss"
    " schwarz blau rot wit zwart blauw rood biały czarny vit svart hvid sort hvit musta valkoinen bílé černé fehér"
    " fekete alb negru beyaz siyah putih hitam белый чёрный черный синий білий чорний".split()
)
"""Colours, which are the picture's right behind the word for a logo, and may be a name's before it: "Río Negro"."""
LOGO_LINE_WORDS, LOGO_LENGTH = 8, 80
"""Words and characters of the longest text of a logo."""
LOGO_CODE = 3
"""Characters of the longest word in small letters that is a short form in the name of a file: "hp-logo-header"."""
LOGO_NUMBER = 2
"""Figures of the longest number in a name: longer ones are sizes and years."""
_LOGO = re.compile("|".join(sorted((*LOGO_WORDS, LOGO_FIRST))), re.IGNORECASE)
_SPACELESS_LOGO = re.compile(
    r"の?ロゴ(?:マーク|画像)?$|(?:标志|標誌|标识|圖標|图标)$|로고$|(?<=[\u3400-\u9fff\u3040-\u30ff\uac00-\ud7af])logo$",
    re.IGNORECASE,
)
"""The word where scripts without spaces end a logo's text with it: "北浜新聞ロゴ"."""
_LOGO_PARTS = re.compile(r"[\s_\-–.,:|/()\[\]]+")


@lru_cache(maxsize=4096)
def logo_name(text: str) -> str | None:
    """The name in a logo's text, "" where it names nobody, ``None`` where the line is no logo's text."""
    if len(text) > LOGO_LENGTH or not _LOGO.search(text) or ends_sentence(text) or length(text) > LOGO_LINE_WORDS:
        return None
    parts = [part for part in _LOGO_PARTS.split(_SPACELESS_LOGO.sub(" ", squeeze(text))) if part]
    if not parts:
        return ""
    if parts[0] == LOGO_FIRST and 1 < len(parts) <= LOGO_FIRST_WORDS:
        return " ".join(parts[1:])
    if not any(part.casefold() in LOGO_WORDS for part in parts) and not _SPACELESS_LOGO.search(text):
        return None
    name = _with_hyphens(" ".join(_named(parts)), text)
    return "" if name.islower() and len(name) <= LOGO_CODE else name


def _with_hyphens(name: str, text: str) -> str:
    """A name with the hyphens that it has in the text, where spaces part the words there: "Logo Elbauen-Kurier"."""
    words = text.split()
    hyphened = (word for word in words if "-" in word and word[:1].isupper()) if len(words) > 1 else ()
    for word in hyphened:
        parted = " ".join(part for part in _LOGO_PARTS.split(word) if part)
        name = name.replace(parted, word) if " " in parted else name
    return name


def _named(parts: list[str]) -> Iterator[str]:
    """The words of a logo's text that are the name's; a short number is where it stands behind one: "Brief 24"."""
    before: str | None = None
    for part in parts:
        kept = part.casefold() not in LOGO_NOISE and (not part.isdigit() or bool(before) and len(part) <= LOGO_NUMBER)
        kept = kept and (before is None or before != "" or part.casefold() not in LOGO_COLOURS)
        before = part if kept else ""
        if kept:
            yield part
