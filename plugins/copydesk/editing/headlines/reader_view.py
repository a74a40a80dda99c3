"""The headline of a page that was copied from the reader view of a browser, which heads every page alike."""

from __future__ import annotations

import re
from typing import Final

from copydesk.editing.cutting.boilerplate import is_count
from copydesk.editing.desk import Desk
from copydesk.editing.headlines.judge import Pick
from copydesk.editing.headlines.page import Above

NEAR: Final = 2
"""How many lines under the headline the reading time stands: who wrote the story may stand between."""
_HOST: Final = re.compile(r"(?:[\w-]{1,63}\.){1,4}[^\W\d_]{2,20}")


def in_reader_view(above: Above, desk: Desk) -> Pick | None:
    """The line under the host of the page and over the time it takes to read, as browsers head their reader views:
    "post.example", "Wall to be rebuilt", "Jane Doe", "6–8 minutes"."""
    blocks, phrases = above.blocks, desk.words.reading_phrases
    if 1 not in above.places or not _HOST.fullmatch(blocks[0].text.strip()):
        return None
    timed = any(is_count(block.text, phrases, desk) for block in blocks[2 : 2 + NEAR])
    return Pick(1, 1.0) if timed else None
