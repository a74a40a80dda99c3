"""The curator's hand: whatever is done to stories, raw files and rules, in whatever order, killed or not, no byte that
a hand has written is lost, and none that a hand has taken out comes back."""

from __future__ import annotations

import random
import re
import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from torture.desk import NORMALIZE, SOURCES, TOPICS, make_desk, run, seed, write
from torture.prepared import chance, injected
from torture.table import Experiment, Row, Scale

ROUNDS = {Scale.SLICE: 6, Scale.WHOLE: 200}

ODD = (
    b"",
    b" \xff\xfe",
    b" \xc2\x85\xe2\x80\xa8",
    b" \x00\x0b",
    b" \xed\xa0\x80",
    "\u202e ü 🜚".encode(),
    b" <<<<<< ",
    b"\t---",
)
"""Bytes that a hand may leave in a text: no UTF-8, line ends that are none, controls, half a surrogate."""


@dataclass
class Curator:
    """A site and what a hand has done to it: ``written`` must be there, byte for byte; ``removed``, by the GUID of its
    story, must not be in that one (another story of the same raw text may have it)."""

    site: Path
    dice: random.Random
    written: list[bytes] = field(default_factory=list)
    removed: list[tuple[bytes, bytes]] = field(default_factory=list)
    done: Counter[str] = field(default_factory=Counter)

    def stories(self) -> list[Path]:
        """The story files."""
        return sorted((self.site / "content" / "stories").rglob("*.md"))

    def word(self) -> bytes:
        """Something no one else writes, to be looked for later."""
        self.written.append(f"By hand, {len(self.written)}".encode() + self.dice.choice(ODD) + b" end.")
        return self.written[-1]

    def lost(self) -> list[str]:
        """What is not there that a hand wrote, or is there that a hand took out; text that the curator let go is kept
        in `.copydesk/replaced/`."""
        now = b"\n".join(story.read_bytes().replace(b"\r\n", b"\n") for story in self.stories())
        aside = (
            (self.site / ".copydesk" / "replaced").glob("*") if (self.site / ".copydesk" / "replaced").exists() else ()
        )
        kept = now + b"\n".join(path.read_bytes().replace(b"\r\n", b"\n") for path in aside)
        gone = [f"{word!r} is lost" for word in self.written if word not in kept]
        texts = [story.read_bytes() for story in self.stories()]
        back = [line for guid, line in self.removed if any(guid in text and line in text for text in texts)]
        return gone + [f"{line[:40]!r} came back" for line in back]


def body(curator: Curator, story: Path) -> None:
    """A line more in the text."""
    story.write_bytes(story.read_bytes() + b"\n" + curator.word() + b"\n")


def paragraph(curator: Curator, story: Path) -> None:
    """A paragraph of ours is taken out."""
    lines = story.read_bytes().split(b"\n")
    ours = [line for line in lines if line.startswith(b"The ") and b"By hand" not in line]
    guid = next((line for line in lines if line.startswith(b"guid: ")), None)
    if ours and guid:
        line = curator.dice.choice(ours)
        curator.removed.append((guid.strip(), line))
        story.write_bytes(b"\n".join(each for each in lines if each != line))


def front(make: Callable[[bytes], bytes]) -> Callable[[Curator, Path], None]:
    """Lines more in the front matter, in front of its end."""

    def edit(curator: Curator, story: Path) -> None:
        head, fence, rest = story.read_bytes().partition(b"\n---")
        if fence:
            story.write_bytes(head + b"\n" + make(curator.word()) + fence + rest)

    return edit


def title(curator: Curator, story: Path) -> None:
    """Words more in the headline."""
    text, count = re.subn(rb'(?m)^title: "', b'title: "' + b"Headline by hand ", story.read_bytes(), count=1)
    story.write_bytes(text)
    if count and b"Headline by hand" not in curator.written:
        curator.written.append(b"Headline by hand")


def line_ends(_: Curator, story: Path) -> None:
    """Saved on another system."""
    story.write_bytes(story.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))


def broken(curator: Curator, story: Path) -> None:
    """Front matter that is no YAML any more."""
    fence, end, rest = story.read_bytes().partition(b"\n")
    story.write_bytes(fence + end + b"note: [" + curator.word() + b"\n" + rest)


def moved(curator: Curator, story: Path) -> None:
    """The file in another folder, under another name."""
    target = curator.site / "content" / "stories" / "moved" / f"{story.stem}-{len(curator.written)}.md"
    target.parent.mkdir(exist_ok=True)
    story.rename(target)


