"""Ctrl-C is answered where it may be, at the end of a step that is whole, and not where everything has happened."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from typing import NoReturn

import pytest
from copydesk import interrupts


class Asked(Exception):
    """What the tests answer."""


def reply(number: int) -> NoReturn:
    raise Asked(number)


@pytest.fixture(autouse=True)
def handlers() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in interrupts.ASKING}
    yield
    interrupts.restore(before)


@pytest.mark.parametrize("number", interrupts.ASKING)
def test_an_answer_is_given_at_once_and_once(number: signal.Signals) -> None:
    interrupts.answer(reply)
    with pytest.raises(Asked):
        signal.raise_signal(number)
    for again in interrupts.ASKING:
        signal.raise_signal(again)


def test_a_whole_step_is_answered_at_its_end() -> None:
    interrupts.answer(reply)
    steps: list[int] = []
    with pytest.raises(Asked), interrupts.deferred():
        signal.raise_signal(signal.SIGINT)
        steps.append(1)
    assert steps == [1]


def test_what_has_happened_is_not_asked_back() -> None:
    interrupts.answer(reply)
    with interrupts.unheeded():
        signal.raise_signal(signal.SIGTERM)
    with pytest.raises(Asked):
        signal.raise_signal(signal.SIGTERM)


def test_an_answer_of_ours_is_none_once_all_is_done() -> None:
    interrupts.answer(reply)
    outer = interrupts.answer(reply)
    interrupts.conclude(outer)
    signal.raise_signal(signal.SIGINT)


def test_what_answered_before_us_answers_again() -> None:
    signal.signal(signal.SIGINT, signal.default_int_handler)
    interrupts.conclude(interrupts.answer(reply))
    with pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


def test_a_child_ends_in_silence() -> None:
    interrupts.answer(reply)
    if not (child := os.fork()):
        signal.raise_signal(signal.SIGTERM)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 128 + signal.SIGTERM
