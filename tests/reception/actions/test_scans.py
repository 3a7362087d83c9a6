"""A scanned letter: sealed at once, arranged, read in a session, met by nobody whom it names."""

import io
from dataclasses import replace

import pytest
from django.db import connection
from PIL import Image

from tests.reception.scanned import (
    AGAINST_THE_CHIEF,
    AGAINST_THE_CLERK,
    WORDS,
    a_read_scan,
    a_scan,
    first_page,
    slip,
)
from tests.reception.township import ANONYMOUS, LETTER, MONDAY, TUESDAY, an_opened_box
from yixian.protection.actions import NoKey, make_code, open_bytes
from yixian.protection.permits import NotPermitted
from yixian.reception import page_reading
from yixian.reception.actions import (
    add_scan_pages,
    arrange_scan,
    confirm_box_opening,
    correct_scan,
    discard_scan,
    open_attachment,
    open_scan,
    register_scan,
    restore_scan,
    seal_scan_up,
    see_scan_page,
    send_scan_up,
    take_scan,
)
from yixian.reception.actions.registering import BoxIsEmpty
from yixian.reception.actions.scans import TooManyPages
from yixian.reception.attaching import KeptWithIdentity
from yixian.reception.enums import Channel, DiscardReason, PageChange, ScanState
from yixian.reception.facts import Missing
from yixian.reception.models import Attachment, Envelope, Report, Scan
from yixian.reception.page_pictures import NoPages, pictures_of
from yixian.reception.queries import one_scan, scans_discarded, scans_waiting
from yixian.reception.refusals import ReportedSide, TooEarly
from yixian.reception.scanning import ScanIsClosed
from yixian.toolkit.files import CleanFile, FileKind
from yixian.trail.models import Entry
from yixian.vault.models import SealedItem

OTHER = ("第二页的第一行文字，", "第二页的第二行文字。")


def order_of(scan, town):
    return [see_scan_page(by=town["clerk"], page=page) for page in scan.pages.filter(removed_on=None)]


def everything_stored():
    """All the ciphertexts that the database holds, as a thief reads them, in hexadecimal capitals."""
    held = SealedItem.objects.order_by("pk").values_list("ciphertext", flat=True)
    return ",".join(bytes(each).hex().upper() for each in held)


def test_pages_are_under_seal_in_their_order(town):
    scan = a_scan(town, WORDS, OTHER)

    assert order_of(scan, town) != order_of(scan, town)[::-1]
    assert [page.position for page in scan.pages.all()] == [1, 2]
    assert slip(WORDS)[:60].hex().upper() not in everything_stored()


def test_whoever_holds_no_office_key_opens_no_page(town):
    scan = a_scan(town)

    with pytest.raises(NoKey):
        open_bytes(by=town["analyst"], seal=first_page(scan).picture, slot="page")


def test_what_is_no_page_is_refused(town):
    broken = CleanFile(FileKind.PDF, "坏了.pdf", b"%PDF-1.4")

    with pytest.raises(NoPages, match="坏了"):
        pictures_of([broken])
    with pytest.raises(NoPages, match="请选择"):
        take_scan(by=town["clerk"], pictures=[], received_on=MONDAY, on=MONDAY)
    assert not Scan.objects.exists()


def test_a_letter_is_not_scanned_before_it_came(town):
    with pytest.raises(TooEarly):
        take_scan(by=town["clerk"], pictures=[slip()], received_on=TUESDAY, on=MONDAY)


def test_a_letter_has_at_most_forty_pages(town):
    scan = a_scan(town, WORDS)

    with pytest.raises(TooManyPages, match="40页"):
        add_scan_pages(by=town["clerk"], scan=scan, pictures=[slip()] * 40)
    assert scan.pages.count() == 1


def test_the_analyst_scans_nothing(town):
    with pytest.raises(NotPermitted):
        take_scan(by=town["analyst"], pictures=[slip()], received_on=MONDAY, on=MONDAY)


