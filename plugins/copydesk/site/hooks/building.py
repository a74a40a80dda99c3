"""What a build does at each of Pelican's signals, in the order they are sent.

Other plugins may stand before or after us: pages are rendered in our own turn of ``finalized``, and the site is put in
place after everyone's.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from pelican.generators import ArticlesGenerator
from pelican.plugins import signals

from copydesk import interrupts
from copydesk.settings import DEFAULTS, limit_from
from copydesk.site.feeds.generator import FeedsGenerator
from copydesk.site.feeds.registering import is_lost, record, told_of
from copydesk.site.hooks import statics, taxonomy
from copydesk.site.hooks.completeness import check_complete
from copydesk.site.hooks.contents import adapt
from copydesk.site.hooks.doubles import leave_out_doubles
from copydesk.site.hooks.edition_generator import EditionsGenerator
from copydesk.site.hooks.foreign import adopt
from copydesk.site.hooks.kept_lists import KeptListsGenerator
from copydesk.site.hooks.light_articles import Common, LightArticles, are_steady, may_be_light
from copydesk.site.hooks.lists_generator import ListsGenerator, give_periods, hold_back_names, hold_back_periods
from copydesk.site.hooks.moved import MovedGenerator
from copydesk.site.hooks.publishers import PublishersGenerator
from copydesk.site.hooks.reader import StoryReader
from copydesk.site.hooks.writer import CollectingWriter
from copydesk.site.machines.listing import add_machine_files
from copydesk.site.printing import press
from copydesk.site.printing.light_templates import LightTemplates
from copydesk.site.printing.press import KEY
from copydesk.site.printing.typesetting import furnish
from copydesk.site.registers import issued, register
from copydesk.site.reprinting import platemaking
from copydesk.site.search.placing import add_index
from copydesk.site.showing.colours import sheet_entry
from copydesk.site.showing.kin import read_relations, unite
from copydesk.site.stage import grounds, resting, standing
from copydesk.site.stage.ending import EXIT_FAULT, faults_named, stop, tell
from copydesk.site.stage.grounds import Ground
from copydesk.site.stage.linked import said_of
from copydesk.site.stage.resting import Ending
from copydesk.site.stories.lots import Lot, stories_in


def begin(pelican: Any) -> tuple[type, ...]:
    """At the start: the press, and our generators."""
    ground: Ground = pelican.settings[grounds.KEY]
    opened = press.start(ground)
    opened.faults.extend(said_of(folder, ground.house.content) for folder in ground.linked)
    read_stories(opened)
    return (ListsGenerator, PublishersGenerator, EditionsGenerator, FeedsGenerator, KeptListsGenerator, MovedGenerator)


def read_stories(current: press.Press) -> None:
    """Before Pelican asks for them one by one: what the story files say, those that changed read by many hands."""
    content, ground = current.settings.content, current.ground
    names = dict.fromkeys(stories_in(content, ground.given["ARTICLE_PATHS"]))
    lot = Lot(str(content), tuple((name, None) for name in names), current.rules, standing.now())
    current.memory.look_at(lot, current.hands, current.ahead.prepare)


def offer_reader(readers: Any) -> None:
    """Our reader for Markdown, whether or not Pelican has one."""
    readers.reader_classes["md"] = StoryReader


def prepare_generator(generator: Any) -> None:
    """The words of the interface, for the templates of every generator. And without Python-Markdown, Pelican warns of
    every Markdown file, though our reader reads them."""
    generator.readers.disabled_readers.pop("md", None)
    current = generator.settings[KEY]
    furnish(generator.env, current.rules.tongue)
    if current.kit is not None and current.theme.page_values:
        if current.light_templates is None:
            current.light_templates = LightTemplates(
                current.theme, generator.env, generator.settings["TEMPLATE_EXTENSIONS"]
            )
        generator.get_template = partial(current.light_templates.get, generator.get_template)
    if isinstance(generator, ArticlesGenerator):
        current.light = light_articles_of(current, generator)


def light_articles_of(current: press.Press, generator: ArticlesGenerator) -> LightArticles | None:
    """What makes the articles of stories that need not be read again, ``None`` where it could be told that they are
    not Pelican's own."""
    folders = (*generator.settings["THEME_TEMPLATES_OVERRIDES"], f"{generator.settings['THEME']}/templates")
    if not (current.alone and current.theme.page_values and may_be_light(generator.settings, folders)):
        return None
    common = Common(generator.settings, generator.context, generator.readers, are_steady(generator.settings))
    light = LightArticles(current.memory, common, generator.get_files)
    generator.get_files = light.files
    return light


