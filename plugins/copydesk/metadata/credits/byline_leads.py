"""What leads to the name in a byline, by language: all that the tables of the desk take for the beginning of one, but
who edited it, and what else people and systems write."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from copydesk.text import fold

LEADS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "by", "written by", "words", "words by", "story by", "reported by", "posted by", "published by", "article by",
        "author", "authors", "authored by", "reporting by", "report by", "reporter", "edited by", "contributed by",
        "opinion by", "analysis by", "text by", "text", "writer", "from", "compiled by", "submitted by", "created by",
        "about the author", "contributor", "contributors", "byline", "interview", "interview by", "review by",
        "reviewed by", "a column by", "guest post by", "view all posts by", "see all posts by", "all posts by",
        "more posts by", "more by", "read more about", "more about", "about", "author of the article", "commentary by",
    ),
    "de": (
        "eingestellt von",
        "die kolumne von", "kolumne von",
        "von", "autorin/autor", "autor/in", "ein beitrag von", "ein artikel von", "ein kommentar von",
        "eine analyse von", "ein interview von", "von unserem redakteur", "von unserer redakteurin",
        "von unserem korrespondenten", "von unserer korrespondentin", "ein gastbeitrag von", "autor", "autorin",
        "autoren", "text", "verfasst von", "geschrieben von", "redakteur", "redaktion", "aus berlin von",
        "kommentar von", "interview", "analyse von", "aufgezeichnet von", "autor*in", "beitrag von",
        "das gespräch führte", "das gespräch führten", "das interview führte", "das interview führten",
        "die fragen stellte", "die fragen stellten", "ein bericht von", "eine kolumne von", "eine reportage von",
        "eingereicht von", "gastbeitrag von", "gespeichert von", "interview von", "protokoll", "reportage von",
        "text von", "veröffentlicht von", "bericht",
    ),
    "fr": (
        "la chronique de", "le billet de", "l'édito de", "l'éditorial de",
        "par", "par notre correspondant", "par notre correspondante", "par notre envoyé spécial",
        "par notre envoyée spéciale", "propos recueillis par", "écrit par", "publié par", "auteur", "auteurs", "texte",
        "rédigé par", "de", "article de", "chronique de", "de notre correspondant", "de notre correspondante",
        "de notre envoyé spécial", "de notre envoyée spéciale", "ecrit par", "entretien réalisé par", "posté par",
        "proposé par", "recueilli par", "reportage de", "signé", "soumis par", "texte de", "un article de",
        "une chronique de", "article rédigé par", "article écrit par",
    ),
    "es": (
        "publicada por",
        "la columna de", "columna de",
        "por", "por nuestro corresponsal", "por nuestra corresponsal", "escrito por", "texto", "autor", "autora",
        "publicado por", "redacción", "de", "fuente", "autores", "elaborado por", "entrevista de",
        "entrevista realizada por", "enviado por", "periodista", "redactado por", "reportaje de", "texto de",
        "una crónica de",
    ),
    "it": (
        "la rubrica di", "l'editoriale di",
        "di", "da", "a cura di", "scritto da", "autore", "testo di", "dal nostro inviato", "pubblicato da",
        "articolo di", "dal nostro corrispondente", "intervista a cura di", "intervista di", "inviato da", "redazione",
        "dalla nostra inviata", "dalla nostra corrispondente",
    ),
    "pt": (
        "postado por",
        "a coluna de", "coluna de",
        "por", "escrito por", "texto", "autor", "autora", "publicado por", "de", "da redação", "autores",
        "entrevista de", "enviado por", "reportagem", "reportagem de", "submetido por", "texto de", "redação",
    ),
    "ca": ("per", "de", "redacció"),
    "nl": (
        "gepost door",
        "column van", "de column van",
        "door", "door onze redacteur", "door onze verslaggever", "door onze correspondent", "van onze redacteur",
        "auteur", "geschreven door", "tekst", "redactie", "auteurs", "een artikel van", "geplaatst door",
        "ingediend door", "ingezonden door", "interview door", "tekst door",
    ),
    "pl": (
        "przez",
        "autor", "autorka", "autorzy", "opracowanie", "opracował", "opracowała", "oprac", "tekst", "napisał",
        "napisała", "red", "dodał", "opr", "opublikowane przez", "redaktor", "rozmawiali", "rozmawiał", "rozmawiała",
        "tekst i zdjęcia", "wysłane przez", "opracowali",
    ),
    "sv": (
        "upplagd av",
        "av", "text", "text & foto", "text och foto", "skriven av", "skribent", "författare", "publicerad av",
        "inskickad av", "intervju",
    ),
    "da": (
        "af", "tekst", "tekst og foto", "skrevet af", "forfatter", "publiceret af", "udgivet af", "indsendt af",
        "journalist",
    ),
    "no": (
        "lagt inn av",
        "av", "tekst", "tekst og foto", "skrevet av", "forfatter", "publisert av", "journalist", "sendt inn av",
    ),
    "fi": (
        "teksti", "teksti ja kuvat", "kirjoittaja", "kirjoittanut", "toimittaja", "julkaissut", "lähettänyt",
    ),
    "cs": (
        "vystavil", "vystavila",
        "autor", "autorka", "autoři", "text", "napsal", "napsala", "připravil", "připravila", "zpracoval", "autori",
        "odeslal", "ptal se", "ptala se", "redaktor", "vložil", "vložila",
    ),
    "ro": (
        "de", "autor", "autori", "scris de", "text", "publicat de", "postat de", "articol de", "un articol de",
        "redactor", "trimis de",
    ),
    "hu": (
        "bejegyezte",
        "szerző", "szerzők", "írta", "szöveg", "szöveg és kép", "összeállította", "beküldte", "szerkesztette",
    ),
    "th": (
        "โดย", "เรื่อง", "เรื่องโดย", "ผู้เขียน", "เขียนโดย", "ผู้สื่อข่าว", "รายงานโดย", "ข่าวโดย", "บทความโดย",
    ),
    "tr": (
        "yazan", "yazar", "haber", "muhabir", "haberi yapan", "kaynak", "editör", "gönderen", "hazırlayan",
        "kaleme alan", "söyleşi", "yayınlayan",
    ),
    "id": (
        "diposkan oleh",
        "oleh", "penulis", "reporter", "editor", "ditulis oleh", "laporan", "dikirim oleh", "diposting oleh",
        "diterbitkan oleh", "pewarta", "wartawan",
    ),
    "vi": (
        "được đăng bởi", "đăng bởi",
        "tác giả", "bởi", "theo", "bài", "bài viết", "bài và ảnh", "bài, ảnh", "người viết", "phóng viên", "pv",
        "viết bởi",
    ),
    "ru": (
        "автор", "авторы", "текст", "подготовил", "подготовила", "корреспондент", "автор статьи", "автор текста",
        "беседовал", "беседовала", "добавил", "журналист", "интервью", "материал подготовил", "материал подготовила",
        "написал", "написала", "опубликовал", "опубликовала", "отправлено",
    ),
    "uk": (
        "від",
        "автор", "автори", "текст", "автор статті", "підготував", "підготувала", "авторка", "журналіст",
        "кореспондент", "написав", "написала", "опублікував", "опублікувала", "розмовляв", "розмовляла",
    ),
    "bg": ("автор", "текст", "от"),
    "sr": ("autor", "piše", "аутор", "пише"),
    "hr": ("autor", "piše"),
    "el": (
        "αναρτήθηκε από τον", "αναρτήθηκε από την", "αναρτήθηκε από",
        "του", "της", "από", "γράφει ο", "γράφει η", "γράφει", "συντάκτης", "κείμενο", "αρθρογράφος", "από την",
        "από τον", "γράφουν οι", "δημοσιεύτηκε από", "επιμέλεια", "ρεπορτάζ", "συγγραφέας", "συντάκτρια",
        "υποβλήθηκε από",
    ),
    "ar": (
        "بواسطة",
        "مرسلة بواسطة",
        "كتب", "كتبت", "بقلم", "الكاتب", "تحرير", "إعداد", "المصدر", "من", "المصدر والكاتب", "تقرير", "حوار", "مراسل",
    ),
    "he": (
        "מאת", "כתב", "כתבה", "מערכת", "הכותב", "כתבת", "מחבר", "פורסם על ידי",
    ),
    "fa": (
        "توسط",
        "ارسال شده توسط",
        "نویسنده", "نوشته", "خبرنگار", "به قلم", "گزارش", "تهیه و تنظیم", "گزارش از", "گفت‌وگو",
    ),
    "hi": (
        "प्रस्तुतकर्ता",
        "द्वारा", "लेखक", "रिपोर्ट", "written by", "edited by", "published by", "प्रकाशित द्वारा", "लिखित",
        "लिखित द्वारा", "संपादक", "संवाददाता", "reported by",
    ),
    "zh": (
        "發布者", "发布者", "張貼者",
        "作者", "记者", "記者", "文", "文/", "撰文", "撰稿", "本报记者", "来源", "编辑", "責任編輯", "责任编辑",
        "编译", "通讯员", "報導", "採訪", "整理", "本報記者", "編譯", "采写",
    ),
    "ja": (
        "文", "著者", "執筆", "この記事を書いた人", "取材・文", "文・写真", "記者", "筆者", "ライター",
        "作者", "取材", "執筆者", "投稿者", "構成", "聞き手",
    ),
    "ko": (
        "기자", "글", "작성자", "입력", "취재", "글·사진", "기사작성", "기자명", "저자", "정리", "특파원",
    ),
}  # fmt: skip
"""What stands before a name. "From" words of several languages are articles or prepositions elsewhere; they lead only
at the beginning of a byline."""

GIVEN_TOO = frozenset(("per",))
"""Leads that are given names elsewhere, and lead to nothing where one word follows: "Per Lindqvist"."""


def leads_of(line: str) -> tuple[str, ...]:
    """The leads that a folded line begins with, the longest first."""
    return tuple([lead for lead in _by_letter().get(line[:1], ()) if line.startswith(lead)])


@lru_cache(maxsize=1)
def _by_letter() -> Mapping[str, tuple[str, ...]]:
    """Every lead, folded, by its first letter, the longest first."""
    found: dict[str, list[str]] = {}
    for lead in sorted({fold(lead) for row in LEADS.values() for lead in row}, key=lambda lead: (-len(lead), lead)):
        found.setdefault(lead[:1], []).append(lead)
    return {letter: tuple(leads) for letter, leads in found.items()}
