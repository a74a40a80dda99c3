"""The command as a user calls it: what it prints, and its exit codes."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from copydesk import interrupts
from copydesk.batch.report import Report
from copydesk.cli import main
from copydesk.cli.exits import TERMINATED, worst

STORY = """Port Alder Courier

Harbor reopens after eleven days

By Ann Lee

March 3, 2025

The harbor of Port Alder reopened on Sunday morning, eleven days after the storm that had torn away its northern mole.

Ferries to the islands sail again from noon, the port office said, though only by daylight and at half speed for now.

“We have waited long enough,” said Bo Ek, who has sold fish on the quay for thirty years, and opened his stall at six.
"""

OVERRIDES = """headline = "Harbor reopens after eleven days"
author = "Ann Lee"
published = "2025-03-03T07:30:00+05:30"
"""

PAGE = f"""<!doctype html><html lang="en"><head><title>Harbor reopens after eleven days</title>
<meta property="og:title" content="Harbor reopens after eleven days"><meta name="author" content="Ann Lee">
<meta property="article:published_time" content="2025-03-03T07:30:00+05:30"></head>
<body><article><h1>Harbor reopens after eleven days</h1>
{"".join(f"<p>{line}</p>" for line in STORY.split(chr(10)) if len(line) > 60)}</article></body></html>"""

NOTE = "Call the plumber.\n"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site with one seed, as the folder the command is called in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1754892000")
    (tmp_path / "pelican.conf.py").write_text('TIMEZONE = "Europe/Berlin"\n')
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "harbor.txt").write_text(STORY, "utf-8")
    (tmp_path / "seeds" / "harbor.toml").write_text(OVERRIDES, "utf-8")
    return tmp_path


class Pipe(io.TextIOWrapper):
    """Standard input that is a pipe with these bytes."""

    def __init__(self, data: bytes) -> None:
        super().__init__(io.BytesIO(data), "utf-8")


def rows(text: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in text.splitlines()]


def jsonl(monkeypatch, capfdbinary, lines: list[object], *options: str) -> tuple[int, list[dict[str, object]]]:
    data = b"".join((line if isinstance(line, bytes) else json.dumps(line).encode()) + b"\n" for line in lines)
    monkeypatch.setattr(sys, "stdin", Pipe(data))
    code = main(["clean", "--jsonl", *options])
    return code, rows(capfdbinary.readouterr().out.decode())


# --- clean ------------------------------------------------------------------------------------------------------------


def test_clean_puts_out_the_story(site, capsys) -> None:
    assert main(["clean", "seeds/harbor.txt"]) == 0
    out = capsys.readouterr().out
    assert out.startswith('---\ntitle: "Harbor reopens after eleven days"\n')
    assert "date: 2025-03-03T07:30:00+05:30\n" in out
    assert out.rstrip().endswith("and opened his stall at six.")
    assert not (site / "content").exists()


def test_clean_json_is_the_whole_story(site, capsys) -> None:
    assert main(["clean", "--json", "seeds/harbor.txt"]) == 0
    (story,) = rows(capsys.readouterr().out)
    assert story["facts"]["headline"]["value"] == "Harbor reopens after eleven days"
    assert set(story["facts"]["headline"]) == {"value", "origin", "confidence"}
    assert story["facts"]["published"]["value"] == "2025-03-03T07:30:00+05:30"
    assert [block["kind"] for block in story["blocks"]] == ["paragraph"] * 3
    assert all(cut["rule"] and cut["reason"] for cut in story["cuts"])
    said = {
        place for part in (*story["blocks"], *story["cuts"]) for place in range(part["place"][0], part["place"][1] + 1)
    }
    assert {number for number, line in enumerate(STORY.split("\n"), 1) if line} <= said


def test_clean_names_what_is_held_and_still_puts_it_out(site, capsys) -> None:
    (site / "note.txt").write_text(NOTE)
    assert main(["clean", "note.txt", "seeds/harbor.txt"]) == 3
    captured = capsys.readouterr()
    assert "Harbor reopens" in captured.out
    advised = re.compile(r"copydesk: held: seeds/note\.txt: .+\. (?:Add|If .+, add) seeds/note\.toml with .+")
    assert all(map(advised.fullmatch, captured.err.splitlines()))
    assert "seeds/note.txt" in captured.err


@pytest.mark.parametrize("command", ["clean", "explain"])
@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("nofile", "copydesk: nofile: there is no such file. Check the name.\n"),
        ("seeds/nofile.txt", "copydesk: seeds/nofile.txt: there is no such file. Check the name.\n"),
        ("seeds", "copydesk: seeds: is a folder. Name the files in it.\n"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_fault_in_one_line(site, capsys, command, file, line) -> None:
    assert main([command, file]) == 1
    assert capsys.readouterr() == ("", line)


def test_clean_works_where_there_is_no_site(tmp_path, monkeypatch, capsys) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "harbor.html").write_text(PAGE, "utf-8")
    assert main(["clean", "harbor.html"]) == 0
    assert "The harbor of Port Alder" in capsys.readouterr().out
    assert main(["clean", "--settings", "missing.py", "harbor.html"]) == 1
    assert "missing.py" in capsys.readouterr().err


# --- clean --jsonl ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_json_lines_come_out_in_order_and_a_faulty_one_passes(site, monkeypatch, capfdbinary, jobs) -> None:
    lines = [
        {"id": "a", "style": "plain", "html": PAGE},
        b"{broken",
        {"id": "b", "html": PAGE, "url": "https://courier.example/harbor"},
        {"text": STORY},
        {"id": "c", "text": STORY, "html": PAGE},
        {"id": 4, "text": ""},
        [],
        {"id": "d", "text": 5},
        b"\xff\xfe",
        {"id": "e", "text": NOTE},
        {"id": "f", "text": STORY + "\ud800"},
    ]
    code, out = jsonl(monkeypatch, capfdbinary, lines, "--jobs", jobs)
    assert code == 1
    assert [row.get("id") for row in out] == ["a", None, "b", None, "c", 4, None, "d", None, "e", "f"]
    assert [place for place, row in enumerate(out) if "error" in row] == [1, 3, 4, 6, 7, 8]
    assert out[0]["style"] == "plain"
    assert out[0]["title"] == "Harbor reopens after eleven days"
    assert out[0]["authors"] == ["Ann Lee"]
    assert out[0]["date"] == "2025-03-03T07:30:00+05:30"
    assert "style" not in out[2]
    assert out[5]["held"]
    assert out[5]["text"] == ""
    assert out[9]["held"]


def test_a_row_has_the_words_of_the_body(site, monkeypatch, capfdbinary) -> None:
    code, (row,) = jsonl(monkeypatch, capfdbinary, [{"id": 1, "html": PAGE}])
    assert code == 0
    assert {"id", "title", "authors", "date", "section", "language", "text", "markdown", "held"} <= set(row)
    assert row["text"].split("\n\n") == [line for line in STORY.split("\n") if len(line) > 60]
    assert row["language"] == "en"


def test_no_lines_in_none_out(site, monkeypatch, capfdbinary) -> None:
    assert jsonl(monkeypatch, capfdbinary, []) == (0, [])


# --- normalize, diff --------------------------------------------------------------------------------------------------


def test_normalize_prints_the_total(site, capsys) -> None:
    assert main(["normalize"]) == 0
    doubts = "look: 1 published story has doubts for you to settle; copydesk check lists them\n"
    assert capsys.readouterr() == (f"{doubts}1 document: 1 published (1 new), 0 held, 0 duplicates\n", "")
    (site / "seeds" / "note.txt").write_text(NOTE)
    assert main(["normalize"]) == 3
    out = capsys.readouterr().out.splitlines()
    assert out[0].startswith("held: seeds/note.txt: ")
    assert out[-1] == "2 documents: 1 published, 1 held, 0 duplicates"


def test_diff_shows_the_edit_and_the_new_version_and_take_takes_it(site, capsys) -> None:
    main(["normalize"])
    (path,) = (site / "content" / "stories").rglob("*.md")
    path.write_text(path.read_text("utf-8").replace("sold fish", "sold *fish*"), "utf-8")
    seed = site / "seeds" / "harbor.txt"
    seed.write_text(STORY.replace("thirty years", "forty years"), "utf-8")
    main(["normalize"])
    shown = path.relative_to(site).as_posix()
    capsys.readouterr()
    for arguments in ([], [shown]):
        assert main(["diff", *arguments]) == 0
        out = capsys.readouterr().out
        assert "+“We have waited long enough,” said Bo Ek, who has sold *fish* on the quay for thirty years" in out
        assert "+“We have waited long enough,” said Bo Ek, who has sold fish on the quay for forty years" in out
    assert main(["normalize", "--take", shown]) == 0
    assert "forty years" in path.read_text("utf-8")
    capsys.readouterr()
    assert main(["diff"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    "arguments", [["diff", "x.md"], ["normalize", "--take", "x.md"], ["clean"], ["clean", "--jsonl", "x"]]
)
def test_what_makes_no_sense_is_wrong_usage(site, arguments) -> None:
    assert main(arguments) == 2


@pytest.mark.parametrize(
    "arguments", [[], ["cleanse"], ["clean", "--jobs", "-1", "x"], ["clean", "--jobs", "many", "x"]]
)
def test_argparse_refuses_with_two(arguments) -> None:
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 2


def test_a_number_of_processes_that_is_none_is_told_in_words_of_the_option(capsys) -> None:
    with pytest.raises(SystemExit):
        main(["normalize", "--jobs", "-3"])
    assert "argument --jobs: '-3' is no number of processes. Give 1 or more" in capsys.readouterr().err


# --- explain, check ---------------------------------------------------------------------------------------------------


def test_explain_accounts_for_every_line(site, capsys) -> None:
    assert main(["explain", "seeds/harbor.txt"]) == 0
    out = capsys.readouterr().out
    assert "\x1b" not in out
    for number, line in enumerate(STORY.split("\n"), 1):
        if line:
            assert any(shown.split()[:1] == [str(number)] and line in shown for shown in out.split("\n")), line
    assert "title: Harbor reopens after eleven days" in out


def test_explain_lets_nothing_scraped_reach_the_terminal(site, capsys) -> None:
    (site / "seeds" / "evil.txt").write_text(STORY.replace("on the quay", "on\u202ethe quay"), "utf-8")
    main(["explain", "seeds/evil.txt"])
    assert "\u202e" not in capsys.readouterr().out


def test_explain_says_of_what_a_file_is_a_duplicate(site, capsys) -> None:
    (site / "seeds" / "harbor copy.txt").write_bytes((site / "seeds" / "harbor.txt").read_bytes())
    main(["explain", "seeds/harbor copy.txt"])
    assert "duplicate: the same file as seeds/harbor.txt, which becomes the story" in capsys.readouterr().out
    main(["explain", "--html", "seeds/harbor copy.txt"])
    assert "Duplicate: the same file as seeds/harbor.txt" in capsys.readouterr().out
    main(["explain", "seeds/harbor.txt"])
    assert "duplicate: the same" not in capsys.readouterr().out


def test_explain_says_what_came_after_a_file(site, capsys) -> None:
    first = (site / "seeds" / "harbor.txt").read_bytes()
    main(["normalize"])
    (site / "seeds" / "harbor.txt").write_bytes(first.replace(b"Sunday", b"Monday"))
    main(["normalize"])
    (site / "seeds" / "old.txt").write_bytes(first)
    capsys.readouterr()
    main(["explain", "seeds/old.txt"])
    out = capsys.readouterr().out
    assert "duplicate: an earlier state of seeds/harbor.txt, which content/stories/" in out


@pytest.mark.parametrize(
    ("command", "folder"),
    [
        ("diff", "content/stories"),
        ("merge", "content/stories"),
        ("merge", "elsewhere"),
        ("learn", "content/stories"),
        ("normalize --take", "elsewhere"),
        ("explain", "content/stories"),
        ("explain", "elsewhere"),
        ("clean", "content/stories"),
    ],
)
def test_no_name_of_a_file_reaches_the_terminal_as_it_is(site, capsys, command, folder) -> None:
    name = "evil\x1b[31m\u202ename.md"
    (site / "content" / "stories").mkdir(parents=True, exist_ok=True)
    (site / "content" / "stories" / name).write_text("x", "utf-8")
    main([*command.split(), f"{folder}/{name}"])
    said = "".join(capsys.readouterr())
    assert "evil" in said and "\x1b" not in said and "\u202e" not in said


def test_a_fault_names_no_file_as_it_is(site, capsys) -> None:
    (site / "pelican.conf.py").rename(site / "\x1b[31m.py")
    (site / "\x1b[31m.py").write_text("COPYDESK_ZONE = 'x'\nraise ValueError", "utf-8")
    assert main(["normalize", "--settings", str(site / "\x1b[31m.py")]) == 1
    said = "".join(capsys.readouterr())
    assert "31m" in said and "\x1b" not in said


def test_a_difference_is_shown_to_a_terminal_and_exact_for_a_program(site, capsys, monkeypatch) -> None:
    main(["normalize"])
    (story,) = (site / "content" / "stories").rglob("*.md")
    with story.open("a", encoding="utf-8") as file:
        file.write("\nBy hand \x1b[31m.\n")
    capsys.readouterr()
    main(["diff"])
    assert "By hand \x1b[31m." in capsys.readouterr().out
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    main(["diff"])
    assert "By hand \\u001b[31m." in capsys.readouterr().out


def test_explain_html_is_inert(site, capsys) -> None:
    evil = STORY.replace("on the quay", '<script>alert(1)</script><img src=x onerror="alert(1)">')
    (site / "seeds" / "evil.txt").write_text(evil, "utf-8")
    main(["explain", "--html", "seeds/evil.txt"])
    out = capsys.readouterr().out
    assert "<script" not in out
    assert "<img" not in out
    assert "Content-Security-Policy" in out
    assert "default-src &#x27;none&#x27;" in out


def test_check_lists_what_needs_the_curator(site, capsys) -> None:
    (site / "seeds" / "note.txt").write_text(NOTE)
    assert main(["check"]) == 3
    out = capsys.readouterr().out.splitlines()
    assert any(line.startswith("seeds/note.txt: held: ") for line in out)
    assert out[-1] == "2 documents: 1 published (1 new), 1 held, 0 duplicates"
    assert main(["check", "--json"]) == 3
    found = rows(capsys.readouterr().out)
    assert {"file", "line", "kind", "code", "message"} == set(found[0])
    assert not (site / "content").exists()


def test_check_publish_stops_where_a_story_is_missing(site, capsys) -> None:
    assert main(["check", "--publish"]) == 1
    assert "seeds/harbor.txt" in capsys.readouterr().out
    main(["normalize"])
    capsys.readouterr()
    assert main(["check", "--publish"]) == 0
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(
    ("change", "place", "message"),
    [
        (("\nlang:", "\nbogus: 1\nlang:"), r":\d+", "the unknown key bogus"),
        (("\ndate: ", "\nupdated: "), "", "no date"),
        (("\ntitle: ", "\ntitel: "), ":2", "the unknown key titel"),
    ],
)
def test_check_publish_stops_where_a_story_cannot_be_read(site, capsys, change, place, message) -> None:
    main(["normalize"])
    (story,) = (site / "content" / "stories").rglob("*.md")
    text = story.read_text("utf-8")
    assert change[0] in text
    story.write_text(text.replace(*change, 1), "utf-8")
    capsys.readouterr()
    assert main(["check", "--publish"]) == 1
    out = capsys.readouterr().out
    assert re.match(rf"content/stories/2025/03/\S+\.md{place}: fault: .*{message}", out), out
    assert out.count("\n") == 1


# --- the whole --------------------------------------------------------------------------------------------------------


def test_the_worst_exit_code_wins() -> None:
    assert worst([]) == 0
    assert worst([0, 3, 1]) == 1
    assert worst([3, 1, 75]) == 75
    assert worst([75, 2, 3]) == 2


def test_faults_are_one_line(site, capsys, monkeypatch) -> None:
    (site / "pelican.conf.py").write_text("1 / 0\n")
    assert main(["normalize"]) == 1
    assert capsys.readouterr().err == "copydesk: pelican.conf.py: cannot be run (division by zero). Correct the file.\n"


def test_another_build_is_75(site, capsys) -> None:
    holding = (
        "import subprocess, sys; from pathlib import Path; from copydesk.batch import hold;"
        "from copydesk.settings import read_settings\n"
        "with hold(read_settings(Path('pelican.conf.py'))):\n"
        "    sys.exit(subprocess.run([sys.executable, '-m', 'copydesk', 'normalize']).returncode)\n"
    )
    done = subprocess.run([sys.executable, "-c", holding], capture_output=True, text=True, env=environment())
    assert done.returncode == 75
    assert done.stderr.count("\n") == 1
    assert "another build" in done.stderr


def test_who_asks_while_the_answers_are_taken_back_is_answered_in_one_line(site, capsys, monkeypatch) -> None:
    restore, asked = interrupts.restore, []

    def restore_later(handlers: interrupts.Handlers) -> interrupts.Handlers:
        asked.append(1)
        if len(asked) == 2:  # the first time the command gives its answer
            signal.raise_signal(signal.SIGTERM)
        return restore(handlers)

    monkeypatch.setattr(interrupts, "restore", restore_later)
    monkeypatch.setattr("copydesk.cli.normalizing.normalize", lambda *_: Report(()))
    assert main(["normalize"]) == TERMINATED
    assert capsys.readouterr().err == "copydesk: interrupted; nothing is half done\n"


def test_an_interrupt_is_one_line(site, capsys, monkeypatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("copydesk.cli.normalizing.normalize", interrupt)
    assert main(["normalize"]) == 130
    assert capsys.readouterr().err.count("\n") == 1


BLOCKED = """
import importlib.abc, sys

class Wall(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] == "pelican":
            raise AssertionError("Pelican was imported")

sys.meta_path.insert(0, Wall())
from copydesk import interrupts
from copydesk.batch.report import Report
from copydesk.cli import main
code = max(main(arguments.split()) for arguments in sys.argv[1:])
assert not [name for name in sys.modules if name.partition(".")[0] == "pelican"]
sys.exit(code)
"""


def environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))}


def test_the_command_never_imports_pelican(site) -> None:
    calls = [
        "normalize",
        "check",
        "check --publish",
        "diff",
        "clean --json seeds/harbor.txt",
        "explain --html seeds/harbor.txt",
    ]
    done = subprocess.run([sys.executable, "-c", BLOCKED, *calls], capture_output=True, text=True, env=environment())
    assert (done.returncode, done.stderr) == (0, "")


def test_help_loads_none_of_the_stages() -> None:
    loaded = "import sys, copydesk.cli.arguments as a; a.parser(); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", loaded], capture_output=True, text=True, env=environment(), check=True)
    names = set(done.stdout.split())
    assert not names & {"copydesk.pipeline", "copydesk.writing", "numpy", "lxml", "yaml", "pelican", "markdown_it"}
