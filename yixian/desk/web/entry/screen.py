"""The registration screen in one request: its forms, what was typed, and what stands beside the text."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar
from uuid import UUID

from django import forms
from django.forms import BaseFormSet
from django.forms.utils import ErrorDict, ErrorList
from django.http import QueryDict

from yixian.assessment.actions import ClassFacts
from yixian.desk.entering import Assessed
from yixian.desk.looking import Look, look_at
from yixian.desk.web.entry.forms import AssessForm, EntryForm
from yixian.desk.web.entry.rows import PeopleRows, ReporterRows, people_rows, reporter_rows
from yixian.desk.web.entry.ticks import Tick
from yixian.protection.actions import NewCode
from yixian.protection.officer import Officer
from yixian.reception.actions import ReportFacts, Submitted, seal_for_superior
from yixian.reception.enums import Channel, SourceKind
from yixian.regulations.classes import ReportClass, VillageIssue
from yixian.toolkit.templatetags.face import error_summary

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile
    from django.utils.datastructures import MultiValueDict

    from yixian.reception.models import BoxOpening, Report

PEOPLE, REPORTERS = "people", "reporters"


@dataclass
class Screen:
    """``data`` is empty on the first visit."""

    officer: Officer
    channel: Channel
    on: date
    data: QueryDict | None = None
    opening: "BoxOpening | None" = None
    files: "MultiValueDict[str, UploadedFile[bytes]] | None" = None
    form: EntryForm = field(init=False)
    people: PeopleRows = field(init=False)
    reporters: ReporterRows = field(init=False)
    look: Look | None = field(init=False, default=None)
    unlooked: bool = field(init=False, default=False)
    """Sent before the proposals stood beside the text: they are shown first, for a person decides."""
    assess: AssessForm = field(init=False)
    template: ClassVar[str] = "desk/entry/enter.html"
    ticks: ClassVar[Sequence[Tick]] = ()
    again: ClassVar[str] = ""
    """Where the next one is registered, if not on this very page."""

    def __post_init__(self) -> None:
        self.form = self.make_form()
        self.people = people_rows(self.data, prefix=PEOPLE, organ_id=self.officer.organ_id)
        self.reporters = reporter_rows(self.data, prefix=REPORTERS)
        if self.data is not None:
            self.look = self._look(self.data)
        self.assess = AssessForm(self.data, look=self.look)

    @property
    def is_visit(self) -> bool:
        return self.channel is Channel.VISIT

    def make_form(self) -> EntryForm:
        return EntryForm(self.data, officer=self.officer, channel=self.channel, on=self.on)

    def told(self, data: QueryDict) -> str:
        """What is reported, as typed."""
        return data.get("account", "")

    def more(self) -> dict[str, Any]:
        """What the act that registers this channel takes besides the facts."""
        return {"opening": self.opening} if self.channel is Channel.BOX else {}

    def beside(self, report: "Report") -> None:
        """Done with the report in the same transaction, once it is registered."""

    def sealed_upward(self, code: NewCode) -> Submitted:
        """What was typed goes to the superior, past this office."""
        return seal_for_superior(
            by=self.officer, facts=self.facts(), channel=self.channel, code=code, on=self.on
        )

    def _look(self, data: QueryDict) -> Look | None:
        source = data.get("source", "")
        return look_at(
            self.officer,
            title=data.get("title", ""),
            account=self.told(data),
            reported=self.people.facts() if self.people.is_valid() else (),
            source=SourceKind(source) if source in set(SourceKind) else SourceKind.OWN,
            chosen=class_of(data.get("report_class", "")),
        )

    def is_valid(self, *, for_superior: bool = False) -> bool:
        """Every form is checked, so that all errors are shown at once; what goes up is not assessed here."""
        checked = [self.form.is_valid(), self.people.is_valid(), self.reporters.is_valid()]
        return all([*checked, for_superior or self.assess.is_valid()])

    def facts(self) -> ReportFacts:
        return self.form.facts(self.people.facts(), self.reporters.facts())

    @property
    def entry(self) -> UUID:
        entry: UUID = self.form.cleaned_data["entry"]
        return entry

    def assessed(self) -> Assessed:
        return assessed_of(self.assess)

    @property
    def troubles(self) -> dict[str, Any]:
        return told_once(self.form, *self.people.forms, *self.reporters.forms, self.assess)

    def quietly(self) -> "Screen":
        """Show what was typed without a word about what is still missing."""
        hush(self.form, self.assess, *self.people.forms, *self.reporters.forms)
        hush_rows(self.people)
        hush_rows(self.reporters)
        return self


def class_of(value: str) -> ReportClass | None:
    return ReportClass(value) if value in set(ReportClass) else None


def assessed_of(form: AssessForm) -> Assessed:
    """What was decided, with what had been proposed."""
    typed, look = form.cleaned_data, form.look
    if look is None:
        raise forms.ValidationError("反映内容太短，不能登记。")
    facts = ClassFacts(
        report_class=ReportClass(typed["report_class"]),
        main_issue=VillageIssue(typed["main_issue"]) if typed["main_issue"] else None,
        second_issue=VillageIssue(typed["second_issue"]) if typed["second_issue"] else None,
    )
    return Assessed(facts, look.suggestion, form.joined())


def told_once(*every: forms.BaseForm) -> dict[str, Any]:
    """All errors of a screen of many forms, for one summary."""
    found = [error for form in every for error in error_summary(form)["errors"]]
    return {"errors": found, "focus": True}


def hush(*every: forms.Form) -> None:
    """Set before anything asks: the form then shows its data unchecked."""
    for form in every:
        setattr(form, "_errors", ErrorDict())  # noqa: B010 - Django's own slot, which its stubs leave out


def hush_rows(rows: BaseFormSet) -> None:  # type: ignore[type-arg] # not generic when it runs
    setattr(rows, "_errors", [])  # noqa: B010 - the same
    setattr(rows, "_non_form_errors", ErrorList())  # noqa: B010 - the same


def with_another_row(data: QueryDict, prefix: str) -> QueryDict:
    """One more empty row at the end."""
    longer = data.copy()
    longer[f"{prefix}-TOTAL_FORMS"] = str(_total(data, prefix) + 1)
    return longer


def with_person(data: QueryDict, key: str, look: Look | None) -> QueryDict:
    """A person whom the text names, put into the first empty row."""
    row = next((each for each in look.named if each.key == key), None) if look else None
    if row is None:
        return data
    fuller = data.copy()
    at = next(
        (i for i in range(_total(data, PEOPLE)) if not data.get(f"{PEOPLE}-{i}-name", "").strip()), None
    )
    if at is None:
        at = _total(data, PEOPLE)
        fuller = with_another_row(fuller, PEOPLE)
    match = key.removeprefix("cadre:") if row.on_roster else ""
    for name, value in {"name": row.name, "post": row.post, "unit": row.unit, "match": match}.items():
        fuller[f"{PEOPLE}-{at}-{name}"] = value
    return fuller


def _total(data: QueryDict, prefix: str) -> int:
    typed = data.get(f"{prefix}-TOTAL_FORMS", "")
    return int(typed) if typed.isdigit() else 0
