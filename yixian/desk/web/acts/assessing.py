"""研判: what the report is, whose it is, and in which matter it stands."""

from typing import Any

from django import forms

from yixian.assessment.actions import (
    ClassFacts,
    classify_report,
    decide_jurisdiction,
    link_report,
    open_matter,
    unlink_report,
)
from yixian.assessment.enums import MatterState
from yixian.assessment.queries import (
    hidden_matters,
    jurisdiction_proposal,
    matter_ids_of,
    matters_of,
    suggestion,
)
from yixian.desk.case import Case
from yixian.desk.reported import levels_of
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.acts.people import reported_of
from yixian.desk.web.offering import offer
from yixian.reception.actions import LIMITS, LikelyRepeat, possible_repeats
from yixian.reception.enums import ReportState, SourceKind
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.regulations.jurisdiction import JurisdictionKind
from yixian.toolkit.forms import LongText

LIVE = (ReportState.REGISTERED, ReportState.ACCEPTED, ReportState.KEPT)
NOT_CHOSEN = ("", "请选择")
KEPT = ("原来的定性保留在经过里，新的定性从今天起生效。",)


class Classify(ActForm[Case]):
    slug, act, label, button = "classify", "assessment.classify_report", "定性", "确定"
    shows_account = True
    report_class = forms.ChoiceField(label="类别", choices=ReportClass.choices(), widget=forms.RadioSelect)
    main_issue = forms.ChoiceField(
        label="主要问题", choices=[NOT_CHOSEN, *VillageIssue.choices()], required=False
    )
    second_issue = forms.ChoiceField(
        label="次要问题", choices=[("", "没有"), *VillageIssue.choices()], required=False
    )
    note = LongText("说明", LIMITS["note"], required=False)

    def prepare(self) -> None:
        account = self.case.content.account
        self.found = suggestion(title=account.title, account=account.account)
        now = self.case.classification
        source = now or self.found
        for name in ("report_class", "main_issue", "second_issue"):
            self.fields[name].initial = getattr(source, name) or ""
        because = "；".join(self.found.reasons)
        self.says = (f"系统建议“{self.found.report_class.label}”：{because}。", *KEPT)

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.state in LIVE

    def do(self) -> str:
        typed = self.cleaned_data
        facts = ClassFacts(
            report_class=ReportClass(typed["report_class"]),
            main_issue=VillageIssue(typed["main_issue"]) if typed["main_issue"] else None,
            second_issue=VillageIssue(typed["second_issue"]) if typed["second_issue"] else None,
            note=typed["note"],
        )
        classify_report(
            by=self.case.officer, report=self.case.report, facts=facts, on=self.case.on, suggested=self.found
        )
        return f"已定为“{facts.report_class.label}”。"


class Jurisdiction(ActForm[Case]):
    slug, act, label, button = "jurisdiction", "assessment.decide_jurisdiction", "确定管辖", "确定"
    decision = forms.ChoiceField(
        label="由谁办理", choices=JurisdictionKind.choices(), widget=forms.RadioSelect
    )
    reason = LongText("理由", LIMITS["note"], required=False, help_text="与系统建议不同的，请写明理由。")

    def prepare(self) -> None:
        now = self.case.classification
        self.proposal = jurisdiction_proposal(
            organ_id=self.case.report.organ_id,
            report_class=ReportClass(now.report_class) if now else ReportClass.ACCUSATION,
            reported=levels_of(self.case.officer, reported_of(self.case)),
            source=SourceKind(self.case.report.source),
        )
        self.fields["decision"].initial = self.proposal.kind
        self.says = (self.proposal.sentence(),)

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.state in LIVE

    def do(self) -> str:
        decision = JurisdictionKind(self.cleaned_data["decision"])
        decide_jurisdiction(
            by=self.case.officer,
            report=self.case.report,
            proposal=self.proposal,
            decision=decision,
            on=self.case.on,
            reason=self.cleaned_data["reason"],
        )
        return f"管辖已确定：{decision.label}。"


class Link(ActForm[Case]):
    """The likely ones first, each with its likeness; any other open matter by its number."""

    goes_along = True
    slug, act, label, button = "link", "assessment.link_report", "关联到已有事项", "关联"
    says = ("关联以后各件的办理结果互相可见；关联不影响各件的答复期限，也不作为对举报人的评价。",)
    shows_account = True
    matter = forms.ChoiceField(label="可能相同的事项", required=False, widget=forms.RadioSelect)
    number = forms.CharField(label="或者事项编号", max_length=20, required=False)
    new_allegation = forms.BooleanField(label="本件反映了新的问题", required=False)

    def prepare(self) -> None:
        account = self.case.content.account
        found = possible_repeats(
            by=self.case.officer, title=account.title, account=account.account, without=self.case.report
        )
        matters = matter_ids_of([each.report.pk for each in found])
        self.likeness = {str(matters[each.report.pk]): each for each in found if each.report.pk in matters}
        offer(self, "matter", [(key, _said(each)) for key, each in self.likeness.items()])
        if not self.likeness:
            del self.fields["matter"]

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.matter is None and case.report.state != ReportState.ENVELOPED

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        visible = matters_of(self.case.report.organ_id).exclude(pk__in=hidden_matters(self.case.officer))
        chosen, number = cleaned.get("matter", ""), cleaned.get("number", "").strip()
        self.found = visible.filter(pk=chosen).first() if chosen else visible.filter(number=number).first()
        if self.found is None:
            self.add_error("number", "请从上面选一个事项，或者写对事项编号")
        return cleaned

    def do(self) -> str:
        like = self.likeness.get(str(self.found.pk) if self.found else "")
        assert self.found is not None  # noqa: S101 - clean has found it
        link = link_report(
            by=self.case.officer,
            report=self.case.report,
            matter=self.found,
            on=self.case.on,
            likeness=like.probability if like else None,
            new_allegation=self.cleaned_data["new_allegation"],
        )
        return f"已关联到事项{link.matter.number}。"


def _said(each: LikelyRepeat) -> str:
    reasons = "；".join(
        f"{reason.name}：{'、'.join(reason.words)}"
        for reason in each.reasons
        if reason.weight > 0 and reason.words
    )
    return f"{each.report.number}　{each.title}（相似度 {each.probability:.0%}{'，' + reasons if reasons else ''}）"


class Unlink(ActForm[Case]):
    slug, act, label, button, kind = "unlink", "assessment.unlink_report", "取消关联", "取消关联", "plain"
    says = ("本件从这一事项中拿出来，关联的记录保留。",)

    @classmethod
    def stands(cls, case: Case) -> bool:
        if case.matter is None or case.matter.state != MatterState.OPEN:
            return False
        return case.matter.links.filter(unlinked_on__isnull=True).count() > 1

    def do(self) -> str:
        unlink_report(by=self.case.officer, report=self.case.report, on=self.case.on)
        return "已取消关联。"


class OpenMatter(ActForm[Case]):
    goes_along = True
    slug, act, label, button = "open_matter", "assessment.open_matter", "单独立项", "立项"
    title = forms.CharField(label="事项标题", max_length=LIMITS["title"], help_text="不写举报人。")

    def prepare(self) -> None:
        self.fields["title"].initial = self.case.content.account.title

    @classmethod
    def stands(cls, case: Case) -> bool:
        return Link.stands(case)

    def do(self) -> str:
        matter = open_matter(
            by=self.case.officer,
            report=self.case.report,
            title=self.cleaned_data["title"],
            on=self.case.on,
        )
        return f"已立项，事项编号{matter.number}。"


ACTS = (Classify, Jurisdiction, Link, OpenMatter, Unlink)
