"""No data becomes code: what we read, from strangers or from our own caches, is never unpickled, evaluated or run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted((*(ROOT / "plugins").rglob("*.py"), *(ROOT / "scripts").rglob("*.py"), *ROOT.glob("*.conf.py")))

MODULES = frozenset(
    "pickle cPickle shelve marshal dill cloudpickle joblib jsonpickle codeop code imp pdb ctypes".split()
)
"""Modules that make code, or memory, of data."""

FUNCTIONS = frozenset("eval exec compile __import__".split())

METHODS = frozenset(
    "system popen unsafe_load unsafe_load_all full_load full_load_all from_string spawnl spawnv".split()
)
"""Methods that do, of whatever they are called on."""

FOR_A_REASON = {
    (
        "plugins/copydesk/settings/site.py",
        "import runpy",
    ): "a settings file is Python, as Pelican's is; it is the curator's own",
    ("publish.conf.py", "import runpy"): "it begins with the other settings file",
    (
        "plugins/copydesk/site/stage/swap.py",
        "import ctypes",
    ): "the call that exchanges two folders has no other name in Python",
    (
        "plugins/copydesk/site/printing/parcels.py",
        "import pickle",
    ): "what a build hands to its own processes, through their pipe, as multiprocessing itself does; never a file",
}
"""What is allowed in one place, and why."""


def found_in(tree: ast.AST) -> Iterator[str]:
    """What a file does that could run data."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (f"import {alias.name}" for alias in node.names if _is_barred(alias.name))
        elif isinstance(node, ast.ImportFrom) and _is_barred(node.module or ""):
            yield f"import {node.module}"
        elif isinstance(node, ast.Call):
            yield from _called(node)


def _is_barred(module: str) -> bool:
    return module.partition(".")[0] in MODULES | {"runpy"}


def _called(node: ast.Call) -> Iterator[str]:
    named = {keyword.arg: keyword.value for keyword in node.keywords}
    if isinstance(node.func, ast.Name) and node.func.id in FUNCTIONS:
        yield f"{node.func.id}()"
    if isinstance(node.func, ast.Attribute) and node.func.attr in METHODS:
        yield f".{node.func.attr}()"
    for name in ("shell", "allow_pickle"):
        if name in named and not (isinstance(named[name], ast.Constant) and named[name].value is False):
            yield f"{name}="
    if ast.unparse(node.func) in ("yaml.load", "yaml.load_all"):
        loader = named.get("Loader") or (node.args[1] if len(node.args) > 1 else None)
        if loader is None or "Safe" not in ast.unparse(loader):
            yield f"{ast.unparse(node.func)} without a safe loader"


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_data_becomes_code(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    found = set(found_in(ast.parse(path.read_text(encoding="utf-8"))))
    assert {what for what in found if (name, what) not in FOR_A_REASON} == set()


def test_every_exception_is_used() -> None:
    used = {
        (path.relative_to(ROOT).as_posix(), what)
        for path in FILES
        for what in found_in(ast.parse(path.read_text(encoding="utf-8")))
    }
    assert set(FOR_A_REASON) <= used


@pytest.mark.parametrize(
    "source",
    (
        "import pickle",
        "from marshal import loads",
        "import pickle as data",
        "eval(text)",
        "exec(text)",
        "__import__(name)",
        "os.system(text)",
        "yaml.load(text)",
        "yaml.load(text, yaml.Loader)",
        "yaml.load(text, Loader=yaml.UnsafeLoader)",
        "yaml.unsafe_load(text)",
        "numpy.load(file, allow_pickle=True)",
        "subprocess.run(text, shell=True)",
        "environment.from_string(text)",
    ),
)
def test_each_way_is_seen(source: str) -> None:
    assert list(found_in(ast.parse(source)))


@pytest.mark.parametrize(
    "source",
    (
        "json.loads(text)",
        "yaml.load(text, yaml.CSafeLoader)",
        "re.compile(text)",
        "numpy.load(file, allow_pickle=False)",
    ),
)
def test_what_only_reads_is_not(source: str) -> None:
    assert not list(found_in(ast.parse(source)))
