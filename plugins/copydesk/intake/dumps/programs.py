"""Programs that a dump shows line by line, and what a shell was told: lines that belong together, breaks and all.

A line is a program's where it has what no sentence has: a prompt, a brace or a semicolon behind a call, a keyword and
its signs, a key and its value. Lines that only look like it (indented ones, ones full of signs) are taken in company.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from copydesk.intake.dumps.lines import Line
from copydesk.model import Block, Place, Preformatted, Span

LONGEST: Final = 200
"""Characters of the longest line of a program that someone shows; a program of the page itself is often one line."""
SHARE: Final = 3
"""One line in so many must be surely a program's."""
DEEPER: Final = 2
"""Spaces by which a line stands further in than the first one of its program."""
SIGNS: Final = 2
"""Signs of a program that make a line one in company."""
PROSE: Final = 8
"""Words from which a line that ends in a full stop is a sentence."""

UNITS: Final = "in|per|bn|mn|and|millions?|billions?|trillions?|thousands?|amounts?"
"""What stands behind a sign of money that heads a column of figures."""

_PROMPT: Final = re.compile(
    rf"(?:\$ (?!(?:{UNITS})\b)(?=[a-z./~\"'(_]|[A-Z_]{{1,40}}=)"
    r"|[❯➜] (?=[a-z./~])"
    r"|>>> (?=[\"'\[({\d@]|[A-Za-z_][\w.]{0,60}(?:[(\[]|[,\w .]{0,60}=)|[a-z_][a-z\d_.]{0,60}$"
    r"|(?:import|from|def|class|del) \w|(?:for|if|with) [^:]{1,80}:)"
    r"|PS [A-Z]:\\\S{0,80}> "
    r"|[\w.-]{1,30}@[\w.-]{1,40}[:~ ]\S{0,60}[$#] "
    r"|(?:mysql|sqlite|psql|redis|irb\S{0,20}|\w{1,20}=[#>*])> |\w{1,20}=[#*>] )\S"
)
"""What a shell or an interpreter says before it is told something: no unit of money ("$ million"), no mark of a teaser
(">>> Read more")."""
_ALONE: Final = re.compile(
    r".{0,160}(?:\w\(|[=_}\]]|->|::)[^;]{0,160};$"
    r"|(?=.{0,160}[a-z]).{1,160}[\w)>=] ?\{$"
    r"|[a-z_][\w.:]{0,60}\((?!e?s\))(?:[^()]|\([^()]{0,80}\)){0,120}\)[;,]?$"
    r"|(?=[a-z.]{0,40}_)[a-z][\w.]{0,60} ?[:+]?= ?[^\s=]"
    r"|[a-z][\w./-]{1,30}(?: [a-z][\w./:-]{0,30}){0,3} --[a-z][\w-]{1,30}(?:[ =]\S{1,60}){0,2}$"
    r"|#!/|#include [<\"]\S|\"[\w$. -]{1,60}\" ?: ?[\[{\"\dtfn-]"
    r"|(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|CREATE|ALTER|DROP|EXPLAIN)\b(?=.{0,120}[a-z]).{0,120};$"
)
"""Lines that are a program's wherever they stand."""
_STRONG: Final = re.compile(
    r"(?:def|fn|func|function|public|private|const|let|var|struct|enum|impl|package|export|async|elif)\b"
    r"(?=.{0,160}[(){}=:;<>]).{2,160}$"
    r"|import (?:[\w.*]{1,80}|\w{1,40} as \w{1,40}|[\w{}*, ]{1,80} from ['\"]\S{1,80}['\"]);?$"
    r"|from [\w.]{1,80} import [\w*, ()]{1,80}$"
    r"|(?:SELECT|INSERT INTO|DELETE FROM|CREATE (?:TABLE|INDEX|VIEW)|ALTER TABLE|FROM|WHERE|GROUP BY|HAVING"
    r"|(?:LEFT |RIGHT |INNER |OUTER )?JOIN|ORDER BY)\b(?=.{0,120}[a-z]).{2,120}$"
    r"|UPDATE [a-z_][\w.]{0,60}$|SET [\w.]{1,40} ?= ?\S.{0,100}$"
    r"|(?:sudo|pip3?|npm|npx|yarn|pnpm|git|docker|kubectl|curl|wget|apt|apt-get|brew|cargo|helm|terraform|systemctl"
    r"|chmod|mkdir|ssh|scp|python3?|node) (?=.{0,120}(?:[-/=_.]|install|run|push|pull|add|build|up\b|init))[^,]{2,120}$"
    r"|[A-Za-z_][\w.\-]{0,40} ?(?:[:+]?=|=>|->) ?[^\s=].{0,80}$|(?:[\w.]{1,40}: )?\w{1,30}: \{$"
)
_WEAK: Final = re.compile(
    r"[})\]]{1,4}[;,)]{0,3}$|[\[{(]$|(?://|#|--|/\*|\*/|;;)(?:\s|$)|[a-z_][\w.-]{0,40}:(?: \S{1,60})?$"
    r"|</?[A-Za-z!][^<>]{0,120}>"
    r"|(?:LIMIT|VALUES|SET|AND|OR|ON|UNION)\b"
    r"|(?:if|for|while|else|return|try|except|catch|switch|case|with|class|type|use|using|end|do|then|fi|done)\b.{0,80}"
    r"[:;{)]$|(?:end|fi|done|else|try|pass|break|continue);?$"
)
_SIGN: Final = re.compile(r"[_=(){}\[\];<>|\\$@&*#]")
_STOPS: Final = ".!?…。！？"
_CLOSERS: Final = "'\"”’»)"
_FENCE: Final = re.compile(r"`{3}|~{3}")


