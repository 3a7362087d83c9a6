"""转办交办 as pages: what waits on 今日, the answer of the receiver, the objection and the sender's word."""

import pytest

from tests.desk.sitting import page, sit
from tests.reception.township import TUESDAY, a_letter, holder_of
from yixian.assessment.actions import (
    TransferFacts,
    consent_to_objection,
    object_to_transfer,
    transfer_out,
)
from yixian.assessment.enums import TransferKind
from yixian.assessment.models import Transfer
from yixian.desk.waiting import waiting_for
from yixian.reception.actions import open_mailbox
from yixian.window.web.mailbox.panels import panels_of

WHY = "按管理权限由县里办理，本镇没有经手。"


@pytest.fixture
def letter(town):
    return a_letter(town, who="county_clerk")


@pytest.fixture
def transfer(town, letter):
    facts = TransferFacts(
        kind=TransferKind.FORWARD, summary="村级低保发放", reason="由属地核实", to_organ_id=town.organ.pk
    )
    return transfer_out(by=town["county_chief"], report=letter.report, facts=facts, on=TUESDAY)


def do(client, transfer, slug, **typed):
    return client.post(f"/desk/transfers/{transfer.uid}/{slug}", typed, follow=True)


def objected(town, transfer):
    return object_to_transfer(by=town["chief"], transfer=transfer, reason=WHY, on=TUESDAY)


def test_today_says_what_waits_on_either_side(town, transfer):
    at_receiver = [each.what for each in waiting_for(town["chief"], TUESDAY)]
    objected(town, transfer)
    at_sender = [each.what for each in waiting_for(town["county_chief"], TUESDAY)]

    assert "接收转来的件，或者提出异议" in at_receiver
    assert "答复对方的异议" in at_sender


def test_the_receiver_finds_it_in_the_list_and_from_the_inbox_and_accepts(town, transfer):
    clerk = sit(town)

    listed = page(clerk.get("/desk/transfers"))
    inbox = page(clerk.get(f"/desk/inbox/{transfer.copy_id}"))
    answer = page(do(clerk, transfer, "accept-transfer"))

    assert transfer.letter_number in listed
    assert f"/desk/transfers/{transfer.uid}" in inbox
    assert "已接收，转来的机关可以看到。" in answer
    assert Transfer.objects.get(pk=transfer.pk).reply == "accepted"


def test_the_sender_sees_its_list_with_the_clock(town, transfer):
    shown = page(sit(town, "county_chief").get("/desk/transfers?of=sent"))

    assert transfer.letter_number in shown
    assert "青禾镇纪委" in shown
    assert "还有" in shown


def test_an_objection_is_made_and_its_reason_kept_where_it_fails(town, transfer):
    chief = sit(town, "chief")

    form = page(chief.get(f"/desk/transfers/{transfer.uid}/object-to-transfer"))
    bad = page(do(chief, transfer, "object-to-transfer", reason="金丝雀姓名来过两次，" + WHY))
    good = page(do(chief, transfer, "object-to-transfer", reason=WHY))

    assert "《信访工作条例》第二十三条" in form
    assert "会暴露举报人" in bad
    assert WHY in bad
    assert "异议已提出，等转来的机关答复。" in good
    assert WHY in good


def test_the_sender_takes_it_back_and_the_receiver_sees_that_it_went(town, transfer):
    objected(town, transfer)

    back = page(do(sit(town, "county_chief"), transfer, "consent-to-objection", telling="我们接着办。"))
    gone = page(sit(town, "chief").get(f"/desk/transfers/{transfer.uid}"))

    assert "已收回，本件由本机关受理。" in back
    assert "本件已经退回转来的机关" in gone
    assert WHY not in gone


def test_the_sender_insists_and_the_receiver_reads_why(town, transfer):
    objected(town, transfer)

    do(sit(town, "county_chief"), transfer, "insist-on-transfer", reason="仍由你镇办理。")
    shown = page(sit(town, "chief").get(f"/desk/transfers/{transfer.uid}"))

    assert "仍由你镇办理。" in shown
    assert "/object-to-transfer" not in shown


def test_it_stands_in_the_dossier_of_the_sender(town, transfer, letter):
    objected(town, transfer)

    shown = page(sit(town, "county_chief").get(f"/desk/reports/{letter.report.pk}"))

    assert f"/desk/transfers/{transfer.uid}" in shown
    assert "青禾镇纪委：对方有异议" in shown
    assert "对方已接收" not in shown


def test_whoever_may_not_meet_the_report_finds_nothing(town, transfer):
    assert sit(town, "analyst").get(f"/desk/transfers/{transfer.uid}").status_code == 403
    assert sit(town, "county_custodian").get(f"/desk/transfers/{transfer.uid}").status_code == 403


def test_the_mailbox_says_where_it_is_and_never_why(town, transfer, letter):
    objected(town, transfer)

    mailbox = open_mailbox(by=holder_of(letter.code), on=TUESDAY)
    said = [panel.context["said"] for panel in panels_of(mailbox) if "said" in panel.context]

    assert said == ["由哪个机关办理，正在商定。商定以前不会没有人管，您不用再跑。"]
    assert WHY not in str(mailbox)


def test_the_lists_have_a_fixed_query_count(town, django_assert_max_num_queries):
    county = sit(town, "county_chief")

    def send():
        facts = TransferFacts(
            kind=TransferKind.FORWARD, summary="低保", reason="由属地核实", to_organ_id=town.organ.pk
        )
        report = a_letter(town, who="county_clerk").report
        transfer_out(by=town["county_chief"], report=report, facts=facts, on=TUESDAY)

    send()
    county.get("/desk/transfers?of=sent")
    with django_assert_max_num_queries(80) as one:
        county.get("/desk/transfers?of=sent")
    send()
    send()
    with django_assert_max_num_queries(len(one)):
        county.get("/desk/transfers?of=sent")


def test_both_sides_print_the_letter_and_whoever_gave_it_back_no_more(town, transfer):
    def printed(who):
        return sit(town, who).post(f"/desk/transfers/{transfer.uid}/letter", {"as": "docx"})

    both = [printed(who).content[:2] for who in ("county_chief", "chief")]
    button = "打印函件" in page(sit(town, "chief").get(f"/desk/transfers/{transfer.uid}"))
    consent_to_objection(by=town["county_chief"], transfer=objected(town, transfer), on=TUESDAY)

    assert both == [b"PK", b"PK"]
    assert button
    assert printed("chief").status_code == 404
    assert printed("county_chief").status_code == 200


def test_a_clerk_below_looks_and_does_not_print(town, transfer):
    assert "打印函件" not in page(sit(town).get(f"/desk/transfers/{transfer.uid}"))
    assert sit(town).post(f"/desk/transfers/{transfer.uid}/letter", {}).status_code == 403
