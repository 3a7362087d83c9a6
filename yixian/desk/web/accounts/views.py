"""/desk/accounts: who works here, with which roles. The administrator gives roles and never holds a key."""

from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.debug import sensitive_variables

from yixian.desk.web.accounts.forms import AccountForm, GrantForm
from yixian.desk.web.frame import officer_of, tried
from yixian.protection.actions import (
    OpenedAccount,
    close_account,
    grant_role,
    keys_awaited,
    open_account,
    renew_account,
    revoke_role,
)
from yixian.protection.officer import Officer
from yixian.protection.queries import why_not
from yixian.protection.web.door import permit
from yixian.roster.enums import Role
from yixian.roster.queries import active_roles, organs_under, staff_by_id, staff_of
from yixian.toolkit.pieces import Fact
from yixian.toolkit.today import today


@permit("protection.open_account", reads_only=True)
def accounts(request: HttpRequest) -> HttpResponse:
    """The accounts in use of this office and of those below it."""
    officer = officer_of(request)
    awaited = {each.pk for each in keys_awaited(officer)}
    staff = [each for organ in organs_under(officer.organ_id) for each in staff_of(organ.pk)]
    lines = [(each, roles_in(each), each.pk in awaited) for each in staff]
    several = len({each.organ_id for each in staff}) > 1
    return render(request, "desk/accounts/accounts.html", {"lines": lines, "several": several})


def roles_in(staff: Any) -> str:
    return "、".join(Role(grant.role).label for grant in staff.current_grants)


@sensitive_variables("opened")
@permit("protection.open_account")
def open_one(request: HttpRequest) -> HttpResponse:
    """A new account. The one-time phrase is in the answer to this very request, and nowhere else."""
    officer = officer_of(request)
    form = AccountForm(request.POST or None, officer=officer)
    if request.method == "POST" and form.is_valid():
        opened = tried(
            form,
            lambda: open_account(by=officer, facts=form.facts(), roles=form.roles_given(), on=today()),
        )
        if opened is not None:
            return show_phrase(request, opened, "账号已开立")
    return render(request, "desk/accounts/open.html", {"form": form})


def show_phrase(request: HttpRequest, opened: OpenedAccount, heading: str) -> HttpResponse:
    context = {
        "staff": opened.staff,
        "phrase": opened.phrase,
        "heading": heading,
        "roles": [role.label for role in Role if role in active_roles(opened.staff)],
    }
    return render(request, "desk/accounts/phrase.html", context)


@permit("protection.open_account", reads_only=True)
def account(request: HttpRequest, staff_id: int) -> HttpResponse:
    """One person's account, and what may be done with it."""
    officer = officer_of(request)
    staff = staff_or_404(officer, staff_id)
    context = {
        "staff": staff,
        "facts": facts_of(staff),
        "grants": staff.current_grants,
        "closed_why": why_not(officer, "protection.grant_role", staff),
        "awaits_keys": staff.pk in {each.pk for each in keys_awaited(officer)},
    }
    return render(request, "desk/accounts/account.html", context)


@permit("protection.grant_role")
def grant(request: HttpRequest, staff_id: int) -> HttpResponse:
    """Give one role more; what may not be combined is refused here, in words."""
    officer = officer_of(request)
    staff = staff_or_404(officer, staff_id)
    form = GrantForm(request.POST or None, held=active_roles(staff))
    if request.method == "POST" and form.is_valid():
        role = Role(form.cleaned_data["role"])
        if tried(form, lambda: grant_role(by=officer, staff=staff, role=role, on=today())) is not None:
            messages.success(request, f"已授予{staff.name}“{role.label}”角色。需要密钥的，交付以后生效。")
            return redirect("desk:account", staff.pk)
    return render(request, "desk/accounts/grant.html", {"form": form, "staff": staff})


