"""Saved pages with what the pages at hand lack: readers' comments, teasers of other stories, a second story.

Pages of the data sets mostly load their comments by script, so that a judge trained on them takes comments, which are
prose like any other, for the story. What tells them apart is how they are set: many boxes alike, each with a name and a
time. So copies of training pages are made with such boxes put in, in many shapes; their words are sentences of other
training pages, which makes sure that only the setting can be learned. The gold stays that of the page.

Only the judge of saved pages learns from them. Dumps have lost the boxes: there such copies taught the judge to
distrust the last paragraphs of every story, and cost half a point of F1.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Final

from copydesk.languages import detect
from lxml import html as markup

from bench.scoring import runs, words
from bench.sites import set_aside
from bench.train.corpus import NEVER_TRAINED, SETS, Row, rows, site_of

_Element = markup.HtmlElement

INSERTED: Final = "inserted"
"""The set that such copies belong to."""

SHARE: Final = 0.7
"""How many of the training pages get a copy."""

HOLDS: Final = 0.8
"""The share of the story's words that its container has to hold."""

LEAST_FOUND: Final = 40
"""Words of the story that have to be found in the page's elements."""

_COMMENT_HEADINGS: Final = {
    "en": ("Comments", "Comments ({n})", "{n} responses", "Join the discussion", "Readers' comments"),
    "de": ("Kommentare", "Kommentare ({n})", "{n} Leserkommentare", "Diskussion"),
    "es": ("Comentarios", "{n} comentarios", "Opiniones"),
    "fr": ("Commentaires", "{n} réactions", "Vos réactions"),
    "it": ("Commenti", "{n} commenti"),
    "pl": ("Komentarze", "Komentarze ({n})", "Opinie"),
    "ja": ("コメント", "コメント({n})"),
    "ko": ("댓글 {n}",),
    "zh": ("评论", "网友评论({n})"),
}
_TEASER_HEADINGS: Final = {
    "en": ("Related stories", "More news", "Latest", "You may also like", "Top stories"),
    "de": ("Mehr zum Thema", "Weitere Meldungen", "Aktuell", "Auch interessant"),
    "es": ("Noticias relacionadas", "Lo más leído"),
    "fr": ("À lire aussi", "Les plus lus"),
    "it": ("Leggi anche", "Ultime notizie"),
    "pl": ("Czytaj także", "Najnowsze"),
    "zh": ("相关新闻", "热点新闻"),
}
_TIMES: Final = (
    "{d:02}.{m:02}.20{y:02}, {h:02}:{i:02}", "20{y:02}-{m:02}-{d:02} {h:02}:{i:02}", "{d}/{m}/20{y:02} {h}:{i:02}",
    "[20{y:02}-{m:02}-{d:02} {h:02}:{i:02}]", "{h:02}:{i:02} {d:02}.{m:02}.{y:02}", "#{h} {d}. {m}. 20{y:02}",
    "{d}.{m}.20{y:02}",
)  # fmt: skip
_CLASSES: Final = ("item", "post", "entry", "box", "row", "list", "block", "unit", "cell", "msg", "c", "b1", "info")
_NICKS: Final = (
    "max",
    "anna",
    "gast",
    "kira",
    "tom",
    "reader",
    "olek",
    "lea",
    "sam",
    "ivo",
    "mia",
    "guest",
    "jk",
    "Pia",
)


@dataclass(slots=True)
class Material:
    """What boxes are filled with, by language: the headlines and the sentences of training pages, and their authors."""

    stories: dict[str, list[tuple[str, list[str]]]] = field(default_factory=lambda: defaultdict(list))

    def add(self, row: Row) -> None:
        """Take in the gold of a page."""
        paragraphs = [line for line in row["gold_text"].splitlines() if len(words(line)) >= 5]
        if paragraphs and row.get("gold_title"):
            self.stories[language_of(row)].append((row["gold_title"], paragraphs))


_SENTENCE: Final = re.compile(r"[^.!?。！？]*(?:[.!?](?!\s)[^.!?。！？]*)*(?:[.!?](?=\s|$)|[。！？]|$)\s*")


def language_of(row: Row) -> str:
    """The language of a page: as the set says, else as its gold reads."""
    said = (row.get("lang") or "")[:2].lower()
    guess = None if said else detect(row["gold_text"])
    return said or (guess.tag[:2] if guess else "en")


