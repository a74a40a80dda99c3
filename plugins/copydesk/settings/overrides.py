"""The curator's word on one seed: ``seeds/<name>.toml``."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import cast, get_args

from copydesk.errors import SettingsError
from copydesk.model import FactName, Overrides
from copydesk.settings.checking import read_toml, strings

FACT_KEYS: Mapping[str, FactName] = {
    **{name: cast(FactName, name) for name in get_args(FactName)},
    "authors": "author",
    "tags": "tag",
}
"""Keys of an overrides file that set a fact, and which."""


RULE_KEYS = ("main", "cut", "cut_lines", "keep_lines")
"""Keys of an overrides file that say what belongs to the story."""


KIN_KEYS = ("same_as", "not_same_as")
"""Keys that say which other stories are this one."""


def read_overrides(path: Path, subject: str) -> Overrides:
    """The curator's word on one seed; nothing where the file does not exist. Keys may stand in a ``[facts]`` table or
    at the top. Raises SettingsError naming ``subject`` for an unknown key and for a file that cannot be read."""
    if not os.path.exists(path):  # also where the seed's name leaves no room for another ending
        return Overrides()
    table = read_toml(path, subject)
    nested = table.pop("facts", {})
    if not isinstance(nested, dict):
        raise SettingsError(subject, "facts is no table", "Write [facts] and the facts under it.")
    table |= nested
    publish = table.pop("publish", False)
    if not isinstance(publish, bool):
        raise SettingsError(subject, f"publish is {publish!r}", "Give true or false.")
    facts: dict[FactName, tuple[str, ...]] = {}
    rules: dict[str, tuple[str, ...]] = {}
    for key, value in table.items():
        if key in FACT_KEYS:
            facts[FACT_KEYS[key]] = strings(dated(value), key, subject)
        elif key in RULE_KEYS + KIN_KEYS:
            rules[key] = strings(value, key, subject)
        else:
            known = ", ".join((*FACT_KEYS, *RULE_KEYS, *KIN_KEYS, "publish"))
            raise SettingsError(subject, f"has the unknown key {key}", f"Known are {known}.")
    return Overrides(facts=facts, publish=publish, file=subject, **rules)


def dated(value: object) -> object:
    """A TOML date or time as the text the date parser reads; anything else as it is."""
    return value.isoformat() if hasattr(value, "isoformat") else value
