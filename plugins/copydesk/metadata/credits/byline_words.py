"""Words of bylines, by language: what leads to a name, what joins names, what is a job, what is no person at all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from copydesk.text import fold

LEADS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "by", "written by", "words", "words by", "story by", "reported by", "posted by", "published by", "article by",
        "author",
        "authors", "authored by", "reporting by", "report by", "reporter", "edited by", "contributed by",
        "opinion by",
        "analysis by", "text by", "text", "writer", "from", "compiled by", "submitted by", "created by",
        "about the author",
        "contributor", "contributors", "byline", "interview", "interview by", "review by", "reviewed by", "a column by",
        "guest post by", "view all posts by", "see all posts by", "all posts by", "more posts by", "more by",
        "read more about", "more about", "about", "author of the article",
    ),
    "de": (
        "von", "autorin/autor", "autor/in", "ein beitrag von", "ein artikel von", "ein kommentar von",
        "eine analyse von", "ein interview von", "von unserem redakteur", "von unserer redakteurin",
        "von unserem korrespondenten", "von unserer korrespondentin",
        "ein gastbeitrag von", "autor", "autorin", "autoren", "text", "verfasst von", "geschrieben von", "redakteur",
        "redaktion", "aus berlin von", "kommentar von", "interview", "analyse von",
    ),
    "fr": (
        "par", "par notre correspondant", "par notre correspondante", "par notre envoyé spécial",
        "par notre envoyée spéciale",
        "propos recueillis par", "écrit par", "publié par", "auteur", "auteurs",
        "texte", "rédigé par", "de",
    ),
    "es": (
        "por", "por nuestro corresponsal", "por nuestra corresponsal",
        "escrito por", "texto", "autor", "autora", "publicado por", "redacción", "de",
        "fuente",
    ),
    "it": ("di", "da", "a cura di", "scritto da", "autore", "testo di", "dal nostro inviato", "pubblicato da"),
    "pt": ("por", "escrito por", "texto", "autor", "autora", "publicado por", "de", "da redação"),
    "ca": ("per", "de", "redacció"),
    "nl": (
        "door", "door onze redacteur", "door onze verslaggever", "door onze correspondent", "van onze redacteur",
        "auteur", "geschreven door", "tekst", "redactie",
    ),
    "pl": (
        "autor", "autorka", "autorzy", "opracowanie", "opracował", "opracowała", "oprac", "tekst", "napisał",
        "napisała", "red",
    ),
    "sv": ("av", "text", "text & foto", "text och foto", "skriven av", "skribent", "författare", "publicerad av"),
    "da": ("af", "tekst", "tekst og foto", "skrevet af", "forfatter", "publiceret af", "udgivet af"),
    "no": ("av", "tekst", "tekst og foto", "skrevet av", "forfatter", "publisert av"),
    "fi": ("teksti", "teksti ja kuvat", "kirjoittaja", "kirjoittanut", "toimittaja", "julkaissut"),
    "cs": ("autor", "autorka", "autoři", "text", "napsal", "napsala", "připravil", "připravila", "zpracoval"),
    "ro": ("de", "autor", "autori", "scris de", "text", "publicat de", "postat de", "articol de", "un articol de"),
    "hu": ("szerző", "szerzők", "írta", "szöveg", "szöveg és kép", "összeállította"),
    "th": (
        "โดย", "เรื่อง", "เรื่องโดย", "ผู้เขียน", "เขียนโดย", "ผู้สื่อข่าว", "รายงานโดย", "ข่าวโดย", "บทความโดย",
    ),
    "tr": ("yazan", "yazar", "haber", "muhabir", "haberi yapan", "kaynak"),
    "id": ("oleh", "penulis", "reporter", "editor", "ditulis oleh", "laporan"),
    "vi": ("tác giả", "bởi", "theo", "bài"),
    "ru": ("автор", "авторы", "текст", "подготовил", "подготовила", "корреспондент", "автор статьи", "автор текста"),
    "uk": ("автор", "автори", "текст", "автор статті", "підготував", "підготувала"),
    "bg": ("автор", "текст", "от"),
    "sr": ("autor", "piše", "аутор", "пише"),
    "hr": ("autor", "piše"),
    "el": ("του", "της", "από", "γράφει ο", "γράφει η", "γράφει", "συντάκτης", "κείμενο", "αρθρογράφος"),
    "ar": ("كتب", "كتبت", "بقلم", "الكاتب", "تحرير", "إعداد", "المصدر", "من"),
    "he": ("מאת", "כתב", "כתבה", "מערכת"),
    "fa": ("نویسنده", "نوشته", "خبرنگار", "به قلم", "گزارش"),
    "hi": ("द्वारा", "लेखक", "रिपोर्ट", "written by", "edited by", "published by"),
    "zh": (
        "作者", "记者", "記者", "文", "文/", "撰文", "撰稿", "本报记者", "来源", "编辑", "責任編輯", "责任编辑",
        "编译", "通讯员",
    ),
    "ja": ("文", "著者", "執筆", "この記事を書いた人", "取材・文", "文・写真", "記者", "筆者", "ライター"),
    "ko": ("기자", "글", "작성자", "입력", "취재"),
}  # fmt: skip
"""What stands before a name. "From" words of several languages are articles or prepositions elsewhere; they lead only
at the beginning of a byline."""

CONJUNCTIONS: Mapping[str, tuple[str, ...]] = {
    "any": (
        "&",
        "and",
        "with",
        "und",
        "et",
        "avec",
        "och",
        "og",
        "och",
        "ja",
        "και",
        "ve",
        "και η",
        "και ο",
        "dan",
        "và",
    ),
    "es": ("y", "e", "con"),
    "it": ("e", "ed"),
    "pt": ("e",),
    "ca": ("i",),
    "pl": ("i", "oraz"),
    "cs": ("a", "i"),
    "sk": ("a", "i"),
    "ro": ("și",),
    "nl": ("en", "met"),
    "fr": ("et", "avec"),
    "hu": ("és",),
    "hr": ("i",),
    "sr": ("i", "и"),
    "ru": ("и",),
    "uk": ("і", "та", "й"),
    "bg": ("и",),
    "fa": ("و",),
    "ar": ("و",),
    "hi": ("और",),
}
"""What joins two names; those of one or two letters only in their own language ("Ortega y Gasset" is one man)."""

_PARTICLES = (
    "de del della dello dei degli di da das do dos du des la le las los el al ap ab af av van von der den dem ter ten"
    " te tot zu zum zur vom y e i bin ibn bint abu ben d' l' o' und saint san santa st st. 't op het"
)
PARTICLES = frozenset(_PARTICLES.split())
"""Small words inside names."""

JOBS: Mapping[str, tuple[str, ...]] = {
    "en": (
        "editor", "editors", "reporter", "reporters", "correspondent", "correspondents", "writer", "writers",
        "columnist",
        "journalist", "journalists", "producer", "anchor", "analyst", "contributor", "contributors", "photographer",
        "blogger", "critic", "director", "professor", "lecturer", "fellow", "chief", "head", "intern", "freelance",
        "freelancer", "host", "presenter", "publisher", "founder", "ceo", "co-founder", "president", "researcher",
        "specialist", "commentator", "author", "moderator", "meteorologist", "attorney", "consultant", "manager",
        "expert", "reviewer", "tester", "dietitian", "veterinarian", "strategist",
    ),
    "de": (
        "redakteur", "redakteurin", "korrespondent", "korrespondentin", "reporter", "reporterin", "autor", "autorin",
        "journalist", "journalistin", "volontär", "volontärin", "ressortleiter", "ressortleiterin", "chefredakteur",
        "chefredakteurin", "leiter", "leiterin", "mitarbeiter", "mitarbeiterin", "kolumnist", "kolumnistin",
    ),
    "fr": (
        "journaliste", "rédacteur", "rédactrice", "correspondant", "correspondante", "envoyé", "envoyée", "chef",
        "reporter", "chroniqueur", "directeur", "directrice",
    ),
    "es": (
        "periodista", "redactor", "redactora", "corresponsal", "enviado", "enviada", "editor", "editora", "director",
        "directora", "columnista", "reportero", "reportera",
    ),
    "it": ("giornalista", "corrispondente", "inviato", "inviata", "direttore", "redattore", "caporedattore"),
    "pt": ("jornalista", "repórter", "editor", "editora", "correspondente", "colunista", "redator", "redatora"),
    "nl": ("redacteur", "verslaggever", "correspondent", "journalist", "chef", "columnist", "politiek"),
    "pl": ("dziennikarz", "dziennikarka", "redaktor", "reporter", "korespondent"),
    "sv": ("reporter", "journalist", "redaktör", "korrespondent", "skribent", "krönikör", "chefredaktör"),
    "da": ("journalist", "redaktør", "korrespondent", "kommentator", "chefredaktør"),
    "no": ("journalist", "redaktør", "korrespondent", "kommentator", "sjefredaktør"),
    "fi": ("journalisti", "toimittaja", "päätoimittaja", "kirjeenvaihtaja", "kolumnisti"),
    "cs": ("redaktor", "redaktorka", "reportér", "reportérka", "zpravodaj", "novinář", "novinářka", "komentátor"),
    "hu": ("újságíró", "szerkesztő", "főszerkesztő", "tudósító", "riporter", "rovatvezető"),
    "ro": ("redactor", "jurnalist", "jurnalistă", "corespondent", "redactor-șef"),
    "th": ("ผู้สื่อข่าว", "นักข่าว", "บรรณาธิการ"),
    "tr": ("muhabiri", "editör", "editörü", "yazarı", "gazeteci"),
    "id": ("wartawan", "jurnalis", "editor"),
    "ru": ("корреспондент", "обозреватель", "журналист", "редактор"),
    "uk": ("кореспондент", "журналіст", "журналістка", "редактор", "редакторка"),
    "ko": ("기자", "특파원", "논설위원", "선임기자"),
    "zh": ("记者", "記者", "编辑", "編輯", "报道", "報導", "特约"),
    "ja": ("記者", "編集委員", "編集部", "ライター"),
}  # fmt: skip
"""Jobs: the part of a byline that has one is a job, or a name with a job after it."""

_JOB_QUALIFIERS = (
    "senior chief political associate assistant deputy staff executive managing contributing national international"
    " foreign sports sport business health science technology tech world news special lead principal guest digital"
    " features feature investigative white house washington diplomatic economics education environment global security"
    " defense defence legal crime culture entertainment royal social media data general assignment multimedia video"
    " city local state metro features arts climate energy finance financial markets market cnn bbc abc cbs nbc fox"
    " us uk europe asia africa middle east autos shipping travel money wellness nutrition product content"
)
JOB_QUALIFIERS = frozenset(_JOB_QUALIFIERS.split())
"""Words that stand before a job: "Jane Roe Senior Political Editor"."""

FIELD_ENDINGS = ("politische", "politischer", "schaftliche", "schaftlicher")
"""Ends of German words that say what a job is about: "Jana Roe Landespolitische Korrespondentin"."""

RANKS = frozenset(
    "former senior chief deputy associate assistant managing executive contributing freelance staff".split()
)
"""Words that begin a job right behind a name, whatever the job is called: "Jane Roe Senior Autos Reporter"."""

ERRANDS = frozenset("in from reports reporting writes aus berichtet à en em desde из w".split())
"""Small words behind a name after which follows where its bearer is. Not "for" nor "at", which are in the names of
institutions and of jobs."""

REPORTED = ("報導", "报道", "報道", "綜合報導", "综合报道", "摄", "攝")
"""What ends a place, or a picture's credit, behind a reporter's name in Chinese: "台北報導"."""

DESKS = ("部", "支局", "総局", "本社", "デスク")
"""How the desks of Japanese papers end."""

BESIDE_WRITERS = (
    "additional reporting by", "edited by", "editing by", "reviewed by", "medically reviewed by",
    "fact[- ]checked by", "photos? by",
    r"editor\s*:", r"redaktur\s*:", r"редактор\s*:", r"redaktör\s*:", r"editör\s*:", r"redaktor\s*:",
    "责任编辑", "責任編輯", "责编", "フォロー", "専門・関心分野",
    "photographs? by", "illustrations? by", "video by", "redigiert von", "redaktion:", "fotos? von", "photos? de",
    "editado por", "fotos? de", "foto di", "on behalf of",
)  # fmt: skip
"""Patterns of what leads to somebody who worked on a story and did not write it."""

NOT_PEOPLE = frozenset(
    fold(word)
    for word in (
        "staff", "team", "desk", "newsroom", "newsdesk", "editorial", "board", "admin", "administrator", "webmaster",
        "news", "agency", "agencies", "bureau", "press", "magazine", "newspaper", "radio", "tv", "television",
        "online",
        "redaktion", "redaktionen", "onlineredaktion", "newsteam", "redacción", "redaccion", "redação", "redacao",
        "rédaction", "redaction", "redazione", "redactie", "redakcja", "redakce", "redakcia", "redakcija", "redacció",
        "redacția", "szerkesztőség", "toimitus", "редакция", "редакція", "редакцыя", "σύνταξη", "συντακτική",
        "newsroom",
        "هيئة", "التحرير", "وكالات", "תחריר", "מערכת", "编辑部", "編輯部", "编辑", "本报", "新闻", "报社",
        "編集部", "editorial",
        "guest", "anonymous", "unknown", "user", "null", "undefined", "none", "author", "autor", "contributor",
        "contributors", "staff reporter", "media", "group", "inc", "inc.", "ltd", "llc", "gmbh", "corp", "company",
        "foundation", "institute", "university", "association", "council", "network", "website", "web", "digital",
        "twitter", "facebook", "linkedin", "instagram", "email", "e-mail", "follow", "share", "whatsapp", "bio", "more",
        "profile", "view", "posts", "read", "published", "updated", "comments", "subscribe", "photo", "photos", "getty",
        "images", "via", "source", "x", "copy", "link", "www", "com", "org", "net", "blog", "blogs", "reports",
        "service", "services", "wire", "desk", "correspondents",
        "editors", "reporters", "writers", "agences", "agencias", "agenzie", "agenturen", "agencje", "haber",
        "merkezi",
        "servisi", "ajansı", "daily", "times", "post", "journal", "gazette", "herald", "tribune", "chronicle",
        "observer", "sponsored", "partner", "advertorial", "content", "studio", "studios", "channel", "today",
        "sport", "sports", "politics", "entertainment", "business", "lifestyle", "opinion", "committee", "department",
        "disclosure", "checked", "advertiser", "strategy", "marketing", "development", "history",
        "print", "recipe", "jump", "portal", "jornal", "diário", "agência", "agencia", "agenzia", "agentur", "giornale",
        "policies", "ministry", "size", "font", "office", "center", "centre", "society", "club", "records",
        "productions",
    )
)  # fmt: skip
"""Words no person's name has: the byline is an office."""


@lru_cache(maxsize=1)
def leads() -> tuple[str, ...]:
    """Every lead, folded, the longest first."""
    return tuple(sorted({fold(lead) for row in LEADS.values() for lead in row}, key=lambda lead: (-len(lead), lead)))


@lru_cache(maxsize=1)
def jobs() -> frozenset[str]:
    """Every job, folded."""
    return frozenset(fold(job) for row in JOBS.values() for job in row)


@lru_cache(maxsize=64)
def conjunctions(language: str | None) -> tuple[str, ...]:
    """What joins names in a language, as words in lower case."""
    return CONJUNCTIONS["any"] + CONJUNCTIONS.get(language or "", ())
