"""档案销毁清册 in the office's own wording: every file by its number, and nobody who reported."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from yixian.reception.actions import FilledPaper, fill_paper, words_of_office
from yixian.regulations.archiving import APPRAISAL
from yixian.resolution.enums import AppraisalOpinion, DestructionState, ListedState
from yixian.resolution.models import Appraisal, DestructionList, ListedFile
from yixian.toolkit.wording import cn_date

KIND = "destruction"
NOTHING = "无"
GAP = "　"


@dataclass(frozen=True, slots=True)
class ListWords:
    """What of the list is sealed, opened, by the uid of the row; and the opinions that may be told."""

    titles: Mapping[UUID, str]
    reasons: Mapping[UUID, str]
    opinions: Sequence[Appraisal]


def destruction_list(
    *, listing: DestructionList, rows: Sequence[ListedFile], words: ListWords, on: date
) -> FilledPaper:
    """The paper as of a day: what has not happened yet stays empty, to be written by hand."""
    listed = [each for each in rows if each.state != ListedState.LEFT_OUT]
    values = {
        **words_of_office(listing.organ_id),
        "打印日期": on,
        "清册编号": listing.number,
        "编制人": listing.drawn_by.name,
        "编制日期": listing.drawn_on,
        "列入情况": f"{len(listed)}卷，{sum(e.papers for e in listed)}件，{sum(e.pages for e in listed)}页",
        "没有列入": f"{len(rows) - len(listed)}卷" if len(rows) > len(listed) else NOTHING,
        "卷宗清单": "\n".join(_line(each, words) for each in rows),
        "鉴定情况": _appraised(listing, rows, words.opinions),
        "审批情况": _decided(listing),
        "销毁情况": _executed(listing, rows),
        "销毁依据": APPRAISAL.cite(),
    }
    return fill_paper(listing.organ_id, KIND, values)


def _line(row: ListedFile, words: ListWords) -> str:
    result = row.get_stayed_because_display() if row.stayed_because else ""
    told = f"{row.get_state_display()}（{result}）" if result else row.get_state_display()
    if row.uid in words.reasons:
        told += f"：{words.reasons[row.uid]}"
    cells = (
        f"{row.position}．{row.file.number}",
        words.titles.get(row.uid, ""),
        f"{row.year}年度",
        row.get_retention_display(),
        f"{cn_date(row.kept_until)}到期",
        f"{row.papers}件{row.pages}页",
        told,
    )
    return GAP.join(cells)


def _appraised(listing: DestructionList, rows: Sequence[ListedFile], said: Sequence[Appraisal]) -> str:
    if listing.state == DestructionState.REVIEWING:
        return "尚未鉴定完。"
    names = "、".join(dict.fromkeys(each.reviewer.name for each in said))
    kept = {each.listed_id for each in said if each.opinion == AppraisalOpinion.KEEP}
    asked = {each.listed_id for each in said}
    return (
        f"鉴定人：{names}。两人都同意销毁{len(asked - kept)}卷，有人认为应当继续保存{len(kept)}卷。"
        if names
        else NOTHING
    )


def _decided(listing: DestructionList) -> str:
    if listing.decided_by is None or listing.decided_on is None:
        return ""
    said = "退回" if listing.state == DestructionState.RETURNED else "批准"
    return f"{cn_date(listing.decided_on)}{said}，{said}人：{listing.decided_by.name}"


def _executed(listing: DestructionList, rows: Sequence[ListedFile]) -> str:
    if listing.executed_by is None or listing.executed_on is None:
        return ""
    gone = sum(each.state == ListedState.DESTROYED for each in rows)
    stayed = sum(each.state == ListedState.STAYED for each in rows)
    came = listing.witnesses.filter(came_on=listing.executed_on).exclude(staff=listing.executed_by)
    names = "、".join(each.staff.name for each in came.select_related("staff").order_by("pk"))
    kept = f"，没有销毁{stayed}卷" if stayed else ""
    return f"{cn_date(listing.executed_on)}销毁{gone}卷{kept}。执行人：{listing.executed_by.name}；监销人：{names}。"
