"""What is done with a list of destruction, one person after the other."""

from typing import Any
from uuid import UUID

from django import forms

from yixian.desk.destruction_case import DestructionCase
from yixian.desk.web.destruction.base import DestructionForm
from yixian.reception.actions import LIMITS
from yixian.resolution.actions import (
    OpinionFacts,
    appraise_files,
    approve_destruction,
    attend_destruction,
    carry_out_destruction,
    print_destruction_list,
    return_destruction,
)
from yixian.resolution.enums import AppraisalOpinion, DestructionState, ListedState
from yixian.toolkit.forms import LongText, speak_plainly
from yixian.toolkit.wording import cn_date

S = DestructionState
DESTROY, FOR_EVER = "destroy", "ever"
OPINIONS = [
    (DESTROY, "销毁"),
    ("5", "继续保存5年"),
    ("10", "继续保存10年"),
    ("20", "继续保存20年"),
    (FOR_EVER, "永久保存"),
]


class AppraiseFiles(DestructionForm):
    slug, act, label, button = "appraise_files", "resolution.appraise_files", "鉴定", "提交鉴定意见"
    states = (S.REVIEWING,)
    says = (
        "两个人各自鉴定：两人都提出以前，谁也看不到对方的意见。提交以后不能改。",
        "两人都选“销毁”的，报书记批准；有一人选继续保存的，这一卷就继续保存，按较长的年数延长。",
        "卷内目录在清册页上；继续保存的年数从原来的到期日接着算。",
    )

    def prepare(self) -> None:
        for row in self.case.waiting:
            title = self.case.read.titles.get(row.uid, "")
            self.fields[f"say_{row.uid.hex}"] = forms.ChoiceField(
                label=f"{row.file.number}　{title}",
                help_text=f"{row.year}年度，{row.get_retention_display()}，{cn_date(row.kept_until)}到期，"
                f"{row.papers}件{row.pages}页",
                choices=OPINIONS,
                widget=forms.RadioSelect,
            )
            self.fields[f"why_{row.uid.hex}"] = LongText(
                f"{row.file.number}的理由",
                LIMITS["note"],
                rows=2,
                required=False,
                help_text="继续保存的必填。不写举报人。",
            )
        for field in self.fields.values():
            speak_plainly(field)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        for row in self.case.waiting:
            said, why = typed.get(f"say_{row.uid.hex}"), typed.get(f"why_{row.uid.hex}", "").strip()
            if said and said != DESTROY and not why:
                self.add_error(f"why_{row.uid.hex}", "继续保存的，请写明理由。")
        return typed

    def do(self) -> str:
        opinions = {row.uid: self._said(row.uid) for row in self.case.waiting}
        done = appraise_files(
            by=self.case.officer, listing=self.case.listing, opinions=opinions, on=self.case.on
        )
        return "鉴定意见已登记，等另一人鉴定。" if done.state == S.REVIEWING else "两人都已鉴定，等书记批准。"

    def _said(self, uid: UUID) -> OpinionFacts:
        said, reason = self.cleaned_data[f"say_{uid.hex}"], self.cleaned_data[f"why_{uid.hex}"]
        if said == DESTROY:
            return OpinionFacts(AppraisalOpinion.DESTROY, reason)
        return OpinionFacts(AppraisalOpinion.KEEP, reason, None if said == FOR_EVER else int(said))


class ApproveDestruction(DestructionForm):
    slug, act, label, button = "approve_destruction", "resolution.approve_destruction", "批准", "批准清册"
    states = (S.REVIEWED,)
    says = (
        "批准的是整份清册：两人都同意销毁的，可以销毁；有人认为应当保存的，同时延长保管期限。",
        "批准以后还没有销毁：两名监销人到场，执行销毁以后才不能恢复。",
    )

    def do(self) -> str:
        done = approve_destruction(by=self.case.officer, listing=self.case.listing, on=self.case.on)
        return "已批准，没有要销毁的卷宗。" if done.state == S.ALL_KEPT else "已批准，等监销人到场。"


class ReturnDestruction(DestructionForm):
    slug, act, label, button = "return_destruction", "resolution.return_destruction", "退回", "退回清册"
    states = (S.REVIEWING, S.REVIEWED, S.APPROVED)
    says = ("退回以后这份清册不再办理，里面的卷宗可以列入新的清册。",)
    reason = LongText("退回的理由", LIMITS["note"], rows=3, help_text="不写举报人。")

    def do(self) -> str:
        return_destruction(
            by=self.case.officer,
            listing=self.case.listing,
            reason=self.cleaned_data["reason"],
            on=self.case.on,
        )
        return "已退回。"


class AttendDestruction(DestructionForm):
    slug, act, label, button = (
        "attend_destruction",
        "resolution.attend_destruction",
        "监销到场",
        "我在场，登记监销",
    )
    states = (S.APPROVED,)
    says = ("监销人用自己的账号登记，只算当天。监销人看着纸质卷宗和系统里的内容一起销毁，再在清册上签名。",)

    @classmethod
    def stands(cls, case: DestructionCase) -> bool:
        here = {each.staff_id for each in case.here_today}
        return super().stands(case) and case.officer.staff_id not in here

    def do(self) -> str:
        attend_destruction(by=self.case.officer, listing=self.case.listing, on=self.case.on)
        return "已登记监销到场。"


class CarryOutDestruction(DestructionForm):
    slug, act, label, button, kind = (
        "carry_out_destruction",
        "resolution.carry_out_destruction",
        "执行销毁",
        "销毁，不能恢复",
        "final",
    )
    states = (S.APPROVED,)
    says = (
        "销毁的是密钥：来件、身份、材料、笔录、证据、文书的内容从此谁也打不开，没有办法恢复。",
        "留下的：档号、题名、卷内目录、清册、意见、理由、统计数和留痕。",
        "执行前系统再核对一遍：刚登记暂缓的、延长了期限的、与没有销毁的来件相关的，不销毁，在清册上注明。",
        "以前的备份里还有密文和密钥：执行以后按规定清除旧备份，另做一份新的。",
    )
    sure = forms.BooleanField(label="纸质卷宗已经或者正在当面销毁，清册已经核对")

    def do(self) -> str:
        done = carry_out_destruction(by=self.case.officer, listing=self.case.listing, on=self.case.on)
        gone = done.files.filter(state=ListedState.DESTROYED).count()
        stayed = done.files.filter(state=ListedState.STAYED).count()
        return f"已销毁{gone}卷" + (f"，{stayed}卷没有销毁，原因见清册。" if stayed else "。")


class PrintDestructionList(DestructionForm):
    slug, act, label = "print_destruction_list", "resolution.print_destruction_list", "打印销毁清册"
    states = tuple(S)
    prints = True
    says = ("按今天的记录打印；还没有办到的留空，用笔签名。",)

    def paper(self) -> Any:
        return print_destruction_list(by=self.case.officer, listing=self.case.listing, on=self.case.on)


ACTS: tuple[type[DestructionForm], ...] = (
    AppraiseFiles,
    ApproveDestruction,
    AttendDestruction,
    CarryOutDestruction,
    PrintDestructionList,
    ReturnDestruction,
)


def acts_of(case: DestructionCase) -> list[type[DestructionForm]]:
    """Those that stand now."""
    return [each for each in ACTS if each.stands(case)]
