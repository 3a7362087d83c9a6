"""线索、到位、办结、归档: what later work does with the matter of a report, from its dossier."""

from typing import Any

from django import forms
from django.urls import reverse

from yixian.assessment.enums import MatterState
from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.offering import offer
from yixian.protection.texts import LONGEST
from yixian.reception.actions import LIMITS, FilledPaper
from yixian.regulations.archiving import Retention
from yixian.regulations.completions import Completion
from yixian.resolution.actions import (
    archive_matter,
    close_matter,
    open_clue,
    print_file_index,
    record_completion,
    supplement_file,
)
from yixian.resolution.filing import BAR, COLUMNS, index_text
from yixian.resolution.queries import completions_of, reopenings_of
from yixian.resolution.queries.filing import (
    added_index,
    archive_file_by_matter,
    next_place,
    proposed_index,
    retention_of,
)
from yixian.toolkit.forms import LongText


class MatterForm(ActForm[Case]):
    """An act whose permit is asked about the matter."""

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.matter is not None and case.matter.state == MatterState.OPEN

    @classmethod
    def judged(cls, case: Case) -> Any:
        return case.matter or case.subject

    @property
    def matter(self) -> Any:
        return self.case.matter


class EndForm(MatterForm):
    """What this office took up as a clue before the report was sent, it also ends."""

    goes_along = True

    @classmethod
    def has_left(cls, case: Case) -> bool:
        return not case.clues and super().has_left(case)


class OpenClue(MatterForm):
    goes_along = True
    slug, act, label, button = "open_clue", "resolution.open_clue", "登记问题线索", "登记线索"
    key = "c"
    says = (
        "线索进入台账，有编码、有期限、有结果、有答复。",
        "只写要核实的问题；核查组据此核查，不接触举报信。",
    )
    shows_account = True
    questions = LongText(
        "需要核实的问题", LONGEST, rows=8, help_text="逐条写：何人、何事、何时、何地，要查清什么。"
    )

    def do(self) -> str:
        questions = self.cleaned_data["questions"]
        self.clue = open_clue(by=self.case.officer, matter=self.matter, questions=questions, on=self.case.on)
        return f"已登记线索（{self.clue.code}），请在期限内提出处置意见。"

    def lands(self) -> str:
        return reverse("desk:clue", args=[self.clue.pk])


class RecordCompletion(EndForm):
    slug, act, label, button = "record_completion", "resolution.record_completion", "确认到位", "确认"
    says = ("五项都到位才能办结；记录与确认不一致的，系统不予确认，并说明原因。",)
    completion = forms.ChoiceField(label="哪一项", widget=forms.RadioSelect)
    note = LongText("说明", LONGEST, rows=4, help_text="写明依据：哪份报告、哪次反馈、哪些整改。")

    def prepare(self) -> None:
        marked = set(completions_of(self.matter.pk).values_list("completion", flat=True))
        offer(
            self,
            "completion",
            [(each.value, f"{each.label}：{each.requires}") for each in Completion if each not in marked],
        )

    @classmethod
    def stands(cls, case: Case) -> bool:
        if case.matter is None or case.matter.state != MatterState.OPEN:
            return False
        return completions_of(case.matter.pk).count() < len(Completion)

    def do(self) -> str:
        completion = Completion(self.cleaned_data["completion"])
        record_completion(
            by=self.case.officer,
            matter=self.matter,
            completion=completion,
            note=self.cleaned_data["note"],
            on=self.case.on,
        )
        return f"已确认{completion.label}。"


class CloseMatter(EndForm):
    slug, act, label, button = "close_matter", "resolution.close_matter", "办结事项", "办结"
    says = ("五项都到位才能办结；缺哪一项，系统会指出来。", "办结以后发现新的证据，可以重新办理。")

    def do(self) -> str:
        close_matter(by=self.case.officer, matter=self.matter, on=self.case.on)
        return "事项已办结，请归档。"


