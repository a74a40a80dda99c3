"""The settings of this site. Change what you like; docs/settings.md lists all that Copydesk adds to Pelican's own."""

# --- the site ---------------------------------------------------------------------------------------------------------

SITENAME = "The Digest"
SITESUBTITLE = "News worth a second reading, with its sources"
DEFAULT_LANG = "en"
TIMEZONE = "UTC"  # for dates that come without a zone; an IANA name such as "Europe/Berlin"

# A line on every page, or None. The sample stories are invented: take the line out when you have put in your own.
COPYDESK_NOTICE = "The stories on this page are samples. Their people, places and publishers are invented."

# Where the site stands is set when it is published (publish.conf.py), so that what `make html` builds works anywhere.
# Feeds need an absolute address even then: this one, which no reader should be given.
SITEURL = ""
FEED_DOMAIN = "https://digest.example"

# The name from which the feeds' permanent identities are made. Never change it once someone has subscribed.
COPYDESK_FEED_ID = "the-digest"

# How much of a story is shown where neither the story nor its publisher (sources.toml) says: full, excerpt or link.
COPYDESK_POLICY = "full"

# Crawlers that gather text to train language models, by the names they give themselves: robots.txt asks them to stay
# out. The list is yours to edit; () lets all in, and a file content/extra/robots.txt stands in place of ours.
COPYDESK_UNWELCOME_CRAWLERS = (
    "AI2Bot",
    "Applebot-Extended",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "Google-Extended",
    "GPTBot",
    "meta-externalagent",
)

# --- what is on the pages ---------------------------------------------------------------------------------------------

MENUITEMS = (  # ("Name", "address"), before the pages in content/pages
    ("Archive", "archives.html"),
    ("Publishers", "publishers.html"),
)
LINKS = ()  # the same, at the foot of every page
DISPLAY_PAGES_ON_MENU = True
DISPLAY_CATEGORIES_ON_MENU = True
DEFAULT_CATEGORY = "Unsorted"  # the list that holds stories whose section is not known
DEFAULT_PAGINATION = 20
PAGINATED_TEMPLATES = {  # how many on a page; None: as many as DEFAULT_PAGINATION says
    **dict.fromkeys(("index", "category", "tag", "author", "publisher", "period_archives")),
    **dict.fromkeys(("edition", "editions", "corrections"), 50),
    **dict.fromkeys(("categories", "tags", "authors", "publishers"), 200),
}

# One edition is one digest: "daily", "weekly", "by hand" (content/editions/*.md), or None for a site without editions.
COPYDESK_EDITIONS = "weekly"
COPYDESK_SECTIONS = ()  # sections in the order of their weight, the top section first; () for the largest first
COPYDESK_DATE_FORMAT = None  # a CLDR pattern such as "d MMMM y"; None for the way of DEFAULT_LANG

# --- where things are -------------------------------------------------------------------------------------------------

PATH = "content"
ARTICLE_PATHS = ["stories"]
PAGE_PATHS = ["pages"]
STATIC_PATHS = ["extra"]  # files published as they are: content/extra/CNAME becomes CNAME
EXTRA_PATH_METADATA = {
    "extra/CNAME": {"path": "CNAME"},
    "extra/humans.txt": {"path": "humans.txt"},
    "extra/robots.txt": {"path": "robots.txt"},
    "extra/security.txt": {"path": ".well-known/security.txt"},
}
OUTPUT_PATH = "output"
THEME = "theme"
PLUGIN_PATHS = ["plugins"]
PLUGINS = ["copydesk"]

# --- addresses: once published, they stay -----------------------------------------------------------------------------

