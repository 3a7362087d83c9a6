"""The words of a clue."""

from yixian.regulations.outcomes import (
    ClosingWay,
    Disposal,
    FourForms,
    InquiryOutcome,
    Outcome,
    OutcomeFamily,
    Truth,
    VerificationOutcome,
)


def labels(vocabulary) -> list[str]:
    return [each.label for each in vocabulary]


def test_the_four_disposals():
    assert labels(Disposal) == ["谈话函询", "初步核实", "暂存待查", "予以了结"]


def test_closing_directly_is_not_closing_as_disproved():
    assert ClosingWay.DIRECT.label == "直接了结"
    assert ClosingWay.DISPROVED.label == "查否了结"


def test_how_an_inquiry_and_a_verification_may_end():
    assert labels(InquiryOutcome) == [
        "采信了结",
        "谈话提醒",
        "批评教育",
        "责令检查",
        "诫勉谈话",
        "再次谈话函询",
        "转初步核实",
    ]
    assert labels(VerificationOutcome) == ["拟立案", "予以了结", "谈话提醒", "暂存待查", "移送有关党组织"]


def test_the_degrees_of_truth():
    assert labels(Truth) == ["属实", "基本属实", "部分属实", "不实", "无法认定"]


def test_each_of_the_four_forms_has_its_meaning():
    assert labels(FourForms) == ["第一种形态", "第二种形态", "第三种形态", "第四种形态"]
    assert [form.meaning[:4] for form in FourForms] == ["批评教育", "党纪轻处", "党纪重处", "严重违纪"]


def test_each_outcome_belongs_to_a_family():
    families: dict[OutcomeFamily, int] = {}
    for outcome in Outcome:
        families[outcome.family] = families.get(outcome.family, 0) + 1

    assert families == {
        OutcomeFamily.NONE: 1,
        OutcomeFamily.ADVICE: 4,
        OutcomeFamily.PARTY: 5,
        OutcomeFamily.PUBLIC_OFFICE: 6,
        OutcomeFamily.OTHER: 4,
    }
