"""督办、催办 across installations: asked with one file, answered with the receipt, sent back, accepted."""

import pytest

from tests.assessment.actions.test_supervising import ASKED, facts
from tests.assessment.elsewhere import arrived, sent, told_back
from tests.reception.township import LETTER, TUESDAY, WEDNESDAY
from tests.stories.sealed import readable
from yixian.assessment.actions import (
    NotToSupervise,
    answer_arrival_supervision,
    export_parcel,
    export_receipt,
    import_parcel,
    issue_supervision,
    print_arrival_supervision,
    read_arrival_supervision,
    read_supervision,
    return_answer,
    settle_supervision,
)
from yixian.assessment.enums import SupervisionState
from yixian.assessment.models import ArrivalSupervision, Supervision
from yixian.assessment.queries import arrivals_asked_after, arrivals_waiting, parcels_waiting
from yixian.protection.permits import NotPermitted
from yixian.reception.actions import GivesAway

S = SupervisionState
ANSWER = "已走访三户，账目正在核对。"


def asked(away, transfer, on=TUESDAY) -> Supervision:
    return issue_supervision(by=away["county_chief"], transfer=transfer, facts=facts(), on=on)


def exported(away, transfer, on=WEDNESDAY):
    transfer.refresh_from_db()
    return export_parcel(by=away["county_chief"], transfer=transfer, on=on).content


def came(away, transfer, on=WEDNESDAY) -> ArrivalSupervision:
    import_parcel(by=away["far_clerk"], file=exported(away, transfer, on), on=on)
    return ArrivalSupervision.objects.get()


def answered(away, text=ANSWER, who="far_chief", on=WEDNESDAY) -> ArrivalSupervision:
    waiting = ArrivalSupervision.objects.get()
    return answer_arrival_supervision(by=away[who], asked=waiting, answer=text, on=on)


@pytest.fixture
def under_way(away):
    """Sent, taken in over there, the receipt back here; then asked after."""
    transfer = sent(away)
    arrival = arrived(away, transfer)
    told_back(away, arrival)
    return transfer, arrival, asked(away, transfer)


def test_what_is_asked_goes_with_the_next_file(away, under_way):
    transfer, _, ours = under_way

    assert [waits for _, waits in parcels_waiting(away["county_chief"], WEDNESDAY)] == ["export"]
    theirs = came(away, transfer)

    texts = read_arrival_supervision(by=away["far_chief"], asked=theirs)
    assert (theirs.sent_as, theirs.letter_number, theirs.due_on) == (
        ours.uid,
        ours.letter_number,
        ours.due_on,
    )
    assert texts["letter"] == read_supervision(by=away["county_chief"], supervision=ours)["letter"]
    assert print_arrival_supervision(by=away["far_chief"], asked=theirs).docx[:2] == b"PK"
    assert [each.pk for each in arrivals_asked_after(away["far_chief"])] == [theirs.pk]
    assert readable(ASKED, ANSWER) == []


def test_the_answer_comes_with_the_receipt(away, under_way):
    transfer, arrival, ours = under_way
    came(away, transfer)
    answered(away)

    assert [each.owes_receipt for each in arrivals_waiting(away["far_clerk"])] == [True]
    receipt = export_receipt(by=away["far_clerk"], arrival=arrival, on=WEDNESDAY)
    told = import_parcel(by=away["county_chief"], file=receipt.content, on=WEDNESDAY)

    ours.refresh_from_db()
    assert "对1件督办、催办有答复" in told.says
    assert (ours.state, ours.answered_on, ours.answered_by) == (S.ANSWERED, WEDNESDAY, None)
    assert read_supervision(by=away["county_chief"], supervision=ours)["answer"] == ANSWER
    assert readable(ANSWER) == []


def test_an_answer_that_does_not_do_is_sent_back_and_the_better_one_accepted(away, under_way):
    transfer, arrival, ours = under_way
    came(away, transfer)
    answered(away)
    told_back(away, arrival, WEDNESDAY)
    ours.refresh_from_db()
    return_answer(
        by=away["county_chief"], supervision=ours, reason="没有说明金额。", due_on=ours.due_on, on=WEDNESDAY
    )
    theirs = came(away, transfer)
    assert theirs.state == S.RETURNED
    assert read_arrival_supervision(by=away["far_chief"], asked=theirs)["complaint"] == "没有说明金额。"

    answered(away, "少发三百元，已补发。")
    crossed = came(away, transfer)  # written before the better answer came: says nothing new
    told_back(away, arrival, WEDNESDAY)
    ours.refresh_from_db()
    settle_supervision(by=away["county_chief"], supervision=ours, on=WEDNESDAY)

    assert crossed.state == S.ANSWERED
    assert read_supervision(by=away["county_chief"], supervision=ours)["answer"] == "少发三百元，已补发。"
    assert came(away, transfer).state == S.SETTLED
    assert arrivals_asked_after(away["far_chief"]) == []


def test_the_same_file_twice_asks_once(away, under_way):
    transfer, _, _ = under_way
    file = exported(away, transfer)
    for _ in range(2):
        import_parcel(by=away["far_clerk"], file=file, on=WEDNESDAY)

    assert ArrivalSupervision.objects.count() == 1


def test_an_office_beside_us_is_not_asked_after(away):
    transfer = sent(away)
    away.there.relation = "beside"
    away.there.save(update_fields=["relation"])
    transfer.refresh_from_db()

    with pytest.raises(NotToSupervise, match="上级机关向下级机关"):
        asked(away, transfer)


def test_an_answer_does_not_carry_the_letter(away, under_way):
    transfer, _, _ = under_way
    came(away, transfer)

    with pytest.raises(GivesAway):
        answered(away, LETTER.account[10:50])


def test_who_may_not_answer_does_not(away, under_way):
    transfer, _, _ = under_way
    came(away, transfer)

    with pytest.raises(NotPermitted):
        answered(away, who="far_custodian")
