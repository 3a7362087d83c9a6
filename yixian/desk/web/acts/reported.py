"""被反映人, found out after the registration: one more of them, or who is meant by the roster."""

from typing import Any

from django import forms

from yixian.desk.case import Case
from yixian.desk.web.acts.base import ActForm
from yixian.desk.web.entry.rows import PersonRow, same_name_on_roster
from yixian.reception.actions import ReportedFacts, add_reported, identify_reported
from yixian.reception.enums import ReportState

CLOSED_TO_CHANGES = frozenset({ReportState.RECEIVED, ReportState.ENVELOPED, ReportState.VOIDED})
UNNAMED = "请写明姓名或者单位；不知道姓名的，写“姓名不详”。"
OWN_SIDE = "被反映的人、他的近亲属和所在单位的人，登记以后不再看到这一件。"


class PersonForm(ActForm[Case]):
    """An act whose fields are those of a row of the registration screen, with the choice among persons of one name."""

    may_part = True

    @classmethod
    def stands(cls, case: Case) -> bool:
        return case.report.state not in CLOSED_TO_CHANGES

    def known(self) -> dict[str, Any]:
        """What stands in the fields at first."""
        return {}

    def prepare(self) -> None:
        known = self.known()
        typed = self.data.get("name", "") if self.is_bound else known.get("name", "")
        roster = same_name_on_roster(self.case.report.organ_id, [typed])
        self.row = PersonRow(self.data if self.is_bound else None, initial=known, roster=roster)
        self.fields.update(self.row.fields)
        self.fields["name"].required = True
        self.fields["name"].error_messages["required"] = UNNAMED
        self.initial.update(known)

    def clean(self) -> dict[str, Any]:
        typed: dict[str, Any] = super().clean() or {}
        if not self.row.is_valid():
            for name, problems in self.row.errors.items():
                if name not in self.errors:
                    self.add_error(name, problems)
        elif self.row.facts() is None:
            self.add_error("name", UNNAMED)
        return typed

    def person(self) -> ReportedFacts:
        facts = self.row.facts()
        if facts is None:
            raise forms.ValidationError("请写明姓名或者单位。")
        return facts


class AddReported(PersonForm):
    slug, act, label, button = "add_reported", "reception.add_reported", "补登被反映人", "补登"
    says = ("办理中发现还反映了别的人、别的单位的，在这里补登，一次一个。", OWN_SIDE)

    def do(self) -> str:
        add_reported(by=self.case.officer, report=self.case.report, reported=self.person(), on=self.case.on)
        return "已补登被反映人。线索已经了结的，新补登的人另行核实。"


class IdentifyReported(PersonForm):
    slug, act, label, button = "identify_reported", "reception.identify_reported", "核定被反映人", "核定"
    about_one = True
    says = ("查清是谁以后，照名册核定；登记时写的名字密封留着，随时可以查对。", OWN_SIDE)

    @classmethod
    def find(cls, case: Case, key: int) -> Any:
        if not cls.stands(case):
            return None
        return case.report.people.filter(pk=key).first()

    def known(self) -> dict[str, Any]:
        found = next((each for each in self.case.content.people if each.person_id == self.thing.pk), None)
        if found is None:
            return {}
        return {"name": found.name, "post": found.post, "unit": found.unit, "category": found.category}

    def do(self) -> str:
        identify_reported(by=self.case.officer, person=self.thing, reported=self.person(), on=self.case.on)
        return "已核定被反映人。"


ACTS = (AddReported, IdentifyReported)
