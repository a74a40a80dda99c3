"""Every pair of colours the stylesheet sets text in has the contrast of WCAG 2.2 AA, light and dark."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).parents[2] / "theme" / "static" / "copydesk.css").read_text(encoding="utf-8")
COLOUR = re.compile(r"--(\w+): (#[0-9a-f]{6}|#[0-9a-f]{3});")

PAIRS = (
    ("ink", "paper"),
    ("quiet", "paper"),
    ("accent", "paper"),
    ("alarm", "paper"),
    ("ink", "wash"),
    ("accent", "wash"),
    ("paper", "accent"),
    ("paper", "ink"),
)
"""Letters and what they stand on."""


def schemes() -> dict[str, dict[str, str]]:
    """The colours of the light scheme, the dark one and print, each with those it inherits."""
    blocks = re.findall(r":root \{([^}]*)\}", CSS)
    light, dark, printed = (dict(COLOUR.findall(block)) for block in blocks)
    return {"light": light, "dark": {**light, **dark}, "print": {**light, **printed}}


def luminance(colour: str) -> float:
    """Relative luminance as WCAG defines it."""
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    channels = [int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """From 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_contrast_is_what_the_standard_says_it_is() -> None:
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("scheme", ["light", "dark", "print"])
@pytest.mark.parametrize("letters, ground", PAIRS)
def test_text_can_be_read(scheme: str, letters: str, ground: str) -> None:
    colours = schemes()[scheme]
    assert contrast(colours[letters], colours[ground]) >= 4.5
