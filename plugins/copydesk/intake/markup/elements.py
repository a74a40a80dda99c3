"""What the names of HTML elements mean to a reader of the page."""

from __future__ import annotations

from typing import Final

UNSEEN: Final = frozenset(
    "script style template svg iframe object embed applet canvas audio video select datalist option optgroup textarea"
    " input map param source track noembed noframes annotation annotation-xml head title base meta link col colgroup"
    " frame frameset progress meter rp rt rtc".split()
)
"""Elements whose content is not text of the page (or, as ``rt``, how a word beside it is read)."""

BLOCKS: Final = frozenset(
    "address article aside blockquote body button caption center dd details dialog dir div dl dt fieldset figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav noscript ol optgroup"
    " p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp".split()
)
"""Elements that begin and end a run of text; everything else flows in a line."""

HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}
FOLDED: Final = frozenset(("noscript", "dialog"))
"""Elements a browser does not show unless asked to."""
SPOKEN: Final = frozenset(("meta", "link"))
"""Elements in the body that only say something to machines."""
LISTS: Final = frozenset(("ul", "ol", "menu", "dir"))
PREFORMATTED: Final = frozenset(("pre", "listing", "xmp", "plaintext"))
CELLS: Final = frozenset(("td", "th"))
LEAVES: Final = frozenset("p li dt dd pre figcaption blockquote table td th summary h1 h2 h3 h4 h5 h6".split())
"""Elements that are one piece of text themselves, so that what they share with their neighbours is their parent."""

STRONG: Final = frozenset(("strong", "b"))
EMPHASIS: Final = frozenset(("em", "i"))
CODE: Final = frozenset(("code", "kbd", "samp", "tt"))
MARKING: Final = STRONG | EMPHASIS | CODE
"""Elements that set text apart inside its line."""
APART: Final = frozenset(("nav", "aside", "footer"))
"""Elements beside the article: what looks like a byline or a date in them is another story's."""

ANCHORS: Final = frozenset(("#", "¶", "§", "🔗", "🔗\ufe0e", "∞"))
"""What stands for a link to a heading itself, beside it."""
LONGEST_SIGN: Final = 8
"""Characters of the longest sign that links stand behind, with the spaces around it."""
BACK: Final = frozenset(("↩", "↩\ufe0e", "↩\ufe0f", "↩︎", "⤴", "⤴\ufe0e", "↵", "⏎"))
"""What stands for the way back from a footnote, behind it."""
OPENS: Final = frozenset(
    "opens new tab|opens in new tab|opens in a new tab|opens in new window|opens in a new window|open in new tab"
    "|opens a new window|opens in a new browser tab|wird in neuem tab geöffnet|öffnet in neuem tab"
    "|öffnet in neuem fenster|öffnet in einem neuen tab|öffnet in einem neuen fenster|wird in neuem fenster geöffnet"
    "|nouvelle fenêtre|nouvel onglet|s’ouvre dans un nouvel onglet|s'ouvre dans un nouvel onglet"
    "|ouvre une nouvelle fenêtre|ouvre un nouvel onglet|s'ouvre dans une nouvelle fenêtre|abre en nueva ventana"
    "|se abre en una nueva pestaña|se abre en ventana nueva|se abre en una ventana nueva|abre em nova aba"
    "|abre numa nova janela|abre em nova janela|si apre in una nuova scheda|si apre in una nuova finestra"
    "|apre una nuova finestra|opent in nieuw venster|opent in een nieuw venster|opent in nieuw tabblad"
    "|otwiera się w nowej karcie|otwiera się w nowym oknie|öppnas i nytt fönster|åpnes i nytt vindu".split("|")
)
"""What links say to those who hear the page, behind their words."""
LONGEST_OPENS: Final = 50
REGIONS: Final = frozenset(("html", "body", "main", "article", "section", "header", "footer", "nav", "aside", "form"))
"""Elements that hold more than a logo, whatever their class says."""
MENUS: Final = REGIONS | frozenset(("ul", "ol", "li", "button", "table", "p", "h2", "h3", "h4", "dialog", "figure"))
"""Elements that are no part of a logo, though it may stand around them."""
