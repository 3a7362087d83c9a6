"""One archived file: where it stands, how long it is kept, and what was done with it since."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from yixian.desk.file_case import FileCase
from yixian.desk.web.archive.acts import acts_of
from yixian.desk.web.archive.base import file_or_404
from yixian.desk.web.frame import officer_of
from yixian.protection.texts import read_text
from yixian.protection.web.door import permit
from yixian.toolkit.pieces import Fact
from yixian.toolkit.wording import cn_date

if TYPE_CHECKING:
    from yixian.resolution.models import FileExport


@permit("resolution.read_file", reads_only=True)
def archive_file(request: HttpRequest, uid: UUID) -> HttpResponse:
    case = file_or_404(officer_of(request), uid)
    context = {
        "case": case,
        "file": case.file,
        "facts": facts_of(case),
        "exports": exports_of(case),
        "acts": [each.as_act(case) for each in acts_of(case)],
    }
    return render(request, "desk/archive/file.html", context)


def facts_of(case: FileCase) -> list[Fact]:
    file = case.file
    until = f"，至{cn_date(file.kept_until)}" if file.kept_until else ""
    shorter = case.texts[str(file.uid)]
    return [
        Fact("事项", _title(case), href=reverse("desk:matter", args=[file.matter_id]), change="打开来件"),
        Fact("盒号、件号", f"第{file.box}盒第{file.piece}件"),
        Fact("页数", file.pages or "—"),
        Fact("保管期限", f"{file.get_retention_display()}{until}"),
        *([Fact("保管得更短的理由", shorter)] if shorter else []),
        Fact("归档", f"{cn_date(file.archived_on)}，{file.archived_by.name}"),
    ]


def exports_of(case: FileCase) -> "list[tuple[FileExport, str]]":
    """Each export with its reason, the latest first."""
    return [(each, case.texts[str(each.uid)]) for each in case.file.exports.all()]


def _title(case: FileCase) -> str:
    matter = case.file.matter
    return f"{matter.number} {read_text(matter, 'title', by=case.officer, about=matter)}"
