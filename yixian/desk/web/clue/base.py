"""Acts on a clue: the same small forms as acts on a report, about another subject."""

from typing import ClassVar
from uuid import UUID

from django import forms

from yixian.desk.clue_case import ClueCase
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.frame import not_theirs
from yixian.protection.actions import Destroyed
from yixian.protection.officer import Officer
from yixian.protection.texts import LONGEST
from yixian.resolution.queries import clue_of_organ
from yixian.toolkit.forms import LongText
from yixian.toolkit.today import today

APPROVE, RETURN = "approve", "return"


def clue_case_or_404(officer: Officer, clue_id: UUID) -> ClueCase:
    """A clue that this officer may meet; any other does not exist.

    A member of its team meets the clue, though not the letters behind it.
    """
    clue = clue_of_organ(officer.organ_id, clue_id)
    case = ClueCase(officer, clue, today()) if clue is not None else None
    if case is None or not (officer.staff_id in case.clue.team_ids() or case.meets_the_letters):
        raise not_theirs(officer, "resolution.read_clue", f"resolution.clue:{clue_id}")
    if case.clue.matter.destroyed_on is not None:
        raise Destroyed(f"线索（{case.clue.code}）已随卷宗按规定销毁，内容谁也不能再打开。")
    return case


class ClueForm(ActForm[ClueCase]):
    """An act whose subject is a clue."""

    root: ClassVar[str] = "clues"

    @classmethod
    def load(cls, officer: Officer, key: UUID) -> ClueCase:
        return clue_case_or_404(officer, key)

    @classmethod
    def is_ready(cls, case: ClueCase) -> bool:
        """Whether the page offers it yet; what stands but is not ready is refused with what is missing."""
        return True


class DecisionForm(ClueForm):
    """Approve or return what another person proposed; returning says why."""

    verdict = forms.ChoiceField(
        label="审批意见",
        choices=[(APPROVE, "同意"), (RETURN, "退回，重新提出")],
        widget=forms.RadioSelect,
    )
    note = LongText("批注", LONGEST, help_text="退回的，请写明理由。", required=False)
    button = "提交审批"

    def clean(self) -> dict[str, str]:
        typed: dict[str, str] = super().clean() or {}
        if typed.get("verdict") == RETURN and not typed.get("note", "").strip():
            self.add_error("note", "退回的，请写明理由。")
        return typed

    @property
    def approved(self) -> bool:
        return bool(self.cleaned_data["verdict"] == APPROVE)

    def said(self, what: str) -> str:
        return f"已同意{what}。" if self.approved else f"已退回{what}。"
