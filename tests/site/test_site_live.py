"""Serving while one works: requests with conditions, live pages, and the process that builds."""

from __future__ import annotations

import os
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from pathlib import Path

import pytest
from copydesk.site.printing.rendering import environment
from copydesk.site.serving.builder import Builder
from copydesk.site.serving.handler import serve
from copydesk.site.serving.inputs import Inputs
from copydesk.site.serving.live import Live, News, state_of, with_script
from copydesk.site.serving.warmth import Warmth, kit_for
from newsstand import make_site, story, write
from pelican.settings import read_settings

POLICY = b"<meta http-equiv"


@dataclass(frozen=True)
class Answer:
    code: int
    headers: Message
    body: bytes


def ask(url: str, method: str = "GET", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=named, method=method)) as answer:
            return Answer(answer.status, answer.headers, answer.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers, error.read())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "feeds/all.rss.xml", "<rss/>")
    write(tmp_path / "index.html", '<!DOCTYPE html>\n<html>\n<head>\n<meta http-equiv="X" content="Y">\n</head>')
    (tmp_path / "empty").mkdir()
    return tmp_path


@pytest.fixture
def live() -> Live:
    return Live()


@pytest.fixture
def plain(folder: Path) -> Iterator[str]:
    server = serve(folder, 0)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def lively(folder: Path, live: Live) -> Iterator[str]:
    server = serve(folder, 0, live)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


# --- requests with conditions -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_what_the_other_side_has_is_not_sent_again(plain: str, method: str) -> None:
    url = plain + "/feeds/all.rss.xml"
    first = ask(url)
    assert (first.code, first.body) == (200, b"<rss/>")
    for condition in (
        {"If_None_Match": first.headers["ETag"]},
        {"If_None_Match": f'"other", W/{first.headers["ETag"]}'},
        {"If_Modified_Since": first.headers["Last-Modified"]},
        {"If_None_Match": first.headers["ETag"], "If_Modified_Since": "Thu, 01 Jan 1970 00:00:00 GMT"},
    ):
        again = ask(url, method, **condition)
        assert (again.code, again.body) == (304, b""), condition
        assert again.headers["ETag"] == first.headers["ETag"]


def test_what_changed_is_sent(plain: str, folder: Path) -> None:
    url, file = plain + "/feeds/all.rss.xml", folder / "feeds/all.rss.xml"
    first = ask(url)
    file.write_text("<RSS/>")  # as long as before
    os.utime(file, ns=(1, os.stat(file).st_mtime_ns + 1))
    assert ask(url, If_None_Match=first.headers["ETag"]).body == b"<RSS/>"
    both = {"If_None_Match": first.headers["ETag"], "If_Modified_Since": first.headers["Last-Modified"]}
    assert ask(url, **both).code == 200, "a tag counts before a date"
    assert ask(url, If_Modified_Since="Thu, 01 Jan 1970 00:00:00 GMT").code == 200
    assert ask(url, If_Modified_Since="no date").code == 200


def test_folders_are_not_listed(plain: str) -> None:
    assert ask(plain + "/empty/").code == 404
    assert ask(plain + "/feeds/").code == 404
    assert ask(plain + "/index.html/").code == 404


def test_nothing_outside_the_folder_is_served(plain: str, folder: Path) -> None:
    write(folder.parent / "secret.txt", "secret")
    assert ask(plain + "/../secret.txt").code == 404
    assert ask(plain + "/%2e%2e/secret.txt").code == 404


# --- live pages -------------------------------------------------------------------------------------------------------


def test_a_page_of_another_build_is_sent_again_whatever_its_file_dates_from(lively: str, live: Live) -> None:
    live.tell(News("one"))
    page = lively + "/index.html"
    first = ask(page)
    assert ask(page, If_None_Match=first.headers["ETag"]).code == 304
    live.tell(News("two"))
    assert b"live.js?site=two" in ask(page, If_None_Match=first.headers["ETag"]).body
    assert b"live.js?site=two" in ask(page, If_Modified_Since="Fri, 01 Jan 2100 00:00:00 GMT").body
    assert "Last-Modified" not in first.headers, "browsers that pass over tags ask by date"


