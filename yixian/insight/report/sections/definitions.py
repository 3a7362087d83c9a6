"""附：统计口径. What each figure means, how directions are judged, and what was noticed about the data."""

from yixian.insight.figures import AnalysisFigures
from yixian.insight.figures.characteristics import trend
from yixian.insight.figures.hot import DEFINITION as HEAT
from yixian.insight.report.sections.characteristics import GRADES
from yixian.toolkit.documents import Paper


def definitions(paper: Paper, figures: AnalysisFigures) -> None:
    paper.heading("附：统计口径和数据说明")
    paper.subheading("（一）统计口径")
    for number, (title, text) in enumerate(_terms(figures), start=1):
        paper.note(f"{number}．{title}：{text.rstrip('。')}。")
    paper.subheading("（二）数据说明")
    for number, note in enumerate(_notes(figures), start=1):
        paper.note(f"{number}．{note}")


def _terms(figures: AnalysisFigures) -> list[tuple[str, str]]:
    basics, balance = figures.basics, figures.balance
    shown = [breakdown for breakdown in basics.breakdowns if breakdown.is_known]
    terms = [(basics.total.title, basics.total.definition)]
    terms += [(breakdown.title, breakdown.definition) for breakdown in shown]
    if balance.is_known:
        terms += [
            (one.title, one.definition)
            for one in (balance.opening, balance.new, balance.closed, balance.open)
        ]
    if figures.outcomes.persons.is_known:
        terms.append((figures.outcomes.persons.title, figures.outcomes.persons.definition))
    terms += [(one.title, one.definition) for one in figures.characteristics.all]
    return [*terms, ("特征程度", GRADES), ("变化趋势", trend.DEFINITION), ("热度", HEAT)]


def _notes(figures: AnalysisFigures) -> list[str]:
    return [
        *figures.notes,
        "系统的判断是给经办人员的参考，不是结论；对具体人员的认定以核查结果为准。",
        "占比按四舍五入保留一位小数，各项之和可能不等于100%。",
    ]
