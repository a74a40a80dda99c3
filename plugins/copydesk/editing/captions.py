"""Text that belongs to pictures: captions are kept as captions, credits and file names leave."""

from __future__ import annotations

import re
from dataclasses import replace

from copydesk.editing.desk import Desk, Verdict, cut, cut_where
from copydesk.editing.shapes import ends_sentence, is_running_text, lead, length, tokens
from copydesk.model import Block, Caption, Clue, Draft
from copydesk.text import fold

CREDIT_LINE_WORDS = 14
_FILE_NAME = re.compile(r"\S*\.(?:jpe?g|png|gif|webp|svg|avif|bmp|tiff?|heic|mp4|webm)", re.IGNORECASE)
_CAMERA_NAME = re.compile(r"(?:img|dsc|dscn|dscf|pxl|image|photo|screenshot|screen shot|whatsapp image|unnamed|untitled)[\s_\-]*[\d_\-\s.x()at]*", re.IGNORECASE)
_STAMP = re.compile(r"(?:19|20)\d\d[\s_\-.]?(?:0[1-9]|1[0-2])[\s_\-.]?(?:0[1-9]|[12]\d|3[01])(?:[\s_\-.T]*\d{2}[\s_\-.:]?\d{2}(?:[\s_\-.:]?\d{2})?)?")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+){2,}|[a-z0-9]*\d{3,}[a-z0-9]*(?:[-_x][a-z0-9]+)*|(?:[a-z]+[-_])+\d+(?:[-_x]\d+)*", re.IGNORECASE)


def cut_image_names(draft: Draft, desk: Desk) -> Draft:
    """Cut file names left as alternative texts; a date in one is a clue: "2025 08 08 12 33 57", "IMG_2034.jpg"."""
    verdicts, clues = {}, []
    for at, block in enumerate(draft.blocks):
        if is_image_name(block.text):
            verdicts[at] = Verdict("file name of an image")
            if stamp := _STAMP.search(block.text):
                clues.append(Clue("published", stamp.group(), "image name", block.place))
    return cut(draft, "cut_image_names", verdicts, clues)


def is_image_name(text: str) -> bool:
    """Whether a line is the name of an image file, with or without its ending."""
    line = text.strip()
    if len(line) > 120 or not line:
        return False
    if any(pattern.fullmatch(line) for pattern in (_FILE_NAME, _CAMERA_NAME, _STAMP)):
        return any(map(str.isdigit, line)) or "." in line
    return " " not in line and len(line) >= 8 and _SLUG.fullmatch(line) is not None and not line.isdigit()


def cut_credit_lines(draft: Draft, desk: Desk) -> Draft:
    """Cut lines that only credit a picture: "Photo: Jane Doe/Reuters", "Getty Images"."""
    verdict = Verdict("credit of a picture", "furniture")
    return cut_where(draft, "cut_credit_lines", verdict, lambda block: is_credit(block.text, desk))


def is_credit(text: str, desk: Desk) -> bool:
    """Whether a line credits a picture and says no more."""
    if not 0 < length(text) <= CREDIT_LINE_WORDS or len(text) > 140:
        return False
    line = lead(text)
    if line.startswith(desk.words.credit_starts):
        return not (ends_sentence(text) and length(text) > 9)
    parts = [part for part in re.split(r"\s*[/|,;()\[\]©]\s*|\s+via\s+|\s+-\s+", fold(text).strip(" .")) if part]
    return bool(parts) and all(part in desk.words.credit_words for part in parts) or _is_copyright(text, parts, desk)


def _is_copyright(text: str, parts: list[str], desk: Desk) -> bool:
    """"© Jane Doe/AFP": the sign, a name of few words, an agency."""
    return text.lstrip().startswith("©") and length(text) <= 8 and not any(part[:4].isdigit() for part in parts)


def mark_captions(draft: Draft, desk: Desk) -> Draft:
    """Mark a line that ends with a picture credit as a caption: "The pier at dawn. (Jane Doe/Reuters)"."""
    return replace(draft, blocks=tuple(_marked(block, desk) for block in draft.blocks))


def _marked(block: Block, desk: Desk) -> Block:
    if block.markup is not None or not 3 <= length(block.text) <= 60 or type(block.kind).__name__ != "Paragraph":
        return block
    return replace(block, kind=Caption(), rule="mark_captions") if ends_with_credit(block.text, desk) else block


def ends_with_credit(text: str, desk: Desk) -> bool:
    """Whether the last words of a line are a picture credit with an agency or the word for photo."""
    line = fold(text)
    if line.endswith(")") and "(" in line:
        inside = line[line.rindex("(") + 1 : -1]
        return length(inside) <= 8 and (_names_agency(inside, desk) or inside.startswith(desk.words.credit_starts))
    for start in desk.words.credit_starts:
        at = line.rfind(start)
        if at > 10 and start.endswith(":") and length(line[at:]) <= 10 and not line[at - 1].isalpha():
            return True
    return not is_running_text(text) and "/" in line and _names_agency(line.rsplit("/", 1)[1], desk)


def _names_agency(text: str, desk: Desk) -> bool:
    last = " ".join(tokens(fold(text)))
    return any(last == word or last.startswith(word + " ") or last.endswith(" " + word) for word in desk.words.credit_words if len(word) > 2) or last in desk.words.credit_words or re.split(r"[/, ]+", last)[-1] in desk.words.credit_words
