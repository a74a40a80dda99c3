"""Runs one other cleaner over pages from standard input: a script for that cleaner's own environment.

It imports nothing of ours. One JSON object a line in (``html``, ``url``) and out (``text``, ``title``, ``authors``,
``date``, ``ms``, ``fault``).
"""

from __future__ import annotations

import json
import sys
import time


def trafilatura(html: str, url: str | None, favor_precision: bool = False) -> dict[str, object]:
    """The default mode of `trafilatura.bare_extraction`, with its metadata."""
    import trafilatura as extractor

    found = extractor.bare_extraction(html, url=url, with_metadata=True, favor_precision=favor_precision)
    if found is None:
        return {}
    authors = [name.strip() for name in (found.author or "").split(";") if name.strip()]
    return {"text": found.text or "", "title": found.title, "authors": authors, "date": found.date}


def precision(html: str, url: str | None) -> dict[str, object]:
    """trafilatura's mode for precision."""
    return trafilatura(html, url, favor_precision=True)


def newspaper4k(html: str, url: str | None) -> dict[str, object]:
    """newspaper4k's article, which is never fetched."""
    import newspaper

    article = newspaper.Article(url or "https://example.org/", fetch_images=False)
    article.download(input_html=html)
    article.parse()
    date = article.publish_date.isoformat() if article.publish_date else None
    return {"text": article.text, "title": article.title, "authors": list(article.authors), "date": date}


def magic_html(html: str, url: str | None) -> dict[str, object]:
    """magic-html's article as text."""
    from lxml.html import document_fromstring
    from magic_html import GeneralExtractor

    found = GeneralExtractor().extract(html, base_url=url or "")
    text = document_fromstring(found["html"]).text_content() if found.get("html") else ""
    return {"text": text, "title": found.get("title")}


def readability(html: str, url: str | None) -> dict[str, object]:
    """readability-lxml's summary as text, a line per block."""
    from lxml.html import document_fromstring
    from readability import Document

    document = Document(html)
    summary = document_fromstring(document.summary())
    blocks = ("p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "tr", "br")
    for element in summary.iter(*blocks):
        element.tail = "\n" + (element.tail or "")
    return {"text": summary.text_content(), "title": document.short_title()}


def resiliparse(html: str, url: str | None) -> dict[str, object]:
    """resiliparse's main content as plain text."""
    from resiliparse.extract.html2text import extract_plain_text

    return {"text": extract_plain_text(html, main_content=True, alt_texts=False)}


CLEANERS = {
    "trafilatura": trafilatura,
    "precision": precision,
    "readability": readability,
    "newspaper4k": newspaper4k,
    "magic-html": magic_html,
    "resiliparse": resiliparse,
}


def main() -> None:
    """Answer every line."""
    clean = CLEANERS[sys.argv[1]]
    for line in sys.stdin:
        page = json.loads(line)
        answer: dict[str, object] = {"text": "", "title": None, "authors": [], "date": None, "fault": None}
        started = time.process_time()
        try:
            answer |= clean(page["html"], page["url"])
        except Exception as fault:  # noqa: BLE001  whatever breaks in another's code is that page's answer
            answer["fault"] = repr(fault)
        answer["ms"] = (time.process_time() - started) * 1000
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
