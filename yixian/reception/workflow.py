"""The states of a report and the steps between them, as one table. Pure: it touches no database.

A step is named by the act that takes it, which is also its permit and its line in the trail; each cites the
article that it follows. ``PASSED_ON`` rests here but may come back, ``KEPT`` may turn out to hold something
new, ``ANSWERED`` opens again on new evidence, and an import may be undone, so only two states are final.
``import_rows`` brings a report in whatever state the ledger gives it: its step says which (``to_state``).
"""

from collections.abc import Iterable
from typing import Any

from yixian.reception.enums import AccompanimentState, AppointmentState, NoticeKind, OutingState, ReportState
from yixian.regulations import (
    accusation_rules,
    discipline_enforcement,
    local_practice,
    petition_regulations,
)
from yixian.regulations.articles import Article
from yixian.trail.steps import Step, Table

S = ReportState


def step(
    act: str, label: str, sources: tuple[ReportState, ...], to_state: ReportState, article: Article
) -> Step:
    return Step(f"reception.{act}", label, frozenset(sources), to_state, article)


REGISTRATION = accusation_rules.REGISTRATION

STEPS: tuple[Step, ...] = (
    step("submit_web_report", "网上提交", (), S.RECEIVED, accusation_rules.CHANNELS),
    step("deliver_report", "转来待登记", (), S.RECEIVED, accusation_rules.SUBORDINATES_REPORT),
    step("take_in_parcel", "加封文件转来待登记", (), S.RECEIVED, accusation_rules.SUBORDINATES_REPORT),
    step("lend_report", "送来交叉办理", (), S.RECEIVED, accusation_rules.ACCEPTANCE_BY_LEVEL),
    step("register_letter", "登记来信", (), S.REGISTERED, REGISTRATION),
    step("register_visit", "登记来访", (), S.REGISTERED, petition_regulations.REPRESENTATIVES),
    step("register_call", "登记来电", (), S.REGISTERED, REGISTRATION),
    step("register_box_item", "登记举报箱来件", (), S.REGISTERED, REGISTRATION),
    step("register_other", "登记其他来件", (), S.REGISTERED, REGISTRATION),
    step("import_rows", "从台账导入", (), S.REGISTERED, REGISTRATION),
    step("register_web_report", "登记网上来件", (S.RECEIVED,), S.REGISTERED, REGISTRATION),
    step("accept_report", "受理", (S.REGISTERED,), S.ACCEPTED, accusation_rules.ACCEPTANCE_BY_LEVEL),
    step("decline_report", "不予受理", (S.REGISTERED,), S.DECLINED, accusation_rules.NOT_ACCEPTED),
    step("keep_as_repeat", "作为重复件留存", (S.REGISTERED,), S.KEPT, REGISTRATION),
    step("take_up_kept", "从重复件中办理新问题", (S.KEPT,), S.ACCEPTED, REGISTRATION),
    step(
        "pass_on_report",
        "转出",
        (S.REGISTERED, S.ACCEPTED),
        S.PASSED_ON,
        accusation_rules.SUBORDINATES_REPORT,
    ),
    step("take_back_report", "退回后受理", (S.PASSED_ON,), S.ACCEPTED, petition_regulations.ACCEPTANCE),
    step(
        "send_up_as_envelope",
        "信封上报",
        (S.RECEIVED, S.REGISTERED),
        S.ENVELOPED,
        accusation_rules.SUPERIORS_REPORT,
    ),
    step(
        "take_lent_back",
        "交叉办理收回",
        (S.REGISTERED, S.ACCEPTED),
        S.PASSED_ON,
        accusation_rules.SECRECY,
    ),
    step("take_lent_back", "交叉办理收回", (S.RECEIVED,), S.VOIDED, accusation_rules.SECRECY),
    step(
        "close_returned",
        "异议成立，退回转来的机关",
        (S.REGISTERED, S.ACCEPTED),
        S.PASSED_ON,
        petition_regulations.ACCEPTANCE,
    ),
    step(
        "close_returned", "异议成立，退回转来的机关", (S.RECEIVED,), S.VOIDED, petition_regulations.ACCEPTANCE
    ),
    step(
        "give_back_parcel",
        "异议成立，退回转来的机关",
        (S.REGISTERED, S.ACCEPTED),
        S.PASSED_ON,
        petition_regulations.ACCEPTANCE,
    ),
    step(
        "give_back_parcel",
        "异议成立，退回转来的机关",
        (S.RECEIVED,),
        S.VOIDED,
        petition_regulations.ACCEPTANCE,
    ),
    step("give_feedback", "反馈结果", (S.ACCEPTED,), S.ANSWERED, accusation_rules.RESULT_FEEDBACK_ARTICLE),
    step(
        "reopen_report",
        "重新核实",
        (S.ANSWERED,),
        S.ACCEPTED,
        accusation_rules.RESULT_FEEDBACK_ARTICLE,
    ),
    step(
        "undo_rows",
        "撤销导入",
        (S.REGISTERED, S.ACCEPTED, S.DECLINED, S.PASSED_ON, S.KEPT, S.ANSWERED),
        S.VOIDED,
        REGISTRATION,
    ),
)