def test_pages_change_places_and_the_last_stays_last(town):
    scan = a_scan(town, WORDS, OTHER)
    before = order_of(scan, town)

    arrange_scan(by=town["clerk"], page=first_page(scan), change=PageChange.DOWN, on=MONDAY)
    swapped = order_of(scan, town)
    arrange_scan(
        by=town["clerk"], page=scan.pages.order_by("-position")[0], change=PageChange.DOWN, on=MONDAY
    )

    assert swapped == before[::-1]
    assert order_of(scan, town) == swapped


def test_a_page_is_turned_to_the_right(town):
    scan = a_scan(town)

    arrange_scan(by=town["clerk"], page=first_page(scan), change=PageChange.TURN, on=MONDAY)

    picture = Image.open(io.BytesIO(see_scan_page(by=town["clerk"], page=first_page(scan))))
    upright = Image.open(io.BytesIO(slip()))
    assert picture.size == upright.size[::-1]


def test_a_removed_page_counts_no_more_and_can_be_put_back(town):
    scan = a_scan(town, WORDS, OTHER)
    page = first_page(scan)

    arrange_scan(by=town["clerk"], page=page, change=PageChange.REMOVE, on=MONDAY)
    removed = len(one_scan(town["clerk"], scan.pk).pages)
    arrange_scan(by=town["clerk"], page=page, change=PageChange.PUT_BACK, on=MONDAY)

    assert (removed, len(one_scan(town["clerk"], scan.pk).pages)) == (1, 2)


def test_a_page_is_read_in_the_session_and_its_text_is_sealed(town):
    scan = a_read_scan(town)

    content = open_scan(by=town["clerk"], page=first_page(scan))

    assert content.text.replace("\n", "") == "".join(WORDS)
    assert first_page(scan).read_on == MONDAY
    assert "低保".encode().hex().upper() not in everything_stored()


def test_what_was_corrected_is_what_stands_and_a_checked_page_has_no_doubts(town):
    scan = a_read_scan(town)

    correct_scan(
        by=town["clerk"], page=first_page(scan), text="改过的文字\r\n第二行", checked=True, on=MONDAY
    )

    content = open_scan(by=town["clerk"], page=first_page(scan))
    assert (content.text, content.doubts) == ("改过的文字\n第二行", ())
    assert first_page(scan).checked_on == MONDAY


def test_a_page_may_be_typed_without_being_read(town):
    scan = a_scan(town)

    correct_scan(by=town["clerk"], page=first_page(scan), text="看着原件打的字", checked=False, on=MONDAY)

    assert (first_page(scan).read_on, first_page(scan).checked_on) == (None, MONDAY)
    assert one_scan(town["clerk"], scan.pk).unread is None


def test_a_scan_is_met_by_whoever_scanned_it_and_once_read_by_the_chief(town):
    scan = a_scan(town)
    unread = {who: one_scan(town[who], scan.pk) is not None for who in ("clerk", "other_clerk", "chief")}

    correct_scan(by=town["clerk"], page=first_page(scan), text="柳湾村的路", checked=True, on=MONDAY)
    read = {who: one_scan(town[who], scan.pk) is not None for who in ("clerk", "other_clerk", "chief")}

    assert unread == {"clerk": True, "other_clerk": False, "chief": False}
    assert read == {"clerk": True, "other_clerk": False, "chief": True}


def test_another_clerk_opens_nothing_of_it(town):
    scan = a_read_scan(town)

    with pytest.raises(NotPermitted, match="扫描这封信的人"):
        see_scan_page(by=town["other_clerk"], page=first_page(scan))
    with pytest.raises(NotPermitted):
        open_scan(by=town["other_clerk"], page=first_page(scan))


def test_the_chief_whom_a_letter_names_does_not_meet_it(town):
    scan = a_read_scan(town, AGAINST_THE_CHIEF)

    assert scans_waiting(town["chief"]) == []
    assert [item.scan for item in scans_waiting(town["deputy"])] == [scan]
    with pytest.raises(NotPermitted) as refused:
        see_scan_page(by=town["chief"], page=first_page(scan))
    assert refused.value.hidden


