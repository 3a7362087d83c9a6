"""Between two installations: what goes, who may open it there, what comes back, and what is refused."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.assessment.elsewhere import WHY, arrived, sent, told_back
from tests.reception.township import (
    ANONYMOUS,
    LETTER,
    MONDAY,
    MONTH_LATER,
    REPORTER,
    SECRETARY,
    TUESDAY,
    WEDNESDAY,
    a_letter,
)
from tests.stories.sealed import readable
from tests.toolkit.files.samples import png
from yixian.assessment.actions import (
    ObjectionTooLate,
    accept_arrival,
    consent_to_objection,
    export_parcel,
    export_receipt,
    import_parcel,
    insist_on_transfer,
    object_to_arrival,
    read_arrival,
    read_transfer,
    report_arrival_result,
)
from yixian.assessment.enums import TransferKind, TransferReply
from yixian.assessment.fairness import ReportedSide
from yixian.assessment.models import Arrival, Transfer
from yixian.assessment.queries import arrival_by_uid, arrivals, arrivals_waiting, parcels_waiting
from yixian.protection.actions import (
    NoKey,
    ParcelRefused,
    PartnerUnknown,
    grant_identity,
    request_identity,
    view_identity,
)
from yixian.protection.enums import PartnerRelation
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import (
    WebCorrections,
    attach_files,
    open_attachment,
    read_report,
    register_web_report,
)
from yixian.reception.enums import AttachmentKind, PassageState, ReportState, SourceKind
from yixian.reception.models import Report
from yixian.reception.queries import inbox
from yixian.toolkit.files import PICTURES, take_in

R = TransferReply


def test_a_report_arrives_as_one_that_was_passed_on(away):
    transfer = sent(away)

    arrival = arrived(away, transfer)

    (item,) = inbox(away["far_clerk"])
    account = read_report(by=away["far_clerk"], report=item.report).account
    assert (item.report.state, item.report.source) == (ReportState.RECEIVED, SourceKind.ASSIGNED_BY_SUPERIOR)
    assert (account.account, account.title) == (LETTER.account, LETTER.title)
    assert [each.name for each in account.reported] == ["无此人氏"]
    assert arrival.number_there == transfer.report.number
    assert arrival.letter_number == transfer.letter_number
    assert "村级低保发放" in read_arrival(by=away["far_clerk"], arrival=arrival)["letter"]
    assert readable(LETTER.account, REPORTER.name, "村级低保发放") == []


def test_who_reported_goes_along_closed_and_is_opened_by_grant_alone(away):
    arrival = arrived(away, sent(away))
    report = arrival.report

    asked = request_identity(
        by=away["far_clerk"], subject=report, seal=report.identity, reason="需要当面核实"
    )
    grant_identity(by=away["far_custodian"], request=asked)
    asked.refresh_from_db()

    assert view_identity(by=away["far_clerk"], request=asked)["name"] == REPORTER.name


def test_without_the_identity_key_nobody_there_learns_who_reported_until_the_chief_exports(away):
    letter = a_letter(away.town, who="county_clerk")
    transfer = sent(away, letter=letter)
    handler = replace(away["county_clerk"], roles=away["county_chief"].roles)
    file = export_parcel(by=handler, transfer=transfer, on=TUESDAY)
    import_parcel(by=away["far_clerk"], file=file.content, on=TUESDAY)
    report = Arrival.objects.get().report
    asked = request_identity(
        by=away["far_clerk"], subject=report, seal=report.identity, reason="需要当面核实"
    )
    with pytest.raises(NoKey):
        grant_identity(by=away["far_custodian"], request=asked)
    told_back(away, Arrival.objects.get())
    assert [waits for _, waits in parcels_waiting(away["county_chief"], TUESDAY)] == ["reporter"]

    word = export_parcel(by=away["county_chief"], transfer=transfer, on=WEDNESDAY)
    import_parcel(by=away["far_clerk"], file=word.content, on=WEDNESDAY)

    grant_identity(by=away["far_custodian"], request=asked)
    asked.refresh_from_db()
    assert view_identity(by=away["far_clerk"], request=asked)["name"] == REPORTER.name
    assert parcels_waiting(away["county_chief"], WEDNESDAY) == []


def test_to_the_same_level_who_reported_never_goes(away):
    beside = introduced_beside(away)
    transfer = sent(away, TransferKind.HAND_OVER)

    arrival = arrived(away, transfer)

    transfer.refresh_from_db()
    asked = request_identity(
        by=away["far_clerk"], subject=arrival.report, seal=arrival.report.identity, reason="需要当面核实"
    )
    assert (beside.relation, transfer.identity_sent) == (PartnerRelation.BESIDE, False)
    with pytest.raises(NoKey):
        grant_identity(by=away["far_custodian"], request=asked)


def introduced_beside(away):
    for each in (away.there, away.here):
        each.relation = PartnerRelation.BESIDE
        each.save()
    return away.there


def test_an_anonymous_report_arrives_anonymous(away):
    transfer = sent(away, letter=a_letter(away.town, ANONYMOUS, who="county_clerk"))

    assert arrived(away, transfer).report.identity is None


def test_the_same_file_twice_adds_nothing(away):
    transfer = sent(away)
    file = export_parcel(by=away["county_chief"], transfer=transfer, on=TUESDAY)
    again = export_parcel(by=away["county_chief"], transfer=transfer, on=TUESDAY)

    told = [
        import_parcel(by=away["far_clerk"], file=each.content, on=TUESDAY).is_new
        for each in (file, file, again, file)
    ]

    assert told == [True, False, False, False]
    assert (Arrival.objects.count(), Report.objects.filter(organ=away.organ).count()) == (1, 1)


def test_acceptance_and_result_come_back_by_receipts(away):
    transfer = sent(away)
    arrival = arrived(away, transfer)
    accept_arrival(by=away["far_clerk"], arrival=arrival, on=TUESDAY)
    taken = told_back(away, arrival)
    assert (taken.reply, taken.report.passage.state) == (R.ACCEPTED, PassageState.TAKEN)
    report_arrival_result(
        by=away["far_chief"], arrival=arrival, result="名单已公示，差错已纠正。", on=WEDNESDAY
    )

    done = told_back(away, arrival, WEDNESDAY)

    read = read_transfer(by=away["county_chief"], transfer=done)
    assert (done.reply, done.clock.met_on, read["reply_reason"]) == (
        R.REPORTED,
        WEDNESDAY,
        "名单已公示，差错已纠正。",
    )
    assert done.report.passage.state == PassageState.REPORTED


def test_the_last_receipt_is_enough(away):
    arrival = arrived(away, sent(away))
    accept_arrival(by=away["far_clerk"], arrival=arrival, on=TUESDAY)
    early = export_receipt(by=away["far_clerk"], arrival=arrival, on=TUESDAY)
    report_arrival_result(by=away["far_chief"], arrival=arrival, result="已公示。", on=TUESDAY)

    done = told_back(away, arrival)
    late = import_parcel(by=away["county_chief"], file=early.content, on=TUESDAY)

    assert (done.reply, late.is_new) == (R.REPORTED, False)
    assert Transfer.objects.get().reply == R.REPORTED


def objected(away, *, registered=False):
    arrival = arrived(away, sent(away))
    if registered:
        register_web_report(
            by=away["far_chief"], report=arrival.report, corrections=WebCorrections(), on=TUESDAY
        )
        arrival.report.refresh_from_db()
    object_to_arrival(by=away["far_chief"], arrival=arrival, reason=WHY, on=TUESDAY)
    return arrival, told_back(away, arrival)


def word(away, transfer, on=WEDNESDAY):
    file = export_parcel(by=away["county_chief"], transfer=transfer, on=on)
    return import_parcel(by=away["far_clerk"], file=file.content, on=on)


def test_an_objection_that_is_heard_takes_the_report_back_and_destroys_what_lay_there(away):
    arrival, transfer = objected(away)
    assert read_transfer(by=away["county_chief"], transfer=transfer)["objection"] == WHY
    consent_to_objection(by=away["county_chief"], transfer=transfer, on=WEDNESDAY)
    assert [waits for _, waits in parcels_waiting(away["county_chief"], WEDNESDAY)] == ["export"]

    said = word(away, transfer)

    arrival.refresh_from_db()
    transfer.refresh_from_db()
    assert said.is_new
    assert (arrival.reply, arrival.report.state) == (R.REFUSED, ReportState.VOIDED)
    assert transfer.report.state == ReportState.ACCEPTED
    with pytest.raises(NoKey):
        read_report(by=away["far_chief"], report=arrival.report)
    assert told_back(away, arrival, WEDNESDAY).reply == R.REFUSED
    assert arrivals_waiting(away["far_chief"]) == []


def test_insisting_leads_to_acceptance(away):
    arrival, transfer = objected(away)
    insist_on_transfer(by=away["county_chief"], transfer=transfer, reason="属地管理。", on=WEDNESDAY)
    word(away, transfer)
    arrival.refresh_from_db()
    assert read_arrival(by=away["far_chief"], arrival=arrival)["ruling"] == "属地管理。"

    accept_arrival(by=away["far_chief"], arrival=arrival, on=WEDNESDAY)

    assert told_back(away, arrival, WEDNESDAY).reply == R.ACCEPTED


def test_after_five_working_days_nobody_objects(away):
    arrival = arrived(away, sent(away))

    with pytest.raises(ObjectionTooLate, match="信访工作条例"):
        object_to_arrival(by=away["far_chief"], arrival=arrival, reason=WHY, on=MONTH_LATER)


def test_without_a_receipt_it_is_asked_after(away):
    transfer = sent(away)
    export_parcel(by=away["county_chief"], transfer=transfer, on=TUESDAY)

    early, late = (parcels_waiting(away["county_chief"], on) for on in (WEDNESDAY, MONTH_LATER))

    assert ([waits for _, waits in early], [waits for _, waits in late]) == ([], ["quiet"])


def test_files_go_along_in_their_places(away):
    a_png = take_in("照片.png", png(), PICTURES)
    letter = a_letter(away.town, who="county_clerk")
    attach_files(
        by=away["county_clerk"], report=letter.report, files=[a_png], kind=AttachmentKind.EVIDENCE, on=MONDAY
    )

    arrival = arrived(away, sent(away, letter=letter))

    there = open_attachment(by=away["far_clerk"], report=arrival.report, position=1)
    assert (there.name, there.content) == ("照片.png", a_png.content)


def test_whoever_is_reported_does_not_find_it_in_the_inbox(away):
    """The far handler bears the name that the letter reports."""
    letter = a_letter(
        away.town,
        replace(
            LETTER, reported=(replace(SECRETARY, name="岭承办", unit="", cadre_id=None, not_on_roster=True),)
        ),
        who="county_clerk",
    )
    arrival = arrived(away, sent(away, letter=letter))

    found = [len(inbox(away[who])) for who in ("far_clerk", "far_handler")]

    assert found == [1, 0]
    assert arrival_by_uid(away["far_handler"], arrival.uid) is None
    assert list(arrivals(away["far_handler"])) == []


def test_it_never_goes_to_the_office_that_is_reported(away):
    reported = replace(SECRETARY, name="王某某", unit="岭下镇纪委", not_on_roster=True)
    letter = a_letter(away.town, replace(LETTER, reported=(reported,)), who="county_clerk")

    with pytest.raises(ReportedSide, match="岭下镇纪委"):
        sent(away, letter=letter)


def test_another_office_cannot_open_it(away):
    file = export_parcel(by=away["county_chief"], transfer=sent(away), on=TUESDAY)

    with pytest.raises(ParcelRefused, match="不是封给本机关的"):
        import_parcel(by=away["chief"], file=file.content, on=TUESDAY)


def test_a_sender_who_is_not_known_is_refused(away):
    file = export_parcel(by=away["county_chief"], transfer=sent(away), on=TUESDAY)
    away.here.retired_on = TUESDAY
    away.here.save()

    with pytest.raises(PartnerUnknown) as refused:
        import_parcel(by=away["far_clerk"], file=file.content, on=TUESDAY)

    assert refused.value.resembles == away.here


def test_a_subordinate_cannot_assign(away):
    file = export_parcel(by=away["county_chief"], transfer=sent(away), on=TUESDAY)
    away.here.relation = PartnerRelation.BESIDE
    away.here.save()

    with pytest.raises(ParcelRefused, match="平级机关"):
        import_parcel(by=away["far_clerk"], file=file.content, on=TUESDAY)


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda file: b"PK\x03\x04" + file, "不是本系统的加封文件"),
        (lambda file: b"", "不是本系统的加封文件"),
        (lambda file: file[:6] + b"\x00\x02" + file[8:], "更新的版本"),
        (lambda file: file[:-1], "不完整"),
        (lambda file: file[:20], "不完整"),
        (lambda file: file + b"\x00", "校验未通过"),
        (lambda file: file[:-9] + bytes([file[-9] ^ 1]) + file[-8:], "校验未通过"),
    ],
)
def test_each_fault_has_its_sentence(away, spoil, says):
    file = export_parcel(by=away["county_chief"], transfer=sent(away), on=TUESDAY).content

    with pytest.raises(ParcelRefused, match=says):
        import_parcel(by=away["far_clerk"], file=spoil(file), on=TUESDAY)

    assert Arrival.objects.count() == 0


def test_no_changed_byte_is_taken_in(away):
    file = export_parcel(by=away["county_chief"], transfer=sent(away), on=TUESDAY).content

    @settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
    @given(at=st.integers(0, len(file) - 1), bit=st.integers(0, 7), cut=st.integers(0, 200))
    def spoilt(at, bit, cut):
        changed = bytearray(file)
        changed[at] ^= 1 << bit
        for each in (bytes(changed), file[: len(file) - 1 - cut]):
            with pytest.raises(ParcelRefused):
                import_parcel(by=away["far_clerk"], file=each, on=TUESDAY)

    spoilt()

    assert Arrival.objects.count() == 0


def test_a_file_says_nothing_outside(away):
    transfer = sent(away)

    file = export_parcel(by=away["county_chief"], transfer=transfer, on=TUESDAY)

    words = (
        LETTER.account,
        REPORTER.name,
        "岭下镇",
        "云溪县",
        transfer.letter_number,
        str(transfer.uid),
        "transfer",
    )
    assert [each for each in words if each.encode() in file.content] == []
    assert len(file.content) % 4096 == len(b"YIXIAN") + 2 + 16 + 8 + 8 + 32 + 1 + 24 + 16
    assert file.name.endswith(".yxf")
    assert len(file.name) == 16


def test_a_clerk_who_must_not_export_is_refused(away):
    with pytest.raises(NotPermitted):
        export_parcel(by=away["county_clerk"], transfer=sent(away), on=TUESDAY)
