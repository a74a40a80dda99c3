"""The processes that clean have the garbage collector leave alone what stays."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from copydesk.batch.processes import workers
from copydesk.batch.processes.garbage import spare_what_stays


@pytest.fixture
def as_it_was() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)
    gc.unfreeze()


@pytest.mark.usefixtures("as_it_was")
def test_what_is_loaded_is_not_looked_through_again() -> None:
    loaded = len(gc.get_objects())
    spare_what_stays()
    assert gc.get_freeze_count() > 1_000
    assert len(gc.get_objects()) < loaded / 2


@pytest.mark.usefixtures("as_it_was")
def test_circles_among_new_values_are_still_found() -> None:
    spare_what_stays()
    circle: list[object] = []
    circle.append(circle)
    del circle
    assert gc.collect() >= 1


def test_a_worker_is_set_so_before_its_first_task(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    for name in ("leave_no_core", "follow_parent", "spare_what_stays"):
        monkeypatch.setattr(workers, name, lambda name=name: asked.append(name))
    workers._settle_in()
    assert asked[-1] == "spare_what_stays"
