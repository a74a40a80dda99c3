"""``copydesk fetch``: get feeds into ``seeds/``, politely."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter

from copydesk.batch import hold
from copydesk.cli.exits import FAULT, PUBLISHED
from copydesk.cli.surroundings import shown, site
from copydesk.errors import SettingsError
from copydesk.fetching.agent import agent_of
from copydesk.fetching.fetching import fetch
from copydesk.fetching.networks import anywhere, outward
from copydesk.fetching.opml import feeds_in
from copydesk.fetching.politeness import TIMEOUT, Client
from copydesk.settings import Settings


def run(arguments: Namespace) -> int:
    """Fetch what the lists name, or else the feeds of the publishers in ``sources.toml``; say what came of each."""
    settings = site(arguments.settings)
    addresses = [address for path in arguments.lists for address in feeds_in(path)] or _publishers(settings)
    connect = anywhere if settings.fetches_local else outward
    client = Client(agent_of(settings), settings.limits.bytes, pool=connect(TIMEOUT))
    counts: Counter[str] = Counter()
    with hold(settings):
        for fetched in fetch(dict.fromkeys(addresses), client, settings.seeds, settings.state):
            counts[fetched.state] += 1
            if fetched.state != "unchanged":
                sys.stdout.write(f"{fetched.state}: {shown(fetched.address)}: {shown(fetched.words)}\n")
    total = ", ".join(f"{counts[state]} {state}" for state in ("new", "changed", "unchanged", "failed"))
    sys.stdout.write(f"{sum(counts.values())} feeds: {total}\n")
    return FAULT if counts["failed"] else PUBLISHED


def _publishers(settings: Settings) -> list[str]:
    found = [feed for publisher in settings.house.publishers for feed in publisher.feeds]
    if not found:
        advice = 'Give a publisher feeds = ["https://…"], or name an OPML file.'
        raise SettingsError("sources.toml", "names no feeds", advice)
    return found