def with_inserts(pages: Sequence[Row]) -> Iterator[Row]:
    """Copies of some of the pages, with boxes put in; ``html`` is changed, ``dataset`` is `INSERTED`."""
    material = Material()
    for row in pages:
        material.add(row)
    for row in pages:
        lots = random.Random(row["id"])
        if set_aside(site_of(row)) or lots.random() > SHARE or not material.stories[language_of(row)]:
            continue
        changed = _insert(row, material.stories[language_of(row)], lots)
        if changed is not None:
            yield row | {"id": row["id"] + "+", "dataset": INSERTED, "html": changed}


def pages_with_inserts(data: Path) -> list[Row]:
    """The copies made of all pages with gold that may be trained on."""
    sets = [dataset for dataset in SETS if dataset not in NEVER_TRAINED]
    read = (row for dataset in sets for row in rows(data / f"pages-{dataset}.jsonl.xz"))
    return list(with_inserts([row for row in read if (row.get("gold_text") or "").strip()]))


def _insert(row: Row, stories: list[tuple[str, list[str]]], lots: random.Random) -> str | None:
    try:
        parser = markup.HTMLParser(encoding="utf-8")
        tree = markup.document_fromstring(row["html"].encode("utf-8", "replace"), parser=parser)
    except (ValueError, AssertionError):
        return None
    found = _story_container(tree, row["gold_text"])
    if found is None:
        return None
    container, last = found
    boxes = _Boxes(stories, language_of(row), lots)
    makers = [boxes.comments, boxes.teasers, boxes.second_story, boxes.comments]
    for make in lots.sample(makers, k=lots.choice((1, 1, 2))):
        before = make == boxes.teasers and lots.random() < 0.4
        _place(markup.fragment_fromstring(make()), container, last, lots, before=before)
    return str(markup.tostring(tree, encoding="unicode"))


def _story_container(tree: _Element, gold: str) -> tuple[_Element, _Element] | None:
    """The innermost element that holds most of the story, and its last piece of the story."""
    wanted = runs(words(gold))
    weight: dict[_Element, int] = {}
    order: list[tuple[_Element, int]] = []
    for element in tree.iter("p", "div", "li", "td", "span", "h2", "h3", "blockquote", "section", "article"):
        own = words(" ".join([element.text or "", *(child.tail or "" for child in element)]))
        size = sum((runs(own) & wanted).values()) if len(own) >= 6 else 0
        if size:
            order.append((element, size))
            for outer in (element, *element.iterancestors()):
                weight[outer] = weight.get(outer, 0) + size
    total = sum(size for _, size in order)
    if total < LEAST_FOUND:
        return None
    holders = [element for element, size in weight.items() if size >= HOLDS * total]
    container = max(holders, key=lambda element: len(list(element.iterancestors())))
    inside = [element for element, _ in order if container in (element, *element.iterancestors())]
    return container, inside[-1]


def _place(box: _Element, container: _Element, last: _Element, lots: random.Random, *, before: bool) -> None:
    """Put a box behind the story: right behind its last paragraph, behind its container, or further out; or before."""
    at = container
    if last is not container and not before:
        at = next(outer for outer in (last, *last.iterancestors()) if outer.getparent() is container)
    for _ in range(lots.choice((0, 0, 1, 2))):
        outer = at.getparent()
        if outer is None or outer.tag in ("body", "html"):
            break
        at = outer
    if at.tag in ("body", "html") or at.getparent() is None:
        at.append(box)
    elif before:
        at.addprevious(box)
    else:
        box.tail, at.tail = at.tail, None
        at.addnext(box)


