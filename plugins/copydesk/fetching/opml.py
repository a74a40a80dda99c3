"""The feeds that an OPML list names (http://opml.org/spec2.opml)."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from copydesk.errors import SettingsError

_BARE = re.compile(rb"&(?!#?\w{1,32};)")
"""An ampersand of an address that whoever wrote the list did not escape."""
HANDED_ON = "feed:"
"""The scheme by which browsers handed an address to a feed reader: "feed://a.example/", "feed:https://a.example/"."""


def feeds_in(path: Path) -> tuple[str, ...]:
    """The addresses of feeds in a list, each once, in its order. Raises SettingsError for what is no list."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(_BARE.sub(b"&amp;", path.read_bytes()), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise SettingsError(str(path), f"cannot be read ({why})", "Name an OPML file.") from error
    if root.tag.lower() != "opml":
        raise SettingsError(str(path), "is no OPML list", "Export your subscriptions as OPML.")
    found = (_address(outline) for outline in root.iter("outline", "OUTLINE"))
    return tuple(dict.fromkeys(filter(None, found)))


def _address(outline: etree._Element) -> str:
    """The address of a feed, "" for a line that names none. Programs spell the attribute in any case."""
    said = {str(name).lower(): str(value).strip() for name, value in outline.attrib.items()}
    given = said.get("xmlurl", "")
    if not given.lower().startswith(HANDED_ON):
        return given
    rest = given[len(HANDED_ON) :].removeprefix("//")
    return rest if rest.lower().startswith(("http://", "https://")) else f"http://{rest}"
