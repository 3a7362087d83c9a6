"""听写和口述: a recording in writing, and words spoken into a section of the record."""

from typing import Any

from django import forms
from django.http import QueryDict

from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.acts.interviewing import SPOKEN, WriteInterview
from yixian.reception.actions import (
    LIMITS,
    dictate,
    draft_transcript,
    read_transcripts,
    write_transcript,
)
from yixian.reception.enums import AttachmentKind, ReportState, Section
from yixian.reception.hotline import section_order
from yixian.toolkit.dictation import MARK, has_engine
from yixian.toolkit.files import SOUNDS, CleanFilesField
from yixian.toolkit.forms import LongText


class Transcribe(ActForm[Case]):
    slug, act, label, button = "transcript", "reception.write_transcript", "听写录音", "保存听写稿"
    template = "desk/acts/transcript.html"
    about_one, previews = True, True
    says = ("听着录音照原话记；姓名、电话不写进来，写“来电人”。", "每次保存都留下前一稿。")
    text = LongText("听写稿", LIMITS["talk"], rows=12)

    def prepare(self) -> None:
        if not self.is_bound:
            kept = read_transcripts(by=self.case.officer, report=self.case.report)
            mine = (each.text for each in kept if each.transcript.attachment_id == self.thing.pk)
            self.initial["text"] = next(mine, "")

    @property
    def has_engine(self) -> bool:
        return has_engine()

    @classmethod
    def find(cls, case: Case, key: int) -> Any:
        """``key`` is the recording's place among the files."""
        return case.report.attachments.filter(
            position=key, kind=AttachmentKind.VOICE, identifies=False
        ).first()

    def full_clean(self) -> None:
        """A draft is asked for before anything is written."""
        self.fields["text"].required = self.data.get("do") != "preview"
        super().full_clean()

    def preview(self) -> str:
        """The engine's words into the sheet, marked."""
        drafted = draft_transcript(
            by=self.case.officer, report=self.case.report, position=self.thing.position
        )
        typed = QueryDict(mutable=True)
        typed["text"] = f"{self.data.get('text', '')}\n{drafted}".strip()
        self.data = typed
        return drafted

    def do(self) -> str:
        write_transcript(
            by=self.case.officer,
            report=self.case.report,
            position=self.thing.position,
            text=self.cleaned_data["text"],
            on=self.case.on,
        )
        return "听写稿已保存，密封在录音旁边。"


class Dictate(ActForm[Case]):
    goes_along = True
    slug, act, label, button = "dictate", "reception.dictate", "口述笔录", "转写到这一段"
    template = "desk/acts/dictate.html"
    says = (f"文字由本机程序转写，标着“{MARK}”，核对后自己去掉。", "录音用完就丢，不保存。")
    section = forms.ChoiceField(label="说到哪一段", widget=forms.RadioSelect)
    sound = CleanFilesField(
        label="录音文件", allowed=SOUNDS, help_text="手机、录音笔录的 mp3、wav、amr、m4a，不超过 20 MB。"
    )

    def prepare(self) -> None:
        order = section_order(self.case.report.organ_id)
        field = self.fields["section"]
        field.choices = [(each.value, each.label) for each in order]  # type: ignore[attr-defined]
        field.initial = Section.WHAT

    @classmethod
    def stands(cls, case: Case) -> bool:
        """Only where the office has plugged an engine in."""
        spoken = case.report.channel in SPOKEN and case.report.state != ReportState.ENVELOPED
        return spoken and has_engine()

    def do(self) -> str:
        (sound,) = self.cleaned_data["sound"]
        section = Section(self.cleaned_data["section"])
        dictate(by=self.case.officer, report=self.case.report, section=section, sound=sound, on=self.case.on)
        return f"已转写到“{section.label}”，请核对。"

    def lands(self) -> str:
        return WriteInterview.address(self.case)


ACTS = (Transcribe, Dictate)
