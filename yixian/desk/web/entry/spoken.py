"""What a clerk fills of a call or a visit besides the report: few fields in sight, the rest folded."""

from datetime import date
from typing import Any

from django import forms

from yixian.desk.entering import heading
from yixian.desk.web.entry.forms import EntryForm
from yixian.protection.officer import Officer
from yixian.reception.actions import (
    LIMITS,
    CallbackFacts,
    InterviewWords,
    ReportedFacts,
    ReporterFacts,
    ReportFacts,
    VisitFacts,
)
from yixian.reception.enums import CareNeed, Channel, HalfDay, LanguageHelp, Section, Signing
from yixian.reception.hotline import section_order
from yixian.reception.spoken import MOST_COMPANIONS
from yixian.toolkit.files import SOUNDS, CleanFilesField
from yixian.toolkit.forms import DateInput, LongText

BY_NAME = ""
OFFICE_RINGS, CALLER_RINGS = "office", "caller"
FOLDED = ("received_on", "source", "signing", "title", "place", "wish", "people_count")
PROMPTS = {
    Section.WHO: "反映的是谁，姓名、职务、单位；知道几个写几个",
    Section.WHAT: "做了什么，经过怎样，涉及多少钱物",
    Section.WHEN: "哪一年、哪一月，到现在还在不在",
    Section.WHERE: "哪个村、哪个组、什么地方",
    Section.SOURCE: "亲眼见到、听谁说的，还是自己办事遇到的",
    Section.EVIDENCE: "单据、照片、录音在哪里，还有谁知道",
    Section.WISH: "希望怎么解决；有没有向别处反映过",
}


def section_name(section: Section) -> str:
    return f"section_{section.value}"


def section_fields(organ_id: int) -> dict[str, forms.CharField]:
    """A field for each part of an interview, in the office's own order."""
    return {
        section_name(each): LongText(
            each.label, LIMITS["section"], rows=2, required=False, help_text=PROMPTS[each]
        )
        for each in section_order(organ_id)
    }


class SpokenForm(EntryForm):
    """Who signs follows from whether a name was left, unless the clerk says otherwise."""

    def __init__(self, *args: Any, officer: Officer, channel: Channel, on: date, **kwargs: Any) -> None:
        super().__init__(*args, officer=officer, channel=channel, on=on, **kwargs)
        signing = self.fields["signing"]
        signing.choices = [(BY_NAME, "按是否留姓名"), *Signing.choices()]  # type: ignore[attr-defined]
        signing.required, signing.initial, self.initial["signing"] = False, BY_NAME, BY_NAME

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        cleaned["signing"] = cleaned.get("signing") or BY_NAME
        return cleaned

    def facts(self, reported: tuple[ReportedFacts, ...], reporters: tuple[ReporterFacts, ...]) -> ReportFacts:
        if self.cleaned_data["signing"] == BY_NAME:
            self.cleaned_data["signing"] = Signing.UNVERIFIED if reporters else Signing.ANONYMOUS
        return super().facts(reported, reporters)

    @property
    def folded_wrong(self) -> bool:
        """Whether what is folded holds an error, and must stand open."""
        return any(name in self.errors for name in FOLDED)


class CallForm(SpokenForm):
    callback_on = forms.DateField(label="哪天", widget=DateInput, required=False)
    callback_half = forms.ChoiceField(label="上午还是下午", choices=HalfDay.choices, required=False)
    callback_by = forms.ChoiceField(
        label="谁打",
        choices=[(OFFICE_RINGS, "我们打给来电人"), (CALLER_RINGS, "来电人再打来（不留号码）")],
        required=False,
    )
    voice = CleanFilesField(
        label="录音文件",
        allowed=SOUNDS,
        required=False,
        help_text="mp3、wav、amr、m4a，不超过 20 MB。登记后密封，可以对着录音补写听写稿。",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["callback_on"].widget.attrs["min"] = self.on.isoformat()

    def callback(self) -> CallbackFacts | None:
        typed = self.cleaned_data
        if not typed["callback_on"]:
            return None
        return CallbackFacts(
            due_on=typed["callback_on"],
            half=HalfDay(typed["callback_half"] or HalfDay.MORNING),
            by_office=typed["callback_by"] != CALLER_RINGS,
        )

    @property
    def callback_open(self) -> bool:
        return bool(self["callback_on"].value()) or "callback_on" in self.errors


class VisitForm(SpokenForm):
    companions = forms.IntegerField(
        label="陪同人数", min_value=0, max_value=MOST_COMPANIONS, required=False, initial=0
    )
    companion_names = forms.CharField(
        label="陪同人",
        max_length=LIMITS["address"],
        required=False,
        help_text="随来访人身份一并密封；匿名来访只计人数，不写姓名。",
    )
    language_help = forms.ChoiceField(label="语言帮助", choices=LanguageHelp.choices, required=False)
    needs = forms.MultipleChoiceField(
        label="眼下需要什么帮助",
        choices=CareNeed.choices,
        widget=forms.CheckboxSelectMultiple,
        required=False,
        help_text="办好后在卷宗点掉，不留记录。",
    )

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any) -> None:
        super().__init__(*args, officer=officer, **kwargs)
        self.sections = section_fields(officer.organ_id)
        self.fields.update(self.sections)
        self.fields["account"].required = False

    def clean(self) -> dict[str, Any]:
        """The record in sections tells the matter, where the account was left empty."""
        cleaned = super().clean()
        if "account" in self.errors:
            return cleaned
        account = cleaned["account"] or composed({name: cleaned.get(name, "") for name in self.sections})
        if not account.strip():
            self.add_error("account", "请填写反映内容，或者在“来访笔录”里分段写")
        elif len(account) > LIMITS["account"]:
            self.add_error("account", f"各段合起来最多 {LIMITS['account']} 字，请删减")
        title = cleaned.get("title") or ("" if cleaned["account"] else heading("", self.told_matter(cleaned)))
        return {**cleaned, "account": account, "title": title}

    def told_matter(self, cleaned: dict[str, Any]) -> str:
        """What was done, of a record in sections; the first section written, where that is empty."""
        first = next((words for name in self.sections if (words := cleaned.get(name, "").strip())), "")
        return cleaned.get(section_name(Section.WHAT), "").strip() or first

    def beside(self) -> VisitFacts:
        typed = self.cleaned_data
        return VisitFacts(
            companions=typed["companions"] or (1 if typed["companion_names"].strip() else 0),
            language_help=LanguageHelp(typed["language_help"] or LanguageHelp.NONE),
            needs=tuple(CareNeed(each) for each in typed["needs"]),
        )

    def words(self) -> InterviewWords:
        return InterviewWords({each: self.cleaned_data.get(section_name(each), "") for each in Section})

    @property
    def section_groups(self) -> list[forms.BoundField]:
        return [self[name] for name in self.sections]

    @property
    def sections_open(self) -> bool:
        return any(str(self[name].value() or "").strip() or name in self.errors for name in self.sections)

    @property
    def beside_open(self) -> bool:
        """Whether somebody came along, or help with the language was chosen."""
        names = ("companions", "companion_names")
        return any(str(self[name].value() or "0") != "0" or name in self.errors for name in names)


def composed(sections: Any) -> str:
    """One account out of the sections that were written, each under its name."""
    labels = {section_name(each): each.label for each in Section}
    return "\n".join(f"{labels[name]}：{words.strip()}" for name, words in sections.items() if words.strip())
