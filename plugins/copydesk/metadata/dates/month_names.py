"""The months as newspapers write them, by language: nominative, the case a date stands in, and abbreviations.

Compared after `spell`: lower case, accents and full stops off. A test holds that no word means two months, so that a
date can be read before its language is known.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from copydesk.text import without_accents

# fmt: off
MONTH_NAMES: Mapping[str, tuple[str, ...]] = {
    "en": (
        "january jan", "february feb febr", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
        "september sep sept", "october oct", "november nov", "december dec",
    ),
    "de": (
        "januar jänner jän jan", "februar feber feb", "märz mrz mär", "april apr", "mai", "juni jun", "juli jul",
        "august aug", "september sep sept", "oktober okt", "november nov", "dezember dez",
    ),
    "fr": (
        "janvier janv jan", "février févr fév", "mars", "avril avr", "mai", "juin", "juillet juil", "août aout",
        "septembre sept", "octobre oct", "novembre nov", "décembre déc",
    ),
    "es": (
        "enero ene", "febrero feb", "marzo mar", "abril abr", "mayo may", "junio jun", "julio jul", "agosto ago",
        "septiembre setiembre sep set sept", "octubre oct", "noviembre nov", "diciembre dic",
    ),
    "ca": (
        "gener gen", "febrer febr", "març", "abril abr", "maig", "juny", "juliol", "agost ag", "setembre set",
        "octubre oct", "novembre nov", "desembre des",
    ),
    "it": (
        "gennaio gen genn", "febbraio feb febbr", "marzo mar", "aprile apr", "maggio mag magg", "giugno giu",
        "luglio lug", "agosto ago", "settembre set sett", "ottobre ott", "novembre nov", "dicembre dic",
    ),
    "pt": (
        "janeiro jan", "fevereiro fev", "março mar", "abril abr", "maio mai", "junho jun", "julho jul",
        "agosto ago", "setembro set", "outubro out", "novembro nov", "dezembro dez",
    ),
    "ro": (
        "ianuarie ian", "februarie feb", "martie mar", "aprilie apr", "mai", "iunie iun", "iulie iul", "august aug",
        "septembrie sept", "octombrie oct", "noiembrie nov noi", "decembrie dec",
    ),
    "nl": (
        "januari jan", "februari feb", "maart mrt", "april apr", "mei", "juni jun", "juli jul", "augustus aug",
        "september sep sept", "oktober okt", "november nov", "december dec",
    ),
    "sv": (
        "januari jan", "februari feb", "mars", "april apr", "maj", "juni jun", "juli jul", "augusti aug",
        "september sep sept", "oktober okt", "november nov", "december dec",
    ),
    "da": (
        "januar jan", "februar feb", "marts", "april apr", "maj", "juni jun", "juli jul", "august aug",
        "september sep sept", "oktober okt", "november nov", "december dec",
    ),
    "no": (
        "januar jan", "februar feb", "mars", "april apr", "mai", "juni jun", "juli jul", "august aug",
        "september sep sept", "oktober okt", "november nov", "desember des",
    ),
    "fi": (
        "tammikuu tammikuuta", "helmikuu helmikuuta", "maaliskuu maaliskuuta", "huhtikuu huhtikuuta",
        "toukokuu toukokuuta", "kesäkuu kesäkuuta", "heinäkuu heinäkuuta", "elokuu elokuuta", "syyskuu syyskuuta",
        "lokakuu lokakuuta", "marraskuu marraskuuta", "joulukuu joulukuuta",
    ),
    "pl": (
        "styczeń stycznia sty", "luty lutego lut", "marzec marca", "kwiecień kwietnia kwi", "maj maja",
        "czerwiec czerwca cze", "lipiec lipca lip", "sierpień sierpnia sie", "wrzesień września wrz",
        "październik października paź", "listopad listopada lis", "grudzień grudnia gru",
    ),
    "cs": (
        "leden ledna", "únor února", "březen března", "duben dubna", "květen května", "červen června",
        "červenec července", "srpen srpna", "září", "říjen října", "listopad listopadu", "prosinec prosince",
    ),
    "hu": (
        "január jan", "február feb", "március márc", "április ápr", "május máj", "június jún", "július júl",
        "augusztus aug", "szeptember szept", "október okt", "november nov", "december dec",
    ),
    "tr": (
        "ocak oca", "şubat şub", "mart", "nisan nis", "mayıs", "haziran haz", "temmuz tem", "ağustos ağu",
        "eylül eyl", "ekim eki", "kasım kas", "aralık ara",
    ),
    "id": (
        "januari jan", "februari feb", "maret", "april apr", "mei", "juni jun", "juli jul", "agustus agu agt ags",
        "september sep", "oktober okt", "november nov nopember", "desember des",
    ),
    "ru": (
        "январь января янв", "февраль февраля фев февр", "март марта мар", "апрель апреля апр", "май мая",
        "июнь июня июн", "июль июля июл", "август августа авг", "сентябрь сентября сен сент", "октябрь октября окт",
        "ноябрь ноября ноя нояб", "декабрь декабря дек",
    ),
    "uk": (
        "січень січня січ", "лютий лютого лют", "березень березня бер", "квітень квітня квіт",
        "травень травня трав", "червень червня черв", "липень липня лип", "серпень серпня серп",
        "вересень вересня вер", "жовтень жовтня жовт", "листопад листопада лист", "грудень грудня груд",
    ),
    "be": (
        "студзень студзеня", "люты лютага", "сакавік сакавіка", "красавік красавіка", "май мая", "чэрвень чэрвеня",
        "ліпень ліпеня", "жнівень жніўня", "верасень верасня", "кастрычнік кастрычніка", "лістапад лістапада",
        "снежань снежня",
    ),
    "bg": (
        "януари", "февруари", "март", "април", "май", "юни", "юли", "август", "септември", "октомври", "ноември",
        "декември",
    ),
    "el": (
        "ιανουάριος ιανουαρίου ιαν", "φεβρουάριος φεβρουαρίου φεβ φεβρ", "μάρτιος μαρτίου μαρ μαρτ",
        "απρίλιος απριλίου απρ", "μάιος μαΐου μαι μαϊ", "ιούνιος ιουνίου ιουν", "ιούλιος ιουλίου ιουλ",
        "αύγουστος αυγούστου αυγ", "σεπτέμβριος σεπτεμβρίου σεπ σεπτ", "οκτώβριος οκτωβρίου οκτ",
        "νοέμβριος νοεμβρίου νοε νοεμ", "δεκέμβριος δεκεμβρίου δεκ",
    ),
    "ar": (
        "يناير جانفي كانون_الثاني", "فبراير فيفري شباط", "مارس آذار", "أبريل ابريل إبريل أفريل نيسان",
        "مايو ماي أيار ايار", "يونيو يونيه جوان حزيران", "يوليو يوليه جويلية تموز", "أغسطس اغسطس أوت غشت آب",
        "سبتمبر شتنبر أيلول ايلول", "أكتوبر اكتوبر تشرين_الأول", "نوفمبر نونبر تشرين_الثاني",
        "ديسمبر دجنبر كانون_الأول",
    ),
    "he": (
        "ינואר", "פברואר", "מרץ מרס", "אפריל", "מאי", "יוני", "יולי", "אוגוסט", "ספטמבר", "אוקטובר", "נובמבר",
        "דצמבר",
    ),
    "fa": (
        "ژانویه", "فوریه", "مارچ", "آوریل", "می مه", "ژوئن", "ژوئیه جولای", "اوت آگوست", "سپتامبر", "اکتبر",
        "نوامبر", "دسامبر",
    ),
    "hi": (
        "जनवरी जन", "फ़रवरी फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर सितम्बर",
        "अक्टूबर अक्तूबर", "नवंबर नवम्बर", "दिसंबर दिसम्बर",
    ),
    "bn": (
        "জানুয়ারি", "ফেব্রুয়ারি", "মার্চ", "এপ্রিল", "মে", "জুন", "জুলাই", "আগস্ট", "সেপ্টেম্বর", "অক্টোবর",
        "নভেম্বর", "ডিসেম্বর",
    ),
    "th": (
        "มกราคม มค", "กุมภาพันธ์ กพ", "มีนาคม มีค", "เมษายน เมย", "พฤษภาคม พค", "มิถุนายน มิย", "กรกฎาคม กค", "สิงหาคม สค",
        "กันยายน กย", "ตุลาคม ตค", "พฤศจิกายน พย", "ธันวาคม ธค",
    ),
}
# fmt: on
"""Twelve entries a language, words separated by spaces; an underline stands for the space inside a name. Chinese,
Japanese, Korean and Vietnamese number their months and need no table."""

# fmt: off
JALALI_MONTHS = (
    "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند",
)
# fmt: on
"""The months of the calendar of Iran."""


@lru_cache(maxsize=4096)
def spell(text: str) -> str:
    """A text as month names are compared: lower case, accents taken off, Arabic letters evened out."""
    if text.isascii():
        return text.casefold()
    return without_accents(text).translate(_EVENED)


def month_number(word: str) -> int | None:
    """1 to 12 for the name of a month in any of the languages, ``None`` for any other word."""
    return _months().get(spell(word))


def jalali_month_number(word: str) -> int | None:
    """1 to 12 for a month of the calendar of Iran."""
    return _jalali().get(spell(word))


_EVENED = str.maketrans({"ı": "i", "ł": "l", "ø": "o", "ي": "ی", "ك": "ک", "ى": "ی", "ـ": None})


@lru_cache(maxsize=1)
def _months() -> Mapping[str, int]:
    names = {}
    for months in MONTH_NAMES.values():
        for number, spellings in enumerate(months, 1):
            for name in spellings.split():
                names[spell(name)] = number
    # Hebrew sets "in" as a letter before the month: "10 באוגוסט 2025".
    names |= {spell("ב" + name): names[spell(name)] for month in MONTH_NAMES["he"] for name in month.split()}
    return names


@lru_cache(maxsize=1)
def _jalali() -> Mapping[str, int]:
    return {spell(name): number for number, name in enumerate(JALALI_MONTHS, 1)}