class ArchiveMatter(MatterForm):
    slug, act, label, button, kind = (
        "archive_matter",
        "resolution.archive_matter",
        "归档",
        "归档",
        "final",
    )
    says = (
        "归档后不再改动；纸质卷宗按盒号、件号存放，举报人身份另行封存，不入本卷。",
        "卷内目录已按记录排好：结论在前，依据在后。请对着纸件核对页数，调整次序，补上没有列出的。",
    )
    box = forms.IntegerField(label="盒号", min_value=1, max_value=9999)
    piece = forms.IntegerField(label="件号", min_value=1, max_value=9999)
    retention = forms.ChoiceField(label="保管期限", choices=Retention.choices(), widget=forms.RadioSelect)
    reason = LongText(
        "缩短保管期限的理由", LIMITS["note"], rows=2, required=False, help_text="比建议的短才需要写。"
    )
    index = LongText(
        "卷内目录",
        LONGEST,
        rows=16,
        help_text=f"一行一份，次序就是装订的次序：{BAR.join(COLUMNS)}。题名和页数必填；日期写成2026-03-04。",
    )

    def prepare(self) -> None:
        rule = retention_of(self.matter)
        box, piece = next_place(self.matter.organ_id, self.case.on.year)
        first = {"box": box, "piece": piece, "retention": rule.retention.value}
        first["index"] = index_text(proposed_index(self.matter))
        for name, value in first.items():
            self.fields[name].initial = value
        source = f"{rule.article.cite()}；{rule.article.grade.label}"
        advice = f"建议{rule.retention.label}：{rule.says}（{source}）。"
        self.fields["retention"].help_text = advice

    @classmethod
    def stands(cls, case: Case) -> bool:
        closed = case.matter is not None and case.matter.state == MatterState.CLOSED
        return closed and case.matter is not None and archive_file_by_matter(case.matter.pk) is None

    def do(self) -> str:
        typed = self.cleaned_data
        archived = archive_matter(
            by=self.case.officer,
            matter=self.matter,
            box=typed["box"],
            piece=typed["piece"],
            retention=Retention(typed["retention"]),
            index=typed["index"],
            reason=typed["reason"],
            on=self.case.on,
        )
        return f"已归档，案卷号{archived.number}。"


class SupplementFile(MatterForm):
    slug, act, label, button, kind = (
        "supplement_file",
        "resolution.supplement_file",
        "补充归档",
        "补充归档",
        "final",
    )
    says = (
        "事项重新办理以前已有卷宗：补充的放在原卷后面，原来的文件和次序不动。",
        "目录列的是重新办理以来的文件，请对着纸件核对页数。",
    )
    index = LongText(
        "补充的卷内目录",
        LONGEST,
        rows=10,
        help_text=f"一行一份：{BAR.join(COLUMNS)}。题名和页数必填；日期写成2026-03-04。",
    )

    def prepare(self) -> None:
        again = reopenings_of(self.case.report, self.matter).last()
        since = again.reopened_on if again else self.case.on
        self.fields["index"].initial = index_text(added_index(self.matter, since))

    @classmethod
    def stands(cls, case: Case) -> bool:
        closed = case.matter is not None and case.matter.state == MatterState.CLOSED
        return closed and case.matter is not None and archive_file_by_matter(case.matter.pk) is not None

    def do(self) -> str:
        file = archive_file_by_matter(self.matter.pk)
        if file is None:
            return "这一事项还没有卷宗，请用“归档”。"
        index = self.cleaned_data["index"]
        added = supplement_file(by=self.case.officer, file=file, index=index, on=self.case.on)
        return f"已补充归档{added.pages}页，案卷号{file.number}。"


class PrintFileIndex(MatterForm):
    slug, act, label = "file_index", "resolution.print_file_index", "打印卷宗目录"
    says = ("封面、卷内文件目录、备考表，按归档时的次序和页号排好。打印前检查有没有写到举报人。",)
    prints, outlives = True, True

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.matter is not None and archive_file_by_matter(case.matter.pk) is not None

    def paper(self) -> FilledPaper | None:
        file = archive_file_by_matter(self.matter.pk)
        return print_file_index(by=self.case.officer, file=file, on=self.case.on) if file else None


ACTS = (OpenClue, RecordCompletion, CloseMatter, ArchiveMatter, SupplementFile, PrintFileIndex)
