"""The fields of the registration screen, and of what a person decides beside it."""

from datetime import date
from typing import Any
from uuid import uuid4

from django import forms

from yixian.desk.entering import HowLike, Joined, heading
from yixian.desk.looking import Look
from yixian.protection.officer import Officer
from yixian.reception.actions import (
    LIMITS,
    EnvelopeFacts,
    ReportedFacts,
    ReporterFacts,
    ReportFacts,
    WebCorrections,
)
from yixian.reception.enums import Channel, Signing, SourceKind
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.roster.queries import villages_of
from yixian.toolkit.forms import DateInput, FaceForm

NOT_CHOSEN = ("", "请选择")
USUAL_SIGNING = {
    Channel.VISIT: Signing.REAL_NAME,
    Channel.CALL: Signing.UNVERIFIED,
    Channel.LETTER: Signing.UNVERIFIED,
    Channel.BOX: Signing.ANONYMOUS,
    Channel.OTHER: Signing.UNVERIFIED,
}


def not_after(day: date, on: date) -> date:
    """There is one date on the page: whether it can be is said beside it."""
    if day > on:
        raise forms.ValidationError("收到日期不能晚于今天")
    return day


def village_field(officer: Officer) -> forms.TypedChoiceField:
    choices = [(str(each.pk), each.name) for each in villages_of(officer.organ_id)]
    return forms.TypedChoiceField(
        label="涉及村（社区）",
        choices=[("", "不涉及或者不清楚"), *choices],
        coerce=int,
        empty_value=None,
        required=False,
    )


