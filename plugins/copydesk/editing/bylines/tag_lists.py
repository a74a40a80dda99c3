"""The list of tags that a dump sets one a line, under a line that says no more than "Tags"."""

from __future__ import annotations

import re
from typing import Final

from copydesk.editing.bylines.dates import holds_date
from copydesk.editing.desk import Desk, Verdict, cut
from copydesk.editing.shapes import bare, ends_sentence, lead, length
from copydesk.editing.story import start_of_story
from copydesk.model import Block, Clue, Draft

ENTRY_LENGTH: Final = 300
"""Characters of the longest line in which a blog system says where a note stands."""
TAG_WORDS: Final = 4
"""Words of the longest tag."""
BULLETS: Final = "*•#-·–"
"""Marks before the tags of a list."""
MOST_TAGS: Final = 10
"""Tags of the longest list that is one of a story; a cloud of all the site's has more."""
_ENTRY: Final = re.compile(
    r"(?:this (?:entry|post) was (?:posted|filed) (?:in|under)|dieser (?:eintrag|beitrag) wurde (?:unter|in)|"
    r"cette (?:entrée|publication) a été publiée dans|esta entrada (?:fue publicada|se publicó) en|"
    r"questo articolo è stato pubblicato in|esta entrada foi publicada em|dit bericht werd geplaatst in) "
    r"(?P<section>[^.:]{2,60}?)(?: (?:abgelegt|veröffentlicht))?"
    r"(?: (?:and tagged(?: with)?|und mit|et (?:étiquetée|taguée|marquée avec)|y etiquetada(?: como)?|"
    r"e (?:taggato|contrassegnato con)|e marcada(?: com)?|en getagged(?: met)?) (?P<tags>[^.:]{2,160}?))?"
    r"(?: (?:verschlagwortet|getaggt))?(?: (?:on|by|am|von|par|por) [^.]{2,60})?(?:\.|$)",
    re.IGNORECASE,
)
"""How blog systems say under a note where it stands: "This entry was posted in Tides and tagged bees, ferries."."""


_ROW: Final = re.compile("[|｜、]")
"""What parts tags that stand in one row under the label."""


def _of_entry(block: Block) -> list[Clue]:
    """The section and the tags that a line of a blog system gives."""
    found = _ENTRY.match(block.text) if len(block.text) <= ENTRY_LENGTH else None
    if found is None:
        return []
    section = found["section"].split(",")[0].strip()
    tags = [tag.strip() for tag in (found["tags"] or "").split(",")]
    return [
        Clue("section", section, "breadcrumb line", block.place),
        *(Clue("tag", tag, "tag line", block.place) for tag in tags if tag),
    ]


def lift_tag_list(draft: Draft, desk: Desk) -> Draft:
    """Lift the tags that stand one a line under a line that announces them: "Tags", "harbour", "ferries"."""
    for at, block in enumerate(draft.blocks):
        if clues := _of_entry(block):
            return cut(draft, "lift_tag_list", {at: Verdict("list of tags", "furniture")}, clues)
    labels = desk.words.tag_list_lines
    places = [at for at, block in enumerate(draft.blocks) if block.markup is None and bare(block.text) in labels]
    begin = start_of_story(draft.blocks) if places else 0
    for at in places:
        tags = _tags_below(draft.blocks, at, desk) if at > begin else ()
        if tags:
            parted = [(part.strip(f" ,{BULLETS}"), block.place) for block in tags for part in _ROW.split(block.text)]
            clues = [Clue("tag", tag, "tag line", place) for tag, place in parted if tag]
            verdict = Verdict("list of tags", "furniture")
            return cut(draft, "lift_tag_list", dict.fromkeys(range(at, at + 1 + len(tags)), verdict), clues)
    return draft


def _tags_below(blocks: tuple[Block, ...], at: int, desk: Desk) -> tuple[Block, ...]:
    """The tags under a label: short lines, as close to each other as the first two, behind bullets or not; none where
    they are too many to be a story's."""
    tags: list[Block] = []
    for block in blocks[at + 1 : at + 2 + MOST_TAGS]:
        is_apart = bool(tags) and not _is_like(block, tags)
        if is_apart or not _is_tag(block.text, desk):
            break
        tags.append(block)
    return tuple(tags) if len(tags) <= MOST_TAGS else ()


def _is_like(block: Block, tags: list[Block]) -> bool:
    """Whether a line is set as the tags above it are: with no larger gap, of the same kind, with a bullet where they
    have one."""
    bulleted = {line.text.lstrip()[:1] in BULLETS for line in (block, tags[0])}
    return block.gap <= tags[-1].gap and type(block.kind) is type(tags[0].kind) and len(bulleted) == 1


def _is_tag(text: str, desk: Desk) -> bool:
    """Whether a line may be a tag: a few words, without a date, that are neither a button nor a marker of what follows
    stories."""
    words, line = desk.words, lead(text)
    if not 0 < length(text) <= TAG_WORDS or ends_sentence(text) or holds_date(text, desk) or ":" in text:
        return False
    lines = (words.below_lines, words.button_lines, words.source_link_lines)
    starts = (*words.related_starts, *words.comment_starts, *words.share_starts, *words.newsletter_starts)
    starts += (*words.more_starts, *words.machine_starts, *words.byline_starts)
    heads = tuple(f"{head} " for head in words.list_lines if " " in head)
    is_listed = any(bare(text) in table for table in lines) or line.startswith((*starts, *heads))
    return any(map(str.isalpha, text)) and not is_listed
