import pytest

from yixian.language.opening import opening


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("尊敬的镇纪委领导：\n  我是三组的村民。", "我是三组的村民。"),
        ("尊敬的领导：您好！鱼塘包给了亲戚。", "鱼塘包给了亲戚。"),
        ("镇纪委：\n您好！\n低保没有公示。", "低保没有公示。"),
        ("各位领导同志们：\n反映水渠的钱。", "反映水渠的钱。"),
        ("你好，村里的账两年没有公开。", "村里的账两年没有公开。"),
        ("村主任把鱼塘包给弟弟：没有公示。", "村主任把鱼塘包给弟弟：没有公示。"),
        ("反映书记的问题：多占宅基地。", "反映书记的问题：多占宅基地。"),
        ("第一行话\n第二行", "第一行话"),
        ("尊敬的领导：", "尊敬的领导："),
        ("  ", ""),
    ],
)
def test_a_text_opens_where_it_says_something(text, said):
    assert opening(text) == said
