"""Pages that are no story: errors, walls, teasers, lists, searches, videos. Each kind has a reason with what to do.

What a page says of itself (`Draft.says`), its shape, and words by which such pages are known in each language decide
together; words alone only where next to nothing else is told, for a story may be about any of this.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter

from copydesk.editing.desk import Desk
from copydesk.editing.held.continued import is_continued
from copydesk.editing.shapes import TRUNCATED, bare, ends_sentence, folded, is_running_text, length, said_on
from copydesk.editing.story import SURE
from copydesk.editing.vocabulary import Phrases
from copydesk.model import Block, Draft, Heading

SHORTEST_STORY = 25
"""Words; the shortest brief that newspapers print has about as many."""
SHORT_PAGE = 120
"""Under this many words a page that says it was not found, or asks to subscribe, is no story."""
TEASER = 200
"""Under this many words an article that says it is not free was saved without its rest."""
CUT_SHORT = 300
"""Under this many words a text that breaks off before an offer to subscribe is a teaser."""
VIDEO = 80
"""Under this many words what stands beside a video is its caption."""
TELLING_LINE = 15
"""Words of the longest line that may say what kind of page this is; a longer one tells a story about such pages."""
UNDER = 12
"""Blocks under the story in which the rest of it is offered."""
MANY_LINKS, LINK_WORDS = 12, (4, 30)
"""Headlines of other stories from which a page may be a list of them, and the words that one has."""
MANY_TEASERS, FEW_TEASERS = 5, 3
"""Texts that break off, from which a page is a list of stories; fewer do where its data says that it is one."""
NEARLY_ALL = 0.8
"""The share of texts that break off, headlines that are links aside, from which the few make a list."""
LINKED = 0.8
"""The share of a block's characters inside links from which it is a link."""
MOSTLY = 0.6
"""The share of paragraphs under a title that is a link from which a page is a list of teasers."""
MANY_OFFERS, MORE_WORDS = 3, 6
"""Paragraphs that end with "Read more" from which a page is a list, and the fewest words of one."""

_STATUS = re.compile(
    r"^(?:error |http |fehler |erreur |ошибка )?(?:40[0-9]|410|429|50[0-9])"
    r"(?:$|\s*[|:!.\-–—]|\s+(?:not found|forbidden|error|bad|internal|service|gateway|unauthorized|too many)\b)"
)
"""A title that begins with the number of an answer of the web (RFC 9110) and goes on as such do: not "404 boats"."""
_ARTICLES = ("article", "posting", "report", "review", "recipe")
_LISTS = frozenset({"collectionpage", "searchresultspage", "itemlist", "og website"})


@dataclass(frozen=True)
class Look:
    """An edited page as the kinds ask about it."""

    draft: Draft
    desk: Desk

    @cached_property
    def words(self) -> int:
        """The words that were kept."""
        return sum(length(block.text) for block in self.draft.blocks)

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """All blocks of the page, kept or cut."""
        return (*self.draft.blocks, *(taken.block for taken in self.draft.cuts))

    @cached_property
    def _in_order(self) -> list[Block]:
        return sorted(self.blocks, key=attrgetter("place.first"))

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """Every line that may say what kind of page this is, folded, the page's titles first."""
        return (*self.titles, *(folded(block.text) for block in self.blocks if len(block.text) < 300))

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """What the page calls itself, folded: its titles, and its first lines down to where the story begins."""
        given = [clue.value for clue in self.draft.clues if clue.fact == "headline"]
        begin = min((block.place.first for block in self.draft.blocks), default=None)
        first = [block for block in self._in_order[:4] if begin is None or block.place.first <= begin]
        return tuple(map(folded, [*given, *(block.text for block in first if length(block.text) <= TELLING_LINE)]))

    @property
    def is_article(self) -> bool:
        """Whether the page says that it is an article, or a live page, which is a list and a story."""
        return any(said.endswith(_ARTICLES) for said in self.draft.says)

    @cached_property
    def beside(self) -> str:
        """The telling lines from the story on to a little way under it, folded: what is offered for the rest of it."""
        order = self._in_order
        kept = {(block.place.first, block.place.last) for block in self.draft.blocks}
        places = [(block.place.first, block.place.last) in kept for block in order]
        near = order[places.index(True) : len(order) - places[::-1].index(True) - 1 + UNDER] if kept else order
        return "\n".join([folded(block.text) for block in near if _may_tell(block)])

    def has(self, phrases: Phrases) -> bool:
        """Whether one of the telling lines has one of the phrases; where a brief may be told, a title or kept line."""
        return bool(phrases.on(self._asked))

    @cached_property
    def _asked(self) -> str:
        kept = (folded(block.text) for block in self.draft.blocks if _may_tell(block))
        return "\n".join(self.lines if self.words < SHORTEST_STORY else (*self.titles, *kept))

    def offers(self, phrases: Phrases) -> bool:
        """Whether a line in the story or right under it has one of the phrases."""
        return bool(phrases.on(self.beside))

    def share_of(self, *tables: Phrases) -> float:
        """How much of what was kept stands in blocks with one of the phrases."""
        asked = [phrase for phrases in tables for phrase in said_on(self.draft.blocks, phrases)]
        said = (block for block in self.draft.blocks if any(phrase in folded(block.text) for phrase in asked))
        return sum(length(block.text) for block in said) / max(1, self.words) if asked else 0.0


