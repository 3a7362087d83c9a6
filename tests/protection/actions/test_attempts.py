from datetime import timedelta

import pytest
from django.utils import timezone

from yixian.protection.actions.attempts import (
    TooManyAttempts,
    count_failure,
    failures,
    forgive,
    require_not_too_many,
)
from yixian.protection.models import Attempt

pytestmark = pytest.mark.django_db


def fail(bucket, times):
    return [count_failure(bucket) for _ in range(times)]


def test_failures_are_counted_by_what_is_guessed():
    assert fail("login:a", 3) == [1, 2, 3]
    assert (failures("login:a"), failures("login:b")) == (3, 0)


def test_one_account_being_guessed_leaves_the_others_open():
    fail("login:a", 5)

    require_not_too_many("login:b")
    with pytest.raises(TooManyAttempts):
        require_not_too_many("login:a")


def test_the_window_opens_again_by_itself():
    fail("login:a", 5)
    Attempt.objects.update(until=timezone.now() - timedelta(seconds=1))

    require_not_too_many("login:a")
    assert count_failure("login:a") == 1


def test_success_forgives():
    fail("login:a", 4)
    forgive("login:a")

    assert failures("login:a") == 0


def test_what_is_kept_of_an_attempt_is_a_count_and_a_window():
    fail("code", 1)

    assert sorted(field.name for field in Attempt._meta.fields) == ["bucket", "count", "id", "since", "until"]
