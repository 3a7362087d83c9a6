import pytest
from django.core.exceptions import ValidationError

from tests.roster.conftest import DAY
from yixian.roster.enums import Relation
from yixian.roster.models import Kinship


def test_a_relation_is_declared_once_until_it_is_withdrawn(clerk, cadre):
    declared = Kinship.objects.create(staff=clerk, cadre=cadre, relation=Relation.COLLATERAL)
    again = Kinship(staff=clerk, cadre=cadre, relation=Relation.IN_LAW)

    with pytest.raises(ValidationError) as refused:
        again.full_clean()
    declared.withdrawn_on = DAY
    declared.save()
    again.full_clean()

    assert refused.value.messages == ["这一关系已经申报。"]
    assert str(declared) == "丁小禾与甲大山：三代以内旁系血亲"
