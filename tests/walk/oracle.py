"""Who may do what, by the page that a secretary reads: docs/generated/permits.md, not by the code that made it.

The roles and the sentences of each act are read from the page; what each sentence means is written here anew,
    on plain
rows of the database. A sentence that nobody has written down here fails (``unread``).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import Model

from yixian.assessment.models import AgendaItem, Consultation, Invitee, Matter, MatterLink, SeatRecusal
from yixian.protection.models import Recusal
from yixian.protection.officer import Officer, Reporter
from yixian.reception.models import Handling, Report, ReportedPerson, StepTaken
from yixian.resolution.models import Appraisal, Clue, ReviewBar, TeamMember

PAGE = Path(__file__).parents[2] / "docs/generated/permits.md"
BEYOND = "可跨机关"
CHIEF = "纪委书记"


@dataclass(frozen=True)
class Line:
    """One line of the page."""

    act: str
    holders: frozenset[str]
    conditions: tuple[str, ...]
    beyond: bool


@cache
def page() -> dict[str, Line]:
    rows = (line.strip().strip("|").split("|") for line in PAGE.read_text("utf-8").splitlines())
    lines = [_line(*row[:3]) for row in rows if len(row) == 4 and "`" in row[0]]
    return {line.act: line for line in lines}


def _line(name: str, holders: str, conditions: str) -> Line:
    (act,) = re.findall(r"`(.+?)`", name)
    left = conditions.strip().removeprefix("—")
    found = tuple(each for each in sorted(MEANINGS, key=len, reverse=True) if each in left)
    return Line(act, frozenset(holders.strip().split("、")), found, BEYOND in left)


def unread() -> list[str]:
    """What stands on the page and means nothing here."""
    rows = (line.strip().strip("|").split("|") for line in PAGE.read_text("utf-8").splitlines())
    return [row[2] for row in rows if len(row) == 4 and "`" in row[0] and _rest(row[2])]


def _rest(conditions: str) -> str:
    for each in (*sorted(MEANINGS, key=len, reverse=True), BEYOND, "—", "；"):
        conditions = conditions.replace(each, "")
    return conditions.strip()


def may(by: Any, act: str, thing: Any) -> bool:
    """Whether the page allows it: the reported side and recusals first, then role, office and the sentences."""
    line = page()[act]
    if isinstance(by, Reporter):
        return "举报人（凭查询码）" in line.holders and own_receipt(by, thing)
    if not isinstance(by, Officer):
        return {"public": "公众", "system": "系统"}[by.actor] in line.holders
    holds = {str(role.label) for role in by.roles} & line.holders
    near = isinstance(thing, Model) and is_barred(by, thing)
    here = line.beyond or thing is None or organ_of(thing) in (None, by.organ_id)
    said = thing is None or all(MEANINGS[each](by, thing) for each in line.conditions)
    return bool(holds) and not near and here and said


WAYS = ("report", "letter", "matter", "clue", "verification", "item", "transfer", "evidence", "talk", "clock")
WAYS += (
    "outing",
    "appointment",
    "accompaniment",
    "disposal",
    "duty",
    "plan",
    "visit",
    "interview",
    "attachment",
)
WAYS += ("callback", "supervision", "verification_report")


def reports_of(thing: Any) -> list[Report]:
    """The reports on which a record hangs, by following it back: clue, matter, link, report."""
    if isinstance(thing, Report):
        return [thing]
    if isinstance(thing, Matter):
        links = MatterLink.objects.filter(matter=thing, unlinked_on__isnull=True)
        return [link.report for link in links.select_related("report").order_by("pk")]
    if subject := getattr(thing, "subject", ""):
        return _named(subject) if isinstance(subject, str) else []
    return next((reports_of(found) for way in WAYS if (found := getattr(thing, way, None)) is not None), [])


def _named(subject: str) -> list[Report]:
    key = subject.partition("reception.report:")[2]
    return list(Report.objects.filter(pk=key)) if key else []


def organ_of(thing: Any) -> int | None:
    """The office whose thing it is."""
    own = getattr(thing, "organ_id", None)
    if own is not None or not isinstance(thing, Model):
        return own
    found = reports_of(thing)
    return found[0].organ_id if found else None


def is_barred(officer: Officer, thing: Any) -> bool:
    """The reported person, a near relative or the reported unit's people; and who must stay away."""
    return bool(barred_names(officer) & names_behind(thing))


