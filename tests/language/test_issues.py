"""The rubric's issues, strongest first."""

from yixian.language.issues import issues


def test_the_issue_of_the_subject_comes_first() -> None:
    assert issues("村支书侵吞集体资金", "他还态度恶劣，威胁、辱骂群众。") == (
        "集体资金资产",
        "作风粗暴漠视群众",
    )


def test_an_accusation_of_nothing_listed_is_other() -> None:
    assert issues("反映情况", "他总是迟到。") == ("其他",)
