"""What a contributor can commit beside stories, or a cache can bring: registers, overrides, front matter and links made
to break a build or to have it write elsewhere. Whatever it is, the build ends well or with one line that names it, the
good stories are published, and nothing outside of the site is touched.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from torture.desk import guids, make_desk, run, tree, write
from torture.table import Experiment, Row, Scale

GOOD = "lighthouse"
"""A word of a story that must be on the site, whatever lies beside it."""

HUGE = "9" * 5000
"""A number of more digits than Python reads."""

ADDRESSES: tuple[bytes, ...] = (
    b"../../evil.html",
    b"/tmp/copydesk-evil.html",
    b"a/../../../x.html",
    b"index.html",
    b"index.html/x.html",
    b"theme/search.js",
    b"x\x00y.html",
    b"\xff.html",
    "\u202egnp.html".encode(),
    b"a" * 300,
    b"con/aux.html",
    b"<script>alert(1)</script>.html",
)
"""Addresses that a register can say the site once had."""

OWNERS: tuple[str, ...] = (
    f"edition {HUGE} 2026-W20",
    "edition 1 ../../x",
    "list TAG ../../x Name",
    "list TAG a/b <script>alert(1)</script>",
    "list X y z",
    "page ../../x.html",
    "page javascript:alert(1)",
)
"""What a register can say of whose they are."""

MOMENTS: tuple[tuple[str, str], ...] = (
    ("0001-01-01T00:00:00+14:00", "2025-08"),
    ("9999-12-31T23:59:59-12:00", "2025-08"),
    ("2025-08-10T10:00:00+00:00", "9999-99"),
    ("2025-08-10T10:00:00+00:00", "٢٠٢٥-٠٨"),
)
"""When, and in which month, the feeds told of a story."""

OVERRIDES: tuple[str, ...] = (
    f"headline = {HUGE}",
    "publish = 1e999",
    f'main = "{":not(" * 3000}"',
    "date = 0001-01-01T00:00:00+14:00",
    f"x = {'[' * 20_000}",
    'url = "https://[::1/"',
    f"cut_patterns = ['{'* ' * 5000}x']",
)
"""Corrections of a raw file."""

FRONT: tuple[str, ...] = (
    *(
        f"title: x\ndate: {day}"
        for day in (
            "0001-01-01T00:00:00+14:00",
            "9999-12-31T23:59:59-12:00",
            HUGE,
            "1e999",
            "*a",
            "!!timestamp 2025-08-10",
        )
    ),
    'title: !!python/object/apply:os.system ["touch ran"]\ndate: 2025-08-10',
    "a: &a [x, x]\nb: &b [*a, *a]\ntags: [*b, *b]\ntitle: x\ndate: 2025-08-10",
    "<<: {title: merged}\ndate: 2025-08-10",
    "title: x\ntitle: y\ndate: 2025-08-10",
    f"title: x\ntags: {'[' * 5000}\ndate: 2025-08-10",
    'title: x\ntags: ["\\u0000", "\\ud800"]\ndate: 2025-08-10',
    'title: x\nsource_url: "https://a.example:99999999999/"\ndate: 2025-08-10',
    'title: x\nsource_url: "https://xn--a.example@evil.example/"\ndate: 2025-08-10',
    f"title: x\nlang: {'x-' * 3000}\ndate: 2025-08-10",
    'title: x\nguid: "urn:uuid:../../x"\ndate: 2025-08-10',
    "title: x\nwithdrawn: {reason: x, date: 0001-01-01}\ndate: 2025-08-10",
    "? [a, b]\n: c\ntitle: x\ndate: 2025-08-10",
    *(
        f'title: x\nguid: "urn:x:a\\{sign}b"\ndate: 2025-08-10'
        for sign in ("n", "r", "t", "v", "f", "N", "L", "P", "x1e", "0")
    ),
    *(
        f"title: x\nguid: {owner}\ndate: 2025-08-10"
        for owner in ("edition 999999999 2025-W10", "page index.html", "list TAG a A")
    ),
    "title: x\ncleaning: {format: x, kept: .nan}\ndate: 2025-08-10",
    "title: x\ncleaning: {format: x, kept: nan, cut: {menu: 1e999}}\ndate: 2025-08-10",
    "title: x\norigins: {title: [x, nan], date: [x, -inf]}\ndate: 2025-08-10",
    *(
        f'title: x\ntags: ["a\\{sign}b"]\nsection: "a\\{sign}b"\ndate: 2025-08-10'
        for sign in ("n", "t", "N", "L", "x1c")
    ),
)
"""Front matter of stories: all lie beside the good ones at once."""

NAMES: tuple[bytes, ...] = (
    b"-rf",
    b"con",
    b"CON",
    b"A",
    b"a",
    b"x\ny",
    b"$(touch ran)",
    b"`touch ran`",
    b"%2e%2e",
    b"..%2f..%2fx",
    "\u202egnp".encode(),
    "e\u0301".encode(),
    "\u00e9".encode(),
    b"x" * 200,
)
"""Names of story files that programs have tripped over, and that are one name on some systems."""


@dataclass(frozen=True)
class Place:
    """The site of an experiment, in a folder where it must leave everything else alone; ``kept`` is the site as built
    once."""

    folder: Path

    @property
    def site(self) -> Path:
        """The site."""
        return self.folder / "site"

    def renew(self) -> None:
        """The site as it was built."""
        shutil.rmtree(self.site, ignore_errors=True)
        shutil.copytree(self.folder / "kept", self.site, symlinks=True)
        write(self.site / "content" / "pages" / "new.md", '---\ntitle: "A new page"\n---\n\nSo that it is built.\n')


def registers(place: Place) -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """Name and files of each try that needs a build of its own."""
    guid = min(guids(place.site)).removeprefix("guid:").strip().strip('"')
    addresses = (place.site / "content/ledger/addresses.tsv").read_bytes()
    for address in ADDRESSES:
        yield (
            f"the address {address[:40]!r}",
            {"content/ledger/addresses.tsv": addresses + address + f"\t{guid}\n".encode()},
        )
    for owner in OWNERS:
        yield (
            f"the owner {owner[:40]!r}",
            {"content/ledger/addresses.tsv": addresses + f"some/old.html\t{owner}\n".encode()},
        )
    for moment, month in MOMENTS:
        row = f"{guid}\t0123456789abcdef\t{moment}\t{moment}\t{month}\tfeeds\n"
        yield f"the row {moment} {month}", {"content/ledger/feeds.tsv": row.encode()}
    for text in OVERRIDES:
        yield f"the correction {text[:40]!r}", {"seeds/ferry.toml": text.encode()}
    kin = f"copies: {guid} {guid} {'x ' * 20_000}\nevent: {guid} {guid}\n".encode()
    yield "relations", {"content/relations.txt": kin + b"\xff\n"}


def tried(place: Place, name: str, code_wanted: tuple[int, ...] = (0, 1)) -> Iterator[str]:
    """Build; what is wrong with how it ended, what it shows and what it touched."""
    before = outside(place)
    code, printed = run(place.site)
    if code not in code_wanted or "Traceback" in printed or "IT HANGS" in printed:
        yield f"{name}: the build ends with {code}: {printed[-300:]}"
    if code and not any(line.startswith("copydesk: ") for line in printed.splitlines()):
        yield f"{name}: nothing says why: {printed[-300:]}"
    if not any(GOOD in page.read_text("utf-8") for page in (place.site / "output").rglob("*.html")):
        yield f"{name}: a good story is not published"
    if outside(place) != before or (place.site / "ran").exists():
        yield f"{name}: something outside was touched, or ran"


def outside(place: Place) -> Mapping[str, Mapping[str, str]]:
    """The files beside the site but for what is printed."""
    folders = (path for path in place.folder.iterdir() if path.is_dir() and path != place.site)
    return {folder.name: tree(folder) for folder in folders}


def story_files(place: Place) -> None:
    """Stories with hostile front matter and names, all at once."""
    folder = os.fsencode(place.site / "content/stories/odd")
    os.mkdir(folder)
    fronts = {b"front-%d" % number: front for number, front in enumerate(FRONT)}
    named = {name: f"title: Name {number}\ndate: 2025-08-10" for number, name in enumerate(NAMES)}
    for name, front in (fronts | named).items():
        with open(os.path.join(folder, name + b".md"), "wb") as file:
            file.write(f"---\n{front}\n---\n\nText.\n".encode())


def state_links(place: Place) -> None:
    """A cache whose files, and the names under which they are written, lead elsewhere; one that is a pipe, and a lock
    that is a link."""
    elsewhere = place.folder / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    state = place.site / ".copydesk"
    for file in [path for path in state.iterdir() if path.is_file()]:
        (elsewhere / file.name).write_text("not yours\n", "utf-8")
        os.symlink(elsewhere / file.name, state / f"{file.name}.new")
    (state / "replaced").symlink_to(elsewhere)
    (state / "lock").unlink()
    (state / "lock").symlink_to(elsewhere / "lock")
    (state / "stories.bin").unlink()
    os.mkfifo(state / "stories.bin")


def state_hard_links(place: Place) -> None:
    """A cache of second names: each file that it writes, and the name under which that is written, is another's too."""
    elsewhere = place.folder / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    state = place.site / ".copydesk"
    for file in [path for path in state.iterdir() if path.is_file()]:
        os.link(file, elsewhere / f"{file.name}.too")
        (elsewhere / f"{file.name}.new").write_text("not yours\n", "utf-8")
        os.link(elsewhere / f"{file.name}.new", state / f"{file.name}.new")


