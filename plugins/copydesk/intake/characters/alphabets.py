"""Languages in Latin letters: the letters beyond A to Z that each writes, and words by which its text is known.

Single-byte encodings of Europe differ only in such letters; a reading that shows letters the language does not have is
the wrong one. The words are among the most frequent of each language and need no letter beyond A to Z.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Alphabet:
    """Lower-case ``letters`` beyond A to Z that are usual in a language, and frequent ``words`` of it."""

    letters: frozenset[str]
    words: frozenset[str]


def _alphabet(letters: str, words: str) -> Alphabet:
    return Alphabet(frozenset(letters), frozenset(words.split()))


ALPHABETS: Final = {
    "ca": _alphabet("àçéèíïóòúü·", "el la els les de del que amb per i en un una es no ha als pel"),
    "cs": _alphabet("áčďéěíňóřšťúůýžö", "se na je v z do ze to si jako by bude za po s o ale podle"),
    "da": _alphabet("æøåéöäü", "og i at det er en til af som for har ikke med den der et var fra"),
    "de": _alphabet("äöüßéè", "der die und das ist nicht ein eine mit von zu den im auf dem sich auch als wird sind"),
    "en": _alphabet("éèêëïçñöüáíóãäåôâ", "the of and to in a is that for it was on with as be by at from this are"),
    "es": _alphabet("áéíóúüñç", "el la de que y en los las del se por con una para un es su al como"),
    "et": _alphabet("äöõüšž", "ja on ei et see oli kui ka ta mis aga oma siis seda mille"),
    "fi": _alphabet("äöåšžé", "ja on ei se oli joka ovat hän että kun mutta myös sen jo mukaan kuin"),
    "fr": _alphabet("àâæçéèêëîïôœùûüÿ", "le la les de des et un une est que dans pour sur qui pas au du en par il"),
    "hr": _alphabet("čćđšž", "je i u na se da su za od koji kao bi ne iz o s to nije"),
    "hu": _alphabet("áéíóöőúüű", "a az hogy nem is egy meg ez van volt de csak azt mint ha el volna ezt"),
    "is": _alphabet("áéíóúýðþæö", "og er sem til um var hann ekki fyrir en af hefur eru verið sagt"),
    "it": _alphabet("àèéìíîòóùú", "il la di che e un una per con non del della sono si le in dei alla da"),
    "lt": _alphabet("ąčęėįšųūž", "ir kad su yra tai bet kaip jo iki buvo per dar o nuo tik ne"),
    "lv": _alphabet("āčēģīķļņōŗšūž", "un ir no par ka ar kas uz pie bet arī tika gan vai tas lai"),
    "nl": _alphabet("éëèïöüáóê", "de het een en van in is dat op te zijn met voor niet aan die er om"),
    "no": _alphabet("æøåéòôóäöü", "og i det er en til av som for har ikke med den et var fra han"),
    "pl": _alphabet("ąćęłńóśźż", "i w na z do nie to jest od po przez jak dla o za oraz ale tym jego"),
    "pt": _alphabet("ãáàâçéêíóôõúü", "de que e do da em um para com uma os no na por mais as dos ao das"),
    "ro": _alphabet("ăâîşţșțáéö", "de la nu este pe cu din care un o mai ce au fost pentru cel sunt prin"),
    "sk": _alphabet("áäčďéíĺľňóôŕšťúýž", "sa na je v z do zo to si ako by bude za po s o ale podla od"),
    "sq": _alphabet("çë", "dhe e me nga te se ka si do kjo por ai tij dhe ishte qe"),
    "sv": _alphabet("åäöéüà", "och i att det som en av den med till har inte om ett var men han"),
    "tr": _alphabet("çğıiöşüâîû", "bir ve bu da de ile olarak daha ne olan gibi kadar var sonra diye"),
}

PUNCTUATION: Final = frozenset(
    "\xa0\u2018\u2019\u201a\u201c\u201d\u201e\u2039\u203a\xab\xbb\u2013\u2014\u2026\u2022\xb7\xb0\xa7\xa9\xae\u2122"
    "\u20ac\xa3\xa1\xbf\xad"
)
"""Characters beyond ASCII that are no letters and stand in articles of any language. Raised figures and fractions are
left out: in a wrong reading they stand for letters."""
