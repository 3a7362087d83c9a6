from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.db import transaction
from django.test import override_settings

from yixian.assessment.enums import MatterState
from yixian.assessment.queries import matters_of, report_ids_of
from yixian.config.demo.cast import Cast, found_cast, log_ins
from yixian.config.demo.year import Samples, play_year
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
from yixian.trail.queries import entries, verify

TODAY = date(2026, 11, 20)
pytestmark = [pytest.mark.django_db, pytest.mark.own_office]


@pytest.fixture(scope="module")
def played(django_db_setup, django_db_blocker, tmp_path_factory: pytest.TempPathFactory):
    """The whole year once for this module, rolled back at its end."""
    heads: Path = tmp_path_factory.mktemp("heads")
    with django_db_blocker.unblock(), override_settings(YIXIAN_HEADS=heads), transaction.atomic():
        cast = found_cast(TODAY - timedelta(days=400))
        yield cast, play_year(cast, today=TODAY)
        transaction.set_rollback(True)


def test_every_story_is_told_and_nothing_is_refused(played: tuple[Cast, Samples]) -> None:
    assert Counter(entries().values_list("outcome", flat=True)) == {"done": entries().count()}


def test_the_trail_of_the_year_is_whole(played: tuple[Cast, Samples]) -> None:
    assert verify() == []


def test_every_channel_state_and_signing_is_there(played: tuple[Cast, Samples]) -> None:
    here = Report.objects.filter(organ=played[0].organ_id)

    assert set(here.values_list("channel", flat=True)) == {each.value for each in Channel}
    assert set(here.values_list("state", flat=True)) == {each.value for each in ReportState}
    assert set(here.values_list("signing", flat=True)) == {each.value for each in Signing}


def test_reports_come_in_every_month_of_the_year(played: tuple[Cast, Samples]) -> None:
    own = Report.objects.filter(organ=played[0].organ_id, imported_row__isnull=True)
    days = own.values_list("received_on", flat=True)
    months = Counter((TODAY - day).days * 12 // 366 for day in days)

    assert (sorted(months), min(months.values()) >= 3, sum(months.values()) >= 120) == (
        list(range(12)),
        True,
        True,
    )


def test_the_old_ledger_was_imported_wrongly_taken_back_and_imported_again(
    played: tuple[Cast, Samples],
) -> None:
    imports = LedgerImport.objects.order_by("begun_on")

    told = [(each.state, tally_of(each).records, tally_of(each).problems) for each in imports]

    assert told == [("undone", 11, 1), ("done", 11, 1)]


def test_one_report_on_three_people_ended_in_three_ways(played: tuple[Cast, Samples]) -> None:
    people = Report.objects.get(receipt=present_code(played[1].answered).receipt_id).people

    measures = people.order_by("position").values_list("outcomes__measure", "outcomes__truth")

    assert list(measures) == [("criticism", "partly_true"), ("admonition", "mostly_true"), ("none", "untrue")]


def test_the_matter_reported_ten_times_by_ten_ways_is_one_matter(played: tuple[Cast, Samples]) -> None:
    sizes = [len(report_ids_of(matter)) for matter in matters_of(played[0].organ_id)]

    assert max(sizes) == 10


def test_something_waits_for_each_who_must_act_today(played: tuple[Cast, Samples]) -> None:
    cast = played[0]

    waiting = {
        "inbox": len(inbox(cast["jiefang1"])) > 0,
        "overdue": overdue(cast["shuji"], TODAY).count() > 0,
        "changes": waiting_changes(cast["shuji"]).count() > 0,
        "identities": len(pending_identity_requests(cast["baoguan"])) > 0,
        "letters": unread_letters(cast["shuji"]).count() > 0,
        "disposals": pending_disposals(cast.organ_id).count() > 0,
        "county": len(inbox(cast["xian.jiefang"])) > 0,
    }

    assert waiting == dict.fromkeys(waiting, True)


def test_the_answered_sample_has_a_result_to_read_and_to_rate(played: tuple[Cast, Samples]) -> None:
    mailbox = open_mailbox(by=present_code(played[1].answered), on=TODAY)

    assert (mailbox.state, mailbox.may_rate) == (ReportState.ANSWERED, True)
    assert "处理结果" in [letter.label for letter in mailbox.letters]


def test_one_objection_led_to_a_second_result_in_the_same_file_and_another_was_explained(
    played: tuple[Cast, Samples],
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


def test_everybody_in_the_printed_table_can_log_in(played: tuple[Cast, Samples]) -> None:
    names = {row[1]: open_sitting(username=row[2], passphrase=row[3]).name for row in log_ins()}

    assert all(shown == sat for shown, sat in names.items())


def test_visits_have_their_records_and_the_last_day_its_waiting_room(played: tuple[Cast, Samples]) -> None:
    cast = played[0]
    visits = Report.objects.filter(
        organ=cast.organ_id, channel=Channel.VISIT, interviews__signed_on__isnull=False
    )

    assert visits.exists()
    assert sum(queue_counts(cast.organ_id, TODAY).values()) == 5
    assert any(callbacks_due(cast[clerk], TODAY) for clerk in ("jiefang1", "jiefang2"))
    assert any(needs_now(cast[clerk]) for clerk in ("jiefang1", "jiefang2"))


DONE_ON = ("sent_on", "submitted_on", "decided_on", "closed_on", "issued_on", "handed_on", "joined_on")
"""What these fields say has happened."""


def test_nothing_in_the_year_has_happened_in_the_future(played: tuple[Cast, Samples]) -> None:
    ahead = [
        f"{model._meta.label}.{field.name}"
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if field.name in DONE_ON and model.objects.filter(**{f"{field.name}__gt": TODAY}).exists()
    ]

    assert ahead == []
