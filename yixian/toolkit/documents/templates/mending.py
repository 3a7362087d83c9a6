"""What a clerk cannot see in Word is put right: a placeholder that Word keeps in several pieces, braces typed as
full-width signs, blanks inside a name.
"""

import re
from collections.abc import Iterator

from docx.oxml.ns import qn
from lxml import etree

WRITTEN = re.compile(r"[{｛]\s*[{｛]([^{}｛｝]{1,60})[}｝]\s*[}｝]")
PLAIN = re.compile(r"[\w\s]+")
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def mend(root: etree._Element) -> Iterator[str]:
    """Mend every paragraph below; tell what a clerk should know of."""
    for paragraph in list(root.iter(qn("w:p"))):
        yield from _mend_paragraph(paragraph)


def texts_of(paragraph: etree._Element) -> list[etree._Element]:
    """The pieces of text of this paragraph itself, without those of a text box that hangs in it."""
    mine = qn("w:p")
    return [each for each in paragraph.iter(qn("w:t")) if next(each.iterancestors(mine)) is paragraph]


def text_in(paragraph: etree._Element) -> str:
    return "".join(each.text or "" for each in texts_of(paragraph))


def _mend_paragraph(paragraph: etree._Element) -> Iterator[str]:
    for found in reversed(list(WRITTEN.finditer(text_in(paragraph)))):
        if not PLAIN.fullmatch(found[1]):
            continue
        name = "".join(found[1].split())
        looks = _put(paragraph, found.start(), found.end(), f"{{{{{name}}}}}")
        if len(looks) > 1:
            yield f"“{{{{{name}}}}}”里的字用了几种格式，已按第一个字的格式接成一个。"


def _put(paragraph: etree._Element, start: int, end: int, written: str) -> set[bytes]:
    """Write the placeholder into the first piece that it touches and take it out of the others; give the looks."""
    at, looks, first = 0, set[bytes](), True
    for each in texts_of(paragraph):
        text = each.text or ""
        low, high = max(start - at, 0), min(end - at, len(text))
        at += len(text)
        if low >= high:
            continue
        each.text = text[:low] + (written if first else "") + text[high:]
        each.set(SPACE, "preserve")
        looks.add(_look(each))
        first = False
    return looks


def _look(text: etree._Element) -> bytes:
    run = text.getparent()
    properties = None if run is None else run.find(qn("w:rPr"))
    if properties is None:
        return b""
    hints = {qn("w:lang"), qn("w:noProof")}
    return b"".join(etree.tostring(each) for each in properties if each.tag not in hints)
