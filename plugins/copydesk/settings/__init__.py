"""What the curator has set: the settings file, ``sources.toml`` and ``seeds/<name>.toml``, as frozen values.

Every setting of ours begins with ``COPYDESK_``; `docs/settings.md` lists them, and a test compares the two.
"""

from __future__ import annotations

from copydesk.settings.checking import limit_from, listed_in, read_toml
from copydesk.settings.defaults import DEFAULTS
from copydesk.settings.overrides import FACT_KEYS, KIN_KEYS, RULE_KEYS, read_overrides
from copydesk.settings.publishers import publishers_from, read_publishers
from copydesk.settings.site import Machines, Settings, read_settings, settings_from

__all__ = [
    "DEFAULTS",
    "FACT_KEYS",
    "KIN_KEYS",
    "RULE_KEYS",
    "Machines",
    "Settings",
    "limit_from",
    "listed_in",
    "publishers_from",
    "read_overrides",
    "read_publishers",
    "read_settings",
    "read_toml",
    "settings_from",
]
