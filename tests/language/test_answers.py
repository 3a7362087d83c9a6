"""An answer that only acknowledges or passes on is told from one that answers; all invented."""

import pytest

from yixian.language.answers import answer_guess, answer_guesses


@pytest.mark.parametrize(
    "answer",
    [
        "您好，您的来信已收悉，已转有关部门处理，感谢您的支持！",
        "您反映的问题已转交镇社会事务办调查核处。",
        "来信收到，谢谢。",
    ],
)
def test_receiving_and_passing_on_is_no_answer(answer: str) -> None:
    assert answer_guess(answer).only_acknowledges


@pytest.mark.parametrize(
    "answer",
    [
        "经核实，2023年石桥村低保评议时没有张榜公示，镇里已责令重新评议，取消不符合条件的两户，"
        "追回补贴3600元，并对村会计给予批评教育。您有异议的，可以在三十日内提出复查。",
        "您好！根据《农村宅基地管理办法》第七条，一户只能有一处宅基地。经现场丈量，邻户建房没有超出批准面积，"
        "不属于违法占地。您反映的排水沟堵塞已于6月8日疏通。",
    ],
)
def test_what_was_found_and_why_is_an_answer(answer: str) -> None:
    assert not answer_guess(answer).only_acknowledges


def test_many_are_read_as_one_by_one() -> None:
    answers = ["来信收到，谢谢。", "", "经查，情况属实，已整改。"]

    assert answer_guesses(answers) == [answer_guess(answer) for answer in answers]
