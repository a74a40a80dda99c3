"""A browser that tells what a page did: scripts it ran, where it went, what it asked for, what stands in its DOM.

Pages are opened in the frames of a board, many at a time. Whatever is told is told by the browser's debugger, which no
page can talk to: a script that was compiled ran, whatever it called.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, CDPSession, Error, Page, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome")

ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-features=IsolateSandboxedIframes",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # nothing leaves this machine, whatever a page asks for
)

SPY = """for (const name of ["alert", "confirm", "prompt", "print"]) self[name] = () => { torture_called(name); };
self.open = () => null;
//# sourceURL=torture-spy"""
"""Dialogs that only tell that they were called, and do not wait for anybody."""

PROVOKE = """for (const frame of document.querySelectorAll("iframe")) {
  let all = [];
  try { all = [...frame.contentDocument.querySelectorAll("*")].slice(0, 400); } catch { continue; }
  for (const element of all) {
    for (const name of element.getAttributeNames().filter((name) => /^on/i.test(name))) {
      try { element.dispatchEvent(new Event(name.slice(2).toLowerCase(), { bubbles: true })); } catch {}
    }
    const to = element.getAttribute("href") ?? element.getAttribute("xlink:href") ?? "";
    if (/script|data/i.test(to)) try { element.dispatchEvent(new MouseEvent("click", { cancelable: true })); } catch {}
  }
}
//# sourceURL=torture-provoke"""
"""What a reader does: every event that an element waits for, and a click on what does not lead elsewhere."""

OURS = frozenset({"torture-spy", "torture-provoke"})

SETTLE = 250
"""Milliseconds that pages are given after they have loaded, for what waits with a timer or a refresh."""

LOADING = 120_000
"""Milliseconds after which a board that still loads is looked at as it is: there are vectors that never have done."""

PATIENCE = 600_000
"""Milliseconds after which an answer counts as missing: a hundred times what a quiet machine takes."""


@dataclass
class Seen:
    """What one address did. ``ran`` are the addresses of scripts; ``nodes`` are elements with their attributes."""

    ran: list[str] = field(default_factory=list)
    called: int = 0
    went: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    nodes: list[tuple[str, dict[str, str]]] = field(default_factory=list)


@dataclass
class Board:
    """One page with its frames, and the debugger's word on each of them."""

    page: Page
    debugger: CDPSession
    address: str
    parents: dict[str, str] = field(default_factory=dict)
    first: dict[str, str] = field(default_factory=dict)
    contexts: dict[int, str] = field(default_factory=dict)
    seen: dict[str, Seen] = field(default_factory=lambda: defaultdict(Seen))

    def listen(self) -> None:
        """Have the debugger tell what happens."""
        self.page.context.on("page", self._opened)
        heard: dict[str, Callable[[Any], None]] = {
            "Page.frameAttached": lambda event: self.parents.update({event["frameId"]: event["parentFrameId"]}),
            "Page.frameNavigated": self._navigated,
            "Page.frameRequestedNavigation": lambda event: self._sent(event["frameId"], event["url"]),
            "Runtime.executionContextCreated": self._context,
            "Runtime.bindingCalled": self._called,
            "Debugger.scriptParsed": self._ran,
            "Network.requestWillBeSent": self._asked,
        }
        for name, listener in heard.items():
            self.debugger.on(name, listener)
        for domain in ("Page", "Runtime", "Debugger", "Network", "DOM"):
            self.debugger.send(f"{domain}.enable")
        self.debugger.send("Debugger.setSkipAllPauses", {"skip": True})
        self.debugger.send("Runtime.addBinding", {"name": "torture_called"})
        self.debugger.send("Page.addScriptToEvaluateOnNewDocument", {"source": SPY})

    def _told(self, method: str, parameters: dict[str, Any]) -> Any:
        """What the debugger answers, which playwright would search for objects of its own, value by value: half of all
        that a run costs."""
        own: Any = self.debugger
        return own._sync(own._impl_obj.send(method=method, params=parameters, timeout=PATIENCE))

    def of(self, frame: str) -> Seen:
        """What is known of the frame of the board that a frame is in."""
        while self.parents.get(frame) in self.parents:
            frame = self.parents[frame]
        return self.seen[frame]

    def _navigated(self, event: Any) -> None:
        frame, url = event["frame"]["id"], event["frame"]["url"]
        if frame in self.first and url not in (self.first[frame], "about:blank"):
            self.of(frame).went.append(url)
        if url.startswith(self.address) and event["frame"].get("parentId", frame) not in (frame, *self.parents):
            self.first.setdefault(frame, url)

    def _sent(self, frame: str, url: str) -> None:
        if frame in self.first and url != self.first[frame]:
            self.of(frame).went.append(url)

    def _opened(self, other: Page) -> None:
        self.seen["popup"].went.append(other.url)
        with suppress(Error):
            other.close()

    def _context(self, event: Any) -> None:
        aux = event["context"].get("auxData", {})
        self.contexts[event["context"]["id"]] = aux.get("frameId", "")

    def _called(self, event: Any) -> None:
        self.of(self.contexts.get(event["executionContextId"], "")).called += 1

    def _ran(self, event: Any) -> None:
        aux = event.get("executionContextAuxData", {})
        is_browsers_own = event["url"].startswith("chrome") or event.get("scriptLanguage") == "WebAssembly"
        if aux.get("isDefault") and event["url"] not in OURS and not is_browsers_own:
            self.of(aux.get("frameId", "")).ran.append(event["url"] or "inline")

    def _asked(self, event: Any) -> None:
        url = event["request"]["url"]
        if not url.startswith((self.address, "data:")):
            self.of(event.get("frameId", "")).asked.append(url)

    def snapshot(self) -> None:
        """Note every element of every frame. The debugger says -1 for an empty text, which is no place in its list."""
        shot = self._told("DOMSnapshot.captureSnapshot", {"computedStyles": []})
        words = shot["strings"]
        for document in shot["documents"]:
            nodes = document["nodes"]
            found = self.of(words[document["frameId"]]).nodes
            for kind, name, attributes in zip(nodes["nodeType"], nodes["nodeName"], nodes["attributes"], strict=True):
                if kind == 1:
                    said = [words[place] if place >= 0 else "" for place in attributes]
                    found.append((words[name].lower(), dict(zip(said[::2], said[1::2], strict=True))))


