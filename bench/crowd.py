"""Reporters who do not give up: cut off at any moment, each goes on where the browser's drawer says they are.

What they have read to the last byte is acknowledged. One who was cut off while sending looks again: the window shows
the receipt, or asks to send. Either is right; a third thing, or both, is what the kill test is after.
"""

import http.client
import threading
from dataclasses import dataclass, field

from bench.browser import Browser, Page, Unexpected
from bench.reporters import answered, code_on, proof, send_window

CUT = (Unexpected, OSError, http.client.HTTPException)


@dataclass
class Seen:
    """``acknowledged`` codes with the number of their report; ``opened`` those whose mailbox was seen afterwards."""

    acknowledged: dict[str, int] = field(default_factory=dict)
    opened: set[str] = field(default_factory=set)
    cut_off: int = 0
    cut_while_sending: int = 0
    found_sent: int = 0
    found_unsent: int = 0
    wrong: list[str] = field(default_factory=list)


@dataclass(eq=False)
class Reporter:
    """One browser for all rounds; ``number`` of the report being written, anew after each receipt."""

    start: int
    step: int
    seen: Seen
    browser: Browser = field(default_factory=lambda: Browser(0))
    sending: bool = False
    number: int = 0

    def __post_init__(self) -> None:
        self.number = self.start

    def report_until(self, stop: threading.Event, port: int, *, once: bool = False) -> None:
        """Report after report, until told to stop or cut off; ``once``: only finish the one under way."""
        self.browser.port = port
        try:
            while not stop.is_set():
                self._report()
                if once:
                    break
        except CUT as error:
            self._note(error)
        finally:
            self.browser.close()

    def _note(self, error: Exception) -> None:
        """An office that is being killed breaks off or answers 500; anything else is a finding."""
        self.seen.cut_off += 1
        self.seen.cut_while_sending += self.sending
        if isinstance(error, Unexpected) and not error.kind.startswith(("status 5", "not sent, status 5")):
            self.seen.wrong.append(str(error)[:300])

    def _report(self) -> None:
        page = self.browser.get("/report/check")
        if page.path.endswith("/receipt"):
            self.seen.found_sent += self.sending
        else:
            page = self._written_and_sent(page)
        self.sending = False
        code = code_on(page)
        if self.seen.acknowledged.setdefault(code, self.number) != self.number:
            self.seen.wrong.append(f"the receipt of report {self.seen.acknowledged[code]} came again")
        self.browser.post(page, {}, "/report/leave")
        self.number += self.step

    def _written_and_sent(self, page: Page) -> Page:
        self.seen.found_unsent += self.sending
        self.sending = False
        if not page.path.endswith("/check"):
            begun = self.browser.post(page, proof(page)) if page.path == "/report/" else page
            page = answered(self.browser, begun, self.number)
        self.sending = True
        send_window(self.browser, page)
        return self.browser.get("/report/receipt")


@dataclass
class Looker:
    """Somebody who opens the mailbox of every code that was acknowledged, as soon as there is an office again."""

    seen: Seen

    def look_until(self, stop: threading.Event, port: int) -> None:
        browser = Browser(port)
        try:
            for code in sorted(self.seen.acknowledged.keys() - self.seen.opened):
                if stop.is_set():
                    break
                self._look(browser, code)
                self.seen.opened.add(code)
        except CUT as error:
            if isinstance(error, Unexpected) and not error.kind.startswith("status 5"):
                self.seen.wrong.append(f"mailbox: {error}"[:300])
        finally:
            browser.close()

    def _look(self, browser: Browser, code: str) -> None:
        """With cookies of nobody: each look is another browser's."""
        browser.cookies.clear()
        door = browser.get("/mailbox/")
        case = browser.post(door, {"code": code, **proof(door)})
        if not case.path.endswith("/case"):
            raise Unexpected("an acknowledged code opens nothing", code)
        browser.post(case, {}, "/mailbox/leave")
