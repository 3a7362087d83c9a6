"""The pages themselves, in a real browser: no violation of accessibility, no error, no sideways scrolling.

The browser is given each page straight from the view, with the site's own content security policy.
"""

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.contrib.staticfiles import finders
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory, override_settings
from playwright.sync_api import Browser, Page, Route

from yixian.desk.web.components import components

pytestmark = pytest.mark.browser

SITE = "http://face.test"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
ERRORS = [
    f"{face}/errors/{code}.html" for face in ("desk", "window") for code in (400, 403, 404, 500, "csrf")
]
QUESTION = (
    '{% extends "window/base.html" %}{% block main %}'
    '<h1>写</h1><textarea aria-label="写"></textarea>{% endblock %}'
)
SIZES = [("normal", "light"), ("normal", "dark"), ("large", "light"), ("large", "dark")]


@pytest.fixture
def browser(chromium: Browser) -> Browser:
    """The browser that all tests share."""
    return chromium


def policy() -> str:
    return "; ".join(
        f"{name} {' '.join(sources)}"
        for name, sources in settings.CONTENT_SECURITY_POLICY["DIRECTIVES"].items()
    )


def show(browser: Browser, html: str, *, width: int = 1280, scheme: str = "light") -> tuple[Page, list[str]]:
    """A page that shows ``html`` at SITE, and the list in which its complaints collect."""
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))

    def answer(route: Route) -> None:
        path = route.request.url.removeprefix(SITE)
        found = finders.find(path.removeprefix("/static/")) if path.startswith("/static/") else None
        if found:
            route.fulfill(path=found, content_type=TYPES[Path(found).suffix])
        else:
            headers = {"Content-Security-Policy": policy()}
            route.fulfill(body=html, content_type="text/html; charset=utf-8", headers=headers)

    page.route("**/*", answer)
    page.goto(f"{SITE}/page")
    return page, complaints


def components_page(size: str) -> str:
    request = RequestFactory().get("/desk/components")
    request.COOKIES["yixian_size"] = size
    request.officer = None  # type: ignore[attr-defined]
    with override_settings(YIXIAN_SHOW_COMPONENTS=True):
        return components(request).content.decode()


def violations(page: Page) -> list[str]:
    return [f"{found['id']}: {found['help']}" for found in Axe().run(page).response["violations"]]


def is_wider_than_the_screen(page: Page) -> bool:
    return bool(page.evaluate("document.documentElement.scrollWidth > innerWidth"))


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize(("size", "scheme"), SIZES)
def test_every_component_is_accessible_and_fits(browser: Browser, size: str, scheme: str, width: int) -> None:
    page, complaints = show(browser, components_page(size), width=width, scheme=scheme)

    assert (violations(page), complaints, is_wider_than_the_screen(page)) == ([], [], False)
    page.close()


@pytest.mark.parametrize("template", ERRORS)
def test_error_pages_say_what_to_do_and_are_accessible(browser: Browser, template: str) -> None:
    page, complaints = show(browser, render_to_string(template), width=360)

    assert (violations(page), complaints, page.locator("main li").count() > 0) == ([], [], True)
    page.close()


def test_the_keys_of_the_desk_move_search_and_explain(browser: Browser) -> None:
    page, _ = show(browser, components_page("normal"))

    page.keyboard.press("j")
    page.keyboard.press("j")
    assert page.inner_text("tr.is-at .row-link") == "2026-0013"
    page.keyboard.press("?")
    assert "台账" in page.inner_text("#keys-list")
    page.keyboard.press("Escape")
    page.wait_for_selector("#keys", state="hidden")
    page.keyboard.press("Control+k")
    page.keyboard.type("统")
    assert page.inner_text("#palette-list [aria-selected=true] > span:first-child") == "统计"
    page.close()


def test_large_type_changes_in_place_and_keeps_what_was_typed(browser: Browser) -> None:
    page, complaints = show(browser, Template(QUESTION).render(Context({"size": "normal"})), width=360)

    page.fill("textarea", "村里的账")
    page.click("[data-size-switch]")

    assert page.get_attribute("html", "data-size") == "large"
    assert page.input_value("textarea") == "村里的账"
    assert page.inner_text("[data-size-switch]") == "普通版"
    assert complaints == []
    page.close()
