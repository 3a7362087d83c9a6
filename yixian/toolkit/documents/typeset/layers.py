"""Properties as Word resolves them: the run or paragraph itself, its style, what that is based on, the defaults."""

from copy import copy
from functools import cache
from typing import Any

from docx.document import Document
from docx.oxml.ns import qn

Element = Any
TWIPS = 20
"""A point has twenty twips, in which Word counts."""


class Layers:
    """Elements of properties, the nearest first. Each attribute is asked of all of them by itself."""

    def __init__(self, *elements: Element) -> None:
        self.elements = [each for each in elements if each is not None]

    def find(self, tag: str) -> Element:
        """The nearest element of this name; None for none."""
        return next((found for each in self.elements if (found := each.find(qn(tag))) is not None), None)

    def attribute(self, tag: str, name: str) -> str | None:
        for each in self.elements:
            found = each.find(qn(tag))
            if found is not None and found.get(qn(name)) is not None:
                return str(found.get(qn(name)))
        return None

    def value(self, tag: str) -> str | None:
        return self.attribute(tag, "w:val")

    def is_on(self, tag: str) -> bool:
        """A switch: present means on, unless it says otherwise."""
        found = self.find(tag)
        return found is not None and found.get(qn("w:val")) not in ("0", "false", "off", "none")

    def points(self, tag: str, name: str) -> float | None:
        """A measure given in twips."""
        said = self.attribute(tag, name)
        return None if said is None else number(said) / TWIPS


def number(text: str) -> float:
    """What a measure says; a word in its place counts as nothing."""
    try:
        return float(text)
    except ValueError:
        return 0.0


class Styles:
    """The styles of one document, each with the chain it is based on."""

    def __init__(self, document: Document) -> None:
        root = document.styles.element
        self._by_id = {each.get(qn("w:styleId")): each for each in root.iter(qn("w:style"))}
        self._default = next(
            (
                key
                for key, each in self._by_id.items()
                if each.get(qn("w:type")) == "paragraph" and each.get(qn("w:default")) == "1"
            ),
            None,
        )
        defaults = root.find(qn("w:docDefaults"))
        self._run = None if defaults is None else defaults.find(f".//{qn('w:rPr')}")
        self._paragraph = None if defaults is None else defaults.find(f".//{qn('w:pPr')}")
        self.chain = cache(self._chain)
        self._around: tuple[Element, ...] = ()

    def inside(self, table_properties: Element) -> "Styles":
        """The styles as they hold in a table: what its own style says comes before the document's defaults."""
        within = copy(self)
        within._around = (*self._table_chain(table_properties), *self._around)
        return within

    def _chain(self, key: str | None) -> tuple[Element, ...]:
        """A style and what it is based on; a circle ends where it began."""
        found: list[Element] = []
        while key in self._by_id and self._by_id[key] not in found:
            found.append(self._by_id[key])
            based = found[-1].find(qn("w:basedOn"))
            key = None if based is None else based.get(qn("w:val"))
        return tuple(found)

    def paragraph(self, properties: Element) -> Layers:
        styled = [each.find(qn("w:pPr")) for each in self.chain(self._named(properties))]
        around = [each.find(qn("w:pPr")) for each in self._around]
        return Layers(properties, *styled, *around, self._paragraph)

    def run(self, properties: Element, paragraph_properties: Element) -> Layers:
        character = None if properties is None else properties.find(qn("w:rStyle"))
        of_run = self.chain(None if character is None else character.get(qn("w:val")))
        chain = (*of_run, *self.chain(self._named(paragraph_properties)))
        return Layers(properties, *(each.find(qn("w:rPr")) for each in (*chain, *self._around)), self._run)

    def table(self, properties: Element) -> Layers:
        return Layers(properties, *(each.find(qn("w:tblPr")) for each in self._table_chain(properties)))

    def _table_chain(self, properties: Element) -> tuple[Element, ...]:
        named = None if properties is None else properties.find(qn("w:tblStyle"))
        return self.chain(None if named is None else named.get(qn("w:val")))

    def _named(self, properties: Element) -> str | None:
        style = None if properties is None else properties.find(qn("w:pStyle"))
        return self._default if style is None else style.get(qn("w:val"))
