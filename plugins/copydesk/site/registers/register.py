"""The register of addresses: every address the site has had, and whose it is.

An address once published stays. When a title, a date or a section moves a story, its old address must lead to the new
one, and only what was written down knows the old one. So every build that may write into ``content/`` adds what it
publishes to ``content/ledger/addresses.tsv``, one line each, to be committed with the stories:

    2026/05/regatta.html	urn:uuid:6f0c9c1e-…
    edition/12.html	edition 12 2026-W20

The numbers of editions are kept the same way, and the further pages of lists, which lead to their list where it got
shorter. A line taken out is a link that breaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from copydesk.batch.files import write_below
from copydesk.errors import LedgerError
from copydesk.settings import Settings

NAME = "addresses.tsv"

ADVICE = "Restore it from version control; without it old addresses lead nowhere."

EDITION = "edition"
"""How the owner of an edition's address begins: "edition 12 2026-W20"."""

PAGE = "page"
"""How the owner of the address of a further page begins, and of an archive: "page tags.html"."""


@dataclass(frozen=True, slots=True)
class Register:
    """Address, relative to the site's root → whose it is: a story's GUID, or an edition with its number and key."""

    owners: Mapping[str, str] = field(default_factory=dict)

    def editions(self) -> dict[str, int]:
        """The key of each edition → its number."""
        named = (owner.split(" ", 2) for owner in self.owners.values() if owner.startswith(f"{EDITION} "))
        return {parts[2]: int(parts[1]) for parts in named if len(parts) == 3 and is_number(parts[1])}

    def joined(self, current: Mapping[str, str]) -> Register:
        """The register with what a build publishes; who stands at an address now owns it."""
        return Register({**self.owners, **current})


def page_of(path: str) -> str:
    """The owner of an address that belongs to the list at ``path``, as the register writes it."""
    return f"{PAGE} {path}"


def list_of(owner: str) -> str | None:
    """The path of the list an address belongs to; ``None`` where it belongs to something else."""
    kind, _, path = owner.partition(" ")
    return path if kind == PAGE and path else None


def is_number(text: str) -> bool:
    """Whether a text is the number of an edition: of one of a thousand digits Python makes none, but an error."""
    return text.isascii() and text.isdecimal() and len(text) < 10


def path_of(settings: Settings) -> Path:
    """Where the register of a site is kept."""
    return settings.ledger / NAME


def read(settings: Settings) -> Register:
    """The register of a site; an empty one where there is none. Raises LedgerError for a line that is none of its."""
    path = path_of(settings)
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return Register()
    except UnicodeDecodeError as error:
        raise LedgerError(f"ledger/{NAME}", f"is not UTF-8 (byte {error.start})", ADVICE) from error
    return Register(dict(pair(line, number) for number, line in enumerate(lines, start=1) if line.strip()))


def pair(line: str, number: int) -> tuple[str, str]:
    """Address and owner of a line."""
    address, tab, owner = line.partition("\t")
    if not tab or not address or not owner.strip():
        raise LedgerError(f"ledger/{NAME}", f"line {number} has no address and owner with a tab between them", ADVICE)
    return address, owner.strip()


def write(settings: Settings, before: Register, current: Mapping[str, str]) -> None:
    """Add what a build has published, if it is not there yet."""
    after = before.joined(current)
    if after != before:
        write_below(settings.content, path_of(settings), "".join(lines_of(after)))


def lines_of(register: Register) -> Iterable[str]:
    """The lines of a register, in the order of the addresses."""
    return (f"{address}\t{owner}\n" for address, owner in sorted(register.owners.items()))
