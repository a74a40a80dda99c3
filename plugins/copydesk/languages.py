"""Which language a text is written in: by its script where that settles it, by its small words where they are plenty,
else by py3langid (no download, trained on 100 languages), which is loaded only when it is needed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Any

from copydesk.text import script, words_of

BY_SCRIPT = {
    "armenian": "hy",
    "bengali": "bn",
    "georgian": "ka",
    "greek": "el",
    "gujarati": "gu",
    "gurmukhi": "pa",
    "hangul": "ko",
    "hebrew": "he",
    "kana": "ja",
    "kannada": "kn",
    "khmer": "km",
    "lao": "lo",
    "malayalam": "ml",
    "myanmar": "my",
    "sinhala": "si",
    "tamil": "ta",
    "telugu": "te",
    "thai": "th",
}
"""Scripts in which news is printed in one language."""

SMALL_WORDS: dict[str, tuple[str, ...]] = {
    "en": ("the", "of", "and", "that", "was", "with", "for", "from", "have", "has", "this", "said", "which", "were"),
    "de": ("der", "die", "und", "das", "nicht", "ist", "mit", "von", "dem", "auf", "eine", "sich", "auch", "wurde"),
    "fr": ("les", "des", "est", "une", "dans", "pour", "qui", "aux", "sur", "avec", "cette", "ont", "été", "mais"),
    "es": ("los", "del", "las", "una", "por", "para", "como", "más", "pero", "este", "fue", "ha", "sus", "según"),
    "it": ("il", "di", "che", "della", "per", "una", "sono", "del", "nel", "con", "anche", "gli", "più", "ha"),
    "pt": ("do", "da", "não", "uma", "os", "em", "no", "na", "com", "mais", "foi", "são", "pela", "ao"),
    "nl": ("het", "een", "van", "niet", "zijn", "dat", "voor", "met", "aan", "ook", "wordt", "naar", "heeft", "door"),
    "pl": ("się", "nie", "jest", "na", "że", "przez", "oraz", "jak", "który", "został", "będzie", "już", "po", "są"),
    "tr": ("ve", "bir", "bu", "için", "ile", "olarak", "olan", "daha", "gibi", "kadar", "çok", "dedi", "sonra", "ise"),
    "id": (
        "yang",
        "dan",
        "di",
        "untuk",
        "dengan",
        "dari",
        "ini",
        "pada",
        "tidak",
        "akan",
        "itu",
        "juga",
        "dalam",
        "oleh",
    ),
    "vi": ("của", "và", "các", "được", "trong", "là", "cho", "không", "những", "với", "này", "một", "đã", "có"),
    "sv": ("och", "att", "det", "som", "är", "för", "inte", "på", "har", "till", "av", "om", "ett", "från"),
    "da": ("og", "at", "det", "som", "er", "for", "ikke", "på", "har", "til", "af", "om", "et", "fra", "blev", "også"),
    "no": ("og", "at", "det", "som", "er", "for", "ikke", "på", "har", "til", "av", "om", "et", "fra", "ble", "også"),
    "ru": ("и", "в", "не", "на", "что", "это", "как", "по", "был", "его", "также", "для", "или", "было"),
    "uk": ("і", "та", "не", "на", "що", "це", "як", "від", "був", "його", "також", "для", "або", "було"),
    "fa": ("در", "به", "از", "که", "این", "را", "است", "با", "برای", "آن", "می", "های", "شد", "کرد"),
    "ar": ("في", "من", "على", "إلى", "أن", "التي", "عن", "الذي", "ما", "هذا", "كما", "بعد", "بين", "هذه"),
}
"""Words no running text of that language does without; a text is of the language that has clearly more of them."""

CANDIDATES = tuple(
    "af am ar az be bg bn bs ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it"
    " ja ka kk km kn ko ku ky lo lt lv mk ml mn mr ms my ne nl no pa pl ps pt ro ru si sk sl so sq sr sv"
    " sw ta te th tl tr uk ur uz vi zh".split()
)
"""Languages news is written in: py3langid knows more, and would find rare ones in short texts."""

SAMPLE = 2000
"""Characters that are enough to know."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A language found from the words alone: its BCP 47 tag and the probability that it is right (0 to 1)."""

    tag: str
    confidence: float


def detect(text: str) -> Guess | None:
    """The language of a text, ``None`` where it has too few letters (under about four words) to tell."""
    sample = text[:SAMPLE]
    writing = script(sample)
    if writing is None or not _has_letters(sample, 4 if writing in BY_SCRIPT or writing == "han" else 16):
        return None
    if writing in BY_SCRIPT:
        return Guess(BY_SCRIPT[writing], 0.99)
    if writing == "han":
        return Guess("zh", 0.97)
    return _by_small_words(sample) or _by_model(sample)


def _has_letters(text: str, number: int) -> bool:
    return next(islice(filter(str.isalpha, text), number - 1, None), None) is not None


def primary(tag: str | None) -> str | None:
    """The language of a tag without region and script, lower case: "pt-BR" gives "pt"; ``None`` of ``None``."""
    if tag is None:
        return None
    return tag.replace("_", "-").split("-")[0].strip().casefold() or None


def _by_small_words(sample: str) -> Guess | None:
    counts, known = dict.fromkeys(SMALL_WORDS, 0), _languages_by_word()
    said = Counter(words_of(sample))
    for word in said.keys() & known.keys():
        for tag in known[word]:
            counts[tag] += said[word]
    (best, tag), (second, _) = sorted(((count, tag) for tag, count in counts.items()), reverse=True)[:2]
    if best >= 12 and best >= 2 * second:
        return Guess(tag, 0.98)
    return None


@lru_cache(maxsize=1)
def _languages_by_word() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for tag, small in SMALL_WORDS.items():
        for word in small:
            found.setdefault(word, []).append(tag)
    return found


def _by_model(sample: str) -> Guess:
    tag, confidence = _identifier().classify(sample)
    return Guess(tag, float(confidence))


@lru_cache(maxsize=1)
def _identifier() -> Any:
    from copydesk.identifying import identifier  # heavy, and needed only where nothing else tells

    return identifier(CANDIDATES)
