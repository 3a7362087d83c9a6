"""Every text can be read: the tokens themselves are measured, in light, dark and large type."""

import re
from pathlib import Path

import pytest

import yixian.toolkit

STYLES = Path(yixian.toolkit.__file__).parent / "static" / "yixian"
TOKEN = re.compile(r"--([\w-]+):\s*(#[0-9a-f]{6})")
BLOCK = re.compile(r"^(@media[^{]+\{\s*)?\s*(:root|html\[data-size=\"large\"\])\s*\{([^}]*)\}", re.MULTILINE)

TEXTS = [("ink", ground) for ground in ("paper", "sheet", "wash", "slate-wash", "seal-wash")]
TEXTS += [(text, ground) for text in ("ink-2", "ink-3") for ground in ("paper", "sheet", "wash")]
TEXTS += [("slate", ground) for ground in ("paper", "sheet", "wash")]
TEXTS += [("seal", ground) for ground in ("paper", "sheet")]
TEXTS += [("on-slate", "slate-fill"), ("on-seal", "seal-fill")]


def blocks() -> dict[tuple[bool, bool], dict[str, str]]:
    """(dark, large) → its own tokens; print is left out."""
    text = (STYLES / "tokens.css").read_text(encoding="utf-8").split("@media print")[0]
    return {
        ("dark" in (media or ""), "large" in selector): dict(TOKEN.findall(body))
        for media, selector, body in BLOCK.findall(text)
    }


def palette(*, dark: bool, large: bool) -> dict[str, str]:
    own = blocks()
    layers = [own[False, False]]
    layers += [own[True, False]] if dark else []
    layers += [own[False, True]] if large else []
    layers += [own[True, True]] if dark and large else []
    return {name: value for layer in layers for name, value in layer.items()}


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("large", [False, True])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_every_text_stands_out_from_its_ground(*, dark: bool, large: bool, text: str, ground: str) -> None:
    colours = palette(dark=dark, large=large)

    assert contrast(colours[text], colours[ground]) >= (7 if large else 4.5)


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("ground", ["paper", "sheet"])
def test_the_edge_of_a_field_and_the_focus_can_be_seen(*, dark: bool, ground: str) -> None:
    colours = palette(dark=dark, large=False)

    assert [contrast(colours[edge], colours[ground]) >= 3 for edge in ("line-strong", "focus")] == [
        True,
        True,
    ]


def test_colours_are_decided_in_the_tokens_alone() -> None:
    allowed = {"tokens.css"}
    strays = {
        path.name
        for path in STYLES.glob("*.css")
        if path.name not in allowed and re.search(r"#[0-9a-f]{6}\b|hsl\(", path.read_text(encoding="utf-8"))
    }

    assert strays == set()


def test_the_large_type_is_22_pixels() -> None:
    assert 'html[data-size="large"] {\n  font-size: 137.5%;' in (STYLES / "tokens.css").read_text(
        encoding="utf-8"
    )
