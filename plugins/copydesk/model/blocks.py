"""What a block is: its kind, its text with marks, where it stood and what its surroundings say."""

from __future__ import annotations

from dataclasses import dataclass, field

from copydesk.frozen import value


@value(frozen=True, slots=True)
class Span:
    """A run of text with one set of marks. ``href`` is absolute, or ``None`` where the text is no link."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    href: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. Of a plain-text dump every line is one until editing joins what belongs together."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside the page; ``level`` is 1 to 6 as the page had it."""

    level: int


@dataclass(frozen=True, slots=True)
class Quotation:
    """One paragraph of a block quotation; neighbours at the same depth are one quotation when written."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; neighbours are one list when written. ``depth`` counts from 0; ``number`` is the item's
    number in an ordered list, ``None`` in an unordered one."""

    depth: int = 0
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Caption:
    """The caption of a figure; ``image`` is the absolute address of the picture where the page gave one."""

    image: str | None = None


@dataclass(frozen=True, slots=True)
class Preformatted:
    """Text whose line breaks and spaces mean something."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table: ``rows`` of cells, each cell the text it shows. The block's own text is all cells, tab and newline
    between them. ``header`` says whether the first row heads the columns."""

    rows: tuple[tuple[str, ...], ...]
    header: bool = False


Kind = Paragraph | Heading | Quotation | ListItem | Caption | Preformatted | Table


@value(frozen=True, slots=True)
class Place:
    """Where a block stood in the decoded seed: its first and last line, counted from 1."""

    first: int
    last: int


@value(frozen=True, slots=True)
class Markup:
    """What the page's markup says of a block, in words that are true of any format.

    ``path`` is the element names from the outermost to the innermost, ``words`` the class and id words of the block
    and its ancestors, innermost first and lower-cased ("article-body" gives "article", "body"; at most 40),
    ``link_density`` the share of the block's characters inside links, ``container`` a number equal for blocks that
    share a parent, ``anchored`` whether structured data or ``itemprop`` says this is text of the article.
    ``ancestors`` numbers the block-level elements that enclose the block, outermost first: what two blocks have in
    common is the beginning of both. ``unshown`` is whether the page's own style sheets hide it.
    """

    path: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    link_density: float = 0.0
    container: int = 0
    anchored: bool = False
    ancestors: tuple[int, ...] = ()
    unshown: bool = False


@value(frozen=True, slots=True)
class Block:
    """A piece of the page: what kind it is, its text with marks, where it stood, what its surroundings say.

    ``gap`` is the number of blank lines before it in the seed (dumps) and 1 for blocks of markup; ``indent`` the
    spaces before its first character in a dump; ``score`` the judge's probability that it is main content (0 to 1),
    ``None`` before it was judged; ``rule`` the name of the last rule that changed it.
    """

    kind: Kind
    spans: tuple[Span, ...]
    place: Place
    gap: int = 1
    indent: int = 0
    markup: Markup | None = None
    score: float | None = None
    rule: str | None = None

    text: str = field(init=False, repr=False, compare=False)
    """The words of the block without marks, joined once: every rule asks for them."""

    def __post_init__(self) -> None:
        spans = self.spans
        object.__setattr__(self, "text", spans[0].text if len(spans) == 1 else "".join([span.text for span in spans]))

    @property
    def order(self) -> tuple[int, tuple[int, ...]]:
        """What blocks are sorted by to stand as in the seed: its line, and in a page of one line its elements."""
        return self.place.first, self.markup.ancestors if self.markup else ()
