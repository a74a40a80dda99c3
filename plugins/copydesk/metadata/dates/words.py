"""Words that stand around a date: weekdays, what joins its parts, halves of the day, and what says "updated"."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from copydesk.metadata.dates.month_names import spell
from copydesk.text import fold

# fmt: off
WEEKDAY_NAMES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "monday mon", "tuesday tue tues", "wednesday wed", "thursday thu thur thurs", "friday fri", "saturday sat",
        "sunday sun",
    ),
    "de": (
        "montag mo", "dienstag di", "mittwoch mi", "donnerstag do", "freitag fr", "samstag sonnabend sa",
        "sonntag so",
    ),
    "fr": (
        "lundi lun", "mardi", "mercredi mer", "jeudi jeu", "vendredi ven", "samedi sam", "dimanche dim",
    ),
    "es": (
        "lunes", "martes", "miércoles mié", "jueves jue", "viernes vie", "sábado sáb", "domingo dom",
    ),
    "it": (
        "lunedì", "martedì", "mercoledì", "giovedì gio", "venerdì", "sabato", "domenica",
    ),
    "pt": (
        "segunda-feira segunda seg", "terça-feira terça ter", "quarta-feira quarta qua", "quinta-feira quinta qui",
        "sexta-feira sexta sex", "sábado", "domingo",
    ),
    "nl": (
        "maandag ma", "dinsdag", "woensdag wo", "donderdag", "vrijdag vr", "zaterdag za", "zondag zo",
    ),
    "sv": (
        "måndag mån", "tisdag tis", "onsdag ons", "torsdag tors", "fredag fre", "lördag lör", "söndag sön",
    ),
    "da": (
        "mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag",
    ),
    "no": (
        "mandag", "tirsdag tysdag", "onsdag", "torsdag", "fredag", "lørdag laurdag", "søndag sundag",
    ),
    "fi": (
        "maanantai maanantaina", "tiistai tiistaina", "keskiviikko keskiviikkona", "torstai torstaina",
        "perjantai perjantaina", "lauantai lauantaina", "sunnuntai sunnuntaina",
    ),
    "hu": (
        "hétfő", "kedd", "szerda", "csütörtök", "péntek", "szombat", "vasárnap",
    ),
    "ro": (
        "luni", "marți marţi", "miercuri", "joi", "vineri", "sâmbătă", "duminică",
    ),
    "th": (
        "วันจันทร์", "วันอังคาร", "วันพุธ", "วันพฤหัสบดี วันพฤหัส", "วันศุกร์", "วันเสาร์", "วันอาทิตย์",
    ),
    "pl": (
        "poniedziałek", "wtorek", "środa", "czwartek", "piątek", "sobota", "niedziela",
    ),
    "cs": (
        "pondělí", "úterý", "středa", "čtvrtek", "pátek", "sobota", "neděle",
    ),
    "tr": (
        "pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar",
    ),
    "id": (
        "senin", "selasa", "rabu", "kamis", "jumat jum'at", "sabtu", "minggu",
    ),
    "vi": (
        "thứ_hai", "thứ_ba", "thứ_tư", "thứ_năm", "thứ_sáu", "thứ_bảy", "chủ_nhật",
    ),
    "ru": (
        "понедельник пн", "вторник вт", "среда ср", "четверг чт", "пятница пт", "суббота сб", "воскресенье вс",
    ),
    "uk": (
        "понеділок", "вівторок", "середа", "четвер", "п'ятниця п’ятниця", "субота", "неділя",
    ),
    "el": (
        "δευτέρα", "τρίτη", "τετάρτη", "πέμπτη", "παρασκευή", "σάββατο", "κυριακή",
    ),
    "ar": (
        "الاثنين الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد",
    ),
    "he": (
        "יום_שני", "יום_שלישי", "יום_רביעי", "יום_חמישי", "יום_שישי", "יום_שבת", "יום_ראשון",
    ),
    "fa": (
        "دوشنبه", "سه_شنبه سه‌شنبه", "چهارشنبه", "پنجشنبه پنج‌شنبه", "جمعه", "شنبه", "یکشنبه",
    ),
    "hi": (
        "सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार",
    ),
    "zh": (
        "星期一 周一", "星期二 周二", "星期三 周三", "星期四 周四", "星期五 周五", "星期六 周六", "星期日 周日 星期天",
    ),
    "ja": (
        "月曜日", "火曜日", "水曜日", "木曜日", "金曜日", "土曜日", "日曜日",
    ),
    "ko": (
        "월요일", "화요일", "수요일", "목요일", "금요일", "토요일", "일요일",
    ),
}
# fmt: on
"""Monday first; an underline stands for the space inside a name. Words of two letters are no proof of a weekday in
running text and are looked up only where a date follows."""

BEFORE_NOON = ("am", "上午", "早上", "午前", "오전", "ص", "πμ", "sáng")
AFTER_NOON = ("pm", "下午", "晚上", "午後", "오후", "م", "μμ", "chiều", "tối")

UPDATED_WORDS = (
    "updated", "update", "modified", "edited", "revised", "latest version", "aktualisiert", "geändert", "stand",
    "mis à jour", "modifié",
    "actualizado", "actualizada", "actualización", "modificado", "aggiornato", "aggiornamento", "modificato",
    "atualizado", "atualizada", "atualização", "bijgewerkt", "gewijzigd", "laatste update", "aktualizacja",
    "zaktualizowano", "uppdaterad", "opdateret", "oppdatert", "päivitetty", "aktualizováno", "frissítve",
    "actualizat", "actualizată", "actualizare", "ultima actualizare", "modificat", "ændret", "endret", "sist endret",
    "senast uppdaterad", "sidst opdateret", "sist oppdatert", "muokattu", "upraveno", "frissült", "módosítva",
    "ปรับปรุง", "ปรับปรุงล่าสุด", "อัปเดต", "อัปเดตล่าสุด", "อัพเดท", "แก้ไขล่าสุด",
    "обновлено", "изменено", "оновлено", "ενημέρωση", "ενημερώθηκε", "τελευταία ενημέρωση", "güncelleme",
    "güncellendi",
    "تحديث", "آخر تحديث", "עודכן", "עדכון", "به‌روزرسانی", "بروزرسانی", "अपडेट", "更新", "수정", "업데이트",
    "diperbarui",
    "cập nhật",
)  # fmt: skip
"""Labels before the date of the last change."""

PUBLISHED_WORDS = (
    "published", "posted", "veröffentlicht", "erschienen", "publié", "publiée", "publicado", "publicada", "pubblicato",
    "gepubliceerd", "opublikowano", "publicerad", "publicerat", "udgivet", "offentliggjort", "publisert", "julkaistu",
    "опубликовано", "опубліковано", "δημοσίευση", "δημοσιεύθηκε", "yayınlanma", "giriş", "نشر", "انتشار", "פורסם",
    "publiziert", "erstellt", "posté", "creado", "postado", "geplaatst", "pubblicata", "publikováno", "zveřejněno",
    "megjelent", "diposting", "đăng", "掲載日", "公開日", "投稿日", "發表", "发表", "发布时间", "刊登",
    "प्रकाशित", "发布", "發布", "公開", "掲載", "입력", "등록", "dipublikasikan", "diterbitkan",
    "publicat", "publicată", "postat", "közzétéve", "publikálva", "vydáno", "vloženo", "publiceret", "oprettet",
    "opprettet", "เผยแพร่", "เผยแพร่เมื่อ", "โพสต์เมื่อ", "ลงวันที่",
)  # fmt: skip
"""Labels before the date of publication."""

FIRST_PUBLISHED: tuple[str, ...] = (
    "originally published on", "first published on", "originally published", "first published",
    "first appeared on", "ursprünglich veröffentlicht am", "zuerst veröffentlicht am",
    "erstmals veröffentlicht am", "erstmals erschienen am", "publié initialement le", "initialement publié le",
    "publié pour la première fois le", "publicado originalmente el", "publicado por primera vez el",
    "originalmente publicado em", "publicado originalmente em", "pubblicato originariamente il",
    "pubblicato per la prima volta il", "oorspronkelijk gepubliceerd op", "eerder gepubliceerd op",
    "pierwotnie opublikowano", "po raz pierwszy opublikowano", "впервые опубликовано", "вперше опубліковано",
    "πρώτη δημοσίευση", "ilk yayın tarihi", "först publicerad", "først publisert", "først udgivet",
    "julkaistu ensimmäisen kerran", "poprvé zveřejněno", "eredeti megjelenés", "publicat inițial pe",
    "首次发表于", "首次發表於", "初出", "최초 게재", "pertama kali diterbitkan pada", "đăng lần đầu",
)  # fmt: skip
"""What stands right before the day of publication where a page has been changed since: "This article was first
published on 26 September 2019 and has been updated"."""