@dataclass
class Watch:
    """A running browser, and where the pages are served."""

    browser: Browser
    address: str
    frames: int = 40
    settle: int = SETTLE

    def look(self, paths: Sequence[str], *, provoke: bool = True, size: int = 1) -> dict[str, Seen]:
        """What each address of the server did; ``size`` is of how many ordinary pages each is made. A board that hangs
        is looked at in halves; a page that hangs alone did nothing but that."""
        found: dict[str, Seen] = {}
        frames = max(1, self.frames // size)
        for place in range(0, len(paths), frames):
            found |= self._board(paths[place : place + frames], provoke)
        return found

    def ask(self, path: str, words: str) -> tuple[int, list[Seen]]:
        """How many answers the search page at a path shows when it is asked for words, and for more until there are no
        more; and what its frames did."""
        context = self.browser.new_context()
        try:
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            board = Board(page, context.new_cdp_session(page), self.address)
            board.listen()
            page.goto(f"{self.address}{path}")
            page.locator("input[name=q]").fill(words)
            page.keyboard.press("Enter")
            page.locator(".results li").first.wait_for()
            more = page.locator(".further button")
            while more.is_visible():
                shown = page.locator(".results li").count()
                more.click()
                page.locator(".results li").nth(shown).wait_for()
            page.wait_for_timeout(self.settle)
            board.snapshot()
            return page.locator(".results li").count(), list(board.seen.values())
        finally:
            context.close()

    def _board(self, paths: Sequence[str], provoke: bool) -> dict[str, Seen]:
        try:
            return self._opened(paths, provoke)
        except Error:
            if len(paths) == 1:
                return {paths[0]: Seen(ran=["it hangs"])}
            half = len(paths) // 2
            return self._board(paths[:half], provoke) | self._board(paths[half:], provoke)

    def _opened(self, paths: Sequence[str], provoke: bool) -> dict[str, Seen]:
        context = self.browser.new_context(viewport={"width": 1000, "height": 800})
        try:
            page = context.new_page()
            page.set_default_timeout(PATIENCE)
            board = Board(page, context.new_cdp_session(page), self.address)
            board.listen()
            frames = "".join(f'<iframe src="{self.address}{path}" sandbox="{ALLOWED}"></iframe>' for path in paths)
            page.goto(f"{self.address}board")  # whatever is there: the board must be of the pages' own origin
            with suppress(Error):
                page.set_content(f"<!doctype html>{frames}", wait_until="load", timeout=LOADING)
            page.wait_for_timeout(self.settle)
            if provoke:
                board.debugger.send("Runtime.evaluate", {"expression": PROVOKE})
                page.wait_for_timeout(self.settle)
            board.snapshot()
            found = {board.first[frame].removeprefix(self.address): board.of(frame) for frame in list(board.first)}
            if popup := board.seen.get("popup"):
                found["popup"] = popup
            return found
        finally:
            context.close()


ALLOWED = "allow-scripts allow-same-origin allow-forms allow-modals allow-popups"
"""What the frames of a board may do: everything but to take its place."""


def browser_path() -> str | None:
    """The system's Chromium."""
    return next(filter(None, map(shutil.which, BROWSERS)), None)


@contextmanager
def watching(address: str) -> Iterator[Watch]:
    """A browser for pages served at ``address``."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=list(ARGUMENTS), timeout=PATIENCE)
        yield Watch(browser, address)
        browser.close()
