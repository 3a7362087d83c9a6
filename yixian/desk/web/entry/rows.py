"""The repeated parts of the registration screen: who is reported, and who reports."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.forms import BaseFormSet, formset_factory

from yixian.desk.reported import category_of
from yixian.reception.actions import LIMITS, ReportedFacts, ReporterFacts
from yixian.reception.enums import CadreCategory
from yixian.regulations.petition_regulations import MOST_REPRESENTATIVES
from yixian.roster.queries import cadres_of, organ_of
from yixian.toolkit.forms import FaceForm

if TYPE_CHECKING:
    from yixian.roster.models import Cadre

BY_NAME, NOBODY = "", "none"
MOST_PEOPLE = 20


def _text(label: str, slot: str, **kwargs: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=LIMITS[slot], required=False, **kwargs)


class PersonRow(FaceForm):
    """One reported person or unit. ``match`` is asked only where the roster knows the name."""

    name = _text("姓名或者单位", "name")
    post = _text("职务", "post")
    unit = _text("所在单位", "unit")
    category = forms.ChoiceField(
        label="身份", choices=CadreCategory.choices, initial=CadreCategory.UNKNOWN, required=False
    )
    match = forms.CharField(label="名册中的人", required=False, widget=forms.Select)

    def __init__(self, *args: Any, roster: "dict[str, list[Cadre]] | None" = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.same_name = (roster or {}).get(self.typed_name, [])
        known = [(str(each.pk), f"{each.unit}　{each.post}") for each in self.same_name]
        first = "请选定" if len(known) > 1 else "按名册认定"
        self.fields["match"].widget.choices = [(BY_NAME, first), *known, (NOBODY, "都不是，名册以外的人")]
        if not known:
            self.fields["match"].widget = forms.HiddenInput()

    @property
    def typed_name(self) -> str:
        return str(self["name"].value() or "").strip()

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if not cleaned.get("name", "").strip() and (cleaned.get("post") or cleaned.get("unit")):
            self.add_error("name", "请写明姓名；不知道的，写“姓名不详”")
        return cleaned

    def facts(self) -> ReportedFacts | None:
        """The row as facts; what the clerk left open is taken from the roster."""
        typed = self.cleaned_data
        if not typed.get("name", "").strip():
            return None
        found = self._found(typed["match"])
        category = CadreCategory(typed["category"] or CadreCategory.UNKNOWN)
        if found and category is CadreCategory.UNKNOWN:
            category = category_of(found)
        return ReportedFacts(
            name=typed["name"].strip(),
            post=typed["post"] or (found.post if found else ""),
            unit=typed["unit"] or (found.unit.name if found else ""),
            category=category,
            cadre_id=found.pk if found and typed["match"] != BY_NAME else None,
            not_on_roster=typed["match"] == NOBODY,
        )

    def _found(self, match: str) -> "Cadre | None":
        """A choice that belongs to another name is no choice: the name was changed since."""
        chosen = next((each for each in self.same_name if str(each.pk) == match), None)
        only = self.same_name[0] if len(self.same_name) == 1 and match != NOBODY else None
        return chosen or only


def same_name_on_roster(organ_id: int, names: Iterable[str]) -> "dict[str, list[Cadre]]":
    """Name → the cadres of the county who bear it, in one query."""
    known: dict[str, list[Cadre]] = {}
    county = organ_of(organ_id).parent_id or organ_id
    wanted = {name.strip() for name in names} - {""}
    for cadre in cadres_of(county).filter(name__in=wanted):
        known.setdefault(cadre.name, []).append(cadre)
    return known


class PeopleRows(BaseFormSet):  # type: ignore[type-arg] # not generic when it runs
    """The rows of reported persons; the roster is asked once for all their names."""

    def __init__(self, *args: Any, organ_id: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.organ_id = organ_id
        self._roster: dict[str, list[Cadre]] | None = None

    def get_form_kwargs(self, index: int | None) -> dict[str, Any]:
        return {**super().get_form_kwargs(index), "roster": self.roster()}

    def roster(self) -> "dict[str, list[Cadre]]":
        if self._roster is None:
            self._roster = same_name_on_roster(self.organ_id, self._names())
        return self._roster

    def _names(self) -> list[str]:
        if self.is_bound:
            typed = [self.data.get(f"{self.prefix}-{i}-name", "") for i in range(self.total_form_count())]
        else:
            typed = [row.get("name", "") for row in self.initial or []]
        return sorted({name.strip() for name in typed} - {""})

    def facts(self) -> tuple[ReportedFacts, ...]:
        return tuple(facts for row in self.forms if (facts := row.facts()))


class ReporterRow(FaceForm):
    """Who reports: sealed on entry under the identity key, and never shown again without a grant."""

    name = _text("姓名或者单位", "name", widget=forms.TextInput(attrs={"autocomplete": "off"}))
    phone = _text("电话", "phone", widget=forms.TextInput(attrs={"autocomplete": "off", "inputmode": "tel"}))
    address = _text("住址", "address", widget=forms.TextInput(attrs={"autocomplete": "off"}))
    id_number = _text("证件号码", "id_number", widget=forms.TextInput(attrs={"autocomplete": "off"}))

    def facts(self) -> ReporterFacts | None:
        typed = {key: value.strip() for key, value in self.cleaned_data.items()}
        return ReporterFacts(**typed) if any(typed.values()) else None


class ReporterRows(BaseFormSet):  # type: ignore[type-arg] # the same
    def facts(self) -> tuple[ReporterFacts, ...]:
        return tuple(facts for row in self.forms if (facts := row.facts()))


_People = formset_factory(PersonRow, formset=PeopleRows, extra=1, max_num=MOST_PEOPLE, absolute_max=40)
_Reporters = formset_factory(
    ReporterRow, formset=ReporterRows, extra=1, max_num=MOST_REPRESENTATIVES, absolute_max=10
)


def people_rows(data: Any, **kwargs: Any) -> PeopleRows:
    return cast(PeopleRows, _People(data, **kwargs))


def reporter_rows(data: Any, **kwargs: Any) -> ReporterRows:
    return cast(ReporterRows, _Reporters(data, **kwargs))


def rows_of(facts: tuple[ReportedFacts, ...]) -> Iterator[dict[str, str]]:
    """Rows as given by a reporter on the web, to be settled by the clerk."""
    for each in facts:
        yield {"name": each.name, "post": each.post, "unit": each.unit, "category": each.category}
