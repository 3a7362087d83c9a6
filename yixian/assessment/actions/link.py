"""立项与关联: reports joined to matters, and taken apart again, always by a person's decision."""

from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.enums import LinkReason, MatterState
from yixian.assessment.models import Matter, MatterLink
from yixian.assessment.numbering import next_matter_number
from yixian.assessment.workflow import MATTER
from yixian.protection.actions import require
from yixian.protection.officer import Officer
from yixian.protection.texts import seal_text
from yixian.trail.actions import leaves_trail
from yixian.trail.refusal import Refusal

if TYPE_CHECKING:
    from yixian.reception.models import Report


class AlreadyLinked(Refusal):
    """A report stands in one matter at a time."""

    key = "already_linked"


class MatterNotOpen(Refusal):
    """A report joins a matter that is being handled; a closed one is opened again first."""

    key = "matter_not_open"


class NotLinked(Refusal):
    """The report stands in no matter."""

    key = "not_linked"


class LastReport(Refusal):
    """A matter is about its reports: the only one cannot be taken out."""

    key = "last_report"


class OtherOffice(Refusal):
    """Report and matter belong to different offices."""

    key = "other_office"


@leaves_trail("assessment.open_matter")
def open_matter(*, by: Officer, report: "Report", title: str, on: date) -> Matter:
    """Open a matter with its first report. ``title`` is sealed."""
    require(by, "assessment.open_matter", report)
    _check_unlinked(report)
    number = next_matter_number(report.organ_id, on)
    matter = Matter(organ_id=report.organ_id, number=number, opened_on=on)
    matter.title = seal_text(matter, "title", title, organ_id=report.organ_id, what="事项标题")
    matter.save()
    MatterLink.objects.create(
        matter=matter, report=report, reason=LinkReason.FIRST, linked_by_id=by.staff_id, linked_on=on
    )
    return matter


@leaves_trail("assessment.link_report")
def link_report(
    *,
    by: Officer,
    report: "Report",
    matter: Matter,
    on: date,
    likeness: float | None = None,
    new_allegation: bool = False,
) -> MatterLink:
    """Join a report to a matter. ``new_allegation`` says that it brings something not yet looked into."""
    require(by, "assessment.link_report", report)
    require(by, "assessment.link_report", matter)
    _check_unlinked(report)
    if matter.organ_id != report.organ_id:
        raise OtherOffice("该事项由其他机构承办，不能关联本机构的来件；请用转办。")
    if matter.state != MatterState.OPEN:
        raise MatterNotOpen(f"事项{matter.number}已办结；有新的问题或者证据的，请先重新办理该事项。")
    return MatterLink.objects.create(
        matter=matter,
        report=report,
        reason=LinkReason.NEW_ALLEGATION if new_allegation else LinkReason.SAME_MATTER,
        likeness=likeness,
        linked_by_id=by.staff_id,
        linked_on=on,
    )


def _check_unlinked(report: "Report") -> None:
    if MatterLink.objects.filter(report=report, unlinked_on__isnull=True).exists():
        raise AlreadyLinked("该来件已经属于一个事项；需要改变的，请先取消原来的关联。")


@leaves_trail("assessment.unlink_report")
def unlink_report(*, by: Officer, report: "Report", on: date) -> MatterLink:
    """Take a report out of its matter; the link stays as history."""
    require(by, "assessment.unlink_report", report)
    link = MatterLink.objects.select_for_update().filter(report=report, unlinked_on__isnull=True).first()
    if link is None:
        raise NotLinked("该来件现在不属于任何事项，没有可以取消的关联。")
    if not link.matter.links.filter(unlinked_on__isnull=True).exclude(pk=link.pk).exists():
        raise LastReport("这是该事项唯一的来件，不能取消关联。")
    link.unlinked_by_id, link.unlinked_on = by.staff_id, on
    link.save(update_fields=["unlinked_by", "unlinked_on"])
    return link


@leaves_trail("assessment.close_matter")
def close_matter(*, by: Officer, matter: Matter, on: date) -> Matter:
    """Take the step of closing. Resolution calls this once the five completions stand."""
    require(by, "assessment.close_matter", matter)
    return _take("assessment.close_matter", matter, closed_on=on)


@leaves_trail("assessment.put_away_matter")
def put_away_matter(*, by: Officer, matter: Matter, on: date) -> Matter:
    """Take the step of archiving. Resolution calls this with the archive file."""
    require(by, "assessment.put_away_matter", matter)
    return _take("assessment.put_away_matter", matter)


@leaves_trail("assessment.note_matter_destroyed")
def note_matter_destroyed(*, by: Officer, matter: Matter, on: date) -> Matter:
    """The matter keeps its number, its title and its days. Resolution calls this when it destroys the file."""
    require(by, "assessment.note_matter_destroyed", matter)
    Matter.objects.filter(pk=matter.pk).update(destroyed_on=on)
    matter.destroyed_on = on
    return matter


@leaves_trail("assessment.reopen_matter")
def reopen_matter(*, by: Officer, matter: Matter, on: date) -> Matter:
    """Open a closed or archived matter again (检控规则 27). Resolution calls this, with its ground and reason."""
    require(by, "assessment.reopen_matter", matter)
    return _take("assessment.reopen_matter", matter, closed_on=None)


def _take(act: str, matter: Matter, **columns: object) -> Matter:
    """One step of the table on the locked row, with what the new state needs."""
    locked = Matter.objects.select_for_update().get(pk=matter.pk)
    locked.state = MATTER.after(act, locked.state)
    for name, value in columns.items():
        setattr(locked, name, value)
    locked.save(update_fields=["state", *columns])
    return locked
