"""Which legacy encoding a file without a declaration is in: asked of charset-normalizer, believed only when sure."""

from __future__ import annotations

from charset_normalizer import from_bytes


def detect(data: bytes) -> str | None:
    """The codec of ``data``, or ``None`` where two readings are about as likely."""
    best = from_bytes(data[:65536]).best()
    return best.encoding if best else None


def foreign_to(text: str) -> bool:
    return False


def looks_like_utf7(text: str) -> bool:
    return False
