"""Which values each template of a theme receives.

A theme says that it takes page values with a file ``theme.toml`` beside ``templates/``::

    page_values = 1
    stylesheets = ["style.css"]        # inside static/; without the key every .css file there, by name

Its templates then see the names below and nothing else of Pelican's context (types in `site.values`):

    template                                         receives besides ``page: Page``
    -----------------------------------------------  --------------------------------------------------------------
    index.html                                       ``front: FrontPage``
    article.html                                     ``story: StoryPage`` (also drafts and withdrawn stories)
    category.html tag.html author.html               ``listing: ListPage``
    publisher.html period_archives.html              ``listing: ListPage``
    categories.html tags.html authors.html           ``index: IndexPage``
    publishers.html                                  ``index: IndexPage``
    archives.html                                    ``index: IndexPage``: a group per year, a link per month with its
                                                     count, and ``index.newest``, the newest stories as cards
    page.html 404.html                               ``text: TextPage``
    feeds.html                                       ``feeds: FeedsPage``

``page.root`` stands before every path: ``<a href="{{ page.root }}{{ card.path }}">``. On 404.html it is absolute
("/" or the base path), since that page answers at any depth. ``page.site.stylesheets`` are paths too. A static file
``static/x.svg`` of the theme is at ``{{ page.root }}theme/x.svg``. An address outside the site is ``link.url``.
"""

from __future__ import annotations
