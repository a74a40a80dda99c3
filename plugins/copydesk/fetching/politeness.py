"""How we behave on other people's servers: who we say we are, where we may go, how often, how much we take."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from urllib.parse import urljoin, urlsplit

import urllib3
from protego import Protego

from copydesk.errors import CopydeskError
from copydesk.fetching.networks import AtHomeError, outward

TIMEOUT = urllib3.Timeout(connect=10.0, read=30.0)
"""Seconds to wait for a connection, and between two pieces of an answer."""

LONGEST = 120.0
"""Seconds one answer may take in all: a server that sends a byte now and then holds nobody up."""

PAUSE = 1.0
"""Seconds between two requests to one host."""

REDIRECTS = 5

MOVED, MOVED_FOR_GOOD = (301, 302, 303, 307, 308), (301, 308)
"""Answers that lead elsewhere, and those that mean it for ever (RFC 9110, 15.4)."""

PACKINGS = frozenset({"", "identity", "gzip", "x-gzip", "deflate"})
"""How a body may be packed: what we ask for."""

ROBOTS_BYTES = 500_000
"""Of robots.txt no more is read (RFC 9309, 2.5 asks for at least 500 KiB)."""


class FetchError(CopydeskError):
    """An address that gave nothing we can use."""


class LocalError(FetchError):
    """An address of this machine or its network, which nobody but the curator may have us ask."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server sent: the status, the body cut at the cap, and the headers by lower-case name. ``moved`` is the
    address to which the feed has moved for good, if it has."""

    status: int
    body: bytes
    headers: dict[str, str]
    moved: str | None = None


@dataclass(slots=True)
class Client:
    """Asks servers politely. ``agent`` names us with an address to complain to; ``most`` are the bytes of one body;
    ``pool`` makes the connections."""

    agent: str
    most: int
    pause: float = PAUSE
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], float] = time.time
    pool: urllib3.PoolManager = field(default_factory=lambda: outward(TIMEOUT))
    _next: dict[str, float] = field(default_factory=dict)
    _robots: dict[str, Protego] = field(default_factory=dict)

    def get(self, address: str, headers: dict[str, str]) -> Answer:
        """The answer of an address, redirects followed, each only where robots.txt allows it. Raises FetchError."""
        moved, is_for_good = None, True
        for _ in range(REDIRECTS + 1):
            self._may(address)
            answer = self._ask(address, headers)
            if answer.status not in MOVED or "location" not in answer.headers:
                return replace(answer, moved=moved)
            address = urljoin(address, answer.headers["location"])
            is_for_good &= answer.status in MOVED_FOR_GOOD
            moved = address if is_for_good else moved
        raise FetchError(address, f"more than {REDIRECTS} redirects", "Look at the address in a browser.")

    def post(self, address: str, fields: dict[str, str]) -> Answer:
        """The answer to a form that is sent. Raises FetchError."""
        self._wait(address)
        return self._request("POST", address, {"User-Agent": self.agent}, fields)

    def _may(self, address: str) -> None:
        if not address.startswith(("http://", "https://")):
            raise FetchError(address, "is no address of the web", "Only http and https are fetched.")
        robots = self._robots_of(address)
        if not robots.can_fetch(address, self.agent):
            raise FetchError(address, "its robots.txt asks us not to", "Ask the publisher, or leave it out.")

    def _robots_of(self, address: str) -> Protego:
        """The rules of a host. One that has none allows all; one that cannot say (5xx) is not asked further."""
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._robots:
            try:
                answer = self._ask(f"{site}/robots.txt", {})
            except LocalError:
                raise
            except FetchError:
                answer = Answer(503, b"", {})
            text = answer.body[:ROBOTS_BYTES].decode("utf-8", "replace") if answer.status == 200 else ""
            self._robots[site] = Protego.parse("User-agent: *\nDisallow: /" if answer.status >= 500 else text)
        return self._robots[site]

    def _ask(self, address: str, headers: dict[str, str]) -> Answer:
        self._wait(address)
        return self._request("GET", address, {"User-Agent": self.agent, **headers}, None)

    def _wait(self, address: str) -> None:
        """Leave the host alone for a while since the last request, as long as its robots.txt asks for."""
        host = urlsplit(address).netloc
        robots = next((rules for site, rules in self._robots.items() if site.endswith(f"//{host}")), None)
        asked = robots.crawl_delay(self.agent) if robots else None
        ahead = self._next.get(host, 0.0) - self.clock()
        if ahead > 0:
            self.sleep(ahead)
        self._next[host] = self.clock() + max(self.pause, min(float(asked or 0), 60.0))

    def _request(self, method: str, address: str, headers: dict[str, str], fields: dict[str, str] | None) -> Answer:
        try:
            response = self.pool.request(
                method, address, fields=fields, headers=headers, redirect=False, preload_content=False
            )
            with response:
                body = self._body(response, address)
                return Answer(response.status, body, {name.lower(): value for name, value in response.headers.items()})
        except AtHomeError:
            advice = "Set COPYDESK_FETCH_LOCAL = True if it is yours; else ask who gave it to you why."
            raise LocalError(address, "leads to this machine or its network", advice) from None
        except (urllib3.exceptions.HTTPError, ValueError, OSError) as error:
            raise FetchError(address, f"no answer ({error})", "Try again later.") from error

    def _body(self, response: urllib3.BaseHTTPResponse, address: str) -> bytes:
        """The body, as long as it is not too much and does not take too long."""
        packing = str(response.headers.get("content-encoding") or "").strip().lower()
        if packing not in PACKINGS:
            raise FetchError(
                address, f"is packed as {packing!r}, unasked", "Tell the publisher: few readers unpack it."
            )
        until = self.clock() + LONGEST
        parts: list[bytes] = []
        for part in response.stream(65536):
            parts.append(part)
            if sum(map(len, parts)) > self.most:
                raise FetchError(address, f"sends more than {self.most:,} bytes", "Raise COPYDESK_MAX_BYTES if right.")
            if self.clock() > until:
                raise FetchError(address, f"takes longer than {LONGEST:.0f} seconds", "Try again later.")
        return b"".join(parts)
