"""A worker that is killed at any moment takes nothing with it: what it had to do is done again."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import NamedTuple

import pytest
from copydesk.batch.processes.fences import Fence
from copydesk.batch.processes.workers import Loss, Work, in_order
from pebble.pool import process
from severed import LONG, die_while_answering, forget_a_task

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")


class Errand(NamedTuple):
    """A task: its number, and a file that is made where a worker was killed at it."""

    number: int
    mark: Path


def in_its_midst(errand: Errand) -> bytes:
    """The fourth is killed in the midst of its answer, but not when it is done again."""
    return _done(errand, die_while_answering)


def at_work(errand: Errand) -> bytes:
    """The fourth is killed before it answers."""
    return _done(errand, lambda: os.kill(os.getpid(), signal.SIGKILL))


def always(errand: Errand) -> bytes:
    """The fourth is killed whenever it is tried."""
    if errand.number == 3:
        die_while_answering()
    return _answer(errand)


def _done(errand: Errand, die: object) -> bytes:
    if errand.number == 3 and not errand.mark.exists():
        errand.mark.touch()
        die()  # type: ignore[operator]
    return _answer(errand)


def _answer(errand: Errand) -> bytes:
    return b"x" * (LONG + errand.number)


def lost(errand: Errand, loss: Loss) -> str:
    return f"{errand.number} {loss}"


def fence(_: Errand) -> Fence:
    return Fence(100, 100_000_000)


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("do", [in_its_midst, at_work])
def test_what_a_killed_worker_had_to_do_is_done_again(do, jobs, tmp_path) -> None:
    errands = [Errand(number, tmp_path / "killed") for number in range(12)]
    answers = list(in_order(Work(do, lost, fence), errands, jobs))
    assert (tmp_path / "killed").exists()
    assert [len(answer) for answer in answers] == [LONG + number for number in range(12)]


def test_what_ends_its_worker_each_time_is_named_and_the_others_pass(tmp_path) -> None:
    errands = [Errand(number, tmp_path) for number in range(12)]
    answers = list(in_order(Work(always, lost, fence), errands, 2))
    assert answers.pop(3) == "3 crash"
    assert [len(answer) - LONG for answer in answers] == [*range(3), *range(4, 12)]


def test_a_task_that_a_breaking_pool_forgets_is_done_again(tmp_path, monkeypatch) -> None:
    forgotten = forget_a_task(monkeypatch)
    answers = list(in_order(Work(_answer, lost, fence), [Errand(number, tmp_path) for number in range(3)], 1))
    assert forgotten
    assert [len(answer) - LONG for answer in answers] == [0, 1, 2]


def test_a_server_that_was_killed_and_has_not_quite_ended_is_asked_again(tmp_path, monkeypatch) -> None:
    refused, start = [], process.launch_process

    def refuse_twice(*arguments, **more):
        if len(refused) < 2:
            refused.append(arguments)
            raise ConnectionRefusedError
        return start(*arguments, **more)

    monkeypatch.setattr(process, "launch_process", refuse_twice)
    (answer,) = in_order(Work(_answer, lost, fence), [Errand(0, tmp_path)], 1)
    assert len(answer) == LONG
    assert len(refused) == 2
