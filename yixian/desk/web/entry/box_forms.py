"""The record of opening a box: the strips, the two people, and a line for each thing that lay in it."""

from typing import Any, cast

from django import forms
from django.forms import BaseFormSet, formset_factory

from yixian.desk.web.entry.forms import NOT_CHOSEN
from yixian.desk.web.offering import offer
from yixian.protection.officer import Officer
from yixian.reception.actions import BoxFacts, BoxItemFacts
from yixian.reception.enums import BoxItemKind, ItemSeal, StripState
from yixian.roster.queries import staff_of, villages_of
from yixian.toolkit.forms import FaceForm

ITEMS, ROWS, MORE_ROWS, MOST_ROWS = "items", 3, 5, 100


class BoxForm(FaceForm):
    """Written by one of the two who opened it. ``counted`` is what they counted before they listed it."""

    village = forms.TypedChoiceField(label="举报箱所在村（社区）", coerce=int)
    witness = forms.TypedChoiceField(
        label="共同开箱人", coerce=int, help_text="由他在本人账号中确认，然后登记箱内来件。"
    )
    strip_before = forms.CharField(label="开箱前封条号", max_length=60, help_text="没有封条的，写“无”。")
    strip_state = forms.ChoiceField(label="开箱前封条状况", choices=StripState.choices)
    strip_after = forms.CharField(label="开箱后封条号", max_length=60, help_text="新贴封条的编号。")
    counted = forms.IntegerField(
        label="清点件数", min_value=0, max_value=MOST_ROWS, help_text="与下面的清单核对；空箱填 0。"
    )

    def __init__(self, *args: Any, officer: Officer, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        villages = [(each.pk, each.name) for each in villages_of(officer.organ_id)]
        people = [(each.pk, each.name) for each in staff_of(officer.organ_id) if each.pk != officer.staff_id]
        offer(self, "village", [NOT_CHOSEN, *villages])
        offer(self, "witness", [NOT_CHOSEN, *people])

    def agrees_with(self, items: tuple[BoxItemFacts, ...]) -> bool:
        """Counted and listed come to the same; else the page says so at the count."""
        counted = self.cleaned_data.get("counted")
        if counted is not None and counted != len(items):
            self.add_error("counted", f"清点的是 {counted} 件，清单列了 {len(items)} 件，请核对后改正")
        return not self.errors

    def facts(self, items: tuple[BoxItemFacts, ...]) -> BoxFacts:
        typed = self.cleaned_data
        return BoxFacts(
            village_id=typed["village"],
            witness_id=typed["witness"],
            strip_before=typed["strip_before"],
            strip_state=StripState(typed["strip_state"]),
            strip_after=typed["strip_after"],
            items=items,
        )


class ItemRow(FaceForm):
    """One thing out of the box. A row without a number of pages is no row."""

    kind = forms.ChoiceField(label="类别", choices=BoxItemKind.choices, initial=BoxItemKind.LETTER)
    pages = forms.IntegerField(label="页数", min_value=1, max_value=500, required=False)
    closed = forms.ChoiceField(label="封口状况", choices=ItemSeal.choices, initial=ItemSeal.SEALED)

    def facts(self) -> BoxItemFacts | None:
        typed = self.cleaned_data
        if typed.get("pages") is None:
            return None
        return BoxItemFacts(
            kind=BoxItemKind(typed["kind"]), pages=typed["pages"], closed=ItemSeal(typed["closed"])
        )


class ItemRows(BaseFormSet):  # type: ignore[type-arg] # not generic when it runs
    def facts(self) -> tuple[BoxItemFacts, ...]:
        return tuple(facts for row in self.forms if (facts := row.facts()))


_Items = formset_factory(ItemRow, formset=ItemRows, extra=ROWS, max_num=MOST_ROWS, absolute_max=120)


def item_rows(data: Any) -> ItemRows:
    return cast(ItemRows, _Items(data, prefix=ITEMS))


def with_more_rows(data: Any) -> Any:
    longer = data.copy()
    typed = data.get(f"{ITEMS}-TOTAL_FORMS", "")
    rows = int(typed) if typed.isdigit() else 0
    longer[f"{ITEMS}-TOTAL_FORMS"] = str(min(rows + MORE_ROWS, MOST_ROWS))
    return longer