ARTICLE_URL = ARTICLE_SAVE_AS = "{date:%Y}/{date:%m}/{slug}.html"
ARTICLE_LANG_URL = ARTICLE_LANG_SAVE_AS = ARTICLE_URL
DRAFT_URL = DRAFT_SAVE_AS = "drafts/{slug}.html"
DRAFT_LANG_URL = DRAFT_LANG_SAVE_AS = DRAFT_URL
PAGE_URL = PAGE_SAVE_AS = "{slug}.html"
PAGE_LANG_URL = PAGE_LANG_SAVE_AS = PAGE_URL
CATEGORY_URL = CATEGORY_SAVE_AS = "section/{slug}.html"
TAG_URL = TAG_SAVE_AS = "tag/{slug}.html"
AUTHOR_URL = AUTHOR_SAVE_AS = "author/{slug}.html"
EDITION_SAVE_AS = "edition/{number}.html"
PUBLISHER_URL = PUBLISHER_SAVE_AS = "publisher/{slug}.html"
CATEGORIES_URL = CATEGORIES_SAVE_AS = "sections.html"
YEAR_ARCHIVE_SAVE_AS = YEAR_ARCHIVE_URL = "{date:%Y}/index.html"
DAY_ARCHIVE_SAVE_AS = DAY_ARCHIVE_URL = "{date:%Y}/{date:%m}/{date:%d}/index.html"
MONTH_ARCHIVE_SAVE_AS = MONTH_ARCHIVE_URL = "{date:%Y}/{date:%m}/index.html"
PAGINATION_PATTERNS = (
    (1, "{url}", "{save_as}"),
    (2, "{base_name}/page/{number}.html", "{base_name}/page/{number}.html"),
)

# --- feeds ------------------------------------------------------------------------------------------------------------

FEED_ALL_RSS = "feeds/all.rss.xml"
FEED_ALL_ATOM = "feeds/all.atom.xml"
FEED_ALL_JSON = "feeds/all.json"
CATEGORY_FEED_RSS = "feeds/section/{slug}.rss.xml"
CATEGORY_FEED_ATOM = "feeds/section/{slug}.atom.xml"
CATEGORY_FEED_JSON = "feeds/section/{slug}.json"
PUBLISHER_FEED_RSS = "feeds/publisher/{slug}.rss.xml"
PUBLISHER_FEED_ATOM = "feeds/publisher/{slug}.atom.xml"
PUBLISHER_FEED_JSON = "feeds/publisher/{slug}.json"
TAG_FEED_RSS = "feeds/tag/{slug}.rss.xml"
TAG_FEED_ATOM = "feeds/tag/{slug}.atom.xml"
TAG_FEED_JSON = "feeds/tag/{slug}.json"
AUTHOR_FEED_RSS = "feeds/author/{slug}.rss.xml"
AUTHOR_FEED_ATOM = "feeds/author/{slug}.atom.xml"
AUTHOR_FEED_JSON = "feeds/author/{slug}.json"
EDITION_FEED_RSS = "feeds/editions.rss.xml"  # where the site has editions
EDITION_FEED_ATOM = "feeds/editions.atom.xml"
EDITION_FEED_JSON = "feeds/editions.json"
CORRECTIONS_FEED_RSS = "feeds/corrections.rss.xml"
CORRECTIONS_FEED_ATOM = "feeds/corrections.atom.xml"
CORRECTIONS_FEED_JSON = "feeds/corrections.json"
FEEDS_OPML = "feeds/feeds.opml"  # lists for other feed software: our feeds, and the publishers we draw from
PUBLISHERS_OPML = "feeds/publishers.opml"
TRANSLATION_FEED_ATOM = None
FEED_MAX_ITEMS = 50
RSS_FEED_SUMMARY_ONLY = False

# Of stories that are more than a month old when they come in, so many of one build go into the feeds that subscribers
# poll, the newest; the others stand in the feeds' archives only. None sends everything to everyone.
COPYDESK_FEED_BACKFILL = 10
COPYDESK_FEED_HUBS = ()  # WebSub hubs that `copydesk ping` tells of changed feeds, such as ("https://hub.example/",)

# --- what Copydesk relies on: leave as it is --------------------------------------------------------------------------

JINJA_ENVIRONMENT = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
ARTICLE_TRANSLATION_ID = PAGE_TRANSLATION_ID = None  # two stories with one slug are two stories
USE_FOLDER_AS_CATEGORY = False  # stories lie in folders by year and month
READERS = {"rst": None, "html": None, "htm": None}  # in these formats a file can hold scripts, and files of the machine
FORMATTED_FIELDS = []  # no field of a story is searched for links into the site
FILENAME_METADATA = ""
RELATIVE_URLS = True
LOCALE = ["C.UTF-8", "C"]  # the same dates on every machine
TYPOGRIFY = False
CACHE_CONTENT = LOAD_CONTENT_CACHE = False
