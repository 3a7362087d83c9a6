"""报请县审: the township sends its report of verification to the county before it decides."""

from typing import TYPE_CHECKING

from django import forms
from django.urls import reverse

from yixian.desk.clue_case import ClueCase
from yixian.desk.web.clue.base import ClueForm
from yixian.protection.texts import LONGEST
from yixian.resolution.actions import ask_county_review
from yixian.resolution.reviewing import may_ask_review, needs_review, reviewing_organ
from yixian.toolkit.forms import LongText

if TYPE_CHECKING:
    from yixian.resolution.models import CountyReview


class AskCountyReview(ClueForm):
    slug, act, label, button = "ask_county_review", "resolution.ask_county_review", "报请县审", "报县纪委"
    says: tuple[str, ...] = (
        "拟立案、拟给予处分的，县纪委审核同意以后，本机关才能批准。",
        "报去的是核查报告、证据目录和下面的报审意见，另行加封；举报人和举报信不报。",
    )
    words = LongText(
        "报审意见",
        LONGEST,
        rows=6,
        help_text="拟怎样处理，事实、证据和依据是什么；补充核查过的，写明补了什么。",
    )
    way = forms.ChoiceField(
        label="怎样报",
        choices=[("system", "在系统里报县纪委监委"), ("paper", "书面报，意见书来了再登记")],
        widget=forms.RadioSelect,
        initial="system",
    )
    made: "CountyReview"

    def prepare(self) -> None:
        """Only where the county works in this installation is there a choice."""
        if reviewing_organ(self.case.clue.organ_id) is None:
            self.says = (*self.says, "县纪委监委不在本系统，请书面报送；意见书来了，在县审页登记。")
            del self.fields["way"]

    @classmethod
    def stands(cls, case: ClueCase) -> bool:
        return case.report_to_review is not None

    @classmethod
    def leads(cls, case: ClueCase) -> bool:
        report = case.report_to_review
        return report is not None and needs_review(report) and not report.decided_on

    def do(self) -> str:
        report = self.case.report_to_review
        if report is None or not may_ask_review(report):
            return "这份核查报告已经报过县审。"
        typed = self.cleaned_data
        self.made = ask_county_review(
            by=self.case.officer,
            report=report,
            words=typed["words"],
            on=self.case.on,
            on_paper=typed.get("way") == "paper",
        )
        return f"已报县审：{self.made.get_state_display()}。"

    def lands(self) -> str:
        made = getattr(self, "made", None)
        return reverse("desk:county_review", args=[made.uid]) if made else self.case.home


ACTS = (AskCountyReview,)
