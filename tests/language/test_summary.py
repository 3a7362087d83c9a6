"""The summary is the letter's own words, and short."""

from yixian.language.summary import LONGEST, summary


def test_the_charging_sentence_is_chosen_over_the_greeting() -> None:
    detail = "尊敬的领导您好！柳湾村天气很好。村主任赵有田侵吞集体资金八万元。今年雨水多。"

    assert "侵吞集体资金" in summary("举报村主任侵吞集体资金", detail)


def test_a_letter_without_detail_is_summed_up_by_its_subject() -> None:
    assert summary("请修路灯", "") == "请修路灯"


def test_one_endless_sentence_is_cut() -> None:
    assert len(summary("主题", "很长的话" * 500)) == LONGEST
