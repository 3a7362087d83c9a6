"""联席会诊 at the desk: from the matter put forward to the duties done, with what is wrong told on the form."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.assessment import consulting as c
from tests.assessment.hard_matters import a_session, decide
from tests.desk.sitting import page, sit
from tests.reception.township import REPORTER
from yixian.assessment.actions import close_consultation
from yixian.assessment.enums import ItemSource, ItemState, Verdict
from yixian.assessment.models import AgendaItem, Consultation, ConsultDuty, Invitee
from yixian.assessment.queries import items_waiting
from yixian.desk.waiting import waiting_for

LIST = "/desk/consultations"


def of(meeting, rest=""):
    return f"/desk/consultations/{meeting.pk}{rest}"


def at(item, rest=""):
    return f"/desk/consultation-items/{item.pk}{rest}"


def typed(town, **changes):
    whole = {
        "held_on": "2026-03-12",
        "starts_at": "09:30",
        "place": "镇政府二楼会议室",
        "chair": str(town.staff["chief"].pk),
        "deputy": str(town.staff["deputy"].pk),
        "recorder": str(town.staff["clerk"].pk),
        "members": [str(town.staff["member"].pk)],
        "guests": "青禾镇司法所 来宾宋公证\n青禾镇派出所　来宾沈平安",
    }
    return whole | changes


def told(officer, on):
    return [(each.what, each.about) for each in waiting_for(officer, on)]


def test_a_quarter_without_a_meeting_waits_on_today_and_on_the_list(town):
    c.a_matter(town)

    shown = page(sit(town, "chief").get(LIST))

    assert "本季度还没有召开联席会诊" in shown
    assert "还没有开过联席会诊" in shown
    waits = dict(told(town["chief"], c.WEDNESDAY))["每季度联席会诊"]
    assert waits == "2026年第一季度还没有召集，2026年3月31日前召开"
    c.a_meeting(town)
    assert "每季度联席会诊" not in dict(told(town["chief"], c.WEDNESDAY))
    assert "每季度联席会诊" in dict(told(town["chief"], c.NEXT_MONTH))


def test_a_meeting_is_convened_with_accounts_and_guests(town):
    answer = sit(town, "chief").post(f"{LIST}/new", typed(town), follow=True)

    shown = page(answer)
    assert "已召集2026年第一季度联席会诊" in shown
    units = list(Invitee.objects.order_by("pk").values_list("unit_name", "name"))
    assert units[2:] == [
        ("青禾镇综治办", "成员邹"),
        ("青禾镇司法所", "来宾宋公证"),
        ("青禾镇派出所", "来宾沈平安"),
    ]
    assert "议程里还没有您可以查看的议题" in shown


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({"held_on": "2026-03-01"}, "不能早于今天"),
        ({"held_on": ""}, "请填写会诊日期"),
        ({"place": ""}, "请填写地点"),
        ({"guests": "青禾镇司法所"}, "没有分清单位和姓名"),
        ({"members": [], "guests": ""}, "请至少请一个成员单位"),
        ({"guests": "青禾镇司法所 来宾宋公证\n青禾镇司法所 来宾宋公证"}, "已经在参会名单里"),
    ],
)
def test_what_is_wrong_is_said_and_everything_typed_stays(town, changes, wrong):
    sent = typed(town, **changes)

    shown = page(sit(town, "chief").post(f"{LIST}/new", sent))

    assert wrong in shown
    assert [
        text
        for name in ("held_on", "place", "guests")
        for text in sent[name].split("\n")
        if text not in shown
    ] == []
    assert not Consultation.objects.exists()


def test_the_deputy_is_not_who_presides(town):
    shown = page(sit(town, "chief").post(f"{LIST}/new", typed(town, deputy=str(town.staff["chief"].pk))))

    assert "副主持人和主持人不能是同一个人" in shown


def test_a_clerk_convenes_nothing(town):
    client = sit(town, "clerk")

    assert client.get(f"{LIST}/new").status_code == 403
    assert "召集联席会诊" not in page(client.get(LIST))


def test_a_matter_is_put_forward_from_its_dossier_and_from_the_old_ones(town):
    matter = c.a_matter(town)
    client = sit(town, "chief")
    dossier = page(client.get(f"/desk/reports/{matter.links.get().report_id}"))
    ask = f"/desk/matters/{matter.pk}/ask-consultation"
    assert f'href="{ask}"' in dossier
    refused = page(client.post(ask, {"reason": f"{REPORTER.name}多次来访"}))
    assert "会暴露举报人" in refused
    assert f"{REPORTER.name}多次来访" in refused

    shown = page(client.post(ask, {"reason": "几个部门都管一段"}, follow=True))

    assert "等待列入下一次会诊的议程" in shown
    assert matter.number in shown
    after = page(client.get(f"/desk/reports/{matter.links.get().report_id}"))
    assert f'href="{ask}"' not in after
    assert "提请联席会诊（承办提请）" in after
    assert client.post(ask, {"reason": "又提"}).status_code == 409


def test_an_old_matter_is_put_forward_from_the_list(town, settings):
    matter = c.a_matter(town)
    settings.YIXIAN_TODAY = c.DUE.replace(month=11)
    client = sit(town, "chief")
    ask = f"/desk/matters/{matter.pk}/ask-consultation-old"
    assert f'href="{ask}"' in page(client.get("/desk/old-matters"))

    client.post(ask, {"reason": "久拖不决"})

    shown = page(client.get("/desk/old-matters"))
    assert ("在会诊" in shown, f'href="{ask}"' in shown) == (True, False)
    assert AgendaItem.objects.get().source == ItemSource.OLD


def test_a_screening_decision_waits_for_the_next_agenda_and_is_taken_back_with_it(town):
    matter = c.a_matter(town)
    session = a_session(town)
    decide(town, session, matter, verdict=Verdict.CONSULT, reason="几个部门都管一段")
    (waiting,) = items_waiting(town["chief"])
    client = sit(town, "chief")

    shown = page(client.get(f"/desk/screening/{session.pk}?show=all"))

    assert waiting.source == ItemSource.SCREENING
    assert f'href="{LIST}"' in shown
    assert "看联席会诊" in shown
    decide(town, session, matter, verdict=Verdict.CONTINUE, reason="先等核查")
    assert not items_waiting(town["chief"]).exists()
    assert AgendaItem.objects.get().state == ItemState.TAKEN_OFF


def test_an_item_goes_through_the_meeting_page_by_page(town, settings):
    meeting, item = c.a_meeting(town), None
    matter = c.a_matter(town)
    client = sit(town, "chief")
    client.post(f"/desk/matters/{matter.pk}/ask-consultation", {"reason": "几个部门都管一段"})
    item = AgendaItem.objects.get()
    client.post(of(meeting, "/list-items"), {"items": [str(item.pk)]})
    draft = page(client.get(at(item, "/write-material")))
    assert ("三、提请会诊的问题" in draft, REPORTER.name in draft) == (True, False)
    leaking = page(client.post(at(item, "/write-material"), {"text": f"{c.MATERIAL}\n{REPORTER.name}"}))
    assert ("会暴露举报人" in leaking, c.MATERIAL.splitlines()[1] in leaking) == (True, True)
    client.post(at(item, "/write-material"), {"text": c.MATERIAL})
    client.post(at(item, "/issue-material"))
    shown = page(client.post(of(meeting, "/call-consultation"), follow=True))
    assert "份通知已编号发出" in shown
    guest = Invitee.objects.get(name=c.GUEST.name)
    letter = client.post(of(meeting, f"/print-invitation/{guest.pk}"), {"do": "pdf"})
    assert letter["Content-Type"] == "application/pdf"
    settings.YIXIAN_TODAY = c.MEETING
    few = page(client.post(of(meeting, "/open-consultation"), {"present": [str(guest.pk)]}))
    assert "应到5，实到1" in few
    present = [str(each.pk) for each in Invitee.objects.exclude(name__in=("成员柳", "书记丑"))]
    client.post(of(meeting, "/open-consultation"), {"present": present})
    waits = page(client.post(at(item, "/open-opinions")))
    assert "还没有提意见" in waits

    opinion = page(client.get(at(item)))
    assert f'href="/desk/seats/items/{item.pk}"' in opinion
    client.post(f"/desk/seats/items/{item.pk}/give-opinion", {"way": "say", "words": c.CHIEF_SAID})
    client.post(at(item, f"/record-opinion/{guest.pk}"), {"way": "say", "words": c.GUEST_SAID})
    sit(town, "member").post(f"/desk/seats/items/{item.pk}/give-opinion", {"way": "say", "words": c.SAID})
    closed = page(client.get(at(item)))
    assert [words for words in (c.SAID, c.CHIEF_SAID, c.GUEST_SAID) if words in closed] == []
    client.post(at(item, "/open-opinions"))
    opened = page(client.get(at(item)))
    assert [words for words in (c.SAID, c.CHIEF_SAID, c.GUEST_SAID) if words not in opened] == []

    seat = Invitee.objects.get(name="成员邹")
    decision = {
        "way": "lead",
        "words": c.DECISION,
        "unit_1": str(seat.pk),
        "person_1": "成员邹",
        "what_1": c.DUTY,
        "due_1": "2026-05-15",
        "person_2": "没写全",
    }
    half = page(client.post(at(item, "/decide-item"), decision))
    assert ("单位、责任人、内容、期限都要写明" in half, c.DECISION in half) == (True, True)
    client.post(at(item, "/decide-item"), decision | {"person_2": ""})
    done = page(client.post(of(meeting, "/close-consultation"), {"note": "下季度再看。"}, follow=True))
    assert "纪要已密封保存" in done
    minutes = client.post(of(meeting, "/print-minutes"), {"do": "docx"})
    assert "wordprocessingml" in minutes["Content-Type"]
    dossier = page(client.get(f"/desk/reports/{matter.links.get().report_id}"))
    assert "会诊决定：2026年第一季度联席会诊，由一个单位牵头办理" in dossier
    assert "青禾镇综治办" in dossier


def test_duties_are_followed_month_by_month_until_the_item_is_settled(town, settings):
    item = c.decided(town)
    (duty,) = ConsultDuty.objects.all()
    settings.YIXIAN_TODAY = c.NEXT_MONTH
    client = sit(town, "chief")

    before = page(client.get(at(item)))
    assert ("2026年4月" in before, "等待登记" in before) == (True, True)
    late = c.NEXT_MONTH.replace(day=20)
    assert ("跟踪会诊任务", "青禾镇综治办：议题1，4月的情况还没有登记") in told(town["chief"], late)
    assert ("落实会诊任务", "议题1，4月的情况还没有登记") in told(town["member"], late)
    blank = page(client.post(at(item, f"/follow-up-duty/{duty.pk}"), {"month": "2026-04-01", "words": "　"}))
    assert "请填写情况" in blank
    client.post(at(item, f"/follow-up-duty/{duty.pk}"), {"month": "2026-04-01", "words": "榜已写好，等章"})
    early = page(client.post(at(item, f"/extend-duty/{duty.pk}"), {"due": "2026-05-01", "words": "提前"}))
    assert "要晚于现在的期限" in early
    client.post(at(item, f"/extend-duty/{duty.pk}"), {"due": "2026-06-01", "words": "名单重新核"})
    client.post(at(item, f"/finish-duty/{duty.pk}"), {"words": "已张榜七天"})

    shown = page(client.get(at(item)))
    assert [
        words for words in ("榜已写好，等章", "名单重新核", "已张榜七天", "全部落实") if words not in shown
    ] == []
    assert AgendaItem.objects.get().state == ItemState.SETTLED
    assert client.get(at(item, f"/finish-duty/{duty.pk}")).status_code == 302


def test_duties_stand_in_the_overview_of_deadlines(town, settings):
    c.decided(town)
    settings.YIXIAN_TODAY = c.DUE.replace(month=6)

    shown = page(sit(town, "chief").get("/desk/deadlines"))

    assert ("联席会诊任务" in shown, "会上确定的期限" in shown) == (True, True)


def test_the_list_tells_what_is_still_open(town):
    item = c.decided(town)
    close_consultation(by=town["chief"], consultation=item.consultation, on=c.MEETING)

    shown = page(sit(town, "chief").get(LIST))

    assert "1 项任务没有完成" in shown
    assert "没有完成的任务" in shown


def test_an_item_of_a_matter_that_is_not_theirs_does_not_exist(town):
    item = c.a_called(town, c.ABOUT_SECRETARY)

    for who in ("reported", "relative", "colleague", "other_clerk"):
        client = sit(town, who)
        assert client.get(at(item)).status_code == 404
        assert client.post(at(item, "/open-opinions")).status_code == 404
        shown = page(client.get(of(item.consultation)))
        assert item.matter.number not in shown


@pytest.mark.parametrize("address", ["list", "meeting", "today"])
def test_as_many_questions_are_asked_of_three_items_as_of_one(town, address):
    meeting = c.a_meeting(town)
    c.an_item(town, meeting)
    places = {"list": LIST, "meeting": of(meeting), "today": "/desk/"}
    client = sit(town, "chief")
    client.get(places[address])
    with CaptureQueriesContext(connection) as one:
        client.get(places[address])
    for _ in range(2):
        c.an_item(town, meeting)

    with CaptureQueriesContext(connection) as three:
        client.get(places[address])

    assert len(three) == len(one)
