"""How heavy the window is and how fast it opens on a slow line: home, every question, the receipt and the mailbox.

python -m bench window

A demonstration office is served as it is for users (granian, static files as installed); a headless Chromium that has
nothing in its cache opens each page over a line of 400 kbit/s with a round trip of 400 ms (Chromium's own emulation:
each request waits 400 ms, all share the line). ``kilobytes`` are what went over the line, headers included;
``seconds`` until everything is loaded; ``readable`` until the first words are painted. The limits are issue 3's.
"""

import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
LIMITS = {"kilobytes": 60, "seconds": 2.5}
LINE = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
PORT, PATIENCE, ROUNDS = 8399, 300, 3
PAGES = ("", "report/", "report/office", "report/signing", "report/reporter", "report/persons", "report/matter",
         "report/place", "report/files", "report/check", "report/receipt", "mailbox/")  # fmt: skip


def measure() -> dict[str, object]:
    """Each page: the median of some first visits. One browser at a time, the server on the same machine."""
    with _office() as base, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        cookies = _written(browser, base)
        pages = {f"/{path}": _visits(browser, base, path, cookies(path)) for path in PAGES}
        browser.close()
    heaviest = max(each["kilobytes"] for each in pages.values())
    slowest = max(each["seconds"] for each in pages.values())
    return {
        "line": "400 kbit/s, 400 ms",
        "limits": LIMITS,
        "heaviest_kilobytes": heaviest,
        "slowest_seconds": slowest,
        "held": heaviest < LIMITS["kilobytes"] and slowest < LIMITS["seconds"],
        "pages": pages,
    }


@contextmanager
def _office() -> Iterator[str]:
    """A demonstration in a folder of its own, with one office, as long as it is needed."""
    with tempfile.TemporaryDirectory(prefix="yixian-bench-") as home:
        settings = {"YIXIAN_HOME": home, "DJANGO_SETTINGS_MODULE": "yixian.config.settings.dev"}
        command = [
            sys.executable,
            "-c",
            "from yixian.config.cli import main; main()",
            "demo",
            "--port",
            str(PORT),
        ]
        server = subprocess.Popen(command, env={**os.environ, **settings}, stdout=subprocess.DEVNULL)
        try:
            yield _when_ready(f"http://127.0.0.1:{PORT}", server)
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(30)


def _when_ready(base: str, server: "subprocess.Popen[bytes]") -> str:
    for _ in range(PATIENCE):
        if server.poll() is not None:
            raise ChildProcessError("the demonstration did not start")
        try:
            urlopen(base, timeout=5).close()  # noqa: S310 - our own address
            return base
        except (URLError, OSError):
            time.sleep(1)
    raise TimeoutError("the demonstration did not start")


@dataclass
class _Jar:
    """The cookies of one browser that is at the questions, and of one that has sent its report."""

    asked: list[Any]
    sent: list[Any]

    def __call__(self, path: str) -> list[Any]:
        return self.sent if path == "report/receipt" else self.asked if path.startswith("report/") else []


def _written(browser: Browser, base: str) -> _Jar:
    jar = _Jar([], [])
    for send in (False, True):
        context = browser.new_context(base_url=base)
        page = context.new_page()
        _answer_everything(page)
        if send:
            page.get_by_role("button", name="提交", exact=True).click()
            page.wait_for_url("**/receipt")
        setattr(jar, "sent" if send else "asked", context.cookies())
        context.close()
    return jar


ANSWERS = ("青禾镇纪委", "没有", "实名（写姓名和联系方式）", "name=田小满", "name=无此人氏", "没有了",
           "account=二〇二五年五月，柳湾村修路的钱没有公示，路只修了一半。", "", "")  # fmt: skip


def _answer_everything(page: Page) -> None:
    page.goto("/report/")
    page.get_by_role("button", name="我看过了，开始写").click()
    page.wait_for_url(re.compile(r"/report/\w+"))
    for answer in ANSWERS:
        name, equals, words = answer.partition("=")
        if equals:
            page.fill(f"[name={name}]", words)
        elif answer:
            page.get_by_text(answer, exact=True).click()
        page.get_by_role("button", name="下一步", exact=True).click()
        page.wait_for_load_state()
    page.wait_for_url("**/check")


def _visits(browser: Browser, base: str, path: str, cookies: list[Any]) -> dict[str, float]:
    found = [_first_visit(browser.new_context(base_url=base), path, cookies) for _ in range(ROUNDS)]
    return {name: sorted(each[name] for each in found)[ROUNDS // 2] for name in found[0]}


def _first_visit(context: BrowserContext, path: str, cookies: list[Any]) -> dict[str, float]:
    context.add_cookies(cookies)
    page, sizes = context.new_page(), list[float]()
    line = context.new_cdp_session(page)
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", LINE)
    line.on("Network.loadingFinished", lambda event: sizes.append(event["encodedDataLength"]))
    page.goto(f"/{path}", wait_until="load", timeout=60_000)
    assert page.url.endswith(f"/{path}"), f"{path} led to {page.url}"
    timing = page.evaluate(
        "[performance.getEntriesByType('navigation')[0].loadEventStart,"
        " performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0]"
    )
    context.close()
    return {
        "kilobytes": round(sum(sizes) / 1000, 1),
        "requests": len(sizes),
        "seconds": round(timing[0] / 1000, 2),
        "readable": round(timing[1] / 1000, 2),
    }


if __name__ == "__main__":
    import json

    print(json.dumps(measure(), ensure_ascii=False, indent=2))
    sys.exit(0)
