"""机器转写: where an office plugs in a speech engine of its own. None comes with this software, and none is needed.

``YIXIAN_SPEECH`` names a program on this machine with its arguments. It is given a recording on its standard input, in
the environment ``SPEECH_MEDIA_TYPE`` what kind (audio/wav, audio/mpeg, audio/amr, audio/mp4), and answers the words as
UTF-8 on its standard output with exit status 0. It is started without a shell and with a bare environment, and is
stopped after two minutes. What it answers is a draft that a person checks; nothing here judges how good it is.
docs/operations.md tells an office how.
"""

import shlex
import subprocess
from pathlib import Path

from django.conf import settings

LONGEST_SECONDS = 120
MOST_WORDS = 20_000
MARK = "〔机器转写，须核对〕"


class NotTranscribed(Exception):
    """Its message is Chinese and says what to do instead."""

    @property
    def message(self) -> str:
        return str(self)


def has_engine() -> bool:
    """Whether this installation names a program."""
    return bool(_command())


def transcribe(sound: bytes, media_type: str) -> str:
    """The words of a recording as the engine heard them, marked as a draft."""
    command = _command()
    if not command:
        raise NotTranscribed("没有接入本机转写程序，请听着录音手工记录。")
    try:
        ended = subprocess.run(  # noqa: S603 - the administrator's own setting, without a shell
            command,
            input=sound,
            capture_output=True,
            timeout=LONGEST_SECONDS,
            check=True,
            env={"SPEECH_MEDIA_TYPE": media_type, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
            cwd=Path("/"),
        )
        words = ended.stdout.decode().strip()
    except (OSError, subprocess.SubprocessError, UnicodeDecodeError) as error:
        raise NotTranscribed("转写程序没有给出文字，请听着录音手工记录，并告诉管理员。") from error
    if not words:
        raise NotTranscribed("转写程序没有听出话来，请听着录音手工记录。")
    return f"{MARK}{words[:MOST_WORDS]}"


def _command() -> list[str]:
    return shlex.split(settings.YIXIAN_SPEECH)
