import pytest
from django.db import transaction

from yixian.trail.actions import record
from yixian.trail.models import Entry
from yixian.trail.models.entry import GENESIS, AppendOnly

pytestmark = pytest.mark.django_db


def test_the_first_entry_names_the_genesis_and_the_second_the_first(clerk):
    first = record(by=clerk, act="reception.register_letter", subject="reception.report:1")
    second = record(by=clerk, act="reception.accept_report", subject="reception.report:1")

    assert (first.seq, first.prev) == (1, GENESIS)
    assert (second.seq, second.prev) == (2, first.hash)


def test_an_entry_says_who_of_which_organ_did_what_on_what(clerk):
    record(by=clerk, act="reception.accept_report", subject="reception.report:1", why="within_scope")

    entry = Entry.objects.get()

    assert (entry.actor, entry.organ, entry.act) == ("staff:12", 3, "reception.accept_report")
    assert (entry.subject, entry.outcome, entry.why) == ("reception.report:1", "done", "within_scope")


def test_the_hour_of_a_reporter_is_kept_and_the_minute_is_not(reporter):
    entry = record(by=reporter, act="reception.submit_web_report")

    assert (entry.at.minute, entry.at.second, entry.at.microsecond) == (0, 0, 0)


def test_an_entry_read_back_has_the_digest_it_was_written_with(clerk):
    record(by=clerk, act="reception.accept_report")

    entry = Entry.objects.get()

    assert entry.digest() == entry.hash


def test_an_entry_dies_with_the_transaction_of_its_act(clerk):
    with transaction.atomic():
        record(by=clerk, act="reception.accept_report")
        transaction.set_rollback(True)

    assert Entry.objects.count() == 0


@pytest.mark.parametrize(
    "tamper",
    [
        lambda entry: entry.save(),
        lambda entry: entry.delete(),
        lambda entry: Entry.objects.update(act="x"),
        lambda entry: Entry.objects.filter(pk=entry.pk).delete(),
        lambda entry: Entry.objects.bulk_create([Entry()]),
        lambda entry: Entry.objects.bulk_update([entry], ["act"]),
    ],
)
def test_no_code_of_ours_can_change_or_remove_an_entry(clerk, tamper):
    entry = record(by=clerk, act="reception.accept_report")

    with pytest.raises(AppendOnly):
        tamper(entry)
