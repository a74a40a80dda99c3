"""The layers of docs/architecture.md hold: who imports whom, and what stands outside."""

from __future__ import annotations

import ast
import graphlib
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from copydesk.batch.seeds.memory import STAGES as RULED

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "plugins" / "copydesk"
ARCHITECTURE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")

BASE = frozenset({"model", "frozen", "errors", "text", "languages", "patterns", "tracking", "given_names"})
STAGES = frozenset({"intake", "editing", "metadata", "writing"})
MAY_IMPORT: Mapping[str, frozenset[str]] = {
    "model": frozenset({"frozen"}),
    "frozen": frozenset(),
    "errors": frozenset(),
    "text": frozenset(),
    "languages": frozenset({"text", "identifying"}),
    "identifying": frozenset(),
    "patterns": frozenset({"text"}),
    "tracking": frozenset(),
    "given_names": frozenset({"text"}),
    "interrupts": frozenset(),
    **dict.fromkeys(STAGES, BASE),
    "kinship": frozenset({"text"}),
    "settings": frozenset({"model", "errors", "patterns"}),
    "pipeline": BASE | STAGES | {"settings"},
}
"""Part of the package → the parts it may import, besides itself. A part that is not named may import all but site."""

SITE = ("registers", "stage", "stories", "issues", "showing", "printing", "reprinting", "hooks", "serving")
FEATURES = frozenset({"feeds", "machines", "search"})
"""Folders of site/ that stand beside its order: what they show is asked for early, their pages late."""

ORDER: Mapping[str, tuple[str, ...]] = {
    "intake": ("characters", "markup", "machines", "pages", "dumps", "containers"),
    "editing": ("vocabulary", "judge", "paragraphs", "pictures", "bylines", "cutting", "headlines", "held"),
    "metadata": ("addresses", "names", "dates", "credits", "story"),
    "writing": ("front_matter", "html", "markdown", "stories", "ledgers"),
    "batch": ("processes", "seeds", "content", "stories", "recurring", "relations"),
    "site": SITE,
}
"""The folders of a part in their order: each may import from those before it."""

SPOKEN: Mapping[str, frozenset[str]] = {
    "intake": frozenset({"limits", "source"}),
    "editing": frozenset({"desk", "shapes", "story", "logo_names"}),
    "metadata": frozenset({"evidence", "trust", "page_lines"}),
    "writing": frozenset({"addresses", "escaping", "conflicts"}),
    "batch": frozenset({"files", "lock", "clock", "report"}),
}
"""What of the modules at the top of a part its folders may import; the others there join the folders."""


def modules() -> Iterator[tuple[str, Path]]:
    """Every module of the package with its dotted name."""
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts), path


def imports(path: Path, deferred: bool = True) -> Iterator[str]:
    """The absolute names a module imports; without those inside functions unless ``deferred``."""
    for node in walk(parsed(path), deferred):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} line {node.lineno}: a relative import hides the layer it reaches into"
            yield from (f"{node.module}.{name.name}" for name in node.names)


@cache
def parsed(path: Path) -> ast.Module:
    """The tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def walk(tree: ast.AST, deferred: bool) -> Iterator[ast.AST]:
    """Every node; function bodies only if ``deferred``; nothing that only type checkers see."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            continue
        if deferred or not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node
            yield from walk(node, deferred)


def part_of(name: str) -> str | None:
    """The part of the package a dotted name belongs to: "intake" of "copydesk.intake.dumps.text"."""
    pieces = name.split(".")
    return pieces[1] if pieces[0] == "copydesk" and len(pieces) > 1 else None


MODULES = dict(modules())


@pytest.mark.parametrize("name", MODULES)
def test_imports_only_what_its_layer_may(name: str) -> None:
    part = part_of(name)
    if part is None or part == "site":
        return
    reached = {other for other in map(part_of, imports(MODULES[name])) if other and other != part}
    allowed = MAY_IMPORT.get(part)
    assert "site" not in reached, f"{name} reaches into site"
    if allowed is not None:
        assert reached <= allowed, f"{name} may not import {sorted(reached - allowed)}"


@pytest.mark.parametrize("name", [name for name in MODULES if part_of(name) in ORDER and name.count(".") > 1])
def test_folders_import_only_those_before_them(name: str) -> None:
    part, place = name.split(".")[1:3]
    order = ORDER[part]
    later = frozenset(order[order.index(place) + 1 :] if place in order else ("serving",) if place in FEATURES else ())
    reached = reached_in(part, name)
    assert not reached & later, f"{name} may not import {sorted(reached & later)}"


