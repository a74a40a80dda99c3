"""Pictures of stories, where policy allows them: found beside the content, made anew, named by their digest.

The picture of ``stories/2025/08/harbor.md`` is ``images/harbor.jpg`` (or another of `KINDS`), put there by the curator;
nothing is ever fetched. It is shown if `sources.toml` allows its publisher's pictures, or if the story was written for
this site. What is published is made anew from the pixels, so that nothing else of the file (places, names, a second
file behind the first) goes along.
"""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from pathlib import Path

from copydesk.model import Publisher
from copydesk.site.entries import Entry, digest_of
from copydesk.text import visible
from copydesk.writing.front_matter.record import StoryFile

logger = logging.getLogger(__name__)

FOLDER = "images"
KINDS = (".jpg", ".jpeg", ".png", ".webp", ".gif")


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as a page shows it: its path on the site, its size there, and what it shows in words."""

    path: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True, slots=True)
class Found:
    """A picture with the file it is made from."""

    picture: Picture
    source: Path

    def entry(self) -> Entry:
        """The published picture."""
        from copydesk.site.stories.pixels import reencoded

        return Entry(self.picture.path, digest_of(self.picture), lambda: reencoded(self.source))


def find_picture(story: Path, content: Path, alt: str) -> Found | None:
    """The picture of a story that may show one, ``None`` where it has none. One that cannot be read is reported."""
    source = next((path for kind in KINDS if (path := content / FOLDER / f"{story.stem}{kind}").is_file()), None)
    if source is None or not source.resolve().is_relative_to(content.resolve()):
        return None
    from copydesk.site.stories import pixels  # and with it Pillow, which a site without pictures need not load

    try:
        shape = pixels.published_shape(source)
    except pixels.UNREADABLE as error:
        logger.warning("%s/%s is no picture that can be shown: %s", FOLDER, visible(source.name), error)
        return None
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    published = f"{FOLDER}/{digest[:32]}.{shape.ending}"
    return Found(Picture(published, shape.width, shape.height, alt), source)


def may_show(file: StoryFile, publisher: Publisher | None) -> bool:
    """Whether policy allows a picture: the publisher's pictures are allowed, or nobody else's word is needed."""
    if file.withdrawn is not None or file.policy == "link":
        return False
    return publisher.images if publisher is not None else not file.publisher and not file.seed
