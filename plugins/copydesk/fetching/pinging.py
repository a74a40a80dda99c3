"""Telling WebSub hubs which of our feeds changed (https://www.w3.org/TR/websub/#publishing), after a deploy.

What to tell whom is read from the built feeds themselves: each names its hubs and its own address. A hub that does not
answer is asked again, later and later, and never fails a deploy.
"""

from __future__ import annotations

import hashlib
import json
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from copydesk.batch.files import read_if_there, write_bytes_atomically
from copydesk.fetching.politeness import Client, FetchError

ATOM_LINK = "{http://www.w3.org/2005/Atom}link"
MEMORY = "pinged.json"
"""In the state folder: the digest of each feed when its hubs were last told."""

WAITS = (2.0, 10.0, 30.0)
"""Seconds before each further try, unless the hub says how long."""

LONGEST_WAIT = 60.0


@dataclass(frozen=True, slots=True)
class Topic:
    """A built feed: its own address, the hubs it names, the digest of its bytes."""

    address: str
    hubs: tuple[str, ...]
    digest: str


@dataclass(frozen=True, slots=True)
class Pinged:
    """What came of telling a hub of a feed."""

    hub: str
    topic: str
    is_told: bool
    words: str


def topics(output: Path) -> Iterator[Topic]:
    """Every feed of a built site that names a hub and is no archive, in order of its path."""
    for path in sorted(output.rglob("*.xml")):
        topic = _topic(path.read_bytes())
        if topic is not None:
            yield topic


def _topic(data: bytes) -> Topic | None:
    try:
        root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None
    channel = root.find("channel")
    links = (root if channel is None else channel).findall(ATOM_LINK)
    found = [(link.get("rel"), str(link.get("href"))) for link in links]
    own = [address for rel, address in found if rel == "self"]
    hubs = tuple(address for rel, address in found if rel == "hub")
    is_archive = any(rel == "current" for rel, _ in found)
    return Topic(own[0], hubs, hashlib.sha256(data).hexdigest()) if own and hubs and not is_archive else None


def ping(output: Path, state: Path, client: Client, sleep: Callable[[float], None] = time.sleep) -> Iterator[Pinged]:
    """Tell the hubs of each feed that changed since they were last told."""
    memory = recall(state)
    for topic in topics(output):
        if memory.get(topic.address) == topic.digest:
            continue
        results = [_told(hub, topic.address, client, sleep) for hub in topic.hubs]
        yield from results
        if all(result.is_told for result in results):
            memory[topic.address] = topic.digest
            write_bytes_atomically(state / MEMORY, json.dumps(memory, indent=1, sort_keys=True).encode())


def _told(hub: str, topic: str, client: Client, sleep: Callable[[float], None]) -> Pinged:
    """Whether the hub took it; a refusal (4xx) is final, all else is tried again."""
    words = ""
    for wait in (*WAITS, None):
        asked = None
        try:
            answer = client.post(hub, {"hub.mode": "publish", "hub.topic": topic, "hub.url": topic})
            if answer.status < 300:
                return Pinged(hub, topic, True, "told")
            words, asked = f"answers {answer.status}", answer.headers.get("retry-after")
            if answer.status < 500 and answer.status != 429:
                break
        except FetchError as error:
            words = error.problem
        if wait is not None:
            sleep(min(float(asked), LONGEST_WAIT) if asked and asked.isdigit() else wait)
    return Pinged(hub, topic, False, words)


def recall(state: Path) -> dict[str, str]:
    """The digests the hubs know; none where they cannot be read."""
    try:
        stored = json.loads(read_if_there(state / MEMORY) or "{}")
        return {str(address): str(digest) for address, digest in stored.items()}
    except (ValueError, AttributeError, OSError):
        return {}
