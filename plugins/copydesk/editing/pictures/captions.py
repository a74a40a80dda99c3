"""Text that belongs to pictures. A dump has lost the pictures, so their captions, credits and file names leave; a page
still says what is a caption, and there the judge decides."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import Final

from copydesk.editing.desk import Desk, Verdict, cut, cut_where
from copydesk.editing.pictures.credits import begins_with_agency, ends_in_agency_alone, is_caption, is_credit
from copydesk.editing.shapes import ends_sentence, folded, is_running_text, length
from copydesk.editing.story import belongs, start_of_story
from copydesk.model import Block, Clue, Draft, Heading, ListItem, Paragraph

FEWEST = 5
"""The fewest words of a caption."""
CAPTION_WORDS = 60
"""The most words of a caption."""
ALTERNATIVE = 8
"""The most words of an alternative text that is known by its small letters."""
TOLD: Final = 0.95
"""The score from which a line is told, whatever it looks like: a story may end "(Reuters)"."""
TWIN_WORDS: Final = 5
"""Words of the shortest line that its neighbour repeats."""
UNSURE: Final = 0.9
"""The score under which the company of a credit is enough to make a line a caption, or a line above it that begins
alike and is broken off."""
MARKED_WORDS: Final = 40
"""The most words of a caption that a page does not mark as one,"""
DOUBTED: Final = (0.35, 0.7)
"""and its scores: what is under them leaves by the judge's word. Of the saved pages of four sets three got better by it
and two worse."""
LAST: Final = 0.25
"""The score from which the last sentences over a credit are the story's."""
WIRED, WIRED_LAST = 0.4, 0.1
"""The score of sentences under which the last ones of a wire's report may stand, and of those."""
BROKEN_OFF: Final = ("…", "...")

_FILE_NAME = re.compile(r"\S*\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|heic|mp4|webm)", re.IGNORECASE)
_CAMERA_NAME = re.compile(
    r"(?:img|dsc|dscn|dscf|pxl|vid|gopr|dji|image|photo|foto|bild|imagen|imagem|screenshot|screen shot"
    r"|captura de pantalla|capture d.écran|bildschirmfoto|schermata|skärmavbild|zrzut ekranu|снимок экрана|скриншот"
    r"|фото|изображение|微信图片|微信截图|图片|圖片|截图|截圖|屏幕截图|屏幕快照|写真|画像|スクリーンショット|사진|스크린샷|캡처"
    r"|whatsapp image|unnamed|untitled|placeholder image)"
    r"[\s_\-]*+(?:[\d_\-\s.x()at]|wa(?=\d)|mvimg|hdr)*",
    re.IGNORECASE,
)
_STAMP = re.compile(
    r"(?:19|20)\d\d[\s_\-.]?(?:0[1-9]|1[0-2])[\s_\-.]?(?:0[1-9]|[12]\d|3[01])"
    r"(?:[\s_\-.T]*\d{2}[\s_\-.:]?\d{2}(?:[\s_\-.:]?\d{2})?)?"
)
_STAMPED = re.compile(
    r"(?:[^\W\d_]{1,24}[\s_\-]+){1,3}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[\s_\-T]?\d{4,6}(?:[\s_\-]\d{1,3})?"
)
"""What programs call the pictures that they save: a name or two, the day and the time, "KakaoTalk 20250417 101522"."""
_SLUG = re.compile(
    r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}|(?=[a-z0-9]*?\d{3})[a-z0-9]++(?:[-_][a-z0-9]++)*|(?:[a-z]+[-_])+\d+(?:[-_x]\d+)*",
    re.IGNORECASE,
)
_BETWEEN_WORDS = re.compile(r"[ _-]+")
_NUMBERED = re.compile(r"[a-zà-ÿ]{3,}(?: [a-zà-ÿ]{2,}){0,4} \d")
"""Words in small letters and one figure: "old mill 2"."""
_WORDS_AND_NUMBER = re.compile(r"[a-z]+(?: [a-z]+){1,5} \d{2,}")
"""A file name with its hyphens read as spaces: "ferry night deck 2026"."""


_HOUR = re.compile(r"\d{1,2}[.:h]\d\d(?: ?[A-Za-z.]{1,5})?")
"""The hour over an entry of a live page: "16.30 GMT"."""