def test_only_what_is_sent_is_live_never_what_is_written(lively: str, plain: str, folder: Path) -> None:
    written = (folder / "index.html").read_bytes()
    sent = ask(lively + "/").body
    assert sent.replace(b'\n<script src="/.copydesk/live.js?site="></script>', b"") == written != sent
    assert sent.index(b"<script") < sent.index(POLICY), "the policy of the page holds for what comes after it"
    assert ask(plain + "/").body == written
    assert ask(lively + "/feeds/all.rss.xml").body == b"<rss/>"
    assert b"EventSource" in ask(lively + "/.copydesk/live.js?site=").body
    assert ask(plain + "/.copydesk/live.js").code == 404


def test_a_page_is_told_which_site_it_is_of(lively: str, live: Live) -> None:
    first = ask(lively + "/index.html")
    assert ask(lively + "/index.html", If_None_Match=first.headers["ETag"]).code == 304
    live.tell(News("abc"))
    again = ask(lively + "/index.html", If_None_Match=first.headers["ETag"])
    assert again.code == 200 and b"live.js?site=abc" in again.body


def test_a_page_that_is_not_there_yet_is_live_too(lively: str) -> None:
    answer = ask(lively + "/new.html")
    assert answer.code == 404 and b"live.js" in answer.body


def test_news_reach_those_who_listen(lively: str, live: Live) -> None:
    with urllib.request.urlopen(lively + "/.copydesk/live") as stream:
        assert stream.headers["Content-Type"] == "text/event-stream"
        assert stream.readline() == b'data: {"site": "", "fault": null}\n'
        stream.readline()
        live.tell(News("abc", "content/stories/<b>.md: no title"))
        assert stream.readline() == b'data: {"site": "abc", "fault": "content/stories/<b>.md: no title"}\n'


def test_who_hears_nothing_is_told_that_there_is_nothing() -> None:
    news = Live().listen(breath=0.01)
    assert next(news) == News("")
    assert next(news) is None


def test_html_without_a_head_stays_as_it_is() -> None:
    assert with_script(b"<header>a</header>", "x") == b"<header>a</header>"
    assert with_script(b"<HEAD lang=x><head>", "x").count(b"<script") == 1


def test_the_site_has_another_name_when_a_file_changed(folder: Path) -> None:
    names = [state_of(folder)]
    assert state_of(folder) == names[0]
    write(folder / "new.html", "new")
    names.append(state_of(folder))
    os.utime(folder / "new.html", (1, 1))
    names.append(state_of(folder))
    (folder / "new.html").rename(folder / "other.html")
    names.append(state_of(folder))
    assert len(set(names)) == 4
    (folder / "other.html").unlink()
    assert state_of(folder) == names[0]


# --- what is watched --------------------------------------------------------------------------------------------------


def test_a_change_is_known_without_looking_at_everything(tmp_path: Path) -> None:
    inputs = Inputs((tmp_path / "content",), (tmp_path / "pelican.conf.py",))
    for name in ("content/a.md", "content/deep/b.md", "content/deep/c.md", "pelican.conf.py"):
        write(tmp_path / name, "x")
    stamps = inputs.stamps()
    write(tmp_path / "content/a.md", "longer")
    write(tmp_path / "content/.hidden/x", "x")
    write(tmp_path / "elsewhere.md", "x")
    changed = [tmp_path / "content/a.md", tmp_path / "content/.hidden/x", tmp_path / "elsewhere.md"]
    assert inputs.after(stamps, changed) == inputs.stamps() != stamps
    assert inputs.after(stamps, []) == stamps
    stamps = inputs.stamps()
    (tmp_path / "content/a.md").unlink()
    write(tmp_path / "pelican.conf.py", "longer")
    assert inputs.after(stamps, [tmp_path / "content/a.md"]) == inputs.stamps() != stamps
    stamps = inputs.stamps()
    (tmp_path / "content/deep").rename(tmp_path / "content/deeper")
    moved = [tmp_path / "content/deep", tmp_path / "content/deeper"]
    assert inputs.after(stamps, moved) == inputs.stamps() != stamps


