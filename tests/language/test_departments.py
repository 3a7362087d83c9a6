"""The right department when it is known, and an honest silence when it is not."""

import pytest

from yixian.language import read

LETTERS = {
    "劳动和社会保障": ("公司拖欠工资", "公司拖欠我三个月工资，没有签劳动合同，也没有交社保。"),
    "教育文体": ("幼儿园入学学位问题", "孩子今年上小学，教育局的学区划分和老师说的不一样。"),
    "卫生计生": ("卫生院医生看病问题", "镇卫生院的医生开错药，新农合医保不给报销。"),
    "环境保护": ("化工厂排放废气污水", "化工厂每天夜里排放废气和污水，气味刺鼻，污染河水。"),
    "交通运输": ("出租车拒载乱加价", "出租车司机拒载，不打表，滴滴车也乱加价。"),
}


@pytest.mark.parametrize("label", LETTERS)
def test_a_plain_letter_goes_to_its_department(label: str) -> None:
    assert read(*LETTERS[label]).department == label


def test_nothing_to_go_on_is_not_sure() -> None:
    reading = read("情况", "有件事想说。")

    assert not reading.department_sure


def test_a_matter_of_none_of_the_seven_is_not_sure() -> None:
    assert not read("法院判决不公", "法院执行局不执行判决，检察院也不抗诉。").department_sure
