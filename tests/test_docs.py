"""The documentation says what the code does: settings, make targets, rules, and the pages that must be there."""

from __future__ import annotations

import re
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from copydesk import settings
from copydesk.editing import RULES
from copydesk.model import Publisher

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "plugins" / "copydesk"


INTERNAL = {"COPYDESK_ASKING", "COPYDESK_PRESS"}
"""Keys under which the plugin hands its own objects on through Pelican's settings; not for the settings file."""


def text(name: str) -> str:
    """A file of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def documented_settings() -> dict[str, str]:
    """Setting → its default as docs/settings.md gives it: rows "| `COPYDESK_X` | `default` | what |"."""
    return dict(re.findall(r"^\| `(COPYDESK_\w+)` \| `([^`]*)` \|", text("docs/settings.md"), re.MULTILINE))


def used_settings() -> set[str]:
    """Every setting the code names."""
    pages = (path.read_text(encoding="utf-8") for path in PACKAGE.rglob("*.py"))
    return {name for page in pages for name in re.findall(r"[\"'](COPYDESK_[A-Z][A-Z_]*[A-Z])[\"']", page)}


def test_every_setting_is_documented_with_its_default() -> None:
    documented = documented_settings()
    assert set(documented) == set(settings.DEFAULTS)
    assert documented == {name: repr(default) for name, default in settings.DEFAULTS.items()}


def test_the_code_uses_no_setting_without_a_default() -> None:
    assert used_settings() - INTERNAL <= set(settings.DEFAULTS)


def keys_in(section: str) -> set[str]:
    """The keys that the tables of a section of docs/settings.md explain."""
    body = text("docs/settings.md").split(f"\n## `{section}`\n")[1].split("\n## ")[0]
    first_cells = re.findall(r"^\| (`[^|]*`) \|", body, re.MULTILINE)
    return {name for cell in first_cells for name in re.findall(r"`(\w+)`", cell)}


def test_every_key_of_a_publisher_is_documented() -> None:
    assert keys_in("sources.toml") == {field.name for field in fields(Publisher)} - {"key"}


def test_every_key_of_an_overrides_file_is_documented() -> None:
    assert keys_in("seeds/<name>.toml") == {
        *settings.FACT_KEYS,
        *settings.RULE_KEYS,
        *settings.KIN_KEYS,
        "publish",
    }


def test_every_rule_is_documented_in_its_order() -> None:
    names = re.findall(r"^(?:\| (?:\d+ \| )?|#+ )`(\w+)`", text("docs/rules.md"), re.MULTILINE)
    assert names == [rule.name for rule in RULES]


def test_make_targets_in_the_documentation_exist() -> None:
    targets = set(re.findall(r"^([a-z]+):.*##", text("Makefile"), re.MULTILINE)) | {"help"}
    for page in ("README.md", "CONTRIBUTING.md", *(f"docs/{path.name}" for path in (ROOT / "docs").glob("*.md"))):
        named = set(re.findall(r"`make ([a-z]+)", text(page))) | set(re.findall(r"^make ([a-z]+)", text(page), re.M))
        assert named <= targets, f"{page} names {sorted(named - targets)}"


def test_every_make_target_is_explained_where_people_look() -> None:
    for target in re.findall(r"^([a-z]+):.*##", text("Makefile"), re.MULTILINE):
        assert f"make {target}" in text("README.md") + text("CONTRIBUTING.md") or target == "help", target


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "CHANGELOG.md"])
def test_links_between_our_pages_lead_somewhere(page: str) -> None:
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", text(page)):
        assert (ROOT / target).exists(), f"{page} → {target}"


def test_links_inside_docs_lead_somewhere() -> None:
    for page in sorted((ROOT / "docs").rglob("*.md")):
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert (page.parent / target).exists(), f"{page.name} → {target}"


def test_pages_of_the_documentation_that_are_named_exist() -> None:
    named = {"README.md", "CONTRIBUTING.md", "Makefile", "sources.toml", "pelican.conf.py", "seeds/README.md"}
    named |= {path.relative_to(ROOT).as_posix() for path in (*PACKAGE.rglob("*.py"), *(ROOT / "docs").glob("*.md"))}
    for page in sorted(named):
        for target in re.findall(r"docs/[\w-]+\.md", text(page)):
            assert (ROOT / target).exists(), f"{page} → {target}"


def test_the_tests_of_every_part_are_where_contributing_says() -> None:
    table = text("CONTRIBUTING.md").split("## Finding the tests of a module")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (.+?) \| (.+) \|$", table, re.MULTILINE)
    parts = {name for part, _ in rows for name in re.findall(r"`(\w+)/`", part)}
    places = {name for _, tests in rows for name in re.findall(r"`(tests/[\w/.]*)`", tests)}
    folders = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").exists()}
    assert parts == folders | {"theme"}
    assert not [place for place in places if not (ROOT / place).exists()]
    tested = {f"tests/{path.name}/" for path in (ROOT / "tests").iterdir() if list(path.glob("test_*.py"))}
    assert tested - places == {"tests/package/", "tests/speed/"}, "of the repository and of bench/, not of a part"


def test_the_example_of_the_readme_is_what_stands_in_the_repository() -> None:
    raw, story = re.findall(r"```(?:text|markdown)\n(.*?)```", text("README.md"), re.DOTALL)[:2]
    (made,) = (ROOT / "content" / "stories").rglob("night-ferry-*.md")
    for shown, whole in ((raw, text("seeds/001_4be1c07a.txt")), (story, made.read_text(encoding="utf-8"))):
        lines = [" ".join(line.split()).rstrip("… ") for line in shown.splitlines() if not line.strip().startswith("[")]
        assert len(lines) > 8
        assert [line for line in lines if line not in " ".join(whole.split())] == []


def test_each_promise_of_safety_names_tests_that_are_there() -> None:
    promises = text("docs/security.md").split("## What of the above was tried")[0].split("\n## ")[2:]
    files = [path.as_posix() for folder in ("tests", "plugins", "scripts") for path in (ROOT / folder).rglob("*.py")]
    for promise in promises:
        named = re.findall(r"`(?:python )?([\w/]+\.py)`", promise)
        assert any("/tests/" in file for name in named for file in files if file.endswith(f"/{name}")), promise[:60]
        assert [name for name in named if not any(file.endswith(f"/{name}") for file in files)] == []


def test_the_changelog_knows_this_version() -> None:
    version = tomllib.loads(text("pyproject.toml"))["project"]["version"]
    assert re.search(rf"^## {re.escape(version)}\b", text("CHANGELOG.md"), re.MULTILINE)
    assert "### Changed output" in text("CHANGELOG.md")


def test_the_locks_name_no_host_and_hold_hashes() -> None:
    for lock in sorted(ROOT.glob("requirements*.txt")):
        lines = lock.read_text(encoding="utf-8").splitlines()
        assert not [line for line in lines if "://" in line or line.startswith("-")], lock.name
        pinned = [line for line in lines if re.match(r"[a-z0-9]", line)]
        assert pinned and all(line.endswith("\\") for line in pinned), lock.name


def test_the_locks_hold_every_dependency() -> None:
    project = tomllib.loads(text("pyproject.toml"))["project"]
    declared = {re.split(r"[<>=\[ ]", entry)[0].lower() for entry in project["dependencies"]}
    for lock in ("requirements.txt", "requirements-dev.txt"):
        assert declared <= set(re.findall(r"^([a-z0-9-]+)==", text(lock), re.MULTILINE)), lock


def test_workflows_pin_actions_by_commit() -> None:
    for workflow in sorted((ROOT / ".github" / "workflows").glob("*.yml")):
        for action in re.findall(r"uses: (\S+.*)", workflow.read_text(encoding="utf-8")):
            assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v[\d.]+", action), f"{workflow.name}: {action}"
