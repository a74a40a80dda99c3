"""What stands in ``content/``: the ledger's entries and the story files, and putting a new version of one there."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from copydesk.batch.files import TEMPORARY, below, bytes_of, read_if_there, rename, write_bytes_atomically
from copydesk.batch.content.putting import PENDING, Change, Places, put_all
from copydesk.errors import LedgerError, StoryFileError
from copydesk.settings import Settings
from copydesk.writing.stories.chunks import is_edited
from copydesk.writing.ledgers.ledger import ADVICE, Entry, parse_entry
from copydesk.writing.stories.storyfile import even

_GUID = re.compile(r"^guid: (\S+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The stories that stand, by their ledger: ``entries`` by GUID, ``slugs`` of every story file, and ``moved``, the
    GUIDs of those a curator moved since their ledger was written.

    What is put on the shelf is kept in ``pending`` and written all at once; the shelf of a preview writes nothing.
    ``texts`` are the story files read so far, by path: decisions rest on these texts.
    """

    settings: Settings
    entries: dict[str, Entry] = field(default_factory=dict)
    slugs: set[str] = field(default_factory=set)
    moved: set[str] = field(default_factory=set)
    pending: dict[str, Change] = field(default_factory=dict)
    texts: dict[str, str | None] = field(default_factory=dict)
    is_preview: bool = False

    def text(self, entry: Entry) -> str | None:
        """The text of the entry's story file, ``None`` where it is gone; a pending text counts as its text."""
        if entry.path not in self.texts:
            self.texts[entry.path] = read_if_there(self.settings.content / entry.path)
        return self.texts[entry.path]

    def orphans(self) -> dict[str, str]:
        """Story files that carry a GUID no ledger knows: their paths by GUID."""
        known = {entry.path for entry in self.entries.values()}
        found: dict[str, str] = {}
        for path in below(self.settings.stories, ".md"):
            name = path.relative_to(self.settings.content).as_posix()
            if name not in known and path.is_file() and (guid := _GUID.search(even(read_if_there(path) or ""))):
                found.setdefault(guid.group(1), name)
        return found

    def put(self, entry: Entry, text: str | None) -> None:
        """Take a new ledger and a new text of the story's file (``None``: it stays), to be written with all others."""
        if not self.is_preview:
            first = self.pending.get(entry.guid) or Change(entry, None, self.text(entry))
            self.pending[entry.guid] = Change(entry, first.text if text is None else text, first.before)
        if text is not None:
            self.texts[entry.path] = text
        self.entries[entry.guid] = entry
        self.slugs.add(Path(entry.path).stem.casefold())

    def keep_replaced(self, entry: Entry, text: str) -> Path:
        """Put aside, for good, hand-edited text that gives way because the curator said so; return where it is kept."""
        data = bytes_of(text)
        name = f"{Path(entry.path).stem}-{sha256(data).hexdigest()[:8]}.md"
        write_bytes_atomically(self.settings.state / "replaced" / name, data)
        return self.settings.state / "replaced" / name

    def write(self, then: Callable[[], None] = lambda: None) -> tuple[Entry, ...]:
        """Write what was put on the shelf, and call ``then`` together with it. Returns the stories that were left alone
        because a hand has saved them meanwhile."""
        left = put_all(self.pending.values(), Places(self.settings.content, self.settings.ledger, then))
        self.pending.clear()
        return tuple(change.entry for change in left)


def open_shelf(settings: Settings) -> Shelf:
    """What stands in ``content/`` now. Raises LedgerError for a damaged entry."""
    shelf = Shelf(settings)
    shelf.slugs.update(path.stem.casefold() for path in below(settings.stories, ".md"))
    for path in below(settings.ledger, ".txt"):
        entry = read_entry(path)
        shelf.entries[entry.guid] = entry
    _follow_moves(shelf)
    return shelf


def read_entry(path: Path) -> Entry:
    """The ledger entry in a file. Raises LedgerError naming it."""
    subject = "/".join(path.parts[-3:])
    try:
        return parse_entry(path.read_bytes().decode("utf-8"), subject)
    except UnicodeDecodeError as error:
        raise LedgerError(subject, f"is not UTF-8 (byte {error.start})", ADVICE) from error


def mend(settings: Settings) -> None:
    """Finish what a crash left between a story and its ledger: keep the new entry if the new story is in place. Files
    it left half written are removed; nothing refers to them."""
    for leftover in below(settings.content, ""):
        if leftover.name.startswith(TEMPORARY):
            leftover.unlink()
    for pending in below(settings.ledger, PENDING):
        entry, final = read_entry(pending), pending.with_suffix(".txt")
        text = read_if_there(settings.content / entry.path)
        if text is not None and (not counts_as_edited(text, entry) or not final.exists()):
            rename(pending, final)  # without an older ledger there was no older story: a hand has edited the new one
        else:
            pending.unlink()


def counts_as_edited(text: str, entry: Entry) -> bool:
    """Whether the file differs from what was last generated in anything that is ours; unreadable counts as edited."""
    if even(text) == entry.base:
        return False
    try:
        return is_edited(text, entry.base, entry.path)
    except StoryFileError:
        return True


def _follow_moves(shelf: Shelf) -> None:
    """Find story files a curator moved or renamed, by their GUID; their new place is theirs from now on."""
    content = shelf.settings.content
    lost = {guid: entry for guid, entry in shelf.entries.items() if not (content / entry.path).exists()}
    if not lost:
        return
    for guid, path in shelf.orphans().items():
        if guid in lost:
            shelf.moved.add(guid)
            shelf.entries[guid] = replace(lost[guid], path=path, was=(*lost[guid].was, lost[guid].path))
