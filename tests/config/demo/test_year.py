"""The year as ``yixian demo`` prepared it, looked at through the houses."""

import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.apps import apps
from django.db import connections

from yixian.assessment.enums import MatterState
from yixian.assessment.queries import matters_of, report_ids_of
from yixian.config.demo.cast import Cast, log_ins
from yixian.config.demo.place import Note, Place
from yixian.config.demo.township import Township
from yixian.config.demo.township_roster import COUNTY, QINGHE
from yixian.config.home import DATABASE
from yixian.config.settings.base import SQLITE
from yixian.protection.actions import open_sitting, present_code
from yixian.protection.queries import pending_identity_requests
from yixian.reception.actions import open_mailbox
from yixian.reception.enums import Channel, ReportState, Signing
from yixian.reception.models import Feedback, LedgerImport, Report
from yixian.reception.queries import (
    callbacks_due,
    inbox,
    needs_now,
    overdue,
    queue_counts,
    tally_of,
    unread_letters,
    waiting_changes,
)
from yixian.resolution.models import FileSupplement
from yixian.resolution.queries import pending_disposals
from yixian.roster.queries import organ_by_code
from yixian.toolkit.sqlite.base import DatabaseWrapper
from yixian.trail.queries import entries, verify

pytestmark = [pytest.mark.django_db, pytest.mark.own_office]


@dataclass(frozen=True)
class Played:
    """A demonstration: its people, each sitting down when first asked for, what its start prints, and its heads."""

    cast: Cast
    note: Note
    heads: Path

    @property
    def today(self) -> date:
        return date.fromisoformat(self.note.prepared_on)


@pytest.fixture(scope="module")
def played(
    django_db_setup: None,
    django_db_blocker: Any,
    demonstration: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Played]:
    """This module's database is a copy of the demonstration's."""
    note = Place(demonstration).note()
    assert note is not None
    folder = Path(shutil.copytree(demonstration / "demo", tmp_path_factory.mktemp("year") / "demo"))
    with django_db_blocker.unblock(), opened(folder / DATABASE):
        yield Played(_cast(), note, folder / "heads")


@contextmanager
def opened(database: Path) -> Iterator[None]:
    """The houses read this file instead of the test's own database."""
    ours = connections["default"]
    connections["default"] = DatabaseWrapper(
        {**ours.settings_dict, **SQLITE, "NAME": str(database)}, "default"
    )
    try:
        yield
    finally:
        connections["default"].close()
        connections["default"] = ours


def _cast() -> Cast:
    county, township = organ_by_code(COUNTY), organ_by_code(QINGHE)
    assert county is not None
    assert township is not None
    return Cast(Township(county, township, (), {}))


def test_every_story_is_told_and_nothing_is_refused(played: Played) -> None:
    assert Counter(entries().values_list("outcome", flat=True)) == {"done": entries().count()}


def test_the_trail_of_the_year_is_whole_and_held_by_its_sealed_head(played: Played, settings: Any) -> None:
    settings.YIXIAN_HEADS = played.heads

    assert (verify(), len(list(played.heads.iterdir()))) == ([], 1)


def test_every_channel_state_and_signing_is_there(played: Played) -> None:
    here = Report.objects.filter(organ=played.cast.organ_id)

    assert set(here.values_list("channel", flat=True)) == {each.value for each in Channel}
    assert set(here.values_list("state", flat=True)) == {each.value for each in ReportState}
    assert set(here.values_list("signing", flat=True)) == {each.value for each in Signing}


def test_reports_come_in_every_month_of_the_year(played: Played) -> None:
    own = Report.objects.filter(organ=played.cast.organ_id, imported_row__isnull=True)
    days = own.values_list("received_on", flat=True)
    months = Counter((played.today - day).days * 12 // 366 for day in days)

    assert (sorted(months), min(months.values()) >= 3, sum(months.values()) >= 120) == (
        list(range(12)),
        True,
        True,
    )


def test_the_old_ledger_was_imported_wrongly_taken_back_and_imported_again(played: Played) -> None:
    imports = LedgerImport.objects.order_by("begun_on")

    told = [(each.state, tally_of(each).records, tally_of(each).problems) for each in imports]

    assert told == [("undone", 11, 1), ("done", 11, 1)]


def test_one_report_on_three_people_ended_in_three_ways(played: Played) -> None:
    people = Report.objects.get(receipt=present_code(played.note.answered).receipt_id).people

    measures = people.order_by("position").values_list("outcomes__measure", "outcomes__truth")

    assert list(measures) == [("criticism", "partly_true"), ("admonition", "mostly_true"), ("none", "untrue")]


def test_the_matter_reported_ten_times_by_ten_ways_is_one_matter(played: Played) -> None:
    sizes = [len(report_ids_of(matter)) for matter in matters_of(played.cast.organ_id)]

    assert max(sizes) == 10


def test_something_waits_for_each_who_must_act_today(played: Played) -> None:
    cast = played.cast

    waiting = {
        "inbox": len(inbox(cast["jiefang1"])) > 0,
        "overdue": overdue(cast["shuji"], played.today).count() > 0,
        "changes": waiting_changes(cast["shuji"]).count() > 0,
        "identities": len(pending_identity_requests(cast["baoguan"])) > 0,
        "letters": unread_letters(cast["shuji"]).count() > 0,
        "disposals": pending_disposals(cast.organ_id).count() > 0,
        "county": len(inbox(cast["xian.jiefang"])) > 0,
    }

    assert waiting == dict.fromkeys(waiting, True)


def test_the_answered_sample_has_a_result_to_read_and_to_rate(played: Played) -> None:
    mailbox = open_mailbox(by=present_code(played.note.answered), on=played.today)

    assert (mailbox.state, mailbox.may_rate) == (ReportState.ANSWERED, True)
    assert "处理结果" in [letter.label for letter in mailbox.letters]


def test_one_objection_led_to_a_second_result_in_the_same_file_and_another_was_explained(
    played: Played,
) -> None:
    matter = FileSupplement.objects.get().file.matter
    told = Report.objects.get(reopenings__matter=matter).feedbacks.order_by("given_on")
    rulings = {each.ruling.upheld for each in Feedback.objects.filter(ruling__isnull=False)}

    assert matter.state == MatterState.ARCHIVED
    assert [(each.view, bool(each.ruled and each.ruled.upheld)) for each in told] == [
        ("objection", True),
        ("awaited", False),
    ]
    assert rulings == {True, False}


def test_everybody_in_the_printed_table_can_log_in(played: Played) -> None:
    names = {row[1]: open_sitting(username=row[2], passphrase=row[3]).name for row in log_ins()}

    assert all(shown == sat for shown, sat in names.items())


def test_visits_have_their_records_and_the_last_day_its_waiting_room(played: Played) -> None:
    cast = played.cast
    visits = Report.objects.filter(
        organ=cast.organ_id, channel=Channel.VISIT, interviews__signed_on__isnull=False
    )

    assert visits.exists()
    assert sum(queue_counts(cast.organ_id, played.today).values()) == 5
    assert any(callbacks_due(cast[clerk], played.today) for clerk in ("jiefang1", "jiefang2"))
    assert any(needs_now(cast[clerk]) for clerk in ("jiefang1", "jiefang2"))


DONE_ON = ("sent_on", "submitted_on", "decided_on", "closed_on", "issued_on", "handed_on", "joined_on")
"""What these fields say has happened."""


def test_nothing_in_the_year_has_happened_in_the_future(played: Played) -> None:
    ahead = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.name in DONE_ON and model.objects.filter(**{f"{field.name}__gt": played.today}).exists()
    ]

    assert ahead == []
