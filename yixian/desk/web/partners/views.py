"""/desk/partners: with whom sealed files are exchanged, and how that began."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from yixian.desk.web.frame import not_theirs, officer_of, tried
from yixian.desk.web.partners.forms import CallForm, CardForm
from yixian.protection.actions import (
    confirm_partner,
    introduce_partner,
    make_partner_card,
    retire_partner,
)
from yixian.protection.enums import PartnerRelation
from yixian.protection.officer import Officer
from yixian.protection.queries import may, partner_by_uid, partners_of
from yixian.protection.web.door import permit
from yixian.toolkit.answers import file_answer
from yixian.toolkit.today import today

if TYPE_CHECKING:
    from yixian.protection.models import Partner

CARD_FILE = "公钥卡.json"


@permit("protection.see_partners")
def partners(request: HttpRequest) -> HttpResponse:
    """All cards; the chief takes in a new one here."""
    officer = officer_of(request)
    form = CardForm(request.POST, request.FILES) if request.method == "POST" else CardForm()
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        made = tried(
            form,
            lambda: introduce_partner(
                by=officer, file=typed["card"], relation=PartnerRelation(typed["relation"]), on=today()
            ),
        )
        if made is not None:
            messages.success(request, f"已登记{made.name}的公钥卡。打电话核对指纹以后才能使用。")
            return redirect("desk:partner", made.uid)
    context = {
        "form": form if may(officer, "protection.introduce_partner") else None,
        "lines": partners_of(officer),
        "makes": may(officer, "protection.make_partner_card"),
    }
    return render(request, "desk/partners/partners.html", context)


@permit("protection.make_partner_card")
def own_card(request: HttpRequest) -> HttpResponse:
    """The own fingerprint to be read out; posted, the file to be handed over."""
    card = make_partner_card(by=officer_of(request))
    if request.method == "POST":
        return file_answer(card.as_file(), CARD_FILE, media_type="application/json")
    return render(request, "desk/partners/card.html", {"card": card})


@permit("protection.see_partners", reads_only=True)
def partner(request: HttpRequest, uid: UUID) -> HttpResponse:
    officer = officer_of(request)
    return _show(request, officer, _theirs(officer, uid), CallForm())


@permit("protection.confirm_partner")
def confirm(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What was read out, held against the card."""
    officer = officer_of(request)
    found = _theirs(officer, uid)
    form = CallForm(request.POST or None)
    if request.method != "POST":
        return redirect("desk:partner", uid)
    if form.is_valid():
        done = tried(
            form,
            lambda: confirm_partner(by=officer, partner=found, on=today(), **form.typed()),
            at={"other_fingerprint": "read_out", "heard_nothing": "heard"},
        )
        if done is not None:
            messages.success(request, f"指纹一致，可以与{found.name}交换加封文件了。")
            return redirect("desk:partner", uid)
    return _show(request, officer, found, form)


@permit("protection.retire_partner")
def retire(request: HttpRequest, uid: UUID) -> HttpResponse:
    officer = officer_of(request)
    found = _theirs(officer, uid)
    if request.method != "POST":
        raise Http404
    retire_partner(by=officer, partner=found, on=today())
    messages.success(request, f"已停用{found.name}的公钥卡，不再与它交换加封文件。")
    return redirect("desk:partners")


def _theirs(officer: Officer, uid: UUID) -> "Partner":
    found = partner_by_uid(officer, uid)
    if found is None:
        raise not_theirs(officer, "protection.see_partners", f"protection.partner:{uid}")
    return found


def _show(request: HttpRequest, officer: Officer, found: "Partner", form: CallForm) -> HttpResponse:
    open_one = found.retired_on is None
    calls = open_one and found.confirmed_on is None and may(officer, "protection.confirm_partner", found)
    context = {
        "partner": found,
        "form": form if calls else None,
        "retires": open_one and may(officer, "protection.retire_partner", found),
    }
    return render(request, "desk/partners/partner.html", context)
