"""`copydesk fetch` and `copydesk ping` against a server of this machine: polite, bounded, in no build's way."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from copydesk import intake
from copydesk.cli import main
from copydesk.errors import SettingsError
from copydesk.fetching import networks
from copydesk.fetching.charsets import in_utf8
from copydesk.fetching.fetching import Fetched, fetch, seed_name, until
from copydesk.fetching.networks import anywhere, is_local, looked_at, outward
from copydesk.fetching.opml import feeds_in
from copydesk.fetching.pinging import Pinged, ping
from copydesk.fetching.politeness import TIMEOUT, Client
from copydesk.model import RawDocument

RSS = b"<rss version='2.0'><channel><title>T</title><item><title>A</title></item></channel></rss>"
PACKAGE = Path(__file__).resolve().parents[2] / "plugins" / "copydesk"


@dataclass
class Server:
    """A server of this machine: what it answers, by path, and what it was asked."""

    address: str
    answers: dict[str, list[tuple[int, dict[str, str], bytes]]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str], bytes]] = field(default_factory=list)

    def answer(self, path: str, status: int = 200, body: bytes = RSS, **headers: str) -> None:
        """Answer so, once; the last answer of a path stays."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        self.answers.setdefault(path, []).append((status, named, body))

    def paths(self) -> list[str]:
        return [path for path, _, _ in self.asked]


