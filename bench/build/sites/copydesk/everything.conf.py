"""Copydesk as the starter site has it, with all it can do: archives, publishers, editions, clusters, corrections,
sitemaps, feeds in three formats with their history, OPML. The search index and the cards, which are slow by nature, are
made where COPYDESK_BENCH names them. COPYDESK_ROOT is the checkout that is measured."""

import os
import runpy
from pathlib import Path

ROOT = Path(os.environ["COPYDESK_ROOT"])
starter = runpy.run_path(str(ROOT / "pelican.conf.py"))
globals().update({name: value for name, value in starter.items() if name.isupper()})

SITENAME = "The Bench"
SITEURL = FEED_DOMAIN = "https://bench.example"
COPYDESK_NOTICE = None
PLUGIN_PATHS = [str(ROOT / "plugins")]
THEME = "theme"
MENUITEMS = (("Tags", "tags.html"), ("Authors", "authors.html"), ("Archive", "archives.html"))
COPYDESK_FEED_BACKFILL = None
COPYDESK_NORMALIZE = False  # all are measured from the stories on
COPYDESK_SEARCH = "search" in os.environ.get("COPYDESK_BENCH", "").split()
COPYDESK_CARDS = "cards" in os.environ.get("COPYDESK_BENCH", "").split()
COPYDESK_SEARCH_LIMIT = COPYDESK_CARDS_LIMIT = None
