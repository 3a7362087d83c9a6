"""The screens of a call and of a visit: the registration screen, with what belongs beside such a report."""

from dataclasses import replace
from typing import Any

from django.http import QueryDict

from yixian.desk.web.entry.forms import EntryForm
from yixian.desk.web.entry.screen import Screen
from yixian.desk.web.entry.spoken import CallForm, SpokenForm, VisitForm, composed
from yixian.desk.web.entry.ticks import Tick, ticks_of
from yixian.reception.actions import ReportFacts, agree_callback, attach_files, write_interview
from yixian.reception.enums import AttachmentKind
from yixian.reception.hotline import Hotline, hotline_of
from yixian.regulations.petition_regulations import MOST_REPRESENTATIVES, may_receive_representatives


class SpokenScreen(Screen):
    """What is still to be asked stands under the text."""

    form: SpokenForm

    @property
    def ticks(self) -> list[Tick]:  # type: ignore[override] # a property where the screen of a letter has none
        return ticks_of(self.told(self.data) if self.data is not None else "")


class CallScreen(SpokenScreen):
    """With a day to ring back and a message on the machine."""

    form: CallForm
    template = "desk/entry/call.html"

    def make_form(self) -> EntryForm:
        return CallForm(self.data, self.files, officer=self.officer, channel=self.channel, on=self.on)

    @property
    def hotline(self) -> Hotline:
        return hotline_of(self.officer.organ_id)

    def is_valid(self, *, for_superior: bool = False) -> bool:
        """What goes up unread takes the words along; a recording goes its own way, and is not lost in silence."""
        good = super().is_valid(for_superior=for_superior)
        if good and for_superior and self.form.cleaned_data["voice"]:
            self.form.add_error("voice", "封存直送上级的只有文字。录音请另行封存报送，这里不要选文件")
            return False
        return good

    def beside(self, report: Any) -> None:
        if callback := self.form.callback():
            agree_callback(by=self.officer, report=report, facts=callback, on=self.on)
        if voice := self.form.cleaned_data["voice"]:
            attach_files(by=self.officer, report=report, files=voice, kind=AttachmentKind.VOICE, on=self.on)


class VisitScreen(SpokenScreen):
    """With who came along, what help is needed now, and the record in sections."""

    form: VisitForm
    template = "desk/entry/visit.html"

    def make_form(self) -> EntryForm:
        return VisitForm(self.data, officer=self.officer, channel=self.channel, on=self.on)

    def told(self, data: QueryDict) -> str:
        written = {name: data.get(name, "") for name in self.form.sections}
        return data.get("account", "").strip() or composed(written)

    @property
    def rule(self) -> str:
        return may_receive_representatives(MOST_REPRESENTATIVES).says

    def is_valid(self, *, for_superior: bool = False) -> bool:
        """Of somebody who stays unknown, nobody who came along is named."""
        good = super().is_valid(for_superior=for_superior)
        along = self.form.cleaned_data.get("companion_names", "").strip()
        if good and along and not self.reporters.facts():
            self.form.add_error("companion_names", "匿名来访只填陪同人数，不写姓名")
            return False
        return good

    def facts(self) -> ReportFacts:
        """Who came along stands in the sealed identity of whoever is named first."""
        facts = super().facts()
        along = self.form.cleaned_data["companion_names"].strip()
        if not along or not facts.reporters:
            return facts
        first, *others = facts.reporters
        return replace(facts, reporters=(replace(first, note=f"陪同人：{along}"), *others))

    def more(self) -> dict[str, Any]:
        return {"visit": self.form.beside()}

    def beside(self, report: Any) -> None:
        words = self.form.words()
        if not words.is_empty:
            write_interview(by=self.officer, report=report, words=words, on=self.on)
