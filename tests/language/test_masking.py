"""Personal data is hidden in what is shown; all names and numbers here are invented."""

import pytest

from yixian.language.masking import Personal, mask, personal


@pytest.mark.parametrize(
    ("title", "names", "shown"),
    [
        ("举报田甲乙虚报补贴", ["田甲乙"], "举报田某某虚报补贴"),
        ("举报田甲虚报补贴", ["田甲"], "举报田某虚报补贴"),
        ("禾田村王甲乙书记不作为", [], "禾田村王某某书记不作为"),
        ("反映村主任李甲", [], "反映村主任李某"),
        ("联系13900000000要回补贴", [], "联系（号码略）要回补贴"),
        ("西塘路夜间施工扰民", ["", "路"], "西塘路夜间施工扰民"),
        ("身份证号11010119900101123X", [], "身份证号（证号略）"),
        ("办公室电话：0731-2345678", [], "办公室电话：（号码略）"),
        ("家住景苑小区12栋3单元502室", [], "家住景苑小区（门牌略）"),
        ("车牌湘A12345停在路口", [], "车牌（车牌略）停在路口"),
        ("发到wang.li@mail.example.cn", [], "发到（网址略）"),
        ("微信号：qinghe_2020", [], "微信号：（网址略）"),
    ],
)
def test_no_personal_data_is_left_in_a_title(title: str, names: list[str], shown: str) -> None:
    assert mask(title, names) == shown


@pytest.mark.parametrize(
    "text", ["2栋楼的业主", "补助2000元", "12345热线", "2019年8月15日", "第3单元的课文", "共计5012300元"]
)
def test_numbers_that_are_nobodys_stay(text: str) -> None:
    found = [one.kind for one in personal(text)]

    assert Personal.TELEPHONE not in found
    assert Personal.NUMBER not in found


def test_a_name_found_once_is_hidden_wherever_it_stands() -> None:
    text = "举报石桥村村支书王建军挪用资金。找王建军要账，王建军不见人。"

    assert "王建军" not in mask(text)


def test_a_veiled_name_is_left_as_it_is() -> None:
    assert mask("村支书王某某不作为") == "村支书王某某不作为"
