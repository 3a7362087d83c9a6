"""The pieces of a paragraph: text in one look, pictures, breaks and page numbers."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.opc.part import Part
from docx.oxml.ns import qn

from yixian.toolkit.documents.typeset.faces import faces_for, is_weakened
from yixian.toolkit.documents.typeset.layers import Element, Layers, Styles, number

EMU = 12_700
"""English metric units in a point."""
DEFAULT_FACE, DEFAULT_SIZE = "宋体", 10.5
INSIDE = frozenset(
    qn(each)
    for each in ("w:hyperlink", "w:ins", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple", "w:moveTo")
)
"""What only wraps runs."""
FIELDS = {"PAGE": "page", "NUMPAGES": "pages"}
PICTURES = {"png": "png", "jpg": "jpg", "jpeg": "jpg", "gif": "gif"}
PAGE_BREAK = {"kind": "newpage"}
Piece = dict[str, Any]


@dataclass
class Fields:
    """Where the reader stands in a field: its instruction, its shown result, or outside."""

    stage: str = ""
    instruction: str = field(default="")

    @property
    def name(self) -> str:
        words = self.instruction.split()
        return words[0].upper() if words else ""

    @property
    def hides_result(self) -> bool:
        return self.stage == "result" and self.name in FIELDS


def pieces_of(paragraph: Element, styles: Styles, part: Part) -> list[Piece]:
    """In order; neighbours in the same look are one piece, so that their letters are set together."""
    merged: list[Piece] = []
    state = Fields()
    for run in _runs_in(paragraph):
        for piece in _pieces_of_run(run, paragraph, styles, part, state):
            last = merged[-1] if merged else None
            if last and last["kind"] == piece["kind"] == "text" and last["look"] == piece["look"]:
                last["text"] += piece["text"]
            else:
                merged.append(piece)
    return merged


def _runs_in(parent: Element) -> Iterator[Element]:
    for child in parent:
        if child.tag == qn("w:r"):
            yield child
        elif child.tag in INSIDE:
            yield from _runs_in(child)


def _pieces_of_run(
    run: Element, paragraph: Element, styles: Styles, part: Part, state: Fields
) -> Iterator[Piece]:
    layers = styles.run(run.find(qn("w:rPr")), paragraph.find(qn("w:pPr")))
    if layers.is_on("w:vanish"):
        return
    look = look_of(layers)
    simple = run.getparent()
    if simple.tag == qn("w:fldSimple") and (name := _first_word(simple.get(qn("w:instr")))) in FIELDS:
        yield {"kind": FIELDS[name], "look": look}
        return
    for child in run:
        yield from _piece(child, look, part, state)


def _first_word(instruction: str | None) -> str:
    return (instruction or "").split()[0].upper() if (instruction or "").split() else ""


def _piece(child: Element, look: Piece, part: Part, state: Fields) -> Iterator[Piece]:
    tag = child.tag
    if tag == qn("w:fldChar"):
        yield from _field(child.get(qn("w:fldCharType")), look, state)
    elif tag == qn("w:instrText"):
        state.instruction += child.text or ""
    elif state.stage == "instruction" or state.hides_result:
        return
    elif tag == qn("w:t"):
        yield _text(child.text or "", look)
    elif tag == qn("w:noBreakHyphen"):
        yield _text("\u2011", look)
    elif tag == qn("w:tab"):
        yield {"kind": "tab", "look": look}
    elif tag in (qn("w:br"), qn("w:cr")):
        yield dict(PAGE_BREAK) if child.get(qn("w:type")) == "page" else {"kind": "break"}
    elif tag == qn("w:drawing"):
        yield from _pictures(child, part)


def _text(text: str, look: Piece) -> Piece:
    """Blanks that are underlined are a line to write on: they must not be swallowed at a line's end."""
    return {"kind": "text", "text": text.replace(" ", "\u00a0") if look["under"] else text, "look": look}


def _field(kind: str | None, look: Piece, state: Fields) -> Iterator[Piece]:
    if kind == "begin":
        state.stage, state.instruction = "instruction", ""
    elif kind == "separate":
        state.stage = "result"
    elif kind == "end":
        if state.name in FIELDS:
            yield {"kind": FIELDS[state.name], "look": look}
        state.stage = ""


def look_of(layers: Layers) -> Piece:
    """Faces, size and emphasis of one run."""
    chinese = layers.attribute("w:rFonts", "w:eastAsia") or DEFAULT_FACE
    latin = layers.attribute("w:rFonts", "w:ascii") or chinese
    color = layers.value("w:color") or "000000"
    raised = layers.value("w:vertAlign") or "baseline"
    return {
        "faces": [[name, is_latin] for name, is_latin in faces_for(chinese, latin)],
        "size": size_of(layers),
        "bold": layers.is_on("w:b"),
        "strong": is_weakened(chinese),
        "italic": layers.is_on("w:i"),
        "under": layers.is_on("w:u"),
        "struck": layers.is_on("w:strike"),
        "color": "000000" if color == "auto" else color,
        "raised": raised,
    }


def size_of(layers: Layers) -> float:
    said = layers.value("w:sz")
    return number(said) / 2 if said else DEFAULT_SIZE


def _pictures(drawing: Element, part: Part) -> Iterator[Piece]:
    """Pictures that stand in the line; floating ones are named by ``unsupported``."""
    for inline in drawing.iter(qn("wp:inline")):
        blip, extent = inline.find(f".//{qn('a:blip')}"), inline.find(qn("wp:extent"))
        if blip is None or blip.get(qn("r:embed")) is None:
            continue
        picture = part.related_parts[blip.get(qn("r:embed"))]
        shape = PICTURES.get(picture.partname.ext.lower())
        if shape is None:
            continue
        told = inline.find(qn("wp:docPr"))
        yield {
            "kind": "picture",
            "format": shape,
            "bytes": list(picture.blob),
            "width": number(extent.get("cx")) / EMU,
            "height": number(extent.get("cy")) / EMU,
            "alt": (told.get("descr") if told is not None else "") or "图",
        }
