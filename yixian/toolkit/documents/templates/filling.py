"""Filling a Word template, with everything that people typed printed as typed."""

import io
import re
from collections.abc import Iterator, Mapping

import docx
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from yixian.toolkit.documents.packing import packed
from yixian.toolkit.documents.templates.placeholders import PLACE, Picture
from yixian.toolkit.documents.typeset.unsupported import roots_of
from yixian.toolkit.spreadsheets.cells import strip_controls

STRAY = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{|\}\}|\{%|%\}|\{#|#\}", re.S)
TAG = re.compile(r"<[^>]+>")


class Forbidden(ValueError):
    """The template holds more than named placeholders; nothing of it is carried out."""


def fill_template(template: bytes, values: Mapping[str, str | Picture], *, title: str = "") -> bytes:
    """The filled .docx. A placeholder without a value is an error, not an empty gap on a signed paper.

    A line break typed in a value begins a new paragraph of the same kind.
    """
    found = docx.Document(io.BytesIO(template))
    strays = strays_in(found)
    if strays:
        raise Forbidden(f"模板里有不能使用的写法：{'、'.join(strays)}")
    missing = sorted(names_in(found) - set(values))
    if missing:
        raise KeyError(f"文书模板缺少：{'、'.join(missing)}")
    document = DocxTemplate(io.BytesIO(template))
    document.init_docx()
    _tell_nothing(document, title)
    document.render(
        {name: _value(document, each) for name, each in values.items()}, _sandbox(), autoescape=True
    )
    filled = io.BytesIO()
    document.save(filled)
    return packed(filled)


def names_in(document: "docx.document.Document") -> set[str]:
    return {found for root in roots_of(document) for found in PLACE.findall(_written(root))}


def strays_in(document: "docx.document.Document") -> list[str]:
    """What a template engine would take for an order, in text and in attributes, also where tags part it."""
    return sorted({stray for root in roots_of(document) for stray in _strays(root)})


def _strays(root: etree._Element) -> Iterator[str]:
    left = PLACE.sub("", _written(root))
    for text in (left, TAG.sub("", left)):
        yield from (TAG.sub("", found[0])[:40] for found in STRAY.finditer(text))


def _written(root: etree._Element) -> str:
    return str(etree.tostring(root, encoding="unicode"))


def _sandbox() -> ImmutableSandboxedEnvironment:
    """No filters, no tests, no globals: there is nothing to call, even if something slipped through."""
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    environment.filters.clear()
    environment.tests.clear()
    environment.globals.clear()
    return environment


def _value(document: DocxTemplate, value: str | Picture) -> str | InlineImage:
    if isinstance(value, Picture):
        return InlineImage(document, io.BytesIO(value.png), width=Mm(value.width))
    lines = strip_controls(value.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    return "\a".join(lines)


def _tell_nothing(document: DocxTemplate, title: str) -> None:
    """Whose machine the template was written on is no part of a paper."""
    told = document.get_docx().core_properties
    told.author = told.last_modified_by = told.comments = told.subject = told.keywords = ""
    told.category = told.identifier = told.content_status = told.version = ""
    told.title = title
