"""The plug-in point: sound in, words out, a draft; off by default, and never in the way."""

import sys

import pytest

from yixian.toolkit.dictation import MARK, NotTranscribed, has_engine, transcribe

ECHO = "import os,sys; print(os.environ['SPEECH_MEDIA_TYPE'], len(sys.stdin.buffer.read()), '句')"


def engine(settings, code: str) -> None:
    settings.YIXIAN_SPEECH = f'{sys.executable} -c "{code}"'


def test_without_a_setting_there_is_no_engine(settings):
    assert settings.YIXIAN_SPEECH == ""
    assert not has_engine()
    with pytest.raises(NotTranscribed, match="手工记录"):
        transcribe(b"RIFF", "audio/wav")


def test_the_engine_is_given_the_sound_and_its_kind_and_answers_a_marked_draft(settings):
    engine(settings, ECHO)

    assert transcribe(b"RIFF", "audio/wav") == f"{MARK}audio/wav 4 句"


def test_the_engine_learns_nothing_of_this_software_s_surroundings(settings, monkeypatch):
    monkeypatch.setenv("YIXIAN_HOME", "/secret")
    engine(settings, "import os; print(sorted(set(os.environ) - {'LC_CTYPE'}))")

    assert transcribe(b"", "audio/wav") == f"{MARK}['LANG', 'PATH', 'SPEECH_MEDIA_TYPE']"


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("raise SystemExit(3)", "没有给出文字"),
        ("import sys; sys.stdout.buffer.write(bytes([255]))", "没有给出文字"),
        ("pass", "没有听出话来"),
    ],
)
def test_an_engine_that_fails_leaves_the_work_to_a_person(settings, code, says):
    engine(settings, code)

    with pytest.raises(NotTranscribed, match=says):
        transcribe(b"RIFF", "audio/wav")


def test_an_engine_that_is_not_there_or_does_not_end_leaves_it_too(settings, monkeypatch):
    settings.YIXIAN_SPEECH = "/nowhere/engine"
    with pytest.raises(NotTranscribed):
        transcribe(b"RIFF", "audio/wav")

    monkeypatch.setattr("yixian.toolkit.dictation.LONGEST_SECONDS", 0.1)
    engine(settings, "import time; time.sleep(5)")
    with pytest.raises(NotTranscribed):
        transcribe(b"RIFF", "audio/wav")
