"""``copydesk ping``: tell WebSub hubs which feeds changed. It always succeeds: a hub must not fail a deploy."""

from __future__ import annotations

import sys
from argparse import Namespace

from copydesk.cli.exits import PUBLISHED
from copydesk.cli.surroundings import shown, site
from copydesk.errors import CopydeskError
from copydesk.fetching.agent import agent_of
from copydesk.fetching.networks import anywhere
from copydesk.fetching.pinging import ping
from copydesk.fetching.politeness import TIMEOUT, Client


def run(arguments: Namespace) -> int:
    """Tell the hubs named in the feeds of the output folder; say which could not be told."""
    told = 0
    try:
        settings = site(arguments.settings)
        client = Client(agent_of(settings), settings.limits.bytes, pool=anywhere(TIMEOUT))  # hubs are the site's own
        for pinged in ping(arguments.output, settings.state, client):
            told += pinged.is_told
            if not pinged.is_told:
                sys.stderr.write(f"not told: {shown(pinged.hub)} of {shown(pinged.topic)}: {shown(pinged.words)}\n")
    except (CopydeskError, OSError) as error:
        sys.stderr.write(f"copydesk: {shown(str(error))}\n")
    sys.stdout.write(f"{told} told\n")
    return PUBLISHED
