"""A right story in odd shapes: whatever stands around it, and however it was saved, it is published to the word, with
its headline, its writer and its day, or held with what to do; in bounded time and memory either way."""

from __future__ import annotations

import base64
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from copydesk.batch.processes.workers import Loss, Work, in_order
from copydesk.batch.seeds import cleaning
from copydesk.batch.seeds.cleaning import Cleaned, Task
from copydesk.model import House, Limits, Overrides, RawDocument

from torture.bounded import Trial, ends, fence
from torture.desk import seed
from torture.poison import ADVICE
from torture.table import Experiment, Row, Scale

HEAD, PARAGRAPHS = seed("pier", 1).split("\n\n")[:4], tuple(seed("pier", 1).strip().split("\n\n")[4:])
HEADLINE, WRITER, DAY = HEAD[1], "Ada Lund", "2025-03-02"


def page(head: str = "", above: str = "", within: str = "", below: str = "", body: str = "<body>") -> str:
    """A saved page with the story, and what stands in its head, over it, amid it and under it."""
    first, *others = (f"<p>{paragraph}</p>\n" for paragraph in PARAGRAPHS)
    return (
        f"<!doctype html><html lang=en><head><meta charset=utf-8><title>{HEADLINE}</title>{head}</head>{body}{above}"
        f"<article><h1>{HEADLINE}</h1><p class=byline>By {WRITER}</p><time datetime={DAY}>March 2, 2025</time>"
        f"{first}{within}{''.join(others)}</article>{below}</body></html>"
    )


def dump(within: str = "", below: str = "") -> str:
    """A text dump with the story, and what stands amid it and under it."""
    return "\n\n".join(filter(None, (*HEAD, PARAGRAPHS[0], within, *PARAGRAPHS[1:], below)))


def linked(data: str) -> str:
    """A page with data for machines."""
    return page(f'<script type="application/ld+json">{data}</script>')


FROM = (
    "From: Saltby Notes <a@saltby.example>\nTo: b@b.example\nMIME-Version: 1.0\nDate: Sun, 2 Mar 2025 10:00:00 +0000\n"
)
SAVED = (
    "From: <Saved by Blink>\nSnapshot-Content-Location: https://saltby.example/pier\nSubject: a\nMIME-Version: 1.0\n"
)


def saved(kind: str = "text/html", more: str = "", text: str | None = None) -> str:
    """A page that a browser saved as one file."""
    return f"{SAVED}Content-Type: {kind}\n{more}\n{page() if text is None else text}"


def part(kind: str, text: str, mark: str = "B") -> str:
    """A part of several."""
    return f"--{mark}\nContent-Type: {kind}\n\n{text}\n"


def nested(depth: int) -> str:
    """Parts within parts."""
    kinds = [f"multipart/related; boundary=B{place}" for place in range(depth + 1)]
    inner = "".join(part(kinds[place + 1], "", f"B{place}") for place in range(depth))
    return saved(kinds[0], text=inner + part("text/html", page(), f"B{depth}"))


def mailed(fields: str, text: str) -> str:
    """A mail with the story's headline as its subject."""
    return f"{FROM}Subject: {HEADLINE}\n{fields}\n\n{text}"


def in_letters(text: str) -> str:
    """Base64 with a letter a line."""
    return "\n".join(base64.b64encode(text.encode()).decode())