def test_a_clerk_whom_a_letter_names_is_told_to_hand_the_paper_on(town):
    scan = a_read_scan(town, AGAINST_THE_CLERK)

    assert scans_waiting(town["clerk"]) == []
    assert [item.scan for item in scans_waiting(town["chief"])] == [scan]
    for act in (see_scan_page, open_scan):
        with pytest.raises(ReportedSide, match="应当回避"):
            act(by=town["clerk"], page=first_page(scan))
    with pytest.raises(ReportedSide):
        discard_scan(by=town["clerk"], scan=scan, reason=DiscardReason.TRIAL, on=MONDAY)


def test_the_list_asks_as_much_for_three_scans_as_for_one(town, django_assert_max_num_queries):
    a_scan(town)
    with django_assert_max_num_queries(30) as few:
        scans_waiting(town["clerk"])
    for _ in range(2):
        a_scan(town)

    with django_assert_max_num_queries(len(few.captured_queries)):
        found = scans_waiting(town["clerk"])

    assert len(found) == 3


def test_an_anonymous_letter_takes_its_pages_along(town):
    scan = a_scan(town, WORDS, OTHER)

    report = register_scan(by=town["clerk"], scan=scan, facts=ANONYMOUS, code=make_code(), on=MONDAY).report

    opened = [open_attachment(by=town["clerk"], report=report, position=n) for n in (1, 2)]
    assert [(each.name, each.kind) for each in opened] == [
        ("第1页.jpg", FileKind.JPEG),
        ("第2页.jpg", FileKind.JPEG),
    ]
    assert (report.channel, Scan.objects.get().report, Scan.objects.get().state) == (
        Channel.LETTER,
        report,
        ScanState.REGISTERED,
    )


def test_the_pages_of_a_signed_letter_go_with_the_identity(town):
    report = register_scan(
        by=town["clerk"], scan=a_scan(town), facts=LETTER, code=make_code(), on=MONDAY
    ).report

    assert [each.identifies for each in report.attachments.all()] == [True]
    with pytest.raises(KeptWithIdentity):
        open_attachment(by=town["chief"], report=report, position=1)


def test_a_scanned_letter_out_of_a_box_is_one_of_the_items_that_were_counted(town):
    opening = an_opened_box(town)
    confirm_box_opening(by=town["handler"], opening=opening, on=MONDAY)
    facts = {"facts": ANONYMOUS, "on": MONDAY, "opening": opening}

    report = register_scan(by=town["clerk"], scan=a_scan(town), code=make_code(), **facts).report

    assert (report.channel, report.box_opening, report.attachments.count()) == (Channel.BOX, opening, 1)
    with pytest.raises(BoxIsEmpty, match="共1件"):
        register_scan(by=town["clerk"], scan=a_scan(town, OTHER), code=make_code(), **facts)
    assert Scan.objects.filter(state=ScanState.WAITING).count() == 1


def test_the_working_copies_are_destroyed_when_the_letter_is_a_report(town):
    scan = a_read_scan(town)
    page = first_page(scan)

    register_scan(by=town["clerk"], scan=scan, facts=ANONYMOUS, code=make_code(), on=MONDAY)

    for seal, slot in ((page.picture, "page"), (page.reading, "text")):
        with pytest.raises(NoKey):
            open_bytes(by=town["clerk"], seal=seal, slot=slot)
    with pytest.raises(ScanIsClosed, match="底稿已经销毁"):
        see_scan_page(by=town["clerk"], page=first_page(Scan.objects.get()))


def test_a_letter_is_registered_once(town):
    scan = a_scan(town)
    register_scan(by=town["clerk"], scan=scan, facts=ANONYMOUS, code=make_code(), on=MONDAY)

    with pytest.raises(ScanIsClosed, match="已登记"):
        register_scan(by=town["clerk"], scan=scan, facts=ANONYMOUS, code=make_code(), on=MONDAY)
    assert Report.objects.count() == 1