def cut_image_names(draft: Draft, desk: Desk) -> Draft:
    """Cut file names left as alternative texts; a date in one is a clue: "2025 08 08 12 33 57", "IMG_2034.jpg"."""
    verdicts, clues = {}, []
    for at, block in enumerate(draft.blocks):
        if is_image_name(block.text) and not _is_told_item(block):
            verdicts[at] = Verdict("file name of an image")
            if stamp := _STAMP.search(block.text):
                clues.append(Clue("published", stamp.group(), "image name", block.place))
    return cut(draft, "cut_image_names", verdicts, clues)


def _is_told_item(block: Block) -> bool:
    """Whether a page sets a line as an item of a list that is told: "storm tanks in 2021"."""
    return block.markup is not None and isinstance(block.kind, ListItem) and belongs(block)


def is_image_name(text: str) -> bool:
    """Whether a line is the name of an image file, with or without its ending."""
    line = text.strip(" []")
    if len(line) > 120 or not line:
        return False
    if line[-1].isalpha() and "." not in line and " " in line and not _CAMERA_NAME.match(line):
        return False  # as most lines are: no ending of a file, no number at the end
    if any(pattern.fullmatch(line) for pattern in (_FILE_NAME, _CAMERA_NAME, _STAMP, _STAMPED, _WORDS_AND_NUMBER)):
        return any(map(str.isdigit, line)) or "." in line
    return " " not in line and len(line) >= 8 and _SLUG.fullmatch(line) is not None and not line.isdigit()


def cut_captions(draft: Draft, desk: Desk) -> Draft:
    """Cut captions whose picture a dump has lost, and those a page does not mark: "The pier. (Jane Doe/Reuters)"."""
    blocks, begin = draft.blocks, start_of_story(draft.blocks)
    captions = {at for at, block in enumerate(blocks) if _is_captioned(block, desk)} | _told_twice(blocks)
    captions |= {at for at, block in enumerate(blocks) if _is_unmarked(block, desk)}
    captions -= set(_ends_of_wires(blocks, desk))
    captions |= {at - 1 for at in captions if _is_right_under(blocks, at) and _is_alternative(blocks[at - 1])}
    high = {at for at in captions if at <= begin + 2 and _is_right_under(blocks, at)}
    captions |= {at - 1 for at in high if _is_short_alternative(blocks[at - 1])}
    captions |= {at for at, block in enumerate(blocks[:begin]) if _is_small(block)}
    captions |= {at for at in range(begin + 1, len(blocks) - 1) if _is_small_amid(blocks, at)}
    captions |= set(_over_credits(blocks, desk))
    captions |= {at for at, block in enumerate(blocks) if _is_behind_agency(block, desk)}
    verdict = Verdict("caption of a picture that the file does not hold", "furniture")
    return cut(draft, "cut_captions", dict.fromkeys(captions, verdict))


def _is_behind_agency(block: Block, desk: Desk) -> bool:
    """Whether a line that could be a caption begins with an agency's name: "Reuters: the pier at dawn"."""
    return _could_be_caption(block, UNSURE) and begins_with_agency(block.text, desk)


def cut_credit_lines(draft: Draft, desk: Desk) -> Draft:
    """Cut lines that only credit a picture: "Photo: Jane Doe/Reuters", "Getty Images"; a point of a list of the story
    may begin alike: "Screenshots nobody opened (41%)"."""
    verdict = Verdict("credit of a picture", "furniture")
    told = (block for block in draft.blocks if isinstance(block.kind, (ListItem, Heading)) and belongs(block))
    listed = {id(block) for block in told if block.markup is not None or isinstance(block.kind, ListItem)}
    return cut_where(
        draft, "cut_credit_lines", verdict, lambda block: id(block) not in listed and is_credit(block.text, desk)
    )


