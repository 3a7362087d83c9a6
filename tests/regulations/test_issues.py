"""The catalogue of 问题性质."""

import pytest

from yixian.regulations.issues import (
    IssueKind,
    IssuesInvalid,
    VillageIssue,
    issue_catalogue,
    kind_of_village_issue,
    parse_issues,
)

HEAD = "编码,大类,细项,村镇常见"


def test_the_first_level_is_the_six_disciplines_and_conduct_against_the_law():
    assert [each.label for each in IssueKind] == [
        "政治纪律",
        "组织纪律",
        "廉洁纪律",
        "群众纪律",
        "工作纪律",
        "生活纪律",
        "涉法行为",
    ]


def test_every_kind_has_items():
    assert {issue.kind for issue in issue_catalogue()} == set(IssueKind)


def test_every_village_issue_but_the_open_one_has_exactly_one_item():
    placed = [issue.village for issue in issue_catalogue() if issue.village]

    assert sorted(placed) == sorted(set(VillageIssue) - {VillageIssue.OTHER})


def test_a_village_issue_falls_under_its_kind_and_the_open_one_under_none():
    assert kind_of_village_issue(VillageIssue.LAND_COMPENSATION) is IssueKind.MASSES
    assert kind_of_village_issue(VillageIssue.OTHER) is None


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ([HEAD, "A1,作风纪律,事项,"], "第2行：“作风纪律”不是可用的说法"),
        ([HEAD, "A1,工作纪律,事项,拖拉"], "第2行：“拖拉”不是可用的说法"),
        ([HEAD, "A1,工作纪律,甲,", "A1,工作纪律,乙,"], "第3行：编码“A1”重复"),
        (["编码,大类", "A1,工作纪律"], "第2行：缺少“细项”一列"),
    ],
)
def test_a_catalogue_that_cannot_be_used_says_why(lines, told):
    with pytest.raises(IssuesInvalid) as fault:
        parse_issues(lines)

    assert str(fault.value).startswith(told)