class _Boxes:
    """Makes the markup of boxes in many shapes: the same drawing of lots gives the same bytes."""

    def __init__(self, stories: list[tuple[str, list[str]]], language: str, lots: random.Random) -> None:
        self._stories, self._language, self._lots = stories, language, lots

    def comments(self) -> str:
        """A box of readers' comments."""
        number = min(60, 2 + int(self._lots.expovariate(1 / 9)))
        names, times, foot = (self._lots.random() < share for share in (0.85, 0.8, 0.35))
        shape, name_class, inner = self._lots.choice(_SHAPES), self._class(), self._class()
        time_form = self._lots.choice(_TIMES)
        answer = self._lots.choice(("Reply", "↑ 3 ↓", "+1", "Antworten", "^", "0 / 0", "Ocena: +5 [7]", "»"))
        made = [
            shape.format(
                item=inner,
                name=name_class,
                who=escape(self._nick()) if names else "",
                when=self._time(time_form) if times else "",
                text=self._remark(),
                foot=answer if foot else "",
            )
            for _ in range(number)
        ]
        return self._framed(made, _COMMENT_HEADINGS, number)

    def teasers(self) -> str:
        """A box of other stories: headlines, often with their beginnings."""
        number = self._lots.randint(3, 12)
        dated, begun, more = (self._lots.random() < share for share in (0.5, 0.75, 0.3))
        inner, tag, form = self._class(), self._lots.choice(("h3", "h4", "div", "b", "p")), self._lots.choice(_TIMES)
        sentences = self._lots.choice((1, 1, 2))
        made = []
        for _ in range(number):
            title, paragraphs = self._lots.choice(self._stories)
            parts = [f"<{tag}><a href='/a/{self._lots.randint(1, 9999)}'>{escape(title)}</a></{tag}>"]
            if dated:
                parts.insert(self._lots.randint(0, 1), f"<span>{self._time(form)}</span>")
            if begun:
                parts.append(f"<p>{escape(_beginning(paragraphs[0], sentences))}</p>")
            if more:
                parts.append("<a href='/b'>…</a>")
            made.append(f"<div class='{inner}'>{''.join(parts)}</div>")
        return self._framed(made, _TEASER_HEADINGS, number)

    def second_story(self) -> str:
        """Another whole story."""
        title, paragraphs = self._lots.choice(self._stories)
        heading = self._lots.choice(("h1", "h2", "h3"))
        when = f"<div>{self._time(self._lots.choice(_TIMES))}</div>" if self._lots.random() < 0.6 else ""
        body = "".join(f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs[:25])
        return f"<div class='{self._class()}'><{heading}>{escape(title)}</{heading}>{when}{body}</div>"

    def _framed(self, made: list[str], headings: dict[str, tuple[str, ...]], number: int) -> str:
        head = ""
        if self._lots.random() < 0.6:
            text = self._lots.choice(headings.get(self._language, headings["en"])).format(n=number)
            tag = self._lots.choice(("h2", "h3", "h4", "div", "p", "strong"))
            head = f"<{tag}>{escape(text)}</{tag}>"
        return f"<div class='{self._class()}'>{head}{''.join(made)}</div>"

    def _class(self) -> str:
        if self._lots.random() < 0.5:
            return self._lots.choice(_CLASSES)
        return "".join(self._lots.choice("bcdfgklmnprstvxz") + self._lots.choice("aeiou") for _ in range(3))

    def _nick(self) -> str:
        nick = self._lots.choice(_NICKS)
        return self._lots.choice(
            (nick, nick.capitalize(), f"{nick}{self._lots.randint(1, 99)}", f"@{nick}", f"~{nick}")
        )

    def _time(self, form: str) -> str:
        number = self._lots.randint
        return form.format(d=number(1, 28), m=number(1, 12), y=number(8, 25), h=number(0, 23), i=number(0, 59))

    def _remark(self) -> str:
        _, paragraphs = self._lots.choice(self._stories)
        chosen = [self._lots.choice(paragraphs) for _ in range(self._lots.choice((1, 1, 1, 1, 2)))]
        texts = [_beginning(each, self._lots.choice((1, 1, 2, 3))) for each in chosen]
        if self._lots.random() < 0.3:
            texts[-1] = texts[-1].rstrip(".。") + self._lots.choice(("!!!", "???", " :)", "...", ""))
        return self._lots.choice(("<br>", "</p><p>")).join(escape(text) for text in texts)


_SHAPES: Final = (
    "<div class='{item}'><span class='{name}'>{who}</span> <span>{when}</span><p>{text}</p><span>{foot}</span></div>",
    "<div class='{item}'><div class='{name}'>{who}</div><div>{when}</div><div>{text}</div><div>{foot}</div></div>",
    "<li class='{item}'><b>{who}</b> {when}<p>{text}</p>{foot}</li>",
    "<dl class='{item}'><dt>{who} {when}</dt><dd><p>{text}</p></dd></dl>",
    "<div class='{item}'><p>{text}</p><p class='{name}'>{who}, {when}</p></div>",
    "<table class='{item}'><tr><td>{who}</td><td>{when}</td></tr><tr><td colspan='2'>{text}</td></tr></table>",
    "<article class='{item}'><header>{who}</header><p>{text}</p><footer>{when} {foot}</footer></article>",
    "<p>{text}</p><p>{who} {when}</p>",
    "<div class='{item}'><a href='/u'>{who}</a><div class='{name}'><p>{text}</p></div><a href='/r'>{foot}</a></div>",
)
"""How sites set a comment."""


def _beginning(paragraph: str, sentences: int) -> str:
    """The first sentences of a paragraph."""
    return "".join(_SENTENCE.findall(paragraph)[:sentences]).strip() or paragraph
