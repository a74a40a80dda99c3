"""A mail that was sent on inside another: what its own header says, which programs write out above its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from copydesk.model import Block, Cut, Draft

_FIRST: Final = 14
"""How many of the first blocks may be such a header."""
_MARK: Final = re.compile(
    r"^[\s>*-]*+(?:(?:begin )?forwarded message|original message|weitergeleitete nachricht|"
    r"ursprüngliche nachricht|message transféré|message d'origine|mensaje reenviado|mensaje original|"
    r"messaggio inoltrato|messaggio originale|mensagem encaminhada|mensagem original|doorgestuurd bericht|"
    r"wiadomość przekazana|пересланное сообщение|переадресоване повідомлення)\s*+(?::\s*+)?-*$",
    re.IGNORECASE,
)
_LABELS: Final[Mapping[str, str]] = {
    label: field
    for field, labels in {
        "from": "from von de da van od от від fra från lähettäjä",
        "date": "date sent datum gesendet fecha enviado envoyé data inviato verzonden data wysłano дата dato skickat",
        "subject": "subject betreff objet asunto oggetto assunto onderwerp temat тема emne ämne",
        "to": "to an à para a aan do кому til till cc kopie",
    }.items()
    for label in labels.split()
}
_FIELD: Final = re.compile(r"\s*\*?(?P<label>[^\W\d_]{1,12})\s?:\*?\s*(?P<value>\S.*)")


@dataclass(frozen=True, slots=True)
class SentOn:
    """The fields of the mail sent on, by their English names, and the draft without the lines that gave them."""

    fields: Mapping[str, str]
    draft: Draft


def read_sent_on(draft: Draft) -> SentOn | None:
    """What the header inside the text says; ``None`` where the first lines are none."""
    at = next((at for at, block in enumerate(draft.blocks[:_FIRST]) if _MARK.match(_lines(block)[0])), None)
    if at is None:
        return None
    fields: dict[str, str] = {}
    end = at
    for block in draft.blocks[at : at + _FIRST]:
        lines = [line for line in _lines(block) if not _MARK.match(line)]
        found = [match for line in lines if (match := _FIELD.fullmatch(line)) and match["label"].casefold() in _LABELS]
        if len(found) < len(lines):
            break
        for match in found:
            fields.setdefault(_LABELS[match["label"].casefold()], match["value"].strip(" *"))
        end += 1
    if not fields.keys() >= {"from", "subject"}:
        return None
    cuts = [
        Cut(block, "mail_header", "header of the mail that was sent on", "furniture") for block in draft.blocks[at:end]
    ]
    kept = (*draft.blocks[:at], *draft.blocks[end:])
    return SentOn(fields, replace(draft, blocks=kept, cuts=(*draft.cuts, *cuts)))


def _lines(block: Block) -> list[str]:
    return block.text.split("\n")
