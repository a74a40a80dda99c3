"""The licences of everything that a lock installs, as a list; exit 1 where one is not among those we accept.

`python scripts/licences.py [requirements.txt]` reads what is installed and asks nobody.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==(\S+)", re.MULTILINE)
_WORD = re.compile(r"\s+(?:AND|OR|and)\s+|[()]")

PERMISSIVE = frozenset(
    "0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause CC0-1.0 ISC MIT MIT-CMU MPL-2.0 OFL-1.1 PSF-2.0 Unlicense Zlib".split()
)
"""Licences (SPDX) that ask for a notice, or for changes of their own files, and nothing more."""

NAMES = {
    "Apache 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "FreeBSD and LGPLv3+": "BSD-2-Clause",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Public Domain": "CC0-1.0",
    "AGPLv3": "AGPL-3.0-or-later",
    "GNU Affero General Public License v3 or later (AGPLv3+)": "AGPL-3.0-or-later",
    "GPL": "GPL-2.0-or-later",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "LGPL": "LGPL-3.0-or-later",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL-3.0-or-later",
}
"""What packages that know no SPDX call their licence."""

FOR_A_REASON = {
    "pelican": ("AGPL-3.0-or-later", "the program we are a plugin of"),
    "unidecode": (
        "GPL-2.0-or-later",
        "its tables of letters have no equal; a site that is published contains none of it",
    ),
    "merge3": ("GPL-2.0-or-later", "joins versions of a story; a site that is published contains none of it"),
    "pebble": ("LGPL-3.0-or-later", "used as a library, unchanged"),
    "python-bidi": ("LGPL-3.0-or-later", "used as a library, unchanged"),
    "feedgen": ("BSD-2-Clause", "to be taken under the BSD licence or the LGPL"),
    "docutils": ("Public-Domain", "public domain and BSD; one file that Pelican does not use is under the GPL"),
    "feedgenerator": ("BSD-3-Clause", "says its licence in a sentence"),
}
"""Packages with another licence, or none that can be read, which one, and why it is accepted."""


@dataclass(frozen=True)
class Licensed:
    """A package of a lock: its version, its licences (SPDX), and whether they are accepted."""

    name: str
    version: str
    licences: tuple[str, ...]

    @property
    def is_accepted(self) -> bool:
        """Whether all of them are permissive, or the package is accepted for a reason."""
        return self.name in FOR_A_REASON or bool(self.licences) and PERMISSIVE.issuperset(self.licences)


def listed(lock: Path) -> Iterator[Licensed]:
    """Every package of a lock that is installed; those for other systems are not."""
    for name, version in _PINNED.findall(lock.read_text(encoding="utf-8")):
        try:
            found = distribution(name)
        except PackageNotFoundError:
            continue
        plain = name.lower().replace("_", "-")
        yield Licensed(plain, version, (FOR_A_REASON[plain][0],) if plain in FOR_A_REASON else licences_of(found))


def licences_of(found: Distribution) -> tuple[str, ...]:
    """The licences a package states: as an expression, else as classifiers, else as a line."""
    said = found.metadata
    if expression := said.get("License-Expression"):
        return tuple(word.strip() for word in _WORD.split(expression) if word.strip())
    classified = [line.rpartition(" :: ")[2] for line in said.get_all("Classifier") or () if line.startswith("License")]
    line = (said.get("License") or "").strip()
    stated = classified or ([line] if line and "\n" not in line else [])
    return tuple(NAMES.get(name, name) for name in stated)


def main(names: list[str]) -> int:
    """Print the list; the exit code."""
    found = [each for name in names or ["requirements.txt"] for each in listed(ROOT / name)]
    for each in found:
        reason = f"  ({FOR_A_REASON[each.name][1]})" if each.name in FOR_A_REASON else ""
        mark = "" if each.is_accepted else "  NOT ACCEPTED"
        print(f"{each.name} {each.version}: {', '.join(each.licences) or 'none stated'}{reason}{mark}")
    return 0 if found and all(each.is_accepted for each in found) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
