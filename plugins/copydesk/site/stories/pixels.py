"""The pixels of a story's picture, and nothing else of its file: what Pillow is needed for."""

from __future__ import annotations

import io
import struct
from pathlib import Path

from PIL import Image, ImageOps

from copydesk.frozen import value

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


@value(frozen=True, slots=True)
class Shape:
    """What a picture is published as: its size in pixels, and how its name ends."""

    width: int
    height: int
    ending: str


def published_shape(source: Path) -> Shape:
    """What the picture in a file is published as. Raises what is `UNREADABLE`."""
    with opened(source) as image:
        width, height = shrunk(ImageOps.exif_transpose(image).size)
        return Shape(width, height, "png" if see_through(image) else "jpg")


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
