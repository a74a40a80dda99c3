"""Where a build takes place: its lock, its stage, what it depends on, and what it found before anything was read."""

from __future__ import annotations

import logging
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from copydesk import interrupts
from copydesk.batch.lock import hold
from copydesk.settings import DEFAULTS, Settings, settings_from
from copydesk.site.entries import digest_of
from copydesk.site.stage import staging
from copydesk.site.stage.frozen import frame_digest
from copydesk.site.stage.linked import linked_folders
from copydesk.site.stage.standing import Said, Seen

logger = logging.getLogger(__name__)

KEY = "copydesk ground"
"""Where Pelican's settings hold the build's `Ground`. Keys in lower case are no
settings: no page depends on them."""

PRESS = "copydesk press"
"""Where they hold its press, while something is built."""

AT_WORK = "copydesk at work"
"""Where they hold the name of the module that receives Pelican's signals."""

ASKING = "copydesk asking"
"""Where they hold what answered Ctrl-C before a build began."""

WAITING = "copydesk waiting"
"""Where they may hold whom to tell as soon as a new site stands, by the digest of its files: what a build writes down
after that is for the next one, and nobody who wants to see the site need wait for it."""

OUR_PAGES = {
    "PUBLISHER_URL": "publisher/{slug}.html",
    "PUBLISHER_SAVE_AS": "publisher/{slug}.html",
    "EDITION_SAVE_AS": "edition/{number}.html",
}
"""Settings that Pelican, which knows neither publishers nor editions, has no default for."""

EDITIONS = "editions"
"""The folder of the editions' files, under the content folder."""


class WarningCollector(logging.Handler):
    """Collects what a build warns the editor of, so that a build with nothing to do can say it again."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[Said] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Collect a message of the level WARNING or above."""
        self.said.append(Said(record.levelno, record.name, record.getMessage()))


@dataclass(slots=True)
class Ground:
    """The ground of one build. ``given`` are Pelican's settings; ``output`` is the real folder that ``stage``, in which
    Pelican and other plugins write, will replace."""

    house: Settings
    given: dict[str, Any]
    output: Path
    stage: Path
    held: ExitStack
    """What ends with the build, last first: processes that write into the stage, the stage, the lock."""
    linked: tuple[str, ...]
    """Folders of the content that are links, and left out."""
    frame: str
    """Digest of what every page depends on: settings, code, versions."""
    alone: bool
    """Whether no other plugin takes part, so that a page depends on nothing we do not know."""
    warnings: WarningCollector = field(default_factory=WarningCollector)
    put_back: dict[str, Any] = field(default_factory=dict)
    """Settings of Pelican's that were changed for this build."""
    generators: list[Any] = field(default_factory=list)
    """Pelican's generators and ours, once everything is read."""
    replate: Any = None
    """What is made again, where that is less than a build (`replating`)."""
    seen: Seen | None = None
    """The state of all sources before anything was read, ``None`` where it cannot be told from their times."""


def take(pelican: Any) -> Ground:
    """Take the lock, open the stage and let Pelican write there. Raises SettingsError where the output folder cannot be
    replaced and LockedError where another run has the lock."""
    settings = pelican.settings
    for name, value in OUR_PAGES.items():
        settings.setdefault(name, value)
    linked = leave_out(settings)
    house = site_settings(settings)
    output = staging.real_output(Path(settings["OUTPUT_PATH"]))
    staging.check_output(output, (Path(settings["PATH"]), Path(settings["THEME"]), house.seeds, Path.cwd()))
    frame = frame_digest(settings)
    with interrupts.deferred(), ExitStack() as held:  # cut in its midst, it would leave a stage that nobody removes
        held.enter_context(hold(house))
        stage = staging.open_stage(output)
        held.callback(drop, stage)
        ground = settings[KEY] = Ground(
            house=house,
            given=settings,
            output=output,
            stage=stage,
            held=held.pop_all(),
            linked=linked,
            frame=frame,
            alone=all(name.rpartition(".")[2] == "copydesk" for name in settings.get("PLUGINS") or ()),
        )
    settings["OUTPUT_PATH"] = pelican.output_path = str(ground.stage)
    logging.getLogger().addHandler(ground.warnings)
    return ground


def leave_out(settings: dict[str, Any]) -> tuple[str, ...]:
    """Have Pelican leave out what holds no stories: editions, also on a site whose stories lie at the top of content/,
    and folders that are links, which are returned."""
    linked = linked_folders(Path(settings["PATH"]))
    for name in ("ARTICLE_EXCLUDES", "PAGE_EXCLUDES", "STATIC_EXCLUDES"):
        settings[name] = list(dict.fromkeys((*settings[name], *linked)))
    settings["ARTICLE_EXCLUDES"] = list(dict.fromkeys((*settings["ARTICLE_EXCLUDES"], EDITIONS)))
    return linked


def site_settings(settings: dict[str, Any]) -> Settings:
    """Our own settings in Pelican's. The site's root is the folder that holds the content folder, or the content folder
    itself where a site has no other and keeps its seeds in it."""
    content = Path(settings["PATH"]).absolute()
    seeds = str(settings.get("COPYDESK_SEEDS", DEFAULTS["COPYDESK_SEEDS"]))
    root = content if (content / seeds).is_dir() else content.parent
    return settings_from({**settings, "PATH": str(content)}, root)


def readings_frame(ground: Ground) -> str:
    """The digest of all that reading stories depends on beside their files."""
    return digest_of(ground.frame, ground.house.house.publishers)


def leave(pelican: Any) -> None:
    """The end of a build, good or bad: Pelican has its own output folder again, what is left of the stage is dropped,
    and the next build may begin."""
    ground: Ground | None = pelican.settings.pop(KEY, None)
    for name in (PRESS, AT_WORK):
        pelican.settings.pop(name, None)
    if ground is None:
        return
    logging.getLogger().removeHandler(ground.warnings)
    pelican.output_path = str(ground.output)
    pelican.settings.update({**ground.put_back, "OUTPUT_PATH": str(ground.output)})
    ground.held.close()
    interrupts.conclude(pelican.settings.pop(ASKING, {}))


def drop(stage: Path) -> None:
    """Remove what is left of a stage."""
    try:
        staging.discard(stage)
    except OSError as error:
        logger.warning("%s could not be removed (%s): the next build does it", stage.name, error.strerror)