@pytest.mark.parametrize("name", [name for name in MODULES if part_of(name) in SPOKEN and name.split(".")[2:3]])
def test_folders_know_nothing_of_what_joins_them(name: str) -> None:
    part, place = name.split(".")[1:3]
    if place in ORDER[part]:
        foreign = reached_in(part, name) - {*ORDER[part], *SPOKEN[part]}
        assert not foreign, f"{name} may not import {sorted(foreign)}"


@pytest.mark.parametrize("part", ORDER)
def test_every_folder_has_its_place(part: str) -> None:
    folders = {path.name for path in (PACKAGE / part).iterdir() if (path / "__init__.py").is_file()}
    assert folders == {*ORDER[part], *(FEATURES if part == "site" else ())}


@pytest.mark.parametrize("part", ORDER)
def test_the_architecture_lists_the_folders_in_their_order(part: str) -> None:
    table = ARCHITECTURE.split(f"| folder of `{part}/` |")[1].split("\n\n")[0]
    assert re.findall(r"^\| `(\w+)/` \|", table, re.MULTILINE) == list(ORDER[part])
    drawn = ARCHITECTURE.split(f"{part}/ ")[1].split("\n")[0]
    assert drawn.endswith(" ".join(ORDER[part]))


def test_modules_that_the_architecture_names_exist() -> None:
    files = [f"/{path.relative_to(ROOT).as_posix()}" for path in PACKAGE.rglob("*.py")]
    named = {name for name in re.findall(r"`([\w/]+\.py)`", ARCHITECTURE) if not name.startswith("tests/")}
    assert len(named) > 20
    assert not [name for name in named if not any(file.endswith(f"/{name}") for file in files)]


def reached_in(part: str, name: str) -> frozenset[str]:
    """The folders and top modules of a part that one of its modules imports."""
    inside = f"copydesk.{part}."
    return frozenset(other.split(".")[2] for other in imports(MODULES[name]) if other.startswith(inside))


@pytest.mark.parametrize("name", MODULES)
def test_only_site_imports_pelican(name: str) -> None:
    if part_of(name) != "site":
        foreign = [other for other in imports(MODULES[name]) if other.split(".")[0] in {"pelican", "jinja2", "feedgen"}]
        assert not foreign, f"{name} imports {foreign}"


def test_no_import_circles() -> None:
    graph = {
        name: {target for other in imports(path, deferred=False) if (target := nearest(other)) and target != name}
        for name, path in MODULES.items()
    }
    tuple(graphlib.TopologicalSorter(graph).static_order())  # raises CycleError, naming the circle


def test_all_that_cleans_is_in_the_key_of_what_a_seed_became() -> None:
    seen: set[str] = set()
    ahead = ["copydesk.pipeline"]
    while ahead:
        name = ahead.pop()
        if name not in seen:
            seen.add(name)
            ahead += [near for other in imports(MODULES[name]) if (near := nearest(other))]
    assert {part_of(name) for name in seen} - {None} <= {Path(stage).stem for stage in RULED}


def nearest(name: str) -> str | None:
    """The module that a dotted name stands in, if it is ours: a package's own names count as its ``__init__``."""
    while name.startswith("copydesk."):
        if name in MODULES:
            return name
        name = name.rpartition(".")[0]
    return None


def test_every_package_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {entry.split(">")[0].split("[")[0].strip().lower() for entry in project["dependencies"]}
    providers = packages_distributions()
    tops = {other.split(".")[0] for path in MODULES.values() for other in imports(path)}
    foreign = tops - {"copydesk"} - sys.stdlib_module_names
    undeclared = {top for top in foreign if not {name.lower() for name in providers.get(top, [top])} & declared}
    assert not undeclared, f"add to pyproject.toml, with the reason: {sorted(undeclared)}"


BLOCKED = """
import sys

class Block:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"pelican", "jinja2", "feedgen"}:
            raise ImportError(name + " is blocked")

sys.meta_path.insert(0, Block())
import copydesk.cli
sys.exit(copydesk.cli.main(["clean", sys.argv[1]]))
"""


def test_the_command_works_without_pelican(tmp_path: Path) -> None:
    seed = tmp_path / "ferry.txt"
    seed.write_text(
        "The Harbour Post\n\nFerry returns after a year in dock\n\nBy Ada Lund\n\nMarch 3, 2025\n\n"
        + "\n\n".join(
            f"The ferry crossed the sound {count} times on its first morning, and the crew waved to the people who had "
            "come down to the quay to see it leave, as they had done before the repairs began."
            for count in ("two", "three", "four")
        ),
        encoding="utf-8",
    )
    command = [sys.executable, "-c", BLOCKED, str(seed)]
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode in {0, 3}, done.stderr
    assert "crossed the sound three times" in done.stdout