def test_a_refused_registration_leaves_the_scan_waiting(town):
    scan = a_scan(town)

    with pytest.raises(Missing):
        register_scan(
            by=town["clerk"], scan=scan, facts=replace(ANONYMOUS, account=" "), code=make_code(), on=MONDAY
        )

    assert len(order_of(scan, town)) == 1
    assert Scan.objects.get().state == ScanState.WAITING


def test_what_belongs_to_the_superior_leaves_only_an_envelope(town):
    scan = a_read_scan(town)
    page = first_page(scan)

    envelope = send_scan_up(by=town["clerk"], scan=scan, on=TUESDAY)

    assert (envelope.received_on, envelope.channel) == (MONDAY, Channel.LETTER)
    assert Scan.objects.get().state == ScanState.SENT_UP
    assert not Report.objects.exists()
    with pytest.raises(NoKey):
        open_bytes(by=town["clerk"], seal=page.picture, slot="page")


def test_what_the_superior_reads_here_goes_up_with_its_pages(town):
    seal_scan_up(by=town["clerk"], scan=a_scan(town), facts=ANONYMOUS, code=make_code(), on=MONDAY)

    report = Report.objects.get()
    assert (report.organ, Envelope.objects.count(), Attachment.objects.count()) == (town.county, 1, 1)
    assert open_attachment(by=town["county_clerk"], report=report, position=1).name == "第1页.jpg"
    with pytest.raises(NotPermitted):
        open_attachment(by=town["clerk"], report=report, position=1)


def test_a_discarded_scan_keeps_its_pages_and_its_reason(town):
    scan = a_scan(town)

    discard_scan(by=town["clerk"], scan=scan, reason=DiscardReason.TWICE, on=MONDAY)

    assert [item.scan.discard_reason for item in scans_discarded(town["chief"])] == ["twice"]
    assert scans_waiting(town["clerk"]) == []
    assert Entry.objects.filter(act="reception.discard_scan", subject=scan.trail_subject).exists()


def test_a_scan_is_not_discarded_without_a_reason(town):
    with pytest.raises(Missing, match="原因"):
        discard_scan(by=town["clerk"], scan=a_scan(town), reason="", on=MONDAY)


def test_a_discarded_scan_is_fetched_back_by_the_chief(town):
    scan = a_scan(town)
    discard_scan(by=town["clerk"], scan=scan, reason=DiscardReason.TRIAL, on=MONDAY)

    restore_scan(by=town["chief"], scan=scan)

    assert [item.scan for item in scans_waiting(town["clerk"])] == [scan]


def test_the_chief_whom_a_discarded_letter_names_does_not_find_it(town):
    scan = a_read_scan(town, AGAINST_THE_CHIEF)
    discard_scan(by=town["clerk"], scan=scan, reason=DiscardReason.TRIAL, on=MONDAY)

    assert scans_discarded(town["chief"]) == []
    with pytest.raises(NotPermitted):
        restore_scan(by=town["chief"], scan=scan)


def test_only_what_was_discarded_is_fetched_back(town):
    with pytest.raises(ScanIsClosed, match="作废"):
        restore_scan(by=town["clerk"], scan=a_scan(town))


def test_nothing_is_locked_while_a_page_is_read(town, monkeypatch):
    """SQLite has one writer: the office goes on working during the seconds that a page takes."""
    depths, real = [], page_reading.read_page

    def watching(content, *, upright):
        depths.append(len(connection.savepoint_ids))
        return real(content, upright=upright)

    monkeypatch.setattr(page_reading, "read_page", watching)
    scan, before = a_scan(town), len(connection.savepoint_ids)

    page_reading.read_and_keep(town["clerk"], first_page(scan), MONDAY)

    assert depths == [before]
