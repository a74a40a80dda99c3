"""No process is started that would run out of files to open in the midst of it."""

from __future__ import annotations

import sys

import pytest
from copydesk.batch.processes import handles
from copydesk.batch.processes.workers import Work, in_order
from copydesk.errors import CopydeskError
from copydesk.site.hands import WORTHWHILE, Hands

if sys.platform == "win32":
    pytest.skip("Windows has no such limit", allow_module_level=True)

import resource


@pytest.fixture(autouse=True)
def limit(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit of open files that the test is called with."""
    monkeypatch.setattr(resource, "getrlimit", lambda _which: (request.param, resource.RLIM_INFINITY))


@pytest.mark.parametrize("limit", [39], indirect=True)
def test_without_files_for_one_process_the_run_ends_with_what_to_do() -> None:
    work: Work[int, int] = Work(abs, max, max)
    with pytest.raises(CopydeskError, match="Raise that limit: ulimit -n"):
        list(in_order(work, [-1], 2))
    assert list(in_order(work, [], 2)) == []
    assert not Hands(2).are_worth(WORTHWHILE)


@pytest.mark.parametrize(
    ("limit", "fit"), [(40, 1), (71, 4), (256, 8), (resource.RLIM_INFINITY, 8)], indirect=["limit"]
)
def test_so_many_are_started_as_there_are_files_for(fit: int) -> None:
    assert handles.as_many_as_fit(8) == fit
