import pytest

from yixian.reception.importing.recorded import read_channel, read_kind, read_outcomes, read_source
from yixian.reception.importing.recorded import read_yes_no as said


@pytest.mark.parametrize(
    ("written", "channel"),
    [
        *(
            ("来信", "letter"),
            ("群众来访", "visit"),
            ("电话举报", "call"),
            ("12388网站", "web"),
            ("12388电话", "call"),
        ),
        *(("微信小程序", "web"), ("举报箱", "box"), ("其它", "other"), ("不详", ""), ("", "")),
    ],
)
def test_an_offices_word_for_a_channel_is_understood_and_an_unknown_one_is_not_forced(written, channel):
    assert read_channel(written) == channel


@pytest.mark.parametrize(
    ("written", "source"),
    [
        *(("自收", "own"), ("上级交办", "assigned_by_superior"), ("县纪委转办", "passed_by_superior")),
        *(("其他部门移送", "other_department"), ("来信", "")),
    ],
)
def test_an_offices_word_for_a_source_is_understood(written, source):
    assert read_source(written) == source


def test_an_offices_word_for_a_class_is_understood():
    assert [read_kind(text) for text in ("检举控告类", "申诉", "批评建议", "业务外", "")] == [
        *("accusation", "appeal", "suggestion", "out_of_scope", "")
    ]


def test_yes_and_no_in_the_words_of_ledgers():
    assert [said(text) for text in ("实名", "重信", "是", "匿名", "初 信", "否", "", "不详")] == [
        *(True, True, True, False, False, False, None, None)
    ]


def test_the_longer_outcome_is_not_also_the_shorter():
    assert read_outcomes("对甲党内严重警告、诫勉谈话，对乙立案") == (
        "party_serious_warning",
        "admonition",
        "filed",
    )
    assert read_outcomes("已答复") == ()
