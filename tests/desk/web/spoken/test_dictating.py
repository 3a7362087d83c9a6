"""A message is written down beside its player; an engine, where there is one, gives a draft."""

import sys

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.desk.sitting import page, sit
from tests.reception.actions.test_transcribing import a_message
from tests.reception.visitors import a_visit
from tests.toolkit.files.samples import wav
from yixian.reception.actions import read_transcripts
from yixian.toolkit.dictation import MARK


@pytest.fixture
def engine(settings) -> None:
    settings.YIXIAN_SPEECH = f"{sys.executable} -c \"print('村里的账没有公开')\""


def test_a_message_that_nobody_has_written_down_says_so_and_leads_to_its_player(town):
    report, client = a_message(town), sit(town)

    dossier = page(client.get(f"/desk/reports/{report.pk}"))
    sheet = page(client.get(f"/desk/reports/{report.pk}/transcript/1"))

    assert "有一段语音留言还没有听写" in dossier
    assert (
        f'<audio class="player" controls preload="metadata" src="/desk/reports/{report.pk}/files/1/content"'
        in sheet
    )
    assert "机器转写一稿" not in sheet


def test_what_was_heard_stands_in_the_dossier(town):
    report, client = a_message(town), sit(town)

    client.post(f"/desk/reports/{report.pk}/transcript/1", {"text": "鱼塘的钱没有入账"})

    assert "鱼塘的钱没有入账" in page(client.get(f"/desk/reports/{report.pk}"))
    assert len(read_transcripts(by=town["clerk"], report=report)) == 1


def test_a_draft_of_the_machine_stands_behind_what_was_typed_and_is_not_kept_unchecked(town, engine):
    report, client = a_message(town), sit(town)
    address = f"/desk/reports/{report.pk}/transcript/1"

    drafted = page(client.post(address, {"do": "preview", "text": "已经听到："}))
    kept = page(client.post(address, {"text": f"{MARK}村里的账没有公开"}))

    assert f"已经听到：\n{MARK}村里的账没有公开" in drafted
    assert "核对后去掉" in kept
    assert read_transcripts(by=town["clerk"], report=report) == []


def test_dictation_is_offered_only_where_an_engine_is_plugged_in(town, settings, engine):
    report, client = a_visit(town), sit(town)
    with_engine = page(client.get(f"/desk/reports/{report.pk}"))

    settings.YIXIAN_SPEECH = ""

    assert "口述笔录" in with_engine
    assert "口述笔录" not in page(client.get(f"/desk/reports/{report.pk}"))


def test_what_was_dictated_waits_in_its_section_to_be_checked(town, engine):
    report, client = a_visit(town), sit(town)
    sound = SimpleUploadedFile("口述.wav", wav(), "audio/wav")

    answer = client.post(f"/desk/reports/{report.pk}/dictate", {"section": "when", "sound": sound})

    assert answer.url == f"/desk/reports/{report.pk}/interview"
    assert f"{MARK}村里的账没有公开" in page(client.get(answer.url))
