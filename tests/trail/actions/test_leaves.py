import pytest
from django.contrib.sessions.models import Session
from django.utils import timezone

from yixian.trail.actions import leaves_trail
from yixian.trail.models import Entry
from yixian.trail.refusal import Refusal

pytestmark = pytest.mark.django_db


class TooLate(Refusal):
    key = "too_late"


@leaves_trail("test.write_down")
def write_down(*, by, name, stop=None):
    row = Session.objects.create(session_key=name, session_data="", expire_date=timezone.now())
    if stop:
        raise stop
    return row


@leaves_trail("test.write_both")
def write_both(*, by, first, second, stop=None):
    write_down(by=by, name=first)
    return write_down(by=by, name=second, stop=stop)


def lines():
    return list(Entry.objects.order_by("seq").values_list("act", "subject", "outcome", "why"))


def test_what_was_done_is_recorded_with_the_record_that_came_out(clerk):
    write_down(by=clerk, name="a")

    assert lines() == [("test.write_down", "sessions.session:a", "done", "")]


def test_a_refused_attempt_is_rolled_back_and_its_entry_survives(clerk):
    with pytest.raises(TooLate):
        write_down(by=clerk, name="a", stop=TooLate("已过期限。"))

    assert Session.objects.count() == 0
    assert lines() == [("test.write_down", "", "refused", "too_late")]


def test_a_failed_attempt_is_recorded_by_the_kind_of_error_and_not_its_words(clerk):
    with pytest.raises(ValueError, match="金丝雀"):
        write_down(by=clerk, name="a", stop=ValueError("金丝雀"))

    assert lines() == [("test.write_down", "", "failed", "ValueError")]


def test_the_record_that_went_in_is_named_when_the_attempt_is_refused(clerk):
    row = Session.objects.create(session_key="k", session_data="", expire_date=timezone.now())

    @leaves_trail("test.judge")
    def judge(*, by, row):
        raise TooLate("已过期限。")

    with pytest.raises(TooLate):
        judge(by=clerk, row=row)

    assert lines() == [("test.judge", "sessions.session:k", "refused", "too_late")]


def test_a_refusal_inside_another_action_is_recorded_for_both_and_nothing_else_remains(clerk):
    with pytest.raises(TooLate):
        write_both(by=clerk, first="a", second="b", stop=TooLate("已过期限。"))

    assert Session.objects.count() == 0
    assert lines() == [
        ("test.write_down", "", "refused", "too_late"),
        ("test.write_both", "", "refused", "too_late"),
    ]


def test_an_action_can_be_recognised_by_the_house_tests():
    assert write_down.leaves_trail == "test.write_down"


@pytest.mark.django_db(transaction=True)
def test_the_entry_of_a_refusal_is_committed_although_the_work_is_not(clerk):
    with pytest.raises(TooLate):
        write_both(by=clerk, first="a", second="b", stop=TooLate("已过期限。"))

    assert (Session.objects.count(), Entry.objects.count()) == (0, 2)
