"""The whole document as plain data: its page, what stands at head and foot of each page, and its blocks."""

import io
from collections.abc import Iterator
from functools import partial
from typing import Any

import docx
from docx.document import Document
from docx.opc.part import Part
from docx.oxml.ns import qn
from docx.section import Section, _Footer, _Header

from yixian.toolkit.documents.typeset.layers import Element, Styles, number
from yixian.toolkit.documents.typeset.paragraphs import Block, blocks_of_paragraph
from yixian.toolkit.documents.typeset.tables import block_of_table

WRAPS = frozenset(qn(each) for each in ("w:sdt", "w:sdtContent", "w:ins", "w:smartTag", "w:customXml"))
LINED = frozenset({"lines", "linesAndChars", "snapToChars"})


def read(content: bytes) -> dict[str, Any]:
    """Everything the template of typst needs, in points."""
    document = docx.Document(io.BytesIO(content))
    styles, section = Styles(document), document.sections[-1]
    grid = _grid(section)
    return {
        "title": document.core_properties.title or "文书",
        "page": _page(section),
        "heads": _edges(document, section, "header", styles),
        "feet": _edges(document, section, "footer", styles),
        "blocks": list(_blocks(document.element.body, styles, document.part, grid)),
    }


def _grid(section: Section) -> float:
    """The height of a row of the page's grid, in points; 0 where lines stand freely."""
    said = section._sectPr.find(qn("w:docGrid"))
    if said is None or said.get(qn("w:type")) not in LINED:
        return 0.0
    return number(said.get(qn("w:linePitch")) or "0") / 20


def _page(section: Section) -> dict[str, float]:
    measures = {
        "width": section.page_width,
        "height": section.page_height,
        "top": section.top_margin,
        "bottom": section.bottom_margin,
        "left": section.left_margin,
        "right": section.right_margin,
        "head": section.header_distance,
        "foot": section.footer_distance,
    }
    return {name: (each.pt if each is not None else 72.0) for name, each in measures.items()}


def _edges(document: Document, section: Section, which: str, styles: Styles) -> dict[str, Any]:
    """What stands at one edge: on every page, on even pages, on the first, where these differ."""
    edges = {"odd": getattr(section, which)}
    if document.settings.odd_and_even_pages_header_footer:
        edges["even"] = getattr(section, f"even_page_{which}")
    if section.different_first_page_header_footer:
        edges["first"] = getattr(section, f"first_page_{which}")
    return {name: _edge(each, styles) for name, each in edges.items()}


def _edge(edge: _Header | _Footer, styles: Styles) -> list[Block]:
    if edge.is_linked_to_previous:
        return []
    return list(_blocks(edge._element, styles, edge.part, 0.0))


def _blocks(parent: Element, styles: Styles, part: Part, grid: float) -> Iterator[Block]:
    for child in parent:
        if child.tag == qn("w:p"):
            yield from blocks_of_paragraph(child, styles, part, grid)
        elif child.tag == qn("w:tbl"):
            within = styles.inside(child.find(qn("w:tblPr")))
            yield block_of_table(child, styles, partial(_cell, styles=within, part=part, grid=grid))
        elif child.tag in WRAPS:
            yield from _blocks(child, styles, part, grid)


def _cell(cell: Element, *, styles: Styles, part: Part, grid: float) -> list[Block]:
    return list(_blocks(cell, styles, part, grid))
