"""All answers of a draft as a person reads them over, each with the way back to its question."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from django.template.defaultfilters import filesizeformat
from django.urls import reverse

from yixian.roster.queries import villages_of
from yixian.toolkit.pieces import Fact
from yixian.window.choosing import receiving_organs
from yixian.window.draft import UNNAMED, Draft
from yixian.window.forms.report import OfficeForm, SigningForm, StepForm
from yixian.window.stash import Stashed
from yixian.window.steps import Step, steps_of

SHOWS_WHO = "，随姓名封存"


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    facts: tuple[Fact, ...]


def answers_of(draft: Draft, files: Sequence[Stashed]) -> list[Section]:
    return [Section(step.title, tuple(_read(draft, step, files))) for step in steps_of(draft)]


def _read(draft: Draft, step: Step, files: Sequence[Stashed]) -> list[Fact]:
    return _files(files, step) if step.slug == "files" else READERS[step.slug](draft, step)


def _files(files: Sequence[Stashed], step: Step) -> list[Fact]:
    named = [
        f"{each.number}. {each.name}（{each.kind.label}，{filesizeformat(each.size)}"
        f"{SHOWS_WHO if each.shows_who else ''}）"
        for each in files
    ]
    return [_fact(step, "材料", "\n".join(named) or "没有")]


def _organ(draft: Draft, step: Step) -> list[Fact]:
    names = {organ.pk: organ.name for organ in receiving_organs()}
    return [_fact(step, "向哪里反映", names.get(draft.organ_id or 0, ""))]


def _office(draft: Draft, step: Step) -> list[Fact]:
    words = _choice(OfficeForm, "concerns", draft.answer("office", "concerns"))
    return [_fact(step, "涉及纪委人员或者上级管的干部", words)]


def _signing(draft: Draft, step: Step) -> list[Fact]:
    return [_fact(step, "署名", _choice(SigningForm, "signing", draft.answer("signing", "signing")))]


def _reporter(draft: Draft, step: Step) -> list[Fact]:
    labels = {"name": "姓名", "phone": "电话", "address": "地址", "id_number": "身份证号"}
    return [_fact(step, label, draft.answer(step.slug, name)) for name, label in labels.items()]


def _persons(draft: Draft, step: Step) -> list[Fact]:
    if not draft.persons:
        return [_fact(step, "被反映的人", "不清楚是谁")]
    return [
        Fact(f"第{number}个人", described(person), reverse("window:person", args=[number]), "更改")
        for number, person in enumerate(draft.persons, start=1)
    ] + [Fact("还有别人吗", "没有了", reverse("window:step", args=[step.slug]), "增加或者删除")]


def _matter(draft: Draft, step: Step) -> list[Fact]:
    labels = {"account": "发生了什么事", "title": "标题", "wish": "希望怎样处理"}
    return [_fact(step, label, draft.answer(step.slug, name)) for name, label in labels.items()]


def _place(draft: Draft, step: Step) -> list[Fact]:
    villages = villages_of(draft.organ_id) if draft.organ_id else []
    names = {str(village.pk): village.name for village in villages}
    village = names.get(draft.answer("place", "village"), "不清楚，或者不在名单里")
    return [_fact(step, "村（社区）", village), _fact(step, "具体地点", draft.answer("place", "place"))]


def described(person: dict[str, str]) -> str:
    """王某，会计，某村村委会."""
    words = [person.get("name", "").strip() or UNNAMED, person.get("post", ""), person.get("unit", "")]
    return "，".join(word.strip() for word in words if word.strip())


def _fact(step: Step, label: str, value: str) -> Fact:
    return Fact(label, value, reverse("window:step", args=[step.slug]), "更改")


def _choice(form: type[StepForm], field: str, value: str) -> str:
    choices = dict(form.base_fields[field].choices)  # type: ignore[attr-defined] # a ChoiceField
    return str(choices.get(value, ""))


READERS: dict[str, Callable[[Draft, Step], list[Fact]]] = {
    "organ": _organ,
    "office": _office,
    "signing": _signing,
    "reporter": _reporter,
    "persons": _persons,
    "matter": _matter,
    "place": _place,
}
