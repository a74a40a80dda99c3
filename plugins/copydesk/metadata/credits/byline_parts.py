"""A byline taken apart: names, agencies and jobs, without the dates, addresses and words that stand around them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from copydesk.metadata.credits.byline_leads import GIVEN_TOO, leads_of
from copydesk.metadata.credits.byline_words import BESIDE_WRITERS, conjunctions, jobs
from copydesk.metadata.dates.month_names import spell
from copydesk.metadata.dates.reading import without_dates
from copydesk.metadata.dates.words import published_words, updated_words
from copydesk.metadata.names.agencies import agency_named
from copydesk.text import fold, squeeze

LONGEST = 400
"""Characters of a byline that are looked at."""

_GLUED_LEAD = re.compile(
    r"(?:本报|本報|本刊|新华社)?(?:记者|記者|通讯员|特派員)(?=[\u3400-\u9fff]{2,4}(?:$|[／/、，,\s]))"
)
"""Chinese for "reporter", set right before the name: "記者林小明／台北報導"."""
_ADDRESS = re.compile(r"https?://|www\.|^/|\.(?:com|org|net|html)\b", re.IGNORECASE)
_FOR_SITE = re.compile(r"(?<=\w) for (?:www\.)?[a-z0-9-]{1,60}(?:\.[a-z]{2,10}){1,2}\s*$", re.IGNORECASE)
"""For which site a writer wrote: "By Jane Roe for Harbourpost.com"."""
_MAIL = re.compile(r"(?<!\S)\S[^\s@]*+@\S[^\s.]*+\.\S++|(?<!\w)@\s?\w+")
_BRACKETS = re.compile(r"\(([^()]*+)\)|\[([^\[\]]*+)\]|（([^（）]*+)）")
_WHOLE = re.compile(r"\s*(?:\(([^()]*+)\)|\[([^\[\]]*+)\]|（([^（）]*+)）|〔([^〔〕]*+)〕|【([^【】]*+)】)\s*")
"""A byline that stands in brackets as a whole, as under the stories of agencies: "(Anna Lehmann/dpa)"."""
_BREAKS = re.compile(r"[;|•·●⋅∙・/／、，»\n\t＆]|\s[-–—]+\s|[–—](?=\d)")
_TOGETHER = re.compile(
    r"(?:with|avec|mit|con|com|met|med|ile|dan|z|s|с|з|із)\s+(?:l['’]|la |die |the )?", re.IGNORECASE
)
"""What stands before an agency that helped: "(avec l'AFP)"."""
_COMMAS = re.compile(r"(?:(?<!\s)\s++)?,\s*")
_INNER_LEAD = re.compile(
    r"\b(?:written|posted|published|reported|compiled|advice|words|text|story|article) by\s+(?=[A-Z])"
    r"|(?<=\w )By\s+(?=[A-Z][\w’'.-]+\s[A-Z])"
)
"""What leads to the name within a sentence: "This post was written by Jane Roe"; or behind a kicker: "News By Jane
Roe"."""
DAY_LABELS = frozenset(map(spell, ("data", "date", "datum", "fecha", "дата", "ημερομηνία", "tarih")))
"""Words before a day, of which papers make "Data publicării: 15.04.2026"."""
_BESIDE = re.compile(rf"(?<!\w)(?:{'|'.join(BESIDE_WRITERS)})(?!\w)", re.IGNORECASE)


def parts_of(text: str, language: str | None) -> Iterator[str]:
    """The names and other parts of a byline, agencies in brackets last. Behind a job in a list with commas stands
    where it is held, no name: "Jane Roe, Editor, Harbour Institute"."""
    plain = _FOR_SITE.sub("", _MAIL.sub(",", _unwrapped(text).strip().replace("\n", " | ")))
    if len(plain) > LONGEST or _ADDRESS.search(plain):
        return
    bracketed = [next(filter(None, match.groups()), "") for match in _BRACKETS.finditer(plain)]
    plain = without_lead(_of_writers(_before_label(squeeze(without_dates(_BRACKETS.sub(",", plain))))))
    for piece in _BREAKS.split(plain):
        for segment in _joined(piece, language):
            yield from _of_segment(segment)
    for piece in bracketed:
        if agency_named(agency := _TOGETHER.sub("", piece, count=1)):
            yield agency


