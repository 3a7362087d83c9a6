"""Refusals that several acts share. Each message is fit for the screen and quotes its rule."""

from yixian.regulations.accusation_rules import RECUSAL
from yixian.trail.refusal import Refusal


class ReportedSide(Refusal):
    """The person who acts, or who is to act, is reported, a near relative, or of the reported unit."""

    key = "reported_side"

    @classmethod
    def registering(cls) -> "ReportedSide":
        return cls(
            "来件涉及您本人、近亲属或者所在单位，您应当回避。请将原件封好，"
            f"交其他工作人员或者上级机关登记（{RECUSAL.cite()}）。"
        )

    @classmethod
    def assigning(cls, name: str) -> "ReportedSide":
        return cls(f"{name}应当回避，不得承办该来件（{RECUSAL.cite()}）。")


class SeveralOfThatName(Refusal):
    """The roster has more than one cadre of that name, and a person must say which, or that it is none."""

    key = "several_of_that_name"


class TooEarly(Refusal):
    """An act is dated before what it builds on."""

    key = "too_early"


class NotHere(Refusal):
    """A village, a unit or a member of staff of another organ was named."""

    key = "not_here"
