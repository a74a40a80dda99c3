"""Pages rendered by several processes are the pages that one renders."""

from __future__ import annotations

import multiprocessing
import os
import sys
import time
from importlib.util import find_spec
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from copydesk.batch.processes import lines
from copydesk.site import hands
from copydesk.site.hands import Hands
from copydesk.site.printing import ahead
from copydesk.site.printing.rendering import kit_of
from copydesk.site.printing.templates import LENT
from copydesk.site.stage import staging, swap
from copydesk.site.stage.staging import stage_of
from copydesk.site.tongue import Tongue
from newsstand import make_site, pages, press, story, write
from severed import LONG, die_while_answering, forget_a_task

QUIET = "COPYDESK_SEARCH = COPYDESK_CARDS = False"


def site_of(folder: Path, more: str = "") -> Path:
    """A small site with a page of each kind."""
    stories = {
        f"2025/08/story-{number}.md": story(
            "The *first*.\n\nAnd the second.",
            title=f"Story {number} <of> few",
            authors=[f"Author {number % 3}"],
            publisher="The Harbor Ledger",
            section="Ports",
            tags=["Quay"],
            date=f"2025-08-{1 + number:02}",
            lang="en",
        )
        for number in range(9)
    }
    return make_site(folder, stories, f"{QUIET}\n{more}")


@pytest.mark.parametrize("name", hands.PRELOADED)
def test_what_is_imported_before_forking_is_there(name: str) -> None:
    assert find_spec(name) is not None