FINAL_STATES = frozenset({S.ENVELOPED, S.VOIDED})
REPORT = Table("来件", ReportState, STEPS, FINAL_STATES)
FOUR_WAYS = local_practice.FOUR_WAYS
G, A, C = OutingState, AppointmentState, AccompanimentState
OPEN_OFFERS = frozenset({A.OFFERED, A.COUNTERED, A.AGREED})
"""An invitation about which something may still be said."""


def way(act: str, label: str, sources: Iterable[Any], to_state: Any) -> Step:
    """A step of one of the four ways of meeting people."""
    return Step(f"reception.{act}", label, frozenset(sources), to_state, FOUR_WAYS)


OUTING = Table(
    "下访",
    OutingState,
    (
        way("plan_outing", "安排下访", (), G.PLANNED),
        way("record_outing", "记录下访", (G.PLANNED,), G.DONE),
        way("cancel_outing", "取消下访", (G.PLANNED,), G.CANCELLED),
    ),
    frozenset({G.DONE, G.CANCELLED}),
)
APPOINTMENT = Table(
    "约访",
    AppointmentState,
    (
        way("offer_appointment", "提出约访", (), A.OFFERED),
        way("move_appointment", "改期", OPEN_OFFERS, A.OFFERED),
        way("move_appointment", "照对方的时间改期", (A.COUNTERED,), A.AGREED),
        *(
            each
            for act in ("answer_appointment", "note_answer")
            for each in (
                way(act, "答应", (A.OFFERED,), A.AGREED),
                way(act, "另提时间", (A.OFFERED, A.AGREED), A.COUNTERED),
                way(act, "不来", OPEN_OFFERS, A.CLOSED),
            )
        ),
        way("record_appointment", "记录见面", (A.OFFERED, A.AGREED), A.HELD),
        way("close_appointment", "不再约", OPEN_OFFERS, A.CLOSED),
    ),
    frozenset({A.HELD, A.CLOSED}),
)
ACCOMPANIMENT = Table(
    "陪访代办",
    AccompanimentState,
    (
        way("plan_accompaniment", "登记陪访代办", (), C.CONSENTED),
        way("record_accompaniment", "记录去办", (C.CONSENTED,), C.GONE),
        way("note_office_answer", "登记对方答复", (C.GONE,), C.ANSWERED),
        way("note_answer_view", "登记本人意见", (C.ANSWERED,), C.TOLD),
        way("drop_accompaniment", "不再办理", (C.CONSENTED,), C.DROPPED),
    ),
    frozenset({C.TOLD, C.DROPPED}),
)
TABLES = (REPORT, OUTING, APPOINTMENT, ACCOMPANIMENT)
PUT_AWAY = "reception.put_away_report"
"""Stands in the history of a report and in no table: it moves nothing. The report stays as it was settled, and the
acts that change it or issue a paper are no longer anybody's (``access.is_not_put_away``).
"""
TAKE_OUT = "reception.take_out_report"
"""Its counterpart: the archived matter is handled again, and with it the report may be worked on."""
SETTLED_STATES = FINAL_STATES | {S.DECLINED, S.KEPT, S.ANSWERED, S.PASSED_ON}
"""States in which nothing waits for this office."""

# Which acts meet which clock. A clock that is due is cleared by one of these, or moved by an approved change;
# there is no other way (requirement 16 of the domain). Later houses' acts are named, not imported.
ACCEPT, DECLINE = "reception.accept_report", "reception.decline_report"
KEEP, PASS_ON, SEND_UP = (
    "reception.keep_as_repeat",
    "reception.pass_on_report",
    "reception.send_up_as_envelope",
)
NOTICE, FEEDBACK = "reception.issue_notice", "reception.give_feedback"
TAKEN, SENT_BACK = "assessment.record_acceptance", "assessment.record_refusal"
TAKEN_HERE, CONSENTED = "assessment.accept_transfer", "assessment.consent_to_objection"
SEAL_UP = "reception.seal_for_superior"
RULE, REOPEN = "reception.rule_on_objection", "reception.reopen_report"
RESULT, CLOSE = "assessment.record_result", "resolution.close_matter"
RESULT_HERE = "assessment.report_result"
RESULT_AWAY = "assessment.report_arrival_result"