def barred_names(officer: Officer) -> frozenset[str]:
    """Every record from which this person stays away, as the trail names it."""
    people = ReportedPerson.objects.values_list("report_id", "cadre_token", "unit_token").order_by("pk")
    near = {key for key, *tokens in people if {bytes(each) for each in tokens if each} & officer.tokens}
    recused = Recusal.objects.filter(staff_id=officer.staff_id, state="standing")
    named = recused.values_list("subject", flat=True)
    return frozenset({*(f"reception.report:{key}" for key in near), *named})


def names_behind(thing: Model) -> frozenset[str]:
    """The record itself, the reports on which it hangs, and the clue and the matter between."""
    every = (thing, *reports_of(thing), *_above(thing))
    return frozenset(f"{each._meta.label_lower}:{each.pk}" for each in every)


def _above(thing: Any) -> list[Model]:
    """The clue and the matter of what belongs to them."""
    clue = clue_of(thing)
    matter = thing if isinstance(thing, Matter) else getattr(clue or thing, "matter", None)
    return [each for each in (clue, matter) if isinstance(each, Model)]


def clue_of(thing: Any) -> Clue | None:
    if isinstance(thing, Clue):
        return thing
    ways = ("clue", "verification", "evidence", "report", "task", "talk")
    found = (getattr(thing, way, None) for way in ways)
    return next((clue_of(each) for each in found if each is not None and not isinstance(each, Report)), None)


def handlers_of(thing: Any) -> set[int]:
    """Who has accepted to handle a report of it and still does, and the team of a clue."""
    own = {getattr(thing, name, None) for name in ("scanned_by_id", "begun_by_id")} - {None}
    open_ones = Handling.objects.filter(
        report__in=reports_of(thing), until_on=None, accepted_on__isnull=False
    )
    return own | set(open_ones.values_list("staff_id", flat=True)) | team_of(clue_of(thing))


def team_of(clue: Clue | None) -> set[int]:
    team = TeamMember.objects.filter(verification__clue=clue, left_on=None)
    return set(team.values_list("staff_id", flat=True)) if clue else set()


def own_receipt(by: Reporter, thing: Any) -> bool:
    return any(each.receipt == by.receipt_id for each in reports_of(thing))


def chief(by: Officer) -> bool:
    return CHIEF in {str(role.label) for role in by.roles}


def owner_or_chief(by: Officer, thing: Any) -> bool:
    return chief(by) or by.staff_id in handlers_of(thing)


def not_enveloped(by: Officer, thing: Any) -> bool:
    return all(each.state != "enveloped" for each in reports_of(thing))


def not_archived(by: Officer, thing: Any) -> bool:
    filed = StepTaken.objects.filter(report__in=reports_of(thing), act="reception.put_away_report")
    return not filed.exists()


def waits(by: Officer, thing: Any) -> bool:
    return any(
        each.state == "received" and each.meant_for_id in (None, by.staff_id) for each in reports_of(thing)
    )


def own_case(by: Officer, thing: Any) -> bool:
    reports = reports_of(thing)
    asked = Handling.objects.filter(report__in=reports, staff_id=by.staff_id, until_on=None)
    registered = any(each.registered_by_id == by.staff_id for each in reports)
    return owner_or_chief(by, thing) or registered or asked.exists() or waits(by, thing)


def letters(by: Officer, thing: Any) -> bool:
    return owner_or_chief(by, thing) or waits(by, thing)


def is_one_of(*names: str) -> Callable[[Officer, Any], bool]:
    return lambda by, thing: by.staff_id in {getattr(thing, name, None) for name in names}


def sender(by: Officer, copy: Any) -> bool:
    """The office from which this row came: another row of the same words, older, stands there."""
    others = Report.objects.filter(account=copy.account, organ_id=by.organ_id).exclude(pk=copy.pk)
    return others.exists()


def from_or_to(by: Officer, transfer: Any) -> bool:
    transfer = getattr(transfer, "transfer", transfer)
    return by.organ_id == transfer.report.organ_id or receiver(by, transfer)


def receiver(by: Officer, transfer: Any) -> bool:
    transfer = getattr(transfer, "transfer", transfer)
    return transfer.copy is not None and by.organ_id == transfer.copy.organ_id


def opener(by: Officer, screening: Any) -> bool:
    left = chief(by) and not screening.opened_by.is_active
    return screening.opened_by_id == by.staff_id or left