class Program(NamedTuple):
    """The places of the first line of a program and of the line behind its last one."""

    first: int
    end: int


def find_programs(lines: list[Line]) -> list[Program]:
    """The programs among the lines of a dump, in order."""
    if any(_FENCE.match(line.text) for line in lines):
        return []  # the dump says itself where they are
    found, at = [], 0
    while at < len(lines):
        end = _end(lines, at) if _begins(lines[at]) else at
        if end > at and _is_program(lines[at:end]):
            found.append(Program(at, end))
        at = max(end, at + 1)
    return found


def as_block(lines: list[Line]) -> Block:
    """The lines of a program as one block, set in as on the page."""
    edge = min(line.indent for line in lines)
    text = "\n".join(["\n" * line.gap + " " * (line.indent - edge) + line.text for line in lines]).lstrip("\n")
    place = Place(lines[0].number, lines[-1].last)
    return Block(Preformatted(), (Span(text),), place, gap=lines[0].gap, indent=edge)


def _end(lines: list[Line], first: int) -> int:
    """The place behind the lines that go on a program: one blank line may part two that are surely its own."""
    end = first + 1
    prompted = _PROMPT.match(lines[first].text) is not None
    while end < len(lines):
        line, before = lines[end], lines[end - 1]
        prompted = _PROMPT.match(line.text) is not None or prompted and line.gap == 0
        sure = is_sure(line) or _is_deeper(line, lines[first])
        if line.gap > 1 or line.gap == 1 and not (sure and (is_sure(before) or before.indent > lines[first].indent)):
            break
        if not (sure or prompted and not _is_sentence(line) or _may_be(line)):
            break
        end += 1
    return end


def _is_program(lines: list[Line]) -> bool:
    if len(lines) == 1:
        return _PROMPT.match(lines[0].text) is not None or _ALONE.match(lines[0].text) is not None
    sure = sum(is_sure(line) or _is_deeper(line, lines[0]) and is_sure(lines[0]) for line in lines)
    prompted = _PROMPT.match(lines[0].text) is not None
    return prompted or sure > 1 and sure * SHARE >= len(lines) or sure == 1 and _ALONE.match(lines[0].text) is not None


def _begins(line: Line) -> bool:
    if len(line.text) > LONGEST or _is_sentence(line):
        return False
    return is_sure(line) or _WEAK.match(line.text) is not None


def is_sure(line: Line) -> bool:
    """Whether a line has what only programs and shells have."""
    text = line.text
    if len(text) > LONGEST or _is_sentence(line):
        return False
    return any(pattern.match(text) for pattern in (_PROMPT, _ALONE, _STRONG))


def _is_deeper(line: Line, first: Line) -> bool:
    return line.indent - first.indent >= DEEPER


def _may_be(line: Line) -> bool:
    """Whether a line is a program's in company."""
    if len(line.text) > LONGEST or _is_sentence(line):
        return False
    return _WEAK.match(line.text) is not None or len(_SIGN.findall(line.text)) >= SIGNS


def _is_sentence(line: Line) -> bool:
    end = line.text[-2:].rstrip(_CLOSERS)
    return end[-1:] in _STOPS and len(line.text.split()) >= PROSE if end else False