MEETING_ACTS: dict[str, frozenset[str]] = {
    accusation_rules.ACCEPTANCE_NOTICE_TERM.key: frozenset({NOTICE, KEEP, PASS_ON, SEND_UP}),
    accusation_rules.RESULT_FEEDBACK_TERM.key: frozenset({FEEDBACK}),
    accusation_rules.SUPERIORS_REPORT_TERM.key: frozenset({SEND_UP, SEAL_UP, "reception.send_envelope"}),
    accusation_rules.SUBORDINATES_REPORT_TERM.key: frozenset(
        {ACCEPT, DECLINE, PASS_ON, KEEP, SEND_UP, TAKEN, SENT_BACK, TAKEN_HERE, CONSENTED}
    ),
    accusation_rules.ASSIGNMENT_TERM.key: frozenset(
        {RESULT, SENT_BACK, CLOSE, RESULT_HERE, RESULT_AWAY, CONSENTED}
    ),
    local_practice.EXPLANATION_TERM.key: frozenset({RULE, REOPEN}),
    local_practice.PROMISE_TERM.key: frozenset({FEEDBACK, PASS_ON}),
    petition_regulations.TRANSFER_TERM.key: frozenset({PASS_ON, TAKEN, SENT_BACK, TAKEN_HERE, CONSENTED}),
    petition_regulations.ACCEPTANCE_TERM.key: frozenset({NOTICE, KEEP, PASS_ON, SEND_UP, TAKEN, SENT_BACK}),
    petition_regulations.OBJECTION_TERM.key: frozenset({SENT_BACK, CONSENTED}),
    petition_regulations.HANDLING_TERM.key: frozenset({FEEDBACK}),
    petition_regulations.REVIEW_DECISION_TERM.key: frozenset({"resolution.decide_petition_review"}),
    petition_regulations.SECOND_REVIEW_DECISION_TERM.key: frozenset({"resolution.decide_petition_review"}),
    discipline_enforcement.DISPOSAL_PROPOSAL_TERM.key: frozenset({"resolution.propose_disposal"}),
    discipline_enforcement.INQUIRY_REPLY_TERM.key: frozenset(
        {"resolution.record_inquiry_reply", "resolution.end_inquiry"}
    ),
    discipline_enforcement.INQUIRY_REPORT_TERM.key: frozenset({"resolution.submit_report"}),
}
TAKEN_BACK = frozenset({"reception.take_lent_back", "reception.close_returned", "reception.give_back_parcel"})
"""After these a row of another office is over, and nothing of the report goes to that office any more."""
CLOSING_ACTS = frozenset({FEEDBACK, CLOSE, PASS_ON})
"""For terms without a line of their own, such as the office's closing limits."""
SENDING = frozenset({PASS_ON, SEND_UP})
KEPT_BY_SENDING = frozenset(
    {
        accusation_rules.SUPERIORS_REPORT_TERM.key,
        accusation_rules.SUBORDINATES_REPORT_TERM.key,
        petition_regulations.TRANSFER_TERM.key,
    }
)
"""The terms that ask for the sending itself: to register, accept or pass on, and to report upwards."""

# A notice meets only the clocks for which it is the paper; any other leaves them running.
TOLD_WHETHER_ACCEPTED = frozenset({NoticeKind.ACCEPTANCE, NoticeKind.DECLINE})


def meets(term_key: str, act: str) -> bool:
    """Whether the act is one that clears this clock. What was taken back runs on at its owner's."""
    return act in TAKEN_BACK or act in MEETING_ACTS.get(term_key, CLOSING_ACTS)


def ends_elsewhere(term_key: str, act: str) -> bool:
    """Whether a clock was cleared only because the report left, so that nobody kept its term here.

    The office to which a report belongs accepts it, tells whoever reported and ends it within the terms that begin
    there (检控规则第十六条、信访工作条例第二十二条、第二十三条). A closing limit, a promise or a notice that was still
    running is neither kept nor missed by the sender: it has been carried over. No figure counts kept terms; a duration
    ends with the sending, as the last thing that this office did (``insight.queries.records.closed_on``).
    """
    return act in TAKEN_BACK or (act in SENDING and term_key not in KEPT_BY_SENDING)
