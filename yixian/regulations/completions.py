"""The five completions (五个到位) without which a matter is not closed; a rule of the office's method."""

from collections.abc import Collection

from yixian.regulations.words import Word


class Completion(Word):
    """调查, 处理, 反馈, 归档, 教育."""

    INVESTIGATED = "investigated", "调查到位"
    HANDLED = "handled", "处理到位"
    FED_BACK = "fed_back", "反馈到位"
    ARCHIVED = "archived", "归档到位"
    EDUCATED = "educated", "教育到位"

    @property
    def requires(self) -> str:
        """What has to be on record for this completion."""
        return REQUIREMENTS[self]


REQUIREMENTS = {
    Completion.INVESTIGATED: "逐项核查反映的问题，有经批准的核查报告或者了结意见",
    Completion.HANDLED: "对每名被反映人作出处理结论，应当追缴、整改的已经落实",
    Completion.FED_BACK: "实名的已向检举控告人反馈并记录意见，匿名的已注明无法反馈",
    Completion.ARCHIVED: "材料收集齐全，编目装订，卷宗目录与实物一致",
    Completion.EDUCATED: "对有关人员教育提醒，对检举控告人解释疏导，对错告的说明情况",
}


def missing_completions(recorded: Collection[Completion]) -> tuple[Completion, ...]:
    """What is still missing, in the usual order; empty when the matter may be closed."""
    return tuple(each for each in Completion if each not in recorded)


def what_is_missing(recorded: Collection[Completion]) -> str:
    """A sentence that names what is missing and what it takes; empty when nothing is."""
    missing = missing_completions(recorded)
    if not missing:
        return ""
    return "尚不能办结：" + "；".join(f"{each.label}（{each.requires}）" for each in missing) + "。"