UNTIL_WORDS = (
    "verfügbar bis", "available until", "expires", "gültig bis", "disponible jusqu", "disponible hasta",
    "disponibile fino", "disponível até", "beschikbaar tot", "dostępne do", "tillgänglig till", "доступно до",
)  # fmt: skip
"""Words before the day on which something ends: a recording, an offer."""

NEUTRAL_WORDS = (
    "published", "publication", "publish", "date", "posted", "created", "first", "last", "on", "at", "the", "of",
    "veröffentlicht", "erschienen", "am", "um", "uhr", "den", "vom", "publié", "publiée", "le", "à", "publicado",
    "publicada", "el", "en", "a", "las", "los", "de", "del", "pubblicato", "il", "alle", "ore", "às", "em", "hora",
    "horas", "gepubliceerd", "op", "om", "uur", "opublikowano", "data", "publikacji", "dnia", "godz", "publicerad",
    "publicerat", "udgivet", "publisert", "julkaistu", "kl", "klo", "опубликовано", "дата", "публикации", "г", "года",
    "в", "опубліковано", "о", "р", "року", "δημοσίευση", "δημοσιεύθηκε", "στις", "yayın", "yayınlanma", "tarihi",
    "giriş", "saat", "نشر", "نشرت", "تاريخ", "النشر", "في", "الساعة", "ساعت", "تاریخ", "انتشار", "פורסם", "ב", "בשעה",
    "प्रकाशित", "को", "पर", "बजे", "发布", "發布", "发表", "时间", "時間", "日期", "公開", "日時", "掲載", "配信",
    "입력", "등록",
    "publicat", "publicată", "postat", "data", "la", "ora", "pe", "közzétéve", "megjelent", "publikálva", "vydáno",
    "vloženo", "zveřejněno", "publikováno", "ve", "hod", "hodin", "dne", "publiceret", "offentliggjort", "oprettet",
    "opprettet", "klokken", "klockan", "kello", "เผยแพร่", "เผยแพร่เมื่อ", "โพสต์เมื่อ", "ลงวันที่", "วันที่", "เวลา",
    "น", "เมื่อ", "พ.ศ", "พศ",
    "dipublikasikan", "diterbitkan", "pukul", "pada", "tanggal", "lúc", "ngày", "giờ", "h", "hrs", "hours", "o'clock",
    "분", "시", "분", "分", "秒", "clock", "time", "dated", "original", "article", "story", "issued", "released",
)  # fmt: skip
"""Words that may stand beside a date in a value that is a date and nothing else."""


