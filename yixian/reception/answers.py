"""结果和异议: what the reporter was told last, and which chiefs may judge what was said against it."""

from typing import TYPE_CHECKING

from yixian.protection.officer import Officer
from yixian.protection.queries import recused_staff_ids
from yixian.reception.models import Feedback
from yixian.reception.people import tokens_of_staff
from yixian.roster.enums import Role
from yixian.roster.queries import staff_of

if TYPE_CHECKING:
    from yixian.reception.models import Report


def latest_feedback(report: "Report") -> Feedback | None:
    """The result that counts, with the ruling on its objection; those before it are history."""
    return report.feedbacks.select_related("ruling").order_by("-given_on", "-pk").first()


def is_for_another_chief(by: Officer, feedback: Feedback) -> bool:
    """Whoever told the result leaves its objection to another chief, while there is one."""
    return feedback.given_by_id == by.staff_id and has_another_chief(by, feedback.report)


def has_another_chief(by: Officer, report: "Report") -> bool:
    """Whether a chief beside this one may judge: none who owns the report, is recused or of the reported side."""
    out = report.handler_ids() | recused_staff_ids(report.trail_subject) | {by.staff_id}
    reported = report.reported_tokens()
    return any(
        not reported & tokens_of_staff(by, each.pk, each.cadre_id, each.unit_id)
        for each in staff_of(report.organ_id, Role.CHIEF).exclude(pk__in=out)
    )