class EntryForm(FaceForm):
    """One report in hand. ``entry`` is a number of this screen alone, so that it is never registered twice."""

    entry = forms.UUIDField(widget=forms.HiddenInput)
    received_on = forms.DateField(label="收到日期", widget=DateInput)
    source = forms.ChoiceField(label="来源", choices=SourceKind.choices())
    signing = forms.ChoiceField(label="署名", choices=Signing.choices())
    title = forms.CharField(
        label="标题", max_length=LIMITS["title"], required=False, help_text="可以不写，系统取内容的开头。"
    )
    account = forms.CharField(
        label="反映内容",
        max_length=LIMITS["account"],
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="照原话记录，不加评价，不写反映人姓名。",
    )
    wish = forms.CharField(label="诉求", max_length=LIMITS["wish"], required=False)
    place = forms.CharField(label="具体地点", max_length=LIMITS["place"], required=False)
    people_count = forms.IntegerField(label="人数", min_value=1, max_value=9999)
    urgent = forms.BooleanField(label="急件", required=False)

    def __init__(self, *args: Any, officer: Officer, channel: Channel, on: date, **kwargs: Any) -> None:
        initial = {
            "entry": uuid4(),
            "received_on": on,
            "source": SourceKind.OWN,
            "signing": USUAL_SIGNING[channel],
            "people_count": 1,
        }
        kwargs["initial"] = {**initial, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        self.on = on
        self.fields["village"] = village_field(officer)
        self.fields["received_on"].widget.attrs["max"] = on.isoformat()
        self.fields["account"].widget.attrs["autofocus"] = not self.is_bound

    def clean_received_on(self) -> date:
        return not_after(self.cleaned_data["received_on"], self.on)

    def facts(self, reported: tuple[ReportedFacts, ...], reporters: tuple[ReporterFacts, ...]) -> ReportFacts:
        typed = self.cleaned_data
        return ReportFacts(
            title=heading(typed["title"], typed["account"]),
            account=typed["account"],
            received_on=typed["received_on"],
            reported=reported,
            reporters=reporters,
            signing=Signing(typed["signing"]),
            source=SourceKind(typed["source"]),
            place=typed["place"],
            wish=typed["wish"],
            village_id=typed["village"],
            urgent=typed["urgent"],
            people_count=typed["people_count"],
        )


class WebEntryForm(FaceForm):
    """What a clerk settles of a web report; what the reporter wrote is not changed."""

    people_count = forms.IntegerField(label="人数", min_value=1, max_value=9999)
    urgent = forms.BooleanField(label="急件", required=False)
    verified = forms.BooleanField(
        label="署名已按所留联系方式核实", required=False, help_text="未核实的按匿名办理。"
    )

    def __init__(self, *args: Any, officer: Officer, signed: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["village"] = village_field(officer)
        if not signed:
            del self.fields["verified"]

    def corrections(self, reported: tuple[ReportedFacts, ...]) -> WebCorrections:
        typed = self.cleaned_data
        return WebCorrections(
            reported=reported,
            village_id=typed["village"],
            urgent=typed["urgent"],
            people_count=typed["people_count"],
            real_name_verified=typed.get("verified", False),
        )


class AssessForm(FaceForm):
    """What a person decides with the proposals in sight: class, issues, and whether the matter is known.

    A class that was only proposed follows the text when it changes; one that a person chose stays.
    """

    report_class = forms.ChoiceField(label="类别", choices=[NOT_CHOSEN, *ReportClass.choices()])
    main_issue = forms.ChoiceField(
        label="主要问题", choices=[NOT_CHOSEN, *VillageIssue.choices()], required=False
    )
    second_issue = forms.ChoiceField(
        label="次要问题", choices=[("", "没有"), *VillageIssue.choices()], required=False
    )
    proposed = forms.CharField(widget=forms.HiddenInput, required=False)
    like = forms.CharField(required=False)
    how = forms.ChoiceField(label="与它的关系", choices=HowLike.choices, required=False)
    upward_checked = forms.BooleanField(
        label="已核对：不属于上级受理，也不涉及本机关负责人，在本机关登记", required=False
    )

    def __init__(self, data: Any = None, *, look: Look | None = None) -> None:
        if data is not None:
            super().__init__(followed(data, look) if look else data)
        else:
            super().__init__(initial=proposal_of(look) if look else None)
        self.look = look

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("report_class") == ReportClass.ACCUSATION and not cleaned.get("main_issue"):
            self.add_error("main_issue", "检举控告请选定主要问题，统计和研判以它为准")
        if cleaned.get("like") and self.joined() is None:
            self.add_error("like", "请从列出的来件中选择，或者选“都不是”")
        upward = self.look is not None and self.look.jurisdiction.kind.is_upward
        if upward and not cleaned.get("upward_checked"):
            self.add_error("upward_checked", "按被反映人，本件应当报送上级，不在本机关登记；请核对")
        return cleaned

    def joined(self) -> Joined | None:
        """The earlier report that was chosen, among those that were found."""
        chosen = self.cleaned_data.get("like", "")
        for each in self.look.repeats if self.look else ():
            if str(each.report.pk) == chosen:
                how = HowLike(self.cleaned_data.get("how") or HowLike.SAME)
                return Joined(each.report, each.probability, how)
        return None


DECIDED = ("report_class", "main_issue", "second_issue")


def proposal_of(look: Look) -> dict[str, str]:
    """The proposed values of what a person decides, and all of them in one word to be compared with later."""
    found = look.suggestion
    values = (found.report_class, found.main_issue or "", found.second_issue or "")
    return {**dict(zip(DECIDED, values, strict=True)), "proposed": "|".join(values)}


def followed(data: Any, look: Look) -> Any:
    """The typed data with a new proposal in the place of an old one that nobody had touched."""
    typed, now = data.copy(), proposal_of(look)
    chosen = "|".join(typed.get(name, "") for name in DECIDED)
    for name in DECIDED if chosen in ("||", typed.get("proposed", "")) else ():
        typed[name] = now[name]
    typed["proposed"] = now["proposed"]
    return typed


class EnvelopeForm(FaceForm):
    """A letter that is not opened: the day and the channel, nothing else."""

    received_on = forms.DateField(label="收到日期", widget=DateInput)
    channel = forms.ChoiceField(label="渠道", choices=Channel.choices())

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, initial={"received_on": on, "channel": Channel.LETTER}, **kwargs)
        self.on = on

    def clean_received_on(self) -> date:
        return not_after(self.cleaned_data["received_on"], self.on)

    def facts(self) -> EnvelopeFacts:
        return EnvelopeFacts(
            received_on=self.cleaned_data["received_on"], channel=Channel(self.cleaned_data["channel"])
        )
