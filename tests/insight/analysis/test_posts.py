import pytest

from yixian.insight.analysis.posts import post_categories, post_category


@pytest.mark.parametrize(
    ("post", "unit", "category"),
    [
        ("书记", "禾田村", "村（社区）党组织书记、主任"),
        ("村支部书记", "", "村（社区）党组织书记、主任"),
        ("会计", "禾田村", "其他村（社区）干部"),
        ("村民组长", "", "村民小组长"),
        ("民警", "青禾镇派出所", "公安、司法机关人员"),
        ("校长", "青禾中学", "学校、医疗机构人员"),
        ("工作人员", "青禾镇人民政府", "乡镇（街道）干部"),
        ("局长", "云溪县水利局", "县直及以上单位人员"),
        ("经理", "云溪城投公司", "集体（国有）企业人员"),
        ("领导", "", ""),
    ],
)
def test_a_post_and_unit_fall_under_one_category(post, unit, category):
    assert post_category(post, unit) == category


def test_whoever_cannot_be_told_is_not_counted():
    assert post_categories([("领导", ""), ("书记", "禾田村")]) == ("村（社区）党组织书记、主任",)
