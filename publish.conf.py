"""The settings of the published site: those of pelican.conf.py, and where it stands.

SITEURL is taken from the environment: ``SITEURL=https://example.org/digest make publish``. Nothing is normalized: what
is published is what was reviewed and committed.
"""

import os
import runpy
from pathlib import Path

settings = runpy.run_path(str(Path(__file__).with_name("pelican.conf.py")))
globals().update({name: value for name, value in settings.items() if name.isupper()})

SITEURL = os.environ.get("SITEURL", "").rstrip("/")
if not SITEURL.startswith(("https://", "http://")):
    raise SystemExit("Say where the site will stand: SITEURL=https://example.org/digest make publish")
FEED_DOMAIN = SITEURL
COPYDESK_NORMALIZE = False
COPYDESK_SEARCH_LIMIT = COPYDESK_CARDS_LIMIT = None  # the index and the cards are made, however large the site