@pytest.fixture
def few_are_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Processes help with any number of pages."""
    monkeypatch.setattr(hands, "WORTHWHILE", 1)


@pytest.mark.usefixtures("few_are_worth_it")
@pytest.mark.parametrize("method", ["forkserver", "spawn"])
def test_the_number_of_processes_changes_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip(f"this system has no {method}")
    monkeypatch.setattr(lines, "context", lambda _: multiprocessing.get_context(method))
    alone = pages(press(site_of(tmp_path / "one", "COPYDESK_JOBS = 1")))
    together = site_of(tmp_path / "two", "COPYDESK_JOBS = 2")
    assert pages(press(together)) == alone
    assert not multiprocessing.active_children()


REPLACED = """
STATIC_PATHS = ["extra"]
EXTRA_PATH_METADATA = {
    "extra/own.html": {"path": "2025/08/story-3.html"},
    "extra/loud.html": {"path": "2025/08/STORY-4.html"},
}
"""


@pytest.mark.usefixtures("few_are_worth_it")
def test_what_takes_the_place_of_a_page_takes_it_also_once_that_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ahead, "BATCH", 1)
    sites = [site_of(tmp_path / str(jobs), f"{REPLACED}COPYDESK_JOBS = {jobs}") for jobs in (1, 2)]
    for site, name in product(sites, ("own", "loud")):
        write(site / "content/extra" / f"{name}.html", f"{name}, by hand")
    alone, together = (pages(press(site)) for site in sites)
    assert together == alone
    assert together["2025/08/story-3.html"] == b"own, by hand"
    assert "2025/08/story-4.html" not in together
    assert together["2025/08/STORY-4.html"] == b"loud, by hand"


@pytest.mark.usefixtures("few_are_worth_it")
def test_a_disk_that_is_full_while_others_are_planned_is_told_like_any(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(ahead, "BATCH", 1)
    monkeypatch.setattr(ahead.Ahead, "make_folders", lambda self, entries: fail("output/a"))
    site = site_of(tmp_path, "COPYDESK_JOBS = 2")
    with pytest.raises(SystemExit):
        press(site)
    assert "output/a: No space left on device. The site was left as it is." in capfd.readouterr().err
    assert not stage_of(site / "output").exists()


@pytest.mark.usefixtures("few_are_worth_it")
@pytest.mark.parametrize("turn", [0, 1, 2])
def test_pages_go_to_the_disk_while_others_are_printed_and_its_faults_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], turn: int
) -> None:
    """The system tells a fault once, to whoever waits for the disk then."""
    turns: list[Path] = []

    def flush(folder: Path) -> None:
        turns.append(folder)
        if len(turns) == turn:
            fail("output/a")

    monkeypatch.setattr(swap, "flush", flush)
    monkeypatch.setattr(staging, "flush", flush)  # that of the end
    site = site_of(tmp_path, "COPYDESK_JOBS = 2")
    if not turn:
        assert len(pages(press(site))) > 20
        assert turns == [stage_of(site / "output")] * 3
        return
    with pytest.raises(SystemExit):
        press(site)
    assert "output/a: No space left on device. The site was left as it is." in capfd.readouterr().err
    assert turns == [stage_of(site / "output")] * 2
    assert not (site / "output").exists() and not stage_of(site / "output").exists()


@pytest.mark.usefixtures("few_are_worth_it")
def test_pages_are_rendered_elsewhere_but_where_a_plugin_listens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pelican.plugins import signals

    given: list[int] = []
    give = Hands.give
    monkeypatch.setattr(Hands, "give", lambda self, do, tasks: give(self, do, given_to(tasks)))

    def given_to(tasks: object) -> list[object]:
        lots = list(tasks)  # type: ignore[call-overload]
        given.extend(len(getattr(lot, "pages", ())) for lot in lots)
        return lots

    press(site_of(tmp_path / "elsewhere", "COPYDESK_JOBS = 2"))
    assert sum(given) > 20

    given.clear()
    heard: list[str] = []

    def listen(path: str, context: object) -> None:
        heard.append(path)

    with signals.content_written.connected_to(listen):
        press(site_of(tmp_path / "here", "COPYDESK_JOBS = 2"))
    assert sum(given) == 0
    assert len(heard) > 20


def test_a_plugin_that_changes_feeds_is_given_each_whole(tmp_path: Path) -> None:
    from pelican.plugins import signals

    given: list[int] = []

    def change(context: object, feed: Any) -> None:
        given.append(len(feed.entry()))
        for entry in feed.entry()[:1]:
            entry.title("Changed by a plugin")

    with signals.feed_generated.connected_to(change):
        output = press(site_of(tmp_path, "COPYDESK_JOBS = 1"))
    feeds = [path for path in output.glob("feeds/**/*.xml") if b"<item>" in path.read_bytes()]
    assert len(given) >= len(feeds) > 2 and max(given) == 9
    assert all(path.read_bytes().count(b"Changed by a plugin") == 1 for path in feeds)


def fall(task: int) -> int:
    """End the process, unless it is the one that asked."""
    if os.getpid() != task:
        os._exit(1)
    return task


def wait_for_another(task: tuple[int, Path]) -> None:
    """Wait until whoever asked does the same."""
    asked, begun = task
    if os.getpid() == asked:
        begun.touch()
    while not begun.exists():
        time.sleep(0.01)


def dying_while_answering(task: tuple[int, int]) -> bytes:
    """A long answer; another process than that of whoever asked dies while it sends the fourth."""
    asked, number = task
    if number == 3 and os.getpid() != asked:
        die_while_answering()
    return b"x" * (LONG + number)


def fail(task: str) -> str:
    """Find the disk full."""
    raise OSError(28, "No space left on device", task)


def test_what_a_process_that_died_had_to_do_is_done_by_whoever_asked() -> None:
    helping = Hands(2)
    try:
        mine = os.getpid()
        assert list(helping.taken(fall, helping.give(fall, [mine, mine]))) == [mine, mine]
        assert list(helping.taken(fall, helping.give(fall, [mine]))) == [mine]
    finally:
        helping.close()


def test_tasks_that_no_process_has_begun_are_done_by_whoever_asked(tmp_path: Path) -> None:
    helping = Hands(1)
    try:
        given = helping.give(wait_for_another, [(os.getpid(), tmp_path / "begun")] * 9)
        helping.done(wait_for_another, given)
        assert any(future.cancelled() for _, future in given)
        assert all(future.done() for _, future in given)
    finally:
        helping.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no kill -9")
def test_a_process_that_is_killed_in_the_midst_of_an_answer_holds_up_nothing() -> None:
    helping = Hands(2)
    try:
        numbers = range(9)
        given = helping.give(dying_while_answering, [(os.getpid(), number) for number in numbers])
        assert [len(answer) for answer in helping.taken(dying_while_answering, given)] == [
            LONG + number for number in numbers
        ]
    finally:
        helping.close()


def test_a_task_that_a_breaking_pool_forgets_is_done_by_whoever_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    forgotten = forget_a_task(monkeypatch)
    helping = Hands(1)
    try:
        assert list(helping.taken(abs, helping.give(abs, [-1, -2]))) == [1, 2]
        assert forgotten
    finally:
        helping.close()


def test_a_process_that_is_asked_to_end_while_it_waits_ends() -> None:
    helping = Hands(1)
    try:
        ((_, asked),) = helping.give(abs, [-1])
        assert asked.result() == 1
        for helper in multiprocessing.active_children():
            helper.terminate()
            helper.join()
    finally:
        helping.close()


def test_a_full_disk_is_told_as_one() -> None:
    helping = Hands(2)
    try:
        with pytest.raises(OSError, match="No space left"):
            list(helping.taken(fail, helping.give(fail, ["page"])))
    finally:
        helping.close()


def test_functions_of_the_settings_are_not_handed_over() -> None:
    settings = {"THEME": "theme", "THEME_TEMPLATES_OVERRIDES": [], "JINJA_ENVIRONMENT": {"autoescape": True}}
    tongue = Tongue("en")
    assert kit_of(settings, LENT, tongue)
    assert kit_of({**settings, "JINJA_FILTERS": {"loud": str.upper}}, LENT, tongue) is None
    assert kit_of({**settings, "JINJA_ENVIRONMENT": {"finalize": str}}, LENT, tongue) is None
