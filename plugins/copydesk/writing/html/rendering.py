"""Markdown to HTML, by markdown-it-py with raw HTML off: the only maker of HTML for bodies and notes.

What it changes on the way: headings begin at the second level, links to other sites get ``rel``, table cells a class
for their alignment in place of a style, wide tables a place in the tab order, captions their class, images only their
words. Every ``{`` and ``|`` is put out as a character reference, because Pelican takes them for links into the site
wherever they stand in finished HTML.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from copydesk.errors import StoryFileError
from copydesk.writing.addresses import is_mail, is_target, mail_address
from copydesk.writing.escaping import visible
from copydesk.writing.html.marks import inline_words
from copydesk.writing.html.plain import Run, runs

MAX_NESTING = 100
"""Open blocks or marks markdown-it follows; deeper ones it would leave out. Our lists stop far above."""

ROOM, EACH = 100_000, 10
"""Letters of addresses and their titles that a body may have on its pages, beside so many for each of its own: an
address that is written once can be asked for by reference a hundred thousand times. CommonMark's reference parser has
a bound of the same kind (cmark 0.31). An address beyond ASCII takes up to nine times its letters."""

REL = "external noopener"
"""What a link to another site says of itself."""

CONTAINERS = frozenset({"blockquote_open", "list_item_open"})
"""What holds blocks, of which the innermost that the parser follows is empty."""

NARROW = 4
"""Columns a phone shows side by side. A wider table scrolls inside itself, so a keyboard must be able to reach it."""

_CAPTION = re.compile(r'\{\.caption(?: image="([^"\n]*)")?\}\n')
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_ALIGN = re.compile(r"text-align:\s*(left|right|center)")


def to_html(markdown: str) -> str:
    """The HTML of a body or a note: a run of blocks, no ``h1``, nothing that loads or runs. Raises StoryFileError for
    one that nests so deeply that the parser would leave words out."""
    found = list(runs(markdown))
    html = all_plain(found)
    if html is None:
        parser = reader()
        tokens = adjusted([token for run in found for token in tokens_of(run)])
        _bound_links(tokens, ROOM + EACH * len(markdown))
        html = str(parser.renderer.render(tokens, parser.options, {}))
    return html.replace("{", "&#123;").replace("|", "&#124;")


def all_plain(found: list[Run]) -> str | None:
    """The HTML of a body of which every part is plain, ``None`` of any other; most need no token."""
    highest = min((run.level for run in found if run.level is not None), default=2)
    said: list[str] = []
    for run in found:
        if run.html is None:
            return None
        tag = "" if run.level is None else f"h{shifted(run.level, highest)}"
        said.append(f"<{tag}>{run.html}</{tag}>\n" if tag else run.html)
    return "".join(said)


def shifted(level: int, highest: int) -> int:
    """The level of a heading on a page, whose own is the first."""
    return min(level + 2 - highest, 6)


def tokens_of(run: Run) -> list[Token]:
    """The tokens of a part of a body; of a plain one its HTML as it stands."""
    if run.html is None:
        return parse(run.markdown)
    if run.level is None:
        return [Token("html_block", "", 0, content=run.html)]
    tag, words = f"h{run.level}", Token("html_inline", "", 0, content=run.html)
    inline = Token("inline", "", 0, children=[words])
    return [Token("heading_open", tag, 1, block=True), inline, Token("heading_close", tag, -1, block=True)]


def parse(markdown: str) -> list[Token]:
    """The tokens of a body: captions marked, nothing else changed. Raises StoryFileError as `to_html` does."""
    tokens = reader().parse(markdown, {})
    if any(token.level >= MAX_NESTING - 1 and token.type in CONTAINERS for token in tokens):
        problem = f"nests lists or quotations more than {MAX_NESTING // 2 - 1} deep, which would lose words"
        raise StoryFileError("a text in content/", problem, "Take some of the levels out.")
    return tokens


def reads_as(inline: str, text: str) -> bool:
    """Whether the inline Markdown reads back as the words of ``text``."""
    words = inline_words(inline)
    if words is None:
        (paragraph,) = reader().parseInline(inline, {})
        words = said(paragraph)
    return "".join(words.split()) == "".join(visible(text).split())


def said(token: Token) -> str:
    """The words of an inline token, line breaks as newlines."""
    words = {"softbreak": "\n", "hardbreak": "\n"}
    return "".join(words.get(child.type, child.content) for child in token.children or ())


def adjusted(tokens: list[Token]) -> list[Token]:
    """The tokens as a page shows them."""
    _shift_headings(tokens)
    _reach_wide_tables(tokens)
    for token in tokens:
        _align(token)
        for child in token.children or ():
            _mark_link(child)
    return _without_empty_heads(tokens)


@cache
def reader() -> MarkdownIt:
    """The one parser: CommonMark and tables, no raw HTML, safe addresses only."""
    parser = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False, "maxNesting": MAX_NESTING}).enable("table")
    parser.validateLink = is_target  # type: ignore[method-assign, assignment]  # its documented way to choose addresses
    parser.normalizeLink = _normalized  # type: ignore[method-assign, assignment]  # and to write them
    parser.core.ruler.before("inline", "caption", _mark_captions)
    parser.inline.ruler.before("escape", "escaped_mark", _take_escaped_mark)
    parser.add_render_rule("image", _render_image)
    return parser


def _normalized(href: str) -> str:
    """An address as it stands in a page."""
    normal = normalizeLink(href)
    return (mail_address(normal) or normal) if is_mail(normal) else normal


def _take_escaped_mark(state: StateInline, silent: bool) -> bool:
    """Take an escaped mark as a letter of the text around it. The parser's own rule makes a token of each, to be joined
    later: some 500 bytes of memory for every mark in a text full of them. All other uses of a backslash are left to
    it."""
    found = _ESCAPED.match(state.src, state.pos, state.posMax)
    if found is None:
        return False
    if not silent:
        state.append_pending(found[1])
    state.pos = found.end()
    return True


def _mark_captions(state: StateCore) -> None:
    """A paragraph under a caption line becomes a caption; the line itself is no text."""
    for before, token in pairwise(state.tokens):
        if before.type != "paragraph_open" or (found := _CAPTION.match(token.content)) is None:
            continue
        token.content = token.content[found.end() :]
        before.attrSet("class", "caption")
        before.meta["image"] = found.group(1)


def _render_image(self: object, tokens: list[Token], place: int, options: object, env: object) -> str:
    """A picture is its words: no page loads an image of others."""
    return escaped(tokens[place].content)


def escaped(text: str) -> str:
    """Text for HTML."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace('"', "&quot;")


