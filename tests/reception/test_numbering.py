"""Numbers follow one another without gap or double, by organ, year and series, whoever takes them at once."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.db import connection, transaction

from tests.reception.township import LETTER, MONDAY, SECRETARY, a_letter
from yixian.config.home import DATABASE
from yixian.reception.enums import Series
from yixian.reception.models import NumberSeries, Report
from yixian.reception.numbering import next_box_number, next_number, next_paper_number, next_report_number
from yixian.reception.refusals import ReportedSide
from yixian.roster.models import Organ


@pytest.fixture
def organ(db) -> Organ:
    return Organ.objects.create(code="yunxi", name="云溪县纪委监委", short_name="云纪信", level="county")


def test_numbers_follow_one_another(organ):
    assert [next_report_number(organ.pk, MONDAY) for _ in range(3)] == ["2026-0001", "2026-0002", "2026-0003"]


def test_each_year_each_series_and_each_organ_counts_for_itself(organ):
    other = Organ.objects.create(
        code="qinghe", name="青禾镇纪委", short_name="青纪信", level="township", parent=organ
    )
    next_report_number(organ.pk, MONDAY)

    taken = [
        next_report_number(organ.pk, date(2027, 1, 4)),
        next_report_number(other.pk, MONDAY),
        next_paper_number(organ.pk, MONDAY),
        next_box_number(organ.pk, MONDAY),
        next_box_number(organ.pk, date(2027, 1, 4)),
    ]

    assert taken == ["2027-0001", "2026-0001", "云纪信〔2026〕1号", "开箱〔2026〕1号", "开箱〔2027〕1号"]


def test_a_number_taken_by_work_that_fails_goes_back(organ):
    with transaction.atomic():
        next_report_number(organ.pk, MONDAY)
        transaction.set_rollback(True)

    assert next_report_number(organ.pk, MONDAY) == "2026-0001"


def test_a_refused_registration_leaves_no_gap(town):
    with pytest.raises(ReportedSide):
        a_letter(town, replace(LETTER, reported=(SECRETARY,)), "reported")

    assert a_letter(town).report.number == "2026-0001"
    assert Report.objects.count() == 1


TAKE_TEN = """
import django; django.setup()
from yixian.reception.numbering import next_number
for _ in range(10): print(next_number(organ_id=1, series="report", year=2026))
"""
PREPARE = """
import django; django.setup()
from yixian.roster.models import Organ
Organ.objects.create(pk=1, code="yunxi", name="云溪县纪委监委", short_name="云纪信", level="county")
"""


def _python(code: str, home: Path) -> str:
    settings = {"YIXIAN_HOME": str(home), "DJANGO_SETTINGS_MODULE": "yixian.config.settings.test"}
    environment = {key: value for key, value in os.environ.items() if key != "YIXIAN_DATABASE"} | settings
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    return done.stdout


def test_four_processes_on_one_sqlite_file_take_every_number_once(tmp_path, schema):
    shutil.copyfile(schema, tmp_path / DATABASE)
    _python(PREPARE, tmp_path)

    with ThreadPoolExecutor(max_workers=4) as pool:
        outputs = list(pool.map(lambda _: _python(TAKE_TEN, tmp_path), range(4)))

    assert sorted(int(number) for output in outputs for number in output.split()) == list(range(1, 41))


@pytest.mark.skipif(connection.vendor != "postgresql", reason="threads need a database with row locks")
@pytest.mark.django_db(transaction=True)
def test_eight_threads_on_postgresql_take_every_number_once():
    organ = Organ.objects.create(code="yunxi", name="云溪县纪委监委", short_name="云纪信", level="county")

    def take(_: int) -> int:
        try:
            return next_number(organ_id=organ.pk, series=Series.REPORT, year=2026)
        finally:
            connection.close()

    with ThreadPoolExecutor(max_workers=8) as pool:
        taken = list(pool.map(take, range(40)))

    assert sorted(taken) == list(range(1, 41))
    assert NumberSeries.objects.get().last == 40
