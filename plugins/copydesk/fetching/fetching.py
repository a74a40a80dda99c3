"""Getting feeds into ``seeds/``: asked conditionally, written only where they changed, under names that stay."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from urllib.parse import urlsplit

from copydesk.batch.files import read_if_there, write_bytes_atomically
from copydesk.fetching.politeness import Answer, Client, FetchError

MEMORY = "fetched.json"
"""In the state folder: what servers told us to send along next time, by address."""

ACCEPT = "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"

_FEED = re.compile(rb"<(?:rss|rdf:RDF|feed|[a-z]+:feed)[\s>]")
_JSON = re.compile(rb"\s*\{.{0,4000}?jsonfeed\.org", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a feed from its last answer: its validators, and the name of its seed."""

    etag: str | None = None
    modified: str | None = None
    seed: str | None = None


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came of one address: "new", "changed", "unchanged" or "failed", and in words."""

    address: str
    state: str
    words: str


def fetch(addresses: Iterable[str], client: Client, seeds: Path, state: Path) -> Iterator[Fetched]:
    """Get each feed into ``seeds/feeds/``; one that fails is told and stops no other."""
    memory = recall(state)
    for address in addresses:
        try:
            fetched, memory[address] = _fetched(address, client, seeds, memory.get(address, Known()))
        except FetchError as error:
            fetched = Fetched(address, "failed", f"{error.problem}. {error.advice}")
        yield fetched
        remember(state, memory)


def _fetched(address: str, client: Client, seeds: Path, known: Known) -> tuple[Fetched, Known]:
    here = known.seed is not None and (seeds / known.seed).is_file()
    answer = client.get(address, _headers(known if here else Known()))
    if answer.status == 304 and here:
        return Fetched(address, "unchanged", "not changed"), known
    if answer.status != 200:
        raise FetchError(address, f"answers {answer.status}", "Look at the address in a browser.")
    ending = _ending(answer, address)
    name = known.seed or seed_name(address, ending)
    target = seeds / name
    before = target.read_bytes() if target.is_file() else None
    told = Known(answer.headers.get("etag"), answer.headers.get("last-modified"), name)
    if before == answer.body:
        return Fetched(address, "unchanged", "not changed"), told
    write_bytes_atomically(target, answer.body)
    return Fetched(address, "new" if before is None else "changed", f"{seeds.name}/{name}"), told


def _headers(known: Known) -> dict[str, str]:
    """A conditional request (RFC 9110, 13): the server answers 304 where nothing has changed."""
    headers = {"Accept": ACCEPT, "Accept-Encoding": "gzip, deflate"}
    if known.etag:
        headers["If-None-Match"] = known.etag
    if known.modified:
        headers["If-Modified-Since"] = known.modified
    return headers


def _ending(answer: Answer, address: str) -> str:
    """ ".xml" or ".json". Raises FetchError for what is no feed: a page of the publisher, an error with status 200."""
    if _JSON.match(answer.body):
        return ".json"
    if _FEED.search(answer.body[:65536]):
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
