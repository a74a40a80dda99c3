"""Reading a byline: the people, without their jobs, and the agencies."""

from __future__ import annotations

import re
from dataclasses import dataclass

from copydesk.given_names import GIVEN_NAMES
from copydesk.metadata.credits.byline_parts import is_job, parts_of, without_lead
from copydesk.metadata.credits.byline_words import (
    DESKS,
    ERRANDS,
    FIELD_ENDINGS,
    JOB_QUALIFIERS,
    NOT_PEOPLE,
    PARTICLES,
    PRESS,
    RANKS,
    REPORTED,
    VENUE,
)
from copydesk.metadata.names.agencies import agency_named
from copydesk.metadata.names.menu_words import is_menu
from copydesk.metadata.names.paper_words import PAPERS
from copydesk.metadata.names.site_names import NO_NAMES, SiteNames
from copydesk.text import fold, is_spaceless


@dataclass(frozen=True, slots=True)
class Byline:
    """Who a byline names: people, agencies by the name they are known by, and ``offices``, which are neither ("News
    Desk"), as they are written. ``written`` are people and agencies as the byline writes them, in its order; ``led``
    says that a word such as "By" led to them."""

    people: tuple[str, ...] = ()
    agencies: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    written: tuple[str, ...] = ()
    led: bool = False


def read_byline(text: str, language: str | None = None, sites: SiteNames = NO_NAMES, declared: bool = False) -> Byline:
    """The people and agencies of a byline. ``sites`` are the names of the site, which is no person; ``declared`` says
    that the page's data gives the text as names, which may then be as short as "Bo Ek"."""
    people: list[str] = []
    agencies: dict[str, str] = {}
    offices: list[str] = []
    house = False
    if is_menu(text):  # "기자 페이지", which begins with the word for reporter
        return Byline()
    for part in parts_of(text, language):
        if house and people and _is_behind_dash(part, text):
            continue  # "Jane Roe, Harbour Post — Brisamar"
        house = house or sites.are(part)
        if agency := agency_named(part):
            agencies.setdefault(agency, part)
        elif (name := _person(part, declared)) and not _is_site(name, sites):
            people.append(name)
        elif _is_office(part):
            offices.append(part)
    names = distinct_names(_without_places(people))
    if not any(map(is_whole_name, names)) and (agencies or _ends_institution(text, offices, names)):
        names = ()
    written = names or tuple(offices) if agencies else names
    led = without_lead(text) != text.strip()
    return Byline(names, tuple(agencies), tuple(dict.fromkeys(offices)), (*written, *agencies.values()), led)


def _is_behind_dash(part: str, text: str) -> bool:
    """Whether a part ends a byline behind a dash."""
    before, dash, after = text.replace("–", "—").rpartition(" — ")
    return bool(dash and before) and after.strip() == part


def _ends_institution(text: str, offices: list[str], names: tuple[str, ...]) -> bool:
    """Whether a single word is the end of a name that no person has: "Center for Drug Evaluation and Research"."""
    return bool(offices) and "," not in text and any(text.rstrip(" .").endswith(f" {name}") for name in names)


def _is_site(name: str, sites: SiteNames) -> bool:
    """Whether a name is that of the site and of no person, after whom sites are called too: "Lena Brandt"."""
    return (sites.include(name) and not _is_of_person(name)) or (" " not in name and sites.are(name))


def _is_of_person(name: str) -> bool:
    """Whether a name of two or three words begins with a given name and has no word of a paper's."""
    parts = fold(name).split()
    return 2 <= len(parts) <= 3 and parts[0] in GIVEN_NAMES and PAPERS.isdisjoint(parts)


def _without_places(people: list[str]) -> list[str]:
    """The names without the towns that follow them: "Jane Roe, Berlin" names one person."""
    return [name for name in people if is_whole_name(name)] or people


def is_whole_name(name: str) -> bool:
    """Whether a name is a whole one: of several words, or of a script that sets no spaces."""
    return " " in name or is_spaceless(name) or _HANGUL.fullmatch(name) is not None


