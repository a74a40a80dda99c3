"""Documents cleaned together: what pages of one publisher share is no story of any of them."""

from __future__ import annotations

import io
import json
import sys

import pytest
from copydesk.batch.processes import workers
from copydesk.cli import main
from copydesk.editing import judge

SHARED = "Tide tables and ferry times of the coast"
TOLD = (
    "The mole of Port Alder was torn away by the storm on Sunday night, and the harbor master counted eleven boats.",
    "A new ferry will call at Brisamar from the first of May, the line announced, with room for a bakery on board.",
    "The library of Saltby will lend fishing rods, for its readers had asked for them in more than forty letters.",
)
ROWS = [
    {"id": at, "text": f"{told}\n\n{SHARED}\n\n{told[::-1]}\n", "url": f"https://courier.example/{at}"}
    for at, told in enumerate(TOLD)
]


@pytest.fixture(autouse=True)
def sure_of_everything(tmp_path, monkeypatch) -> None:
    """A judge who believes every line, so that only what is known of the other pages takes one out."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(workers, "cores", lambda: 0)  # in this process, where the judge can be replaced
    monkeypatch.setattr(judge, "score", lambda blocks, *_: (0.8,) * len(blocks))


def texts(monkeypatch, capfdbinary, rows: list[object], *options: str) -> list[str | None]:
    """The texts that come out for rows that go in."""
    data = b"".join(json.dumps(row).encode() + b"\n" for row in rows)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
    main(["clean", "--jsonl", *options])
    return [json.loads(line).get("text") for line in capfdbinary.readouterr().out.splitlines()]


def test_rows_are_judged_alone_unless_they_come_as_a_batch(monkeypatch, capfdbinary) -> None:
    alone = texts(monkeypatch, capfdbinary, ROWS)
    together = texts(monkeypatch, capfdbinary, ROWS, "--batch")
    assert [SHARED in (text or "") for text in alone] == [True, True, True]
    assert [SHARED in (text or "") for text in together] == [False, False, False]
    assert all(told in (text or "") for told, text in zip(TOLD, together, strict=True))


def test_pages_of_others_and_faulty_lines_share_nothing(monkeypatch, capfdbinary) -> None:
    other = {**ROWS[2], "url": "https://post.example/2"}
    out = texts(monkeypatch, capfdbinary, [*ROWS[:2], [], {"id": 9, "text": 1}, other], "--batch")
    assert [text is not None and SHARED in text for text in out] == [True, True, False, False, True]


def test_no_rows_are_a_batch_of_none(monkeypatch, capfdbinary) -> None:
    assert texts(monkeypatch, capfdbinary, [], "--batch") == []


def test_files_named_together_are_a_batch_where_that_is_said(tmp_path, capsys) -> None:
    names = [f"{row['id']}.txt" for row in ROWS]
    for name, row in zip(names, ROWS, strict=True):
        (tmp_path / name).write_text(f"{row['text']}\n© 2025 Port Alder Courier. All rights reserved.\n", "utf-8")
    main(["clean", *names])
    assert capsys.readouterr().out.count(SHARED) == 3
    main(["clean", "--batch", *names])
    assert capsys.readouterr().out.count(SHARED) == 0


def test_explain_says_on_how_many_other_pages_a_line_stands(tmp_path, capsys) -> None:
    (tmp_path / "pelican.conf.py").write_text("")
    (tmp_path / "seeds").mkdir()
    for row in ROWS:
        text = f"{row['text']}\n© 2025 Port Alder Courier. All rights reserved.\n"
        (tmp_path / "seeds" / f"{row['id']}.txt").write_text(text, "utf-8")
    main(["explain", "seeds/0.txt"])
    assert "stands on 2 other pages of this publisher (cut_recurring_lines)" in capsys.readouterr().out
