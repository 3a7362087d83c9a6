"""A call on one screen: who may stay unknown, what is still to be asked, when to ring back, what was left on tape."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.desk.sitting import ACCOUNT, filled, page, sit
from tests.toolkit.files.samples import wav
from yixian.reception.enums import AttachmentKind, Signing
from yixian.reception.models import Attachment, Callback, Report
from yixian.trail.queries import entries

CALL = "/desk/register/call"
UNKNOWN = {"reporters-0-name": "", "reporters-0-phone": "", "reporters-0-address": ""}


@pytest.mark.parametrize(
    ("who", "signing"), [({}, Signing.UNVERIFIED), (UNKNOWN, Signing.ANONYMOUS)], ids=["named", "unknown"]
)
def test_who_signs_follows_from_whether_a_name_was_left(town, who, signing):
    sit(town).post(CALL, filled(signing="", **who))

    assert [each.signing for each in Report.objects.all()] == [signing]


def test_what_was_said_is_ticked_and_the_rest_is_asked_for(town):
    client = sit(town)
    before = entries(act="reception.compare_reports").count()

    typed = {"do": "tick", "account": "柳湾村主任柳青山去年五月把集体的钱拿走了。"}

    answer = page(client.post(CALL, typed, headers={"HX-Request": "true"}))

    assert "<html" not in answer
    assert answer.count("已说到") == 4
    assert "有没有单据、照片、录音、知情的人？" in answer
    assert entries(act="reception.compare_reports").count() == before


def test_before_anything_is_said_everything_is_asked_for(town):
    assert page(sit(town).get(CALL)).count('class="said"') == 0


def test_a_callback_is_agreed_with_the_registration(town):
    sit(town).post(CALL, filled(callback_on="2026-03-05", callback_half="afternoon", callback_by="office"))

    assert [str(each) for each in Callback.objects.all()] == ["3月5日下午回拨"]


def test_a_callback_to_nobody_is_refused_and_nothing_is_registered(town):
    answer = page(sit(town).post(CALL, filled(signing="", callback_on="2026-03-05", **UNKNOWN)))

    assert (Report.objects.count(), Callback.objects.count()) == (0, 0)
    assert "匿名来电不留号码" in answer
    assert ACCOUNT in answer
    assert '<details class="fold" open><summary>约定回拨' in answer


def test_a_message_on_the_machine_is_sealed_beside_the_report(town):
    voice = SimpleUploadedFile("留言.wav", wav(), "audio/wav")

    sit(town).post(CALL, {**filled(), "voice": voice})

    (kept,) = Attachment.objects.all()
    assert (kept.kind, kept.report_id) == (AttachmentKind.VOICE, Report.objects.get().pk)


def test_a_recording_is_not_lost_where_the_words_go_up_unread(town):
    voice = SimpleUploadedFile("留言.wav", wav(), "audio/wav")

    answer = page(sit(town).post(CALL, {**filled(do="superior"), "voice": voice}))

    assert Report.objects.count() == 0
    assert "录音请另行封存报送" in answer


def test_what_is_no_recording_is_refused_and_what_was_typed_stays(town):
    voice = SimpleUploadedFile("留言.wav", b"MZ program", "audio/wav")

    answer = page(sit(town).post(CALL, {**filled(), "voice": voice}))

    assert Report.objects.count() == 0
    assert ACCOUNT in answer


def test_a_mistake_in_what_is_folded_stands_open(town):
    answer = page(sit(town).post(CALL, filled(received_on="")))

    assert '<details class="fold" open><summary>日期、来源' in answer
