"""Intake: the bytes of a seed become Drafts.

`read` opens a mail, decodes the file, finds out what it holds by looking at it, and hands it to the reader of that
format. Formats are known only here; what comes after sees blocks, clues and doubts.
"""

from __future__ import annotations

from hashlib import sha256

from copydesk.intake.characters.decoding import decode
from copydesk.intake.containers.mail import open_letter
from copydesk.intake.limits import check_size
from copydesk.intake.readers import READERS
from copydesk.intake.sniffing import refuse_binary, sniff
from copydesk.intake.source import Source
from copydesk.model import Draft, Limits, RawDocument

__all__ = ["read"]


def read(raw: RawDocument, limits: Limits | None = None) -> tuple[Draft, ...]:
    """The documents of one seed, most seeds holding one.

    Raises HeldError, naming the seed and what to do, for a file that is empty, too large, not text, of a format not
    read yet, or not decodable with confidence.
    """
    limits = limits or Limits()
    check_size(raw, limits)
    refuse_binary(raw)
    letter = open_letter(raw)
    carried = letter.carried if letter else raw
    decoded = decode(carried)
    digest = sha256(raw.data).hexdigest()
    source = Source(carried, digest, decoded.text, decoded.encoding, decoded.doubts, limits, decoded.verbatim)
    drafts = READERS[letter.format if letter else sniff(source)](source)
    return tuple(map(letter.sign, drafts)) if letter else drafts
