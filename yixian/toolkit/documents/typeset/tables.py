"""Tables: widths, merged cells, borders, and what stands in the cells."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from yixian.toolkit.documents.typeset.layers import TWIPS, Element, Layers, Styles, number

SIDES = ("top", "bottom", "left", "right")
BESIDE = 5.4
"""Points between a cell's border and its text, left and right, unless the table says otherwise."""
STANDING = {"center": "horizon", "bottom": "bottom"}
Cell = dict[str, Any]
Inner = Callable[[Element], list[dict[str, Any]]]


@dataclass
class Grid:
    """A table laid out: each cell with its place; those that continue a merged one are gone."""

    columns: list[float]
    cells: list[Cell] = field(default_factory=list)
    rows: int = 0


def block_of_table(table: Element, styles: Styles, inner: Inner) -> dict[str, Any]:
    """``inner`` gives the blocks in a cell."""
    properties = table.find(qn("w:tblPr"))
    layers = styles.table(properties)
    rows = (
        list(table.iter(qn("w:tr"))) if table.find(f".//{qn('w:tbl')}") is None else table.findall(qn("w:tr"))
    )
    grid = Grid(_columns(table, rows))
    for row in rows:
        _lay_row(grid, row, inner)
    _draw_borders(grid, layers)
    return {
        "kind": "table",
        "columns": grid.columns,
        "rows": grid.rows,
        "cells": grid.cells,
        "align": {"center": "center", "right": "right"}.get(layers.value("w:jc") or "", "left"),
        "indent": layers.points("w:tblInd", "w:w") or 0.0,
        "heading": _heading_rows(rows),
        "inset": {side: _inset(layers, side) for side in SIDES},
    }


def _columns(table: Element, rows: list[Element]) -> list[float]:
    said = [number(each.get(qn("w:w")) or "0") / TWIPS for each in table.iter(qn("w:gridCol"))]
    widest = max((sum(_span(cell) for cell in row.findall(qn("w:tc"))) for row in rows), default=1)
    return said if len(said) >= widest and all(said) else [0.0] * widest


def _heading_rows(rows: list[Element]) -> int:
    count = 0
    for row in rows:
        if row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None:
            break
        count += 1
    return count if count < len(rows) else 0


def _lay_row(grid: Grid, row: Element, inner: Inner) -> None:
    at, height, whole = 0, _height(row), row.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
    for cell in row.findall(qn("w:tc")):
        span, properties = _span(cell), cell.find(qn("w:tcPr"))
        merge = None if properties is None else properties.find(qn("w:vMerge"))
        if merge is not None and merge.get(qn("w:val")) != "restart":
            for above in grid.cells:
                if above["x"] == at and above["y"] + above["rowspan"] == grid.rows:
                    above["rowspan"] += 1
        else:
            layers = Layers(properties)
            grid.cells.append(
                {
                    "x": at,
                    "y": grid.rows,
                    "colspan": span,
                    "rowspan": 1,
                    "height": height,
                    "whole": whole,
                    "stands": STANDING.get(layers.value("w:vAlign") or "", "top"),
                    "fill": _fill(layers),
                    "own": properties,
                    "blocks": inner(cell),
                }
            )
        at += span
    grid.rows += 1


def _span(cell: Element) -> int:
    said = cell.find(f"{qn('w:tcPr')}/{qn('w:gridSpan')}")
    return int(number(said.get(qn("w:val")))) if said is not None else 1


def _height(row: Element) -> float:
    said = row.find(f"{qn('w:trPr')}/{qn('w:trHeight')}")
    return number(said.get(qn("w:val")) or "0") / TWIPS if said is not None else 0.0


def _fill(layers: Layers) -> str:
    said = layers.attribute("w:shd", "w:fill") or "auto"
    return "" if said == "auto" else said


def _inset(layers: Layers, side: str) -> float:
    margins = layers.find("w:tblCellMar")
    said = None if margins is None else margins.find(qn(f"w:{side}"))
    if said is not None:
        return number(said.get(qn("w:w")) or "0") / TWIPS
    return BESIDE if side in ("left", "right") else 0.0


def _draw_borders(grid: Grid, layers: Layers) -> None:
    """Each side of a cell: its own border, else the table's outer or inner one."""
    across = len(grid.columns)
    for cell in grid.cells:
        at_edge = {
            "top": cell["y"] == 0,
            "bottom": cell["y"] + cell["rowspan"] == grid.rows,
            "left": cell["x"] == 0,
            "right": cell["x"] + cell["colspan"] >= across,
        }
        own = Layers(cell.pop("own")).find("w:tcBorders")
        cell["borders"] = {side: _border(own, layers, side, at_edge[side]) for side in SIDES}


def _border(own: Element, layers: Layers, side: str, at_edge: bool) -> float:
    inner = "insideH" if side in ("top", "bottom") else "insideV"
    for said in _said(own, layers, side if at_edge else inner, side):
        if said.get(qn("w:val")) in ("nil", "none"):
            return 0.0
        return max(number(said.get(qn("w:sz")) or "4") / 8, 0.25)
    return 0.0


def _said(own: Element, layers: Layers, of_table: str, side: str) -> Iterator[Element]:
    if own is not None and own.find(qn(f"w:{side}")) is not None:
        yield own.find(qn(f"w:{side}"))
    for each in layers.elements:
        borders = each.find(qn("w:tblBorders"))
        if borders is not None and borders.find(qn(f"w:{of_table}")) is not None:
            yield borders.find(qn(f"w:{of_table}"))
