import pytest
from django.core.exceptions import ValidationError

from yixian.roster.enums import UnitKind
from yixian.roster.models import Unit


def test_two_units_of_one_name_in_an_organ_are_refused_in_chinese(township, unit):
    with pytest.raises(ValidationError) as refused:
        Unit(organ=township, name=str(unit), kind=UnitKind.OTHER).full_clean()

    assert refused.value.messages == ["同一机构内已有同名单位。"]
