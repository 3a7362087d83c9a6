import pytest
from django.core.exceptions import ValidationError

from yixian.roster.models import Village


def test_two_villages_of_one_name_in_a_township_are_refused_in_chinese(township, village):
    with pytest.raises(ValidationError) as refused:
        Village(organ=township, name="上禾村").full_clean()

    assert refused.value.messages == ["同一乡镇（街道）内已有同名村（社区）。"]


def test_another_township_may_have_a_village_of_the_same_name(neighbour, village):
    namesake = Village(organ=neighbour, name="上禾村")

    namesake.full_clean()

    assert str(namesake) == str(village) == "上禾村"