def adapt_content(content: Any) -> None:
    """Right after Pelican has made a content object."""
    adapt(content)


def settle_articles(generator: Any) -> None:
    """Once all stories are read: one for each GUID, one for several copies, then order and addresses."""
    current = generator.settings[KEY]
    if current.light is not None:
        current.light.hand_over(generator)
    leave_out_doubles(generator, current)
    current.kin = unite(generator, read_relations(current.settings.content))
    taxonomy.settle(generator, current.register)
    hold_back_periods(generator)


def finish_lists(generator: Any) -> None:
    """Once Pelican has made its lists: those it was kept from making."""
    give_periods(generator, generator.settings[grounds.KEY].given)


def settle_pages(generator: Any) -> None:
    """Once all pages are read: the same order every time."""
    generator.pages = taxonomy.ordered(generator.pages, generator.settings["PAGE_ORDER_BY"])
    generator.context["pages"] = generator.pages


def collect_statics(generator: Any) -> None:
    """Once all static files are found."""
    generator.settings[KEY].statics.extend(statics.take_over(generator))


def adopt_articles(generators: Any) -> None:
    """Once everything is read: every article has its record."""
    generators[0].settings[grounds.KEY].generators = generators
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
    most = limit_from({**DEFAULTS, **generator.settings}, "COPYDESK_FEED_BACKFILL", "settings")
    current.told = told_of(current.settings, listed, withdrawn, most, is_whole=not current.faults)


def settle_editions(current: press.Press) -> None:
    """Once it is known which stories the feeds tell of: the editions, some of which take in late ones of these."""
    for generator in current.ground.generators:
        if isinstance(generator, EditionsGenerator):
            generator.settle()


def offer_writer(pelican: Any) -> type:
    """Our writer; and now that every plugin has connected, the last receiver of all. Pictures come before the
    feeds, which tell their size."""
    signals.finalized.disconnect(put_in_place)
    signals.finalized.connect(put_in_place)
    current = pelican.settings[KEY]
    statics.add_pictures(current)
    seen = current.left_out.union(current.articles.context["generated_content"])
    with faults_named(pelican):
        check_complete(current.settings.content, pelican.settings, seen)
        enter(current, current.articles)
        settle_editions(current)
    return CollectingWriter


def finish_pages(pelican: Any) -> None:
    """Print and put in place, once every page and feed has been asked for."""
    current = pelican.settings[KEY]
    with faults_named(pelican):
        statics.add_statics(current, pelican.settings)
        if current.colours and current.theme.page_values:
            current.entries.add(sheet_entry(current.colours, pelican.settings["THEME_STATIC_DIR"]))
        add_machine_files(current, pelican.settings)
        add_index(current)
        rest = press.hand_out(current)
        current.plates = platemaking.cast_plates(current)  # while others print
        press.render(current, rest)


def put_in_place(pelican: Any) -> None:
    """When every plugin is done: the new site takes the place of the old, and what could not be read is named. Where
    nothing is normalized, what is published is what was reviewed, all of it or nothing."""
    signals.finalized.disconnect(put_in_place)
    current = pelican.settings[KEY]
    if current.faults and not current.settings.normalize:
        tell(*current.faults)
        stop(pelican, "the files above could not be used. The site was left as it is.", EXIT_FAULT)
    interrupts.ignore()  # until all is done: whoever asks now is asking for what is about to happen
    with faults_named(pelican):
        if current.settings.normalize:  # first: what was published once, and when, must be known ever after
            record(current.settings, current.told)
            issued.record(current.settings, current.known_issues, current.issued)
            register.write(current.settings, current.register, current.published)
        press.finish(current, tuple(pelican.settings["OUTPUT_RETENTION"]))
    unsaid = tuple(unrecorded(current))
    tell(*unsaid)
    if not current.faults and not is_lost(current.settings, current.told):
        resting.write_down(current.ground, Ending(unsaid, platemaking.keep(current)))
    grounds.leave(pelican)
    if current.faults:
        tell(f"{len(current.faults)} of the files in content/ could not be used as they are:", *sorted(current.faults))


def unrecorded(current: press.Press) -> Iterator[str]:
    """What to say where a site is published whose addresses nobody has written down."""
    missing = current.published.keys() - current.register.owners.keys()
    if missing and not current.settings.normalize:
        yield (
            f"{len(missing)} of the addresses published are not in content/ledger/{register.NAME}. Run make html and "
            "commit that file: it is how an old address finds its story when the story moves."
        )