PAIR_ASKED = ("offered", "accepted", "under_way", "returned")


def pair(by: Officer, crossing: Any) -> bool:
    return crossing.state in PAIR_ASKED and by.staff_id in (crossing.lead_id, crossing.second_id)


def receiving_chief(by: Officer, crossing: Any) -> bool:
    return crossing.state in PAIR_ASKED and chief(by) and by.organ_id == crossing.lead.organ_id


def lead_or_receiving_chief(by: Officer, crossing: Any) -> bool:
    return receiving_chief(by, crossing) or (pair(by, crossing) and by.staff_id == crossing.lead_id)


def either_side(by: Officer, crossing: Any) -> bool:
    if by.organ_id == crossing.report.organ_id:
        return owner_or_chief(by, crossing)
    return pair(by, crossing) or receiving_chief(by, crossing)


def meeting_of(thing: Any) -> Consultation | None:
    if isinstance(thing, Consultation):
        return thing
    return getattr(getattr(thing, "item", thing), "consultation", None)


def bench(by: Officer, thing: Any) -> bool:
    meeting = meeting_of(thing)
    seats = Invitee.objects.filter(consultation=meeting, seat__in=("chair", "deputy"), staff_id=by.staff_id)
    return meeting is not None and (meeting.recorder_id == by.staff_id or seats.exists())


def owner_or_bench(by: Officer, thing: Any) -> bool:
    return owner_or_chief(by, thing) or bench(by, thing)


def seated(by: Officer, thing: Any) -> bool:
    item = getattr(thing, "item", thing)
    seats = Invitee.objects.filter(consultation=meeting_of(thing), staff_id=by.staff_id)
    if isinstance(item, AgendaItem):
        seats = seats.exclude(pk__in=SeatRecusal.objects.filter(item=item).values("invitee"))
    return seats.exists()


def follows_duty(by: Officer, duty: Any) -> bool:
    own = duty.invitee.staff_id == by.staff_id
    return (own and seated(by, duty)) or owner_or_bench(by, duty)


def another_than_proposed(by: Officer, thing: Any) -> bool:
    proposed = getattr(thing, "proposed_by_id", None) or getattr(thing, "submitted_by_id", None)
    return proposed != by.staff_id


def members(thing: Any) -> Any:
    return TeamMember.objects.filter(
        verification__clue=clue_of(thing), declared_on__isnull=False, left_on__isnull=True
    )


def on_team(by: Officer, thing: Any) -> bool:
    return members(thing).filter(staff_id=by.staff_id).exists()


def on_team_or_chief(by: Officer, thing: Any) -> bool:
    return chief(by) or on_team(by, thing)


def leads_or_chief(by: Officer, thing: Any) -> bool:
    return chief(by) or members(thing).filter(staff_id=by.staff_id, is_lead=True).exists()


def in_hand(by: Officer, thing: Any) -> bool:
    return getattr(thing, "staff_id", by.staff_id) == by.staff_id


def reviews(by: Officer, review: Any) -> bool:
    """Of the county, with no hand in the work, and of nobody's side as the asking office saw it."""
    clue = review.report.clue
    workers = set(TeamMember.objects.filter(verification__clue=clue).values_list("staff_id", flat=True))
    workers |= handlers_of(clue) | {review.report.submitted_by_id, review.asked_by_id}
    barred = ReviewBar.objects.filter(review=review, staff_id=by.staff_id)
    return by.organ_id == review.to_organ_id and by.staff_id not in workers and not barred.exists()


def either_side_of_review(by: Officer, review: Any) -> bool:
    if by.organ_id == review.report.clue.organ_id:
        return owner_or_chief(by, review)
    return reviews(by, review)


def step_owner(by: Officer, step: Any) -> bool:
    return step.owner_id == by.staff_id or owner_or_chief(by, step)


CONTACT = "由本机关的纪委书记维护，或者由管理员维护本机构及下级机构的"


def no_reviewer(by: Officer, listing: Any) -> bool:
    return not Appraisal.objects.filter(listed__listing=listing, reviewer_id=by.staff_id).exists()


def objected(report: Any) -> bool:
    told = list(report.feedbacks.order_by("given_on", "pk"))
    against = ("objected", "objection", "new_evidence")
    return bool(told) and told[-1].view in against and not hasattr(told[-1], "ruling")