@permit("protection.revoke_role")
def revoke(request: HttpRequest, staff_id: int, role: str) -> HttpResponse:
    officer = officer_of(request)
    staff = staff_or_404(officer, staff_id)
    if role not in Role.values:
        raise Http404
    taken, form = Role(role), asked(request)
    take = partial(revoke_role, by=officer, staff=staff, role=taken, on=today())
    if sent(form) and tried(form, take) is not None:
        messages.success(request, f"已收回{staff.name}的“{taken.label}”角色。")
        return redirect("desk:account", staff.pk)
    consequences = [
        f"{staff.name}立即不能再办“{taken.label}”的事。",
        "这个角色用的密钥同时销毁；收回密钥的，机关密钥随即更换。",
        "授予和收回的记录都保留。",
    ]
    return ask(request, form, f"收回{staff.name}的“{taken.label}”角色吗？", consequences, "收回", staff.pk)


@permit("protection.close_account")
def close(request: HttpRequest, staff_id: int) -> HttpResponse:
    officer = officer_of(request)
    staff = staff_or_404(officer, staff_id)
    form = asked(request)
    end = partial(close_account, by=officer, staff=staff, on=today())
    if sent(form) and tried(form, end) is not None:
        messages.success(request, f"{staff.name}的账号已停用。")
        return redirect("desk:accounts")
    consequences = [
        f"{staff.name}立即不能登录，所有角色收回，密钥销毁。",
        "本人承办的件不会自动移交，请先由纪委书记指定接手人。",
        "账号停用后不能恢复；本人以前办的事都保留在记录里。",
    ]
    return ask(request, form, f"停用{staff.name}的账号吗？", consequences, "停用", staff.pk)


@sensitive_variables("renewed")
@permit("protection.renew_account")
def renew(request: HttpRequest, staff_id: int) -> HttpResponse:
    """For a lost pass phrase. What the old key opened is opened again only when keys are handed anew."""
    officer = officer_of(request)
    staff = staff_or_404(officer, staff_id)
    form = asked(request)
    renewed = tried(form, lambda: renew_account(by=officer, staff=staff)) if sent(form) else None
    if renewed is not None:
        return show_phrase(request, renewed, "口令已重设")
    consequences = [
        "原来的口令和密钥作废，正在使用的登录立即失效。",
        "给出一个一次性口令，只显示一次，由您当面交给本人。",
        "本人登录并换成自己的口令以后，再由纪委书记交付密钥，才能打开密封内容。",
        "忘记口令的是唯一的纪委书记的，请改用两半恢复密钥。",
    ]
    return ask(request, form, f"重设{staff.name}的口令吗？", consequences, "重设口令", staff.pk)


def asked(request: HttpRequest) -> forms.Form:
    """A form without fields, which carries what was refused."""
    return forms.Form(request.POST if request.method == "POST" else None)


def sent(form: forms.Form) -> bool:
    return form.is_bound and form.is_valid()


def ask(
    request: HttpRequest, form: forms.Form, question: str, consequences: list[str], label: str, staff_id: int
) -> HttpResponse:
    """The page that asks in words what will happen."""
    context = {
        "form": form,
        "question": question,
        "consequences": consequences,
        "confirm_label": label,
        "cancel_href": reverse("desk:account", args=[staff_id]),
    }
    return render(request, "desk/confirm.html", context)


def facts_of(staff: Any) -> list[Fact]:
    if staff.cadre_id:
        on_roster = f"{staff.cadre.unit.name}　{staff.cadre}"
    else:
        on_roster = staff.unit.name if staff.unit_id else "不在名册上"
    return [
        Fact("登录名", staff.username),
        Fact("机关", staff.organ.name),
        Fact("名册上的身份", on_roster),
    ]


def staff_or_404(officer: Officer, staff_id: int) -> Any:
    """An account in use of this office or one below it."""
    staff = staff_by_id(staff_id)
    if (
        staff is None
        or not staff.is_active
        or officer.organ_id not in (staff.organ_id, staff.organ.parent_id)
    ):
        raise Http404
    return staff
