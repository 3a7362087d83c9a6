import pytest

from tests.insight.figures.making import HALF_YEAR, row
from yixian.insight.figures import four_characteristics


def measured(rows):
    return four_characteristics(rows, HALF_YEAR)


def test_forms_spread_over_channels_and_matters_come_by_several():
    rows = [
        row(1, channel="letter", matter="M1"),
        row(2, channel="web", matter="M1"),
        row(3, channel="letter", matter="M2"),
        row(4, channel="letter", matter="M2"),
        row(5, matter="M3"),
    ]

    found = measured(rows).forms

    assert (found.headline.value, found.headline.rows) == (1 / 4, ("2",))
    assert found.figure("forms.used").value == 2
    assert found.figure("forms.evenness").value == pytest.approx(0.3138452)
    assert found.figure("forms.crossing").value == 1 / 2


def test_one_channel_alone_is_not_even_at_all():
    assert measured([row(1, channel="web")]).forms.figure("forms.evenness").value == 0
