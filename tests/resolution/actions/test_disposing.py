from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection, models

from tests.reception.township import LETTER, a_letter
from tests.resolution.actions.test_exporting import worked
from tests.resolution.actions.test_filing import closed, put_away
from tests.resolution.actions.test_keeping import extended, held
from tests.resolution.disposing import OVER, approved, destroyed, drawn_up, watched
from yixian.assessment.actions import search_reports
from yixian.assessment.models import Matter
from yixian.protection.actions import Destroyed, open_seal, request_identity, rewrap
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import possible_repeats, read_report
from yixian.reception.enums import ReopenGround
from yixian.reception.models import Report
from yixian.regulations.completions import Completion
from yixian.resolution.actions import (
    HereAlready,
    NothingToReopen,
    ReopeningFacts,
    WitnessesMissing,
    attend_destruction,
    carry_out_destruction,
    close_matter,
    export_file,
    extend_retention,
    hold_file,
    print_destruction_list,
    print_file_index,
    read_destruction,
    record_completion,
    reopen_handling,
    supplement_file,
)
from yixian.resolution.enums import DestructionState, ListedState, StayReason
from yixian.resolution.models import ArchiveFile, DestructionList, Extension
from yixian.trail.enums import Outcome
from yixian.trail.queries import entries, verify
from yixian.vault.models import DataKey, DataKeyWrap, IndexTail, SealedItem


def carried_out(town, listing, on=OVER) -> DestructionList:
    return carry_out_destruction(by=town["clerk"], listing=watched(town, listing, on), on=on)


def what_stays_readable() -> set[str]:
    """Model and field of every seal that somebody could still open, by what the vault itself says of it."""
    live = DataKey.objects.filter(erased_on__isnull=True).order_by("pk").values_list("context", flat=True)
    return {f"{each.split('|')[0]}|{each.split('|')[-1]}" for each in live}


def every_seal() -> list:
    """Every seal that any row of any house holds."""
    found = []
    for model in apps.get_models():
        for name in getattr(getattr(model, "Secrecy", None), "sealed", ()):
            if isinstance(model._meta.get_field(name), models.UUIDField) and name != "receipt":
                rows = model.objects.filter(**{f"{name}__isnull": False}).order_by("pk")
                found += rows.values_list(name, flat=True)
    return found


def opened_again(town, on=OVER):
    facts = ReopeningFacts(ground=ReopenGround.ANOTHER, reason="找到第二本账。")
    return reopen_handling(by=town["chief"], report=Report.objects.get(), facts=facts, on=on)


def put_away_again(town, file):
    matter, on = Matter.objects.get(), file.archived_on
    for each in Completion:
        record_completion(by=town["chief"], matter=matter, completion=each, note=each.requires, on=on)
    close_matter(by=town["chief"], matter=matter, on=on)
    kept = ArchiveFile.objects.get()
    return supplement_file(by=town["clerk"], file=kept, index="补查的账页｜3", on=on)


def state_of(listing) -> tuple[str, str]:
    row = listing.files.get()
    return row.state, row.stayed_because


@pytest.fixture
def rich(town):
    """A file with evidence, a talk, attachments, outcomes, feedback, and a request for the identity."""
    file = worked(town)
    report = file.matter.links.get().report
    request_identity(by=town["clerk"], subject=report, seal=report.identity, reason="核对联系方式")
    return file


def test_nothing_of_the_file_opens_any_more_but_what_the_list_is_to_keep(town, rich):
    before = every_seal()
    assert IndexTail.objects.exists()

    listing = destroyed(town)

    assert what_stays_readable() == {
        "assessment.matter|title",
        "resolution.archivefile|index",
        "resolution.listedfile|title",
    }
    kept = set(DataKey.objects.filter(erased_on__isnull=True).order_by("pk").values_list("pk", flat=True))
    for seal in set(before) - kept:
        with pytest.raises(Destroyed):
            open_seal(by=town["chief"], seal=seal)
    assert not DataKeyWrap.objects.exclude(data_key__in=kept).exists()
    assert not SealedItem.objects.exclude(data_key__in=kept).exists()
    assert not IndexTail.objects.exists()
    assert state_of(listing) == (ListedState.DESTROYED, "")
    assert listing.files.get().seals > len(set(before) - kept) / 2


