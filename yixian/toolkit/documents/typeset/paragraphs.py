"""One paragraph: how its lines stand, and its pieces. A page break inside parts it in two."""

import math
from collections.abc import Iterator
from typing import Any

from docx.opc.part import Part
from docx.oxml.ns import qn

from yixian.toolkit.documents.typeset.layers import Element, Layers, Styles, number
from yixian.toolkit.documents.typeset.runs import PAGE_BREAK, Piece, pieces_of, size_of

NATURAL = 1.3
"""The height of a line of Chinese text in sizes of its letters, as Word sets it without further orders."""
ABOVE = 0.38
"""How far the middle of a Chinese letter stands above its baseline, in sizes."""
SINGLE = 240
ALIGNED = {"center": "center", "right": "right", "end": "right"}
JUSTIFIED = frozenset({"both", "distribute"})
Block = dict[str, Any]


def blocks_of_paragraph(paragraph: Element, styles: Styles, part: Part, grid: float) -> Iterator[Block]:
    """Its lines as a block; two blocks and a page break where the text has one."""
    properties = paragraph.find(qn("w:pPr"))
    layers = styles.paragraph(properties)
    pieces = pieces_of(paragraph, styles, part)
    size = _size(paragraph, styles, pieces)
    shape = _shape(layers, size, grid)
    if layers.is_on("w:pageBreakBefore"):
        yield dict(PAGE_BREAK)
    parts = _parted(pieces)
    for at, chunk in enumerate(parts):
        if at:
            yield dict(PAGE_BREAK)
        if chunk or len(parts) == 1:
            yield {"kind": "paragraph", **shape, "pieces": chunk}


def _parted(pieces: list[Piece]) -> list[list[Piece]]:
    parts: list[list[Piece]] = [[]]
    for piece in pieces:
        if piece == PAGE_BREAK:
            parts.append([])
        else:
            parts[-1].append(piece)
    return parts


def _size(paragraph: Element, styles: Styles, pieces: list[Piece]) -> float:
    """The largest letters of the paragraph; of an empty one, those of its mark."""
    sizes = [each["look"]["size"] for each in pieces if "look" in each]
    if sizes:
        return float(max(sizes))
    properties = paragraph.find(qn("w:pPr"))
    mark = None if properties is None else properties.find(qn("w:rPr"))
    return size_of(styles.run(mark, properties))


def _shape(layers: Layers, size: float, grid: float) -> Block:
    pitch = _pitch(layers, size, grid)
    first, hanging = _measure(layers, "firstLine", size), _measure(layers, "hanging", size)
    left = _measure(layers, "left", size) or _measure(layers, "start", size)
    jc = layers.value("w:jc") or "left"
    return {
        "align": ALIGNED.get(jc, "left"),
        "justify": jc in JUSTIFIED,
        "first": 0 if hanging else first,
        "hanging": hanging,
        "left": left - hanging,
        "right": _measure(layers, "right", size) or _measure(layers, "end", size),
        "before": _gap(layers, "before"),
        "after": _gap(layers, "after"),
        "pitch": pitch,
        "top": pitch / 2 + ABOVE * size,
        "bottom": pitch / 2 - ABOVE * size,
        "sticky": layers.is_on("w:keepNext"),
        "whole": layers.is_on("w:keepLines"),
        "fills": _has_far_tab(layers),
    }


def _measure(layers: Layers, name: str, size: float) -> float:
    """An indent, in characters where it says so, else in twips."""
    chars = layers.attribute("w:ind", f"w:{name}Chars")
    if chars is not None and number(chars):
        return number(chars) / 100 * size
    return layers.points("w:ind", f"w:{name}") or 0.0


def _gap(layers: Layers, name: str) -> float:
    lines = layers.attribute("w:spacing", f"w:{name}Lines")
    if lines is not None and number(lines):
        return number(lines) / 100 * 12
    return layers.points("w:spacing", f"w:{name}") or 0.0


def _pitch(layers: Layers, size: float, grid: float) -> float:
    """From one line to the next. Where the page has a grid, lines of letters too large for one row take two."""
    line, rule = layers.attribute("w:spacing", "w:line"), layers.attribute("w:spacing", "w:lineRule")
    natural = size * NATURAL
    if line and rule == "exact":
        return number(line) / 20
    if line and rule == "atLeast":
        return max(natural, number(line) / 20)
    snaps = grid and layers.value("w:snapToGrid") not in ("0", "false", "off")
    single = math.ceil(natural / grid - 0.01) * grid if snaps else natural
    return single * (number(line) / SINGLE if line else 1)


def _has_far_tab(layers: Layers) -> bool:
    """Whether a tab means the far side of the line, as in a signature line."""
    tabs = layers.find("w:tabs")
    kinds = [] if tabs is None else [each.get(qn("w:val")) for each in tabs]
    return "right" in kinds or "center" in kinds
