"""Staying away: declared from the dossier, asked for by another, decided by the chief."""

import pytest

from tests.desk.sitting import page, sit
from tests.reception.township import a_letter
from yixian.protection.enums import RecusalState
from yixian.protection.models import Alert, Recusal


@pytest.fixture
def base(town) -> str:
    return f"/desk/reports/{a_letter(town).report.pk}"


def test_whoever_declares_loses_sight_of_the_report_at_once(town, base):
    clerk = sit(town)

    done = page(clerk.post(f"{base}/declare-recusal", {"ground": "interest"}, follow=True))

    assert "已申报回避" in done
    assert clerk.get(base).status_code == 404
    assert "2026-0001" not in page(clerk.get("/desk/ledger"))


def test_the_chief_is_told_when_the_owner_stays_away(town, base):
    sit(town).post(f"{base}/declare-recusal", {"ground": "interest"})
    chief = sit(town, "chief")

    shown = page(chief.get("/desk/alerts"))

    assert Alert.objects.get().kind == "recusal_asked"
    assert "来件 2026-0001" in shown


def test_somebody_else_is_asked_to_stay_away_until_it_is_decided(town, base):
    chief, other = sit(town, "chief"), sit(town, "deputy")
    asked = {"staff": town.staff["clerk"].pk, "ground": "other"}

    chief.post(f"{base}/ask-recusal", asked)
    while_asked = sit(town).get(base).status_code
    recusal = Recusal.objects.get()
    shown = page(other.get(base))
    page(other.post(f"{base}/decide-recusal/{recusal.pk}", {"verdict": "rejected"}, follow=True))

    recusal.refresh_from_db()
    assert while_asked == 404
    assert "决定是否回避" in shown
    assert (recusal.state, recusal.decided_by_id) == (RecusalState.REJECTED, town.staff["deputy"].pk)
    assert sit(town).get(base).status_code == 200


def test_another_chief_decides_what_is_asked_of_a_chief_who_works_on_until_then(town, base):
    chief, other = sit(town, "chief"), sit(town, "deputy")
    sit(town).post(f"{base}/ask-recusal", {"staff": town.staff["chief"].pk, "ground": "other"})
    address = f"{base}/decide-recusal/{Recusal.objects.get().pk}"

    kept_from, never_was = chief.get(address), chief.get(f"{base}/decide-recusal/99999")
    while_asked = (chief.get(base).status_code, kept_from.status_code, kept_from["location"])
    other.post(address, {"verdict": "stands"})

    assert while_asked == (200, 302, never_was["location"])
    assert chief.get(base).status_code == 404


def test_a_ground_that_could_tell_who_reported_is_shown_to_the_decider_alone(town, base):
    asked = {"staff": town.staff["handler"].pk, "ground": "reporter_kin"}
    clerk, chief = sit(town), sit(town, "chief")
    clerk.post(f"{base}/ask-recusal", asked)

    to_clerk, to_chief = page(clerk.get(base)), page(chief.get(base))

    assert "承办乙" in to_clerk
    assert "是举报人的近亲属" not in to_clerk
    assert "是举报人的近亲属" in to_chief


def test_a_decision_is_made_once(town, base):
    chief, other = sit(town, "chief"), sit(town, "deputy")
    chief.post(f"{base}/ask-recusal", {"staff": town.staff["clerk"].pk, "ground": "other"})
    address = f"{base}/decide-recusal/{Recusal.objects.get().pk}"
    other.post(address, {"verdict": "stands"})

    again = chief.post(address, {"verdict": "rejected"})

    assert (again.status_code, again["location"]) == (302, base)
    assert Recusal.objects.get().state == RecusalState.STANDING


def test_a_clerk_does_not_decide(town, base):
    clerk = sit(town)
    clerk.post(f"{base}/ask-recusal", {"staff": town.staff["handler"].pk, "ground": "other"})

    answer = clerk.post(f"{base}/decide-recusal/{Recusal.objects.get().pk}", {"verdict": "rejected"})

    assert answer.status_code == 403


def test_without_a_ground_the_form_says_what_is_missing(town, base):
    shown = page(sit(town).post(f"{base}/declare-recusal", {}))

    assert "请选择回避的事由" in shown
    assert Recusal.objects.count() == 0