def distinct_names(names: list[str]) -> tuple[str, ...]:
    """The names without repetitions; of "J. Roe" and "Jane Roe" the longer, of "Jane Roe" and "Jane Roe Privacy" the
    shorter: a page gives the name alone at least once."""
    kept: list[str] = []
    for name in names:
        same = next((at for at, other in enumerate(kept) if is_same_person(name, other)), None)
        if same is None:
            kept.append(name)
        elif len(name) > len(kept[same]):
            kept[same] = name
    return tuple(name for name in kept if not any(_goes_on_around(name, other) for other in kept))


def _goes_on_around(name: str, other: str) -> bool:
    """Whether a name is another with more around it: a job behind it, or letters of a title before it."""
    longer = name.startswith(f"{other} ") or (name.endswith(f" {other}") and name.split(maxsplit=1)[0].isupper())
    return longer and " " in other


def is_same_person(one: str, other: str) -> bool:
    """Whether two names are one person's: equal but for case, quotes and full stops, or one with an initial."""
    first, second = _name_words(one), _name_words(other)
    if first == second:
        return True
    if len(first) < 2 or len(second) < 2:
        return False
    same_surname, same_name = first[-1] == second[-1], first[:-1] == second[:-1]
    at = 0 if same_surname else -1
    short, long = sorted((first[at], second[at]), key=len)
    return (same_surname or same_name) and len(short) == 1 and long.startswith(short)


def _name_words(name: str) -> list[str]:
    return re.sub(r"[^\w\s'-]", " ", fold(name)).split()


# --- people -----------------------------------------------------------------------------------------------------------

_HANGUL = re.compile("[\uac00-\ud7af]{2,5}")
_SIGNS = "\u0300-\u036f\u05b0-\u05c7\u064b-\u065f\u0900-\u0e7f"
"""Vowel signs and accents, which Hebrew, Arabic and the scripts of India write beside their letters."""
_CASED_WORD = re.compile(rf"[\w][\w{_SIGNS}'’.\-]*\.?")
_OWNED = re.compile(
    r"([^'’]{3,40})['’]s (?:personal )?(?:blog|weblog|notes|website|homepage|site|journal)", re.IGNORECASE
)
MOST_WORDS = 6
"""Words of the longest name taken for one."""
LONGEST_SPACELESS, LONGEST_SPELLED = 12, 36
"""Characters of the longest name in scripts without spaces: of Chinese and Japanese, and of Thai and its neighbours,
which spell it."""
_BY_IDEAS = re.compile("[\u3040-\u30ff\u3400-\u9fff]")


def _person(part: str, declared: bool) -> str | None:
    """A part of a byline as a person's name, ``None`` where it is a job, a place's office, a sentence."""
    name = _without_errand(_without_job(owner_of(part) or part))
    if not name or is_menu(name) or any(mark.isdigit() for mark in name):
        return None
    words = _once(_without_desks(name.split()))
    name = " ".join(words)
    if len(words) > MOST_WORDS or words[0].casefold() == "the":
        return None
    if any(fold(word).strip(".") in NOT_PEOPLE for word in words):
        return None
    if is_spaceless(name):
        return name if _is_spaceless_name(name) else None
    if not all(_CASED_WORD.fullmatch(word) for word in words):
        return None
    return _spelled(words) if _is_name_shaped(words, declared) else None


def owner_of(site: str) -> str | None:
    """Whose a personal site is by its name: "Jane Roe's blog"; ``None`` where the name says nobody's."""
    owned = _OWNED.fullmatch(site)
    return owned[1] if owned and _is_of_person(owned[1]) else None


def _is_spaceless_name(name: str) -> bool:
    """Whether a text in a script without spaces is as long as names are there, and says nothing of reporting."""
    longest = LONGEST_SPACELESS if _BY_IDEAS.search(name) else LONGEST_SPELLED
    return 2 <= len(name.replace(" ", "")) <= longest and not name.endswith((*REPORTED, *PRESS))


