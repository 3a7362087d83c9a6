import pytest
from django.core.exceptions import ValidationError

from yixian.roster.enums import OrganLevel
from yixian.roster.models import Area, Organ


def test_an_organ_is_called_by_its_name(township):
    assert str(township) == "青禾镇纪委"


def test_an_area_is_called_by_its_name(area):
    assert str(area) == "东片区"


def test_a_township_without_a_superior_is_refused_in_chinese(db):
    organ = Organ(code="X", name="孤镇纪委", short_name="孤纪信", level=OrganLevel.TOWNSHIP)

    with pytest.raises(ValidationError) as refused:
        organ.full_clean()

    assert refused.value.messages == ["乡镇（街道）纪委须写明上级机构；县级机构不填上级机构和片区。"]


def test_a_county_below_another_organ_is_refused(county):
    organ = Organ(code="X", name="下县纪委", short_name="下纪信", level=OrganLevel.COUNTY, parent=county)

    with pytest.raises(ValidationError) as refused:
        organ.full_clean()

    assert refused.value.messages == ["乡镇（街道）纪委须写明上级机构；县级机构不填上级机构和片区。"]


def test_two_organs_of_one_code_are_refused_in_chinese(county):
    organ = Organ(code="YX", name="另一县纪委", short_name="另纪信", level=OrganLevel.COUNTY)

    with pytest.raises(ValidationError) as refused:
        organ.full_clean()

    assert refused.value.messages == ["这个机构代码已经使用。"]


def test_two_areas_of_one_name_in_a_county_are_refused_in_chinese(county, area):
    with pytest.raises(ValidationError) as refused:
        Area(county=county, name="东片区").full_clean()

    assert refused.value.messages == ["同一县内已有同名片区。"]