SHAPES: Mapping[str, Callable[[], str | bytes]] = {
    "nested.mhtml": partial(nested, 1),
    "nested-deep.mhtml": partial(nested, 35),
    "in-itself.mhtml": lambda: saved("multipart/related; boundary=B", text=part("message/rfc822", saved())),
    "dashes.mhtml": lambda: saved(
        'multipart/related; boundary="-"', text=part("text/html", page(), "-") + "---\n" * 50_000
    ),
    "soft-breaks.mhtml": lambda: saved(
        more="Content-Transfer-Encoding: quoted-printable\n", text=page().replace("=", "=3D") + "=\n" * 200_000
    ),
    "letters.mhtml": lambda: saved(more="Content-Transfer-Encoding: base64\n", text=in_letters(page())),
    **{
        f"charset-{place}.mhtml": partial(saved, f"text/html; charset{charset}")
        for place, charset in enumerate(
            (
                "=idna",
                "=punycode",
                "=rot13",
                "=undefined",
                "=a\0b",
                "=zlib_codec",
                "*=utf-8''" + "%41" * 600,
                "*=x''%ff",
                "*0=ut; charset*99999999999=f8",
            )
        )
    },
    **{
        f"charset-{place}.html": lambda charset=charset: page().replace("charset=utf-8", f"charset='{charset}'")  # type: ignore[misc]
        for place, charset in enumerate(
            (
                "utf-7",
                "utf-16",
                "utf-32",
                "x-user-defined",
                "replacement",
                "iso-2022-kr",
                "hz-gb-2312",
                "cp037",
                "unicode-escape",
                "zlib",
                "idna",
                "\u0661",
                "",
                "utf\0-8",
                "utf-8" * 300,
            )
        )
    },
    "parts.eml": lambda: mailed(
        "Content-Type: multipart/mixed; boundary=B", part("text/html", page()) + part("image/png", "a") * 10_000
    ),
    "received.eml": lambda: mailed("Received: from a by b\n" * 1_000 + "Content-Type: text/html", page()),
    "declared-16.html": lambda: f"<?xml version='1.0' encoding='UTF-16'?>{page()}",
    "marks.txt": lambda: dump().replace("\n", "\n\ufeff"),
    "bare-16.txt": lambda: dump().encode("utf-16-le"),
    "nul.html": lambda: page().replace("<p>", "<p\0>"),
    "surrogates.html": lambda: linked(
        '{"@type":"NewsArticle","author":{"name":"Ada Lund"},"url":"https://a.example/\\ud83d","keywords":["\\udc00"]}'
    ),
    "deep-data.html": lambda: linked('{"a":' * 10_000 + "1" + "}" * 10_000),
    "odd-data.html": lambda: linked(
        '{"@type":{"a":[null,1,true]},"headline":[["b"]],"author":[[["x"]],7,null],"image":{"url":{"url":1}},"url":[null]}'
    ),
    "numbers-as-data.html": lambda: linked(
        '{"@type":"NewsArticle","headline":' + "9" * 100_000 + ',"datePublished":1e999,"author":NaN}'
    ),
    "wide-data.html": lambda: linked(
        '{"@type":"Thing","author":[' + ",".join('{"name":"A"}' for _ in range(50_000)) + "]}"
    ),
    "picture-in-itself.html": lambda: page(within=f'<img src="data:image/png;base64,{"iVBORw0K" * 250_000}">'),
    "refresh.html": lambda: page("<meta http-equiv=refresh content='0;url=.'>" * 1_000),
    "srcset.html": lambda: page(
        within=f'<img srcset="{", ".join(f"https://a.example/{n}.jpg {n}w" for n in range(50_000))}">'
    ),
    "addresses-of-data.html": lambda: page(
        '<link rel=canonical href="data:text/html,x"><meta property=og:url content="data:,x"><base href="data:,x">'
    ),
    "spans.html": lambda: page(
        below="<table>" + "<tr><td colspan=99999999999 rowspan=65534>a</td></tr>" * 500 + "</table>"
    ),
    "tables.html": lambda: page(below="<table><tr><td>" * 200 + "x"),
    "hidden.html": lambda: page(
        within="".join(
            f"<p style='{style}'>Cheap pills.</p>" for style in ("display:none", "visibility: hidden", "DISPLAY : NONE")
        )
    ),
    "folded.html": lambda: page(
        within="<p hidden>Cheap pills.</p><div aria-hidden=true><p>Pills.</p></div><template>Pills.</template>"
    ),
    "drawings.html": lambda: page(within="<svg><title>t</title><script>alert(1)</script></svg><math><mi>x</mi></math>"),
    "comments.html": lambda: page(within=f"<!--{'--!' * 200_000}-->"),
    "instructions.html": lambda: page(within="<?a?>" * 50_000),
    "options.html": lambda: page(above=f"<select>{'<option>A place' * 5_000}</select>"),
    "boxes.html": lambda: page(below="<aside><h2>Box</h2><p>Words of the box.</p></aside>" * 20),
    "authors.html": lambda: page("<meta name=author content='Ada Lund'>" * 15_000),
    "summary.html": lambda: page(f"<meta name=description content='{'word ' * 500_000}'>"),
    "dates.html": lambda: page(f"<meta property=article:modified_time content='{'2025-' * 50_000}'>"),
    "ports.html": lambda: page(
        f"<link rel=canonical href='https://a.example:{'9' * 9_000}/'><meta property=og:url content='http://[::1'>"
    ),
    "bases.html": lambda: page("<base href='https://x.example/a/'>" * 5_000),
    "circles.html": lambda: page(
        below="<div itemscope itemtype='https://schema.org/Thing' id=a itemref='a b'></div><p id=b itemref='a b'></p>"
        * 500
    ),
    "vocabularies.html": lambda: page(
        body="<body vocab='https://schema.org/' typeof=Thing>" + "<div typeof=Thing resource='#a'>" * 100
    ),
    "classes.html": lambda: page(body=f"<body class='{'a b ' * 200_000}'>"),
    "styles.html": lambda: page(below=f"<p style='{'color:red;' * 100_000}'></p>"),
    "breaks.html": lambda: page(below="<br>" * 15_000),
    "anchors.html": lambda: page(above="<a id=x>" * 500 + "</a>" * 500),
}
"""The story in shapes that are right, however odd: it is published, to the word. Made only when their turn comes."""

