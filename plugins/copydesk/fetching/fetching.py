"""Getting feeds into ``seeds/``: asked conditionally, written only where they changed, under names that stay."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from copydesk.batch.files import read_if_there, write_bytes_atomically
from copydesk.fetching.charsets import in_utf8
from copydesk.fetching.politeness import Answer, Client, FetchError

MEMORY = "fetched.json"
"""In the state folder: what servers told us to send along next time, by address."""

ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"

BUSY: Final = (429, 503)
GONE: Final = 410
HOUR, DAY = 3600, 86400

_FEED = re.compile(rb"<(?:rss|rdf:RDF|feed|[a-z]+:feed)[\s>]")
_JSON = re.compile(rb"\s*\{.{0,4000}?jsonfeed\.org", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a feed from its last answer: its validators, the name of its seed, and until when, in seconds
    since 1970, its server wants to be left alone."""

    etag: str | None = None
    modified: str | None = None
    seed: str | None = None
    until: float | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of one address: "new", "changed", "unchanged" or "failed", and in words."""

    address: str
    state: str
    words: str


class LeftAloneError(FetchError):
    """An address whose server wants to be left alone for a while; ``known`` says until when."""

    def __init__(self, address: str, known: Known) -> None:
        moment = datetime.fromtimestamp(known.until or 0, UTC)
        problem = f"asks to be left alone until {moment:%Y-%m-%d %H:%M} UTC"
        super().__init__(address, problem, "Fetch again then; until then it is not asked.")
        self.known = known


def fetch(addresses: Iterable[str], client: Client, seeds: Path, state: Path) -> Iterator[Fetched]:
    """Get each feed into ``seeds/feeds/``; one that fails is told and stops no other."""
    memory = recall(state)
    for address in addresses:
        known = memory.get(address, Known())
        try:
            fetched, memory[address] = _fetched(address, client, seeds, known)
        except LeftAloneError as error:
            fetched, memory[address] = Fetched(address, "failed", f"{error.problem}. {error.advice}"), error.known
        except FetchError as error:
            fetched = Fetched(address, "failed", f"{error.problem}. {error.advice}")
        remember(state, memory)
        yield fetched


def _fetched(address: str, client: Client, seeds: Path, known: Known) -> tuple[Fetched, Known]:
    if known.until is not None and client.now() < known.until:
        raise LeftAloneError(address, known)
    here = known.seed is not None and (seeds / known.seed).is_file()
    answer = client.get(address, _headers(known if here else Known()))
    if answer.status == 304 and here:
        return Fetched(address, "unchanged", _where("not changed", answer)), replace(known, until=None)
    _check(answer, address, client, known)
    body = in_utf8(answer.body, answer.headers.get("content-type"))
    name = known.seed or seed_name(address, _ending(body, address))
    target = seeds / name
    before = target.read_bytes() if target.is_file() else None
    told = Known(answer.headers.get("etag"), answer.headers.get("last-modified"), name)
    if before == body:
        return Fetched(address, "unchanged", _where("not changed", answer)), told
    write_bytes_atomically(target, body)
    return Fetched(address, "new" if before is None else "changed", _where(f"{seeds.name}/{name}", answer)), told


def _check(answer: Answer, address: str, client: Client, known: Known) -> None:
    """Raise FetchError for an answer that is no feed."""
    if answer.status in BUSY and (asked := answer.headers.get("retry-after")):
        raise LeftAloneError(address, replace(known, until=until(asked, client.now())))
    if answer.status == GONE:
        raise FetchError(address, "is gone for good (410)", "Take it out of sources.toml or of your list.")
    if answer.status != 200:
        raise FetchError(address, f"answers {answer.status}", "Look at the address in a browser.")


def _where(words: str, answer: Answer) -> str:
    """What came of it, and where the feed has moved for good."""
    return f"{words}; it has moved to {answer.moved}: write that in its place" if answer.moved else words


def until(asked: str, now: float) -> float:
    """The moment up to which a server wants to be left alone, by its ``Retry-After``: seconds, or a date (RFC 9110,
    10.2.3). An hour from now if it can be read as neither; a day from now at the most."""
    try:
        moment = now + float(asked) if asked.isdigit() else parsedate_to_datetime(asked).timestamp()
    except (ValueError, OverflowError):
        moment = now + HOUR
    return min(moment, now + DAY)


def _headers(known: Known) -> dict[str, str]:
    """A conditional request (RFC 9110, 13): the server answers 304 where nothing has changed."""
    headers = {"Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"}
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.modified:
        headers["If-Modified-Since"] = known.modified
    return headers


def _ending(body: bytes, address: str) -> str:
    """ ".xml" or ".json". Raises FetchError for what is no feed: a page of the publisher, an error with status 200."""
    if _JSON.match(body):
        return ".json"
    if _FEED.search(body[:65536]):
        return ".xml"
    raise FetchError(address, "what it sends is no feed", "Look for the feed's address in the page's source.")


def seed_name(address: str, ending: str) -> str:
    """The name of a feed's seed: readable, of its address alone, and of no other address."""
    parts = urlsplit(address)
    words = re.sub(r"[^a-z0-9]+", "-", f"{parts.hostname or ''} {parts.path}".lower()).strip("-")[:60]
    return f"feeds/{words}-{hashlib.sha256(address.encode()).hexdigest()[:8]}{ending}"


def recall(state: Path) -> dict[str, Known]:
    """What servers told us last time; nothing where it cannot be read."""
    try:
        stored = json.loads(read_if_there(state / MEMORY) or "{}")
        return {address: Known(**known) for address, known in stored.items()}
    except (ValueError, TypeError, AttributeError, OSError):
        return {}


def remember(state: Path, memory: dict[str, Known]) -> None:
    """Keep it for next time."""
    kept = {address: asdict(known) for address, known in sorted(memory.items())}
    write_bytes_atomically(state / MEMORY, json.dumps(kept, indent=1).encode())
