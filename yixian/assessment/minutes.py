"""排查记录: the paper of a session, from its figures and its list: matters by number, and nobody who reported."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from uuid import UUID

from yixian.assessment.enums import MatterState, Verdict
from yixian.assessment.models import Screening, ScreeningDecision
from yixian.assessment.queries.screenings import decisions_in, rows_of
from yixian.assessment.queries.weighing import Standing, standings_of
from yixian.protection.actions import open_seals
from yixian.protection.officer import Officer
from yixian.protection.texts import SLOT
from yixian.reception.actions import FilledPaper, fill_paper, words_of_office
from yixian.regulations.local_practice import LONG_PENDING_TERM, REPEATED_FROM

KIND = "screening"
NOTHING = "无。"


def minutes_of(by: Officer, screening: Screening, on: date, note: str) -> FilledPaper:
    """The record as it would be sealed on this day, of what the officer may meet."""
    matters = [row.matter for row in rows_of(by, screening)]
    standings = standings_of(by, matters, on, before=screening)
    decided = decisions_in(screening, [each.pk for each in matters])
    reasons = reasons_of(by, list(decided.values()))
    values = {
        **words_of_office(screening.organ_id),
        "排查名称": str(screening),
        "召集人": screening.opened_by.name,
        "开始日期": screening.opened_on,
        "结束日期": on,
        "排查情况": figures(standings),
        "决定情况": verdicts(list(decided.values())),
        "排查清单": "\n".join(_lines(standings, decided, reasons)) or "没有未结事项。",
        "会议意见": note.strip() or NOTHING,
    }
    return fill_paper(screening.organ_id, KIND, values)


def reasons_of(by: Officer, decisions: Sequence[ScreeningDecision]) -> dict[UUID, str]:
    """Decision → its reason in words, opened together; by the decision's own ``uid``."""
    opened = open_seals(by=by, seals=[each.reason for each in decisions], slot=SLOT)
    return {each.uid: opened[each.reason] for each in decisions if each.reason in opened}


def figures(standings: Sequence[Standing]) -> str:
    closed = sum(each.matter.state != MatterState.OPEN for each in standings)
    late, repeated = (
        sum(bool(each.overdue) for each in standings),
        sum(each.is_repeated for each in standings),
    )
    gone = sum(each.sent_on for each in standings)
    sent_on = f"，已转出{gone}个" if gone else ""
    old, planned = sum(each.is_old for each in standings), sum(each.plan is not None for each in standings)
    return (
        f"共排查事项{len(standings)}个，来件{sum(each.count for each in standings)}件。其中有期限超期的{late}个，"
        f"{REPEATED_FROM}件以上多次反映的{repeated}个，立项超过{LONG_PENDING_TERM.length}个月的{old}个，"
        f"已有化解方案的{planned}个；排查期间已办结{closed}个{sent_on}。"
    )


def verdicts(decisions: Sequence[ScreeningDecision]) -> str:
    """How often each was decided, in the order of the vocabulary."""
    counts = Counter(each.verdict for each in decisions)
    told = [f"{each.label}{counts[each.value]}个" for each in Verdict if counts[each.value]]
    return "，".join(told) + "。" if told else NOTHING


def _lines(
    standings: Sequence[Standing],
    decided: Mapping[UUID, ScreeningDecision],
    reasons: Mapping[UUID, str],
) -> Iterator[str]:
    for number, each in enumerate(standings, 1):
        late = f"，超期{len(each.overdue)}项" if each.overdue else ""
        owned = f"承办人{each.owners or '未定'}。"
        held = f"{number}．{each.matter.number}：立项{each.age}天，来件{each.count}件{late}，{owned}"
        yield held + _said(each, decided.get(each.matter.pk), reasons)


def _said(standing: Standing, decision: ScreeningDecision | None, reasons: Mapping[UUID, str]) -> str:
    if decision is None:
        return "排查期间已转出，未作决定。" if standing.sent_on else "排查期间已办结，未作决定。"
    reason = reasons.get(decision.uid, "")
    return f"决定：{decision.get_verdict_display()}" + (f"（{reason.rstrip('。')}）。" if reason else "。")
