"""Serving while one works: types, the 404 page, building again when something changes, and not for ever."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from copydesk.site.serve import main, settle
from copydesk.site.serving.handler import serve
from copydesk.site.serving.inputs import Inputs, files_in
from newsstand import make_site, story, write


@pytest.fixture
def address(output: Path) -> Iterator[str]:
    server = serve(output, 0)
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/", "text/html; charset=utf-8"),
        ("/feeds/all.rss.xml", "application/rss+xml; charset=utf-8"),
        ("/feeds/all.atom.xml", "application/atom+xml; charset=utf-8"),
        ("/feeds/all.json", "application/json; charset=utf-8"),
        ("/theme/copydesk.css", "text/css; charset=utf-8"),
    ],
)
def test_files_are_sent_as_what_they_are(address: str, path: str, kind: str) -> None:
    with urllib.request.urlopen(address + path) as answer:
        assert answer.headers["Content-Type"] == kind
        assert answer.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("path", ["/", "/feeds/all.json", "/theme/copydesk.css", "/no/such/page.html", "/theme"])
def test_no_page_of_a_strangers_has_what_is_served_for_a_part_of_its_own(address: str, path: str) -> None:
    connection = HTTPConnection(address.removeprefix("http://"))
    connection.request("GET", path, headers={"Origin": "https://evil.example"})
    answer = connection.getresponse()
    connection.close()
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers.get_all("Cache-Control") == ["no-cache"]
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_a_missing_page_is_the_sites_own(address: str) -> None:
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{address}/no/such/page.html")
    assert caught.value.code == 404
    assert b"Page not found" in caught.value.read()


@pytest.mark.parametrize(
    ("host", "code"),
    [
        ("127.0.0.1:8000", 200),
        ("LOCALHOST", 200),
        ("[::1]:8000", 200),
        ("rebound.example:8000", 421),
        ("localhost.rebound.example", 421),
        ("127.0.0.1:8000:80", 421),
        ("", 421),
    ],
)
def test_pages_are_shown_under_no_name_but_this_machines(address: str, host: str, code: int) -> None:
    for path in ("/", "/no/such/page.html"):
        wanted = 404 if code == 200 and path != "/" else code
        connection = HTTPConnection(address.removeprefix("http://"))
        connection.request("GET", path, headers={"Host": host})
        answer = connection.getresponse()
        assert answer.status == wanted
        assert (code == 200) == (b"copydesk.css" in answer.read())
        connection.close()


def test_builds_again_only_while_a_build_changes_something(tmp_path: Path) -> None:
    inputs = Inputs((tmp_path,), ())
    builds: list[int] = []

    def build() -> None:
        builds.append(1)
        if len(builds) == 1:
            write(tmp_path / "written.md", "by the build itself")

    stamps = settle(inputs, build, inputs.stamps())
    assert len(builds) == 2
    assert stamps == inputs.stamps()


def test_a_build_that_always_writes_comes_to_an_end(tmp_path: Path) -> None:
    builds: list[int] = []

    def build() -> None:
        builds.append(1)
        write(tmp_path / "written.md", "x" * len(builds))

    inputs = Inputs((tmp_path,), ())
    settle(inputs, build, inputs.stamps())
    assert len(builds) == 3


def test_what_editors_and_python_leave_does_not_count(tmp_path: Path) -> None:
    for name in (".story.md.swp", "story.md~", "__pycache__/x.pyc", ".git/HEAD", "story.md"):
        write(tmp_path / name, "x")
    assert list(files_in(tmp_path)) == [tmp_path / "story.md"]


@pytest.mark.parametrize("port", ["70000", "-1", "http"])
def test_what_is_no_port_is_said_in_one_line(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--port", port])
    assert ended.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "is no port: give a number" in line


def test_a_taken_port_is_said_in_one_line(
    tmp_path: Path, address: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(make_site(tmp_path))
    port = address.rpartition(":")[2]
    assert main(["--port", port]) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert f"port {port} (" in line
    assert "make serve PORT=" in line


def wait_for(what: str, path: Path) -> None:
    for _ in range(1800):
        if path.is_file() and what in path.read_text(encoding="utf-8"):
            return
        time.sleep(0.1)
    pytest.fail(f"{what} never came to {path}")


def test_a_saved_story_and_changed_settings_are_built(tmp_path: Path) -> None:
    site = make_site(tmp_path, {"2025/08/one.md": story(title="One", date="2025-08-01")})
    command = [sys.executable, "-m", "copydesk.site.serve", "--port", "0"]
    path = os.pathsep.join(sys.path)
    log = (site / "log.txt").open("w")
    server = subprocess.Popen(command, cwd=site, env={**os.environ, "PYTHONPATH": path}, stderr=log, stdout=log)
    try:
        wait_for("Ctrl-C", site / "log.txt")
        assert re.search(r"http://127\.0\.0\.1:\d+/", (site / "log.txt").read_text())
        write(site / "content/stories/2025/08/two.md", story(title="Second leaf", date="2025-08-02"))
        wait_for("Second leaf", site / "output/index.html")
        settings = site / "pelican.conf.py"
        settings.write_text(settings.read_text() + 'SITENAME = "Renamed"\n')
        wait_for("Renamed", site / "output/index.html")
    finally:
        server.send_signal(signal.SIGINT)
        assert server.wait(180) == 0
        log.close()
    assert "Traceback" not in (site / "log.txt").read_text()
