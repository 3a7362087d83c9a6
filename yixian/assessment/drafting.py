"""会诊材料: a first draft from what stands on record of a matter; nothing of the letters, and nobody who wrote them."""

from datetime import date
from typing import TYPE_CHECKING

from yixian.assessment.enums import StepState
from yixian.assessment.models import AgendaItem
from yixian.assessment.queries.matters import classifications_of, reports_of
from yixian.assessment.queries.plans import plan_of, steps_of
from yixian.reception.enums import CadreCategory
from yixian.toolkit.wording import cn_date

if TYPE_CHECKING:
    from yixian.reception.models import Report

TO_WRITE = "（请写明：卡在哪里，需要哪个单位做什么、给什么意见。写完请把这一句删去。）"
TO_TELL = "（请用自己的话概括反映的问题和已经查明的情况，不写举报人，不抄举报信。写完请把这一句删去。）"


def drafted_material(item: AgendaItem, on: date) -> str:
    """Three parts: what it is, what was done, what is asked of the meeting; the last is for the handler to write."""
    reports = reports_of(item.matter)
    return "\n".join(
        (
            "一、基本情况",
            _since(item, on),
            f"共收到来件{len(reports)}件，最近一次在{_latest(reports)}。{_issues(reports)}",
            _reported(reports),
            TO_TELL,
            "二、已经做的工作",
            _work(item),
            "三、提请会诊的问题",
            TO_WRITE,
        )
    )


def _since(item: AgendaItem, on: date) -> str:
    matter = item.matter
    age = (on - matter.opened_on).days
    return f"事项编号{matter.number}，{cn_date(matter.opened_on)}立项，到{cn_date(on)}已{age}天。"


def _latest(reports: "list[Report]") -> str:
    """The month only: a day and a way in could tell who came."""
    last = max(each.received_on for each in reports)
    return f"{last.year}年{last.month}月"


def _issues(reports: "list[Report]") -> str:
    found = classifications_of([each.pk for each in reports]).values()
    labels = [each.get_main_issue_display() for each in found if each.main_issue]
    return f"反映的主要问题类别：{'、'.join(dict.fromkeys(labels))}。" if labels else ""


def _reported(reports: "list[Report]") -> str:
    """Of what kind they are, never their names."""
    kinds = [CadreCategory(person.category).label for each in reports for person in each.people.all()]
    return f"被反映的是：{'、'.join(dict.fromkeys(kinds))}。" if kinds else "来件没有写明被反映人。"


def _work(item: AgendaItem) -> str:
    if plan_of(item.matter) is None:
        return "还没有制定化解方案。"
    steps = list(steps_of(item.matter))
    done = [each for each in steps if each.state == StepState.DONE]
    waiting = [each.get_kind_display() for each in steps if each.state == StepState.PLANNED]
    told = f"已制定化解方案，完成{len(done)}步"
    return f"{told}，待完成的有{'、'.join(dict.fromkeys(waiting))}。" if waiting else f"{told}，全部完成。"


def still_to_write(text: str) -> bool:
    """Whether what the draft asks the handler to write is still asked."""
    return TO_WRITE in text or TO_TELL in text
