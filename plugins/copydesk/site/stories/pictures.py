"""Pictures of stories, where policy allows them: found beside the content, made anew, named by their digest.

The picture of ``stories/2025/08/harbor.md`` is ``images/harbor.jpg`` (or another of `KINDS`), put there by the curator;
nothing is ever fetched. It is shown if `sources.toml` allows its publisher's pictures, or if the story was written for
this site. What is published is made anew from the pixels, so that nothing else of the file (places, names, a second
file behind the first) goes along.
"""

from __future__ import annotations

import hashlib
import io
import logging
import struct
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from copydesk.model import Publisher
from copydesk.site.entries import Entry, digest_of
from copydesk.writing.front_matter.record import StoryFile

logger = logging.getLogger(__name__)

FOLDER = "images"
KINDS = (".jpg", ".jpeg", ".png", ".webp", ".gif")
FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
"""What is read; the bytes decide, not the name."""

LARGEST = 40_000_000
"""Pixels of a picture that is read: more than any camera of the press has made, less than a bomb."""

WIDEST = 1600
"""Pixels of the longer side of a published picture."""

UNREADABLE = (
    *(OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError),
    *(struct.error, TypeError, AttributeError, LookupError, ArithmeticError),
)
"""What Pillow raises for files that are no pictures, and we for those too large; and what it falls over with where what
a camera says of a picture (Exif) is damaged."""

QUALITY = 82
"""Of a published JPEG."""


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
        return Entry(self.picture.path, digest_of(self.picture), lambda: reencoded(self.source))


def find_picture(story: Path, content: Path, alt: str) -> Found | None:
    """The picture of a story that may show one, ``None`` where it has none. One that cannot be read is reported."""
    source = next((path for kind in KINDS if (path := content / FOLDER / f"{story.stem}{kind}").is_file()), None)
    if source is None or not source.resolve().is_relative_to(content.resolve()):
        return None
    try:
        return found(source, alt)
    except UNREADABLE as error:
        logger.warning("%s/%s is no picture that can be shown: %s", FOLDER, source.name, error)
        return None


def may_show(file: StoryFile, publisher: Publisher | None) -> bool:
    """Whether policy allows a picture: the publisher's pictures are allowed, or nobody else's word is needed."""
    if file.withdrawn is not None or file.policy == "link":
        return False
    return publisher.images if publisher is not None else not file.publisher and not file.seed


def found(source: Path, alt: str) -> Found:
    """The picture in a file. Raises what `opened` raises."""
    with opened(source) as image:
        width, height = shrunk(ImageOps.exif_transpose(image).size)
        ending = "png" if see_through(image) else "jpg"
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    return Found(Picture(f"{FOLDER}/{digest[:32]}.{ending}", width, height, alt), source)


def opened(source: Path) -> Image.Image:
    """The picture, its pixels still unread. Raises ValueError for one with too many of them, OSError for no picture."""
    image = Image.open(source, formats=FORMATS)
    if image.width * image.height > LARGEST:
        image.close()
        raise ValueError(f"it has {image.width} × {image.height} pixels, more than {LARGEST:,}")
    return image


def shrunk(size: tuple[int, int]) -> tuple[int, int]:
    """The size at which a picture is published."""
    factor = min(1.0, WIDEST / max(size))
    return max(1, round(size[0] * factor)), max(1, round(size[1] * factor))


def see_through(image: Image.Image) -> bool:
    """Whether the picture has parts one can look through, which JPEG has not."""
    return image.has_transparency_data


def reencoded(source: Path) -> bytes:
    """The published bytes of a picture: upright, shrunk, its pixels and nothing else."""
    with opened(source) as image:
        upright = ImageOps.exif_transpose(image)
        mode = "RGBA" if see_through(image) else "RGB"
        pixels = upright.convert(mode).resize(shrunk(upright.size), Image.Resampling.LANCZOS)
    clean = Image.frombytes(mode, pixels.size, pixels.tobytes())
    made = io.BytesIO()
    clean.save(made, "PNG", optimize=True) if mode == "RGBA" else clean.save(made, "JPEG", quality=QUALITY)
    return made.getvalue()
