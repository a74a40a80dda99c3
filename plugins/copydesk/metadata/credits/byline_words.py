"""Words of bylines, by language: what leads to a name, what joins names, what is a job, what is no person at all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from copydesk.text import fold

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
"""Small words behind a name after which follows where its bearer is. Not "for", which is in the names of institutions
and of jobs."""

VENUE = "at"
"""The same where it stands behind a name of two words: "Jane Roe at Ferry Road", as reports of matches are signed."""

REPORTED = ("報導", "报道", "報道", "綜合報導", "综合报道", "摄", "攝")
"""What ends a place, or a picture's credit, behind a reporter's name in Chinese: "台北報導"."""

PRESS = (
    "晚报",
    "晚報",
    "日报",
    "日報",
    "早报",
    "早報",
    "时报",
    "時報",
    "新闻网",
    "新聞網",
    "新闻",
    "新聞",
    "电视台",
    "電視台",
    "通讯社",
    "通訊社",
    "通信社",
    "新聞社",
)
"""How the names of papers, stations and agencies end in Chinese and Japanese, which are no people."""

DESKS = ("部", "支局", "総局", "本社", "デスク")
"""How the desks of Japanese papers end."""

BESIDE_WRITERS = (
    "additional reporting by", "edited by", "editing by", "reviewed by", "medically reviewed by",
    "fact[- ]checked by", "photos? by",
    r"editor\s*:", r"redaktur\s*:", r"редактор\s*:", r"redaktör\s*:", r"editör\s*:", r"redaktor\s*:",
    "责任编辑", "責任編輯", "责编", "フォロー", "専門・関心分野",
    "photographs? by", "illustrations? by", "video by", "redigiert von", "redaktion:", "fotos? von", "photos? de",
    "editado por", "fotos? de", "foto di", "on behalf of",
    r"(?<!und )(?<!and )(?<!en )(?<!et )(?<! [yei+&] )"
    r"(?:beeld|fotos|foto['’]s|fotografie|photographies?|illustrations?|ilustraciones|zdjęcia)\s*(?::|(?= [A-ZÀ-Ž]))",
)  # fmt: skip
"""Patterns of what leads to somebody who worked on a story and did not write it."""

NOT_PEOPLE = frozenset(
    fold(word)
    for word in (
        "letters", "obituaries", "editorials", "archive", "archives", "about",
        "staff", "team", "desk", "newsroom", "newsdesk", "editorial", "board", "admin", "administrator", "webmaster",
        "news", "agency", "agencies", "bureau", "press", "magazine", "newspaper", "radio", "tv", "television",
        "online",
        "redaktion", "redaktionen", "onlineredaktion", "newsteam", "redacción", "redaccion", "redação", "redacao",
        "rédaction", "redaction", "redazione", "redactie", "redakcja", "redakce", "redakcia", "redakcija", "redacció",
        "redacția", "szerkesztőség", "toimitus", "редакция", "редакція", "редакцыя", "σύνταξη", "συντακτική",
        "newsroom",
        "هيئة", "التحرير", "وكالات", "תחריר", "מערכת", "编辑部", "編輯部", "编辑", "本报", "新闻", "报社",
        "編集部", "editorial",
        "กองบรรณาธิการ", "ทีมข่าว", "ทีมงาน", "편집국", "편집부", "뉴스룸", "취재팀", "本报编辑部", "新闻中心", "新聞中心",
        "取材班", "ニュース編集部", "المحرر", "محرر", "تحریریه", "گروه", "डेस्क", "न्यूज़", "संवाददाता", "ब्यूरो",
        "redaksjonen", "redaksjon", "redaksi", "האתר", "המערכת",
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
def jobs() -> frozenset[str]:
    """Every job, folded."""
    return frozenset(fold(job) for row in JOBS.values() for job in row)


@lru_cache(maxsize=64)
def conjunctions(language: str | None) -> tuple[str, ...]:
    """What joins names in a language, as words in lower case."""
    return CONJUNCTIONS["any"] + CONJUNCTIONS.get(language or "", ())
