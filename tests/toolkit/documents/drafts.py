"""Small Word documents for tests, as a clerk might make them."""

import io
import zipfile

import docx
from docx.document import Document


def saved(document: Document) -> bytes:
    written = io.BytesIO()
    document.save(written)
    return written.getvalue()


def a_draft(*lines: str) -> bytes:
    """One paragraph a line."""
    document = docx.Document()
    for line in lines:
        document.add_paragraph(line)
    return saved(document)


def with_part(content: bytes, name: str, old: str, new: str) -> bytes:
    """The document with a piece of one part's XML exchanged."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(written, "w") as target:
        for each in source.namelist():
            part = source.read(each)
            if each == name:
                assert old in part.decode()
                part = part.decode().replace(old, new).encode()
            target.writestr(each, part)
    return written.getvalue()
