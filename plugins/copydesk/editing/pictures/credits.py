"""Picture credits: whether a line is one, or ends with one."""

from __future__ import annotations

import re
from typing import Final

from copydesk.editing.desk import Desk
from copydesk.editing.shapes import ends_sentence, folded, is_running_text, lead, length, start_of, tokens
from copydesk.text import script

LABEL_LEADS: Final = frozenset("by von par di de da del por door av af od".split())
"""Small words between the word for a picture and who took it."""
CREDIT_DOTS: Final = "credit..."
"""What stands before a credit where a page shows the word alone to screen readers."""
CREDIT_LINE_WORDS: Final = 14
FEWEST_SHOWN: Final = 6
"""Words of the shortest alternative text behind a credit."""
SENTENCE_WORDS: Final = 9
"""Words of the longest credit that ends as a sentence does."""
PUNCTUATED: Final = (":", "=", "/", ".", "-", "|", "：", "＝", "／")
CASED: Final = frozenset(("latin", "cyrillic", "greek"))
"""Scripts in which names begin with a capital."""
CREDIT_WORDS: Final = 10
"""Words of the longest credit at the end of a caption."""

_PARTS = re.compile(r"(?:(?<!\s)\s++)?[/|,;()\[\]©]\s*|(?<!\s)\s++(?:via|[-–—])\s+")
_AFTER_STOP = re.compile(r"[.!?…\"”»)]\s+([^.!?]{2,80})$")
_TAKEN = re.compile(
    r"[（(【\[]\s?[\u3400-\u9fff·/／、 ]{1,14}?(?:摄影|攝影|摄|攝|供图|供圖|撮影)\s?[）)】\]]"
    r"|[\u3400-\u9fff·]{2,10}\s?[/／]\s?(?:摄影|攝影|摄|攝|供图|供圖|撮影|图|圖)"
)
"""Who took the picture, before the word for it, as Chinese and Japanese say it: "（林晓月/摄）"."""
_DATED = re.compile(r"＝(?:\d{1,2}月)?\d{1,2}日[^。]{0,30}$")
"""When and where a picture was taken, as captions in Japanese end: "再開する倉庫＝14日、浜名木町"."""
_NAME_SLASH_HOUSE = re.compile(r"[^\W\d_a-z][^/()]{0,60}/\s?[^\W\d_a-z][^/()]{0,40}(?:/[^/()]{2,20})?")


def is_credit(text: str, desk: Desk) -> bool:
    """Whether a line credits a picture and says no more: "Photo: Jane Doe/Reuters", "Getty Images"."""
    if not 0 < length(text) <= CREDIT_LINE_WORDS or len(text) > 140:
        return False
    start = start_of(lead(text), desk.words.credit_starts)
    if start is not None:
        return not (ends_sentence(text) and (length(text) > SENTENCE_WORDS or _tells(text, start)))
    if not text.isascii() and _TAKEN.fullmatch(text.strip()):
        return True
    parts = _parts(text)
    agencies, credit_words = desk.words.agency_words, desk.words.credit_words
    known = bool(parts) and all(part in agencies or part in credit_words for part in parts) and parts != ["for"]
    return known or _is_copyright(text, parts) or _is_signed(text)


def _tells(text: str, start: str) -> bool:
    """Whether a sentence that begins with a word of credits, and no colon, names nobody: "Credit unions lend more."."""
    if start.rstrip()[-1:] in PUNCTUATED:
        return False
    rest = lead(text)[len(start) :].split()
    shown = text.split()[-len(rest) :] if rest else []
    if script(text) not in CASED:
        return True
    return 2 * sum(word[:1].isupper() for word in shown) < len(shown)


def _is_signed(text: str) -> bool:
    """ "SAM WHITCOMB/Hale Dispatch": who took the picture and for whom, and nothing else."""
    name, slash, house = text.strip().partition("/")
    words = name.split()
    is_name = len(words) == 2 and all(word[:1].isupper() and word.isalpha() for word in words)
    return (
        bool(slash)
        and is_name
        and length(house) <= 4
        and names_house(text.strip())
        and (name.isupper() or " " in house.strip())
    )


def _is_copyright(text: str, parts: list[str]) -> bool:
    """ "© Jane Doe/AFP": the sign and a few words, no year."""
    return text.lstrip().startswith("©") and length(text) <= 8 and not any(part[:4].isdigit() for part in parts)


def is_caption(text: str, desk: Desk) -> bool:
    """Whether a line calls itself a caption or ends with a picture credit: "The pier at dawn. (Jane Doe/Reuters)"."""
    line = folded(text)
    return (
        desk.words.caption_starts.begin(line)
        or ends_in_brackets(text, desk)
        or _ends_in_label(text, line, desk)
        or ends_in_copyright(text)
        or _ends_in_agency(text, line, desk)
        or _DATED.search(text) is not None
    )


