"""The table of readers: one row per format. A new format is a new row here and a new line in `sniffing`."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from copydesk.intake.containers import feed
from copydesk.intake.dumps import text
from copydesk.intake.pages import html
from copydesk.intake.source import Source
from copydesk.model import Draft

Reader = Callable[[Source], tuple[Draft, ...]]

READERS: Mapping[str, Reader] = {
    "text": text.read,
    "html": html.read,
    "feed": feed.read,
}
"""The name `sniffing` gives a format, and the function that turns such a seed into Drafts."""
