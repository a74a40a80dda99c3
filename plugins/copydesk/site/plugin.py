"""Where Copydesk meets Pelican: the receivers of its signals, in the order they are called during a build.

Pelican keeps only weak references to receivers, so they are functions of this module. Other plugins may stand before or
after us: pages are rendered in our own turn of ``finalized``, and the site is put in place after everyone's.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

from pelican.generators import ArticlesGenerator
from pelican.plugins import signals

from copydesk import batch, interrupts
from copydesk.errors import CopydeskError, LockedError
from copydesk.settings import DEFAULTS, limit_from, listed_in
from copydesk.site import press, register, statics, taxonomy
from copydesk.site.colours import sheet_entry
from copydesk.site.contents import adapt
from copydesk.site.edition_files import FOLDER
from copydesk.site.edition_generator import EditionsGenerator
from copydesk.site.feeds.generator import FeedsGenerator
from copydesk.site.feeds.registering import record, told_of
from copydesk.site.foreign import adopt
from copydesk.site.kin import read_relations, unite
from copydesk.site.linked import linked_folders, said_of
from copydesk.site.lists_generator import ListsGenerator, give_periods, hold_back_names, hold_back_periods
from copydesk.site.machines.listing import add_machine_files
from copydesk.site.moved import MovedGenerator
from copydesk.site.press import KEY
from copydesk.site.publishers import PublishersGenerator
from copydesk.site.reader import StoryReader
from copydesk.site.search.placing import add_index
from copydesk.site.tongue import speak
from copydesk.site.writer import CollectingWriter

EXIT_FAULT, EXIT_LOCKED = 1, 75
"""The program's exit codes: something went wrong; another run is at work (EX_TEMPFAIL of sysexits.h)."""

ASKING = "COPYDESK_ASKING"
"""Where Pelican's settings hold what answered Ctrl-C before a build began."""

OUR_PAGES = {
    "PUBLISHER_URL": "publisher/{slug}.html",
    "PUBLISHER_SAVE_AS": "publisher/{slug}.html",
    "EDITION_SAVE_AS": "edition/{number}.html",
}
"""Settings that Pelican, which knows neither publishers nor editions, has no default for."""


def connect() -> None:
    """Connect every receiver."""
    signals.initialized.connect(normalize)
    signals.get_generators.connect(open_press)
    signals.readers_init.connect(offer_reader)
    signals.generator_init.connect(silence_missing_reader)
    signals.generator_init.connect(give_words)
    signals.content_object_init.connect(adapt)
    signals.article_generator_pretaxonomy.connect(settle_articles)
    signals.article_generator_finalized.connect(finish_lists)
    signals.page_generator_finalized.connect(settle_pages)
    signals.static_generator_finalized.connect(collect_statics)
    signals.all_generators_finalized.connect(adopt_articles)
    signals.get_writer.connect(offer_writer)
    signals.finalized.connect(render_pages)


def normalize(pelican: Any) -> None:
    """Before the build: clean what is in ``seeds/``, unless the settings say that nothing is normalized."""
    answer_asking(pelican)
    with faults_named(pelican):
        settings = press.site_settings(pelican.settings)
        if settings.normalize:
            for line in batch.normalize(settings).lines():
                tell(line)


def open_press(pelican: Any) -> tuple[type, ...]:
    """At the start of a build: the stage, in which Pelican and other plugins write, and our generators."""
    answer_asking(pelican)
    for name, value in OUR_PAGES.items():
        pelican.settings.setdefault(name, value)
    linked = leave_out(pelican.settings)
    with faults_named(pelican):
        opened = press.start(pelican.settings)
        pelican.output_path = str(opened.stage)
        opened.faults.extend(said_of(folder, opened.settings.content) for folder in linked)
    return (ListsGenerator, PublishersGenerator, EditionsGenerator, FeedsGenerator, MovedGenerator)


def leave_out(settings: dict[str, Any]) -> tuple[str, ...]:
    """Have Pelican leave out what holds no stories: editions, also on a site whose stories lie at the top of content/,
    and folders that are links, which are returned."""
    linked = linked_folders(Path(settings["PATH"]))
    for name in ("ARTICLE_EXCLUDES", "PAGE_EXCLUDES", "STATIC_EXCLUDES"):
        settings[name] = list(dict.fromkeys((*settings[name], *linked)))
    settings["ARTICLE_EXCLUDES"] = list(dict.fromkeys((*settings["ARTICLE_EXCLUDES"], FOLDER)))
    return linked


def offer_reader(readers: Any) -> None:
    """Our reader for Markdown, whether or not Pelican has one."""
    readers.reader_classes["md"] = StoryReader


def silence_missing_reader(generator: Any) -> None:
    """Without Python-Markdown, Pelican warns of every Markdown file, though ours reads them."""
    generator.readers.disabled_readers.pop("md", None)


def give_words(generator: Any) -> None:
    """The words of the interface, for the templates of every generator."""
    speak(generator.env, generator.settings[KEY].rules.tongue)


def settle_articles(generator: Any) -> None:
    """Once all stories are read: one for several copies, then order and addresses."""
    current = generator.settings[KEY]
    current.kin = unite(generator, read_relations(current.settings.content))
    taxonomy.settle(generator, current.register)
    hold_back_periods(generator)


