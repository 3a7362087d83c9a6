"""What is left of a report whose file was destroyed: its row, by which figures still add up, and where its list is."""

from typing import TYPE_CHECKING, Any

from django.urls import reverse

from yixian.assessment.queries import matter_of
from yixian.protection.officer import Officer
from yixian.resolution.queries import archive_file_of
from yixian.resolution.queries.destruction import destroyed_with, list_by_uid
from yixian.toolkit.pieces import Fact
from yixian.toolkit.wording import cn_date

if TYPE_CHECKING:
    from yixian.reception.models import Report


def bare_row(officer: Officer, report: "Report") -> dict[str, Any]:
    matter = matter_of(report.pk)
    file = archive_file_of(matter.pk) if matter else None
    row = destroyed_with(file) if file else None
    listing = list_by_uid(officer, row.listing.uid) if row else None
    facts = [
        Fact("来件编号", report.number or ""),
        Fact("渠道", report.get_channel_display()),
        Fact("收到", cn_date(report.received_on)),
        Fact("登记", cn_date(report.registered_on)),
        Fact("村（社区）", report.village.name if report.village else "—"),
        Fact("类别", report.get_report_class_display() or "—"),
        Fact("主要问题", report.get_main_issue_display() or "—"),
        Fact("状态", report.get_state_display()),
    ]
    if matter is not None:
        facts.append(Fact("事项", f"{matter.number}，{cn_date(matter.closed_on)}办结"))
    if file is not None:
        href = reverse("desk:archive_file", args=[file.uid])
        facts.append(Fact("卷宗", file.number, href=href, change="查看卷宗"))
    if listing is not None:
        href = reverse("desk:destruction", args=[listing.uid])
        facts.append(Fact("销毁清册", listing.number, href=href, change="查看清册"))
    return {"report": report, "facts": facts}
