"""Departments against the Chinese oracle, and the messages for a list that cannot be used."""

import pytest

from tests.regulations.oracles import agree, rows, word
from yixian.regulations.departments import (
    DepartmentsInvalid,
    PetitionField,
    department_for,
    departments,
    parse_departments,
)

HEADINGS = ("说明", "领域", "细类", "部门", "有专门细类")
ROWS = rows("departments.csv", HEADINGS)


@pytest.mark.parametrize(("number", "row"), ROWS, ids=[row["说明"] for _, row in ROWS])
def test_the_list_says_what_the_oracle_says(number, row):
    where = f"departments.csv第{number}行（{row['说明']}）"

    proposal = department_for(word(PetitionField, row["领域"], where), row["细类"])

    agree(
        where,
        [row["部门"], row["有专门细类"]],
        [proposal.department, "是" if proposal.exact else "否"],
    )


def test_the_oracle_holds_at_least_thirty_rows_and_every_field():
    assert len(ROWS) >= 30
    assert {row["领域"] for _, row in ROWS} == {field.label for field in PetitionField}


def test_the_sentence_can_be_read_to_the_petitioner():
    proposal = department_for(PetitionField.LEGAL, "诉讼")

    assert proposal.sentence() == (
        "您反映的属于诉讼和执行事项，由人民法院负责，按照“谁主管、谁负责”转其办理（《信访工作条例》第五条）。"
    )


def test_a_county_may_bring_its_own_list():
    own = ["领域,细类,部门,事项"] + [f"{field.label},,云溪县某局,有关事项" for field in PetitionField]

    proposal = department_for(PetitionField.URBAN, "城乡规划", among=parse_departments(own))

    assert (proposal.department, proposal.exact) == ("云溪县某局", False)


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (["领域,细类,部门,事项", "城建,,甲局,事项"], "第2行：“城建”不是可用的说法"),
        (["领域,细类,事项", "城乡建设,,事项"], "第2行：缺少“部门”一列"),
        (["领域,细类,部门,事项", "城乡建设,,,事项"], "第2行：部门和事项都要填写"),
        (["领域,细类,部门,事项", *["城乡建设,,甲局,事项"] * 2], "第3行：“城乡建设／全部”重复"),
        (["领域,细类,部门,事项"], "缺少城乡建设、党务政务、国土资源"),
    ],
)
def test_a_list_that_cannot_be_used_says_why(lines, told):
    with pytest.raises(DepartmentsInvalid) as fault:
        parse_departments(lines)

    assert str(fault.value).startswith(told)


def test_every_field_of_the_shipped_list_has_its_department():
    assert {field for field, topic in departments() if not topic} == set(PetitionField)
