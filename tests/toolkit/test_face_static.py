"""What is sent to the browser: nothing inline, nothing from elsewhere, light at the window."""

import gzip
import hashlib
import re
from pathlib import Path

import pytest

import yixian

PACKAGE = Path(yixian.__file__).parent
STATIC = PACKAGE / "toolkit" / "static" / "yixian"
TEMPLATES = sorted(PACKAGE.glob("*/templates/**/*.html"))
INLINE = {
    "a style attribute": re.compile(r"\sstyle\s*="),
    "a style element": re.compile(r"<style\b"),
    "an inline script": re.compile(r"<script\b(?![^>]*\bsrc=)"),
    "an event attribute": re.compile(r"\son[a-z]+\s*=\s*[\"']"),
    "another site": re.compile(r"(?:src|href|action)=[\"'](?:https?:)?//"),
    "a script address": re.compile(r"javascript:"),
}
WINDOW = ("tokens.css", "base.css", "forms.css", "components.css", "sheets.css", "window.css", "window.js")


@pytest.mark.parametrize("breach", INLINE)
def test_no_template_holds_what_the_policy_refuses(breach: str) -> None:
    guilty = [path.name for path in TEMPLATES if INLINE[breach].search(path.read_text(encoding="utf-8"))]

    assert guilty == []


@pytest.mark.parametrize(
    "planted",
    ['<p style="a">', "<style>a", "<script>a", '<p onclick="a">', '<img src="//a">', "javascript:a"],
)
def test_a_planted_breach_is_seen(planted: str) -> None:
    assert any(pattern.search(planted) for pattern in INLINE.values())


def test_vendored_files_are_what_their_sums_say() -> None:
    folder = STATIC / "vendor"
    sums = dict(reversed(line.split()) for line in (folder / "SHA256SUMS").read_text().splitlines())

    found = {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in folder.iterdir() if p.name != "SHA256SUMS"
    }

    assert found == sums


def test_the_window_weighs_less_than_60_kilobytes() -> None:
    weight = sum(len(gzip.compress((STATIC / name).read_bytes())) for name in WINDOW)

    assert weight < 60_000


def test_the_window_loads_what_is_weighed() -> None:
    base = (PACKAGE / "window/templates/window/base.html").read_text(encoding="utf-8")
    head = (PACKAGE / "toolkit/templates/components/head.html").read_text(encoding="utf-8")

    loaded = re.findall(r"'yixian/([\w.]+\.(?:css|js))'", head + base)

    assert sorted(loaded) == sorted(WINDOW)


def test_nothing_typed_is_kept_on_the_device() -> None:
    scripts = "".join(path.read_text(encoding="utf-8") for path in STATIC.glob("*.js"))

    assert re.findall(r"localStorage|sessionStorage|indexedDB|caches\.", scripts) == []


def test_no_style_asks_for_another_address() -> None:
    styles = "".join(path.read_text(encoding="utf-8") for path in STATIC.glob("*.css"))

    assert re.findall(r"url\(|@import", styles) == []
