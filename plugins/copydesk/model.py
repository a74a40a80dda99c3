"""The one model: what a seed is, what a block is, what a clue is, what a story is. Frozen values, no logic.

Formats exist only before this model (`intake`), Markdown only after it (`writing`); everything between speaks these
types. Absent is ``None``, never ``""``; every sequence is a tuple; nothing here reads a file, a clock or a setting.
Long for one file on purpose: what a stage may receive is read in one place.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time
from typing import Generic, Literal, TypeVar

from copydesk.frozen import value

# --- seeds ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RawDocument:
    """A seed as received: its name relative to ``seeds/`` (POSIX separators), its bytes, and where it is known to come
    from, if whoever hands it over knows (the ``url`` of a ``--jsonl`` row)."""

    seed: str
    data: bytes
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a seed may be before it is held: ``bytes`` of the file, characters of one ``line``, open elements
    (``depth``) of a page, ``blocks`` of a document; and what cleaning it may take: ``seconds`` of processor time for
    each document, bytes of ``memory`` besides 20 for each of the file's. The defaults are far above real articles."""

    bytes: int = 20_000_000
    line: int = 1_000_000
    depth: int = 2_000
    blocks: int = 50_000
    seconds: int = 5
    memory: int = 200_000_000


# --- blocks -----------------------------------------------------------------------------------------------------------


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
    common is the beginning of both.
    """

    path: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    link_density: float = 0.0
    container: int = 0
    anchored: bool = False
    ancestors: tuple[int, ...] = ()


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


# --- clues and cuts ---------------------------------------------------------------------------------------------------

FactName = Literal[
    "headline",
    "standfirst",
    "author",
    "publisher",
    "published",
    "updated",
    "section",
    "tag",
    "canonical_url",
    "language",
    "licence",
    "image",
    "image_caption",
    "image_credit",
    "agency",
    "original_publisher",
]


@value(frozen=True, slots=True)
class Clue:
    """A value offered for a fact, as the page has it, with its ``origin``: a name of the table of trust
    (`metadata.trust.TRUST`), such as "json-ld", "h1", "byline line", "logo text", "page header"."""

    fact: FactName
    value: str
    origin: str
    place: Place | None = None


CutClass = Literal["furniture", "boilerplate", "duplicate", "empty"]


@value(frozen=True, slots=True)
class Cut:
    """A block taken out of the body, with the rule that took it and why, in words for the curator.

    ``nature`` is "furniture" for text about the story that now lives in a fact, "boilerplate" for text of the site,
    "duplicate" for what the body already says, "empty" for what has no words.
    """

    block: Block
    rule: str
    reason: str
    nature: CutClass = "boilerplate"


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a human should look at: a stable ``code`` ("publisher-spellings"), the message, and where."""

    code: str
    message: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A document on its way: what is left of its blocks, what was cut, what is known about it so far.

    ``sha256`` is the lower-case hex digest of the raw file, ``item`` the id of this document inside a seed that holds
    several, ``format`` the reader's name ("text", "html"), ``lines`` the number of lines of the decoded seed.
    ``held`` collects reasons not to publish. ``says`` is what the page's data says it is, lower-cased: types of
    schema.org ("newsarticle", "collectionpage"), Open Graph's with "og " before them ("og website"), and "not free".
    ``is_item_permanent`` says that ``item`` is an id the publisher gave the
    document, which is the same in every file that holds it.
    """

    seed: str
    sha256: str
    format: str
    encoding: str
    lines: int
    blocks: tuple[Block, ...]
    clues: tuple[Clue, ...] = ()
    cuts: tuple[Cut, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    held: tuple[str, ...] = ()
    item: str | None = None
    url: str | None = None
    confidence: float | None = None
    says: tuple[str, ...] = ()
    is_item_permanent: bool = False


T = TypeVar("T")

# --- facts ------------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Moment:
    """A point in time as precisely as the page gave it: a day, perhaps a time, perhaps with its offset.

    ``clock`` is ``None`` where only the day is known; its ``tzinfo`` is ``None`` until the site's zone is applied.
    """

    day: date
    clock: time | None = None


@dataclass(frozen=True, slots=True)
class Fact(Generic[T]):
    """A resolved value with the origin that won and how far it is trusted (0 to 1; under 0.5 is shown as doubtful)."""

    value: T
    origin: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a story. What the file does not say is ``None`` or empty.

    ``language`` is a BCP 47 tag; ``publisher`` the display name, ``publisher_key`` its key in ``sources.toml`` when
    known; ``authors`` are names of people without jobs, ``agency`` the news agency credited; ``original_publisher`` is
    who the page itself credits. ``image_caption`` says what the picture shows, ``image_credit`` whose it is.
    """

    headline: Fact[str] | None = None
    standfirst: Fact[str] | None = None
    authors: Fact[tuple[str, ...]] | None = None
    agency: Fact[str] | None = None
    publisher: Fact[str] | None = None
    publisher_key: str | None = None
    original_publisher: Fact[str] | None = None
    published: Fact[Moment] | None = None
    updated: Fact[Moment] | None = None
    section: Fact[str] | None = None
    tags: Fact[tuple[str, ...]] | None = None
    canonical_url: Fact[str] | None = None
    language: Fact[str] | None = None
    licence: Fact[str] | None = None
    image: Fact[str] | None = None
    image_caption: Fact[str] | None = None
    image_credit: Fact[str] | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A document edited and attributed: what the writer writes and ``--json`` prints.

    ``blocks`` is the body; ``cuts`` every block that left it; ``guid`` a ``urn:uuid:`` (version 5); ``held`` the
    reasons it may not be published (empty when it may); ``clues`` all evidence, for ``explain`` and ``check``;
    ``byline`` whom the page's byline names, as it names them: people and agencies, else an office ("News Desk").
    """

    guid: str
    seed: str
    sha256: str
    item: str | None
    format: str
    encoding: str
    lines: int
    metadata: Metadata
    blocks: tuple[Block, ...]
    cuts: tuple[Cut, ...]
    clues: tuple[Clue, ...]
    doubts: tuple[Doubt, ...]
    held: tuple[str, ...]
    confidence: float | None = None
    byline: tuple[str, ...] = ()
    is_item_permanent: bool = False


# --- what the house knows ---------------------------------------------------------------------------------------------

Policy = Literal["full", "excerpt", "link"]


@dataclass(frozen=True, slots=True)
class Publisher:
    """A publisher of ``sources.toml``. ``names`` are other spellings (logo texts, site names), ``domains`` without
    "www."; ``cut_lines`` are lines (matched whole, spaces and case folded) that are chrome of this publisher,
    ``cut_patterns`` lines with gaps (`patterns`), ``main`` and ``cut`` CSS selectors for its pages; ``keep_lines``,
    ``keep_patterns`` and ``keep`` say alike what is never chrome; ``byline_patterns`` and ``section_patterns`` are
    lines that name the writers or the section in their first gap; ``zone`` is an IANA name for its dates without one.
    """

    key: str
    name: str
    names: tuple[str, ...] = ()
    home: str | None = None
    domains: tuple[str, ...] = ()
    policy: Policy | None = None
    licence: str | None = None
    terms: str | None = None
    credit: str | None = None
    language: str | None = None
    zone: str | None = None
    images: bool = False
    feeds: tuple[str, ...] = ()
    cut_lines: tuple[str, ...] = ()
    cut_patterns: tuple[str, ...] = ()
    main: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    keep_lines: tuple[str, ...] = ()
    keep_patterns: tuple[str, ...] = ()
    keep: tuple[str, ...] = ()
    byline_patterns: tuple[str, ...] = ()
    section_patterns: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class House:
    """What every stage may know beyond the document: the publishers, the site's IANA zone and its language, and which
    lines of the document are known to stand on other pages of its publisher: the key of each line
    (`text.line_key`), and on how many."""

    publishers: tuple[Publisher, ...] = ()
    zone: str = "UTC"
    language: str = "en"
    recurring: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Overrides:
    """The curator's word on one seed (``seeds/<name>.toml``): it beats every clue.

    ``facts`` maps a fact's name to its value (several for authors and tags); ``main`` and ``cut`` are CSS selectors
    for a saved page, ``cut_lines`` line numbers ("44" or "46-52") and ``keep_lines`` likewise. ``same_as`` and
    ``not_same_as`` name other stories by GUID or by seed.
    """

    facts: Mapping[FactName, tuple[str, ...]] = field(default_factory=dict)
    main: tuple[str, ...] = ()
    cut: tuple[str, ...] = ()
    cut_lines: tuple[str, ...] = ()
    keep_lines: tuple[str, ...] = ()
    publish: bool = False
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
