"""A real headless Chromium for the tests that drive pages.

``open_page(width=360, javascript=True, …)`` gives a page in a context of its own, as another person's device
would be; every page of a test is closed after it. ``Watched.complaints`` collects whatever a console says and
whatever tries to reach another machine.
"""

import gzip
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, Request, Response, sync_playwright

PLACES = ("/usr/bin/chromium", "/usr/bin/chromium-browser")
ARGUMENTS = ["--no-sandbox", "--disable-background-networking", "--disable-gpu"]
HEIGHT, PHONE = 800, 500
PATIENCE = 30_000
"""Milliseconds: the machine may have much else to do."""
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")  # Playwright's own loop runs beside the test


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's own Chromium, or the one that Playwright has installed."""
    where = next((place for place in PLACES if Path(place).exists()), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=where, args=ARGUMENTS)
        yield browser
        browser.close()


@dataclass
class Watched:
    """A page, what its console complained of, and how many bytes it took, compressed as a server sends them.

    ``runs_ours`` is no where our own scripts do not come through: then axe can still look at pages without scripts.
    """

    page: Page
    with_scripts: bool = True
    runs_ours: bool = True
    complaints: list[str] = field(default_factory=list)
    weights: dict[str, int] = field(default_factory=dict)

    @property
    def weight(self) -> int:
        return sum(self.weights.values())

    def violations(self) -> list[str]:
        """What axe finds wrong for people who see, hear or move otherwise.

        Contrast takes it as long as all other rules together, and a wide page has the colours of the narrow one: it
        is asked of pages as wide as a phone, of the others with ``YIXIAN_TEST_ALL``.
        """
        size = self.page.viewport_size
        colours = bool(os.environ.get("YIXIAN_TEST_ALL")) or size is None or size["width"] < PHONE
        rules = {} if colours else {"rules": {"color-contrast": {"enabled": False}}}
        found = Axe().run(self.page, options={"resultTypes": ["violations"], **rules}).response["violations"]
        return [f"{each['id']}: {each['nodes'][0]['html']}" for each in found]

    def press(self, button: str, *, timeout: float = PATIENCE) -> None:
        """Press what sends a form, and wait for the page that answers: a click alone comes back too early."""
        with self.page.expect_navigation(timeout=timeout):
            self.page.get_by_role("button", name=button, exact=True).click()

    def is_wider_than_the_screen(self) -> bool:
        return bool(self.page.evaluate("document.documentElement.scrollWidth > innerWidth"))

    def note_failure(self, request: Request) -> None:
        """What a browser gave up because the person went on is no failure."""
        if "ERR_ABORTED" not in (request.failure or ""):
            self.complaints.append(f"not reached: {request.url}")

    def weigh(self, answer: Response) -> None:
        if answer.ok:
            self.weights[answer.url] = len(gzip.compress(answer.body()))


OpenPage = Callable[..., Watched]


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[OpenPage]:
    contexts: list[BrowserContext] = []

    def open_one(
        *,
        width: int = 360,
        javascript: bool = True,
        ours: bool = True,
        scheme: str = "light",
        base_url: str = "",
        weighed: bool = False,
    ) -> Watched:
        context = chromium.new_context(
            viewport={"width": width, "height": HEIGHT},
            java_script_enabled=javascript,
            color_scheme=scheme,
            base_url=base_url or None,
            locale="zh-CN",
        )
        contexts.append(context)
        if not ours:
            context.route("**/*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
        return _watched(context.new_page(), javascript, ours and javascript, weighed)

    yield open_one
    for context in contexts:
        context.set_offline(
            True
        )  # what a page sends as it is left would meet a database that is being emptied
        context.close()


def _watched(page: Page, javascript: bool, ours: bool, weighed: bool) -> Watched:
    watched = Watched(page, javascript, ours)
    page.on("console", lambda message: watched.complaints.append(message.text))
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    page.on("requestfailed", watched.note_failure)
    if weighed:
        page.on("response", watched.weigh)
    return watched
