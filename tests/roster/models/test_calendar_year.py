import pytest
from django.core.exceptions import ValidationError

from tests.roster.conftest import DAY
from yixian.roster.models import CalendarYear

TEXT = "2027-01-01,放假,元旦"


def test_a_year_is_entered_once(db):
    entered = CalendarYear.objects.create(year=2027, text=TEXT, entered_on=DAY)

    with pytest.raises(ValidationError) as refused:
        CalendarYear(year=2027, text=TEXT, entered_on=DAY).full_clean()

    assert str(entered) == "2027年工作日年历"
    assert refused.value.messages == ["这一年的年历已经录入。"]


def test_a_year_far_away_is_refused(db):
    with pytest.raises(ValidationError) as refused:
        CalendarYear(year=1999, text=TEXT, entered_on=DAY).full_clean()

    assert refused.value.messages == ["年份应在 2000 到 2100 之间。"]
