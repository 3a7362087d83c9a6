"""From data to PDF, in memory: a paper is never written to the disk in the clear."""

import json
from importlib.resources import files
from typing import Any, Final

import typst

from yixian.toolkit.documents.typeset.faces import fonts
from yixian.toolkit.documents.typeset.reading import read

STANDARD: Final = "a-2b"
NO_MOMENT = 946_684_800
"""The same paper gives the same bytes, and tells no time of day."""


class NotSet(Exception):
    """Typst could not set the document: a fault of ours, or a picture that is none."""


def as_pdf(content: bytes) -> bytes:
    """The filled .docx as PDF/A-2b, with its fonts embedded."""
    return compile_sheet(
        files("yixian.toolkit.documents.typeset").joinpath("paper.typ").read_bytes(), read(content)
    )


def compile_sheet(template: bytes, data: dict[str, Any]) -> bytes:
    """A template of this package, or of a house, with its data as JSON: nothing typed becomes markup."""
    try:
        made = _compiler().compile(
            input=template,
            format="pdf",
            sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            pdf_standards=[STANDARD],
            timestamp=NO_MOMENT,
        )
    except typst.TypstError as error:
        raise NotSet(error.message) from error
    if not isinstance(made, bytes):
        raise NotSet("no pages")
    return made


def _compiler() -> typst.Compiler:
    return typst.Compiler(font_paths=fonts())
