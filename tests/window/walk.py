"""A person going through the window in a real browser; what is wrong with any page is collected."""

import re
from dataclasses import dataclass, field

from playwright.sync_api import Page

from tests.browser import Watched
from tests.toolkit.files.samples import jpeg
from tests.window.visitor import ANSWERS, REPORTER


@dataclass
class Walk:
    """``wrong`` holds what axe finds or what does not fit, by page and state."""

    watched: Watched
    wrong: dict[str, object] = field(default_factory=dict)
    seen: list[str] = field(default_factory=list)

    @property
    def page(self) -> Page:
        return self.watched.page

    @property
    def complaints(self) -> list[str]:
        """What the console said, but for the cache that leaving is meant to clear and answers that say no."""
        quiet = ("Clear-Site-Data", "Failed to load resource")
        return [said for said in self.watched.complaints if not said.startswith(quiet)]

    def look(self, name: str) -> None:
        self.seen.append(name)
        found = self.watched.violations() if self.watched.with_scripts else []
        wide = self.watched.is_wider_than_the_screen() if self.watched.with_scripts else False
        if found or wide:
            self.wrong[name] = found or "wider than the screen"

    def choose(self, words: str) -> None:
        self.page.get_by_text(words, exact=True).click()

    def fill(self, fields: dict[str, str]) -> None:
        for name, words in fields.items():
            if name not in ("category", "village"):
                self.page.fill(f"[name={name}]", words)

    def press(self, label: str, name: str = "") -> None:
        """Press a button, then look at the page that comes."""
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=label, exact=True).click()
        self.look(name or self.page.url)

    def begin(self) -> None:
        """Read the notice and go on: the form waits for its proof of work, so the next page comes in its own time."""
        self.visit("/report/")
        self.page.get_by_role("button", name="我看过了，开始写", exact=True).click()
        self.page.wait_for_url(re.compile(r"/report/\w+"))
        self.look(self.page.url)

    def visit(self, path: str, name: str = "") -> None:
        self.page.goto(path)
        self.look(name or path)

    def report(self) -> str:
        """Through every question, wrong ones first; gives the code."""
        self.fill_in()
        self.press("提交", "receipt")
        return " ".join(self.page.locator(".receipt-code span").all_inner_texts())

    def fill_in(self) -> None:
        self.visit("/")
        self.begin()
        self.press("下一步", "office without an answer")
        self.choose("没有")
        self.press("下一步")
        self.press("下一步", "signing without an answer")
        self.choose("实名（写姓名和联系方式）")
        self.press("下一步")
        self.press("下一步", "reporter without a name")
        self.fill({**REPORTER, "phone": "138000"})
        self.press("下一步")
        self.press("下一步", "person without anything")
        self.fill(ANSWERS["persons"])
        self.press("下一步", "people named")
        self.press("下一步", "people named without an answer")
        self.choose("没有了")
        self.press("下一步")
        self.press("下一步", "matter without a word")
        self.ask_for_hints()
        self.fill(ANSWERS["matter"])
        self.press("下一步")
        self.fill(ANSWERS["place"])
        self.press("下一步", "files")
        self.hand_in()
        self.press("下一步", "check with a doubt")

    def hand_in(self) -> None:
        """A photograph, and what is not taken; with scripts they go up at once and the page stays."""
        photo = {"name": "现场.jpg", "mimeType": "image/jpeg", "buffer": jpeg()}
        program = {"name": "程序.exe", "mimeType": "application/x-dosexec", "buffer": b"MZ" * 40}
        self.page.set_input_files("[name=file]", [photo, program])
        if not self.watched.runs_ours:
            return self.press("传上去", "files with one refused")
        self.page.wait_for_selector(".not-taken")
        return self.look("files with one refused")

    def ask_for_hints(self) -> None:
        """With scripts the page stays."""
        if not self.watched.runs_ours:
            return self.press("看看还缺什么", "matter with hints")
        self.page.get_by_role("button", name="看看还缺什么", exact=True).click()
        self.page.wait_for_selector("#hints li")
        return self.look("matter with hints")

    def look_up(self, code: str) -> None:
        self.visit("/mailbox/")
        self.press("查询", "no code")
        self.page.fill("[name=code]", code[:-1])
        self.press("查询", "a code with a slip")
        self.page.fill("[name=code]", code)
        self.page.get_by_role("button", name="查询", exact=True).click()
        self.page.wait_for_url("**/mailbox/case")
        self.look("mailbox")
