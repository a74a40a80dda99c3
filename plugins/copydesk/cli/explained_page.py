"""``copydesk explain --html``: one page, raw and kept side by side. Everything scraped is escaped; nothing on the page
runs or loads, and its own policy says so to the browser."""

from __future__ import annotations

import base64
import hashlib
from html import escape

from copydesk.cli.account import Line, account, facts
from copydesk.model import Story

STYLE = """
:root { color-scheme: light dark; font: 1rem/1.5 Georgia, serif; }
body { margin: 2rem auto; max-width: 90rem; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border-bottom: 1px solid #8884; padding: .4rem .6rem; text-align: start; vertical-align: top;
  overflow-wrap: anywhere; }
th:first-child, td:first-child { width: 5rem; font-variant-numeric: tabular-nums; }
.cut { opacity: .65; }
.why { display: block; font: .8rem/1.4 system-ui, sans-serif; }
"""

POLICY = f"default-src 'none'; style-src 'sha256-{base64.b64encode(hashlib.sha256(STYLE.encode()).digest()).decode()}'"


def page(stories: tuple[Story, ...], repeated: tuple[str, ...] = ()) -> str:
    """The page for the stories of one raw file; ``repeated`` says of what it is a duplicate."""
    title = escape(stories[0].seed) if stories else ""
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{escape(POLICY)}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}, explained</title>\n<style>{STYLE}</style>\n</head>\n<body>\n"
        f"{''.join(f'<p>Duplicate: {escape(said)}.</p>' for said in repeated)}"
        f"{''.join(map(_story, stories))}</body>\n</html>\n"
    )


def _story(story: Story) -> str:
    rows = "".join(map(_row, account(story)))
    known = "".join(
        f"<dt>{escape(fact.name)}</dt>\n<dd><bdi>{escape(fact.value)}</bdi> "
        f"({escape(fact.origin)}, {fact.percent}%)</dd>\n"
        for fact in facts(story.metadata)
    )
    look = "".join(f"<li>{escape(text)}</li>\n" for text in (*story.held, *(doubt.message for doubt in story.doubts)))
    return (
        f"<main>\n<h1>{escape(story.seed)}</h1>\n"
        f"<p>{story.lines} lines, {escape(story.format)}, {escape(story.encoding)}; "
        f"{len(story.blocks)} blocks kept, {len(story.cuts)} cut.</p>\n"
        + (f"<dl>\n{known}</dl>\n" if known else "")
        + (f"<h2>To look at</h2>\n<ul>\n{look}</ul>\n" if look else "")
        + '<table>\n<thead><tr><th scope="col">Lines</th><th scope="col">Raw</th><th scope="col">Kept</th></tr>'
        f"</thead>\n<tbody>\n{rows}</tbody>\n</table>\n</main>\n"
    )


def _row(line: Line) -> str:
    text = f"<bdi>{escape(line.text)}</bdi>"
    why = f'<span class="why">{escape(line.fate)}{": " if line.why else ""}{escape(line.why)}</span>'
    kind = "kept" if line.is_kept else "cut"
    return f'<tr class="{kind}"><td>{line.place}</td><td>{text}</td><td>{text if line.is_kept else ""}{why}</td></tr>\n'
