"""The shape of the code: what grows too long is seen here before it hurts. Numbers to look at, not to optimise."""

from __future__ import annotations

import ast
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "plugins" / "copydesk"
FILES = sorted(PACKAGE.rglob("*.py"))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function of a file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function."""
    return (node.end_lineno or node.lineno) - node.lineno + 1


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_a_file_stays_readable(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= 300
    assert not [f"{node.name}: {length(node)} lines" for node in functions(path) if length(node) > 45]


def test_most_of_the_code_is_short() -> None:
    sizes = sorted(length(node) for path in FILES for node in functions(path))
    assert statistics.median(sizes) <= 9
    assert sizes[len(sizes) * 9 // 10] <= 25
    assert statistics.median(len(path.read_text(encoding="utf-8").splitlines()) for path in FILES) <= 110


def test_what_is_public_says_what_it_is() -> None:
    silent = [
        f"{path.relative_to(PACKAGE)}: {node.name}"
        for path in FILES
        for node in ast.parse(path.read_text(encoding="utf-8")).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        if not node.name.startswith("_") and not ast.get_docstring(node)
    ]
    assert not silent
