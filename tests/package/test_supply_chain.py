"""What comes from others is named to the byte and licence; what builds knows no secret; releases are signed."""

from __future__ import annotations

import json
import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))

from licences import FOR_A_REASON, NAMES, PERMISSIVE, Licensed, listed  # noqa: E402

LOCKS = sorted((*ROOT.glob("requirements*.txt"), *ROOT.glob("bench/*/requirements.txt")))
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))

REQUIREMENT = re.compile(r"^[A-Za-z0-9._-]+==\S+", re.MULTILINE)
ACTION = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*")


def read(workflow: Path) -> dict[str, Any]:
    """A workflow as its tables; "on" is true in YAML."""
    found: dict[str, Any] = yaml.load(workflow.read_text("utf-8"), yaml.CSafeLoader)
    return found


def commands(job: dict[str, Any]) -> list[str]:
    """What a job runs."""
    return [step["run"] for step in job["steps"] if "run" in step]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_package_is_locked_with_hashes(lock: Path) -> None:
    text = lock.read_text("utf-8")
    entries = re.split(r"^(?=[A-Za-z0-9._-]+==)", text, flags=re.MULTILINE)[1:]
    assert entries and len(entries) == len(REQUIREMENT.findall(text))
    assert [entry.split("==")[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert not re.search(
        r"https?://|^-|git\+", "\n".join(line for line in text.splitlines() if line[:1] not in "# "), re.M
    )


def project() -> dict[str, Any]:
    """The project as pyproject.toml describes it."""
    found: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    return found


def asked_in(path: Path) -> list[Requirement]:
    """What a list of requirements asks for."""
    lines = (line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines())
    return [Requirement(line) for line in lines if line and not line.startswith("-")]


ASKED = {
    "requirements.txt": [Requirement(each) for each in project()["project"]["dependencies"]],
    **{f"{path.stem}.txt": asked_in(path) for path in sorted(ROOT.glob("requirements*.in"))},
}
"""Each lock, and what it was made for."""


def locked(lock: Path) -> dict[str, str]:
    """The version of each package of a lock."""
    pairs = (found[0].split("==") for found in REQUIREMENT.finditer(lock.read_text("utf-8")))
    return {canonicalize_name(name): version.split(";")[0].strip(" \\") for name, version in pairs}


@pytest.mark.parametrize("lock", ASKED)
def test_a_lock_has_all_that_is_asked_for_in_a_version_that_was_asked_for(lock: str) -> None:
    versions = locked(ROOT / lock)
    assert ASKED[lock]
    assert [
        str(each)
        for each in ASKED[lock]
        if not each.specifier.contains(versions.get(canonicalize_name(each.name), "0"))
    ] == []


def test_a_lock_has_nothing_in_our_name_that_nobody_asks_for() -> None:
    text = (ROOT / "requirements.txt").read_text("utf-8")
    entries = re.split(r"^(?=[A-Za-z0-9._-]+==)", text, flags=re.MULTILINE)[1:]
    ours = {
        canonicalize_name(entry.split("==")[0]) for entry in entries if "pelican-copydesk (pyproject.toml)" in entry
    }
    assert ours == {canonicalize_name(each.name) for each in ASKED["requirements.txt"]}


def test_every_python_that_we_name_is_tried() -> None:
    about = project()["project"]
    named = [
        each.rpartition(" ")[2]
        for each in about["classifiers"]
        if each.startswith("Programming Language :: Python :: 3.")
    ]
    assert read(ROOT / ".github/workflows/ci.yml")["jobs"]["test"]["strategy"]["matrix"]["python"] == named
    assert about["requires-python"] == f">={named[0]}"


@pytest.mark.parametrize("lock", sorted(ROOT.glob("tests/*/package-lock.json")), ids=lambda path: path.parent.name)
def test_every_package_of_node_is_too(lock: Path) -> None:
    packages = {name: each for name, each in json.loads(lock.read_bytes())["packages"].items() if name}
    assert packages
    assert [name for name, each in packages.items() if not each.get("integrity", "").startswith("sha512-")] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_by_its_commit(workflow: Path) -> None:
    used = re.findall(r"uses: (.*)", workflow.read_text("utf-8"))
    assert used
    assert [action for action in used if not ACTION.fullmatch(action.strip())] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_what_builds_knows_no_secret_and_changes_nothing(workflow: Path) -> None:
    text, tables = workflow.read_text("utf-8"), read(workflow)
    assert "secrets." not in text and "pull_request_target" not in text and "github.event" not in text
    assert tables["permissions"] in ({}, {"contents": "read"})
    for name, job in tables["jobs"].items():
        granted = {right for right, level in job.get("permissions", {}).items() if level == "write"}
        assert granted <= {"pages", "id-token", "attestations"}, name
        assert not (granted and commands(job)), f"{name} holds rights and runs commands"
        checked_out = [step for step in job["steps"] if "actions/checkout@" in step.get("uses", "")]
        assert all(step["with"]["persist-credentials"] is False for step in checked_out)
        assert not any("pip install" in command and "--require-hashes" not in command for command in commands(job))


def test_pages_are_published_with_their_hidden_files() -> None:
    steps = read(ROOT / ".github/workflows/pages.yml")["jobs"]["build"]["steps"]
    (upload,) = [step for step in steps if "upload-pages-artifact@" in step.get("uses", "")]
    assert upload["with"] == {"path": "output", "include-hidden-files": True}  # .well-known/security.txt is one


def test_a_release_is_signed_before_it_is_published() -> None:
    jobs = read(ROOT / ".github/workflows/release.yml")["jobs"]
    assert jobs["sign"]["needs"] == "build" and jobs["publish"]["needs"] == "sign"
    assert any("attest-build-provenance@" in step["uses"] for step in jobs["sign"]["steps"])
    assert jobs["sign"]["permissions"]["attestations"] == "write"
    assert "id-token" in jobs["publish"]["permissions"] and "permissions" in jobs["build"]
    assert any("--no-isolation" in command for command in commands(jobs["build"])), (
        "the build's tools come from the lock"
    )


def test_known_vulnerabilities_and_licences_are_looked_at() -> None:
    run = "\n".join(commands(read(ROOT / ".github/workflows/ci.yml")["jobs"]["dependencies"]))
    assert "pip-audit --disable-pip --require-hashes --strict" in run
    assert all(f"--requirement {lock}" in run for lock in ("requirements.txt", "requirements-build.txt"))
    assert "scripts/licences.py requirements.txt" in run


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-build.txt", "requirements-dev.txt"])
def test_every_licence_is_one_we_accept(lock: str) -> None:
    found = list(listed(ROOT / lock))
    assert found
    assert [f"{each.name}: {each.licences}" for each in found if not each.is_accepted] == []


def test_other_licences_and_none_are_not_accepted() -> None:
    assert not Licensed("harbor", "1", ("GPL-3.0-only",)).is_accepted
    assert not Licensed("harbor", "1", ()).is_accepted
    assert not Licensed("harbor", "1", ("MIT", "Proprietary")).is_accepted
    assert Licensed("harbor", "1", ("MIT", "MPL-2.0")).is_accepted


def test_the_tables_of_licences_hold_nothing_that_is_not_used() -> None:
    names = {each.name for lock in ("requirements.txt", "requirements-dev.txt") for each in listed(ROOT / lock)}
    assert set(FOR_A_REASON) <= names
    copyleft = {"AGPL-3.0-or-later", "GPL-2.0-or-later", "LGPL-3.0-or-later"}
    assert set(NAMES.values()) <= PERMISSIVE | copyleft
