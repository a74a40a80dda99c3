"""Making the plates of a build: see `plates`."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from copydesk.site import tables
from copydesk.site.entries import Entry
from copydesk.site.feeds.registering import is_recorded
from copydesk.site.printing.press import Press
from copydesk.site.reprinting.casting import Caster, CastError
from copydesk.site.reprinting.plates import Base, Plate, StoryLine, day_of, key_of, lay, put, row, rows_table
from copydesk.site.reprinting.relating import terms_line
from copydesk.site.search.page import is_ready
from copydesk.site.showing.frame import Frame
from copydesk.site.showing.light import LightRecord
from copydesk.site.stage.resting import elsewhere
from copydesk.site.stories.readings import Packed
from copydesk.site.tables import Laid


def keep(press: Press) -> str | None:
    """Keep the plates of a build that is done; their mark, ``None`` where there are none."""
    laid, seen = press.plates, press.ground.seen
    if laid is None or seen is None or press.faults or not is_recorded(press.settings, press.told):
        return None
    return put(press.settings.state, laid, rows_table(seen.rows))


def cast_plates(press: Press) -> Laid | None:
    """Write the plates of a build, once it is known what it opened before printing. ``None`` where pages may depend on
    something that is not known, or on words in another way."""
    frame = press.page_frame
    if frame is None or press.ground.seen is None or not is_known(press):
        return None
    caster = Caster(frame.site)
    keys: dict[str, list[str]] = defaultdict(list)
    try:
        plates = _plates(press.entries, caster, keys)
        stories = (tables.line_of(row(line)) for line in _stories(press, caster, keys))  # once the plates are known
        base = Base(elsewhere(press.ground), day_of(press.settings.normalize), cast_frame(frame))
        laid = lay(press.settings.state, base, chain(plates, stories, _terms(press)))
    except CastError:
        return None
    if laid is not None:
        press.ground.held.callback(laid.drop)  # of a build that comes to no good end
    return laid


def is_known(press: Press) -> bool:
    """Whether every page and feed was made from values of ours, and no other file has words of stories: the index for
    searching has those of all."""
    has_index = bool(press.site and press.site.search) and is_ready(press.settings, len(press.leaves))
    are_ours = press.kit is not None and press.light is not None and not press.foreign
    return are_ours and not has_index and not press.faults


def _plates(entries: Iterable[Entry], caster: Caster, keys: dict[str, list[str]]) -> Iterator[bytes]:
    """A line for each page and feed with words or cards of stories; ``keys`` are told of each story's words."""
    for entry in entries:
        sheet, key = entry.sheet, key_of(entry.path)
        made_of = sheet.values if sheet else entry.feed
        if made_of is None:
            continue
        caster.met.clear()
        caster.has_card = False
        data = caster.cast(made_of)
        for name in caster.met:
            keys[name].append(key)
        if caster.met or caster.has_card:
            plate = Plate(key, sheet.template if sheet else None, sheet.basis if sheet else None, data)
            yield tables.line_of(row(plate))


def _stories(press: Press, caster: Caster, keys: Mapping[str, list[str]]) -> Iterator[StoryLine]:
    listed = {id(article) for article in (*press.articles.articles, *press.articles.translations)}
    moved = {owner for address, owner in press.register.owners.items() if address not in press.published}
    for article in press.light.made:
        story: LightRecord = article.copydesk
        told = press.told.get(story.guid) if id(article) in listed else None
        is_apart = story.name in press.opened or story.corrections or story.withdrawal
        yield StoryLine(
            name=story.name,
            leads=caster.cast(caster.leads.get(story.name)),
            address=str(article.url),
            dates=caster.cast((told.published, told.updated)) if told else None,
            issue=press.issued.editions.get(story.guid),
            plates=None if is_apart else keys.get(story.name, []),
            is_told=press.shots is not None or story.guid in moved or str(article.save_as) in press.news,
        )


def _terms(press: Press) -> list[bytes]:
    listed = press.articles.context["articles"]
    known = set(map(id, listed))
    return terms_line(listed, (article for article in press.light.made if id(article) not in known))


def cast_frame(frame: Frame) -> Packed:
    """The frame of every page, without its tongue."""
    return [Caster().cast(frame.site), frame.siteurl, frame.base]
