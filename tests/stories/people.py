"""People in front of the real pages: a reporter with a phone, and members of the office at their desks.

They find things as people do, by what is written on a link, a field or a button.
"""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Locator, Page

from tests.browser import OpenPage, Watched
from yixian.config.demo.cast import phrase_of

PHONE, DESK = 360, 1280
PATIENCE = 15_000


@dataclass
class Person:
    """One person and one browser. ``wrong`` collects what a page was found to be lacking."""

    watched: Watched
    base: str
    wrong: list[str] = field(default_factory=list)

    @property
    def page(self) -> Page:
        return self.watched.page

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE)

    def go(self, path: str) -> None:
        self.page.goto(self.base + path)
        self.look()

    def look(self) -> None:
        """Nothing may stick out of the screen, on any page of the way."""
        self.page.wait_for_load_state()
        if self.watched.is_wider_than_the_screen():
            self.wrong.append(f"{self.page.url} is wider than the screen")

    def follow(self, name: str) -> None:
        self.page.get_by_role("main").get_by_role("link", name=name).first.click()
        self.look()

    def press(self, name: str) -> None:
        """The key that does the same may stand behind the button's name."""
        self.page.get_by_role("button", name=re.compile(rf"^{re.escape(name)}(\s|$)")).click()
        self.look()

    def choose(self, *names: str) -> None:
        for name in names:
            self.page.get_by_role("main").get_by_text(name, exact=True).first.click()

    @property
    def troubles(self) -> list[str]:
        """What a page lacked, and what the console said, but for the cache that leaving is meant to clear."""
        said = [each for each in self.watched.complaints if not each.startswith("Clear-Site-Data")]
        return [*self.wrong, *said]

    def choose_in(self, question: str, name: str) -> None:
        """An answer to one of several questions that have the same answers."""
        group = self.page.get_by_role("group", name=re.compile(question))
        group.get_by_text(name, exact=True).click()

    def tick(self, *names: str) -> None:
        for name in names:
            self.page.locator("label").filter(has_text=name).first.click()

    def fill(self, fields: dict[str, str]) -> None:
        for label, value in fields.items():
            _put(self.page.get_by_label(re.compile(f"^\\s*{re.escape(label)}")).first, value)

    def reads(self) -> str:
        return self.page.get_by_role("main").inner_text()


def _put(control: Locator, value: str) -> None:
    if control.evaluate("control => control.tagName") == "SELECT":
        control.select_option(label=value)
    else:
        control.fill(value)


@dataclass
class Colleague(Person):
    """A member of the office, logged in; ``act`` does one thing from the list beside a record."""

    def log_in(self, username: str) -> None:
        self.go("/desk/login")
        self.fill({"登录名": username, "口令": phrase_of(username)})
        self.press("登录")
        self.page.wait_for_url("**/desk/")

    def act(
        self, label: str, fields: dict[str, str] | None = None, *, choose: tuple[str, ...] = (), button: str
    ) -> str:
        """Follow the act's link, fill its form, press its button; what the page then says."""
        self.follow(label)
        self.fill(fields or {})
        self.choose(*choose)
        self.press(button)
        return self.reads()


def reporter(open_page: OpenPage, base: str) -> Person:
    return Person(open_page(width=PHONE, base_url=base), base)


def colleague(open_page: OpenPage, base: str, username: str) -> Colleague:
    sitting = Colleague(open_page(width=DESK, base_url=base), base)
    sitting.log_in(username)
    return sitting
