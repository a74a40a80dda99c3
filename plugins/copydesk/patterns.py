"""Lines with a gap in them, as ``sources.toml`` writes them: "Read also: *". No regular expressions: nothing in a
pattern needs escaping but the star itself (``\\*``), and none can be slow.

A star stands for up to twelve words, or none; a number for any number. A pattern is compared with a whole line, case,
spaces, quotes and dashes folded.
"""

from __future__ import annotations

import re
from functools import lru_cache

from copydesk.text import count_words, fold, squeeze

STARS, GAP_WORDS = 4, 12
"""How many gaps a pattern may have, and how many words one may stand for."""
LEAST_WORDS, LEAST_LETTERS = 2, 6
"""What a pattern must say besides its gaps, or it would match lines of any story."""
LEAST_FORM_LETTERS = 3
"""What a pattern that says where a fact stands must say besides its gaps: what stands there is read as that fact."""
LONGEST = 300
"""Characters of the longest pattern."""

_STAR = re.compile(r"(?<!\\)\*")
_DIGITS = re.compile(r"\d+")


def fault_of(pattern: str) -> str | None:
    """What keeps a pattern from being used, ``None`` where nothing does."""
    parts = _parts(pattern)
    said = " ".join(parts)
    if len(pattern) > LONGEST:
        return f"is longer than {LONGEST} characters"
    if len(parts) > STARS + 1:
        return f"has more than {STARS} stars"
    if count_words(said) < LEAST_WORDS or sum(map(str.isalpha, said)) < LEAST_LETTERS:
        return f"says fewer than {LEAST_WORDS} words besides its stars, so it would match lines of any story"
    return None


def matches(pattern: str, text: str) -> bool:
    """Whether a line is one that the pattern describes. Takes time in proportion to the line and to the pattern."""
    parts = _parts(pattern)
    if len(text) > len(pattern) + 30 * GAP_WORDS * len(parts):
        return False
    line = numberless(text)
    if len(parts) == 1:
        return line == parts[0]
    return _stands_in_order(parts, line) and count_words(line) <= sum(map(count_words, parts)) + GAP_WORDS * (
        len(parts) - 1
    )


def fault_of_form(pattern: str) -> str | None:
    """What keeps a pattern from saying where a fact stands in a line: "Report: *"."""
    said = " ".join(_parts(pattern))
    if len(pattern) > LONGEST or not 1 < len(_parts(pattern)) <= STARS + 1:
        return f"must have one to {STARS} stars, the first where the fact stands, and at most {LONGEST} characters"
    if sum(map(str.isalpha, said)) < LEAST_FORM_LETTERS:
        return f"says fewer than {LEAST_FORM_LETTERS} letters besides its stars, so any line would be of it"
    return None


def gap(pattern: str, text: str) -> str | None:
    """What stands in a line where the pattern has its first star, as the line writes it; ``None`` where the line is not
    of the pattern, or nothing stands there."""
    line = squeeze(text)
    if len(line) > LONGEST or not matches(pattern, line):
        return None
    said = [_DIGITS.sub(r"\\d+", re.escape(squeeze(part.replace("\\*", "*")))) for part in _STAR.split(pattern)]
    found = re.fullmatch(
        r"\s*(.*?)\s*".join(said[:2]) + "".join(rf".*{part}" for part in said[2:]), line, re.IGNORECASE
    )
    return (found[1] or None) if found else None


def literal(text: str) -> str:
    """The pattern that describes this text alone, numbers aside."""
    return text.replace("*", "\\*")


@lru_cache(maxsize=8192)
def numberless(text: str) -> str:
    """A line folded, every number as one."""
    return _DIGITS.sub("0", fold(text))


@lru_cache(maxsize=1024)
def _parts(pattern: str) -> tuple[str, ...]:
    """What a pattern says between its gaps, folded."""
    return tuple(numberless(part.replace("\\*", "*")) for part in _STAR.split(pattern))


def _stands_in_order(parts: tuple[str, ...], line: str) -> bool:
    first, *middle, last = parts
    if not line.startswith(first) or not line.endswith(last) or len(line) < len(first) + len(last):
        return False
    at, end = len(first), len(line) - len(last)
    for part in middle:
        found = line.find(part, at, end)
        if found < 0:
            return False
        at = found + len(part)
    return True