def test_the_program_itself_is_told_from_what_it_reads(tmp_path: Path) -> None:
    inputs = Inputs((tmp_path,), (), (tmp_path / "plugins",))
    write(tmp_path / "plugins/a.py", "x")
    before = inputs.stamps()
    write(tmp_path / "content/a.py", "x")
    write(tmp_path / "plugins/words.toml", "x")
    assert not inputs.changes_code(before, inputs.stamps())
    write(tmp_path / "plugins/a.py", "longer")
    assert inputs.changes_code(before, inputs.stamps())


# --- the process that builds ------------------------------------------------------------------------------------------


def test_builds_go_on_after_one_that_failed(tmp_path: Path) -> None:
    site = make_site(tmp_path, {"2025/08/one.md": story(title="One", date="2025-08-01")})
    settings = site / "pelican.conf.py"
    builder = Builder(settings)
    try:
        assert builder.build().fault is None
        right = settings.read_text()
        settings.write_text(right + "\n1 / 0\n")
        failed = builder.build()
        assert failed.code and failed.fault and "division by zero" in failed.fault
        settings.write_text(right)
        write(site / "content/stories/2025/08/bad.md", "---\ntitle: [\n---\n")
        left_out = builder.build()
        assert left_out.code == 0 and left_out.fault and "content/stories/2025/08/bad.md" in left_out.fault
        builder.restart()
        (site / "content/stories/2025/08/bad.md").unlink()
        assert builder.build().fault is None
    finally:
        builder.close()
    assert (site / "output/2025/08/one.html").is_file()


def test_a_site_is_shown_before_the_build_has_written_down_what_it_knows(tmp_path: Path) -> None:
    stories = {"2025/08/one.md": story(title="One", date="2025-08-01")}
    site = make_site(tmp_path, stories, "COPYDESK_SEARCH = COPYDESK_CARDS = False")
    file, shown = site / "content/stories/2025/08/one.md", []
    builder = Builder(site / "pelican.conf.py")

    def show(digest: str) -> None:
        shown.append((digest, "said later" in (site / "output/2025/08/one.html").read_text()))

    try:
        builder.build(show)
        assert not shown, "a build of the whole site is told of when it is done"
        file.write_text(file.read_text() + "\nA word that was said later.\n")
        outcome = builder.build(show)
    finally:
        builder.close()
    assert outcome.site and shown == [(outcome.site, True)]


def test_templates_are_ready_while_they_are_what_was_compiled(tmp_path: Path) -> None:
    site = make_site(tmp_path)
    write(tmp_path / "theme/templates/a.html", "before")
    settings = {**read_settings(str(site / "pelican.conf.py")), "THEME": str(tmp_path / "theme")}
    kit = kit_for(settings)
    assert kit is not None and kit == kit_for(settings)
    warmth = Warmth()
    warmth.keep(kit)
    assert "a.html" in {name for _, name in environment(kit).cache or ()}
    ready = environment(kit)
    warmth.check()
    assert environment(kit) is ready
    write(tmp_path / "theme/templates/a.html", "behind")
    warmth.check()
    assert environment(kit).get_template("a.html").render() == "behind"
    write(tmp_path / "theme/templates/a.html", "{% fault")
    warmth.keep(kit)
    write(tmp_path / "theme/templates/a.html", "mended")
    warmth.check()
    assert environment(kit).get_template("a.html").render() == "mended"


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no process is copied")
def test_the_process_that_is_copied_has_no_threads() -> None:
    program = (
        "import os; from copydesk.site.serving.builder import load; load(); print(len(os.listdir('/proc/self/task')))"
    )
    done = subprocess.run([sys.executable, "-c", f"import os; {program}"], capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"
