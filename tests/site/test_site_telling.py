"""What a build tells the editor: names of files are a contributor's, and a terminal obeys some characters."""

from __future__ import annotations

from pathlib import Path

import pytest
from copydesk.site.stage.ending import tell
from newsstand import build, make_site, write

NAME = "evil\x1b[31m\u202ename"


def test_what_is_told_holds_nothing_that_a_terminal_obeys(capsys: pytest.CaptureFixture[str]) -> None:
    tell(f"content/{NAME}: is no\nstory", "next")
    assert capsys.readouterr().err == "content/evil\\u001b[31m\\u202ename: is no story\nnext\n"


def test_a_build_says_no_name_as_it_is(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", more="COPYDESK_SEARCH = COPYDESK_CARDS = False")
    for folder in ("editions", "pages", "stories", "images"):
        write(site / "content" / folder / f"{NAME}.md", "x")
        write(site / "content" / folder / f"{NAME}.gif", "x")
    (site / "content" / "extra").mkdir(exist_ok=True)
    for folder in ("editions", "pages", "stories", "images", "extra"):
        (site / "content" / folder / f"{NAME} linked.md").symlink_to("/etc/hostname")
    said = build(site)
    assert said.count("[31m") >= 5
    assert "\x1b" not in said and "\u202e" not in said
