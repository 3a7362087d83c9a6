"""The auditor's pages: who did what, whether the trail is whole, and nothing of what any report says."""

import pytest
from django.db import connection

from tests.desk.sitting import WEDNESDAY, page, sit
from tests.reception.township import LETTER, PHRASE, REPORTER, a_letter, a_web_report
from yixian.protection.actions import hand_keys
from yixian.protection.actions.accounts import new_phrase
from yixian.protection.enums import AlertKind
from yixian.protection.models import Alert
from yixian.protection.officer import SYSTEM
from yixian.roster.actions import StaffFacts, add_staff, grant_role
from yixian.roster.enums import Role
from yixian.trail.actions import seal_head
from yixian.trail.models import Entry
from yixian.trail.queries import entries

URL, VERIFY, HEADS = "/desk/trail", "/desk/trail/verify", "/desk/trail/heads"


@pytest.fixture
def auditor(town):
    facts = StaffFacts(username="qinghe.auditor", name="审计辛", organ=town.organ)
    town.staff["auditor"] = add_staff(by=SYSTEM, facts=facts)
    grant_role(by=SYSTEM, staff=town.staff["auditor"], role=Role.AUDITOR, on=WEDNESDAY)
    new_phrase(town.staff["auditor"], PHRASE + "auditor")
    hand_keys(by=town["chief"], staff=town.staff["auditor"])
    return sit(town, "auditor")


def damage(seq: int) -> None:
    """What somebody with the database, and without the program, would do."""
    with connection.cursor() as cursor:
        cursor.execute("UPDATE trail_entry SET act = 'reception.accept_report' WHERE seq = %s", [seq])


def test_the_trail_tells_who_did_what_in_plain_words(town, auditor):
    a_letter(town)

    shown = page(auditor.get(f"{URL}?act=reception.register_letter"))

    assert "接访甲" in shown
    assert ">登记来信<" in shown
    assert "共 <strong>1</strong> 条" in shown


@pytest.mark.parametrize("planted", [LETTER.title, LETTER.account, REPORTER.name, REPORTER.phone, "无此人氏"])
def test_nothing_of_what_a_report_says_is_on_the_auditors_page(town, auditor, planted):
    a_letter(town)

    assert planted not in page(auditor.get(URL))


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ("act=reception.register_letter", 2),
        ("act=reception.register_letter&outcome=refused", 0),
        ("act=reception.submit_web_report", 1),
        ("actor=public&act=reception.submit_web_report", 1),
        ("act=reception.register_letter&until=2020-01-01", 0),
        ("act=reception.register_letter&since=2020-01-01", 2),
        ("act=reception.register_letter&subject=nothing", 0),
    ],
)
def test_each_filter_narrows_the_trail(town, auditor, query, count):
    a_letter(town), a_letter(town), a_web_report(town)

    shown = page(auditor.get(f"{URL}?{query}"))

    expected = f"共 <strong>{count}</strong> 条" if count else "没有符合条件的留痕"
    assert expected in shown


def test_one_record_has_its_own_history(town, auditor):
    one, other = a_letter(town).report, a_letter(town).report

    shown = page(auditor.get(f"{URL}?subject={one.trail_subject}"))

    assert str(one.pk)[:8] in shown
    assert str(other.pk)[:8] not in shown


def test_what_another_office_did_is_not_told(town, auditor):
    a_letter(town, who="county_clerk")

    shown = page(auditor.get(f"{URL}?act=reception.register_letter"))

    assert "没有符合条件的留痕" in shown


def test_an_impossible_period_is_told_in_place(auditor):
    shown = page(auditor.get(f"{URL}?since=2026-03-04&until=2026-03-01"))

    assert "截止日期不能早于起始日期" in shown


def test_a_whole_trail_is_said_to_be_whole_and_the_check_is_recorded(town, auditor):
    before = page(auditor.get(VERIFY))

    shown = page(auditor.post(VERIFY))

    entry = entries(act="trail.verify").get()
    assert "开始核验" in before
    assert "留痕完整" in shown
    assert (entry.actor, entry.why) == (f"staff:{town.staff['auditor'].pk}", "")


def test_an_edited_entry_is_named_and_the_chief_is_told(town, auditor):
    a_letter(town)
    damage(3)

    shown = page(auditor.post(VERIFY))

    assert "留痕不完整" in shown
    assert "第3条的内容被改动。" in shown
    assert Alert.objects.get(kind=AlertKind.TRAIL_BREACH).organ_id == town.organ.pk


def test_the_sealed_heads_can_be_printed(auditor):
    head = seal_head(by=SYSTEM, on=WEDNESDAY)

    shown = page(auditor.get(HEADS))

    assert "2026-03-04" in shown
    assert head.hash in auditor.get(HEADS).content.decode()


@pytest.mark.parametrize("who", ["clerk", "chief", "custodian", "admin", "analyst"])
def test_nobody_but_the_auditor_reads_the_trail(town, who):
    client = sit(town, who)

    answers = [client.get(URL), client.get(VERIFY), client.post(VERIFY), client.get(HEADS)]

    assert [answer.status_code for answer in answers] == [403] * 4


@pytest.mark.parametrize(
    "address", ["/desk/ledger", "/desk/search", "/desk/inbox", "/desk/clues", "/desk/accounts"]
)
def test_the_auditor_sees_nothing_else(town, auditor, address):
    a_letter(town)

    answer = auditor.get(address)

    assert answer.status_code in (403, 404)


def test_a_refused_attempt_says_why_in_words(town, auditor):
    sit(town, "analyst").get("/desk/ledger")
    client = sit(town, "other_clerk")
    client.post("/desk/search", {"q": "路"})

    shown = page(auditor.get(f"{URL}?outcome=refused"))

    assert "检索词太短" in shown
    assert Entry.objects.filter(why="too_vague").count() == 1


def test_a_report_is_told_by_its_number(town, auditor):
    report = a_letter(town).report

    shown = page(auditor.get(f"{URL}?act=reception.register_letter"))

    assert f">来件{report.number}</a>" in shown


def test_one_name_finds_the_acts_of_every_house_that_has_it(town, auditor):
    shown = page(auditor.get(URL, {"act": "protection.grant_role,roster.grant_role"}))

    count = entries().filter(act__in=["protection.grant_role", "roster.grant_role"]).count()
    assert count > 0
    assert f"共 <strong>{count}</strong> 条" in shown