def every_one(scale: Scale, folder: Path) -> Row:
    """Each register and correction in a build of its own, a few of them in a slice; hostile stories all at once; links
    of both kinds in the state folder."""
    place = Place(folder)
    make_desk(place.folder / "kept", 2)
    code, printed = run(place.folder / "kept")
    assert code == 0, printed
    place.renew()
    alone = list(registers(place))
    lost: list[str] = []
    for name, files in alone if scale is Scale.WHOLE else alone[:: len(alone) // 2]:
        place.renew()
        for path, data in files.items():
            (place.site / path).write_bytes(data)
        lost += tried(place, name)
    for prepare in (story_files, state_links, state_hard_links):
        place.renew()
        prepare(place)
        lost += tried(place, prepare.__name__, (0,))
        write(
            place.site / "content" / "pages" / "new.md",
            '---\ntitle: "Another page"\n---\n\nSo that it is built again.\n',
        )
        lost += tried(place, f"{prepare.__name__}, again", (0,))
    made = len(FRONT) + len(NAMES) + 2
    return Row(len(alone if scale is Scale.WHOLE else alone[:: len(alone) // 2]) + made, tuple(lost), told(place))


def told(place: Place) -> str:
    """The control: a file that is written beside the site is told."""
    before = outside(place)
    (place.folder / "elsewhere" / "evil").write_text("x")
    assert outside(place) != before
    return "a file written elsewhere is told"


EXPERIMENTS = (Experiment("what is committed or cached breaks nothing and leads nowhere", every_one),)