@lru_cache(maxsize=1)
def weekdays() -> Mapping[str, int]:
    """Every name of a weekday, spelled as `spell` does, with its number; Monday is 0."""
    return {
        spell(name).replace("_", " "): number
        for names in WEEKDAY_NAMES.values()
        for number, spellings in enumerate(names)
        for name in spellings.split()
    }


@lru_cache(maxsize=1)
def neutral_words() -> frozenset[str]:
    """`NEUTRAL_WORDS` and the labels, spelled as `spell` does."""
    names = tuple(name.replace("_", " ") for name in weekdays() if " " in name)
    return frozenset(spell(word) for phrase in NEUTRAL_WORDS + UPDATED_WORDS + names for word in phrase.split())


@lru_cache(maxsize=1)
def published_words() -> frozenset[str]:
    """`PUBLISHED_WORDS`, spelled as `spell` does."""
    return frozenset(map(spell, PUBLISHED_WORDS))


@lru_cache(maxsize=1)
def updated_words() -> tuple[str, ...]:
    """`UPDATED_WORDS`, spelled as `spell` does."""
    return tuple(spell(word) for word in UPDATED_WORDS)


@lru_cache(maxsize=1)
def until_words() -> tuple[str, ...]:
    """`UNTIL_WORDS`, spelled as `spell` does."""
    return tuple(spell(words) for words in UNTIL_WORDS)


@lru_cache(maxsize=1)
def first_published() -> tuple[str, ...]:
    """`FIRST_PUBLISHED`, folded."""
    return tuple(map(fold, FIRST_PUBLISHED))
