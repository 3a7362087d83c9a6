"""The wording of an office's papers: what is in use, since when and by whom, and what was in use before."""

from dataclasses import dataclass

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet

from yixian.reception.enums import PaperKind
from yixian.reception.models import PaperTemplate
from yixian.reception.papers.shipped import shipped_template


@dataclass(frozen=True, slots=True)
class Wording:
    """A paper with the office's latest choice; ``choice`` is None where it never made one."""

    kind: PaperKind
    choice: PaperTemplate | None

    @property
    def is_own(self) -> bool:
        return self.choice is not None and not self.choice.went_back  # type: ignore[attr-defined] # annotated


def wordings_of(organ_id: int) -> list[Wording]:
    """Every paper, in the order of the work. One query, which leaves the templates themselves alone."""
    rows = paper_templates(organ_id).order_by("version", "pk")
    latest = {each.kind: each for each in rows}
    return [Wording(kind, latest.get(kind.value)) for kind in PaperKind]


def paper_templates(organ_id: int, kind: PaperKind | None = None) -> QuerySet[PaperTemplate]:
    """The choices of one office, the latest first, without the templates themselves: ``went_back`` says which of
    them were the shipped one.
    """
    shipped = ExpressionWrapper(Q(content__isnull=True), BooleanField())
    found = PaperTemplate.objects.select_related("taken_by").filter(organ_id=organ_id)
    found = found.defer("content").annotate(went_back=shipped)
    return (found.filter(kind=kind) if kind else found).order_by("-version", "pk")


def template_to_edit(organ_id: int, kind: PaperKind, version: int | None = None) -> bytes | None:
    """The .docx of a version, of the one in use (None), or of the shipped one (0); None where there is none."""
    if version == 0:
        return shipped_template(kind)
    own = paper_templates(organ_id, kind)
    found = own.first() if version is None else own.filter(version=version).first()
    if found is None:
        return shipped_template(kind) if version is None else None
    return shipped_template(kind) if found.content is None else bytes(found.content)
