import pytest
from django.core.exceptions import ValidationError

from yixian.roster.enums import CadreLevel
from yixian.roster.models import Cadre


def test_a_cadre_is_called_by_name_and_post(cadre):
    assert str(cadre) == "甲大山（村党支部书记）"


def test_the_same_person_in_the_same_post_twice_is_refused_in_chinese(unit, cadre):
    twin = Cadre(unit=unit, name="甲大山", post="村党支部书记", level=CadreLevel.VILLAGE)

    with pytest.raises(ValidationError) as refused:
        twin.full_clean()

    assert refused.value.messages == ["该单位已有同名同职务的干部。"]
