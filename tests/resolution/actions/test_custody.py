import pytest

from tests.reception.township import MONTH_LATER, WEDNESDAY
from tests.resolution.casework import FOUND, with_team
from tests.resolution.verifying import an_item
from yixian.protection.permits import NotPermitted
from yixian.protection.texts import TextMissing
from yixian.resolution.actions import (
    AlreadyOffered,
    NotFinished,
    NotOnTeam,
    SameHands,
    hand_custody,
    receive_custody,
    refuse_custody,
    submit_report,
)
from yixian.resolution.enums import CustodyState
from yixian.resolution.models import Custody
from yixian.resolution.queries import custody_offered


def offered(town, to: str = "handler") -> Custody:
    item = an_item(town, with_team(town))
    held = item.custodies.get()
    return hand_custody(by=town["deputy"], custody=held, to_id=town[to].staff_id, note="原封", on=WEDNESDAY)


def hands_of(custody: Custody) -> list[tuple[int, str]]:
    rows = custody.evidence.custodies.order_by("pk")
    return [(each.staff_id, each.state) for each in rows]


def test_evidence_stays_with_whoever_has_it_until_it_is_received(town):
    custody = offered(town)

    assert list(custody_offered(town["handler"].staff_id)) == [custody]
    assert hands_of(custody) == [
        (town["deputy"].staff_id, CustodyState.HELD),
        (town["handler"].staff_id, CustodyState.OFFERED),
    ]


def test_what_was_received_is_in_the_other_hands(town):
    custody = offered(town)

    receive_custody(by=town["handler"], custody=custody, on=MONTH_LATER)

    assert hands_of(custody) == [
        (town["deputy"].staff_id, CustodyState.PASSED),
        (town["handler"].staff_id, CustodyState.HELD),
    ]


def test_nobody_receives_for_another(town):
    custody = offered(town)

    with pytest.raises(NotPermitted, match="本人办理"):
        receive_custody(by=town["deputy"], custody=custody, on=WEDNESDAY)


def test_nobody_hands_over_what_another_has(town):
    held = an_item(town, with_team(town)).custodies.get()

    with pytest.raises(NotPermitted, match="本人办理"):
        hand_custody(by=town["handler"], custody=held, to_id=town["handler"].staff_id, note="", on=WEDNESDAY)


def test_what_was_refused_stays_with_a_reason(town):
    custody = offered(town)

    with pytest.raises(TextMissing, match="不接收的原因"):
        refuse_custody(by=town["handler"], custody=custody, reason="", on=WEDNESDAY)
    refuse_custody(by=town["handler"], custody=custody, reason="少一页", on=WEDNESDAY)

    assert hands_of(custody) == [
        (town["deputy"].staff_id, CustodyState.HELD),
        (town["handler"].staff_id, CustodyState.REFUSED),
    ]


def test_what_waits_is_not_offered_again(town):
    custody = offered(town)
    held = custody.evidence.custodies.get(state=CustodyState.HELD)

    with pytest.raises(AlreadyOffered, match="正在等待接收"):
        hand_custody(by=town["deputy"], custody=held, to_id=town["handler"].staff_id, note="", on=WEDNESDAY)


def test_evidence_is_handed_to_another_of_the_team(town):
    with pytest.raises(SameHands):
        offered(town, to="deputy")


def test_evidence_goes_to_nobody_outside_the_team(town):
    with pytest.raises(NotOnTeam):
        offered(town, to="chief")


def test_a_report_waits_for_evidence_that_is_on_its_way(town):
    custody = offered(town)

    with pytest.raises(NotFinished, match="1份证据移交没有接收"):
        submit_report(
            by=town["handler"],
            clue=custody.evidence.verification.clue,
            content="属实",
            proposal=FOUND,
            on=WEDNESDAY,
        )
