"""Nothing is published that does not read back: what was composed says the same words, in the same structure, and
records the same facts. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest

from markdown_it.token import Token

from copydesk.errors import VerificationError
from copydesk.model import Block, Caption, Heading, ListItem, Preformatted, Quotation, Table
from copydesk.writing.escaping import visible
from copydesk.writing.html.rendering import parse as parse_markdown
from copydesk.writing.html.rendering import reader, said
from copydesk.writing.markdown.blocks import write
from copydesk.writing.markdown.inline import tidy
from copydesk.writing.stories.storyfile import StoryFile, parse

ADVICE = "This is a fault of Copydesk; please report it with the seed. Nothing was written"


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a body as a reader meets it: what it is, its words (white space evened out), where its links lead."""

    kind: str
    words: str
    links: tuple[str, ...] = ()


def verify(text: str, page: StoryFile, blocks: tuple[Block, ...]) -> None:
    """Raise VerificationError unless the composed ``text`` records ``page`` and says what ``blocks`` say."""
    verify_record(text, page)
    _verify_body(page.body, blocks, page.seed or page.title)


def verify_record(text: str, page: StoryFile) -> None:
    """Raise VerificationError unless ``text`` reads back as ``page``, its body letter for letter."""
    subject = page.seed or page.title
    back = parse(text, subject)
    if back != page:
        changed = [name for name in StoryFile.__slots__ if getattr(back, name) != getattr(page, name)]
        raise VerificationError(subject, f"{', '.join(changed)} would read back differently", ADVICE)


def verified_body(blocks: tuple[Block, ...], subject: str) -> str:
    """The blocks as Markdown that says what they say. Raises VerificationError where it does not."""
    body = write(blocks)
    _verify_body(body, blocks, subject)
    return body


def _verify_body(body: str, blocks: tuple[Block, ...], subject: str) -> None:
    wanted, found = spoken(blocks), read_passages(body)
    if wanted != found:
        pairs = zip_longest(wanted, found, fillvalue=Passage("end", ""))
        first = next(pair for pair in pairs if pair[0] != pair[1])
        problem = f"the body would read back differently: {first[0]} as {first[1]}"
        raise VerificationError(subject, problem, ADVICE)


def spoken(blocks: tuple[Block, ...]) -> tuple[Passage, ...]:
    """The passages that blocks say; blocks without words say nothing."""
    passages = (passage for block in blocks if visible(block.text).strip() for passage in _of_block(block))
    return tuple(passage for passage in passages if passage.words)


def read_passages(markdown: str) -> tuple[Passage, ...]:
    """The passages a reader finds in a body."""
    return tuple(passage for passage in _of_tokens(parse_markdown(markdown)) if passage.words)


KINDS = {
    Heading: "heading",
    Quotation: "quotation",
    ListItem: "item",
    Caption: "caption",
    Preformatted: "preformatted",
}
"""What each kind of block is called here; all others are paragraphs, cells apart."""

_OPENERS = {"heading_open": "heading", "blockquote_open": "quotation", "list_item_open": "item"}
_CLOSERS = {"heading_close", "blockquote_close", "list_item_close"}


def _of_block(block: Block) -> Iterator[Passage]:
    if isinstance(block.kind, Table):
        yield from (Passage("cell", _even(cell)) for row in block.kind.rows for cell in row)
    elif isinstance(block.kind, Preformatted):
        yield Passage("preformatted", _even(block.text))
    else:
        yield Passage(KINDS.get(type(block.kind), "paragraph"), _even(block.text), _links(block))


def _links(block: Block) -> tuple[str, ...]:
    """Where the words with an address lead, neighbours with one address being one link."""
    groups = groupby(tidy(block.spans), key=lambda span: span.href)
    hrefs = (href for href, group in groups if "".join(span.text for span in group).strip())
    return tuple(reader().normalizeLink(href) for href in hrefs if href)


def _of_tokens(tokens: list[Token]) -> Iterator[Passage]:
    around: list[str] = []
    caption = False
    for token in tokens:
        if token.type in _OPENERS:
            around.append(_OPENERS[token.type])
        elif token.type in _CLOSERS:
            around.pop()
        elif token.type == "paragraph_open":
            caption = token.attrs.get("class") == "caption"
        elif token.type in ("th_open", "td_open"):
            around.append("cell")
        elif token.type in ("th_close", "td_close"):
            around.pop()
        elif token.type in ("fence", "code_block"):
            yield Passage("preformatted", _even(token.content))
        elif token.type == "inline":
            kind = "caption" if caption else around[-1] if around else "paragraph"
            yield Passage(kind, _even(said(token)), _targets(token))
            caption = False


def _targets(token: Token) -> tuple[str, ...]:
    return tuple(str(child.attrs["href"]) for child in token.children or () if child.type == "link_open")


def _even(text: str) -> str:
    return " ".join(visible(text).split())
