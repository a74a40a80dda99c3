"""The renderers whose dumps people hand us, by the name of the style."""

from __future__ import annotations

from collections.abc import Callable

import html2text
from bs4 import BeautifulSoup
from inscriptis import get_text
from resiliparse.extract.html2text import extract_plain_text


def _soup(html: str) -> str:
    soup = BeautifulSoup(html, "lxml")
    for tag in soup(["script", "style", "noscript", "template"]):
        tag.decompose()
    return str(soup.get_text("\n"))


def _markdown(html: str) -> str:
    converter = html2text.HTML2Text()
    converter.body_width, converter.ignore_links, converter.ignore_images = 0, True, True
    return str(converter.handle(html))


RENDERERS: dict[str, Callable[[str], str]] = {
    "inscriptis": get_text,
    "resiliparse": lambda html: str(extract_plain_text(html, main_content=False, alt_texts=True)),
    "resi_main": lambda html: str(extract_plain_text(html, main_content=True, alt_texts=True)),
    "bs4": _soup,
    "html2text": _markdown,
}
