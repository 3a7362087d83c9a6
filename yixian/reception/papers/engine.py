"""One way for every paper: the template that the office uses now, the values, a .docx, and from that the PDF."""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

import segno

from yixian.reception.enums import PaperKind
from yixian.reception.models import PaperTemplate
from yixian.reception.papers.shipped import shipped_template
from yixian.toolkit.documents import as_pdf
from yixian.toolkit.documents.templates import Picture, Words, fill_template, words_of

Value = str | date | Picture


@dataclass(frozen=True)
class FilledPaper:
    """A paper in memory; it is never written to the disk in the clear."""

    docx: bytes = field(repr=False)

    @cached_property
    def words(self) -> Words:
        return words_of(self.docx)

    @property
    def title(self) -> str:
        return self.words.title

    @property
    def text(self) -> str:
        return self.words.text

    @cached_property
    def pdf(self) -> bytes:
        return as_pdf(self.docx)


def fill(organ_id: int, kind: str, values: Mapping[str, Value]) -> FilledPaper:
    """The paper of this kind in the office's wording. Dates are written out in full."""
    said = {name: each if isinstance(each, Picture) else say(each) for name, each in values.items()}
    return FilledPaper(fill_template(template_in_use(organ_id, kind), said, title=PaperKind(kind).label))


def template_in_use(organ_id: int, kind: str) -> bytes:
    """The office's latest choice; the shipped template where it made none or went back to it."""
    chosen = PaperTemplate.objects.filter(organ_id=organ_id, kind=kind).order_by("-version").first()
    own = bytes(chosen.content) if chosen and chosen.content is not None else None
    return own or shipped_template(kind)


def say(value: object) -> str:
    """2026年3月12日 for a date; anything else as it is."""
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value)


def qr(text: str, width: float) -> Picture:
    """A QR code so many millimetres wide; never a Micro QR, which telephones do not read."""
    drawn = io.BytesIO()
    segno.make(text, error="m", micro=False).save(drawn, kind="png", scale=8, border=2)
    return Picture(drawn.getvalue(), width)