HELD: Mapping[str, Callable[[], str | bytes]] = {
    "fields.eml": lambda: f"{FROM}{'X-A: b' + chr(10)}" * 60_000 + "\n" + dump(),
    "no-mark.mhtml": lambda: saved("multipart/related"),
    "uuencoded.mhtml": lambda: saved(
        more="Content-Transfer-Encoding: x-uuencode\n", text="begin 644 a\n" + "`\n" * 50_000
    ),
    "mark-8-of-16.html": lambda: b"\xef\xbb\xbf" + page().encode("utf-16"),
    "mark-amid.html": lambda: page().encode()[:300] + b"\xff\xfe" + page().encode()[300:],
    "attributes.html": lambda: page(body=f"<body {' '.join(f'a{n}=1' for n in range(300_000))}>"),
    "lists.html": lambda: page(within="<ul><li>" * 10_000 + "x"),
    "bold.html": lambda: page(within="<b>" * 3_000 + "<p>x</p>" * 900),
    "comments-many.html": lambda: page(within="<!---->" * 210_000),
    "quoted-out.html": lambda: page().replace("charset=utf-8", "charset='x'\"><script>"),
    "cells-open.html": lambda: page(within="<table>" + ("<tr>" + "<td>b" * 100) * 700),
    "one-line.txt": lambda: dump(within="word and more " * 100_000),
    "one-word.html": lambda: page(within=f"<p>{'x' * 1_500_000}</p>"),
    "number.json": lambda: (
        '{"version":"https://jsonfeed.org/version/1.1","title":"C","items":[{"id":' + "9" * 5_000 + "}]}"
    ),
}
"""The story in shapes that are held, with what to do."""


@dataclass(frozen=True)
class Found:
    """What is wrong with a shape, if anything."""

    name: str
    fault: str | None


def looked_at(trial: Trial) -> Found:
    """Clean a shape twice: once for what it takes, once for what comes of it."""
    cleaned = cleaning.clean(trial.task)
    return Found(trial.name, ends(trial) or (_held(cleaned) if trial.name in HELD else _published(cleaned)))


def _held(cleaned: Cleaned) -> str | None:
    reasons = [cleaned.reason or "", *(reason for story in cleaned.stories for reason in story.held)]
    return None if any(map(ADVICE.search, reasons)) else f"is not held: {reasons}"


def _published(cleaned: Cleaned) -> str | None:
    if cleaned.reason or len(cleaned.copies) != 1 or (held := cleaned.stories[0].held):
        return f"is held: {cleaned.reason or held}"
    (copy,) = cleaned.copies
    facts, said = copy.story.metadata, " ".join(block.text for block in copy.story.blocks)
    told = (
        facts.headline and facts.headline.value,
        facts.authors and facts.authors.value,
        facts.published and facts.published.value.day.isoformat(),
    )
    if told != (HEADLINE, (WRITER,), DAY):
        return f"says {told}"
    return None if copy.body and said == " ".join(PARAGRAPHS) else f"its text is another: {said[:200]!r}"


def stopped(trial: Trial, loss: Loss) -> Found:
    """A shape whose process was stopped is held, which is right of those that are to be."""
    return Found(trial.name, None if trial.name in HELD and loss != "crash" else f"stopped: {loss}")


def trial(name: str, make: Callable[[], str | bytes]) -> Trial:
    """A shape to be cleaned."""
    data = make()
    raw = RawDocument(name, data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass"))
    return Trial(name, Task(raw, House(), Overrides(), Limits()))


def shapes(scale: Scale, _: Path) -> Row:
    """All of them; in a slice each sixteenth."""
    chosen = list({**SHAPES, **HELD}.items())[:: 1 if scale is Scale.WHOLE else 16]
    found = list(in_order(Work(looked_at, stopped, fence), (trial(*each) for each in chosen)))
    lost = tuple(f"{each.name}: {each.fault}" for each in found if each.fault)
    return Row(len(found), lost, f"{len(SHAPES)} are published, to the word; {len(HELD)} are held; {told()}")


def told() -> str:
    """The control: a story that lost a word is told."""
    (paragraph,) = PARAGRAPHS[-1:]
    torn = trial("torn.html", lambda: page().replace(paragraph, paragraph.rsplit(" ", 1)[0]))
    assert looked_at(torn).fault
    return "one lost word is told"


EXPERIMENTS = (Experiment("right stories in odd shapes", shapes),)
