"""Whose a report is, by 干部管理权限, as a decision table: who handles × about whom → what to do with it.

检控规则 11–12 is grade U, so the answer is a proposal with its reason, never a block. What it never
proposes is to keep or copy what belongs to a superior, or to hand a report to those whom it is about.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from yixian.regulations import discipline_enforcement, petition_regulations
from yixian.regulations.articles import Article
from yixian.regulations.classes import ReportClass, SourceKind
from yixian.regulations.jurisdiction_table import ACCUSATIONS, Line
from yixian.regulations.jurisdiction_words import (
    DecidedBy,
    HandlingLevel,
    JurisdictionKind,
    ReportedLevel,
)

__all__ = [
    "DecidedBy",
    "HandlingLevel",
    "JurisdictionFacts",
    "JurisdictionKind",
    "JurisdictionProposal",
    "ReportedLevel",
    "jurisdiction_of",
]

GRAVEST_FIRST = (
    JurisdictionKind.SEND_UP_PAST_CHIEF,
    JurisdictionKind.SEND_UP_AS_ENVELOPE,
    JurisdictionKind.CLARIFY_FIRST,
    JurisdictionKind.ACCEPT,
    JurisdictionKind.TRANSFER_SIDEWAYS,
    JurisdictionKind.FORWARD_DOWN,
    JurisdictionKind.REFER_OUT,
)


@dataclass(frozen=True, slots=True)
class JurisdictionFacts:
    """What decides: who handles, the class, everyone reported (several are usual), and from where it came.

    ``decided_by`` matters to an appeal only: whose decision is appealed against; ``on_clean_government`` to a
    suggestion only: whether it is about 党风廉政建设和反腐败工作, which is the commission's own.
    """

    handling: HandlingLevel
    report_class: ReportClass
    reported: Sequence[ReportedLevel] = ()
    source: SourceKind = SourceKind.OWN
    decided_by: DecidedBy = DecidedBy.UNKNOWN
    on_clean_government: bool = False


@dataclass(frozen=True, slots=True)
class JurisdictionProposal:
    """What to do, to whom it goes, why in one Chinese sentence, by which article, under which term."""

    kind: JurisdictionKind
    to: str
    reason: str
    article: Article
    term_key: str | None

    def sentence(self) -> str:
        to = f"（{self.to}）" if self.to else ""
        return f"建议{self.kind.label}{to}：{self.reason}（{self.article.cite()}）。"


def jurisdiction_of(facts: JurisdictionFacts) -> JurisdictionProposal:
    """The proposal for a report of any class; what a superior passed down is answered to the superior."""
    proposals = {
        ReportClass.ACCUSATION: accusation,
        ReportClass.APPEAL: appeal,
        ReportClass.SUGGESTION: suggestion,
        ReportClass.OUT_OF_SCOPE: out_of_scope,
    }
    return heed_source(proposals[facts.report_class](facts), facts.source)


def accusation(facts: JurisdictionFacts) -> JurisdictionProposal:
    """The gravest consequence among the persons reported decides for the whole report."""
    levels = list(dict.fromkeys(facts.reported)) or [ReportedLevel.UNKNOWN]
    lines = [(level, ACCUSATIONS[facts.handling, level]) for level in levels]
    level, line = min(lines, key=lambda each: GRAVEST_FIRST.index(each[1].kind))
    proposal = of_line(line)
    if len(levels) == 1:
        return proposal
    return replace(proposal, reason=f"同时反映多人，按其中“{level.label}”确定：{proposal.reason}")


def of_line(line: Line) -> JurisdictionProposal:
    return JurisdictionProposal(line.kind, line.to, line.reason, line.article, line.kind.term_key)


def appeal(facts: JurisdictionFacts) -> JurisdictionProposal:
    """An appeal goes to the organ that made the decision (执纪规则 59, B)."""
    cited = discipline_enforcement.APPEALS
    if facts.decided_by is DecidedBy.THIS_ORGAN:
        why = "申诉由作出或者批准原决定的本机关受理，原案审查、审理人员不得参与"
        return JurisdictionProposal(JurisdictionKind.ACCEPT, "", why, cited, "appeal_review")
    if facts.decided_by is DecidedBy.UNKNOWN:
        why = "应当先问清原决定由哪个机关作出"
        return JurisdictionProposal(JurisdictionKind.CLARIFY_FIRST, "", why, cited, None)
    why = "申诉由作出或者批准原决定的机关受理"
    return JurisdictionProposal(JurisdictionKind.REFER_TO_DECIDER, facts.decided_by.label, why, cited, None)


def suggestion(facts: JurisdictionFacts) -> JurisdictionProposal:
    """What is about clean government or the commission itself stays; any other goes to its own unit."""
    own = {ReportedLevel.OWN_COMMISSION_STAFF, ReportedLevel.OWN_CHIEF}
    if facts.on_clean_government or own & set(facts.reported):
        why = "对党风廉政建设和反腐败工作或者本机关工作的批评建议，由本机关研究办理"
        return JurisdictionProposal(
            JurisdictionKind.ACCEPT, "", why, petition_regulations.SUGGESTIONS, "petition_acceptance"
        )
    why = "对其他单位工作的批评建议，转主管单位研究论证"
    return JurisdictionProposal(
        JurisdictionKind.REFER_OUT, "主管单位", why, petition_regulations.SUGGESTIONS, "petition_transfer"
    )


def out_of_scope(facts: JurisdictionFacts) -> JurisdictionProposal:
    why = "不属于纪检监察机关受理范围，按照“属地管理、分级负责，谁主管、谁负责”转有权处理的单位"
    return JurisdictionProposal(
        JurisdictionKind.REFER_OUT, "有权处理的单位", why, petition_regulations.TRANSFER, "petition_transfer"
    )


def heed_source(proposal: JurisdictionProposal, source: SourceKind) -> JurisdictionProposal:
    """What came from a superior: accepted under its clock or objected to in time, never passed on."""
    if not source.is_from_superior or proposal.term_key == "appeal_review":
        return proposal
    if proposal.kind is JurisdictionKind.ACCEPT:
        assigned = source is SourceKind.ASSIGNED_BY_SUPERIOR
        return replace(proposal, term_key="assignment_report" if assigned else "forwarded_report_acceptance")
    if proposal.kind in (JurisdictionKind.REFER_OUT, JurisdictionKind.TRANSFER_SIDEWAYS):
        why = f"{proposal.reason}；上级转交不当的，应当在期限内提出异议"
        return JurisdictionProposal(
            JurisdictionKind.OBJECT_TO_TRANSFER,
            "转送、交办的上级机关",
            why,
            petition_regulations.ACCEPTANCE,
            "misdirected_transfer_objection",
        )
    return proposal
