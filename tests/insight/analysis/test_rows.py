import pytest

from yixian.insight.analysis.intake import Report
from yixian.insight.analysis.rows import figure_row
from yixian.language import read

SUBJECT = "举报禾田村支部书记虚报护林员补贴"
DETAIL = "禾田村支部书记2025年3月以其亲属名义虚报护林员补贴3.2万元，有银行流水为证，请镇纪委调查。"


def row(presumed_repeat=None, subject=SUBJECT, **cells):
    report = Report(2, "1", subject, DETAIL, None, None, cells)
    return figure_row(report, read(subject, DETAIL), "M000001", presumed_repeat)


def test_where_the_office_is_silent_the_reading_stands():
    reading = read(SUBJECT, DETAIL)

    found = row()

    assert (found.kind, found.motive, found.evidence) == (reading.kind, reading.motive, reading.evidence)
    assert (found.channel, found.source, found.repeat, found.signed) == ("", "", None, None)


def test_a_recorded_class_place_and_post_stand_above_the_reading():
    found = row(kind="申诉", place="青禾镇", accused_post="青禾中学校长")

    assert (found.kind, found.place, found.posts) == ("appeal", "青禾镇", ("学校、医疗机构人员",))


def test_a_channel_written_under_source_is_the_channel():
    assert row(source="网络").channel == "web"
    assert row(source="网络", channel="来信").channel == "letter"


@pytest.mark.parametrize(
    ("recorded", "presumed", "repeat"), [("重信", None, True), ("", True, True), ("", None, None)]
)
def test_a_repeat_is_recorded_or_presumed(recorded, presumed, repeat):
    assert row(presumed, repeat=recorded).repeat is repeat


def test_names_from_the_ledger_are_masked_in_the_title():
    assert row(subject="举报田甲乙虚报补贴", accused="田甲乙").title == "举报田某某虚报补贴"