MEANINGS: dict[str, Callable[[Officer, Any], bool]] = {
    "信封上报的件不在本机关办理": not_enveloped,
    "归档后不再改动；对结果有异议或者有新证据、新线索的，由纪委书记“重新办理”以后再办": not_archived,
    "归档后不再改动；异议待审查的，可以移交承办": lambda by, thing: (
        not_archived(by, thing) or objected(thing)
    ),
    "由承办人以外的纪委书记审查；纪委书记自己承办的，先移交承办": (
        lambda by, thing: by.staff_id not in handlers_of(thing)
    ),
    "限于本人登记、承办、待接手的件和待登记的件；纪委书记不受此限": own_case,
    "由该件的承办人或者纪委书记办理": owner_or_chief,
    "由事项的承办人或者纪委书记办理": lambda by, clue: owner_or_chief(by, clue.matter),
    "由该件的承办人或者纪委书记阅看；待登记的件，由登记人一并阅看": letters,
    "由扫描这封信的人或者纪委书记办理": owner_or_chief,
    "由上传台账的人或者纪委书记办理": owner_or_chief,
    "由开箱人或者见证人办理": is_one_of("first_opener_id", "second_opener_id"),
    "信封只由登记人本人办理": is_one_of("noted_by_id"),
    "只能凭本件的查询码办理": lambda by, thing: False,
    "只能收回本机关送交的件": sender,
    "须由申请人以外的另一人批准": lambda by, asked: asked.asked_by_id != by.staff_id,
    "只能由申请人本人查看": is_one_of("asked_by_id"),
    "由转出或者收到这一件的机关查看": from_or_to,
    "由收到这一件的机关答复": receiver,
    "由召集人纳入后来立项的事项": is_one_of("opened_by_id"),
    "由召集人结束；召集人已经离任的，由纪委书记结束": opener,
    "由该步骤的责任人、该件的承办人或者纪委书记登记": step_owner,
    "由提请一方的承办人、纪委书记，或者接收一方的纪委书记、主办人、协办人查看": either_side,
    "只能由商请的主办人、协办人本人办理": pair,
    "由接收一方的纪委书记办理": receiving_chief,
    "由接收一方的纪委书记或者商请的主办人、协办人办理": lambda by, c: pair(by, c) or receiving_chief(by, c),
    "由主办人或者接收一方的纪委书记办理": lead_or_receiving_chief,
    "由这次会诊的主持人、副主持人或者记录人办理": bench,
    "由该件的承办人、纪委书记，或者这次会诊的主持人、副主持人、记录人办理": owner_or_bench,
    "由承担任务的成员本人、该件的承办人，或者这次会诊的主持人、副主持人、记录人登记": follows_duty,
    "只由应邀参加、不需要回避的成员本人办理": seated,
    "须由提出人以外的人审批": another_than_proposed,
    "只能由核查组成员本人确认": is_one_of("staff_id"),
    "须由编制人以外的人办理": lambda by, listing: listing.drawn_by_id != by.staff_id,
    "须由没有参加鉴定的人办理": no_reviewer,
    "须由批准人以外的人办理": lambda by, listing: listing.decided_by_id != by.staff_id,
    "由核查组成员或者纪委书记办理，成员须先确认无回避情形": on_team_or_chief,
    "由核查组组长或者纪委书记办理，组长须先确认无回避情形": leads_or_chief,
    "由核查组成员办理，成员须先确认无回避情形": on_team,
    "由承担任务的人、保管证据的人或者接收证据的人本人办理": in_hand,
    "由报审一方的承办人、纪委书记，或者县纪委监委的审核人员查看": either_side_of_review,
    "由县纪委监委没有参与核查、与被反映一方没有关系的人员办理": reviews,
    "由接审的人本人答复": is_one_of("reviewer_id"),
    # Of accounts and the roster, which stand still during a walk; only that they are read:
    "管理员只维护本机构及下级机构": lambda by, thing: True,
    CONTACT: lambda by, thing: True,
    "管理员为本机构及下级机构的其他人授予或收回角色，任何人不得为自己办理": lambda by, thing: True,
    "本人申报，或者由管理员代为登记": lambda by, thing: True,
    "由本机关的纪委书记登记，或者由管理员登记本机构及下级机构的": lambda by, thing: True,
    "不得为自己办理，须由另一人办理": lambda by, thing: thing.pk != by.staff_id,
    "只办理本机构及下级机构人员的账号": lambda by, thing: True,
    "只办理本机构人员": lambda by, thing: thing.organ_id == by.organ_id,
}
