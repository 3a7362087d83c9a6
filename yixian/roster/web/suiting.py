"""工作人员: what each is good at and where they served before, by which 片区联动 finds whom to ask."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from yixian.roster.access import TELLERS, may_declare_for, may_give_roles, may_note_skills
from yixian.roster.actions import declare_former_post, keep_skills, withdraw_former_post
from yixian.roster.enums import Skill
from yixian.roster.queries import organ_of, organs_under, suited_staff, units_under
from yixian.roster.web.forms import FormerPostForm, SkillsForm
from yixian.roster.web.permitted import permitted
from yixian.trail.refusal import Refusal


@permitted("roster.view")
def staff(request: HttpRequest) -> HttpResponse:
    """Those of the own organ, and for a county those of its townships."""
    officer = request.officer  # type: ignore[attr-defined]
    groups = [(organ, _lines(officer, organ.pk)) for organ in organs_under(officer.organ_id)]
    return render(request, "roster/staff.html", {"groups": [group for group in groups if group[1]]})


def _lines(officer: Any, organ_id: int) -> list[tuple[Any, bool, bool]]:
    """Each person, whether this officer may note the skills, and declare a former post."""
    notes = bool(officer.roles & set(TELLERS))
    return [
        (each, notes and may_note_skills(officer, each), may_declare_for(officer, each))
        for each in suited_staff(organ_id)
    ]


@permitted("roster.keep_skills", posts=True)
def one(request: HttpRequest, staff_id: int) -> HttpResponse:
    """The skills of one person, as ticks."""
    officer = request.officer  # type: ignore[attr-defined]
    person = _of_officer(officer, staff_id)
    if not may_note_skills(officer, person):
        raise Http404
    held = [each.skill for each in person.current_skills]
    form = SkillsForm(request.POST or None, initial={"skills": held})
    if request.method == "POST" and form.is_valid():
        skills = {Skill(each) for each in form.cleaned_data["skills"]}
        if _done(form, keep_skills, by=officer, staff=person, skills=skills):
            messages.success(request, f"已保存{person.name}的专长。")
            return redirect("roster:staff")
    return render(request, "roster/skills.html", {"form": form, "person": person})


@permitted("roster.declare_former_post", posts=True)
def declare(request: HttpRequest, staff_id: int) -> HttpResponse:
    """Where somebody served before: declared by the person, or by the administrator for them."""
    officer = request.officer  # type: ignore[attr-defined]
    person = _of_officer(officer, staff_id)
    if not may_declare_for(officer, person):
        raise Http404
    organ = organ_of(officer.organ_id)
    units = {each.pk: each for each in units_under(organ.parent_id or organ.pk)}
    form = FormerPostForm(request.POST or None, units=units.values())
    if request.method == "POST" and form.is_valid():
        unit = units[form.cleaned_data["unit"]]
        if _done(form, declare_former_post, by=officer, staff=person, unit=unit):
            messages.success(request, f"已登记：{person.name}曾在{unit.name}任职。")
            return redirect("roster:former_post", staff_id)
    context = {"form": form, "person": person, "lifts": may_give_roles(officer, person)}
    return render(request, "roster/former_posts.html", context)


@permitted("roster.withdraw_former_post", posts=True)
def withdraw(request: HttpRequest, staff_id: int, post_id: int) -> HttpResponse:
    """A mistaken declaration is lifted by the administrator."""
    officer = request.officer  # type: ignore[attr-defined]
    person = _of_officer(officer, staff_id)
    post = next((each for each in person.current_former_posts if each.pk == post_id), None)
    if post is None or request.method != "POST":
        raise Http404
    try:
        withdraw_former_post(by=officer, post=post, on=localdate())
    except Refusal as refusal:
        messages.error(request, refusal.message)
    else:
        messages.success(request, "已撤销这一条申报，记录仍然保留。")
    return redirect("roster:former_post", staff_id)


def _of_officer(officer: Any, staff_id: int) -> Any:
    """A member of staff of the own organ or of one below; anybody else is as good as absent."""
    organs = [organ.pk for organ in organs_under(officer.organ_id)]
    found = [each for organ_id in organs for each in suited_staff(organ_id).filter(pk=staff_id)]
    if not found:
        raise Http404
    return found[0]


def _done(form: Any, act: Any, **said: Any) -> bool:
    """Whether it was done; a refusal stands on the form."""
    try:
        act(**said, on=localdate())
    except Refusal as refusal:
        form.add_error(None, refusal.message)
        return False
    return True