def test_list_number_title_index_and_days_are_kept_and_so_is_the_bare_row(town, rich):
    listing = destroyed(town)

    report, matter = Report.objects.get(), Matter.objects.get()
    assert (report.destroyed_on, matter.destroyed_on, listing.executed_on) == (OVER, OVER, OVER)
    assert (report.number, report.channel) == ("2026-0001", "letter")
    assert list(read_destruction(by=town["handler"], listing=listing).titles.values()) == ["低保发放"]
    assert "卷内文件目录" in print_file_index(by=town["clerk"], file=rich, on=OVER).text
    text = print_destruction_list(by=town["clerk"], listing=listing, on=OVER).text
    assert "2057年1月4日销毁1卷。执行人：接访甲；监销人：承办乙、书记丑。" in text


def test_what_was_destroyed_is_not_handled_again(town, rich):
    destroyed(town)

    with pytest.raises((NothingToReopen, Destroyed), match="已按规定销毁"):
        opened_again(town)


def test_what_was_added_to_a_file_is_counted_and_its_index_is_kept(town):
    file = put_away(town, closed(town))
    opened_again(town, on=file.archived_on)
    again = put_away_again(town, file)

    listing = destroyed(town)

    row = listing.files.get()
    assert (row.state, row.pages) == (ListedState.DESTROYED, file.pages + again.pages)
    assert "补查的账页" in print_file_index(by=town["clerk"], file=file, on=OVER).text


def test_another_file_is_not_touched(town, rich):
    other = put_away(town, closed(town), piece=2)
    held(town, other)

    destroyed(town)

    assert (
        read_report(by=town["chief"], report=other.matter.links.get().report).account.account
        == LETTER.account
    )


@pytest.mark.parametrize(
    ("stop", "why"),
    [
        (lambda town, file: held(town, file, on=OVER), StayReason.HELD),
        (lambda town, file: extended(town, file, years=10, on=OVER), StayReason.EXTENDED),
        (lambda town, file: extended(town, file, years=None, on=OVER), StayReason.EXTENDED),
        (lambda town, file: opened_again(town), StayReason.REOPENED),
    ],
)
def test_what_happens_at_the_last_moment_stops_the_file(town, stop, why):
    file = put_away(town, closed(town))
    listing = watched(town, approved(town))
    stop(town, file)

    done = carry_out_destruction(by=town["clerk"], listing=listing, on=OVER)

    assert (done.state, state_of(done)) == (DestructionState.DONE, (ListedState.STAYED, why))
    assert read_report(by=town["chief"], report=Report.objects.get()).account.account == LETTER.account


def repeats(town, first: Report) -> Report:
    """A later report that repeats the first and stands in no file."""
    later = a_letter(town).report
    Report.objects.filter(pk=later.pk).update(repeat_of=first)
    return later


def test_a_file_that_a_living_report_repeats_is_not_ready(town):
    file = put_away(town, closed(town))
    listing = watched(town, approved(town))
    repeats(town, file.matter.links.get().report)

    done = carry_out_destruction(by=town["clerk"], listing=listing, on=OVER)

    assert state_of(done) == (ListedState.STAYED, StayReason.SHARED)


def test_what_is_not_ready_is_noted_when_the_list_is_drawn_up(town):
    first, second = put_away(town, closed(town)), put_away(town, closed(town), piece=2)
    repeats(town, first.matter.links.get().report)

    rows = drawn_up(town).files.order_by("position")

    assert [(each.file, each.state) for each in rows] == [
        (first, ListedState.STAYED),
        (second, ListedState.WAITING),
    ]


def test_files_that_hang_on_each_other_go_together_and_stay_together(town):
    first, second = put_away(town, closed(town)), put_away(town, closed(town), piece=2)
    reports = [each.matter.links.get().report for each in (first, second)]
    Report.objects.filter(pk=reports[1].pk).update(repeat_of=reports[0])
    listing = watched(town, approved(town))
    held(town, second, on=OVER)

    done = carry_out_destruction(by=town["clerk"], listing=listing, on=OVER)

    assert list(done.files.order_by("position").values_list("stayed_because", flat=True)) == [
        "shared",
        "held",
    ]