def _shift_headings(tokens: list[Token]) -> None:
    headings = [token for token in tokens if token.type in ("heading_open", "heading_close")]
    highest = min((int(token.tag[1]) for token in headings), default=2)
    for token in headings:
        token.tag = f"h{shifted(int(token.tag[1]), highest)}"


def _align(token: Token) -> None:
    if token.type not in ("th_open", "td_open") or (found := _ALIGN.match(str(token.attrs.pop("style", "")))) is None:
        return
    token.attrSet("class", f"align-{found.group(1)}")


def _reach_wide_tables(tokens: list[Token]) -> None:
    """Every Markdown table has a heading row, if an empty one, with a cell for each column."""
    for token in tokens:
        if token.type == "table_open":
            table, columns = token, 0
        elif token.type == "th_open":
            columns += 1
        elif token.type == "thead_close" and columns > NARROW:
            table.attrSet("tabindex", "0")


def _mark_link(token: Token) -> None:
    if token.type == "link_open" and str(token.attrs.get("href", "")).lower().startswith(("http:", "https:")):
        token.attrSet("rel", REL)


def _bound_links(tokens: list[Token], room: int) -> None:
    """Links lead nowhere once their addresses have taken that much room; their words stay."""
    for child in (child for token in tokens for child in token.children or () if child.type == "link_open"):
        room -= sum(len(str(said)) for said in child.attrs.values())
        if room < 0:
            child.attrs.clear()


def _without_empty_heads(tokens: list[Token]) -> list[Token]:
    """Tables we wrote without a heading row have an empty one in Markdown; no page shows it."""
    kept: list[Token] = []
    start = 0
    for token in tokens:
        if token.type == "thead_open":
            start = len(kept)
        kept.append(token)
        if token.type == "thead_close" and not any(part.content for part in kept[start:] if part.type == "inline"):
            del kept[start:]
    return kept
