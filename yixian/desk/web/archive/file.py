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
from yixian.resolution.queries.destruction import destroyed_with
from yixian.toolkit.pieces import Event, Fact
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
        "held": hold_line(case),
        "gone": destroyed_with(case.file) if case.file.matter.destroyed_on else None,
        "events": events_of(case),
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


def hold_line(case: FileCase) -> str:
    """That it is held, since when, until when and why; empty when it is not."""
    if case.hold is None:
        return ""
    until = f"至{cn_date(case.hold.until)}" if case.hold.until else "没有期限，直到解除"
    return f"{cn_date(case.hold.ordered_on)}起暂缓销毁，{until}。理由：{case.texts[str(case.hold.uid)]}"


def events_of(case: FileCase) -> list[Event]:
    """What kept it longer, the latest first."""
    told = [Event(case.file.archived_on, "归档", case.file.archived_by.name)]
    for each in case.file.extensions.all():
        until = cn_date(each.until_after) if each.until_after else "永久"
        title = f"保管期限由{cn_date(each.until_before)}延长至{until}"
        told.append(Event(each.extended_on, title, each.extended_by.name, case.texts[str(each.uid)]))
    for hold in case.file.holds.all():
        title = f"暂缓销毁至{cn_date(hold.until)}" if hold.until else "暂缓销毁"
        told.append(Event(hold.ordered_on, title, hold.ordered_by.name, case.texts[str(hold.uid)]))
        if hold.lifted_on and hold.lifted_by:
            why = case.texts[f"{hold.uid}lift"]
            told.append(Event(hold.lifted_on, "解除暂缓销毁", hold.lifted_by.name, why))
    return sorted(told, key=lambda each: each.on, reverse=True)


def exports_of(case: FileCase) -> "list[tuple[FileExport, str]]":
    """Each export with its reason, the latest first."""
    return [(each, case.texts[str(each.uid)]) for each in case.file.exports.all()]


def _title(case: FileCase) -> str:
    matter = case.file.matter
    return f"{matter.number} {read_text(matter, 'title', by=case.officer, about=matter)}"
