"""The shipped years are those that the tool writes from ``holidays`` today."""

from importlib.resources import files

import pytest

from tools.build_calendars import arrange
from yixian.regulations.calendar_file import render_year


@pytest.mark.parametrize("year", range(2020, 2027))
def test_a_shipped_year_is_what_the_tool_writes(year):
    shipped = (files("yixian.regulations") / "calendars" / f"{year}.csv").read_text(encoding="utf-8")

    assert render_year(arrange(year)) == shipped
