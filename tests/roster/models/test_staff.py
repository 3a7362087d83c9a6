import pytest
from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError

from yixian.roster.models import Staff


def test_staff_are_the_users_of_the_system_and_hold_no_password(clerk):
    columns = {field.name for field in Staff._meta.concrete_fields}

    assert get_user_model() is Staff
    assert columns == {"id", "username", "name", "organ", "cadre", "unit", "is_active"}
    assert clerk.has_usable_password() is False
    assert clerk.check_password("") is False


def test_a_user_name_taken_already_is_refused_in_chinese(township, clerk):
    with pytest.raises(ValidationError) as refused:
        Staff(username="clerk", name="己小青", organ=township).full_clean()

    assert refused.value.messages == ["这个登录名已经使用。"]


@pytest.mark.parametrize("username", ["Clerk", "1clerk", "c", "cl erk", "张三"])
def test_a_user_name_that_is_hard_to_type_is_refused_in_chinese(township, username):
    with pytest.raises(ValidationError) as refused:
        Staff(username=username, name="己小青", organ=township).full_clean()

    assert refused.value.messages == ["登录名为2到30个字符，以小写字母开头，只含小写字母、数字和._-。"]
