"""How near a due date is: a word and a shape, never a colour alone. Advice, not law."""

from datetime import date, timedelta

from yixian.regulations.words import Word

NEAR_SHARE = 0.75
SEVERE_AFTER = timedelta(days=30)


class AlertGrade(Word):
    """From calm to worst, each with its shape for black-and-white print."""

    EARLY = "early", "期限内"
    NEAR = "near", "临近到期"
    DUE = "due", "今日到期"
    OVERDUE = "overdue", "已超期"
    SEVERE = "severe", "严重超期"

    @property
    def shape(self) -> str:
        return SHAPES[self]

    @property
    def is_late(self) -> bool:
        return self in (AlertGrade.OVERDUE, AlertGrade.SEVERE)


SHAPES = {
    AlertGrade.EARLY: "○",
    AlertGrade.NEAR: "◐",
    AlertGrade.DUE: "●",
    AlertGrade.OVERDUE: "▲",
    AlertGrade.SEVERE: "◆",
}


def grade(start: date, due_on: date, today: date) -> AlertGrade:
    """NEAR from three quarters of the time on; SEVERE once late by as long as the term, or by 30 days."""
    if today > due_on:
        patience = min(SEVERE_AFTER, due_on - start)
        return AlertGrade.SEVERE if today - due_on > patience else AlertGrade.OVERDUE
    if today == due_on:
        return AlertGrade.DUE
    passed = (today - start) / (due_on - start) if due_on > start else 1.0
    return AlertGrade.NEAR if passed >= NEAR_SHARE else AlertGrade.EARLY
