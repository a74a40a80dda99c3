"""Plain text in places where some software takes it for HTML.

What a title of RSS is has never been said; feedparser, and the public validator, look whether it could be HTML: known
tags, closing tags, character references. Only such a text needs care. All else ("R&D", "1 < 2", "the <sail> tag") is
written as it is, so that every reader shows it to the letter.
"""

from __future__ import annotations

import re
from html.entities import name2codepoint

from copydesk.site.harmless import apart

JOINER = "\N{WORD JOINER}"

ELEMENTS = frozenset(
    "a abbr acronym address applet area article aside audio b base basefont bdi bdo big blink blockquote body br "
    "button canvas caption center cite code col colgroup command data datalist dd del details dfn dialog dir div "
    "dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6 head header "
    "hgroup hr html i iframe img image input ins isindex kbd keygen label legend li link listing main map mark "
    "marquee math menu meta meter nav nobr noembed noframes noscript object ol optgroup option output p param "
    "picture plaintext portal pre progress q rp rt ruby s samp script search section select slot small source "
    "spacer span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time "
    "title tr track tt u ul var video wbr xmp".split()
)
"""Every element of HTML, past ones too, and the roots of the two languages inside it."""

WITHIN = frozenset(
    "animate animatemotion animatetransform annotation circle clippath defs desc discard ellipse feblend "
    "fecolormatrix fecomponenttransfer fecomposite feconvolvematrix fediffuselighting fedisplacementmap "
    "fedistantlight fedropshadow feflood fefunca fefuncb fefuncg fefuncr fegaussianblur feimage femerge femergenode "
    "femorphology feoffset fepointlight fespecularlighting fespotlight fetile feturbulence filter foreignobject g "
    "line lineargradient maction malignmark marker mask menclose merror metadata mfenced mfrac mglyph mi "
    "mmultiscripts mn mo mover mpadded mpath mphantom mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup "
    "mtable mtd mtext mtr munder munderover path pattern polygon polyline radialgradient rect semantics set stop "
    "switch symbol text textpath tspan use view".split()
)
"""The elements of those two, SVG 2 and MathML Core, by their names as HTML reads them."""

_TAG = re.compile(r"<([A-Za-z/!?][^\s<>]*)(\s*/?>)?")
_REFERENCE = re.compile(r"&(?=(#?\w+))")


def could_be_html(text: str) -> bool:
    """Whether software that guesses would take the text for HTML."""
    return any(map(_opens, _TAG.finditer(text))) or any(map(_refers, _REFERENCE.finditer(text)))


def as_text(text: str) -> str:
    """The text such that it stays text everywhere: where it could be HTML, a word joiner, which nobody sees, stands
    after each ``<`` and ``&`` that would count."""
    if not could_be_html(text):
        return text
    return _REFERENCE.sub(lambda found: f"&{JOINER}" if _refers(found) else "&", apart(text))


def _opens(found: re.Match[str]) -> bool:
    """Whether "<…" is more than a word in angle brackets: a known element, a closing tag, or one with attributes."""
    name = found[1].rstrip("/").lower()
    return not name.isalnum() or name in ELEMENTS or name in WITHIN or found[2] is None


def _refers(found: re.Match[str]) -> bool:
    """Whether "&…" is a character reference, with or without its semicolon."""
    return found[1] in name2codepoint or found[1] == "apos" or not found[1].isalpha()
