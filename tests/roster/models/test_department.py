import pytest
from django.core.exceptions import ValidationError

from yixian.roster.enums import PetitionField
from yixian.roster.models import Department


def test_a_department_may_answer_for_two_fields_but_for_each_once(county, department):
    Department(organ=county, name="云溪县民政局", field=PetitionField.LABOUR).full_clean()

    with pytest.raises(ValidationError) as refused:
        Department(organ=county, name="云溪县民政局", field=PetitionField.CIVIL_AFFAIRS).full_clean()

    assert str(department) == "云溪县民政局"
    assert refused.value.messages == ["这个部门的这一主管领域已经登记。"]
