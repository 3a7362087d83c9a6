"""The words of a report, whose stored values may never change: records and measured data hold them."""

import pytest

from yixian.regulations.classes import Channel, Rating, Recurrence, ReportClass, Signing, SourceKind


def test_the_four_classes_carry_the_labels_of_the_measured_data():
    assert ReportClass.choices() == [
        ("accusation", "检举控告"),
        ("appeal", "申诉"),
        ("suggestion", "批评建议"),
        ("out_of_scope", "业务范围外"),
    ]


def test_channels_sources_and_ratings_read_as_the_register_does():
    assert [each.label for each in Channel] == ["来信", "来访", "来电", "网络", "举报箱", "其他"]
    assert [each.label for each in SourceKind] == ["自收", "上级转", "上级交", "其他部门"]
    assert [each.label for each in Rating] == ["满意", "基本满意", "不满意"]
    assert [each.label for each in Recurrence] == ["初次", "重复"]


def test_what_a_superior_passed_or_assigned_came_from_a_superior():
    from_superior = [each for each in SourceKind if each.is_from_superior]

    assert from_superior == [SourceKind.PASSED_BY_SUPERIOR, SourceKind.ASSIGNED_BY_SUPERIOR]


def test_an_unverified_signature_counts_as_anonymous():
    assert [each for each in Signing if each.counts_as_anonymous] == [Signing.ANONYMOUS, Signing.UNVERIFIED]


def test_a_word_is_found_by_its_label():
    assert ReportClass.labelled("申诉") is ReportClass.APPEAL


def test_an_unknown_label_is_answered_with_the_known_ones():
    with pytest.raises(ValueError, match="“好评”不是可用的说法，应当是：满意、基本满意、不满意"):
        Rating.labelled("好评")


def test_a_word_is_stored_as_its_value():
    assert (str(Channel.LETTER), Channel("letter")) == ("letter", Channel.LETTER)