def ends_in_brackets(text: str, desk: Desk) -> bool:
    """Whether a line ends with a credit in brackets: "The pier at dawn. (Jane Doe/Reuters)"."""
    line = folded(text)
    if not line.endswith((")", "]")) or not {"(", "["} & set(line):
        return False
    inside = re.split(r"[(\[]", line)[-1].rstrip(")] ")
    if length(inside) > 8:
        return False
    shown = re.split(r"[(\[]", text)[-1].rstrip(")] ")
    return (
        names_agency(inside, desk)
        or desk.words.credit_starts.begin(inside)
        or _NAME_SLASH_HOUSE.fullmatch(shown) is not None
        or labelled_name(shown, desk) is not None
    )


def labelled_name(text: str, desk: Desk) -> str | None:
    """Whom a text names behind the word for a picture, where no colon follows that: "foto Gianni Rolla", "Foto von Jana
    Roe". Behind it stands a capital, in scripts that have them."""
    label, _, rest = text.strip().partition(" ")
    if not rest or folded(label) not in desk.words.credit_labels:
        return None
    first, _, name = rest.partition(" ")
    name = name if name and first.casefold() in LABEL_LEADS else rest
    return name if name[:1].isupper() or name[:1].isalpha() and script(name) not in CASED else None


def ends_in_agency_alone(text: str, desk: Desk) -> bool:
    """Whether sentences have an agency in brackets behind their last full stop, and no name beside it: "… before
    Friday. (PAP)"."""
    told, opening, inside = text.rstrip(" .").rpartition("(")
    return bool(opening) and ends_sentence(told.rstrip()) and folded(inside).rstrip(")") in desk.words.agency_words


def _ends_in_label(text: str, line: str, desk: Desk) -> bool:
    """ "… at dawn. Photo: Jane Doe", "… at dawnCredit: EPA", and "… at dawn (Image:" where the name was lost."""
    if not any(mark in line[-90:] for mark in (":", "=", "＝")) and CREDIT_DOTS not in line:
        return False
    for start in (*desk.words.credit_starts, CREDIT_DOTS):
        at = line.rfind(start)
        begins = at > 10 and (not line[at - 1].isalpha() or text[at - len(line) :][:1].isupper())
        if begins and start.endswith((":", "=", "＝", CREDIT_DOTS)) and length(line[at:]) <= CREDIT_WORDS:
            return True
    return False


def ends_in_copyright(text: str) -> bool:
    """Whether a line ends with the sign and a few words: "The pier at dawn © Jane Doe"."""
    before, sign, after = text.rpartition("©")
    return bool(sign) and length(before) >= 3 and 0 < length(after) <= 8


def _ends_in_agency(text: str, line: str, desk: Desk) -> bool:
    """ "… in January 2024. AP Photo/Jane Doe, File", and "Jane Doe/Herald/Getty Images" with no full stop anywhere."""
    if (found := _AFTER_STOP.search(text)) and length(found.group(1)) <= 7:
        return found.group(1)[:1].isupper() and names_agency(folded(found.group(1)), desk)
    return not is_running_text(text) and "/" in line and names_agency(line.rsplit("/", 1)[1], desk)


def begins_with_agency(text: str, desk: Desk) -> bool:
    """Whether a line is an alternative text behind the credit that a page sets upon its picture: "Reuters Council
    leader Ines Valdor speaks to reporters"."""
    words = text.split()
    if len(words) < FEWEST_SHOWN or ends_sentence(text) or text[-1] in ":：" or not words[0][:1].isupper():
        return False
    return any(
        folded(" ".join(words[:count])) in desk.words.agency_words
        and words[count][:1].isupper()
        and count < len(words) - 3
        for count in (1, 2)
    )


def names_house(text: str) -> bool:
    """Whether a text is a name, and the house it works for, behind a slash: "Jane Doe/Harbour Post"."""
    return _NAME_SLASH_HOUSE.fullmatch(text) is not None


def names_agency(text: str, desk: Desk) -> bool:
    """Whether a part between slashes and commas is an agency, or begins or ends with one."""
    return any(_is_agency_at_edge(" ".join(tokens(part)), desk) for part in _parts(text))


def _is_agency_at_edge(words: str, desk: Desk) -> bool:
    agencies = desk.words.agency_words
    if words in agencies or words.split(" ", 1)[0] in agencies:
        return True
    while " " in words:
        words = words.partition(" ")[2]
        if len(words) > 2 and words in agencies:
            return True
    return False


def _parts(text: str) -> list[str]:
    return [part for part in _PARTS.split(folded(text).strip(" .")) if part]
