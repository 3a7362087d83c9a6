"""The words of a Word document, in the order in which they are read: what is scanned, sealed and shown."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import docx
from docx.oxml.ns import qn
from lxml import etree

from yixian.toolkit.documents.typeset.unsupported import roots_of


@dataclass(frozen=True, slots=True)
class Words:
    """``lines`` of the text itself, ``edges`` of headers and footers."""

    lines: tuple[str, ...]
    edges: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        return next((line.strip() for line in self.lines if line.strip()), "")

    @property
    def text(self) -> str:
        """From the line after the title."""
        at = next((at for at, line in enumerate(self.lines) if line.strip()), len(self.lines))
        return "\n".join(self.lines[at + 1 :]).strip("\n")

    @property
    def whole(self) -> str:
        return "\n".join((*self.edges, *self.lines))


def words_of(content: bytes) -> Words:
    body, *edges = roots_of(docx.Document(io.BytesIO(content)))
    return Words(tuple(_lines(body)), tuple(line for edge in edges for line in _lines(edge) if line.strip()))


def _lines(parent: etree._Element) -> Iterator[str]:
    """A line for each paragraph, and one for each row of a table."""
    for child in parent:
        if child.tag == qn("w:p"):
            yield _text(child)
        elif child.tag == qn("w:tbl"):
            for row in child.iter(qn("w:tr")):
                cells = ["".join(_lines(cell)).strip() for cell in row.iter(qn("w:tc"))]
                yield "　".join(cell for cell in cells if cell)
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent")):
            yield from _lines(child)


def _text(paragraph: etree._Element) -> str:
    """Line breaks inside a paragraph stay lines."""
    signs = {qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:tab"): "　"}
    inside = (each for each in paragraph.iter(qn("w:t"), *signs) if each.getparent().tag != qn("w:tabs"))
    return "".join(each.text or "" if each.tag == qn("w:t") else signs[str(each.tag)] for each in inside)
