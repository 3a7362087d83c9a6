"""docs/generated/terms.md: every term in one Chinese table, by instrument, for people who read no code."""

from itertools import groupby

from yixian.regulations.articles import Grade
from yixian.regulations.limits import Term
from yixian.regulations.terms import TERMS

HEAD = """# 办理期限一览

本页由程序生成（`yixian.regulations.pages.terms_page`），请勿手工修改。每个期限在程序中只写一处，界面提示、到期提醒和文书都取自这里。

计算方法：事件发生当日不计入，自次日起算；写明“工作日”的不计休息日、计入调休上班日；“日”“月”按日历计算，按月的至对应日届满，
没有对应日的至月末届满；届满日为休息日的，顺延至下一个工作日（参照《中华人民共和国民法典》第二百条至第二百零三条）。

依据核对情况：{grades}。C、U 两类可以自行设定，只作提醒。
"""
HEADINGS = ("名称", "期限", "起算", "条文", "延长", "施行日期", "核对", "可自行设定", "键")


def terms_page() -> str:
    """The whole page as Markdown."""
    head = HEAD.format(grades="；".join(f"{grade.value} {grade.label}" for grade in Grade))
    groups = groupby(TERMS.values(), key=lambda term: term.source.instrument)
    return head + "".join(section(instrument.quoted_title, list(terms)) for instrument, terms in groups)


def section(title: str, terms: list[Term]) -> str:
    rows = [row(*HEADINGS), row(*("---" for _ in HEADINGS)), *(term_row(term) for term in terms)]
    return f"\n## {title}\n\n" + "\n".join(rows) + "\n"


def term_row(term: Term) -> str:
    return row(
        term.name,
        term.span,
        f"自{term.counted_from}起",
        term.article or "—",
        term.extension.sentence() if term.extension else "未规定",
        term.in_force_since.isoformat() if term.in_force_since else "由本单位规定",
        term.grade.value,
        "是" if term.configurable else "否",
        f"`{term.key}`",
    )


def row(*cells: str) -> str:
    return "| " + " | ".join(cells) + " |"