def finish_lists(generator: Any) -> None:
    """Once Pelican has made its lists: those it was kept from making."""
    give_periods(generator, generator.settings[KEY].given)


def settle_pages(generator: Any) -> None:
    """Once all pages are read: the same order every time."""
    generator.pages = taxonomy.ordered(generator.pages, generator.settings["PAGE_ORDER_BY"])
    generator.context["pages"] = generator.pages


def collect_statics(generator: Any) -> None:
    """Once all static files are found."""
    generator.settings[KEY].statics.extend(statics.take_over(generator))


def adopt_articles(generators: Any) -> None:
    """Once everything is read: every article has its record."""
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            settings = generator.settings
            address = str(settings["SITEURL"] or settings.get("FEED_DOMAIN") or "")
            adopt(taxonomy.all_articles(generator), address, settings[KEY].rules.tongue)
            settings[KEY].articles = generator
            hold_back_names(generator)


def enter(current: press.Press, generator: ArticlesGenerator) -> None:
    """Enter what is listed, and what was taken down, into the register of the feeds."""
    withdrawn = [article for article in generator.hidden_articles if article.copydesk.withdrawal]
    listed = (*generator.articles, *generator.translations)
    current.withdrawn.update({article.copydesk.guid: article for article in withdrawn})
    given = {**DEFAULTS, **generator.settings}
    current.hubs = listed_in(given, "COPYDESK_FEED_HUBS", "settings")
    most = limit_from(given, "COPYDESK_FEED_BACKFILL", "settings")
    current.told = told_of(current.settings, listed, withdrawn, most, is_whole=not current.faults)


def offer_writer(pelican: Any) -> type:
    """Our writer; and now that every plugin has connected, the last receiver of all. Pictures come before the
    feeds, which tell their size."""
    signals.finalized.disconnect(put_in_place)
    signals.finalized.connect(put_in_place)
    current = pelican.settings[KEY]
    statics.add_pictures(current)
    with faults_named(pelican):
        enter(current, current.articles)
    return CollectingWriter


def render_pages(pelican: Any) -> None:
    """When every page and feed has been asked for."""
    current = pelican.settings[KEY]
    with faults_named(pelican):
        statics.add_statics(current, pelican.settings)
        if current.colours and current.theme.page_values:
            current.entries.add(sheet_entry(current.colours, pelican.settings["THEME_STATIC_DIR"]))
        add_machine_files(current, pelican.settings)
        add_index(current)
        press.render(current)


def put_in_place(pelican: Any) -> None:
    """When every plugin is done: the new site takes the place of the old, and what could not be read is named. Where
    nothing is normalized, what is published is what was reviewed, all of it or nothing."""
    current = pelican.settings[KEY]
    if current.faults and not current.settings.normalize:
        tell(*current.faults)
        stop(pelican, "the files above could not be used. The site was left as it is.", EXIT_FAULT)
    with faults_named(pelican), interrupts.unheeded():
        if current.settings.normalize:  # first: what was published once, and when, must be known ever after
            record(current.settings, current.told)
            register.write(current.settings, current.register, current.published)
        press.finish(current, tuple(pelican.settings["OUTPUT_RETENTION"]))
    tell(*unrecorded(current))
    close(pelican)
    if current.faults:
        tell(f"{len(current.faults)} of the files in content/ could not be used:", *current.faults)


def unrecorded(current: press.Press) -> Iterator[str]:
    """What to say where a site is published whose addresses nobody has written down."""
    missing = current.published.keys() - current.register.owners.keys()
    if missing and not current.settings.normalize:
        yield (
            f"{len(missing)} of the addresses published are not in content/ledger/{register.NAME}. Run make html and "
            "commit that file: it is how an old address finds its story when the story moves."
        )


@contextmanager
def faults_named(pelican: Any) -> Iterator[None]:
    """End the program with one line about what stopped it, in place of a traceback: a fault the editor can mend, or a
    disk that is full or not ours to write to. The site in place stays as it is."""
    try:
        yield
    except CopydeskError as error:
        stop(pelican, str(error), EXIT_LOCKED if isinstance(error, LockedError) else EXIT_FAULT)
    except OSError as error:
        stop(pelican, f"{error.filename or 'output'}: {error.strerror}. The site was left as it is.", EXIT_FAULT)


def answer_asking(pelican: Any) -> None:
    """From now on Ctrl-C, or a polite kill, ends the program with one line, and the site in place stays as it is."""

    def reply(number: int) -> NoReturn:
        stop(pelican, "interrupted. The site was left as it is.", 128 + number)

    before = interrupts.answer(reply)
    pelican.settings.setdefault(ASKING, before)


def stop(pelican: Any, message: str, code: int) -> NoReturn:
    """Print the message and end the program, leaving no half-filled stage on a disk that may be full."""
    if KEY in pelican.settings:
        close(pelican)
    tell(f"copydesk: {message}")
    raise SystemExit(code)


def close(pelican: Any) -> None:
    """The end of a build, good or bad: Pelican has its own output folder again."""
    current = pelican.settings[KEY]
    pelican.output_path = str(current.output)
    press.close(current, pelican.settings)
    interrupts.conclude(pelican.settings.pop(ASKING, {}))


def tell(*lines: str) -> None:
    """Say something to the editor, whatever Pelican's logging lets pass."""
    sys.stderr.write("".join(f"{line}\n" for line in lines))
