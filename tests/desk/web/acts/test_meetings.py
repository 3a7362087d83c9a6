"""下访、约访、陪访 from the dossier: planned, recorded, opened again; and what they leave on the page of today."""

import re

import pytest

from tests.desk.sitting import page, sit
from tests.reception.meetings import (
    NOTES,
    a_follow_up,
    a_report,
    an_accompaniment,
    an_answered,
    an_appointment,
    an_outing,
)
from tests.reception.township import LETTER, a_letter
from yixian.reception.models import Accompaniment, Appointment, FollowUp, Outing
from yixian.toolkit.documents.templates import words_of


def words(answer) -> str:
    return re.sub(r"\s+", "", re.sub(r"<[^>]+>", "", page(answer)))


@pytest.fixture
def report(town, settings):
    settings.YIXIAN_TODAY = settings.YIXIAN_TODAY.replace(day=3)
    return a_report(town).report


@pytest.fixture
def friday(settings):
    def come() -> None:
        settings.YIXIAN_TODAY = settings.YIXIAN_TODAY.replace(day=6)

    return come


def post(client, report, slug, key=None, **typed):
    tail = f"/{key}" if key else ""
    return client.post(f"/desk/reports/{report.pk}/{slug}{tail}", typed, follow=True)


def test_a_visit_is_planned_recorded_and_opened_again(town, report, friday):
    client = sit(town)
    goers = [town.staff[who].pk for who in ("clerk", "handler")]
    typed = {"goes_on": "2026-03-05", "goers": goers, "verifies": "on", "place": "三组", "purpose": "听意见"}
    planned = words(post(client, report, "plan-outing", **typed))
    outing = Outing.objects.get()
    friday()
    record = {
        "went_on": "2026-03-05",
        "result": "agreed",
        "people": "三户村民",
        "notes": NOTES,
        "follow_what": "看公示",
        "follow_owner": town.staff["clerk"].pk,
        "follow_due": "2026-03-09",
    }

    recorded = words(post(client, report, "record-outing", outing.pk, **record))
    opened = page(client.get(f"/desk/reports/{report.pk}/meetings/outing/{outing.pk}"))

    assert "下访2026年3月5日已安排下访承办乙、接访甲" in planned
    assert "已下访承办乙、接访甲，商定办法，待落实" in recorded
    assert "还有3天" in recorded
    assert NOTES in opened
    assert FollowUp.objects.get().outing == outing


def test_one_alone_does_not_go_to_verify_and_everything_typed_stays(town, report):
    typed = {
        "goes_on": "2026-03-05",
        "goers": [town.staff["clerk"].pk],
        "verifies": "on",
        "place": "三组晒谷场",
        "purpose": "核实",
    }

    answer = page(post(sit(town), report, "plan-outing", **typed))

    assert "应当由两名以上工作人员一起去" in answer
    assert 'value="三组晒谷场"' in answer


def test_a_duty_without_owner_or_day_is_refused(town, report, friday):
    outing = an_outing(town, report)
    friday()
    record = {
        "went_on": "2026-03-05",
        "result": "agreed",
        "people": "村民",
        "notes": "谈",
        "follow_what": "看",
    }

    answer = page(post(sit(town), report, "record-outing", outing.pk, **record))

    assert answer.count("有后续事项的，事项、负责人、期限都要写明") >= 2
    assert FollowUp.objects.count() == 0


def test_an_invitation_is_offered_answered_and_the_meeting_recorded(town, report, friday):
    client = sit(town)
    typed = {
        "way": "mailbox",
        "meets_on": "2026-03-06",
        "half": "morning",
        "host": town.staff["clerk"].pk,
        "place": "接访室",
        "words": "上午九点，谈谈公示。",
    }
    offered = words(post(client, report, "offer-appointment", **typed))
    made = Appointment.objects.get()
    moved = words(
        post(client, report, "note-answer", made.pk, to="countered", day="2026-03-06", half="afternoon")
    )
    agreed = words(post(client, report, "move-appointment", made.pk, day="2026-03-06", half="afternoon"))
    friday()
    held = words(
        post(client, report, "record-appointment", made.pk, held_on="2026-03-06", notes="谈清楚了。")
    )

    assert "约访2026年3月6日上午已提出，等答复" in offered
    assert "对方提出2026年3月6日下午" in moved
    assert "约访2026年3月6日下午已约定" in agreed
    assert "约访2026年3月6日已见面" in held