def _without_errand(name: str) -> str:
    """A name without where or for whom its bearer wrote: "Jane Roe in Nairobi", "Jane Roe for the Harbour Post"."""
    words = name.split()
    at = next((at for at, word in enumerate(words) if at > 1 and word in ERRANDS or at == 2 and word == VENUE), None)
    at = at or next((at for at in (2, 3) if _writes_for(words, at)), None)
    return " ".join(words[:at]) if at and _is_name_shaped(words[:at], declared=False) else name


def _writes_for(words: list[str], at: int) -> bool:
    """Whether a name of two or three words, the first a known given name, stands before "for" and whom it is for:
    institutions have the word too ("Institute for Tides")."""
    named = at + 1 < len(words) and words[at].casefold() == "for" and fold(words[0]) in GIVEN_NAMES
    return named and not any(fold(word) in NOT_PEOPLE for word in words[:at])


def _without_desks(words: list[str]) -> list[str]:
    """The words of a name without the desk behind it, as Japanese papers set it: "渡辺洋介 東京社会部"."""
    return words[:1] if len(words) > 1 and is_spaceless(words[0]) and words[-1].endswith(DESKS) else words


def _is_office(part: str) -> bool:
    """Whether a part that is no person may name an office or a handle: some letters, few words, no figures."""
    letters = 0 if is_menu(part) else sum(map(str.isalpha, part))
    return letters > 1 and len(part.split()) <= MOST_WORDS and not any(map(str.isdigit, part))


def _once(words: list[str]) -> list[str]:
    """A name said twice in a row, once: "Jane Roe Jane Roe"."""
    half = len(words) // 2
    return words[:half] if half and words[:half] == words[half:] else words


def _is_name_shaped(words: list[str], declared: bool) -> bool:
    """Whether every word begins with a capital (or has none to begin with) or is a particle, and one is no particle.
    Words of two letters alone are initials, unless they are declared to be names and two of them are whole words."""
    proper = [word for word in words if word.casefold() not in PARTICLES]
    long_enough = any(len(word) > 2 for word in proper) or (declared and sum(map(_is_whole, proper)) > 1)
    whole = len(proper) > 1 or not words[0][0].islower()  # "do Vale" is where "Marcos Teles, do Vale" is
    return long_enough and whole and all(not word[0].islower() for word in proper)


def _is_whole(word: str) -> bool:
    return len(word) > 1 and word.isalpha()


def _without_job(part: str) -> str:
    """A name without the job that follows it: "Jane Roe Senior Political Editor"; "" where no name is left."""
    words = part.split()
    if _is_rank(words[0]):
        return "" if len(words) > 1 else part
    end = _start_of_job(words)
    if end is None:
        return part
    is_a_name = end >= 2 or (end == 1 and (is_spaceless(words[0]) or _HANGUL.fullmatch(words[0])))
    return " ".join(words[:end]) if is_a_name else ""


def _start_of_job(words: list[str]) -> int | None:
    """Where the job begins that a name is followed by, with the words that narrow it ("Senior Political"); ``None``
    where there is none."""
    rank = next((at for at, word in enumerate(words) if at > 1 and _is_rank(word)), None)
    start = next((at for at, word in enumerate(words) if is_job(word)), rank)
    if start is None:
        return None
    while start > 0 and _narrows_job(fold(words[start - 1])):
        start -= 1
    return start if rank is None else min(start, rank)


def _narrows_job(word: str) -> bool:
    return word in JOB_QUALIFIERS or word.endswith(FIELD_ENDINGS)


def _is_rank(word: str) -> bool:
    return fold(word).strip(".") in RANKS


def _spelled(words: list[str]) -> str:
    """A name as it is written, in mixed case where every word of several was in capitals."""
    name = " ".join(words)
    if not name.isupper() or len(words) < 2:
        return name
    return " ".join(word if len(word.strip(".")) <= 2 else _capitalized(word) for word in words)


def _capitalized(word: str) -> str:
    """SMITH-JONES as Smith-Jones, O'NEIL as O'Neil, MCDONALD as McDonald."""
    pieces = re.split(r"([-'’])", word)
    word = "".join(piece[:1] + piece[1:].lower() for piece in pieces)
    return re.sub(r"^Mc(\w)", lambda match: "Mc" + match[1].upper(), word)
