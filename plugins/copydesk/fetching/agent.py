"""Who we say we are: the program, its version, and where to complain."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from copydesk.errors import SettingsError
from copydesk.settings import Settings


def agent_of(settings: Settings) -> str:
    """The User-Agent of a site: "Copydesk/0.1 (+https://digest.example/about.html)". Raises SettingsError where the
    site has no address a publisher could turn to."""
    contact = settings.contact
    if contact and not (contact.isascii() and contact.isprintable()):
        raise SettingsError("COPYDESK_CONTACT", f"is {contact!r}", "Give an address of the web or of mail.")
    if not contact:
        raise SettingsError("COPYDESK_CONTACT", "is not set", "Give an address publishers can turn to.")
    try:
        number = version("pelican-copydesk")
    except PackageNotFoundError:
        number = "0"
    return f"Copydesk/{number} (+{contact})"
