"""The five completions."""

from yixian.regulations.completions import Completion, missing_completions, what_is_missing


def test_the_five_in_their_order():
    assert [each.label for each in Completion] == ["调查到位", "处理到位", "反馈到位", "归档到位", "教育到位"]


def test_nothing_is_missing_when_all_five_are_recorded():
    assert missing_completions(set(Completion)) == ()
    assert what_is_missing(set(Completion)) == ""


def test_what_is_missing_is_named_with_what_it_takes():
    recorded = {Completion.INVESTIGATED, Completion.HANDLED, Completion.EDUCATED}

    assert missing_completions(recorded) == (Completion.FED_BACK, Completion.ARCHIVED)
    assert what_is_missing(recorded) == (
        "尚不能办结：反馈到位（实名的已向检举控告人反馈并记录意见，匿名的已注明无法反馈）；"
        "归档到位（材料收集齐全，编目装订，卷宗目录与实物一致）。"
    )


def test_every_completion_says_what_it_requires():
    assert all(each.requires for each in Completion)