def test_both_go_where_neither_stays(town):
    first, second = put_away(town, closed(town)), put_away(town, closed(town), piece=2)
    reports = [each.matter.links.get().report for each in (first, second)]
    Report.objects.filter(pk=reports[1].pk).update(repeat_of=reports[0])

    done = carried_out(town, approved(town))

    assert set(done.files.order_by("position").values_list("state", flat=True)) == {ListedState.DESTROYED}


def test_what_another_organ_holds_stays_with_that_organ(town):
    put_away(town, closed(town))
    report = Report.objects.get()
    rewrap(by=town["chief"], seal=report.account, organ_id=town.county.pk)
    Report.objects.create(
        organ=town.county,
        channel=report.channel,
        source=report.source,
        signing=report.signing,
        received_on=report.received_on,
        state="received",
        account=report.account,
        identity=report.identity,
        sealed_as=report.pk,
    )

    done = carried_out(town, approved(town))

    assert state_of(done) == (ListedState.DESTROYED, "")
    assert open_seal(by=town["county_clerk"], seal=report.account)["title"] == LETTER.title
    with pytest.raises(Exception, match="没有打开这一内容的密钥"):
        open_seal(by=town["chief"], seal=report.account)


class PowerCut(Exception):
    """The machine stops at this statement."""


def test_stopped_in_the_middle_nothing_is_done_and_it_can_be_done_again(town, rich):
    listing = watched(town, approved(town))
    seen = []

    def cut(execute, sql, params, many, context):
        seen.append(sql)
        if sql.startswith('DELETE FROM "vault_indextail"'):
            raise PowerCut
        return execute(sql, params, many, context)

    with pytest.raises(PowerCut), connection.execute_wrapper(cut):
        carry_out_destruction(by=town["clerk"], listing=listing, on=OVER)

    assert any(each.startswith('DELETE FROM "vault_sealeditem"') for each in seen)
    listing.refresh_from_db()
    assert (listing.state, state_of(listing)[0]) == (DestructionState.APPROVED, ListedState.AGREED)
    assert read_report(by=town["chief"], report=Report.objects.get()).account.account == LETTER.account
    assert IndexTail.objects.exists()
    done = carry_out_destruction(by=town["clerk"], listing=listing, on=OVER)
    assert state_of(done)[0] == ListedState.DESTROYED


def test_two_others_stand_by_on_that_very_day(town):
    put_away(town, closed(town))
    listing = approved(town)
    watched(town, listing)

    with pytest.raises(HereAlready):
        attend_destruction(by=town["handler"], listing=listing, on=OVER)
    with pytest.raises(WitnessesMissing):
        carry_out_destruction(by=town["handler"], listing=listing, on=OVER)
    with pytest.raises(WitnessesMissing):
        carry_out_destruction(by=town["clerk"], listing=listing, on=OVER + timedelta(days=1))
    with pytest.raises(NotPermitted, match="批准人以外"):
        attend_destruction(by=town["chief"], listing=listing, on=OVER)

    assert state_of(listing)[0] == ListedState.AGREED


def test_a_destroyed_file_is_neither_held_extended_exported_nor_listed_again(town, rich):
    destroyed(town)

    with pytest.raises(Destroyed):
        hold_file(by=town["clerk"], file=rich, reason="查考", until=None, on=OVER)
    with pytest.raises(Destroyed):
        extend_retention(by=town["chief"], file=rich, years=10, reason="查考", on=OVER)
    with pytest.raises(Destroyed):
        export_file(
            by=town["chief"],
            file=type(rich).objects.get(pk=rich.pk),
            reason="查考",
            looked_through=True,
            on=OVER,
        )

    assert Extension.objects.count() == 0


def test_the_trail_stays_whole_and_tells_each_step(town, rich):
    destroyed(town)

    done = [each.act for each in entries() if each.outcome == Outcome.DONE and "destr" in each.act]
    assert done.count("resolution.attend_destruction") == 2
    assert {"resolution.draw_up_destruction", "resolution.approve_destruction"} < set(done)
    assert "resolution.carry_out_destruction" in done
    assert verify() == []


def test_neither_search_nor_likeness_finds_what_was_destroyed(town, rich):
    told = {"by": town["chief"], "title": LETTER.title, "account": LETTER.account}
    assert possible_repeats(**told)

    destroyed(town)

    assert possible_repeats(**told) == []
    assert search_reports(by=town["chief"], text="低保名单").found == []
