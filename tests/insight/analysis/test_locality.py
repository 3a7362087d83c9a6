from yixian.insight.analysis.locality import area, locality


def test_the_village_goes_before_the_town_and_general_words_are_no_place():
    assert locality(("云溪县", "青禾镇", "禾田村")) == "禾田村"
    assert locality(("街道社区", "青禾镇")) == "青禾镇"
    assert locality(("小区", "农村", "西塘路")) == ""


def test_the_district_goes_before_the_city_and_an_estate_is_no_district():
    assert area(("云州市", "云溪县")) == "云溪县"
    assert area(("禾苑小区", "云州市")) == "云州市"
    assert area(()) == ""
