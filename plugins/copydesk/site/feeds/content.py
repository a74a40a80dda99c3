"""The HTML of an item: what the story's page shows, with absolute addresses, and the credit inside it, so that it is
known in any reader, and wherever the item is copied to, who wrote what."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape
from urllib.parse import urljoin

from markupsafe import Markup, escape

from copydesk.frozen import value
from copydesk.site.feeds.items import Image, are_surely_printable, printable_in
from copydesk.site.feeds.uris import MOST, PLAIN, ascii_uri, is_plain
from copydesk.site.showing.frame import direction
from copydesk.site.stories.record import StoryRecord, Told
from copydesk.writing.html.rendering import REL

REACHED = b' tabindex="0"'
"""On pages this lets a keyboard reach a wide table to scroll it; feeds leave it out, since feed readers have keys of
their own."""

CAPTION = b'<p class="caption">'

_PLAIN = re.compile(PLAIN.encode())
_BETWEEN, _ELSEWHERE = frozenset((b" rel=",)), frozenset((REL.encode(),))
"""What stands between the two attributes of a link that leads elsewhere, and the second."""

_MARKS = re.compile("[&<>'\"]")

_QUOTE = b'"'


@value(frozen=True, slots=True)
class Setting:
    """What the content of an item depends on beside its story: its address, the site's name, the feed's language."""

    url: str
    site: str
    language: str


def content_of(story: StoryRecord, told: Told, image: Image | None, setting: Setting) -> bytes:
    """The item's HTML: the curator's note, the picture, what policy allows of the story, the credit. It is put together
    in bytes, in which all that is looked for is found in a fraction of the time."""
    html = encoded(f"{_note(told.note)}{_picture(image)}") + told.body if told.note or image else told.body
    shown = html if _stands(html) else _mended(html, setting.url)
    addresses = ascii_uri(story.origin.original), ascii_uri(setting.url)
    return printable_in(_in_its_language(shown, story, setting) + encoded(credit(story, told, setting, *addresses)))


def content_as_it_is(story: StoryRecord, told: Told, setting: Setting) -> bytes | None:
    """The same of a story that needs no mending; ``None`` for any other. Its address and that of its original are URIs
    already."""
    if told.note or not _stands(told.body):
        return None
    said = encoded(credit(story, told, setting, story.origin.original, setting.url))
    content = _in_its_language(told.body, story, setting) + said
    return content if are_surely_printable(content) else None


def _stands(html: bytes) -> bool:
    """Whether HTML of ours is shown as it is: it has no attributes but those of links that lead elsewhere, and whole
    addresses in these. That of most stories has none else."""
    if _QUOTE not in html:
        return True
    parts = html.split(_QUOTE)
    return (
        len(parts) % 4 == 1
        and all(map(_PLAIN.fullmatch, parts[1::4]))
        and set(parts[2::4]) <= _BETWEEN
        and set(parts[3::4]) <= _ELSEWHERE
        and all(part.endswith(b"<a href=") for part in parts[:-1:4])
    )


def _mended(html: bytes, base: str) -> bytes:
    html = html.replace(REACHED, b"")
    return _absolute(_captions_apart(html) if CAPTION in html else html, base)


def encoded(html: str) -> bytes:
    """HTML as bytes, also with what no encoding has."""
    return html.encode("utf-8", "surrogatepass")


def _captions_apart(html: bytes) -> bytes:
    """Captions set apart from the story where no style sheet does it."""
    first, *rest = html.split(CAPTION)
    parted = (part.partition(b"</p>") for part in rest)
    return first + b"".join(b"%s<small>%s</small></p>%s" % (CAPTION, words, after) for words, _, after in parted)


def absolute(html: str, base: str) -> str:
    """HTML of ours with the addresses of links made absolute. Its attributes stand in double quotes, and no text of it
    holds one."""
    return _absolute(encoded(html), base).decode("utf-8", "surrogatepass")


def _absolute(html: bytes, base: str) -> bytes:
    if b'href="' not in html and b'src="' not in html:
        return html
    pieces: list[bytes] = []
    done = 0
    while (start := html.find(b'="', done + 1)) >= 0 and (end := html.find(b'"', start + 2)) >= 0:
        value = html[start + 2 : end]
        pieces += (html[done : start + 2], _joined(base, value) if html.endswith(ADDRESSED, 0, start) else value)
        done = end
    return b"".join((*pieces, html[done:]))


ADDRESSED = tuple(space.encode() + name for space in " \t\n\f\r" for name in (b"href", b"src"))
"""How the name of an attribute ends that has the address of a link or a picture."""


def _joined(base: str, address: bytes) -> bytes:
    """An address made absolute."""
    text = address.decode("utf-8", "surrogatepass")
    if is_plain(text):
        return address
    try:
        joined = str(escape(urljoin(base, unescape(text))))  # the ";" of "&amp;" would be a part of the address
    except ValueError:  # "//[": it leads nowhere; in a reader, at least to the page
        joined = base
    return encoded(joined)


def _note(note: Markup | None) -> str:
    return f"<div><p><strong>Note:</strong></p>\n{note}</div>\n" if note else ""


def _picture(image: Image | None) -> str:
    if image is None:
        return ""
    words = 'src="{}" alt="{}" width="{}" height="{}"'
    return str(Markup(f"<p><img {words}></p>\n").format(image.url, image.alt, image.width, image.height))


def _in_its_language(html: bytes, story: StoryRecord, setting: Setting) -> bytes:
    """The text with its language and direction where they are not the feed's, which readers show it in otherwise."""
    if not html or story.language == setting.language:
        return html
    way = direction(story.language)
    return encoded(f'<div lang="{escape(story.language)}" dir="{way}">\n') + html + b"</div>\n"


def credit(story: StoryRecord, told: Told, setting: Setting, original: str | None, here: str | None) -> str:
    """The credit line: who wrote it, who published it, where the original stands, what it may be used under. What was
    written for this site by nobody named needs none. ``original`` and ``here``, the story's own address, are URIs."""
    origin, copied = story.origin, story.copied
    parts = [*_named(story.authors, origin.agency, origin.original_publisher, origin.publisher)]
    if copied:
        parts.append(_anchor("Original", original) if origin.original else "Original address not recorded")
    if origin.licence:
        parts.append(_link(origin.licence, origin.licence_url))
    if origin.credit:
        parts.append(_escaped(origin.credit))
    if told.partial or copied:
        parts.append(_anchor(setting.site, here))
    return f"<p><small>{' · '.join(parts)}</small></p>\n" if parts else ""


@lru_cache(maxsize=MOST)
def _named(authors: tuple[str, ...], *names: str | None) -> tuple[str, ...]:
    """Who is credited, each once beside the authors."""
    line = (f"By {_escaped(', '.join(authors))}",) if authors else ()
    return (*line, *map(_escaped, dict.fromkeys(filter(None, names))))


def _anchor(words: str, uri: str | None) -> str:
    """Words that lead to an address, if there is one."""
    return f'<a href="{_escaped(uri)}">{_escaped(words)}</a>' if uri else _escaped(words)


@lru_cache(maxsize=MOST)
def _link(words: str, address: str | None) -> str:
    """The same with an address that may be none, where few words lead to few."""
    return _anchor(words, ascii_uri(address))


def _escaped(text: str) -> str:
    """A text as HTML says it. Nearly all say themselves, which costs less to see than to make marked-up words of."""
    return str(escape(text)) if _MARKS.search(text) else text