def _may_tell(block: Block) -> bool:
    """Whether a line may say what kind of page this is: it is short, or no sentence of a story."""
    is_told = (block.score or 0.0) >= SURE and is_running_text(block.text)
    return len(block.text) < 300 and (length(block.text) <= TELLING_LINE or not is_told)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page that is no story: what it is, with what to do, and how it is known."""

    reason: str
    applies: Callable[[Look], bool]


def kind_of(draft: Draft, desk: Desk) -> str | None:
    """Why the page is no story, ``None`` where it may be one."""
    look = Look(draft, desk)
    return next((kind.reason for kind in KINDS if kind.applies(look)), None)


def _is_error(look: Look) -> bool:
    """Whether the server says in place of a story that there is none: "Page not found"."""
    if look.words >= SHORT_PAGE:
        return False
    return look.has(look.desk.words.error_phrases) or any(_STATUS.match(title) for title in look.titles)


def _is_wall(look: Look) -> bool:
    """Whether a check of the browser or a question about cookies stands where the story would."""
    wall, consent = look.desk.words.wall_phrases, look.desk.words.consent_phrases
    if look.words < SHORTEST_STORY:
        return look.has(wall) or look.has(consent)
    return look.words < 2 * SHORT_PAGE and look.share_of(wall, consent) >= 0.5


def _is_login(look: Look) -> bool:
    """Whether only a form to sign in was saved: "Please log in"."""
    asked = look.desk.words.login_phrases
    if look.words < SHORTEST_STORY:
        return look.has(asked)
    return look.words < SHORT_PAGE // 2 and any(phrase in title for title in look.titles for phrase in asked)


def _is_teaser(look: Look) -> bool:
    """Whether the beginning of a story stands before an offer to subscribe."""
    if look.words >= CUT_SHORT:
        return False
    if look.words < TEASER and "not free" in look.draft.says:
        return True
    return look.offers(look.desk.words.paywall_phrases) and (look.words < SHORT_PAGE or _breaks_off(look.draft.blocks))


def _breaks_off(blocks: tuple[Block, ...]) -> bool:
    """Whether the last paragraph of any length ends in the middle of a sentence."""
    last = next((block.text.rstrip() for block in reversed(blocks) if length(block.text) >= 8), "")
    return last.endswith(TRUNCATED) or bool(last) and not ends_sentence(last)


def _is_search(look: Look) -> bool:
    """Whether the page is the result of a search on the site."""
    if any(said == "searchresultspage" for said in look.draft.says):
        return True
    asked = any(phrase in title for title in look.titles for phrase in look.desk.words.search_phrases)
    return asked and not look.is_article and (look.words < SHORT_PAGE or _prose(look) < 0.5 or _teasers(look) >= 2)


def _is_list(look: Look) -> bool:
    """Whether the page lists stories: headlines that are links, or texts that all break off."""
    if _offers_more(look) >= MANY_OFFERS:
        return True
    if look.is_article:
        return False
    kept = [block for block in look.draft.blocks if _is_headline_link(block)]
    if len(kept) >= MANY_LINKS // 2 and sum(length(block.text) for block in kept) >= 0.5 * look.words:
        return True
    if _teasers(look) >= MANY_TEASERS and 3 * _teasers(look) >= len(look.draft.blocks):
        return True
    if FEW_TEASERS <= _teasers(look) >= NEARLY_ALL * (len(look.draft.blocks) - len(kept)) or _is_all_titled(look):
        return True
    return _says_it_is_a_list(look) and len(kept) + _teasers(look) >= FEW_TEASERS and _prose(look) < 0.6


def _offers_more(look: Look) -> int:
    """How many paragraphs end with a link to the rest of a story: "Fares will go up by 40 cents. Read more »"."""
    labels = look.desk.words.machine_lines | look.desk.words.related_lines
    told = [block.text.split() for block in look.draft.blocks if MORE_WORDS < length(block.text) <= TELLING_LINE * 3]
    return sum(any(bare(" ".join(words[-count:])) in labels for count in (2, 3)) for words in told)


def _says_it_is_a_list(look: Look) -> bool:
    """Whether the page's data speaks of a site or a collection and of no day, and it is full of headlines."""
    if _LISTS.isdisjoint(look.draft.says) or sum(map(_is_headline_link, look.blocks)) < MANY_LINKS:
        return False
    return not any(clue.fact == "published" and clue.origin != "page header" for clue in look.draft.clues)


