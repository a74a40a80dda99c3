"""The feeds that an OPML list names (http://opml.org/spec2.opml)."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from copydesk.errors import SettingsError


def feeds_in(path: Path) -> tuple[str, ...]:
    """The addresses of feeds in a list, each once, in its order. Raises SettingsError for what is no list."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(path.read_bytes(), parser)
    except (OSError, etree.XMLSyntaxError) as error:
        raise SettingsError(str(path), f"cannot be read ({error})", "Name an OPML file.") from error
    if root.tag.lower() != "opml":
        raise SettingsError(str(path), "is no OPML list", "Export your subscriptions as OPML.")
    found = (outline.get("xmlUrl") or "" for outline in root.iter("outline"))
    return tuple(dict.fromkeys(address.strip() for address in found if address.strip()))