def test_the_record_of_a_meeting_is_printed_from_its_page_once_they_have_met(town, report, friday):
    client, made = sit(town), an_appointment(town, report)
    page_of = f"/desk/reports/{report.pk}/meetings/appointment/{made.pk}"
    address = f"/desk/reports/{report.pk}/appointments/{made.pk}/paper"
    before = page(client.get(page_of))
    friday()
    post(client, report, "record-appointment", made.pk, held_on="2026-03-06", notes="谈清楚了。")

    after = page(client.get(page_of))
    printed, kept = (client.post(address, {"as": way}) for way in ("pdf", "docx"))

    assert [f'action="{address}"' in each for each in (before, after)] == [False, True]
    assert printed.content[:4] == b"%PDF"
    assert "谈清楚了。" in words_of(kept.content).whole
    assert [client.get(address).status_code, sit(town, "other_clerk").post(address).status_code] == [404, 404]


def test_an_invitation_that_came_to_nothing_says_no_more_than_that(town, report):
    made = an_appointment(town, report)

    answer = words(post(sit(town), report, "close-appointment", made.pk))

    assert "约访没有约成" in answer
    assert "这次约访已结束" in answer


def test_going_along_from_consent_to_the_persons_view(town, report, friday):
    client = sit(town)
    typed = {
        "way": "act_for",
        "consented_on": "2026-03-03",
        "consent_way": "signed",
        "office": "云溪县民政局",
        "task": "查询审批",
        "goer": town.staff["clerk"].pk,
    }
    planned = words(post(client, report, "plan-accompaniment", **typed))
    made = Accompaniment.objects.get()
    friday()
    post(client, report, "record-accompaniment", made.pk, went_on="2026-03-05", asked="复制了审批表")
    post(
        client,
        report,
        "office-answer",
        made.pk,
        answered_on="2026-03-06",
        answered_by="救助科",
        answer="已经公示",
    )
    told = words(post(client, report, "answer-view", made.pk, view="not_accepts"))

    assert "本人书面签名同意，不说明身份" in planned
    assert "已告知本人" in told
    assert "本人不接受" in told


def test_a_plan_may_be_dropped(town, report):
    made = an_accompaniment(town, report)

    assert "不再办理" in words(post(sit(town), report, "drop-accompaniment", made.pk))


def test_a_duty_is_added_and_finished(town, report, friday):
    client = sit(town)
    post(
        client, report, "add-follow-up", what="回访看公示", owner=town.staff["clerk"].pk, due_on="2026-03-06"
    )
    duty = FollowUp.objects.get()
    friday()
    today = words(client.get("/desk/"))
    form = page(client.get(f"/desk/reports/{report.pk}/finish-follow-up/{duty.pk}"))
    done = words(post(client, report, "finish-follow-up", duty.pk, result="已经贴出来"))

    assert "后续事项到期" in today
    assert "要办的事：回访看公示" in form
    assert "后续事项完成" in done


def test_what_has_come_due_waits_on_the_page_of_today(town, report, friday):
    an_outing(town, report)
    an_appointment(town, report)
    a_follow_up(town, report)
    client = sit(town)
    before = words(client.get("/desk/"))
    friday()

    after = words(client.get("/desk/"))

    for what in ("后续事项到期", "下访，去过请记录", "约访见面，见过请记录"):
        assert (what in before, what in after) == (False, True)


def test_whoever_has_no_part_in_the_report_opens_no_record(town, report):
    made = an_answered(town, report)
    address = f"/desk/reports/{report.pk}/meetings/accompaniment/{made.pk}"

    assert sit(town, "other_clerk").get(address).status_code == 404
    assert "云溪县民政局" in page(sit(town).get(address))


@pytest.mark.parametrize("kind", ["outing", "appointment", "nothing"])
def test_a_record_that_is_not_there_does_not_exist(town, report, kind):
    an_accompaniment(town, report)

    assert sit(town).get(f"/desk/reports/{report.pk}/meetings/{kind}/1").status_code == 404


def test_before_it_is_taken_up_nothing_of_it_is_offered(town, settings):
    shown = page(sit(town).get(f"/desk/reports/{a_letter(town).report.pk}"))

    assert LETTER.title in shown
    assert "安排下访" not in shown