def _is_all_titled(look: Look) -> bool:
    """Whether most paragraphs of a page that speaks of a site and of no writer stand alone under a link that is the
    title of another story."""
    if _LISTS.isdisjoint(look.draft.says) or any(clue.fact == "author" for clue in look.draft.clues):
        return False
    lines = sorted(
        (*((block, True) for block in look.draft.blocks), *((cut.block, False) for cut in look.draft.cuts)),
        key=lambda line: line[0].order,
    )
    told = [at for at, (block, is_kept) in enumerate(lines) if is_kept and is_running_text(block.text)]
    titled = [at for at in told if at and _is_title_link(lines[at - 1][0]) and at + 1 not in told]
    return FEW_TEASERS <= len(titled) >= MOSTLY * len(told)


def _is_title_link(block: Block) -> bool:
    """Whether a block is a heading that leads elsewhere, or as long as a headline that does."""
    is_heading = isinstance(block.kind, Heading) and block.markup is not None and block.markup.link_density > LINKED
    return is_heading and length(block.text) > 1 or _is_headline_link(block)


def _is_headline_link(block: Block) -> bool:
    if block.markup is None or block.markup.link_density < LINKED:
        return False
    return LINK_WORDS[0] <= length(block.text) <= LINK_WORDS[1]


def _teasers(look: Look) -> int:
    return sum(block.text.rstrip(" )]»”").endswith((*TRUNCATED, "[…", "[...")) for block in look.draft.blocks)


def _prose(look: Look) -> float:
    told = sum(length(block.text) for block in look.draft.blocks if is_running_text(block.text))
    return told / max(1, look.words)


def _is_video(look: Look) -> bool:
    """Whether the page is a film with a line about it."""
    films = any(said == "videoobject" or said.startswith("og video") for said in look.draft.says)
    return films and not look.is_article and look.words < VIDEO


KINDS: tuple[Kind, ...] = (
    Kind("an error page, not a story: save the page again, or remove the file", _is_error),
    Kind("a check of the browser or of cookies, not a story: open the page, answer it, save it again", _is_wall),
    Kind("a teaser before a paywall, not the whole story: save it where you may read all of it", _is_teaser),
    Kind(
        "the beginning of a story that goes on elsewhere: save the story's own page",
        lambda look: is_continued(look.draft, look.desk),
    ),
    Kind("a page that asks to sign in, not a story: save it where you are signed in", _is_login),
    Kind("the results of a search, not a story: save the story itself", _is_search),
    Kind("a list of stories, not a story: save the stories themselves", _is_list),
    Kind("a video with a line about it, not a story to read", _is_video),
)
"""The kinds in the order they are asked about: the first that applies is the reason."""