EDITS: tuple[Callable[[Curator, Path], None], ...] = (
    body,
    body,
    paragraph,
    front(lambda word: b"# " + word),
    front(lambda word: b"pin: yes\nnote: |\n  " + word),
    title,
    line_ends,
    broken,
    moved,
)
"""What a hand does to a story."""


def raw_file(curator: Curator) -> None:
    """A raw file changes, goes, comes back or is renamed."""
    number = curator.dice.randrange(4)
    topic = TOPICS[number]
    path = curator.site / "seeds" / f"{topic.split()[0]}.txt"
    match curator.dice.randrange(4):
        case 0:
            path.unlink(missing_ok=True)
        case 1 if path.exists():
            path.rename(path.with_name(f"{path.stem}-{curator.dice.randrange(9)}.txt"))
        case _:
            write(path, seed(topic, number, f"{curator.dice.randrange(99)} times"))


def rules(curator: Curator) -> None:
    """The publisher's rules change, or a seed's overrides."""
    words = " ".join(seed(TOPICS[0], 0).split("\n\n")[4].split()[:4])
    if curator.dice.random() < 0.5:
        cut = f"cut_patterns = [{f'{words} *'!r}]\n" if curator.dice.random() < 0.5 else ""
        write(curator.site / "sources.toml", SOURCES + cut)
    else:
        headline = f"Headline number {curator.dice.randrange(99)}"
        write(
            curator.site / "seeds" / f"{TOPICS[curator.dice.randrange(4)].split()[0]}.toml",
            f'headline = "{headline}"\n',
        )


def normalize(curator: Curator) -> list[str]:
    """Normalize, killed at some call one time in three, and then undisturbed; what is lost after each."""
    lost: list[str] = []
    if curator.dice.random() < 0.34:
        environment = injected(curator.site, "any", curator.dice.randrange(1, 120), "kill")
        code, _ = run(curator.site, NORMALIZE, environment)
        curator.done["killed" if code == -9 else "run"] += 1
        lost += curator.lost()
    match curator.dice.randrange(8):
        case 0:
            lost += asked(curator, "merge")
        case 1:
            lost += asked(curator, "normalize", "--take")
    code, printed = run(curator.site, NORMALIZE)
    curator.done["run"] += 1
    if code not in (0, 3) or "Traceback" in printed:
        lost.append(f"normalizing ends with {code}: {printed[-300:]}")
    return lost + curator.lost()


def asked(curator: Curator, *command: str) -> list[str]:
    """The curator lets a story be merged, and takes the marks out, or takes the new version. What was taken out may
    come back with it."""
    story = str(curator.dice.choice(curator.stories()).relative_to(curator.site))
    code, printed = run(curator.site, ("-m", "copydesk", *command, story))
    curator.done[command[0] if len(command) == 1 else "taken"] += 1
    curator.removed.clear()
    path = curator.site / story
    text = re.sub(rb"(?m)^(<{7} edited by hand|\|{7} last generated|={7}|>{7} new version)\n", b"", path.read_bytes())
    path.write_bytes(text)
    wrong = code not in (0, 3) and not (code == 1 and "copydesk:" in printed)
    return [f"{command} ends with {code}: {printed[-300:]}"] if wrong or "Traceback" in printed else []


def rounds(scale: Scale, folder: Path) -> Row:
    """Rounds of edits, changes of raw files and rules, kills and runs."""
    curator = Curator(make_desk(folder / "site"), chance("hand"))
    _, printed = run(curator.site, NORMALIZE)
    assert len(curator.stories()) == 4, printed
    lost: list[str] = []
    for number in range(ROUNDS[scale]):
        for _ in range(curator.dice.randrange(1, 4)):
            curator.dice.choice(EDITS)(curator, curator.dice.choice(curator.stories()))
        curator.dice.choice((raw_file, raw_file, rules))(curator)
        lost += [f"round {number}: {fault}" for fault in normalize(curator)]
        if lost:
            break
    counted = ", ".join(f"{count} {how}" for how, count in sorted(curator.done.items()))
    wrote = f"{sum(map(len, curator.written)):,} bytes in {len(curator.written)} places by hand; {counted}"
    return Row(ROUNDS[scale], tuple(lost), f"{wrote}; {told(curator)}")


def told(curator: Curator) -> str:
    """The control: a byte that is really lost is told."""
    story = curator.stories()[0]
    body(curator, story)
    story.write_bytes(story.read_bytes().replace(b"By hand, ", b"By hand; "))
    shutil.rmtree(curator.site / ".copydesk" / "replaced", ignore_errors=True)
    assert curator.lost()
    return "one changed byte is told"


EXPERIMENTS = (Experiment("hand: edits, raw files, rules, kills", rounds, minutes=2),)
