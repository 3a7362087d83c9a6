"""The two steps of a web report: sealed by the public with public keys alone, then registered by a session."""

from collections.abc import Sequence
from datetime import date
from uuid import uuid4

from yixian.protection.actions import NewCode, issue_receipt, require
from yixian.protection.officer import Officer, Public
from yixian.reception.attaching import put
from yixian.reception.enums import AttachmentKind, Channel, ReportState, Signing, SourceKind
from yixian.reception.facts import ReporterFacts, WebCorrections, WebSubmission, check_facts
from yixian.reception.models import Report
from yixian.reception.opening import read_in_inbox
from yixian.reception.people import register_people
from yixian.reception.refusals import NotHere
from yixian.reception.registration import (
    Submitted,
    check_dates,
    check_village,
    enter,
    heard_of,
    index,
    names_in,
)
from yixian.reception.sealing import seal_account, seal_identity
from yixian.reception.steps import note_step
from yixian.reception.superior import superior_of
from yixian.reception.workflow import REPORT
from yixian.toolkit.files import CleanFile
from yixian.trail.actions import leaves_trail

SUBMIT, REGISTER = "reception.submit_web_report", "reception.register_web_report"


@leaves_trail(SUBMIT)
def submit_web_report(
    *,
    by: Public,
    organ_id: int,
    submission: WebSubmission,
    on: date,
    code: NewCode,
    files: Sequence[CleanFile] = (),
) -> Submitted:
    """Seal a report from the public window. Nothing readable is written and nobody here can read it yet.

    A report about this office or about cadres of the superior is sealed to the superior and leaves no row here.
    Whoever holds the database already has the ``code`` made before (``make_code``).
    A name given on the web waits for verification and until then counts as anonymous (检控规则 30).
    """
    require(by, SUBMIT)
    check_facts(submission)
    to = superior_of(organ_id) if submission.concerns_office else organ_id
    check_village(organ_id, submission.village_id)
    reporters = _named(submission)
    receipt, report_id = issue_receipt(code), uuid4()
    report = Report.objects.create(
        id=report_id,
        organ_id=to,
        channel=Channel.WEB,
        source=SourceKind.OWN,
        signing=Signing.UNVERIFIED if reporters else Signing.ANONYMOUS,
        received_on=on,
        state=ReportState.RECEIVED,
        village_id=submission.village_id if to == organ_id else None,
        people_count=submission.people_count,
        account=seal_account(submission, to, report_id),
        identity=seal_identity(reporters, to, report_id),
        receipt=receipt.receipt_id,
    )
    put(report, files, AttachmentKind.EVIDENCE, on)
    note_step(SUBMIT, report, on)
    return Submitted(report, receipt.code)


def _named(submission: WebSubmission) -> tuple[ReporterFacts, ...]:
    """The reporter, when a name was given; contact without a name is not kept as an identity."""
    reporter = submission.reporter
    return (reporter,) if reporter is not None and reporter.name.strip() else ()


@leaves_trail(REGISTER)
def register_web_report(*, by: Officer, report: Report, corrections: WebCorrections, on: date) -> Report:
    """Open a report from the inbox and give it its number, its people and its clocks."""
    require(by, REGISTER, report)
    report = Report.objects.select_for_update().get(pk=report.pk)
    REPORT.after(REGISTER, report.state)
    check_dates(report.received_on, on)
    check_village(report.organ_id, corrections.village_id)
    content = read_in_inbox(by, report)
    _correct(report, corrections)
    enter(by, report, REGISTER, on)
    people = content.reported if corrections.reported is None else corrections.reported
    register_people(by, report, people)
    index(by, report, content.title, content.account, names_in(people))
    return report


def _correct(report: Report, corrections: WebCorrections) -> None:
    report.village_id = corrections.village_id or report.village_id
    report.urgent = corrections.urgent
    report.people_count = corrections.people_count or report.people_count
    report.representatives = heard_of(report.channel, report.representatives, report.people_count)
    if corrections.real_name_verified:
        report.signing = _verified(report)


def _verified(report: Report) -> Signing:
    if report.identity is None:
        raise NotHere("该来件没有署名，不能登记为实名。")
    return Signing.REAL_NAME
