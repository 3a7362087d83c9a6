"""The forms of a session: calling it, deciding what was ticked, ending it; and how the list of old ones is narrowed."""

from typing import Any
from uuid import UUID

from django import forms
from django.http import QueryDict

from yixian.assessment.actions import ScreeningFacts
from yixian.assessment.enums import ScreeningKind, Verdict
from yixian.desk.screening import FOLLOWS
from yixian.desk.web.offering import offer
from yixian.protection.officer import Officer
from yixian.protection.queries import may
from yixian.regulations.classes import VillageIssue
from yixian.regulations.local_practice import LONG_PENDING_TERM, REPEATED_FROM
from yixian.toolkit.forms import FaceForm, HintedRadios, LongText

LONGEST = 1000
KINDS = {
    ScreeningKind.MONTHLY.value: "一个月一次，由纪委书记召集，全部未结事项逐个过。",
    ScreeningKind.DAILY.value: "随时可以召集，您能看到的未结事项逐个过。",
    ScreeningKind.SPECIAL.value: "围绕一个专题，可以只看一类问题。",
}


class OpenForm(FaceForm):
    kind = forms.ChoiceField(label="类型", widget=HintedRadios(hints=KINDS))
    subject = LongText(
        "专项内容", LONGEST, rows=2, required=False, help_text="专项排查填写，例如：惠农补贴发放。密封保存。"
    )
    issue = forms.ChoiceField(
        label="专项只看哪类问题",
        choices=[("", "不限"), *VillageIssue.choices()],
        required=False,
    )

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        monthly = may(officer, "assessment.open_monthly_screening")
        kinds = [each for each in ScreeningKind if monthly or each is not ScreeningKind.MONTHLY]
        offer(self, "kind", [(each.value, each.label) for each in kinds])

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        special = typed.get("kind") == ScreeningKind.SPECIAL
        if special and not typed.get("subject", "").strip():
            self.add_error("subject", "请写明专项排查什么。")
        if not special and (typed.get("subject", "").strip() or typed.get("issue")):
            self.add_error("kind", "填写了专项内容的，请选择“专项排查”；不是专项的，请清空专项内容。")
        return typed

    def facts(self) -> ScreeningFacts:
        typed = self.cleaned_data
        issue = VillageIssue(typed["issue"]) if typed["issue"] else None
        return ScreeningFacts(kind=ScreeningKind(typed["kind"]), subject=typed["subject"], issue=issue)


class DecideForm(FaceForm):
    """What was ticked arrives as ``matter``, one value each; nothing that was not on the page is decided."""

    use_required_attribute = False
    focus_errors = True
    verdict = forms.ChoiceField(
        label="决定",
        choices=Verdict.choices,
        widget=HintedRadios(hints={each.value: words for each, words in FOLLOWS.items()}),
    )
    reason = LongText(
        "理由",
        LONGEST,
        rows=3,
        required=False,
        help_text="继续办理且没有超期的可以不写。不写举报人，不抄举报信。",
    )


def ticked(data: QueryDict) -> list[UUID]:
    """The matters that were ticked, each once; what is no id was not on the page."""
    return list(dict.fromkeys(filter(None, map(_uuid, data.getlist("matter")))))


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


class CloseForm(FaceForm):
    note = LongText(
        "会议意见",
        LONGEST,
        rows=5,
        required=False,
        help_text="写进排查记录：总的判断、下一步安排。不写举报人。",
    )


class OldForm(FaceForm):
    """From which age and from how many reports on a matter is listed; the figures are the office's own."""

    use_required_attribute = False
    months = forms.IntegerField(
        label="立项超过（月）", min_value=1, max_value=120, required=False, initial=LONG_PENDING_TERM.length
    )
    reports = forms.IntegerField(
        label="或者来件达到（件）", min_value=2, max_value=999, required=False, initial=REPEATED_FROM
    )
    unplanned = forms.BooleanField(label="只看没有方案的", required=False)

    def understood(self) -> dict[str, Any]:
        self.is_valid()
        typed = self.cleaned_data if self.is_bound else {}
        return {
            "months": typed.get("months") or LONG_PENDING_TERM.length,
            "reports": typed.get("reports") or REPEATED_FROM,
            "unplanned": bool(typed.get("unplanned")),
        }