def _before_label(text: str) -> str:
    """A byline without what says when, behind the names: "Jane Roe Updated 2 hours ago"."""
    words = text.split(" ")
    for at in range(2, len(words)):
        rest = " ".join(words[at:])
        if words[at][:1].isupper() and (":" in rest or any(map(str.isdigit, rest))) and _says_when(words[at]):
            return " ".join(words[:at])
    return text


def _says_when(word: str) -> bool:
    said = spell(word.strip(":.,"))
    return said in published_words() or said in updated_words() or said in DAY_LABELS


def _unwrapped(text: str) -> str:
    whole = _WHOLE.fullmatch(text) if len(text) <= LONGEST else None
    return next(filter(None, whole.groups()), "") if whole else text


def _of_writers(text: str) -> str:
    """A byline without who edited or checked the story, and without the sentence that leads to the name."""
    beside = _BESIDE.search(text)
    wrote = text[: beside.start()] if beside else text
    inner = _INNER_LEAD.search(wrote)
    return wrote[inner.end() :] if inner else wrote


def beside_writers(text: str) -> str:
    """Whom a byline names as having worked on the story besides its writers, "" where it names nobody so."""
    beside = _BESIDE.search(text[:LONGEST])
    return text[beside.end() :].strip(" :.,;|") if beside else ""


def _joined(piece: str, language: str | None) -> Iterator[str]:
    """The parts of a byline that "and" joins."""
    yield from _joints(language).split(f" {piece} ")


@lru_cache(maxsize=64)
def _joints(language: str | None) -> re.Pattern[str]:
    joined = "|".join(map(re.escape, conjunctions(language)))
    return re.compile(rf"\s(?:{joined})\s|\s(?:AND|UND|ET|Und|And)\s")


def _of_segment(segment: str) -> Iterator[str]:
    for part in _COMMAS.split(segment):
        if cleaned := without_lead(part.strip(" .,:;-–—*_\"'“”„«»→›")):
            yield from _without_agency(cleaned)
            if _is_job_alone(cleaned):
                return


def _is_job_alone(part: str) -> bool:
    """Whether a part is a job and no name before it: "Executive Editor", "Sr. Director of Operations"."""
    words = part.split()
    return any(map(is_job, words[:3])) and not any(map(is_job, words[3:]))


def is_job(word: str) -> bool:
    """Whether a word names a job."""
    return fold(word).strip(".,") in jobs()


def _without_agency(part: str) -> Iterator[str]:
    """A name and the agency run on behind it: "Jane Roe The Associated Press"; behind a name in capitals goes what is
    not: "JANE ROE Harbour staff"."""
    words = part.split()
    shouted = next((at for at, word in enumerate(words) if not word.isupper()), len(words))
    if 2 <= shouted < len(words) and all(len(word.strip(".")) > 1 for word in words[:shouted:shouted]):
        words = words[:shouted]
        part = " ".join(words)
    for at in range(2, len(words)):
        last = " ".join(words[at:])
        if agency_named(last) and (at < len(words) - 1 or last.isupper()):
            yield " ".join(words[:at])
            yield last
            return
    yield part


def without_lead(text: str) -> str:
    """A byline without what leads to the name; leads may follow each other ("Text: By …")."""
    stripped = text.strip()
    folded = fold(stripped)
    if behind := _GLUED_LEAD.match(stripped):
        return stripped[behind.end() :]
    for lead in leads_of(folded):
        rest = stripped[len(lead) :]
        if lead in GIVEN_TOO and len(rest.split()) < 2:
            continue
        glued = lead.endswith("by") and rest[:1].isupper() and not stripped[: len(lead)].isupper()
        if rest[:1] in (":", "：", "/", "／", ".", "=", "＝") or (rest[:1].isspace() and rest.strip()) or glued:
            return without_lead(rest.lstrip(" :：/／.=＝\u00a0"))
    return stripped
