"""Who of the office may be given a part in a report: nobody of the reported side, nobody who is recused."""

from typing import TYPE_CHECKING

from yixian.protection.officer import Officer
from yixian.protection.queries import recused_staff_ids
from yixian.reception.models import Report
from yixian.reception.people import tokens_of_staff
from yixian.reception.refusals import NotHere, ReportedSide
from yixian.roster.queries import staff_by_id

if TYPE_CHECKING:
    from yixian.roster.models import Staff


def require_free(by: Officer, report: Report, staff_id: int, what: str) -> "Staff":
    """The member of staff, if nothing stands against a part in this report; ``what`` names the part."""
    staff = staff_by_id(staff_id)
    if staff is None or staff.organ_id != report.organ_id or not staff.is_active:
        raise NotHere(f"{what}应当是本机构在岗的工作人员，请重新选择。")
    kept_out = tokens_of_staff(by, staff_id, staff.cadre_id, staff.unit_id)
    if kept_out & report.reported_tokens() or staff_id in recused_staff_ids(report.trail_subject):
        raise ReportedSide.assigning(staff.name)
    return staff
