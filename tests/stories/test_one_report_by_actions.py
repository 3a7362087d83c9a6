"""One report from the window to the archive, through the front doors alone, as six people; no page in between.

The same way in a real browser is ``test_one_report``.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from tests.stories.sealed import readable
from yixian.assessment.actions import ClassFacts, classify_report, decide_jurisdiction, open_matter
from yixian.assessment.enums import MatterState
from yixian.assessment.queries import jurisdiction_proposal, matter_by_id, suggestion
from yixian.config.demo.cast import Cast, found_cast
from yixian.protection.actions import grant_identity, make_code, present_code, request_identity, view_identity
from yixian.protection.officer import PUBLIC, Officer
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    RatingFacts,
    ReportedFacts,
    ReporterFacts,
    WebCorrections,
    WebSubmission,
    accept_hand_over,
    accept_report,
    give_feedback,
    hand_over,
    issue_notice,
    open_mailbox,
    rate_handling,
    read_messages,
    register_web_report,
    submit_web_report,
    write_as_reporter,
    write_to_reporter,
)
from yixian.reception.enums import (
    CadreCategory,
    FeedbackWay,
    HandOverReason,
    MessageKind,
    NoticeKind,
    Rating,
    ReportState,
)
from yixian.reception.queries import handed_to_me, inbox, one_report
from yixian.regulations.archiving import Retention
from yixian.regulations.classes import ClosingWay, Disposal, FourForms, ReportClass, Truth, VillageIssue
from yixian.regulations.classes import Outcome as Measure
from yixian.regulations.completions import Completion
from yixian.regulations.jurisdiction import ReportedLevel
from yixian.regulations.outcomes import VerificationOutcome
from yixian.resolution.actions import (
    DisposalFacts,
    OutcomeFacts,
    answer_county_review,
    archive_matter,
    ask_county_review,
    close_clue,
    close_matter,
    decide_disposal,
    decide_outcome,
    decide_report,
    join_team,
    open_clue,
    open_verification,
    propose_disposal,
    propose_outcome,
    record_completion,
    submit_report,
    take_county_review,
)
from yixian.resolution.enums import ReviewState
from yixian.resolution.models import VerificationReport
from yixian.trail.actions import seal_head
from yixian.trail.queries import entries, verify

pytestmark = [pytest.mark.story, pytest.mark.django_db]

RECEIVED = date(2026, 3, 2)
REGISTERED = date(2026, 3, 3)
ACCEPTED = date(2026, 3, 4)
ASKED = date(2026, 3, 6)
PROPOSED = date(2026, 3, 16)
VERIFIED = date(2026, 4, 13)
DECIDED = date(2026, 4, 16)
ANSWERED = date(2026, 4, 20)
ARCHIVED = date(2026, 4, 30)

ACCOUNT = "金丝雀之一：去年十月村里收回的三万两千元承包款没有入账，村民代表问过两次都没有答复。"
REPORTER = ReporterFacts(name="金丝雀乙", phone="13900004321", address="青禾镇金丝雀巷七号")
QUESTION = "金丝雀之二：请问您见过收款的收据吗？"
REPLY = "金丝雀之三：见过，收据是手写的，没有盖章。"
FINDING = "金丝雀之四：承包款三万两千元由会计个人保管四个月，核查期间已经入账。"
ANSWER = "金丝雀之五：反映基本属实，款项已经入账，对责任人给予党内警告处分。"
WORD_OF_WHY = "金丝雀之六：答复清楚。"
SEALED = (
    ACCOUNT, REPORTER.name, REPORTER.phone, REPORTER.address, QUESTION, REPLY, FINDING, ANSWER, WORD_OF_WHY,
    "金丝雀",
)  # fmt: skip

ACTS = [
    "reception.submit_web_report",
    "reception.register_web_report",
    "assessment.classify_report",
    "assessment.decide_jurisdiction",
    "assessment.open_matter",
    "reception.accept_report",
    "reception.issue_notice",
    "reception.hand_over",
    "reception.accept_hand_over",
    "reception.write_to_reporter",
    "reception.write_as_reporter",
    "resolution.open_clue",
    "resolution.propose_disposal",
    "resolution.decide_disposal",
    "resolution.open_verification",
    "resolution.join_team",
    "resolution.join_team",
    "resolution.submit_report",
    "resolution.decide_report",
    "resolution.propose_outcome",
    "resolution.decide_outcome",
    "resolution.close_clue",
    "reception.give_feedback",
    "reception.open_mailbox",
    "reception.rate_handling",
    *["resolution.record_completion"] * len(Completion),
    "resolution.close_matter",
    "resolution.archive_matter",
]


@pytest.fixture
def cast(db: None) -> Cast:
    return found_cast(RECEIVED)


@dataclass
class Story:
    """Who is in it, and what each step hands on."""

    cast: Cast
    code: str = ""
    report: Any = None
    matter: Any = None
    clue: Any = None
    told: list[str] = field(default_factory=list)

    @property
    def clerk(self) -> Officer:
        return self.cast["jiefang1"]

    @property
    def handler(self) -> Officer:
        return self.cast["chengban1"]

    @property
    def second(self) -> Officer:
        return self.cast["chengban2"]

    @property
    def chief(self) -> Officer:
        return self.cast["shuji"]


def someone_reports(story: Story) -> None:
    submission = WebSubmission(
        title="反映承包款没有入账",
        account=ACCOUNT,
        reported=(ReportedFacts(name="郑秋收", post="会计", category=CadreCategory.VILLAGE_CADRE),),
        reporter=REPORTER,
    )
    story.code = submit_web_report(
        by=PUBLIC, organ_id=story.cast.organ_id, submission=submission, code=make_code(), on=RECEIVED
    ).code


def the_clerk_registers_and_accepts(story: Story) -> None:
    (item,) = inbox(story.clerk)
    report = register_web_report(
        by=story.clerk,
        report=item.report,
        corrections=WebCorrections(real_name_verified=True),
        on=REGISTERED,
    )
    _assess(story, report)
    story.matter = open_matter(by=story.clerk, report=report, title=item.title, on=ACCEPTED)
    accept_report(by=story.clerk, report=report, on=ACCEPTED)
    story.report = one_report(story.clerk, report.pk)
    issue_notice(by=story.clerk, report=story.report, kind=NoticeKind.ACCEPTANCE, on=ACCEPTED)
    hand_over(
        by=story.clerk,
        report=story.report,
        to_id=story.handler.staff_id,
        why=HandOverReason.ASSIGNED,
        on=ACCEPTED,
    )


def _assess(story: Story, report: Any) -> None:
    facts = ClassFacts(
        report_class=ReportClass.ACCUSATION, main_issue=VillageIssue.COLLECTIVE_ASSETS, note="有金额、有时间"
    )
    proposed = suggestion(title="反映承包款没有入账", account=ACCOUNT)
    classify_report(by=story.clerk, report=report, facts=facts, on=REGISTERED, suggested=proposed)
    whose = jurisdiction_proposal(
        organ_id=story.cast.organ_id,
        report_class=ReportClass.ACCUSATION,
        reported=[ReportedLevel.VILLAGE_CADRE],
    )
    decide_jurisdiction(by=story.clerk, report=report, proposal=whose, decision=whose.kind, on=REGISTERED)


def the_handler_takes_it_and_asks(story: Story) -> None:
    (asked,) = handed_to_me(story.handler)
    accept_hand_over(by=story.handler, handling=asked, on=ASKED)
    story.report = one_report(story.handler, story.report.pk)
    write_to_reporter(
        by=story.handler, report=story.report, text=QUESTION, on=ASKED, kind=MessageKind.QUESTION
    )
    write_as_reporter(by=present_code(story.code), text=REPLY, on=ASKED, kind=MessageKind.ANSWER)
    story.told = [text for _, text in read_messages(by=story.handler, report=story.report, on=ASKED)]


def a_clue_is_opened_and_approved_by_another(story: Story) -> None:
    matter = matter_by_id(story.handler, story.matter.pk)
    story.clue = open_clue(by=story.handler, matter=matter, questions="承包款是否入账。", on=ASKED)
    facts = DisposalFacts(disposal=Disposal.PRELIMINARY_VERIFICATION, reason="有金额、有时间，可以核查。")
    proposed = propose_disposal(by=story.handler, clue=story.clue, facts=facts, on=PROPOSED)
    decide_disposal(by=story.chief, disposal=proposed, approved=True, on=PROPOSED)


def two_people_verify(story: Story) -> None:
    story.clue.refresh_from_db()
    opened = open_verification(
        by=story.chief,
        clue=story.clue,
        plan="一、调取账目；二、与会计谈话。",
        lead_id=story.handler.staff_id,
        member_ids=[story.second.staff_id],
        on=PROPOSED,
    )
    for officer in (story.handler, story.second):
        join_team(by=officer, member=opened.members.get(staff_id=officer.staff_id), on=PROPOSED)
    written = submit_report(
        by=story.handler,
        clue=story.clue,
        content=FINDING,
        proposal=VerificationOutcome.FILE_CASE,
        on=VERIFIED,
    )
    the_county_reviews(story, written)
    decide_report(by=story.chief, report=written, approved=True, on=DECIDED)


def the_county_reviews(story: Story, written: VerificationReport) -> None:
    county = story.cast["xian.shuji"]
    review = ask_county_review(by=story.handler, report=written, words="拟立案，请审核。", on=VERIFIED)
    taken = take_county_review(by=county, review=review, on=VERIFIED)
    answer_county_review(by=county, review=taken, answer=ReviewState.AGREED, words="同意。", on=DECIDED)


def an_outcome_is_decided_by_another(story: Story) -> None:
    story.clue.refresh_from_db()
    facts = OutcomeFacts(
        person_id=story.report.people.get().pk,
        truth=Truth.MOSTLY_TRUE,
        measure=Measure.PARTY_WARNING,
        form=FourForms.SECOND,
        reason=FINDING,
        deciding_organ_id=story.cast.organ_id,
    )
    outcome = propose_outcome(by=story.handler, clue=story.clue, facts=facts, on=DECIDED)
    decide_outcome(by=story.chief, outcome=outcome, approved=True, on=DECIDED)
    close_clue(by=story.handler, clue=story.clue, way=ClosingWay.DEALT_WITH, on=DECIDED)


def the_reporter_reads_the_answer_and_rates(story: Story) -> None:
    give_feedback(by=story.handler, report=story.report, way=FeedbackWay.MAILBOX, text=ANSWER, on=ANSWERED)
    reporter = present_code(story.code)
    mailbox = open_mailbox(by=reporter, on=ANSWERED)
    story.told = [letter.text for letter in mailbox.letters]
    rating = RatingFacts(unit=Rating.SATISFIED, reception=Rating.FAIRLY, reason=WORD_OF_WHY)
    rate_handling(by=reporter, rating=rating, on=ANSWERED)


def the_matter_is_closed_and_put_away(story: Story) -> None:
    matter = matter_by_id(story.handler, story.matter.pk)
    for completion in Completion:
        record_completion(
            by=story.handler, matter=matter, completion=completion, note="见卷宗。", on=ARCHIVED
        )
    close_matter(by=story.handler, matter=matter, on=ARCHIVED)
    archive_matter(
        by=story.handler,
        matter=matter_by_id(story.handler, matter.pk),
        box=1,
        piece=1,
        retention=Retention.THIRTY_YEARS,
        index="核查报告｜6\n登记表｜1",
        on=ARCHIVED,
    )


STEPS = (
    someone_reports,
    the_clerk_registers_and_accepts,
    the_handler_takes_it_and_asks,
    a_clue_is_opened_and_approved_by_another,
    two_people_verify,
    an_outcome_is_decided_by_another,
    the_reporter_reads_the_answer_and_rates,
    the_matter_is_closed_and_put_away,
)


def told(cast: Cast, steps: int = len(STEPS)) -> Story:
    story = Story(cast)
    for step in STEPS[:steps]:
        step(story)
    return story


def test_one_report_goes_from_the_window_to_the_archive(cast: Cast) -> None:
    story = told(cast)

    story.report.refresh_from_db()
    story.matter.refresh_from_db()

    assert (story.report.state, story.matter.state) == (ReportState.ANSWERED, MatterState.ARCHIVED)


def test_the_handler_reads_the_letters_of_both_sides(cast: Cast) -> None:
    assert told(cast, 3).told == [QUESTION, REPLY]


def test_the_reporter_reads_every_letter_by_code(cast: Cast) -> None:
    read = told(cast, 7).told

    assert (read[1:], len(read)) == ([QUESTION, REPLY, ANSWER], 4)


def test_every_act_is_in_the_trail_in_its_order(cast: Cast) -> None:
    before = entries().count()
    told(cast)

    acts = list(entries().order_by("seq").values_list("act", flat=True))[before:]

    assert [act for act in acts if act in set(ACTS)] == ACTS


def test_the_auditor_finds_the_trail_whole(cast: Cast) -> None:
    told(cast)
    seal_head(by=cast["shenji"], on=ARCHIVED)

    assert verify() == []


def test_no_word_of_it_stands_readable_in_the_database(cast: Cast) -> None:
    told(cast)

    assert readable(*SEALED) == []


def test_the_search_for_readable_words_finds_what_is_plain(cast: Cast) -> None:
    assert readable("云溪县纪委监委") == ["云溪县纪委监委"]


def test_who_reported_is_seen_only_after_the_custodian_grants_it(cast: Cast) -> None:
    story = told(cast, 3)
    asked = request_identity(
        by=story.handler, subject=story.report, seal=story.report.identity, reason="需要当面取收据原件。"
    )
    with pytest.raises(NotPermitted):
        grant_identity(by=story.handler, request=asked)
    granted = grant_identity(by=cast["baoguan"], request=asked)

    assert view_identity(by=story.handler, request=granted)["name"] == REPORTER.name
