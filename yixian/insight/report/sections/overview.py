"""一、总体情况: how much came, of what class, what was closed and with what result."""

from yixian.insight.figures import AnalysisFigures, Balance
from yixian.insight.report.numbers import table_of
from yixian.insight.report.words import changed, listed, percent, unknown
from yixian.toolkit.documents import Paper


def overview(paper: Paper, figures: AnalysisFigures) -> None:
    paper.heading("一、总体情况")
    paper.body(_received(figures))
    paper.body(_classes(figures))
    table_of(paper, figures.basics.kinds, first="类别")
    if figures.balance.is_known:
        paper.body(_balance(figures.balance))
    else:
        paper.body("台账没有登记办结日期，办结率和期末未结数本报告不作分析。")
    _outcomes(paper, figures)


def _received(figures: AnalysisFigures) -> str:
    basics, total = figures.basics, int(figures.basics.total.value or 0)
    said = [clause for clause in (changed(basics.year_before), changed(basics.before)) if clause]
    movement = f"，{'，'.join(said)}" if said else ""
    sentence = f"报告期内，共收到信访举报{total}件次{movement}，经比对归并为{figures.matters}个事项"
    if figures.repeated_matters:
        sentence += f"，其中{figures.repeated_matters}个事项被反映两次及以上"
    sentence += "。"
    if (undated := int(basics.undated.value or 0)) and figures.months:
        sentence += f"另有{undated}件没有有效日期，未计入。"
    return sentence


def _classes(figures: AnalysisFigures) -> str:
    kinds = figures.basics.kinds
    if not kinds.is_known:
        return "来件类别无法判断，本报告不作类别分析。"
    return f"从类别看，{listed(kinds)}。{unknown(kinds, '类别不明')}"


def _balance(balance: Balance) -> str:
    opening, new, closed, left = (
        int(figure.value or 0) for figure in (balance.opening, balance.new, balance.closed, balance.open)
    )
    handled = opening + new
    rate = f"，办结率{percent(closed / handled)}" if handled else ""
    check = "收结存相符" if balance.ties else "收结存不符，请核对台账"
    fault = f"有{len(balance.faulty)}件办结日期早于收到日期，未计入。" if balance.faulty else ""
    said = f"期初未结{opening}件，本期新收{new}件，本期办结{closed}件，期末未结{left}件"
    return f"{said}（{check}）{rate}。{fault}"


def _outcomes(paper: Paper, figures: AnalysisFigures) -> None:
    persons = figures.outcomes.persons
    if not persons.is_known:
        return
    said = "、".join(f"{line.label}{line.count}人次" for line in persons.lines)
    paper.body(f"从处理结果看，{figures.outcomes.reports}件来件涉及处理{persons.base}人次：{said}。")
