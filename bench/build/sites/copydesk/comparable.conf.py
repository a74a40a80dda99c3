"""Copydesk with what the other sites of this benchmark have, and nothing that only we have: stories, front page,
sections, tags, authors, an RSS feed of each. COPYDESK_ROOT is the checkout that is measured."""

import runpy
from pathlib import Path

everything = runpy.run_path(str(Path(__file__).with_name("everything.conf.py")))
globals().update({name: value for name, value in everything.items() if name.isupper()})

MENUITEMS = (("Tags", "tags.html"), ("Authors", "authors.html"))

COPYDESK_SEARCH = COPYDESK_CARDS = COPYDESK_SITEMAPS = False
COPYDESK_EDITIONS = None
YEAR_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_SAVE_AS = DAY_ARCHIVE_SAVE_AS = ""
PUBLISHER_SAVE_AS = PUBLISHERS_SAVE_AS = CORRECTIONS_SAVE_AS = ""
DIRECT_TEMPLATES = ["index", "tags", "categories", "authors"]

FEED_ALL_ATOM = FEED_ALL_JSON = None
CATEGORY_FEED_ATOM = CATEGORY_FEED_JSON = None
TAG_FEED_ATOM = TAG_FEED_JSON = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_JSON = None
PUBLISHER_FEED_RSS = PUBLISHER_FEED_ATOM = PUBLISHER_FEED_JSON = None
EDITION_FEED_RSS = EDITION_FEED_ATOM = EDITION_FEED_JSON = None
CORRECTIONS_FEED_RSS = CORRECTIONS_FEED_ATOM = CORRECTIONS_FEED_JSON = None
FEEDS_OPML = PUBLISHERS_OPML = None