def _is_small_amid(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a line in small letters stands alone between two paragraphs: "cottage from the air"."""
    block = blocks[at]
    is_small = _is_small(block) or block.markup is None and _NUMBERED.fullmatch(block.text) is not None
    tells_so = is_running_text if " " in block.text else ends_sentence  # one word with a hyphen heads nothing
    return is_small and tells_so(blocks[at - 1].text) and tells_so(blocks[at + 1].text)


def _over_credits(blocks: tuple[Block, ...], desk: Desk) -> Iterator[int]:
    """The places of lines over one that only credits a picture, where the last sentences of a story may stand too, and
    the entry of a live page under its hour."""
    last = max((at for at, block in enumerate(blocks) if belongs(block)), default=len(blocks))
    for at, (block, below) in enumerate(itertools.pairwise(blocks)):
        if _could_be_caption(block, UNSURE) and length(block.text) <= 40 and is_credit(below.text, desk):
            is_end = at >= last and ends_sentence(block.text) and length(block.text) >= ALTERNATIVE
            is_entry = at > 0 and _HOUR.fullmatch(blocks[at - 1].text) is not None and ends_sentence(block.text)
            if not is_entry and (not is_end or (block.score or 0.0) < LAST):
                yield at


def _ends_of_wires(blocks: tuple[Block, ...], desk: Desk) -> Iterator[int]:
    """The places of whole sentences with no more than an agency in brackets behind them, where the story ends: so wires
    sign their last paragraph, "Rain is not expected before Friday. (PAP)"."""
    likely = (at for at, block in enumerate(blocks) if (block.score or 0.0) >= WIRED and is_running_text(block.text))
    last = max(likely, default=len(blocks))
    for at in range(last, min(last + 2, len(blocks))):
        text, score = blocks[at].text, blocks[at].score or 0.0
        if score >= WIRED_LAST and length(text) >= ALTERNATIVE and ends_in_agency_alone(text, desk):
            yield at


def _could_be_caption(block: Block, told: float) -> bool:
    return (
        block.markup is None
        and isinstance(block.kind, Paragraph)
        and FEWEST <= length(block.text) <= CAPTION_WORDS
        and (block.score or 0.0) < told
    )


def _is_captioned(block: Block, desk: Desk) -> bool:
    return _could_be_caption(block, TOLD) and is_caption(block.text, desk)


def _is_unmarked(block: Block, desk: Desk) -> bool:
    """Whether a paragraph of a page is a caption that it does not mark, of which the judge is in doubt."""
    if (
        block.markup is None
        or not isinstance(block.kind, Paragraph)
        or not FEWEST <= length(block.text) <= MARKED_WORDS
    ):
        return False
    return DOUBTED[0] <= (block.score or 0.0) < DOUBTED[1] and is_caption(block.text, desk)


def _is_right_under(blocks: tuple[Block, ...], at: int) -> bool:
    """Whether a line stands under the one before it with blank lines between them at most: where rules have taken a
    byline from there, the line above is a standfirst sooner than an alternative text."""
    return at > 0 and blocks[at].place.first - blocks[at - 1].place.last <= 1 + max(1, blocks[at].gap)


def _is_alternative(block: Block) -> bool:
    """Whether the line above a caption is the alternative text of the same picture."""
    short = length(block.text) <= 12 or not ends_sentence(block.text) and length(block.text) <= 30
    is_line = block.text[-1:] not in ":：?？" and "://" not in block.text
    return short and is_line and _could_be_caption(block, 0.9)


def _is_short_alternative(block: Block) -> bool:
    """Whether the line above a caption is a short alternative text ("Tamaret dam"). Asked only high on the page, where
    no subhead stands."""
    is_line = block.markup is None and isinstance(block.kind, Paragraph) and not ends_sentence(block.text)
    return is_line and 2 <= length(block.text) < FEWEST and (block.score or 0.0) < UNSURE


def _is_small(block: Block) -> bool:
    """Whether a line above the lede is an alternative text in small letters: "shrimp boat at dock"."""
    text = block.text
    unsure = block.markup is None and isinstance(block.kind, Paragraph) and (block.score or 0.0) < UNSURE
    small = unsure and text.islower() and text[:1].isalpha()
    is_plain = small and all(mark.isalpha() or mark in " -_'" for mark in text)
    return is_plain and 2 <= len(_BETWEEN_WORDS.split(text)) <= ALTERNATIVE


def _told_twice(blocks: tuple[Block, ...]) -> set[int]:
    """The places of neighbours that say the same, one perhaps with a credit behind it or broken off: an alternative
    text and its caption."""
    found: set[int] = set()
    for at, (block, below) in enumerate(itertools.pairwise(blocks)):
        told = UNSURE if block.text.endswith(BROKEN_OFF) else TOLD
        if _could_be_caption(block, told) and _could_be_caption(below, told) and _is_twin(block.text, below.text):
            found |= {at, at + 1}
    return found


def _is_twin(one: str, other: str) -> bool:
    short, long = sorted((folded(one).replace('"', ""), folded(other).replace('"', "")), key=len)
    if length(short) < TWIN_WORDS or not long.startswith(short.rstrip(". …")):
        return False
    return short.endswith(BROKEN_OFF) or length(long) - length(short) <= 12
