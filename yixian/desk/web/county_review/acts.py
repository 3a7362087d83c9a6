"""县审 on both sides: the county takes it and answers; the township takes it back, or records a paper."""

from django import forms

from yixian.desk.review_case import ReviewCase
from yixian.desk.web.county_review.base import ReviewForm
from yixian.protection.queries import may
from yixian.protection.texts import LONGEST
from yixian.resolution.actions import (
    CountyOpinion,
    answer_county_review,
    record_county_opinion,
    take_county_review,
    withdraw_county_review,
)
from yixian.resolution.enums import ReviewState
from yixian.toolkit.files import DOCUMENTS, PICTURES, CleanFilesField
from yixian.toolkit.files.kinds import words_for
from yixian.toolkit.forms import DateInput, HintedRadios, LongText

S = ReviewState
ANSWERS = [
    (S.AGREED.value, "同意"),
    (S.MORE.value, "补充核查"),
    (S.DISAGREED.value, "不同意"),
]
HINTS = {
    S.AGREED.value: "事实、证据、定性和处理建议都可以，乡镇（街道）可以批准。",
    S.MORE.value: "写明还要查清什么、补什么证据；核查报告由乡镇（街道）退回补充以后再报。",
    S.DISAGREED.value: "写明不同意的理由和县纪委的意见。",
}
PAPERS = DOCUMENTS | PICTURES


class TakeCountyReview(ReviewForm):
    slug, act, label = "take_county_review", "resolution.take_county_review", "接审"
    button = "没有回避情形，接审"
    says = (
        "本人和近亲属与被反映一方没有利害关系，没有参加过这件的核查，没有其他可能影响公正的情形。",
        "有上述情形的，请不要接审，请其他同志办理。",
        "接审以后才看得到核查报告和证据目录；已经有人接审的，改由您审核。",
    )

    @classmethod
    def stands(cls, case: ReviewCase) -> bool:
        mine = case.review.reviewer_id == case.officer.staff_id
        return case.stands(S.ASKED) or (case.stands(S.TAKEN) and not mine)

    @classmethod
    def leads(cls, case: ReviewCase) -> bool:
        return case.stands(S.ASKED)

    def do(self) -> str:
        take_county_review(by=self.case.officer, review=self.case.review, on=self.case.on)
        return "已接审，请阅看报审材料，答复审核意见。"


class AnswerCountyReview(ReviewForm):
    slug, act, label = "answer_county_review", "resolution.answer_county_review", "答复审核意见"
    button = "答复报审机关"
    says = ("答复以后不能再改；意见加封给报审机关，报审机关在“今日”看到。",)
    answer = forms.ChoiceField(label="审核意见", choices=ANSWERS, widget=HintedRadios(hints=HINTS))
    words = LongText("意见和理由", LONGEST, rows=8)

    @classmethod
    def stands(cls, case: ReviewCase) -> bool:
        return case.stands(S.TAKEN) and case.review.reviewer_id == case.officer.staff_id

    @classmethod
    def leads(cls, case: ReviewCase) -> bool:
        return True

    def do(self) -> str:
        typed = self.cleaned_data
        done = answer_county_review(
            by=self.case.officer,
            review=self.case.review,
            answer=ReviewState(typed["answer"]),
            words=typed["words"],
            on=self.case.on,
        )
        return f"已答复：{done.get_state_display()}。"


class RecordCountyOpinion(ReviewForm):
    slug, act, label = "record_county_opinion", "resolution.record_county_opinion", "登记县审意见"
    button = "登记"
    of_asker = True
    says = ("照县纪委的文书登记，扫描件密封保存；登记以后不能再改。",)
    answer = forms.ChoiceField(label="审核意见", choices=ANSWERS, widget=forms.RadioSelect)
    number = forms.CharField(label="文号", max_length=40)
    dated_on = forms.DateField(label="文书日期", widget=DateInput)
    words = LongText("意见和理由", LONGEST, rows=6, help_text="照文书写，不写举报人。")
    file = CleanFilesField(
        label="扫描件", allowed=PAPERS, required=False, help_text=f"{words_for(PAPERS)}，一个，不超过 20 MB。"
    )

    @classmethod
    def stands(cls, case: ReviewCase) -> bool:
        return case.stands(S.ON_PAPER)

    @classmethod
    def leads(cls, case: ReviewCase) -> bool:
        return may(case.officer, cls.act, case.review)

    def do(self) -> str:
        typed = self.cleaned_data
        opinion = CountyOpinion(
            answer=ReviewState(typed["answer"]),
            words=typed["words"],
            number=typed["number"],
            dated_on=typed["dated_on"],
            file=next(iter(typed["file"]), None),
        )
        done = record_county_opinion(
            by=self.case.officer, review=self.case.review, opinion=opinion, on=self.case.on
        )
        return f"已登记：{done.get_state_display()}。"


class WithdrawCountyReview(ReviewForm):
    slug, act, label = "withdraw_county_review", "resolution.withdraw_county_review", "撤回县审"
    button = "撤回"
    of_asker = True
    says = ("县纪委答复以前可以撤回；撤回以后，县纪委不再能打开报审材料。",)

    @classmethod
    def stands(cls, case: ReviewCase) -> bool:
        return case.review.is_open

    def do(self) -> str:
        withdraw_county_review(by=self.case.officer, review=self.case.review, on=self.case.on)
        return "已撤回，需要的可以重新报。"


ACTS: tuple[type[ReviewForm], ...] = (
    TakeCountyReview,
    AnswerCountyReview,
    RecordCountyOpinion,
    WithdrawCountyReview,
)
