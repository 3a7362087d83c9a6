"""谈话笔录: write, read back, sign, print."""

from typing import Any

from django import forms

from yixian.desk.verification_case import WorkCase
from yixian.desk.web.clue.work.base import OfOne, WorkForm
from yixian.desk.web.offering import offer
from yixian.protection.texts import LONGEST
from yixian.reception.actions import FilledPaper
from yixian.reception.enums import ReadBackWay
from yixian.resolution.actions import TalkFacts, print_talk, read_back_talk, record_talk, sign_talk
from yixian.resolution.enums import TalkSigned
from yixian.toolkit.forms import DateInput, LongText


class RecordTalk(WorkForm):
    slug, act, label, button = "record_talk", "resolution.record_talk", "写谈话笔录", "保存笔录"
    key = "w"
    says = (
        "谈话由两名以上核查组成员进行。保存后不能改写：核对时的更正另记，以后的更正另写一份。",
        "提问里不写来信原文、不写举报人，系统会检查；谁说了什么照实记，不作检查。",
    )
    person = forms.CharField(label="被谈话人", max_length=60)
    post = forms.CharField(label="单位和职务", max_length=120, required=False)
    held_on = forms.DateField(label="谈话日期", widget=DateInput())
    place = forms.CharField(label="地点", max_length=120, required=False)
    present = forms.TypedMultipleChoiceField(
        label="谈话人", coerce=int, widget=forms.CheckboxSelectMultiple(), help_text="不少于两人。"
    )
    why = forms.CharField(label="事由", max_length=200, required=False)
    talk = LongText("问答", LONGEST, rows=14, help_text="一行一问、一行一答：“问：……”“答：……”。")
    corrects = forms.TypedChoiceField(label="更正以前哪一份", coerce=int, required=False, empty_value=None)

    def prepare(self) -> None:
        offer(self, "present", [(each.staff_id, each.staff.name) for each in self.case.takers])
        standing = [(each.talk.pk, str(each.talk)) for each in self.case.talks if each.is_latest]
        offer(self, "corrects", [("", "不是更正"), *standing])
        self.initial.setdefault("held_on", self.case.on)

    def do(self) -> str:
        typed = self.cleaned_data
        corrected = (each.talk for each in self.case.talks if each.talk.pk == typed["corrects"])
        facts = TalkFacts(
            person=typed["person"],
            post=typed["post"],
            place=typed["place"],
            why=typed["why"],
            talk=typed["talk"],
            held_on=typed["held_on"],
            member_ids=typed["present"],
            corrects=next(corrected, None),
        )
        kept = record_talk(by=self.case.officer, clue=self.case.clue, facts=facts, on=self.case.on)
        return f"{kept}已保存。下一步：向本人宣读或者请本人阅看。"


class OfTalk(OfOne):
    @classmethod
    def wanted(cls, shown: Any) -> bool:
        """Whether the talk stands where this act belongs."""
        raise NotImplementedError

    @classmethod
    def find(cls, case: WorkCase, key: int) -> Any:
        return cls.found([each.talk for each in case.talks if cls.wanted(each)], key)


class ReadBackTalk(OfTalk):
    slug, act, label, button = "read_back_talk", "resolution.read_back_talk", "宣读或者阅看", "已核对"
    says = ("读给被谈话人听，或者请其自己看。说错、记错的写在更正里，原文不动。",)
    way = forms.ChoiceField(label="怎么核对的", choices=ReadBackWay.choices, widget=forms.RadioSelect)
    corrections = LongText("更正", 2000, rows=3, required=False)

    @classmethod
    def wanted(cls, shown: Any) -> bool:
        return bool(shown.is_latest and shown.talk.read_back_on is None)

    def do(self) -> str:
        typed = self.cleaned_data
        read_back_talk(
            by=self.case.officer,
            talk=self.thing,
            way=ReadBackWay(typed["way"]),
            corrections=typed["corrections"],
            on=self.case.on,
        )
        return f"{self.thing}已核对，请打印签名。"


class SignTalk(OfTalk):
    slug, act, label, button = "sign_talk", "resolution.sign_talk", "登记签名", "登记"
    says = ("打印以后由被谈话人逐页签名或者捺印；拒绝签名的写明原因。",)
    as_ = forms.ChoiceField(label="怎么签的", choices=TalkSigned.choices, widget=forms.RadioSelect)
    reason = LongText("不签名的原因", 500, rows=2, required=False)

    @classmethod
    def wanted(cls, shown: Any) -> bool:
        talk = shown.talk
        return bool(shown.is_latest and talk.read_back_on is not None and talk.signed_on is None)

    def do(self) -> str:
        typed = self.cleaned_data
        kept = sign_talk(
            by=self.case.officer,
            talk=self.thing,
            as_=TalkSigned(typed["as_"]),
            reason=typed["reason"],
            on=self.case.on,
        )
        return f"{kept}：{kept.stands}。"


class PrintTalk(OfTalk):
    slug, act, label = "print_talk", "resolution.print_talk", "打印笔录"
    says = ("打印后逐页签名。笔录入卷，不外传。",)
    prints = True

    @classmethod
    def wanted(cls, shown: Any) -> bool:
        return True

    def paper(self) -> FilledPaper:
        return print_talk(by=self.case.officer, talk=self.thing)


ACTS = (RecordTalk, ReadBackTalk, SignTalk, PrintTalk)
