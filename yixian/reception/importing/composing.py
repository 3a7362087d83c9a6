"""The draft put together from its parts: what contradicts itself is not one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from yixian.reception.enums import Channel, DeclineReason, ReportState, Signing, SourceKind
from yixian.reception.facts import ReporterFacts, ReportFacts, check_facts
from yixian.reception.importing.cells import Cells, NotUsable
from yixian.reception.importing.drafts import Draft
from yixian.reception.importing.fields import AUTO, KEEP, LISTED, SKIP
from yixian.reception.naming import bare
from yixian.regulations.accusation_rules import SUPERIORS_REPORT
from yixian.regulations.classes import ReportClass, VillageIssue

NO_NAME = "台账载明实名，未载姓名"
CLOSED = (ReportState.ANSWERED, ReportState.DECLINED)


@dataclass(frozen=True, slots=True)
class Composing:
    """``made`` holds what ``PARTS`` read; ``villages`` bare name → id."""

    cells: Cells
    made: Mapping[str, Any]
    villages: Mapping[str, int]

    def draft(self, position: int, place: str) -> Draft:
        """``place`` is what the row is called. Refusals of ``check_facts`` go through.

        Raises:
            NotUsable: what stands in the cells contradicts itself.
        """
        made = self.made
        (title, account), reporters = made["account"], made["reporters"]
        signing, reporters = _signing(made["signed"], reporters)
        title, account = _without(title, reporters), _without(account, reporters)
        told = self.cells.text("place")
        village = self.villages.get(bare(told)) if told else None
        facts = ReportFacts(
            title=title,
            account=account,
            received_on=made["received_on"],
            reported=made["reported"],
            reporters=reporters,
            signing=signing,
            source=SourceKind(made["source"]),
            place="" if village else told,
            village_id=village,
            urgent=made["urgent"] == "yes",
            people_count=max(made["people_count"], len(reporters), 1),
        )
        check_facts(facts)
        draft = Draft(
            position=position,
            row=place,
            channel=Channel(made["channel"]),
            facts=facts,
            registered_on=made["registered_on"] or made["received_on"],
            state=_state(made),
            old_number=self.cells.sound("id"),
            first_number=self.cells.text("first_number"),
            extra=tuple(self._extra(reporters)),
        )
        return self._with_class(self._with_days(draft))

    def _with_days(self, draft: Draft) -> Draft:
        made = self.made
        received, state = draft.facts.received_on, draft.state
        if draft.registered_on < received:
            raise NotUsable("registered_on", "登记日期早于收到日期，请核对两个日期。")
        if state == ReportState.ENVELOPED:
            raise NotUsable(
                "state",
                f"属于上级受理的件不录入内容（{SUPERIORS_REPORT.cite()}），请到“登记—信封”只登记信封。",
            )
        if state == ReportState.KEPT and not draft.first_number:
            raise NotUsable("state", "作为重复件留存的，应写明初次来件的编号；不清楚的，状态改为“已反馈”。")
        ended = made["closed_on"] or made["answered_on"] or made["sent_on"]
        answered = made["answered_on"] or ended
        if state in CLOSED and answered is None:
            raise NotUsable(
                "closed_on" if self.cells.has("closed_on") else "answered_on",
                "已办结，但没有办结（答复）日期，请补填。",
            )
        if state == ReportState.PASSED_ON and ended is None:
            raise NotUsable(
                "sent_on" if self.cells.has("sent_on") else "closed_on",
                "已转出，但没有转出（办结）日期，请补填。",
            )
        for name in ("answered_on", "closed_on", "sent_on"):
            if made[name] and made[name] < received:
                raise NotUsable(name, "早于收到日期，请核对两个日期。")
        is_open = state in (ReportState.REGISTERED, ReportState.ACCEPTED)
        return replace(
            draft,
            answered_on=answered if state in CLOSED else None,
            closed_on=None if is_open else ended or draft.registered_on,
        )

    def _with_class(self, draft: Draft) -> Draft:
        made = self.made
        kind = None if made["kind"] == AUTO else ReportClass(made["kind"])
        issue = VillageIssue(made["issue"]) if kind is ReportClass.ACCUSATION else None
        second = None if made["second_issue"] == AUTO else VillageIssue(made["second_issue"])
        reason = None
        if draft.state == ReportState.DECLINED:
            reason = self._reason(made["decline_reason"], kind)
        return replace(
            draft,
            report_class=kind,
            main_issue=issue,
            second_issue=second if kind is not None else None,
            decline_reason=reason,
        )

    def _reason(self, told: str, kind: ReportClass | None) -> DeclineReason:
        if told != AUTO:
            return DeclineReason(told)
        if kind is ReportClass.OUT_OF_SCOPE:
            return DeclineReason.OTHER_ORGAN
        words = "、".join(str(each.label) for each in DeclineReason)
        raise NotUsable("decline_reason", f"不予受理应写明原因，只能是：{words}。")

    def _extra(self, reporters: tuple[ReporterFacts, ...]) -> Iterator[tuple[str, str]]:
        """Whatever the columns hold that no field of ours takes whole."""
        for at, name in enumerate(self.cells.plan.columns):
            text = self.cells.row.cells[at] if at < len(self.cells.row.cells) else ""
            if text and name != SKIP and (name == KEEP or _says_more(name, text)):
                yield self.cells.layout.headings[at] or f"第{at + 1}列", _without(text, reporters)


def _signing(told: str, reporters: tuple[ReporterFacts, ...]) -> tuple[Signing, tuple[ReporterFacts, ...]]:
    """What the ledger says of the signature; where it says nothing, a name is a signature not yet verified."""
    if told == AUTO:
        return (Signing.UNVERIFIED if reporters else Signing.ANONYMOUS), reporters
    signing = Signing(told)
    if signing is Signing.ANONYMOUS and any(each.name for each in reporters):
        raise NotUsable("signed", "写的是匿名，但举报人栏有姓名。请改正其中一处。")
    if signing is Signing.ANONYMOUS:
        return (Signing.UNVERIFIED if reporters else signing), reporters
    return signing, reporters or (ReporterFacts(note=NO_NAME),)


def _state(made: Mapping[str, Any]) -> ReportState:
    if made["state"] != AUTO:
        return ReportState(made["state"])
    ended = made["closed_on"] or made["answered_on"]
    return ReportState.ANSWERED if ended else ReportState.REGISTERED


def _says_more(name: str, text: str) -> bool:
    """Whether the office's own word says more than ours for it: 已转镇农经站, but not 信 or 否."""
    if name not in LISTED or len(text) < 2:
        return False
    return not any(text in label or label in text for label in LISTED[name].choices.values())


def _without(text: str, reporters: tuple[ReporterFacts, ...]) -> str:
    """检控规则 47: the account is read by everyone who handles it, so who reports is 反映人 there."""
    for name in (each.name for each in reporters):
        if len(name) > 1:
            text = text.replace(name, "反映人")
    return text
