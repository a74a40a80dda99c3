"""Where Copydesk meets Pelican: its signals in the order of a build, and who receives them.

Receivers are connected when the plugin is registered, in the order of PLUGINS. What they do is loaded when a build is
known to be needed: `building` builds, `replating` mends a few pages, `resting` has nothing to do. Pelican keeps only
weak references to receivers, so they are kept here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from pelican.plugins import signals

from copydesk.batch.processes.garbage import RARELY, spare_what_stays
from copydesk.site.stage import grounds, resting, standing
from copydesk.site.stage.ending import answer_asking, faults_named, tell

RECEIVED: tuple[tuple[Any, str], ...] = (
    (signals.readers_init, "offer_reader"),
    (signals.generator_init, "prepare_generator"),
    (signals.content_object_init, "adapt_content"),
    (signals.article_generator_pretaxonomy, "settle_articles"),
    (signals.article_generator_finalized, "finish_lists"),
    (signals.page_generator_finalized, "settle_pages"),
    (signals.static_generator_finalized, "collect_statics"),
    (signals.all_generators_finalized, "adopt_articles"),
    (signals.get_writer, "offer_writer"),
    (signals.finalized, "finish_pages"),
)
"""Pelican's signals and the name of the function that receives each, where the module at work has one."""


@dataclass(frozen=True)
class Receiver:
    """Passes a signal on to the module at work."""

    name: str

    def __call__(self, sender: Any, **_: object) -> Any:
        """Call the function of this name in the module at work; do nothing outside of our builds."""
        place = settings_of(sender).get(grounds.AT_WORK)
        receive = getattr(import_module(place), self.name, None) if place else None
        return receive(sender) if receive else None


RECEIVERS = tuple((signal, Receiver(name)) for signal, name in RECEIVED)


def settings_of(sender: Any) -> Mapping[str, Any]:
    """Pelican's settings, from whatever sends a signal: itself, a generator, its readers, a content, all generators."""
    one = sender[0] if isinstance(sender, list) else sender
    settings: Mapping[str, Any] = getattr(one, "settings", {})
    return settings


def connect() -> None:
    """Connect every receiver."""
    signals.initialized.connect(normalize)
    signals.get_generators.connect(open_grounds)
    for signal, receiver in RECEIVERS:
        signal.connect(receiver)


def normalize(pelican: Any) -> None:
    """Before the build: clean what is in ``seeds/``, unless the settings say that nothing is normalized."""
    answer_asking(pelican)
    with faults_named(pelican):
        settings = grounds.site_settings(pelican.settings)
        if settings.normalize:
            from copydesk import batch

            for line in batch.normalize(settings, batch.Options(settings.jobs)).lines():
                tell(line)


def open_grounds(pelican: Any) -> tuple[type, ...]:
    """At the start of a build: whether there is anything to build; if so, our generators."""
    answer_asking(pelican)
    spare_what_stays(RARELY)
    with faults_named(pelican):
        ground = grounds.take(pelican)
        pelican.settings[grounds.AT_WORK] = chosen = at_work(ground)
        begun: tuple[type, ...] = import_module(chosen).begin(pelican)
        return begun


def at_work(ground: grounds.Ground) -> str:
    """The module that does just what this build needs: nothing, the pages of a few stories, or everything. Before a
    build of everything, what is known of the site in place is forgotten."""
    ground.seen, known = resting.seen_from(ground), standing.read(ground.house.state)
    if resting.may_rest(ground, known):
        return resting.__name__
    if known is not None and known.plates is not None:
        from copydesk.site.reprinting import replating

        if replating.may_replate(ground, known):
            return replating.__name__
    standing.forget(ground.house.state)
    if known is None and ground.seen:  # all stories will be read
        from copydesk.site import hands

        hands.call_in(ground.house.jobs, len(ground.seen.rows))
    return f"{__package__}.hooks.building"
