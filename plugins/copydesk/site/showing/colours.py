"""The site's own colours: COPYDESK_COLOURS as a style sheet of custom properties, after the theme's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from copydesk.errors import SettingsError
from copydesk.site.entries import Entry, digest_of

NAME = "house.css"
"""The sheet, in the theme's static folder."""

PROPERTIES = ("paper", "ink", "quiet", "line", "rule", "accent", "wash", "alarm")
"""The colours a theme of ours has (`docs/theme.md`)."""

DARK = "dark"
"""The key under which the colours of the dark scheme stand."""

_COLOUR = re.compile("#(?:[0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})")


def house_sheet(colours: object) -> str:
    """The sheet for the setting, "" where nothing is set. Raises SettingsError for what is no colour."""
    if not isinstance(colours, Mapping):
        raise wrong(f"is {colours!r}", 'Give a table such as {"accent": "#7a1f3d", "dark": {"accent": "#f0a3bb"}}.')
    light = {name: value for name, value in colours.items() if name != DARK}
    dark = colours.get(DARK, {})
    if not isinstance(dark, Mapping):
        raise wrong(f'has "dark": {dark!r}', 'Give a table such as {"accent": "#f0a3bb"}.')
    sheet = rule(light)
    return sheet + (f"@media (prefers-color-scheme: dark) {{\n{rule(dark)}}}\n" if dark else "")


def rule(colours: Mapping[Any, Any]) -> str:
    """The properties of one scheme."""
    for name, value in colours.items():
        if name not in PROPERTIES:
            raise wrong(f"has the unknown colour {name}", f"Known are {', '.join(PROPERTIES)} and {DARK}.")
        if not isinstance(value, str) or not _COLOUR.fullmatch(value):
            raise wrong(f"has {name}: {value!r}", 'Give a colour such as "#7a1f3d".')
    lines = "".join(f"  --{name}: {value};\n" for name, value in colours.items())
    return f":root {{\n{lines}}}\n" if lines else ""


def wrong(problem: str, advice: str) -> SettingsError:
    """What is wrong with the setting."""
    return SettingsError("settings", f"COPYDESK_COLOURS {problem}", advice)


def sheet_entry(sheet: str, folder: str) -> Entry:
    """The sheet as a file of the site."""
    return Entry(f"{folder}/{NAME}", digest_of(sheet), sheet.encode)
