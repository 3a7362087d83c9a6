"""来访笔录: written in sections, read back, signed; then only supplemented."""

from typing import Any, ClassVar

from django import forms

from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.acts.signing_pad import SignaturePad
from yixian.desk.web.entry.spoken import section_fields, section_name
from yixian.reception.actions import (
    LIMITS,
    InterviewWords,
    OpenedInterview,
    read_back_interview,
    read_interviews,
    sign_interview,
    stroke_of,
    write_interview,
)
from yixian.reception.enums import Channel, ReadBackWay, ReportState, Section, SignedAs
from yixian.reception.hotline import section_order
from yixian.toolkit.forms import LongText

SPOKEN = (Channel.VISIT, Channel.CALL)
KNOWN = (SignedAs.PEN, SignedAs.PAPER, SignedAs.THUMB, SignedAs.DECLINED)
UNKNOWN = (SignedAs.ANONYMOUS, SignedAs.DECLINED)


def draft_of(case: Case) -> Any:
    """The record that nobody has signed yet; None for none."""
    return case.report.interviews.filter(signed_on__isnull=True).order_by("position").last()


def opened_draft(case: Case) -> OpenedInterview | None:
    opened = read_interviews(by=case.officer, report=case.report)
    return opened[-1] if opened and not opened[-1].interview.is_final else None


class WriteInterview(ActForm[Case]):
    goes_along = True
    slug, act, label, button = "interview", "reception.write_interview", "来访笔录", "保存笔录"
    says = (
        "用第一人称照原话记；“来访人”“反映人”代替姓名，姓名只在密封的身份里。",
        "保存后宣读或者请来访人阅看，再签名。签名以后不能改，只能补充。",
    )
    shows_account = True
    talk = LongText(
        "问答",
        LIMITS["talk"],
        rows=4,
        required=False,
        help_text="需要逐句记的，一行一问一答：问：……　答：……",
    )

    def prepare(self) -> None:
        talk = self.fields.pop("talk")
        self.fields.update(section_fields(self.case.report.organ_id))
        self.fields["talk"] = talk
        for name, words in self._written().items():
            self.initial.setdefault(name, words)

    def _written(self) -> dict[str, str]:
        """The draft as it stands; for the first record what was told at registration, under 何事."""
        draft = None if self.is_bound else opened_draft(self.case)
        if draft is not None:
            sections = {section_name(each): words for each, words in draft.words.sections.items()}
            return {**sections, "talk": draft.words.talk}
        first = not self.is_bound and not self.case.report.interviews.exists()
        return {section_name(Section.WHAT): self.case.content.account.account} if first else {}

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.channel in SPOKEN and case.report.state != ReportState.ENVELOPED

    def do(self) -> str:
        typed = self.cleaned_data
        words = InterviewWords({each: typed[section_name(each)] for each in Section}, typed["talk"])
        kept = write_interview(by=self.case.officer, report=self.case.report, words=words, on=self.case.on)
        return f"{kept.label}已保存。下一步：向来访人宣读，或者请来访人阅看。"

    def lands(self) -> str:
        return ReadBack.address(self.case)


class OfDraft(ActForm[Case]):
    """An act on the unsigned record, with its text beside."""

    template = "desk/acts/interview.html"
    step: ClassVar[str] = ""

    def prepare(self) -> None:
        self.opened = opened_draft(self.case)

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.channel in SPOKEN and draft_of(case) is not None

    @property
    def shown_sections(self) -> list[tuple[str, str]]:
        assert self.opened is not None  # noqa: S101 - as below
        order = section_order(self.case.report.organ_id)
        return [(part.label, self.opened.words.sections[part]) for part in order]

    @property
    def draft(self) -> Any:
        assert self.opened is not None  # noqa: S101 - the page stands only where there is one
        return self.opened.interview


class ReadBack(OfDraft):
    slug, act, label, button = (
        "read_back",
        "reception.read_back_interview",
        "宣读笔录",
        "记录无误，去签名",
    )
    says = ("把右边的笔录读给来访人听，或者请来访人自己看。说错、记错的，写在更正里。",)
    way = forms.ChoiceField(
        label="怎么核对的", choices=ReadBackWay.choices, widget=forms.RadioSelect, initial=ReadBackWay.ALOUD
    )
    corrections = LongText(
        "更正",
        LIMITS["corrections"],
        rows=3,
        required=False,
        help_text="例如：“五月”应为“六月”。没有更正的不填。要改很多的，回去改笔录。",
    )

    def do(self) -> str:
        kept = read_back_interview(
            by=self.case.officer,
            interview=self.draft,
            way=ReadBackWay(self.cleaned_data["way"]),
            corrections=self.cleaned_data["corrections"],
            on=self.case.on,
        )
        return f"{kept.get_read_back_display()}。"

    def lands(self) -> str:
        return Sign.address(self.case)


class Sign(OfDraft):
    slug, act, label, button, kind = "sign", "reception.sign_interview", "笔录签名", "定稿", "final"
    says = (
        "定稿以后不能再改，只能另写补充笔录。",
        "屏幕上的签名只存成一张图，随身份密封；下笔快慢、轻重都不保存。",
    )
    as_ = forms.ChoiceField(label="怎么签的", widget=forms.RadioSelect)
    stroke = forms.CharField(
        label="在框内签名", required=False, widget=SignaturePad, help_text="用手指、触控笔或者鼠标。"
    )
    reason = LongText("不签名的原因", LIMITS["reason"], rows=2, required=False)

    def prepare(self) -> None:
        super().prepare()
        unknown = self.case.report.identity is None
        ways = UNKNOWN if unknown else KNOWN
        field = self.fields["as_"]
        field.choices = [(each.value, each.label) for each in ways]  # type: ignore[attr-defined]
        field.initial = SignedAs.ANONYMOUS if unknown else SignedAs.PAPER
        if unknown:
            del self.fields["stroke"]

    @classmethod
    def stands(cls, case: Case) -> bool:
        draft = draft_of(case)
        return case.report.channel in SPOKEN and draft is not None and draft.read_back_on is not None

    def do(self) -> str:
        as_ = SignedAs(self.cleaned_data["as_"])
        drawn = self.cleaned_data.get("stroke", "") if as_ == SignedAs.PEN else ""
        kept = sign_interview(
            by=self.case.officer,
            interview=self.draft,
            as_=as_,
            on=self.case.on,
            stroke=stroke_of(drawn) if as_ == SignedAs.PEN else b"",
            reason=self.cleaned_data["reason"],
        )
        return f"{kept.label}已定稿（{kept.get_signed_as_display()}）。"


ACTS = (WriteInterview, ReadBack, Sign)
