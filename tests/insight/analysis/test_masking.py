import pytest

from yixian.insight.analysis.masking import mask


@pytest.mark.parametrize(
    ("title", "names", "shown"),
    [
        ("举报田甲乙虚报补贴", ["田甲乙"], "举报田某某虚报补贴"),
        ("举报田甲虚报补贴", ["田甲"], "举报田某虚报补贴"),
        ("禾田村王甲乙书记不作为", [], "禾田村王某书记不作为"),
        ("反映村主任李甲", [], "反映村主任李某"),
        ("联系13900000000要回补贴", [], "联系（号码略）要回补贴"),
        ("西塘路夜间施工扰民", ["", "路"], "西塘路夜间施工扰民"),
    ],
)
def test_no_name_of_a_person_is_left_in_a_title(title, names, shown):
    assert mask(title, names) == shown
