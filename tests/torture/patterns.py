"""Attacks on regular expressions, made from the expressions themselves: each part that may repeat is repeated many
times behind what must come before it, and followed by what does not fit."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path
from re import _constants as codes  # type: ignore[attr-defined]  # its tree is how the standard library reads a pattern
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

import copydesk

MANY: Final = 60_000
"""Letters of an attack: a quadratic expression then takes minutes, a linear one milliseconds."""
LONGER: Final = 4
"""How many times as long an attack is that repeats several letters, and so fewer times."""
ENOUGH: Final = 50
"""A part that may be repeated as often as this is attacked."""
TRIED: Final = " \n\t\u00a0a1A.,-<>&;:/\"'()[]_|#*\u00e9\u2014`+@=!?~\\{}\u0416\u6d77\x01"
"""Letters that stand for their kinds."""
ANCHORED: Final = frozenset({"match", "fullmatch"})
METHODS: Final = ANCHORED | {"search", "sub", "subn", "findall", "finditer", "split"}
CATEGORIES: Final = {
    codes.CATEGORY_DIGIT: str.isdigit,
    codes.CATEGORY_SPACE: str.isspace,
    codes.CATEGORY_WORD: lambda letter: letter.isalnum() or letter == "_",
    codes.CATEGORY_NOT_DIGIT: lambda letter: not letter.isdigit(),
    codes.CATEGORY_NOT_SPACE: lambda letter: not letter.isspace(),
    codes.CATEGORY_NOT_WORD: lambda letter: not (letter.isalnum() or letter == "_"),
}


@dataclass(frozen=True)
class Used:
    """A regular expression of the package, where it stands, and how it is asked."""

    place: str
    source: str | bytes
    flags: int
    methods: tuple[str, ...]


def used_patterns() -> Iterator[Used]:
    """Every pattern held by a module of the package, in a name or a table."""
    seen: set[tuple[str | bytes, int]] = set()
    for module in pkgutil.walk_packages(copydesk.__path__, "copydesk."):
        loaded = importlib.import_module(module.name)
        methods = methods_of(Path(str(loaded.__file__)))
        for name, value in vars(loaded).items():
            for pattern in _within(value):
                if (pattern.pattern, pattern.flags) not in seen:
                    seen.add((pattern.pattern, pattern.flags))
                    asked = methods.get(name) or methods.get("", ("search",))
                    yield Used(f"{module.name}.{name}", pattern.pattern, pattern.flags, asked)


def written_patterns() -> Iterator[Used]:
    """Every pattern that a function of the package writes out where it asks: ``re.split(r"…", text)``."""
    folder = Path(str(copydesk.__file__)).parent
    for path in sorted(folder.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and (used := _written(node, f"{path.relative_to(folder)}:{node.lineno}")):
                yield used


def _written(call: ast.Call, place: str) -> Used | None:
    match call:
        case ast.Call(
            func=ast.Attribute(value=ast.Name(id="re"), attr=asked), args=[ast.Constant(value=str() as source), *_]
        ) if asked in METHODS:
            return Used(place, source, re.compile(source).flags, tried_by({asked}))
    return None


def methods_of(path: Path) -> Mapping[str, tuple[str, ...]]:
    """How each name of a module is asked: ``NAME.match(…)``; under "" how those are that stand in a table and are asked
    by another name, one after the other."""
    found: dict[str, set[str]] = {}
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.attr in METHODS:
            name = node.value.id
            found.setdefault("" if name.islower() and name != "re" else name, set()).add(node.attr)
    return {name: tried_by(asked) for name, asked in found.items()}


def tried_by(asked: Set[str]) -> tuple[str, ...]:
    """The methods with which a pattern is attacked that is asked by some: one that goes through the whole text, if one
    of them does."""
    if asked <= ANCHORED:
        return tuple(sorted(asked))
    return ("search",) if asked <= ANCHORED | {"search"} else ("findall",)


def _within(value: object, depth: int = 4) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif depth and isinstance(value, Mapping):
        for entry in (*value.keys(), *value.values()):
            yield from _within(entry, depth - 1)
    elif depth and isinstance(value, tuple | list | set | frozenset):
        for entry in value:
            yield from _within(entry, depth - 1)
    elif depth and is_dataclass(value) and not isinstance(value, type):
        for entry in fields(value):
            yield from _within(getattr(value, entry.name, None), depth - 1)


def attacks(used: Used) -> Iterator[str]:
    """Strings that make the expression slow if it can be made slow."""
    source = used.source if isinstance(used.source, str) else used.source.decode("latin-1")
    tree = parser.parse(source, used.flags & ~re.UNICODE if isinstance(used.source, bytes) else used.flags)
    for before, pump in dict.fromkeys(_pumps(tree, "")):
        many = _repeated(pump)
        yield from (before + many + after for after in ("", "\x00", "a\x00", "\n\x00"))
        if before:
            yield _repeated(before + pump)


def _repeated(part: str) -> str:
    return part * (MANY * (1 if len(part) == 1 else LONGER) // len(part))


def _pumps(tree: Any, before: str) -> Iterator[tuple[str, str]]:
    """What must come first, and what can be repeated behind it, for each repeated part."""
    for op, value in tree:
        if op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            _, most, body = value
            if most >= ENOUGH:
                yield from ((before, pump) for pump in _samples(body) if pump)
            yield from _pumps(body, before)
        elif op is codes.SUBPATTERN:
            yield from _pumps(value[-1], before)
        elif op is codes.BRANCH:
            for branch in value[1]:
                yield from _pumps(branch, before)
        elif op in (codes.ASSERT, codes.ASSERT_NOT):
            yield from _pumps(value[1], before)
        elif op is codes.ATOMIC_GROUP:
            yield from _pumps(value, before)
        before += _sample([(op, value)])


def _samples(tree: Any) -> list[str]:
    """Different strings the part matches: of a single sign every kind of letter it may be."""
    if len(tree) == 1:
        op, value = tree[0]
        if op in (codes.IN, codes.ANY, codes.NOT_LITERAL):
            return [letter for letter in TRIED if _fits(op, value, letter)]
        if op is codes.BRANCH:
            return [sample for branch in value[1] for sample in _samples(branch)]
        if op is codes.SUBPATTERN:
            return _samples(value[-1])
    return [_sample(tree)]


def _sample(tree: Any) -> str:
    """One string the part matches, as short as may be."""
    return "".join(_one(op, value) for op, value in tree)


def _one(op: Any, value: Any) -> str:
    if op is codes.LITERAL:
        return chr(value)
    if op in (codes.IN, codes.ANY, codes.NOT_LITERAL):
        return next((letter for letter in TRIED[4:] + TRIED if _fits(op, value, letter)), _first(value))
    if op in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
        least, _, body = value
        return _sample(body) * least
    if op is codes.SUBPATTERN:
        return _sample(value[-1])
    if op is codes.BRANCH:
        return _sample(value[1][0])
    return _sample(value) if op is codes.ATOMIC_GROUP else ""


def _first(value: Any) -> str:
    """A letter of a set that has none of those tried."""
    for op, inner in value if isinstance(value, list) else ():
        if op is codes.LITERAL:
            return chr(inner)
        if op is codes.RANGE:
            return chr(inner[0])
    return ""


def _fits(op: Any, value: Any, letter: str) -> bool:
    if op is codes.ANY:
        return letter != "\n"
    if op is codes.NOT_LITERAL:
        return ord(letter) != value
    wanted = True
    for kind, inner in value:
        if kind is codes.NEGATE:
            wanted = False
        elif _is_in(kind, inner, letter):
            return wanted
    return not wanted


def _is_in(kind: Any, inner: Any, letter: str) -> bool:
    if kind is codes.LITERAL:
        return ord(letter) == inner
    if kind is codes.RANGE:
        return bool(inner[0] <= ord(letter) <= inner[1])
    return CATEGORIES[inner](letter)
