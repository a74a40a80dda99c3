"""A build asked to end, at the moments where that is hardest, leaves the old site, no stage and no traceback."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from copydesk import interrupts
from copydesk.site import hands
from copydesk.site.entries import Entry
from copydesk.site.printing.press import Press
from copydesk.site.stage import grounds, staging
from newsstand import guid, make_site, pages, press, story, tree, write

MOMENTS = {
    "as the stage is opened": (staging, "open_stage"),
    "as processes are asked for": (hands.Hands, "are_worth"),
    "as the ground is left": (staging, "discard"),
}


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Path]:
    """A site that was built and has one more story now."""
    before = {number: signal.getsignal(number) for number in interrupts.ASKING}
    make_site(tmp_path, {"2025/08/one.md": story("One.", title="One", date="2025-08-10", guid=guid(1))})
    press(tmp_path)
    late = story("Two.", title="Two", date="2025-08-11", guid=guid(2))
    write(tmp_path / "content/stories/2025/08/two.md", late)
    yield tmp_path
    interrupts.restore(before)


def asked_after(done: Callable[..., Any]) -> Callable[..., Any]:
    """The same step, at whose end someone asks the program to end."""

    def step(*given: Any, **more: Any) -> Any:
        result = done(*given, **more)
        signal.raise_signal(signal.SIGTERM)
        return result

    return step


@pytest.mark.parametrize("moment", MOMENTS)
def test_no_stage_is_left(site: Path, monkeypatch: pytest.MonkeyPatch, capfd: Any, moment: str) -> None:
    owner, name = MOMENTS[moment]
    old = tree(site / "output")
    monkeypatch.setattr(owner, name, asked_after(getattr(owner, name)))
    with pytest.raises(SystemExit) as end:
        press(site)
    assert end.value.code == 128 + signal.SIGTERM
    assert capfd.readouterr().err.count("interrupted. The site was left as it is.") == 1
    assert tree(site / "output") == old
    assert not staging.stage_of(site / "output").exists()


def test_what_has_happened_is_not_called_interrupted(site: Path, monkeypatch: pytest.MonkeyPatch, capfd: Any) -> None:
    old = pages(site / "output")
    monkeypatch.setattr(staging, "put_in_place", asked_after(staging.put_in_place))
    monkeypatch.setattr(grounds, "drop", asked_after(grounds.drop))
    press(site)
    assert "interrupted" not in capfd.readouterr().err
    assert pages(site / "output").keys() > old.keys()


def test_the_stage_goes_after_the_processes_that_write_in_it(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    monkeypatch.setattr(hands.Hands, "close", lambda _hands: order.append("processes"))
    monkeypatch.setattr(grounds, "drop", lambda _stage: order.append("stage"))

    def cut(current: Press, entries: list[Entry]) -> None:
        signal.raise_signal(signal.SIGTERM)

    monkeypatch.setattr("copydesk.site.printing.press.render", cut)
    with pytest.raises(SystemExit):
        press(site)
    assert order == ["processes", "stage"]
