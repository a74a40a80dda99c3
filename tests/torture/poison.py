"""No bad file stops the press: poison among good files, all at once and one at a time."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping
from pathlib import Path

from copydesk.batch import Options, Report, normalize
from copydesk.settings import Settings, settings_from

from torture.desk import seed as story
from torture.poison_files import HELD, SCENES
from torture.table import Experiment, Row, Scale

ADVICE = re.compile(
    r"(?:^|[.;] |\. )(?:Add|Break|Check|Copy|Correct|Cut|Export|Fetch|Get|If it is a story, add|Open|paste|Please|Put|"
    r"Raise|Rename|Save|Split|Take|Unpack|Wait)\b"
)
"""How a sentence begins that says what to do."""


def good(number: int) -> bytes:
    """A right story unlike any other."""
    place = random.Random(number).choice(("Saltby", "Brisamar", "Arvel", "Tarn"))
    return story(f"pier {number} of {place}", number % 28).encode()


def desk(folder: Path, stories: int) -> Settings:
    """A site with that many good seeds."""
    settings = settings_from({"PATH": "content"}, folder)
    settings.seeds.mkdir(parents=True)
    for number in range(stories):
        (settings.seeds / f"good-{number}.txt").write_bytes(good(number))
    return settings


def put(settings: Settings, files: Mapping[str, bytes]) -> None:
    """Put raw files into ``seeds/``, whatever their names."""
    for name, data in files.items():
        path = settings.seeds / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def lost(settings: Settings, report: Report, files: Mapping[str, bytes], stories: int) -> list[str]:
    """What is wrong with a report: a good story missing, a bad file not held with what to do, a file passed over."""
    told = {outcome.seed: outcome for outcome in report.outcomes}
    wrong = [
        f"good-{number}.txt is {told[f'good-{number}.txt'].state}"
        for number in range(stories)
        if told[f"good-{number}.txt"].state != "published" or not _stands(settings, told[f"good-{number}.txt"].path)
    ]
    lines = list(report.lines())
    for name in files:
        if name not in told:
            wrong.append(f"{name!r} is passed over in silence")
        elif told[name].state != "held":
            wrong.append(f"{name!r} is {told[name].state}")
        elif not all(ADVICE.search(reason) for reason in told[name].reasons) or not told[name].reasons:
            wrong.append(f"{name!r} is held without saying what to do: {told[name].reasons}")
        elif not any(line.startswith(f"held: seeds/{shown(name)}") for line in lines):
            wrong.append(f"{name!r} is named in no line")
    counted = sum(report.count(state) for state in ("published", "held", "duplicate"))
    if counted != len(report.outcomes):
        wrong.append(f"{len(report.outcomes)} documents are not {counted}")
    return wrong


def shown(name: str) -> str:
    """A file's name in a line for people: nothing in it but what can be seen."""
    return "".join(letter if letter.isprintable() else f"\\u{ord(letter):04x}" for letter in name)


def _stands(settings: Settings, path: str | None) -> bool:
    return path is not None and (settings.content / path).exists()


def together(scale: Scale, folder: Path) -> Row:
    """All poison at once among good files."""
    stories = 100 if scale is Scale.WHOLE else 20
    settings = desk(folder, stories)
    put(settings, HELD)
    report = normalize(settings)
    return Row(len(HELD), tuple(lost(settings, report, HELD, stories)), f"{stories} good files published beside them")


def one_at_a_time(scale: Scale, folder: Path) -> Row:
    """Each poison alone among good files."""
    stories = 100 if scale is Scale.WHOLE else 5
    chosen = list(HELD) if scale is Scale.WHOLE else sorted(HELD)[:: len(HELD) // 8]
    settings = desk(folder, stories)
    wrong: list[str] = []
    for name in chosen:
        put(settings, {name: HELD[name]})
        wrong += lost(settings, normalize(settings, Options(jobs=1)), {name: HELD[name]}, stories)
        (settings.seeds / name).unlink()
    return Row(len(chosen), tuple(wrong), f"{stories} good files published each time")


def names(_: Scale, folder: Path) -> Row:
    """Right stories under names that hurt programs: all are published."""
    settings = desk(folder, 0)
    put(settings, {name: good(1000 + number) for number, name in enumerate(SCENES)})
    report = normalize(settings)
    published = {outcome.seed for outcome in report.outcomes if outcome.state == "published"}
    return Row(len(SCENES), tuple(f"{name!r} is not published" for name in SCENES if name not in published))


EXPERIMENTS = (
    Experiment("bad files, all among good ones", together),
    Experiment("bad files, one at a time among good ones", one_at_a_time, minutes=5),
    Experiment("good files under odd names", names),
)