@pytest.fixture
def server() -> Iterator[Server]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            told.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}, body))
            listed = told.answers.get(self.path, [(404, {}, b"")])
            status, headers, data = listed.pop(0) if len(listed) > 1 else listed[0]
            self.send_response(status)
            for name, value in {"Content-Length": str(len(data)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(data)

        do_POST = do_GET

        def log_message(self, format: str, *arguments: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as http:
        told = Server(f"http://127.0.0.1:{http.server_address[1]}")
        threading.Thread(target=http.serve_forever, daemon=True).start()
        yield told
        http.shutdown()


def client(**more: Any) -> Client:
    return Client(
        "Copydesk/test (+mailto:desk@example.org)", 10_000, **{"pause": 0.0, "pool": anywhere(TIMEOUT), **more}
    )


def get(server: Server, tmp_path: Path, *paths: str) -> list[Fetched]:
    return list(fetch([server.address + path for path in paths], client(), tmp_path / "seeds", tmp_path / "state"))


def seeds(tmp_path: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted((tmp_path / "seeds").rglob("*")) if path.is_file()}


# --- fetch ------------------------------------------------------------------------------------------------------------


def test_a_feed_becomes_a_seed_whose_name_stays(server: Server, tmp_path: Path) -> None:
    server.answer("/rss")
    server.answer("/rss", body=RSS.replace(b">A<", b">B<"))
    assert [found.state for found in get(server, tmp_path, "/rss")] == ["new"]
    (name,) = seeds(tmp_path)
    assert [found.state for found in get(server, tmp_path, "/rss")] == ["changed"]
    assert list(seeds(tmp_path)) == [name] and b">B<" in seeds(tmp_path)[name]
    assert seed_name("https://a.example/feed", ".xml") != seed_name("https://a.example/feed?x=1", ".xml")


def test_the_second_request_is_conditional_and_304_leaves_the_seed(server: Server, tmp_path: Path) -> None:
    server.answer("/rss", ETag='"x1"', Last_Modified="Sun, 10 Aug 2025 00:00:00 GMT")
    server.answer("/rss", 304, b"")
    get(server, tmp_path, "/rss")
    before = seeds(tmp_path)
    assert [found.state for found in get(server, tmp_path, "/rss")] == ["unchanged"]
    headers = server.asked[-1][1]
    assert headers["if-none-match"] == '"x1"' and headers["if-modified-since"].startswith("Sun, 10 Aug")
    assert seeds(tmp_path) == before


def test_a_seed_that_was_removed_is_asked_for_whole(server: Server, tmp_path: Path) -> None:
    server.answer("/rss", ETag='"x1"')
    get(server, tmp_path, "/rss")
    next((tmp_path / "seeds/feeds").iterdir()).unlink()
    assert [found.state for found in get(server, tmp_path, "/rss")] == ["new"]
    assert "if-none-match" not in server.asked[-1][1]


def test_robots_txt_is_obeyed_where_it_forbids_and_where_it_cannot_answer(server: Server, tmp_path: Path) -> None:
    server.answer("/robots.txt", body=b"User-agent: *\nDisallow: /private*\n")
    server.answer("/rss")
    server.answer("/private/rss")
    found = get(server, tmp_path, "/rss", "/private/rss")
    assert [result.state for result in found] == ["new", "failed"] and "robots.txt" in found[1].words
    assert server.paths() == ["/robots.txt", "/rss"]
    server.answers["/robots.txt"] = [(503, {}, b"")]
    assert [result.state for result in get(server, tmp_path, "/rss")] == ["failed"]


def test_every_request_says_who_asks_and_whom_to_turn_to(server: Server, tmp_path: Path) -> None:
    server.answer("/rss")
    get(server, tmp_path, "/rss")
    assert {headers["user-agent"] for _, headers, _ in server.asked} == {"Copydesk/test (+mailto:desk@example.org)"}


def test_a_host_is_left_alone_between_requests_as_long_as_it_asks(server: Server, tmp_path: Path) -> None:
    waits: list[float] = []
    server.answer("/robots.txt", body=b"User-agent: *\nCrawl-delay: 7\n")
    server.answer("/a")
    server.answer("/b")
    polite = client(pause=2.0, sleep=waits.append, clock=lambda: 0.0)
    list(fetch([f"{server.address}/a", f"{server.address}/b"], polite, tmp_path / "seeds", tmp_path / "state"))
    assert waits == [2.0, 7.0]


@pytest.mark.parametrize(
    ("status", "body", "words"),
    [
        (200, b"x" * 20_000, "more than 10,000 bytes"),
        (200, b"<!doctype html><p>Not a feed.", "is no feed"),
        (500, b"", "answers 500"),
        (404, b"", "answers 404"),
        (410, b"", "is gone for good"),
        (429, b"", "answers 429"),
    ],
)
def test_what_cannot_be_used_is_told_and_stops_no_other(
    server: Server, tmp_path: Path, status: int, body: bytes, words: str
) -> None:
    server.answer("/bad", status, body)
    server.answer("/rss")
    bad, good = get(server, tmp_path, "/bad", "/rss")
    assert words in bad.words and good.state == "new"
    assert len(seeds(tmp_path)) == 1


def test_a_body_that_unpacks_to_too_much_is_refused(server: Server, tmp_path: Path) -> None:
    import gzip

    server.answer("/bomb", body=gzip.compress(RSS + b" " * 1_000_000), Content_Encoding="gzip")
    assert "more than 10,000 bytes" in get(server, tmp_path, "/bomb")[0].words


def test_redirects_are_followed_a_few_times_and_only_on_the_web(server: Server, tmp_path: Path) -> None:
    server.answer("/old", 301, b"", Location="/rss")
    server.answer("/rss")
    server.answer("/loop", 302, b"", Location="/loop")
    server.answer("/file", 302, b"", Location="file:///etc/passwd")
    old, loop, file = get(server, tmp_path, "/old", "/loop", "/file")
    assert old.state == "new"
    assert "redirects" in loop.words and "no address of the web" in file.words


def test_a_feed_that_has_moved_for_good_says_where(server: Server, tmp_path: Path) -> None:
    server.answer("/old", 308, b"", Location="/older")
    server.answer("/older", 301, b"", Location="/rss")
    server.answer("/now", 301, b"", Location="/today")
    server.answer("/today", 302, b"", Location="/rss")
    server.answer("/rss")
    old, now = get(server, tmp_path, "/old", "/now")
    assert f"it has moved to {server.address}/rss" in old.words
    assert f"it has moved to {server.address}/today:" in now.words, "where it is led from there is for today"


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0.0.0.0"])
def test_no_server_of_this_machine_is_asked_whatever_it_is_called(server: Server, tmp_path: Path, name: str) -> None:
    """Not even for its robots.txt: what counts is whom a connection was made to."""
    server.answer("/rss")
    address = server.address.replace("127.0.0.1", name) + "/rss"
    (found,) = fetch([address], client(pool=outward(TIMEOUT)), tmp_path / "seeds", tmp_path / "state")
    assert found.state == "failed" and not server.asked and not seeds(tmp_path)
    if name != "[::ffff:127.0.0.1]":  # a machine without version 6 makes no such connection
        assert "leads to this machine or its network" in found.words


def test_nobody_outside_leads_to_a_server_of_this_network(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is outside is the server under the name it is given here; what it leads to is the same by its number."""
    server.answer("/rss", 302, b"", Location=f"{server.address}/secret")
    server.answer("/secret")
    outside = server.address.rpartition(":")[2]
    checked: list[int] = []

    def first_is_outside(made: socket.socket) -> socket.socket:
        checked.append(1)
        return made if len(checked) == 1 else looked_at(made)

    monkeypatch.setattr(networks, "looked_at", first_is_outside)
    address = f"http://localhost:{outside}/rss"
    (found,) = fetch([address], client(pool=outward(TIMEOUT)), tmp_path / "seeds", tmp_path / "state")
    assert "leads to this machine or its network" in found.words and "/secret" not in server.paths()


@pytest.mark.parametrize(
    ("number", "local"),
    [
        ("127.0.0.1", True),
        ("::1", True),
        ("10.1.2.3", True),
        ("172.31.0.1", True),
        ("100.64.0.1", True),
        ("169.254.169.254", True),
        ("fe80::1%eth0", True),
        ("fd00::1", True),
        ("0.0.0.0", True),
        ("224.0.0.1", True),
        ("::ffff:10.0.0.1", True),
        ("64:ff9b::a00:1", True),
        ("2002:a00:1::1", True),
        ("93.184.216.34", False),
        ("2606:2800:220:1::1", False),
        ("::ffff:93.184.216.34", False),
        ("64:ff9b::5db8:d822", False),
    ],
)
def test_which_addresses_are_of_this_network(number: str, local: bool) -> None:
    assert is_local(number) is local


@pytest.mark.parametrize("asked", ["600", "Sun, 06 Nov 1994 09:00:00 GMT"])
def test_a_server_is_left_alone_as_long_as_it_asks(server: Server, tmp_path: Path, asked: str) -> None:
    start = 784111800.0  # ten minutes before that date
    server.answer("/rss", ETag='"x1"')
    server.answer("/rss", 429, b"", Retry_After=asked)
    server.answer("/rss", 304, b"")

    def at(now: float) -> Fetched:
        polite = client(now=lambda: now)
        return next(fetch([f"{server.address}/rss"], polite, tmp_path / "seeds", tmp_path / "state"))

    assert at(start).state == "new"
    assert "until 1994-11-06 09:00 UTC" in at(start).words
    count = len(server.asked)
    assert at(start + 599).state == "failed" and len(server.asked) == count, "it is not asked"
    assert at(start + 601).state == "unchanged"
    assert server.asked[-1][1]["if-none-match"] == '"x1"', "what was known of it is known still"


@pytest.mark.parametrize(("asked", "until_then"), [("0", 0.0), ("soon", 3600.0), ("9" * 400, 86400.0), ("-5", 3600.0)])
def test_an_odd_wish_to_be_left_alone_is_bounded(asked: str, until_then: float) -> None:
    assert until(asked, 0.0) == until_then


def test_an_answer_packed_in_a_way_nobody_asked_for_is_told(server: Server, tmp_path: Path) -> None:
    import gzip

    server.answer("/br", body=b"\x0b\x02\x80feed\x03", Content_Encoding="br")
    server.answer("/gz", body=gzip.compress(RSS), Content_Encoding="GZIP")
    brotli, zipped = get(server, tmp_path, "/br", "/gz")
    assert "packed as 'br'" in brotli.words and zipped.state == "new"


def test_an_answer_that_takes_too_long_is_broken_off(server: Server, tmp_path: Path) -> None:
    server.answer("/rss")
    ticks = iter(range(0, 100_000, 200))
    slow = client(clock=lambda: float(next(ticks)))
    (found,) = fetch([f"{server.address}/rss"], slow, tmp_path / "seeds", tmp_path / "state")
    assert "longer than 120 seconds" in found.words and not seeds(tmp_path)


CYRILLIC = "<rss version='2.0'><channel><title>Новости</title><item><title>Паром</title></item></channel></rss>"


@pytest.mark.parametrize(
    ("declaration", "encoding", "header", "kept"),
    [
        ("", "cp1251", "text/xml; charset=windows-1251", ""),
        ('<?xml version="1.0"?>', "koi8-r", 'application/rss+xml; charset="KOI8-R"', '<?xml version="1.0"?>'),
        ('<?xml version="1.0" encoding="utf-8"?>', "cp1251", "text/xml;charset=cp1251", None),
        ('<?xml version="1.0" encoding="windows-1251"?>', "cp1251", "text/xml; charset=utf-8", None),
        ("", "utf-8", "text/xml; charset=iso-8859-1", ""),
        ("", "utf-16", "text/xml; charset=utf-16", ""),
        ('<?xml version="1.0" encoding="UTF-16"?>', "utf-16", "text/xml", '<?xml version="1.0" encoding="utf-8"?>'),
    ],
)
def test_a_charset_that_only_the_header_names_is_kept(
    server: Server, tmp_path: Path, declaration: str, encoding: str, header: str, kept: str | None
) -> None:
    server.answer("/rss", body=(declaration + CYRILLIC).encode(encoding), Content_Type=header)
    assert get(server, tmp_path, "/rss")[0].state == "new"
    (data,) = seeds(tmp_path).values()
    if kept is not None:
        assert data.decode() == kept + CYRILLIC
    (draft,) = intake.read(RawDocument("feed.xml", data))
    assert [clue.value for clue in draft.clues if clue.fact == "headline"] == ["Паром"]
    assert get(server, tmp_path, "/rss")[0].state == "unchanged"


def test_a_header_that_is_wrong_about_the_charset_changes_nothing() -> None:
    body = CYRILLIC.encode("cp1251")
    for header in ("text/xml; charset=utf-8", "text/xml; charset=none-such", "text/xml", None):
        assert in_utf8(body, header) == body


def test_no_answer_at_all_is_told(tmp_path: Path) -> None:
    (found,) = fetch(["http://127.0.0.1:1/rss"], client(), tmp_path / "seeds", tmp_path / "state")
    assert found.state == "failed"


def test_an_opml_list_names_feeds_each_once(tmp_path: Path) -> None:
    path = tmp_path / "list.opml"
    line = '<outline type="rss" xmlUrl="https://a.example/rss"/>'
    path.write_text(
        f'<opml version="2.0"><body><outline text="x">{line}</outline>{line}<outline text="y"/></body></opml>'
    )
    assert feeds_in(path) == ("https://a.example/rss",)
    path.write_text("<html/>")
    with pytest.raises(SettingsError, match="no OPML list"):
        feeds_in(path)


ODD_LIST = """\ufeff<?xml version="1.0"?>
<opml version="1.1"><head/><body><outline text="News"><outline text="Ports &amp; piers" category="/a,/b">
<outline text="1" type="rss" version="RSS2" xmlURL=" https://a.example/rss?a=1&b=2&amp;c=3 "/>
<outline title="2" xmlurl="feed://b.example/rss"/><outline text="3" xmlUrl="feed:https://c.example/rss"/>
<outline text="R&D" type="link" url="https://d.example/"/><outline text="5" type="include" xmlUrl=""/>
</outline></outline><outline text="6" type="atom" xmlUrl="https://e.example/atom" htmlUrl="https://e.example/"/>
</body></opml>"""


def test_an_odd_opml_list_is_read_as_it_is_meant(tmp_path: Path) -> None:
    path = tmp_path / "list.opml"
    path.write_text(ODD_LIST, encoding="utf-8")
    assert feeds_in(path) == (
        "https://a.example/rss?a=1&b=2&c=3",
        *("http://b.example/rss", "https://c.example/rss", "https://e.example/atom"),
    )


def test_the_command_fetches_what_the_publishers_name(
    server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    server.answer("/rss")
    (tmp_path / "sources.toml").write_text(f'[a]\nname = "A"\nfeeds = ["{server.address}/rss"]\n')
    contact = 'COPYDESK_CONTACT = "mailto:desk@example.org"\n'
    (tmp_path / "pelican.conf.py").write_text(contact)
    assert main(["fetch"]) == 1 and not server.asked
    assert "COPYDESK_FETCH_LOCAL = True" in capsys.readouterr().out
    (tmp_path / "pelican.conf.py").write_text(f"{contact}COPYDESK_FETCH_LOCAL = True\n")
    assert main(["fetch"]) == 0
    assert "1 feeds: 1 new, 0 changed, 0 unchanged, 0 failed" in capsys.readouterr().out
    assert "mailto:desk@example.org" in server.asked[-1][1]["user-agent"]
    (tmp_path / "pelican.conf.py").write_text("")
    assert main(["fetch"]) == 1
    assert "COPYDESK_CONTACT: is not set" in capsys.readouterr().err


# --- ping -------------------------------------------------------------------------------------------------------------


def built(server: Server, tmp_path: Path, words: str = "one") -> Path:
    feed = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><link rel="self" href="https://d.example/{0}"/>'
        '<link rel="hub" href="{1}/hub"/>{2}<title>{3}</title></feed>'
    )
    archive = '<link rel="current" href="https://d.example/a.xml"/>'
    (tmp_path / "output").mkdir(exist_ok=True)
    (tmp_path / "output/a.xml").write_text(feed.format("a.xml", server.address, "", words))
    (tmp_path / "output/old.xml").write_text(feed.format("old.xml", server.address, archive, words))
    (tmp_path / "output/sitemap.xml").write_text("<urlset/>")
    return tmp_path / "output"


def tell(server: Server, tmp_path: Path, waits: list[float], words: str = "one") -> list[Pinged]:
    return list(ping(built(server, tmp_path, words), tmp_path, client(), waits.append))


def test_hubs_are_told_of_feeds_that_changed(server: Server, tmp_path: Path) -> None:
    server.answer("/hub", 204, b"")
    assert [pinged.topic for pinged in tell(server, tmp_path, [])] == ["https://d.example/a.xml"]
    assert b"hub.mode" in server.asked[0][2] and b"https://d.example/a.xml" in server.asked[0][2]
    assert tell(server, tmp_path, []) == []
    assert len(tell(server, tmp_path, [], "two")) == 1


def test_a_hub_that_does_not_answer_is_asked_again_later_and_later(server: Server, tmp_path: Path) -> None:
    waits: list[float] = []
    server.answer("/hub", 503, b"")
    server.answer("/hub", 503, b"", Retry_After="5")
    server.answer("/hub", 202, b"")
    assert [pinged.is_told for pinged in tell(server, tmp_path, waits)] == [True]
    assert waits == [2.0, 5.0]


def test_a_hub_that_refuses_is_not_asked_again(server: Server, tmp_path: Path) -> None:
    waits: list[float] = []
    server.answer("/hub", 400, b"")
    assert [pinged.words for pinged in tell(server, tmp_path, waits)] == ["answers 400"]
    assert waits == [] and len(server.asked) == 1
    assert len(tell(server, tmp_path, waits)) == 1, "it is told with the next deploy"


def test_ping_never_fails_a_deploy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["ping"]) == 0


# --- off unless asked for ---------------------------------------------------------------------------------------------


def test_nothing_but_the_two_commands_speaks_to_the_network() -> None:
    for path in PACKAGE.rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        is_network = path.parent.name == "fetching" or path.name in ("fetching.py", "pinging.py")
        assert is_network or "copydesk.fetching" not in text and "urllib3" not in text, path
